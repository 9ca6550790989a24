import type { Id } from '../../../kernel/id.ts'
import type { OrgTx } from '../../../shell/db.ts'

/** Whose calendar the digest of a secret opens. */
export async function findByDigest(tx: OrgTx, digest: Buffer): Promise<Id | null> {
  const row = await tx.db
    .selectFrom('notice_feed')
    .select('person_id')
    .where('org_id', '=', tx.orgId)
    .where('digest', '=', digest)
    .executeTakeFirst()
  return row?.person_id ?? null
}

/** Since when a person's calendar has an address; null where it has none. */
export async function feedSince(tx: OrgTx, personId: Id): Promise<Date | null> {
  const row = await tx.db
    .selectFrom('notice_feed')
    .select('made_at')
    .where('org_id', '=', tx.orgId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row?.made_at ?? null
}

/** Gives a person's calendar an address, in place of the one it had. */
export async function saveFeed(tx: OrgTx, personId: Id, digest: Buffer): Promise<void> {
  const values = { digest, made_at: tx.now }
  await tx.db
    .insertInto('notice_feed')
    .values({ org_id: tx.orgId, person_id: personId, ...values })
    .onConflict((conflict) => conflict.columns(['org_id', 'person_id']).doUpdateSet(values))
    .execute()
}

export async function deleteFeed(tx: OrgTx, personId: Id): Promise<void> {
  await tx.db
    .deleteFrom('notice_feed')
    .where('org_id', '=', tx.orgId)
    .where('person_id', '=', personId)
    .execute()
}
