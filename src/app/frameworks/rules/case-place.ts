import type { Id } from '../../../kernel/id.ts'
import type { Association } from './item.ts'

/** Where each item stands, or the items that stand under themselves. */
export type Placed =
  | { parents: Map<Id, Id | null>; order: Id[]; extra: number; deepest: { id: Id; depth: number } }
  | { cycle: Id[] }

/**
 * Puts items in their tree by what is a child of what: brothers by their sequence number, those without after them as the
 * file has them, and what stands under nothing at the end. Of several parents the first one holds the item.
 * @param links isChildOf between items of the file, or to the document `top`; in the file's order
 */
export function place(ids: readonly Id[], links: readonly Association[], top: Id): Placed {
  const cycle = findCycle(links)
  if (cycle) return { cycle }
  const parents = new Map<Id, Id | null>()
  const children = new Map<Id | null, Association[]>()
  let extra = 0
  for (const link of links) {
    if (parents.has(link.originId)) {
      extra++
      continue
    }
    const parent = link.destinationId === top ? null : link.destinationId
    parents.set(link.originId, parent)
    const brothers = children.get(parent)
    if (brothers) brothers.push(link)
    else children.set(parent, [link])
  }
  const last = Number.MAX_SAFE_INTEGER
  for (const brothers of children.values())
    brothers.sort((a, b) => (a.sequence ?? last) - (b.sequence ?? last))
  const order: Id[] = []
  let deepest = { id: '', depth: 0 }
  const waiting: { id: Id; depth: number }[] = []
  const wait = (all: readonly Id[], depth: number) => {
    for (let at = all.length - 1; at >= 0; at--) waiting.push({ id: all[at] ?? '', depth })
  }
  wait(
    ids.filter((id) => !parents.has(id)),
    1,
  )
  wait(
    (children.get(null) ?? []).map(({ originId }) => originId),
    1,
  )
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    order.push(next.id)
    if (next.depth > deepest.depth) deepest = next
    wait(
      (children.get(next.id) ?? []).map(({ originId }) => originId),
      next.depth + 1,
    )
  }
  return { parents, order, extra, deepest }
}

/** A round of items each of which is a child of the next, by any of their parents; null where there is none. */
function findCycle(links: readonly Association[]): Id[] | null {
  const above = new Map<Id, Id[]>()
  const below = new Map<Id, Id[]>()
  const left = new Map<Id, number>()
  const add = (to: Map<Id, Id[]>, key: Id, value: Id) => {
    const some = to.get(key)
    if (some) some.push(value)
    else to.set(key, [value])
  }
  for (const { originId, destinationId } of links) {
    add(above, originId, destinationId)
    add(below, destinationId, originId)
    left.set(originId, (left.get(originId) ?? 0) + 1)
  }
  const free = [...below.keys()].filter((id) => !left.has(id))
  for (let id = free.pop(); id !== undefined; id = free.pop())
    for (const child of below.get(id) ?? []) {
      const waits = (left.get(child) ?? 0) - 1
      left.set(child, waits)
      if (waits === 0) free.push(child)
    }
  const [stuck] = [...left].find(([, waits]) => waits > 0) ?? []
  if (stuck === undefined) return null
  const trail: Id[] = []
  const seen = new Map<Id, number>()
  let at: Id = stuck
  while (!seen.has(at)) {
    seen.set(at, trail.length)
    trail.push(at)
    at = (above.get(at) ?? []).find((parent) => (left.get(parent) ?? 0) > 0) ?? at
  }
  return trail.slice(seen.get(at))
}
