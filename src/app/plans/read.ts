import type { Actor } from '../../kernel/actor.ts'
import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import type { SmartReading } from '../../kernel/smart.ts'
import type { OrgTx } from '../../shell/db.ts'
import { type Need, needTitles } from '../assessments/assessments.ts'
import type { Objective } from './rules/objective.ts'
import { readObjective } from './rules/reading.ts'
import { listStored, type StoredObjective } from './store/objectives.ts'

const maySee = (viewer: Pick<Actor, 'personId'>) => (objective: Pick<Objective, 'private' | 'personId'>) =>
  !objective.private || objective.personId === viewer.personId

/** Stored objectives with their readings. What was agreed is read as of the day it was agreed. */
export function withReadings(
  stored: readonly StoredObjective[],
  needs: readonly Pick<Need, 'needId' | 'title'>[],
  today: Day,
): Objective[] {
  const titles = new Map(needs.map((need) => [need.needId, need.title]))
  return stored.map((objective) => {
    const settled = objective.state === 'agreed' || objective.state === 'closed'
    const need = objective.needId ? (titles.get(objective.needId) ?? null) : null
    const day = settled ? (objective.agreedOn ?? today) : today
    let reading: SmartReading | null = null
    return {
      ...objective,
      get reading() {
        reading ??= readObjective(objective, { need, others: stored }, day)
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
  return withReadings(stored, needs, today).filter(maySee(viewer))
}
