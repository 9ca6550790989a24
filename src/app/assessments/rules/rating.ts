import type { Id } from '../../../kernel/id.ts'
import { done, type Outcome, type Refusal, refused } from '../../../kernel/outcome.ts'
import { count } from '../../../kernel/text.ts'

/** 1 aware, 2 with help, 3 on my own, 4 in hard cases, 5 leads others. */
export type RatedLevel = 1 | 2 | 3 | 4 | 5

/** Whose pass: the person's own, their leader's, or the third record of what both agreed. */
export type Pass = 'self' | 'leader' | 'agreed'

/** A single time: when, for whom, what was done and what followed; and, where it is said, what was needed that time. */
export type Example = { when: string; who: string; did: string; followed: string; task?: string }

/** One competency in one pass, finished or not. */
export type Rating = {
  competencyId: Id
  level: RatedLevel | null
  noExample: boolean
  example: Example
  evidenceIds: Id[]
  /** What is different from the time before. */
  changed: string
  /** What was said where a level was agreed. */
  note: string
}

export const LONGEST = 4000

/** A level typed or chosen, or null where it is none of the five. */
export function levelOf(value: number | null): RatedLevel | null {
  return value === 1 || value === 2 || value === 3 || value === 4 || value === 5 ? value : null
}

/** Nothing said yet about a competency. */
export function blankRating(competencyId: Id): Rating {
  const example = { when: '', who: '', did: '', followed: '' }
  return { competencyId, level: null, noExample: false, example, evidenceIds: [], changed: '', note: '' }
}

const started = (example: Example) => Object.values(example).some(Boolean)

/** Whether an example says all four: a single time can be checked only when it does. Source: mission.md B6. */
export function isConcrete(example: Example): boolean {
  const { when, who, did, followed } = example
  return [when, who, did, followed].every((text) => text.trim() !== '')
}

/**
 * Whether a competency is rated: a level, and evidence, a concrete example or an honest "no example yet".
 * Source: mission.md A1, B6.
 */
export function isRated(rating: Rating): boolean {
  return (
    rating.level !== null && (rating.noExample || rating.evidenceIds.length > 0 || isConcrete(rating.example))
  )
}

/** A rating as it may be saved, finished or not: only what contradicts itself or is too long is refused. */
export function checkRating(rating: Rating): Outcome<Rating> {
  const refusals: Refusal[] = []
  if (rating.noExample && (rating.evidenceIds.length > 0 || started(rating.example)))
    refusals.push({
      field: 'none',
      message: 'You ticked “No example yet” and gave one too. Untick it, or take the example away.',
    })
  const texts = { ...rating.example, changed: rating.changed, note: rating.note }
  for (const [field, text] of Object.entries(texts))
    if (text !== undefined && text.length > LONGEST)
      refusals.push({ field, message: `Keep it under ${LONGEST.toLocaleString('en-GB')} characters.` })
  return refusals.length > 0 ? refused(...refusals) : done(rating)
}

/** What a competency still needs before its pass can be handed in; null where nothing. */
export function lackOf(rating: Rating | undefined): string | null {
  if (!rating || rating.level === null) return 'choose a level'
  if (isRated(rating)) return null
  if (started(rating.example)) return 'say all four parts of the example, or tick evidence'
  return 'tick evidence, give an example, or tick “No example yet”'
}

/** Whether a pass can be handed in: every competency of the role is rated. Names each that is not. Source: mission.md A1. */
export function checkPass(
  asked: readonly { competencyId: Id; title: string }[],
  ratings: readonly Rating[],
): Outcome<null> {
  const lacking = asked.flatMap(({ competencyId, title }) => {
    const lack = lackOf(ratings.find((rating) => rating.competencyId === competencyId))
    return lack ? [{ message: `${title}: ${lack}.` }] : []
  })
  if (lacking.length === 0) return done(null)
  return refused({ message: `${count(lacking.length, 'competency', 'competencies')} to go.` }, ...lacking)
}
