import type { Actor } from '../../kernel/actor.ts'
import type { Id } from '../../kernel/id.ts'
import { done, type Outcome, refused } from '../../kernel/outcome.ts'
import type { OrgTx } from '../../shell/db.ts'
import {
  checkFields,
  checkPlace,
  checkRetiring,
  type Draft,
  type DraftItem,
  type ItemFields,
  restAfter,
  tidied,
} from './rules/draft.ts'
import type { Item } from './rules/item.ts'
import { itemName } from './rules/package.ts'
import { linkOf } from './rules/tree.ts'
import { deleteReplacements, saveLink } from './store/draft-links.ts'
import { deleteItem, insertItem, moveChildren, placeItem, setRetired, updateItem } from './store/drafts.ts'
import { wasPublished } from './store/library.ts'
import { openDraft, openItem, overtaken, recordDraft } from './writing.ts'

const newItem = (itemId: Id, parentId: Id | null, fields: ItemFields): Item => ({
  itemId,
  parentId,
  attached: true,
  typeWords: '',
  retired: false,
  replacedBy: null,
  uri: null,
  rest: {},
  ...tidied(fields),
})

/** After which item a new one stands: the one named, where that stands under the same parent; else the last there. */
function afterWhich(draft: Draft, parentId: Id | null, afterId: Id | null | undefined): Id | null {
  if (afterId === null) return null
  const beside = draft.items.filter((item) => item.parentId === parentId)
  return (beside.find(({ itemId }) => itemId === afterId) ?? beside.at(-1))?.itemId ?? null
}

/**
 * Adds an item to a draft. Refusals name `kind`, `statement` and the other fields, `anchor-N`, or `parentId`.
 * @param asked.afterId the item under the same parent that it stands after; null: first; left out: last
 */
export async function addItem(
  tx: OrgTx,
  actor: Actor,
  asked: { frameworkId: Id; parentId: Id | null; afterId?: Id | null; fields: ItemFields },
): Promise<Outcome<Id>> {
  const { frameworkId, parentId, fields } = asked
  const open = await openDraft(tx, actor, frameworkId)
  if (!open.ok) return open
  const place = checkPlace(open.value.items, parentId, null)
  const refusals = [...checkFields(fields), ...(place ? [place] : [])]
  if (refusals.length > 0) return refused(...refusals)
  const item = newItem(tx.newId(), parentId, fields)
  const afterId = afterWhich(open.value, parentId, asked.afterId)
  await insertItem(tx, frameworkId, { item, afterId, byName: actor.name })
  await recordDraft(tx, actor, frameworkId, 'item-added', {
    itemId: item.itemId,
    parentId,
    ...tidied(fields),
  })
  return done(item.itemId)
}

/**
 * Words an item of a draft anew. Where somebody else has changed it since, nothing is saved and the refusal, at
 * `revision`, says who and when.
 * @param asked.revision the item's revision that the writer saw
 */
export async function rewordItem(
  tx: OrgTx,
  actor: Actor,
  asked: { frameworkId: Id; itemId: Id; revision: number; fields: ItemFields },
): Promise<Outcome<void>> {
  const { frameworkId, itemId, revision, fields } = asked
  const open = await openItem(tx, actor, asked)
  if (!open.ok) return open
  const { item } = open.value
  if (item.revision !== revision) return refused(await overtaken(tx, item))
  const refusals = checkFields(fields)
  if (refusals.length > 0) return refused(...refusals)
  const typeWords = fields.kind === item.kind ? item.typeWords : ''
  const next = tidied(fields, item.levels)
  await updateItem(tx, frameworkId, {
    itemId,
    fields: next,
    typeWords,
    rest: restAfter(item, next),
    byName: actor.name,
  })
  await recordDraft(tx, actor, frameworkId, 'item-reworded', {
    itemId,
    before: tidied(item, item.levels),
    after: next,
  })
  return done(undefined)
}

/**
 * Puts an item, with all that stands below it, elsewhere in the tree; never below itself. Refusals name `parentId`.
 * @param asked.afterId the item under that parent that it stands after; null: first
 */
export async function moveItem(
  tx: OrgTx,
  actor: Actor,
  asked: { frameworkId: Id; itemId: Id; parentId: Id | null; afterId: Id | null },
): Promise<Outcome<void>> {
  const { frameworkId, itemId, parentId, afterId } = asked
  const open = await openItem(tx, actor, asked)
  if (!open.ok) return open
  const { draft, item } = open.value
  const wrong = checkPlace(draft.items, parentId, item)
  if (wrong) return refused(wrong)
  if (afterId === itemId) return refused({ field: 'afterId', message: 'Choose another item to stand after.' })
  await placeItem(tx, frameworkId, { itemId, parentId, afterId: afterWhich(draft, parentId, afterId) })
  await recordDraft(tx, actor, frameworkId, 'item-moved', {
    itemId,
    from: item.parentId,
    to: parentId,
    afterId,
  })
  return done(undefined)
}

/**
 * Makes two items or more of one: it is retired and replaced by them, and what stands below it goes under the first.
 * One that was never published leaves the draft, and what it replaced is replaced by them.
 * Refusals name the fields of the N-th new item as `N-field`, 0 first.
 */
export async function splitItem(
  tx: OrgTx,
  actor: Actor,
  asked: { frameworkId: Id; itemId: Id; revision?: number; into: readonly ItemFields[] },
): Promise<Outcome<Id[]>> {
  const { frameworkId, itemId, into } = asked
  const open = await openItem(tx, actor, asked)
  if (!open.ok) return open
  const { draft, item } = open.value
  if (asked.revision !== undefined && asked.revision !== item.revision)
    return refused(await overtaken(tx, item))
  const refusals = into.flatMap((fields, at) =>
    checkFields(fields).map(({ field, message }) => ({ field: `${at}-${field}`, message })),
  )
  if (into.length < 2) refusals.push({ field: 'into', message: 'Split an item into two or more.' })
  if (item.retired) refusals.push({ field: 'into', message: `${itemName(item)} is retired already.` })
  if (refusals.length > 0) return refused(...refusals)
  const ids: Id[] = []
  for (const fields of into) {
    const next = newItem(tx.newId(), item.parentId, fields)
    await insertItem(tx, frameworkId, { item: next, afterId: ids.at(-1) ?? itemId, byName: actor.name })
    ids.push(next.itemId)
  }
  const [first = null] = ids
  if (first) await moveChildren(tx, frameworkId, itemId, first)
  const isKnown = await wasPublished(tx, frameworkId, itemId)
  const served = draft.items.filter(({ replacedBy }) => replacedBy === itemId)
  for (const { itemId: old } of isKnown ? [item] : served) {
    await setRetired(tx, frameworkId, { itemId: old, retired: true, replacedBy: first, byName: actor.name })
    for (const id of ids) await saveLink(tx, frameworkId, linkOf(frameworkId, old, 'replacedBy', id))
  }
  if (!isKnown) await deleteItem(tx, frameworkId, itemId)
  await recordDraft(tx, actor, frameworkId, 'item-split', {
    itemId,
    into: ids,
    words: into.map((each) => tidied(each)),
  })
  return done(ids)
}

/**
 * Retires an item, with what is used instead where that is said. One that was never published leaves the draft; the
 * retired ones below it then stand where it stood.
 * Refusals name `replacedBy`.
 */
export async function retireItem(
  tx: OrgTx,
  actor: Actor,
  asked: { frameworkId: Id; itemId: Id; revision?: number; replacedBy: Id | null },
): Promise<Outcome<void>> {
  const { frameworkId, itemId, replacedBy } = asked
  const open = await openItem(tx, actor, asked)
  if (!open.ok) return open
  const { draft, item } = open.value
  if (asked.revision !== undefined && asked.revision !== item.revision)
    return refused(await overtaken(tx, item))
  const isKnown = await wasPublished(tx, frameworkId, itemId)
  const refusals = checkRetiring(draft.items, item, replacedBy)
  const served = isKnown ? undefined : draft.items.find((each) => each.replacedBy === itemId)
  if (served)
    refusals.push({ message: `${itemName(served)} is replaced by it. Name another replacement there first.` })
  if (refusals.length > 0) return refused(...refusals)
  if (isKnown) {
    await setRetired(tx, frameworkId, { itemId, retired: true, replacedBy, byName: actor.name })
    if (replacedBy) await saveLink(tx, frameworkId, linkOf(frameworkId, itemId, 'replacedBy', replacedBy))
  } else {
    await moveChildren(tx, frameworkId, itemId, item.parentId)
    await deleteItem(tx, frameworkId, itemId)
  }
  await recordDraft(tx, actor, frameworkId, 'item-retired', { itemId, item: itemName(item), replacedBy })
  return done(undefined)
}

/** Brings a retired item of a draft back into use; what it was replaced by stays too, and no longer replaces it. */
export async function restoreItem(
  tx: OrgTx,
  actor: Actor,
  asked: { frameworkId: Id; itemId: Id },
): Promise<Outcome<void>> {
  const { frameworkId, itemId } = asked
  const open = await openItem(tx, actor, asked)
  if (!open.ok) return open
  const { draft, item } = open.value
  if (!item.retired) return done(undefined)
  const above = parentOf(draft, item)
  if (above?.retired)
    return refused({
      message: `${itemName(above)}, which it stands under, is retired. Bring that back first.`,
    })
  await setRetired(tx, frameworkId, { itemId, retired: false, replacedBy: null, byName: actor.name })
  await deleteReplacements(tx, frameworkId, itemId)
  await recordDraft(tx, actor, frameworkId, 'item-restored', { itemId, item: itemName(item) })
  return done(undefined)
}

const parentOf = (draft: Draft, item: DraftItem): DraftItem | undefined =>
  draft.items.find(({ itemId }) => itemId === item.parentId)
