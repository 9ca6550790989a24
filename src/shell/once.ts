import type { Id } from '../kernel/id.ts'
import type { OrgTx } from './db.ts'

/**
 * Claims a form's number for this transaction. A second post of the same form waits here until the first is done.
 * @returns where the first post went, or null where this is the first
 */
export async function claimPost(tx: OrgTx, once: Id): Promise<{ location: string | null } | null> {
  const claimed = await tx.db
    .insertInto('form_post')
    .values({ org_id: tx.orgId, once, location: null, at: tx.now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (claimed.numInsertedOrUpdatedRows === 1n) return null
  return tx.db
    .selectFrom('form_post')
    .select('location')
    .where('org_id', '=', tx.orgId)
    .where('once', '=', once)
    .executeTakeFirstOrThrow()
}

/** Notes where a form's post led. */
export async function settlePost(tx: OrgTx, once: Id, location: string): Promise<void> {
  await tx.db
    .updateTable('form_post')
    .set({ location })
    .where('org_id', '=', tx.orgId)
    .where('once', '=', once)
    .execute()
}
