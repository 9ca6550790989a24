import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { OrgTx } from '../../../shell/db.ts'
import type { Draft, DraftItem, ItemFields } from '../rules/draft.ts'
import type { Item } from '../rules/item.ts'
import { inTreeOrder } from '../rules/tree.ts'
import { deleteLinks } from './draft-links.ts'
import { toItem } from './packages.ts'

const items = (tx: OrgTx, frameworkId: Id) =>
  tx.db
    .selectFrom('framework_draft_item')
    .selectAll()
    .where('org_id', '=', tx.orgId)
    .where('framework_id', '=', frameworkId)

const changing = (tx: OrgTx, frameworkId: Id, itemId: Id) =>
  tx.db
    .updateTable('framework_draft_item')
    .where('org_id', '=', tx.orgId)
    .where('framework_id', '=', frameworkId)
    .where('item_id', '=', itemId)

/** The draft of a framework's next version with every item in the order of its tree; null where none is being written. */
export async function findWholeDraft(tx: OrgTx, frameworkId: Id): Promise<Draft | null> {
  const row = await tx.db
    .selectFrom('framework_draft')
    .selectAll()
    .where('org_id', '=', tx.orgId)
    .where('framework_id', '=', frameworkId)
    .executeTakeFirst()
  if (!row) return null
  const rows = await items(tx, frameworkId).orderBy('place').orderBy('item_id').execute()
  return {
    frameworkId,
    baseVersion: row.base_version,
    title: row.title,
    publisher: row.publisher,
    description: row.description,
    revision: row.revision,
    begunByName: row.begun_by_name,
    begunAt: row.begun_at,
    items: inTreeOrder(
      rows.map(
        (each): DraftItem => ({
          ...toItem(each),
          place: each.place,
          revision: each.revision,
          changedByName: each.changed_by_name,
          changedAt: each.changed_at,
        }),
      ),
    ),
  }
}

/** Whether a next version of the framework is being written. */
export async function hasOpenDraft(tx: OrgTx, frameworkId: Id): Promise<boolean> {
  const row = await tx.db
    .selectFrom('framework_draft')
    .select('framework_id')
    .where('org_id', '=', tx.orgId)
    .where('framework_id', '=', frameworkId)
    .executeTakeFirst()
  return row !== undefined
}

/** Every draft that is being written, the newest first, with how many items it has. */
export async function listOpenDrafts(
  tx: OrgTx,
): Promise<(Omit<Draft, 'items' | 'publisher' | 'description' | 'revision'> & { items: number })[]> {
  const rows = await tx.db
    .selectFrom('framework_draft as d')
    .select((of) => [
      'd.framework_id',
      'd.base_version',
      'd.title',
      'd.begun_by_name',
      'd.begun_at',
      of
        .selectFrom('framework_draft_item as i')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .whereRef('i.org_id', '=', 'd.org_id')
        .whereRef('i.framework_id', '=', 'd.framework_id')
        .as('items'),
    ])
    .where('d.org_id', '=', tx.orgId)
    .orderBy('d.begun_at', 'desc')
    .orderBy('d.framework_id')
    .execute()
  return rows.map((row) => ({
    frameworkId: row.framework_id,
    baseVersion: row.base_version,
    title: row.title,
    begunByName: row.begun_by_name,
    begunAt: row.begun_at,
    items: Number(row.items),
  }))
}

export async function saveDraft(
  tx: OrgTx,
  draft: Pick<Draft, 'frameworkId' | 'baseVersion' | 'title' | 'publisher' | 'description' | 'begunByName'>,
): Promise<void> {
  await tx.db
    .insertInto('framework_draft')
    .values({
      org_id: tx.orgId,
      framework_id: draft.frameworkId,
      base_version: draft.baseVersion,
      title: draft.title,
      publisher: draft.publisher,
      description: draft.description,
      begun_by_name: draft.begunByName,
      begun_at: tx.now,
    })
    .execute()
}

/** Fills a draft with the items of the version that it begins from. */
export async function copyItems(
  tx: OrgTx,
  of: { frameworkId: Id; version: string },
  byName: string,
): Promise<void> {
  await sql`
    insert into framework_draft_item (org_id, framework_id, item_id, parent_id, attached, place, kind, type_words, code, title,
      statement, soft, legal, words, levels, retired, replaced_by, uri, rest, changed_by_name, changed_at)
    select org_id, framework_id, item_id, parent_id, attached, row_number() over (partition by parent_id order by place), kind,
      type_words, code, title, statement, soft, legal, words, levels, retired, replaced_by, uri, rest, ${byName}, ${tx.now}
    from framework_item
    where org_id = ${tx.orgId} and framework_id = ${of.frameworkId} and version = ${of.version}`.execute(
    tx.db,
  )
}

/** Counts a change of the draft. */
export async function touchDraft(tx: OrgTx, frameworkId: Id): Promise<void> {
  await tx.db
    .updateTable('framework_draft')
    .set((of) => ({ revision: of('revision', '+', 1) }))
    .where('org_id', '=', tx.orgId)
    .where('framework_id', '=', frameworkId)
    .execute()
}

/** Throws a draft away with all that it holds. */
export async function deleteDraft(tx: OrgTx, frameworkId: Id): Promise<void> {
  await tx.db
    .deleteFrom('framework_draft')
    .where('org_id', '=', tx.orgId)
    .where('framework_id', '=', frameworkId)
    .execute()
}

/** Makes room after `afterId` among those under a parent (null: before the first), and answers the free place. */
async function roomAfter(
  tx: OrgTx,
  frameworkId: Id,
  parentId: Id | null,
  afterId: Id | null,
): Promise<number> {
  const beside = items(tx, frameworkId).where(sql<boolean>`parent_id is not distinct from ${parentId}::uuid`)
  const after = afterId && (await beside.where('item_id', '=', afterId).executeTakeFirst())
  const place = (after ? after.place : 0) + 1
  await tx.db
    .updateTable('framework_draft_item')
    .set((of) => ({ place: of('place', '+', 1) }))
    .where('org_id', '=', tx.orgId)
    .where('framework_id', '=', frameworkId)
    .where(sql<boolean>`parent_id is not distinct from ${parentId}::uuid`)
    .where('place', '>=', place)
    .execute()
  return place
}

/** Adds an item after another that stands under the same parent. */
export async function insertItem(
  tx: OrgTx,
  frameworkId: Id,
  { item, afterId, byName }: { item: Item; afterId: Id | null; byName: string },
): Promise<void> {
  await tx.db
    .insertInto('framework_draft_item')
    .values({
      org_id: tx.orgId,
      framework_id: frameworkId,
      item_id: item.itemId,
      parent_id: item.parentId,
      attached: item.attached,
      place: await roomAfter(tx, frameworkId, item.parentId, afterId),
      type_words: item.typeWords,
      retired: item.retired,
      replaced_by: item.replacedBy,
      uri: item.uri,
      rest: JSON.stringify(item.rest),
      changed_by_name: byName,
      changed_at: tx.now,
      ...columnsOf(item),
    })
    .execute()
}

const columnsOf = ({ levels, kind, code, title, statement, soft, legal, words }: ItemFields) => ({
  kind,
  code,
  title,
  statement,
  soft,
  legal,
  words,
  levels: JSON.stringify(levels),
})

/** Words an item anew, as one more revision of it. */
export async function updateItem(
  tx: OrgTx,
  frameworkId: Id,
  change: {
    itemId: Id
    fields: ItemFields
    typeWords: string
    rest: Record<string, unknown>
    byName: string
  },
): Promise<void> {
  await changing(tx, frameworkId, change.itemId)
    .set((of) => ({
      ...columnsOf(change.fields),
      type_words: change.typeWords,
      rest: JSON.stringify(change.rest),
      revision: of('revision', '+', 1),
      changed_by_name: change.byName,
      changed_at: tx.now,
    }))
    .execute()
}

/** Puts an item under a parent, after another there. */
export async function placeItem(
  tx: OrgTx,
  frameworkId: Id,
  { itemId, parentId, afterId }: { itemId: Id; parentId: Id | null; afterId: Id | null },
): Promise<void> {
  const place = await roomAfter(tx, frameworkId, parentId, afterId)
  await changing(tx, frameworkId, itemId).set({ parent_id: parentId, attached: true, place }).execute()
}

/** Puts all that stands under one item under another, or at the top. */
export async function moveChildren(tx: OrgTx, frameworkId: Id, from: Id, to: Id | null): Promise<void> {
  await tx.db
    .updateTable('framework_draft_item')
    .set({ parent_id: to })
    .where('org_id', '=', tx.orgId)
    .where('framework_id', '=', frameworkId)
    .where('parent_id', '=', from)
    .execute()
}

/** Retires an item, or brings it back, as one more revision of it. */
export async function setRetired(
  tx: OrgTx,
  frameworkId: Id,
  change: { itemId: Id; retired: boolean; replacedBy: Id | null; byName: string },
): Promise<void> {
  await changing(tx, frameworkId, change.itemId)
    .set((of) => ({
      retired: change.retired,
      replaced_by: change.replacedBy,
      revision: of('revision', '+', 1),
      changed_by_name: change.byName,
      changed_at: tx.now,
    }))
    .execute()
}

/** Takes an item that was never published out of the draft, with how it stands to others. */
export async function deleteItem(tx: OrgTx, frameworkId: Id, itemId: Id): Promise<void> {
  await tx.db
    .deleteFrom('framework_draft_item')
    .where('org_id', '=', tx.orgId)
    .where('framework_id', '=', frameworkId)
    .where('item_id', '=', itemId)
    .execute()
  await deleteLinks(tx, frameworkId, itemId)
}
