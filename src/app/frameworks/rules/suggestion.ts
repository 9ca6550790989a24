import type { Competency } from './competency.ts'

const escaped = (word: string) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/**
 * The competencies that a text points at, most words found first, then in the framework's own order; none where
 * no word is found. A word counts at the start of a word of the text ("apolog" finds "apologised"), once each.
 * A suggestion only: a person decides which competency a record is about. Source: mission.md A4.
 */
export function suggestedFor(
  text: string,
  competencies: readonly Competency[],
): { competency: Competency; because: string[] }[] {
  const lower = text.toLowerCase().replaceAll('’', "'")
  return competencies
    .map((competency) => ({
      competency,
      because: competency.words.flatMap(
        (word) =>
          lower.match(new RegExp(`(?<![\\p{L}\\p{N}])${escaped(word)}[\\p{L}\\p{N}]*`, 'u'))?.[0] ?? [],
      ),
    }))
    .filter((each) => each.because.length > 0)
    .sort((a, b) => b.because.length - a.because.length)
}
