import type { Actor } from '../../kernel/actor.ts'
import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import type { OrgTx } from '../../shell/db.ts'
import { type Event, event } from '../../shell/events.ts'

/** An objective as the need that it closes shows it: plans tell it, since they come later on the thread. */
export type NeedObjective = {
  objectiveId: Id
  ref: string
  needId: Id
  title: string
  /** Agreed in conversation, or still being written. */
  agreed: boolean
  closedAs: 'met' | 'not met' | 'no longer needed' | null
}

/** Somebody looks at needs: whoever keeps objectives adds those that the viewer may see, the newest first. */
export const needsShown: Event<{
  personId: Id
  viewer: Actor
  today: Day
  found: NeedObjective[]
}> = event()

/** The objectives of a person by the need that each closes, newest first, as far as the viewer may see them. */
export async function objectivesAsked(
  tx: OrgTx,
  asked: { personId: Id; viewer: Actor; today: Day },
): Promise<ReadonlyMap<Id, NeedObjective[]>> {
  const found: NeedObjective[] = []
  await needsShown.happen(tx, { ...asked, found })
  return Map.groupBy(found, ({ needId }) => needId)
}
