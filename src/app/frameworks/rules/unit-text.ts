import { type Id, namedId } from '../../../kernel/id.ts'
import type { Refusal } from '../../../kernel/outcome.ts'
import type { LearningOutcome, Unit } from './unit.ts'
import type { UnitRead } from './unit-package.ts'

/** One outcome or criterion, in our words and in theirs; null where one of the two has it not. */
export type Beside = { code: string; criterion: boolean; ours: string | null; theirs: string | null }

/** Our words beside another text's, by the codes of outcomes and criteria, in the order of their codes. */
export function beside(unit: Pick<Unit, 'outcomes'>, read: Pick<UnitRead, 'outcomes'>): Beside[] {
  const ours = wordsByCode(unit.outcomes)
  const theirs = wordsByCode(read.outcomes)
  return [...new Set([...ours.keys(), ...theirs.keys()])].toSorted(byCode).map((code) => ({
    code,
    criterion: code.includes('.'),
    ours: ours.get(code) ?? null,
    theirs: theirs.get(code) ?? null,
  }))
}

function wordsByCode(outcomes: UnitRead['outcomes']): Map<string, string> {
  return new Map(
    outcomes.flatMap(({ code, words, criteria }): [string, string][] => [
      [code, words],
      ...criteria.map((one): [string, string] => [one.code, one.words]),
    ]),
  )
}

const byCode = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true })

/**
 * The outcomes that a text words: what has the same code keeps its identifier. Words that were here before stay as checked as
 * they were; new ones are checked where they are the awarding body's own.
 */
export function outcomesOf(
  unitId: Id,
  { read, isTheirs }: { read: UnitRead; isTheirs: boolean },
  before: readonly LearningOutcome[],
): LearningOutcome[] {
  const outcomes = new Map(before.map((outcome) => [outcome.code, outcome.outcomeId]))
  const criteria = new Map(
    before.flatMap((outcome) => outcome.criteria.map((one) => [one.code, one] as const)),
  )
  return read.outcomes.map(({ code, words, criteria: theirs }) => ({
    outcomeId: outcomes.get(code) ?? namedId(unitId, `outcome ${code}`),
    code,
    words,
    criteria: theirs.map(({ code: number, words: says }) => {
      const had = criteria.get(number)
      return {
        criterionId: had?.criterionId ?? namedId(unitId, `criterion ${number}`),
        code: number,
        words: says,
        checked: had?.words === says ? had.checked : isTheirs,
      }
    }),
  }))
}

/** Outcomes with those criteria of before, in their old words, that they do not have. */
export function withMissing(
  outcomes: readonly LearningOutcome[],
  before: readonly LearningOutcome[],
): LearningOutcome[] {
  const codes = new Set(outcomes.map(({ code }) => code))
  const had = new Set(outcomes.flatMap(({ criteria }) => criteria.map(({ code }) => code)))
  const missing = (code: string) =>
    (before.find((outcome) => outcome.code === code)?.criteria ?? []).filter((one) => !had.has(one.code))
  return [
    ...outcomes.map((outcome) => ({
      ...outcome,
      criteria: [...outcome.criteria, ...missing(outcome.code)].toSorted((a, b) => byCode(a.code, b.code)),
    })),
    ...before.filter(({ code }) => !codes.has(code)),
  ].toSorted((a, b) => byCode(a.code, b.code))
}

/** What is said of a unit beside its words. */
export type UnitFacts = Pick<Unit, 'code' | 'title' | 'level' | 'credits' | 'hours' | 'source'>

/** Why a unit cannot be kept; a field is named as the fact. */
export function checkUnit(facts: UnitFacts, outcomes: readonly LearningOutcome[]): Refusal[] {
  const { code, title, level, credits, hours, source } = facts
  const refusals: Refusal[] = []
  const refuse = (field: keyof UnitFacts | 'file', message: string) => refusals.push({ field, message })
  const within = (n: number, least: number, most: number) => Number.isInteger(n) && n >= least && n <= most
  if (!title) refuse('title', 'Give the unit its title.')
  if (title.length > 200) refuse('title', 'Keep the title under 200 characters.')
  if (code.length > 40) refuse('code', 'Keep the reference under 40 characters, such as T/506/2952.')
  if (!within(level, 1, 8)) refuse('level', 'Give the level as a whole number from 1 to 8.')
  if (!within(credits, 0, 360))
    refuse('credits', 'Give the credits as a whole number, 0 where there are none.')
  if (!within(hours, 0, 10_000)) refuse('hours', 'Give the guided learning hours as a whole number.')
  if (!source) refuse('source', 'Say where the unit was read, so that others can check it.')
  if (source.length > 300) refuse('source', 'Keep the source under 300 characters.')
  const criteria = outcomes.flatMap((outcome) => outcome.criteria)
  if (criteria.length === 0)
    refuse('file', 'The text has no assessment criterion, so there is nothing to decide on.')
  const said = [...outcomes, ...criteria]
  for (const one of said.filter(({ words }) => words.length > 1000).slice(0, 5))
    refuse('file', `${one.code} is longer than 1,000 characters: is it one criterion?`)
  for (const one of said.filter(({ words }) => !words).slice(0, 5))
    refuse('file', `${one.code} has no words.`)
  for (const list of [outcomes, criteria]) {
    const twice = list.find(({ code: first }, at) => list.findIndex((other) => other.code === first) !== at)
    if (twice) refuse('file', `The text has ${twice.code} twice. Give each its own code.`)
  }
  return refusals
}
