import { type Id, namedId } from '../../../kernel/id.ts'
import { atOnce, type Steps } from '../../../kernel/steps.ts'
import type { Association, FrameworkPackage, Item } from './item.ts'

/**
 * The identifier of an association that a framework makes by itself: the same wherever and whenever it is made.
 * Source: RFC 9562, version 3, of the framework and "origin type destination".
 */
export function associationIdOf(frameworkId: Id, origin: string, type: string, destination: string): Id {
  return namedId(frameworkId, `${origin} ${type} ${destination}`)
}

/** How one stands to another, under the identifier that the framework gives it. */
export function linkOf(frameworkId: Id, originId: string, type: string, destinationId: string): Association {
  const associationId = associationIdOf(frameworkId, originId, type, destinationId)
  return { associationId, type, originId, destinationId, sequence: null, rest: {} }
}

/** Where an item stands in the tree, as an association; a top item stands under the framework itself. */
export function childOf(
  frameworkId: Id,
  { itemId, parentId }: Pick<Item, 'itemId' | 'parentId'>,
  sequence: number | null,
): Association {
  return { ...linkOf(frameworkId, itemId, 'isChildOf', parentId ?? frameworkId), sequence }
}

/** The package with an `isChildOf` for every item that stands somewhere: those it has, and the missing ones in order. */
export function withTree(pkg: FrameworkPackage): FrameworkPackage {
  return atOnce(treeInSteps(pkg))
}

/** The same in steps. */
export function* treeInSteps(pkg: FrameworkPackage): Steps<FrameworkPackage> {
  const placed = new Set(
    pkg.associations.filter(({ type }) => type === 'isChildOf').map(({ originId }) => originId),
  )
  yield
  const seen = new Map<Id | null, number>()
  const missing = pkg.items.flatMap((item) => {
    const sequence = (seen.get(item.parentId) ?? 0) + 1
    seen.set(item.parentId, sequence)
    return item.attached && !placed.has(item.itemId) ? [childOf(pkg.frameworkId, item, sequence)] : []
  })
  return missing.length === 0 ? pkg : { ...pkg, associations: [...pkg.associations, ...missing] }
}

type Placed = Pick<Item, 'itemId' | 'parentId'>

/** Those under each parent, in the order in which they came; null holds the top. */
export function childrenOf<T extends Placed>(items: readonly T[]): Map<Id | null, T[]> {
  return Map.groupBy(items, ({ parentId }) => parentId)
}

/** The items as a reader meets them: each before what stands under it. Those that stand under nothing known are left out. */
export function inTreeOrder<T extends Placed>(items: readonly T[]): T[] {
  const children = childrenOf(items)
  const ordered: T[] = []
  const waiting = [...(children.get(null) ?? [])].reverse()
  for (let item = waiting.pop(); item; item = waiting.pop()) {
    ordered.push(item)
    const under = children.get(item.itemId) ?? []
    for (let at = under.length - 1; at >= 0; at--) waiting.push(under[at] as T)
  }
  return ordered
}

/** The items that stand, through others, under themselves. */
export function inCycle<T extends Placed>(items: readonly T[]): T[] {
  const known = new Set(items.map(({ itemId }) => itemId))
  const rooted = items.map((item) =>
    item.parentId !== null && !known.has(item.parentId) ? { ...item, parentId: null } : item,
  )
  const reached = new Set(inTreeOrder(rooted).map(({ itemId }) => itemId))
  return items.filter(({ itemId }) => !reached.has(itemId))
}

/** Whether `itemId` is `under` or stands anywhere below it. */
export function isWithin(items: readonly Placed[], itemId: Id | null, under: Id): boolean {
  const parents = new Map(items.map((item) => [item.itemId, item.parentId]))
  const seen = new Set<Id>()
  for (let at = itemId; at !== null && !seen.has(at); at = parents.get(at) ?? null) {
    if (at === under) return true
    seen.add(at)
  }
  return false
}
