import { sql } from 'kysely'
import type { OrgTx } from '../../../shell/db.ts'

/** Lets one transaction of the organisation launch or close rounds at a time. */
export async function lockRounds(tx: OrgTx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`feedback ${tx.orgId}`}, 0))`.execute(tx.db)
}
