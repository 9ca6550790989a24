import type { Day } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'
import type { OrgTx } from '../../../shell/db.ts'

/** What the organisation wants in a period. */
export type Priority = {
  priorityId: Id
  title: string
  owner: string
  from: Day
  /** The last day; null while no end is set. */
  to: Day | null
  measure: string | null
}

/** Every priority of the organisation, those that began first at the top. */
export async function listAll(tx: OrgTx): Promise<Priority[]> {
  return tx.once('priorities', async () => {
    const all = await tx.db
      .selectFrom('priority')
      .selectAll()
      .where('org_id', '=', tx.orgId)
      .orderBy('from_day')
      .orderBy('priority_id')
      .execute()
    return all.map((row) => ({
      priorityId: row.priority_id,
      title: row.title,
      owner: row.owner,
      from: row.from_day,
      to: row.to_day,
      measure: row.measure,
    }))
  })
}

export async function savePriority(tx: OrgTx, priority: Priority): Promise<void> {
  const values = {
    title: priority.title,
    owner: priority.owner,
    from_day: priority.from,
    to_day: priority.to,
    measure: priority.measure,
  }
  await tx.db
    .insertInto('priority')
    .values({ org_id: tx.orgId, priority_id: priority.priorityId, ...values })
    .onConflict((conflict) => conflict.columns(['org_id', 'priority_id']).doUpdateSet(values))
    .execute()
}
