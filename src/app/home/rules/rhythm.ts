import { type Day, daysBetween } from '../../../kernel/day.ts'

/** A plan that was not reviewed for 12 weeks is stale. Source: domain.md 1.5, mission.md A7. */
const STALE_DAYS = 84
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

/** Where a person's reviews stand: stale whatever is booked, overdue once the booked day has passed, due within two weeks. */
export function rhythmOf(
  plan: { agreedOn: Day | null; heldOn: Day | null; nextOn: Day | null },
  today: Day,
): Rhythm {
  const { agreedOn, heldOn, nextOn } = plan
  const since = heldOn ?? agreedOn
  const reviewed = heldOn !== null
  if (since === null) return { state: 'no plan', since, weeks: 0, nextOn, reviewed }
  const days = Math.max(0, daysBetween(since, today))
  const left = nextOn === null ? null : daysBetween(today, nextOn)
  const state =
    days >= STALE_DAYS ? 'stale' : left === null || left > DUE_DAYS ? 'in time' : left < 0 ? 'overdue' : 'due'
  return { state, since, weeks: Math.floor(days / 7), nextOn, reviewed }
}
