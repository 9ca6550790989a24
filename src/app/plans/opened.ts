import type { Actor } from '../../kernel/actor.ts'
import type { Id } from '../../kernel/id.ts'
import { done, type Outcome, refused } from '../../kernel/outcome.ts'
import type { OrgTx } from '../../shell/db.ts'
import { overtakenBy } from './overtaken.ts'
import { maySee } from './read.ts'
import { listStored, lockPlan, type StoredObjective } from './store/objectives.ts'

export const NOT_YOURS = { message: 'Only the person can write their objectives.' }
export const GONE = { message: 'This objective is no longer here.' }

/** What history keeps of an objective: of what only the person may see, that it changed and no more. */
export function kept(objective: StoredObjective): object {
  if (objective.private) return { private: true }
  const { basis: _, changedAt: __, changedBy: ___, ...rest } = objective
  return rest
}

/** One objective of a person to act on, locked; or why not. `version` is the one the actor saw. */
export async function open(
  tx: OrgTx,
  actor: Actor,
  asked: { personId: Id; objectiveId: Id; version: number | null },
): Promise<Outcome<StoredObjective>> {
  await lockPlan(tx, asked.personId)
  const all = await listStored(tx, asked.personId)
  const objective = all.find((one) => one.objectiveId === asked.objectiveId)
  if (!objective || !maySee(actor)(objective)) return refused(GONE)
  if (asked.version !== null && objective.version !== asked.version)
    return refused(await overtakenBy(tx, actor, objective))
  return done(objective)
}

/** An objective with what changed in it, under its next version. */
export function next(
  tx: OrgTx,
  actor: Actor,
  objective: StoredObjective,
  change: Partial<StoredObjective>,
): StoredObjective {
  return {
    ...objective,
    ...change,
    version: objective.version + 1,
    changedAt: tx.now,
    changedBy: actor.personId,
  }
}
