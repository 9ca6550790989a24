import type { Actor } from '../../kernel/actor.ts'
import type { Id } from '../../kernel/id.ts'
import { done, type Outcome, refused } from '../../kernel/outcome.ts'
import type { OrgTx } from '../../shell/db.ts'
import { readPackage } from './library.ts'
import type { Item } from './rules/item.ts'
import { itemName } from './rules/package.ts'
import { linkOf } from './rules/tree.ts'
import { listLinks, saveLink } from './store/draft-links.ts'
import { insertItem } from './store/drafts.ts'
import { openDraft, recordDraft } from './writing.ts'

/**
 * Copies items of another framework into a draft, each with a link to where it was drawn from; those that stand under
 * another one drawn with them stand under its copy, the others at the end of the top.
 * @returns the new items, in the order of the tree they come from; refusals name `items`
 */
export async function drawItems(
  tx: OrgTx,
  actor: Actor,
  asked: { frameworkId: Id; from: { frameworkId: Id; version: string }; itemIds: readonly Id[] },
): Promise<Outcome<Id[]>> {
  const { frameworkId, from } = asked
  const open = await openDraft(tx, actor, frameworkId)
  if (!open.ok) return open
  const source =
    from.frameworkId === frameworkId ? null : await readPackage(tx, from.frameworkId, from.version)
  if (!source) return refused({ field: 'items', message: 'Choose another framework to draw from.' })
  const wanted = new Set(asked.itemIds)
  const drawn = source.items.filter(({ itemId, retired }) => wanted.has(itemId) && !retired)
  if (drawn.length === 0 || drawn.length < wanted.size)
    return refused({ field: 'items', message: `Choose items that ${source.title} ${source.version} uses.` })
  const twice = await drawnAlready(tx, open.value, drawn)
  if (twice)
    return refused({ field: 'items', message: `${itemName(twice)} has been drawn already. Leave it out.` })
  const copies = new Map<Id, Id>()
  const top = open.value.items.filter(({ parentId }) => parentId === null)
  const last = new Map<Id | null, Id | null>([[null, top.at(-1)?.itemId ?? null]])
  for (const item of drawn) {
    const itemId = tx.newId()
    copies.set(item.itemId, itemId)
    const parentId = copies.get(item.parentId ?? '') ?? null
    const copy = { ...item, itemId, parentId, attached: true, replacedBy: null, uri: null, rest: {} }
    await insertItem(tx, frameworkId, {
      item: copy,
      afterId: last.get(parentId) ?? null,
      byName: actor.name,
    })
    last.set(parentId, itemId)
    const link = linkOf(frameworkId, itemId, 'exactMatchOf', item.itemId)
    await saveLink(tx, frameworkId, { ...link, rest: { destinationNodeURI: addressOf(item) } })
  }
  const ids = [...copies.values()]
  await recordDraft(tx, actor, frameworkId, 'items-drawn', {
    from: `${source.title} ${source.version}`,
    items: drawn.map(itemName),
    itemIds: ids,
  })
  return done(ids)
}

const addressOf = (item: Item) => ({
  title: item.title || item.statement,
  identifier: item.itemId,
  ...(item.uri ? { uri: item.uri } : {}),
})

/** The first of the items of which the draft has a copy in use. */
async function drawnAlready(
  tx: OrgTx,
  draft: { frameworkId: Id; baseVersion: string | null; items: readonly Item[] },
  drawn: readonly Item[],
): Promise<Item | undefined> {
  const { frameworkId, baseVersion } = draft
  const base = baseVersion === null ? null : await readPackage(tx, frameworkId, baseVersion)
  const links = [...(base?.associations ?? []), ...(await listLinks(tx, frameworkId))]
  const inUse = new Set<string>(draft.items.filter(({ retired }) => !retired).map(({ itemId }) => itemId))
  const origins = new Set(
    links.flatMap(({ type, originId, destinationId }) =>
      type === 'exactMatchOf' && inUse.has(originId) ? [destinationId] : [],
    ),
  )
  return drawn.find(({ itemId }) => origins.has(itemId))
}
