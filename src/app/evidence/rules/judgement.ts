import type { Refusal } from '../../../kernel/outcome.ts'

/** The five tests of evidence, in the order in which people learn them. Source: domain.md 1.6. */
export const LETTERS = [
  { letter: 'valid', name: 'Valid' },
  { letter: 'authentic', name: 'Authentic' },
  { letter: 'current', name: 'Current' },
  { letter: 'sufficient', name: 'Sufficient' },
  { letter: 'reliable', name: 'Reliable' },
] as const
export type Letter = (typeof LETTERS)[number]['letter']

/** What somebody may judge of a letter: no marks. Source: domain.md 1.5. */
export const VERDICTS = ['shown', 'not yet'] as const
export type JudgedVerdict = (typeof VERDICTS)[number]

/** What somebody asks to be kept as their judgement of one letter. */
export type AskedJudgement = { letter: Letter; verdict: JudgedVerdict | null; words: string }

/** Why judgements cannot be kept: each says which way, and why. Fields are `verdict-valid`, `words-valid` and so on. */
export function checkJudgements(asked: readonly AskedJudgement[]): Refusal[] {
  const refusals = asked.flatMap(({ letter, verdict, words }): Refusal[] => {
    const name = LETTERS.find((one) => one.letter === letter)?.name ?? letter
    const field = `words-${letter}`
    if (words.length > 1000) return [{ field, message: `${name}: keep your words under 1,000 characters.` }]
    if (verdict && words === '')
      return [{ field, message: `${name}: say what you looked at. A verdict alone helps nobody.` }]
    if (!verdict && words !== '')
      return [{ field: `verdict-${letter}`, message: `${name}: choose whether it is shown, or not yet.` }]
    return []
  })
  if (refusals.length > 0 || asked.some(({ verdict }) => verdict)) return refusals
  return [{ field: `verdict-${LETTERS[0].letter}`, message: 'Judge at least one of the five.' }]
}

/**
 * What can be counted where several people judged one link: how many they are, how many letters more than one of them
 * judged, and on how many of those their newest verdicts are the same. Source: domain.md 1.6 (agreement rate).
 * @param judgements oldest first
 */
export function agreementOf(
  judgements: readonly { letter: Letter; verdict: JudgedVerdict; judgedBy: string }[],
): { judges: number; shared: number; agreed: number } {
  const newest = [...new Map(judgements.map((one) => [`${one.letter} ${one.judgedBy}`, one])).values()]
  const shared = LETTERS.map(({ letter }) => newest.filter((one) => one.letter === letter)).filter(
    (said) => said.length > 1,
  )
  return {
    judges: new Set(newest.map(({ judgedBy }) => judgedBy)).size,
    shared: shared.length,
    agreed: shared.filter((said) => new Set(said.map(({ verdict }) => verdict)).size === 1).length,
  }
}
