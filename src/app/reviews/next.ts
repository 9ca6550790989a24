import type { Actor } from '../../kernel/actor.ts'
import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import type { OrgTx } from '../../shell/db.ts'
import { noteReview, planOf } from '../plans/plans.ts'
import { cadenceFor } from './cadence.ts'
import { firstReviewOn, type Rhythm, rhythmOf } from './rules/rhythm.ts'
import { findDate, listRows, saveDate } from './store/reviews.ts'

/** Sets the day of the next review, and lets the plan know it. */
export async function setNext(tx: OrgTx, personId: Id, day: Day, by: Id | null): Promise<void> {
  await saveDate(tx, personId, day, by)
  const rows = await listRows(tx, personId)
  const open = rows.find(({ state }) => state !== 'closed')
  const number = open?.number ?? (rows[0]?.number ?? 0) + 1
  await noteReview(tx, personId, { number, reviewId: open?.reviewId ?? null, day, held: false })
}

/**
 * How often a person's plan is reviewed, and when next. Where no day is booked and the plan was never reviewed, the
 * next is two thirds of the cadence after it was first agreed. Source: domain.md 1.5, mission.md A7.
 */
export async function rhythmFor(tx: OrgTx, personId: Id, viewer: Actor, today: Day): Promise<Rhythm> {
  const rows = await listRows(tx, personId)
  const heldOn = rows.find(({ state }) => state === 'closed')?.heldOn ?? null
  const agreedOn = (await planOf(tx, personId, viewer, today)).versions.at(-1)?.agreedOn ?? null
  const booked = await findDate(tx, personId)
  const cadenceWeeks = (await cadenceFor(tx, personId)).weeks
  const nextOn =
    booked ?? (heldOn === null && agreedOn !== null ? firstReviewOn(agreedOn, cadenceWeeks) : null)
  return rhythmOf({ heldOn, agreedOn, nextOn, cadenceWeeks }, today)
}
