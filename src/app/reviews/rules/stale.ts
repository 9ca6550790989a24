import { addDays, type Day, daysBetween } from '../../../kernel/day.ts'

/** A plan that nobody has reviewed for this many days is stale: 12 weeks. Source: domain.md 1.5, mission.md A7. */
export const STALE_DAYS = 84
/** A first review is held this many days after the plan was agreed: 8 weeks. Source: domain.md 1.5 (8 to 12). */
const FIRST_REVIEW_DAYS = 56

/** Where a person's reviews stand on a day. */
export type Rhythm = {
  state: 'nothing to review' | 'stale' | 'overdue' | 'due soon' | 'in time'
  /** The day from which the weeks count: of the last review, else of the first agreement. */
  since: Day | null
  /** Whole days since then. */
  days: number
  nextOn: Day | null
}

/** The day on which the first review of a plan is to be held. */
export function firstReviewOn(agreedOn: Day): Day {
  return addDays(agreedOn, FIRST_REVIEW_DAYS)
}

/**
 * Whether a plan is reviewed often enough: stale from 12 weeks without a review on, whatever date is booked; overdue
 * once the booked day has passed; due soon within 14 days. Source: domain.md 1.5, mission.md A7 and A10.
 */
export function rhythmOf(
  { heldOn, agreedOn, nextOn }: { heldOn: Day | null; agreedOn: Day | null; nextOn: Day | null },
  today: Day,
): Rhythm {
  const since = heldOn ?? agreedOn
  const days = since === null ? 0 : Math.max(0, daysBetween(since, today))
  const left = nextOn === null ? null : daysBetween(today, nextOn)
  const state =
    since === null
      ? 'nothing to review'
      : days >= STALE_DAYS
        ? 'stale'
        : left !== null && left < 0
          ? 'overdue'
          : left !== null && left <= 14
            ? 'due soon'
            : 'in time'
  return { state, since, days, nextOn }
}
