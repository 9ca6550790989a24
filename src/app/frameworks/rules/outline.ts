import type { Id } from '../../../kernel/id.ts'
import type { Item } from './item.ts'
import { childrenOf } from './tree.ts'

/** An item with what stands under it, as far as a page shows it. */
export type Branch<Of extends Item = Item> = {
  item: Of
  /** How many items stand under it, at any depth. */
  under: number
  branches: Branch<Of>[]
  /** How many stand directly under it and are not shown: there are too many for one page, or no search found them. */
  hidden: number
  /** The search found it, and not only what stands under it; false where nothing is searched for. */
  found: boolean
}

/** The part of a framework's tree that one page shows. */
export type Outline<Of extends Item = Item> = {
  branches: Branch<Of>[]
  /** What its publisher put under nothing. */
  loose: Branch<Of>[]
  /** From the top down to the item that the page begins below; empty at the top. */
  trail: Of[]
  /** How many at the first level of this page are not shown. */
  hidden: number
  /** How many the search found; null where nothing is searched for. */
  found: number | null
}

const plain = (text: string): string => text.toLowerCase()

/** Whether an item says every one of some words, in lower case: in its code, title, statement or kind. */
function says(item: Item, words: readonly string[]): boolean {
  const text = plain(`${item.code} ${item.title} ${item.statement} ${item.typeWords} ${item.kind}`)
  return words.every((word) => text.includes(word))
}

/** The items above one, the top first, without itself. */
export function trailTo<Of extends Item>(items: readonly Of[], itemId: Id): Of[] {
  const byId = new Map(items.map((item) => [item.itemId, item]))
  const trail: Of[] = []
  let parent = byId.get(byId.get(itemId)?.parentId ?? '')
  while (parent && !trail.includes(parent)) {
    trail.unshift(parent)
    parent = byId.get(parent.parentId ?? '')
  }
  return trail
}

/**
 * The part of a tree that a page shows: all of it, or what stands under one item, or what a search finds with all that
 * is above it. Of a large tree the levels nearest the top come first.
 * @param limit the most items that a page shows, 1 or more
 */
export function outlineOf<Of extends Item>(
  items: readonly Of[],
  { at = null, about = '', limit }: { at?: Id | null; about?: string; limit: number },
): Outline<Of> {
  const words = plain(about).split(/\s+/).filter(Boolean)
  const children = childrenOf(items)
  const trail =
    at === null ? [] : [...trailTo(items, at), ...items.filter(({ itemId }) => itemId === at).slice(0, 1)]
  const top = at !== null && trail.length > 0 ? (children.get(at) ?? []) : (children.get(null) ?? [])
  const found = words.length > 0 ? new Set(items.filter((item) => says(item, words))) : null
  const kept = found && withAbove(items, found)
  const under = sizes(items, children)
  let room = limit
  const take = (of: readonly Of[]): { branches: Branch<Of>[]; hidden: number } => {
    const wanted = kept ? of.filter((item) => kept.has(item)) : of
    const taken = wanted.slice(0, room)
    room -= taken.length
    const branches = taken.map((item) => ({
      item,
      under: under.get(item.itemId) ?? 0,
      branches: [],
      hidden: 0,
      found: found?.has(item) ?? false,
    }))
    return { branches, hidden: of.length - taken.length }
  }
  const attached = take(top.filter((item) => at !== null || item.attached))
  const loose = take(top.filter((item) => at === null && !item.attached))
  // Level by level, so that a large tree shows its headings before what stands deep in it.
  const queue = [...attached.branches, ...loose.branches]
  for (const branch of queue) {
    Object.assign(branch, take(children.get(branch.item.itemId) ?? []))
    queue.push(...branch.branches)
  }
  return {
    branches: attached.branches,
    loose: loose.branches,
    trail,
    hidden: attached.hidden + loose.hidden,
    found: found ? found.size : null,
  }
}

function withAbove<Of extends Item>(items: readonly Of[], found: ReadonlySet<Of>): Set<Of> {
  const byId = new Map(items.map((item) => [item.itemId, item]))
  const kept = new Set<Of>()
  for (let item of found)
    while (!kept.has(item)) {
      kept.add(item)
      item = byId.get(item.parentId ?? '') ?? item
    }
  return kept
}

/** How many items stand under each, at any depth. */
function sizes<Of extends Item>(items: readonly Of[], children: Map<Id | null, Of[]>): Map<Id, number> {
  const order = [...(children.get(null) ?? [])]
  for (const item of order) order.push(...(children.get(item.itemId) ?? []))
  const size = new Map<Id, number>(items.map(({ itemId }) => [itemId, 0]))
  for (const { itemId, parentId } of order.toReversed())
    if (parentId !== null && size.has(parentId))
      size.set(parentId, (size.get(parentId) ?? 0) + (size.get(itemId) ?? 0) + 1)
  return size
}
