import type { Id } from '../../../kernel/id.ts'
import type { Refusal } from '../../../kernel/outcome.ts'

/** One criterion of a unit. `checked`: its sense was read in a public source; otherwise look at the awarding body's text. */
export type Criterion = { criterionId: Id; code: string; words: string; checked: boolean }
export type LearningOutcome = { outcomeId: Id; code: string; words: string; criteria: Criterion[] }

/** A unit of a qualification as an organisation words it. */
export type Unit = {
  unitId: Id
  /** The regulator's reference, such as T/506/2952; empty where none was read. */
  code: string
  title: string
  level: number
  credits: number
  /** Guided learning hours. */
  hours: number
  /** Where its facts were read. */
  source: string
  /** Whose words they are, as a sentence says it; '' for ours, or the organisation's own. */
  wordsFrom: string
  /** 1 is the wording that Goldthread brings, or that came with the unit; each change of the organisation's makes the next. */
  version: number
  outcomes: LearningOutcome[]
}

export const criteriaOf = ({ outcomes }: Pick<Unit, 'outcomes'>): Criterion[] =>
  outcomes.flatMap(({ criteria }) => criteria)

const BY_HAND = ', changed by hand since'

const changedByHand = (from: string): string =>
  from === '' || from.endsWith(BY_HAND) ? from : `${from}${BY_HAND}`

/** New words for a unit, by the identifier of the outcome or criterion. */
export type Rewording = { title: string; words: Readonly<Record<Id, string>> }

/** The unit in other words; what is not named keeps its own. A criterion that was reworded counts as checked. */
export function reworded(unit: Unit, { title, words }: Rewording): Unit {
  return {
    ...unit,
    title,
    version: unit.version + 1,
    wordsFrom: changedByHand(unit.wordsFrom),
    outcomes: unit.outcomes.map((outcome) => ({
      ...outcome,
      words: words[outcome.outcomeId] ?? outcome.words,
      criteria: outcome.criteria.map((criterion) => {
        const now = words[criterion.criterionId] ?? criterion.words
        return { ...criterion, words: now, checked: criterion.checked || now !== criterion.words }
      }),
    })),
  }
}

/** Why new words cannot be kept; a field is named `words-ID`. */
export function checkRewording(unit: Unit, rewording: Rewording): Refusal[] {
  const next = reworded(unit, rewording)
  const refusals: Refusal[] = []
  if (!next.title) refusals.push({ field: 'title', message: 'Give the unit its title.' })
  if (next.title.length > 200)
    refusals.push({ field: 'title', message: 'Keep the title under 200 characters.' })
  const said = next.outcomes.flatMap((outcome) => [
    { id: outcome.outcomeId, code: `Outcome ${outcome.code}`, words: outcome.words },
    ...outcome.criteria.map((one) => ({
      id: one.criterionId,
      code: `Criterion ${one.code}`,
      words: one.words,
    })),
  ])
  for (const { id, code, words } of said) {
    const field = `words-${id}`
    if (!words) refusals.push({ field, message: `${code} needs its words.` })
    if (words.length > 1000)
      refusals.push({ field, message: `Keep ${code.toLowerCase()} under 1,000 characters.` })
  }
  if (
    refusals.length === 0 &&
    JSON.stringify([next.title, next.outcomes]) === JSON.stringify([unit.title, unit.outcomes])
  )
    refusals.push({ message: 'Nothing was changed, so there is no new version.' })
  return refusals
}
