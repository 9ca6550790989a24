import type { Selectable } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'
import type { OrgTx } from '../../../shell/db.ts'
import type { DB } from '../../../shell/db-types.ts'
import type { CarryItem } from '../rules/carry.ts'

/** The end of a plan year of a person, as it is kept. */
export type YearEnd = {
  from: Day
  to: Day
  state: 'proposed' | 'sent back' | 'closed'
  items: CarryItem[]
  /** What is to change, where it was sent back. */
  question: string
  version: number
  proposedOn: Day
  /** The version of the plan that the year ended with. */
  planVersion: number | null
  closedOn: Day | null
}

/** The month in which plan years begin: 1 January to 12 December. */
export async function findFirstMonth(tx: OrgTx): Promise<number> {
  return tx.once('plan calendar', async () => {
    const row = await tx.db
      .selectFrom('plan_calendar')
      .select('first_month')
      .where('org_id', '=', tx.orgId)
      .executeTakeFirst()
    return row?.first_month ?? 1
  })
}

export async function saveFirstMonth(tx: OrgTx, first_month: number): Promise<void> {
  await tx.db
    .insertInto('plan_calendar')
    .values({ org_id: tx.orgId, first_month })
    .onConflict((conflict) => conflict.column('org_id').doUpdateSet({ first_month }))
    .execute()
}

const toEnd = (row: Selectable<DB['plan_year']>): YearEnd => ({
  from: row.from_day,
  to: row.to_day,
  state: row.state as YearEnd['state'],
  items: row.items as unknown as CarryItem[],
  question: row.question,
  version: row.version,
  proposedOn: row.proposed_on,
  planVersion: row.plan_version,
  closedOn: row.closed_on,
})

/** Every end of a year of a person, proposed or closed, the newest first. */
export async function listEnds(tx: OrgTx, personId: Id): Promise<YearEnd[]> {
  const rows = await tx.each('plan years', personId, async (personIds) => {
    const all = await tx.db
      .selectFrom('plan_year')
      .selectAll()
      .where('org_id', '=', tx.orgId)
      .where('person_id', 'in', personIds)
      .orderBy('to_day', 'desc')
      .execute()
    return Map.groupBy(all, (row) => row.person_id)
  })
  return (rows ?? []).map(toEnd)
}

export async function saveEnd(tx: OrgTx, personId: Id, end: YearEnd): Promise<void> {
  const values = {
    to_day: end.to,
    state: end.state,
    items: JSON.stringify(end.items),
    question: end.question,
    version: end.version,
    proposed_on: end.proposedOn,
    plan_version: end.planVersion,
    closed_on: end.closedOn,
  }
  await tx.db
    .insertInto('plan_year')
    .values({ org_id: tx.orgId, person_id: personId, from_day: end.from, ...values })
    .onConflict((conflict) => conflict.columns(['org_id', 'person_id', 'from_day']).doUpdateSet(values))
    .execute()
}
