import type { Day } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'
import type { OrgTx } from '../../../shell/db.ts'
import type { ObjectiveState } from '../rules/objective.ts'

/** What the organisation wants in a period. */
export type Priority = {
  priorityId: Id
  title: string
  owner: string
  from: Day
  /** The last day; null while no end is set. */
  to: Day | null
  /** The key of the measure it shows in. */
  measure: string | null
  version: number
}

/** Every priority of the organisation, those that began first at the top. */
export async function listAll(tx: OrgTx): Promise<Priority[]> {
  return tx.once('priorities', async () => {
    const all = await tx.db
      .selectFrom('priority')
      .selectAll()
      .where('org_id', '=', tx.orgId)
      .orderBy('from_day')
      .orderBy('place')
      .execute()
    return all.map((row) => ({
      priorityId: row.priority_id,
      title: row.title,
      owner: row.owner,
      from: row.from_day,
      to: row.to_day,
      measure: row.measure,
      version: row.version,
    }))
  })
}

/** Keeps a priority, new or as its next version. */
export async function savePriority(tx: OrgTx, priority: Priority): Promise<void> {
  const values = {
    title: priority.title,
    owner: priority.owner,
    from_day: priority.from,
    to_day: priority.to,
    measure: priority.measure,
    version: priority.version,
  }
  await tx.db
    .insertInto('priority')
    .values({ org_id: tx.orgId, priority_id: priority.priorityId, ...values })
    .onConflict((conflict) => conflict.columns(['org_id', 'priority_id']).doUpdateSet(values))
    .execute()
}

/** Locks a priority until the transaction ends, so that changes to it come one after another. */
export async function lockPriority(tx: OrgTx, priorityId: Id): Promise<void> {
  await tx.db
    .selectFrom('priority')
    .select('priority_id')
    .where('org_id', '=', tx.orgId)
    .where('priority_id', '=', priorityId)
    .forUpdate()
    .execute()
}

/** A professional objective, as far as counting needs it. */
export type CountedObjective = {
  objectiveId: Id
  personId: Id
  needId: Id | null
  priorityId: Id | null
  state: ObjectiveState
  agreedOn: Day | null
}

/** Every professional objective of the organisation, without its words: what is personal is never counted. */
export async function listCounted(tx: OrgTx): Promise<CountedObjective[]> {
  return tx.once('counted objectives', async () => {
    const all = await tx.db
      .selectFrom('objective')
      .select(['objective_id', 'person_id', 'need_id', 'priority_id', 'state', 'agreed_on'])
      .where('org_id', '=', tx.orgId)
      .where('kind', '=', 'professional')
      .where('private', '=', false)
      .execute()
    return all.map((row) => ({
      objectiveId: row.objective_id,
      personId: row.person_id,
      needId: row.need_id,
      priorityId: row.priority_id,
      state: row.state as ObjectiveState,
      agreedOn: row.agreed_on,
    }))
  })
}
