import { findPersonalData, type PersonalData } from './redaction.ts'

/** Characters of a file's words that are searched at once, and how many of them are looked at again with the next. */
const WINDOW = 1000
const OVERLAP = 200

type Piece = { text: string; found: readonly PersonalData[] }

/**
 * Words in pieces with what was found in each; together they are the words again. A piece ends with a line or a word
 * where it can, and never within something found.
 */
function* piecesOf(words: string): Generator<Piece> {
  for (let at = 0; at < words.length; ) {
    const window = words.slice(at, at + WINDOW)
    const found = findPersonalData(window)
    let end = window.length
    if (end === WINDOW) {
      const line = window.lastIndexOf('\n', WINDOW - OVERLAP)
      end = 1 + (line > 0 ? line : Math.max(window.lastIndexOf(' ', WINDOW - OVERLAP), WINDOW - 2 * OVERLAP))
      for (const one of found) if (one.from < end && one.to > end) end = one.from || one.to
    }
    yield { text: window.slice(0, end), found: found.filter(({ to }) => to <= end) }
    at += end
  }
}

/** What in a file's words could tell who a customer is, each once, in reading order. Source: domain.md 7. */
export function personalDataIn(words: string): PersonalData[] {
  const all = new Map<string, PersonalData>()
  for (const { found } of piecesOf(words))
    for (const one of found) if (!all.has(one.found)) all.set(one.found, one)
  return [...all.values()]
}

/** A file's words with all of it replaced. */
export function withoutPersonalData(words: string): string {
  const clean: string[] = []
  for (const { text, found } of piecesOf(words)) {
    let at = 0
    for (const one of found) {
      clean.push(text.slice(at, one.from), one.becomes)
      at = one.to
    }
    clean.push(text.slice(at))
  }
  return clean.join('')
}

/** What somebody chooses to do with a file that holds a customer's data. */
const FILE_CHOICES = ['replace', 'place', 'leave', 'keep'] as const
export type FileChoice = (typeof FILE_CHOICES)[number]

export function isFileChoice(text: string): text is FileChoice {
  return (FILE_CHOICES as readonly string[]).includes(text)
}
