import { addDays, type Day } from '../../../kernel/day.ts'
import { done, type Outcome, refused } from '../../../kernel/outcome.ts'
import { count } from '../../../kernel/text.ts'

/** A plan is reviewed every 12 weeks where nobody set anything else. Source: domain.md 1.5, mission.md A7. */
export const USUAL_WEEKS = 12
const LEAST = 2
const MOST = 26

/** The rhythm in force for a person: whole weeks, 2 to 26, and who set it. */
export type Cadence = { weeks: number; setFor: 'person' | 'organisation' | 'usual' }

/** What was set for the person counts before what the organisation set, and that before the usual 12 weeks. */
export function cadenceOf(own: number | null, organisation: number | null): Cadence {
  if (own !== null) return { weeks: own, setFor: 'person' }
  if (organisation !== null) return { weeks: organisation, setFor: 'organisation' }
  return { weeks: USUAL_WEEKS, setFor: 'usual' }
}

/** Checks a number of weeks as it was typed: whole, 2 to 26. The refusal names `weeks`. */
export function checkWeeks(weeks: number | null): Outcome<number> {
  return weeks !== null && Number.isInteger(weeks) && weeks >= LEAST && weeks <= MOST
    ? done(weeks)
    : refused({ field: 'weeks', message: `Give a whole number of weeks, from ${LEAST} to ${MOST}.` })
}

/** The latest day of the review after one that was held: the cadence's weeks later. */
export function latestAfter(day: Day, { weeks }: Pick<Cadence, 'weeks'>): Day {
  return addDays(day, 7 * weeks)
}

/** "every 12 weeks" */
export function everyWords({ weeks }: Pick<Cadence, 'weeks'>): string {
  return `every ${count(weeks, 'week')}`
}
