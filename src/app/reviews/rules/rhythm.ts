import { addDays, type Day, daysBetween } from '../../../kernel/day.ts'
import { USUAL_WEEKS } from './cadence.ts'

/** Where a person's reviews stand on a day. */
export type Rhythm = {
  state: 'nothing to review' | 'stale' | 'overdue' | 'due soon' | 'in time'
  /** The day from which the weeks count: of the last review, else of the first agreement. */
  since: Day | null
  /** Whole weeks since then. */
  weeks: number
  nextOn: Day | null
  /** Whether any review was held. */
  reviewed: boolean
}

/**
 * The day on which the first review of a plan is to be held: two thirds of the cadence after it was agreed, so 8 weeks
 * of 12. Source: domain.md 1.5 (8 to 12).
 */
export function firstReviewOn(agreedOn: Day, cadenceWeeks: number = USUAL_WEEKS): Day {
  return addDays(agreedOn, 7 * Math.max(1, Math.round((2 * cadenceWeeks) / 3)))
}

/**
 * Whether a plan is reviewed often enough: stale once the cadence in force is over without a review, whatever date is
 * booked; overdue once the booked day has passed; due soon within 14 days. Source: domain.md 1.5, mission.md A7 and A10.
 */
export function rhythmOf(
  {
    heldOn,
    agreedOn,
    nextOn,
    cadenceWeeks = USUAL_WEEKS,
  }: { heldOn: Day | null; agreedOn: Day | null; nextOn: Day | null; cadenceWeeks?: number },
  today: Day,
): Rhythm {
  const since = heldOn ?? agreedOn
  const days = since === null ? 0 : Math.max(0, daysBetween(since, today))
  const left = nextOn === null ? null : daysBetween(today, nextOn)
  const state =
    since === null
      ? 'nothing to review'
      : days >= 7 * cadenceWeeks
        ? 'stale'
        : left !== null && left < 0
          ? 'overdue'
          : left !== null && left <= 14
            ? 'due soon'
            : 'in time'
  return { state, since, weeks: Math.floor(days / 7), nextOn, reviewed: heldOn !== null }
}
