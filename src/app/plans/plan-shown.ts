import type { Actor } from '../../kernel/actor.ts'
import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import type { OrgTx } from '../../shell/db.ts'
import { type Event, event } from '../../shell/events.ts'
import { STALE_DAYS, type Waiting } from './rules/waiting.ts'

/** What reviews know of a plan that the plan itself does not: they come later on the thread. */
export type ReviewsTell = {
  /** What waits because of something that happened. */
  waiting: Waiting[]
  /** How many days the plan may lie before it is called stale. */
  days: number
}

/** Somebody looks at a plan: whoever keeps its reviews adds what waits, as far as the viewer may know it. */
export const planShown: Event<{ personId: Id; viewer: Actor; today: Day; told: ReviewsTell }> = event()

/** What reviews tell of a person's plan. */
export async function toldByReviews(
  tx: OrgTx,
  asked: { personId: Id; viewer: Actor; today: Day },
): Promise<ReviewsTell> {
  const told: ReviewsTell = { waiting: [], days: STALE_DAYS }
  await planShown.happen(tx, { ...asked, told })
  return told
}
