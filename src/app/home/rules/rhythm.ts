import { type Day, daysBetween } from '../../../kernel/day.ts'

/** A review within this many days is due. */
const DUE_DAYS = 14

export type Rhythm = {
  state: 'no plan' | 'stale' | 'overdue' | 'due' | 'in time'
  /** The last review, else the day on which the plan was first agreed. */
  since: Day | null
  weeks: number
  nextOn: Day | null
  /** Whether any review was held. */
  reviewed: boolean
}

/** Where a person's reviews stand: stale once the cadence is over, whatever is booked, overdue once the booked day has passed, due within two weeks. Source: domain.md 1.5, mission.md A7. */
export function rhythmOf(
  plan: { agreedOn: Day | null; heldOn: Day | null; nextOn: Day | null; cadenceWeeks: number },
  today: Day,
): Rhythm {
  const { agreedOn, heldOn, nextOn, cadenceWeeks } = plan
  const since = heldOn ?? agreedOn
  const reviewed = heldOn !== null
  if (since === null) return { state: 'no plan', since, weeks: 0, nextOn, reviewed }
  const days = Math.max(0, daysBetween(since, today))
  const left = nextOn === null ? null : daysBetween(today, nextOn)
  const state =
    days >= 7 * cadenceWeeks
      ? 'stale'
      : left === null || left > DUE_DAYS
        ? 'in time'
        : left < 0
          ? 'overdue'
          : 'due'
  return { state, since, weeks: Math.floor(days / 7), nextOn, reviewed }
}
