import type { Competency } from './competency.ts'

const plain = (text: string) =>
  ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}-]+/gu, ' ')
    .trim()} `

/** The words of the text that begin with `word`, at the first place where they do; null where none does. */
function wordsBeginning(text: string, word: string): string | null {
  const at = text.indexOf(` ${word}`)
  return at < 0 ? null : text.slice(at + 1, text.indexOf(' ', at + 1 + word.length))
}

/**
 * The competencies that a text points at, most words found first, then in the framework's own order; none where
 * no word is found. A word counts at the start of a word of the text ("apolog" finds "apologised"), once each.
 * A suggestion only: a person decides which competency a record is about. Source: mission.md A4.
 */
export function suggestedFor(
  text: string,
  competencies: readonly Competency[],
): { competency: Competency; because: string[] }[] {
  const searched = plain(text)
  return competencies
    .map((competency) => {
      const found = competency.words.map((word) => wordsBeginning(searched, word))
      return { competency, because: [...new Set(found.filter((word) => word !== null))] }
    })
    .filter((each) => each.because.length > 0)
    .sort((a, b) => b.because.length - a.because.length)
}
