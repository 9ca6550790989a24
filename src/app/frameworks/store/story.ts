import type { Id } from '../../../kernel/id.ts'
import type { OrgTx } from '../../../shell/db.ts'
import type { Association, Item } from '../rules/item.ts'
import { toItem } from './packages.ts'

/** What a published version says of an item. */
export type Wording = { item: Item; title: string; version: string; madeAt: Date; madeByName: string }

/** An item as the published versions of one framework say it, the oldest first. */
export async function listWordings(tx: OrgTx, frameworkId: Id, itemId: Id): Promise<Wording[]> {
  const rows = await tx.db
    .selectFrom('framework_item as i')
    .innerJoin('framework as f', (join) =>
      join
        .onRef('f.org_id', '=', 'i.org_id')
        .onRef('f.framework_id', '=', 'i.framework_id')
        .onRef('f.version', '=', 'i.version'),
    )
    .selectAll('i')
    .select(['f.title as framework_title', 'f.made_at', 'f.made_by_name'])
    .where('i.org_id', '=', tx.orgId)
    .where('i.framework_id', '=', frameworkId)
    .where('i.item_id', '=', itemId)
    .orderBy('f.place')
    .execute()
  return rows.map((row) => ({
    item: toItem(row),
    title: row.framework_title,
    version: row.version,
    madeAt: row.made_at,
    madeByName: row.made_by_name,
  }))
}

/** How an item stands to others and is stood to, but for its place in the tree, in one version. */
export async function listRelations(
  tx: OrgTx,
  of: { frameworkId: Id; version: string },
  itemId: Id,
): Promise<Association[]> {
  const rows = await tx.db
    .selectFrom('framework_association')
    .selectAll()
    .where('org_id', '=', tx.orgId)
    .where('framework_id', '=', of.frameworkId)
    .where('version', '=', of.version)
    .where('type', '<>', 'isChildOf')
    .where((where) => where.or([where('origin_id', '=', itemId), where('destination_id', '=', itemId)]))
    .orderBy('place')
    .limit(100)
    .execute()
  return rows.map((row) => ({
    associationId: row.association_id,
    type: row.type,
    originId: row.origin_id,
    destinationId: row.destination_id,
    sequence: row.sequence,
    rest: row.rest as Record<string, unknown>,
  }))
}

/** Items by identifier wherever a published version holds them, each as the one kept last says it. */
export async function listByIds(
  tx: OrgTx,
  itemIds: readonly Id[],
): Promise<{ item: Item; frameworkId: Id; title: string; version: string }[]> {
  if (itemIds.length === 0) return []
  const rows = await tx.db
    .selectFrom('framework_item as i')
    .innerJoin('framework as f', (join) =>
      join
        .onRef('f.org_id', '=', 'i.org_id')
        .onRef('f.framework_id', '=', 'i.framework_id')
        .onRef('f.version', '=', 'i.version'),
    )
    .distinctOn('i.item_id')
    .selectAll('i')
    .select('f.title as framework_title')
    .where('i.org_id', '=', tx.orgId)
    .where('i.item_id', 'in', itemIds)
    .orderBy('i.item_id')
    .orderBy('f.made_at', 'desc')
    .execute()
  return rows.map((row) => ({
    item: toItem(row),
    frameworkId: row.framework_id,
    title: row.framework_title,
    version: row.version,
  }))
}
