import type { Id } from '../../../kernel/id.ts'
import type { OrgTx } from '../../../shell/db.ts'

/** The weeks that the organisation has set for everybody; null where it has not. */
export async function findUsualWeeks(tx: OrgTx): Promise<number | null> {
  return tx.once('usual cadence', async () => {
    const row = await tx.db
      .selectFrom('review_cadence_usual')
      .select('weeks')
      .where('org_id', '=', tx.orgId)
      .executeTakeFirst()
    return row?.weeks ?? null
  })
}

/** The weeks that were set for one person; null where none were. */
export async function findOwnWeeks(tx: OrgTx, personId: Id): Promise<number | null> {
  const weeks = await tx.each('cadence', personId, async (personIds) => {
    const rows = await tx.db
      .selectFrom('review_cadence')
      .select(['person_id', 'weeks'])
      .where('org_id', '=', tx.orgId)
      .where('person_id', 'in', personIds)
      .execute()
    return new Map(rows.map((row) => [row.person_id, row.weeks]))
  })
  return weeks ?? null
}

export async function saveUsualWeeks(tx: OrgTx, weeks: number, by: Id): Promise<void> {
  const values = { weeks, set_by: by, set_at: tx.now }
  await tx.db
    .insertInto('review_cadence_usual')
    .values({ org_id: tx.orgId, ...values })
    .onConflict((conflict) => conflict.column('org_id').doUpdateSet(values))
    .execute()
}

/** Sets the weeks of one person; null lets the organisation's count again. */
export async function saveOwnWeeks(tx: OrgTx, personId: Id, weeks: number | null, by: Id): Promise<void> {
  if (weeks === null) {
    await tx.db
      .deleteFrom('review_cadence')
      .where('org_id', '=', tx.orgId)
      .where('person_id', '=', personId)
      .execute()
    return
  }
  const values = { weeks, set_by: by, set_at: tx.now }
  await tx.db
    .insertInto('review_cadence')
    .values({ org_id: tx.orgId, person_id: personId, ...values })
    .onConflict((conflict) => conflict.columns(['org_id', 'person_id']).doUpdateSet(values))
    .execute()
}
