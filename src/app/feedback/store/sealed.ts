import { randomUUID } from 'node:crypto'
import type { Id } from '../../../kernel/id.ts'
import type { OrgTx } from '../../../shell/db.ts'

/** Puts a box beside the others of its round, under a number that says nothing of its time. */
export async function saveBox(tx: OrgTx, roundId: Id, box: Buffer): Promise<void> {
  await tx.db
    .insertInto('feedback_sealed')
    .values({ org_id: tx.orgId, sealed_id: randomUUID(), round_id: roundId, box })
    .execute()
}

/** The boxes of a round. */
export async function readBoxes(tx: OrgTx, roundId: Id): Promise<Buffer[]> {
  const rows = await tx.db
    .selectFrom('feedback_sealed')
    .select('box')
    .where('org_id', '=', tx.orgId)
    .where('round_id', '=', roundId)
    .orderBy('sealed_id')
    .execute()
  return rows.map((row) => row.box)
}

export async function deleteBoxes(tx: OrgTx, roundId: Id): Promise<void> {
  await tx.db
    .deleteFrom('feedback_sealed')
    .where('org_id', '=', tx.orgId)
    .where('round_id', '=', roundId)
    .execute()
}
