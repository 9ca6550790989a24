import type { Actor } from '../../kernel/actor.ts'
import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import { mayRead, SHARINGS } from '../../kernel/sharing.ts'
import type { SmartReading } from '../../kernel/smart.ts'
import type { OrgTx } from '../../shell/db.ts'
import { type Need, needTitles } from '../assessments/assessments.ts'
import { readBy } from './basis.ts'
import type { Objective } from './rules/objective.ts'
import { withoutUnseen } from './rules/order.ts'
import { dayReadBy, type ReadAgainst, readObjective } from './rules/reading.ts'
import { listStored, type StoredObjective } from './store/objectives.ts'

/**
 * Whether a viewer who may read the plan may read this of it: what is shared with the leader alone is nobody else's.
 * Source: mission.md A9.
 */
export const maySee = (viewer: Actor) => (objective: Pick<Objective, 'sharing' | 'personId'>) =>
  objective.sharing === 'assessor' || mayRead(objective, viewer)

/** Whether whoever may read one objective may read another too. */
const isAsOpen = (other: Pick<Objective, 'sharing'>, one: Pick<Objective, 'sharing'>) =>
  SHARINGS.indexOf(other.sharing) >= SHARINGS.indexOf(one.sharing)

/** Stored objectives with their readings. What was agreed is read as of the day it was agreed. */
export function withReadings(
  stored: readonly StoredObjective[],
  needs: readonly Pick<Need, 'needId' | 'title'>[],
  today: Day,
  by: Pick<ReadAgainst, 'letters' | 'reviews'> = {},
): Objective[] {
  const titles = new Map(needs.map((need) => [need.needId, need.title]))
  return stored.map((objective) => {
    const need = objective.needId ? (titles.get(objective.needId) ?? null) : null
    const day = dayReadBy(objective, today)
    let reading: SmartReading | null = null
    return {
      ...objective,
      get reading() {
        const others = stored.filter((other) => isAsOpen(other, objective))
        reading ??= readObjective(objective, { need, others, ...by }, day)
        return reading
      },
    }
  })
}

/** Every objective of a person that the viewer may see, in the order of their numbers. */
export async function listObjectives(
  tx: OrgTx,
  personId: Id,
  viewer: Actor,
  today: Day,
): Promise<Objective[]> {
  const stored = await listStored(tx, personId)
  const needs = stored.length > 0 ? await needTitles(tx, personId, viewer) : []
  const seen = withoutUnseen(stored.filter(maySee(viewer)))
  return withReadings(seen, needs, today, await readBy(tx, personId))
}
