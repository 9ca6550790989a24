import { done, type Outcome, refused } from '../../../kernel/outcome.ts'

/** What a file may hold: bytes, levels of brackets, objects and lists, items, and items above an item. */
export const CASE_LIMITS = {
  bytes: 64 * 1024 * 1024,
  brackets: 64,
  parts: 4_000_000,
  items: 200_000,
  tree: 100,
}

const [QUOTE, BACKSLASH, OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [34, 92, 91, 93, 123, 125]

/** Why a text is too much to be parsed: counted before anything is made of it, so that a bomb costs one reading. */
function tooMuch(text: string, { brackets, parts, items }: typeof CASE_LIMITS): string | null {
  let [depth, seen] = [0, 0]
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === QUOTE) {
      do {
        at = text.indexOf('"', at + 1)
        if (at === -1) return null
      } while (isEscaped(text, at))
    } else if (code === OPEN_LIST || code === OPEN_OBJECT) {
      depth++
      seen++
      if (depth > brackets)
        return `The file nests ${brackets} brackets and more. No framework does: check where the file comes from.`
      if (seen > parts)
        return `The file holds more than ${parts.toLocaleString('en-GB')} objects. A framework may have ${items.toLocaleString('en-GB')} items: split it, and import the parts.`
    } else if (code === CLOSE_LIST || code === CLOSE_OBJECT) depth--
  }
  return null
}

/** Whether the character before which an odd number of backslashes stands. */
function isEscaped(text: string, at: number): boolean {
  let from = at - 1
  while (text.charCodeAt(from) === BACKSLASH) from--
  return (at - 1 - from) % 2 === 1
}

/** Where JSON breaks off, as a parser words it: "… (line 3 column 7)". */
function placeIn(message: string): string {
  const [, line, column] = /line (\d+) column (\d+)/.exec(message) ?? []
  return line ? ` at line ${line}, character ${column}` : ''
}

/** What a JSON text says. Refused where it is no JSON, or more than `limits` let through. */
export function parseWithin(text: string, limits = CASE_LIMITS): Outcome<unknown> {
  const why = tooMuch(text, limits)
  if (why) return refused({ field: 'file', message: why })
  try {
    return done(JSON.parse(text) as unknown)
  } catch (error) {
    return refused({
      field: 'file',
      message: `The file is not JSON: it cannot be read${placeIn((error as Error).message)}. Export it again, and import it as it comes.`,
    })
  }
}
