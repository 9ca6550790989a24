import type { Id } from '../../../kernel/id.ts'
import type { OrgTx } from '../../../shell/db.ts'
import type { Association } from '../rules/item.ts'

const links = (tx: OrgTx, frameworkId: Id) =>
  tx.db
    .deleteFrom('framework_draft_association')
    .where('org_id', '=', tx.orgId)
    .where('framework_id', '=', frameworkId)

/** Takes out how an item stands to others. */
export async function deleteLinks(tx: OrgTx, frameworkId: Id, itemId: Id): Promise<void> {
  await links(tx, frameworkId)
    .where((of) => of.or([of('origin_id', '=', itemId), of('destination_id', '=', itemId)]))
    .execute()
}

/** What the draft adds to the associations of the version that it begins from. */
export async function listLinks(tx: OrgTx, frameworkId: Id): Promise<Association[]> {
  const rows = await tx.db
    .selectFrom('framework_draft_association')
    .selectAll()
    .where('org_id', '=', tx.orgId)
    .where('framework_id', '=', frameworkId)
    .orderBy('association_id')
    .execute()
  return rows.map((row) => ({
    associationId: row.association_id,
    type: row.type,
    originId: row.origin_id,
    destinationId: row.destination_id,
    sequence: null,
    rest: row.rest as Record<string, unknown>,
  }))
}

export async function saveLink(tx: OrgTx, frameworkId: Id, link: Association): Promise<void> {
  await tx.db
    .insertInto('framework_draft_association')
    .values({
      org_id: tx.orgId,
      framework_id: frameworkId,
      association_id: link.associationId,
      type: link.type,
      origin_id: link.originId,
      destination_id: link.destinationId,
      rest: JSON.stringify(link.rest),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Takes back what the draft said an item was replaced by. */
export async function deleteReplacements(tx: OrgTx, frameworkId: Id, itemId: Id): Promise<void> {
  await links(tx, frameworkId).where('type', '=', 'replacedBy').where('origin_id', '=', itemId).execute()
}
