import type { Id } from '../../../kernel/id.ts'
import type { OrgTx } from '../../../shell/db.ts'
import type { Naming } from '../rules/naming.ts'

/** Names the draft of a framework anew. */
export async function saveNaming(
  tx: OrgTx,
  frameworkId: Id,
  { title, publisher, description }: Naming,
): Promise<void> {
  await tx.db
    .updateTable('framework_draft')
    .set({ title, publisher, description })
    .where('org_id', '=', tx.orgId)
    .where('framework_id', '=', frameworkId)
    .execute()
}
