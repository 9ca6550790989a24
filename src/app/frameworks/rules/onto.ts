import type { Id } from '../../../kernel/id.ts'
import { count, listing } from '../../../kernel/text.ts'
import { inUse } from './csv-tree.ts'
import type { Association, FrameworkPackage, Item } from './item.ts'
import { linksOf } from './next-version.ts'
import { itemName } from './package.ts'
import { inTreeOrder } from './tree.ts'

/** The version that a file is the next one of. */
export type Before = Omit<FrameworkPackage, 'source'>

/** What a format can say. */
export type Says = {
  /** An item as the next version has it, of the file's and of the version before. */
  item: (read: Item, was: Item) => Item
  /** Whether a link of before is one that the file would have. */
  link: (link: Association) => boolean
}

/** The items in use that the next version does not have. */
export function goneFrom(before: Pick<Before, 'items'>, next: Pick<FrameworkPackage, 'items'>): Item[] {
  const kept = new Set(next.items.map(({ itemId }) => itemId))
  return before.items.filter(({ itemId, retired }) => !retired && !kept.has(itemId))
}

/** How many items are named. */
const NAMED = 3

/** Says which items are gone; nothing where none is. */
export function goneWords(gone: readonly Item[], version: string | null): string[] {
  if (gone.length === 0) return []
  const named = gone.slice(0, NAMED).map(itemName)
  const all = listing(gone.length > NAMED ? [...named, 'others'] : named)
  return [
    `${count(gone.length, 'item is', 'items are')} gone: ${gone.length === 1 ? 'it is' : 'they are'} in version ${version ?? ''} and not in the file, and so are ${gone.length === 1 ? 'its' : 'their'} links. ${all}.`,
  ]
}

/**
 * A file's framework as the next version of one that says more than the file's format can: what the format does not say
 * stays as it was, links between items that are still there, definitions and retired items among it.
 */
export function onto(read: FrameworkPackage, before: Before, says: Says): FrameworkPackage {
  const items = withRetired(read.items, before.items, says)
  const there = new Set<string>(items.map(({ itemId }) => itemId))
  const known = new Set<string>(before.items.map(({ itemId }) => itemId))
  const keyOf = ({ type, originId, destinationId }: Association) => `${type} ${originId} ${destinationId}`
  const said = new Set(read.associations.map(keyOf))
  const holds = (end: string) => there.has(end) || !known.has(end)
  const kept = before.associations.filter(
    (link) =>
      holds(link.originId) && holds(link.destinationId) && (!says.link(link) || said.has(keyOf(link))),
  )
  const had = new Set(kept.map(keyOf))
  const added = read.associations.filter((link) => !had.has(keyOf(link)))
  const links = linksOf(read.frameworkId, items, { ...before, associations: kept }, added)
  const places = new Map(before.associations.map(({ associationId }, at) => [associationId, at]))
  const placeOf = ({ associationId }: Association) => places.get(associationId) ?? places.size
  return {
    ...read,
    publisher: read.publisher || before.publisher,
    uri: before.uri,
    language: read.language || before.language,
    kind: before.kind,
    rest: { ...before.rest, ...read.rest },
    items,
    associations: links.toSorted((a, b) => placeOf(a) - placeOf(b)),
    definitions: before.definitions,
  }
}

/** The file's items with the retired ones of before, which no such file has, where they stood among the others. */
function withRetired(read: readonly Item[], before: readonly Item[], says: Says): Item[] {
  const known = new Map(before.map((item) => [item.itemId, item]))
  const inFile = new Set(read.map(({ itemId }) => itemId))
  const written = new Set(inUse(before).map(({ itemId }) => itemId))
  const there = new Set([...inFile, ...before.flatMap(({ itemId, retired }) => (retired ? [itemId] : []))])
  const instead = (id: Id | null) => (id !== null && there.has(id) ? id : null)
  const above = (item: Item): Id | null => {
    const parent = known.get(item.parentId ?? '')
    if (!parent) return null
    return there.has(parent.itemId) ? parent.itemId : above(parent)
  }
  const after = new Map<Id | null, Item[]>()
  let last: Id | null = null
  for (const item of before) {
    if (inFile.has(item.itemId)) last = item.itemId
    else if (item.retired) {
      const retired = { ...item, parentId: above(item), replacedBy: instead(item.replacedBy) }
      const others = after.get(last)
      if (others) others.push(retired)
      else after.set(last, [retired])
    }
  }
  const items = read.flatMap((item) => {
    const was = known.get(item.itemId)
    const stays = was?.retired === true && written.has(item.itemId)
    const now = was
      ? { ...says.item(item, was), retired: stays, replacedBy: stays ? instead(was.replacedBy) : null }
      : item
    return [now, ...(after.get(item.itemId) ?? [])]
  })
  return inTreeOrder([...(after.get(null) ?? []), ...items])
}
