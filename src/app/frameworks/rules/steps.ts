import type { Id } from '../../../kernel/id.ts'
import type { Item } from './item.ts'
import { childrenOf } from './tree.ts'

/** Where an item can be moved with one press. */
export const STEPS = ['up', 'down', 'in', 'out'] as const
export type Step = (typeof STEPS)[number]

/** Where an item stands: under which one (null: at the top), and after which of those beside it (null: first). */
export type Place = { parentId: Id | null; afterId: Id | null }

/**
 * Where an item stands after one press: up or down among those beside it, in as the last of what stands under the one
 * before it, out to stand after what it stood under. Null where that leads nowhere, and for what stands nowhere yet.
 */
export function stepOf(items: readonly Item[], itemId: Id, step: Step): Place | null {
  return stepsFrom(items)(itemId, step)
}

/** The same for many items of one tree. */
export function stepsFrom(items: readonly Item[]): (itemId: Id, step: Step) => Place | null {
  const children = childrenOf(items.filter(({ attached }) => attached))
  const byId = new Map(items.map((item) => [item.itemId, item]))
  const places = new Map(
    [...children.values()].flatMap((beside) => beside.map((item, at) => [item.itemId, at])),
  )
  return (itemId, step) => {
    const item = byId.get(itemId)
    if (!item?.attached) return null
    const parent = byId.get(item.parentId ?? '')
    const parentId = parent?.itemId ?? null
    const beside = children.get(parentId) ?? []
    const at = places.get(itemId) ?? 0
    const before = beside[at - 1]
    if (step === 'up') return before ? { parentId, afterId: beside[at - 2]?.itemId ?? null } : null
    if (step === 'down') {
      const after = beside[at + 1]
      return after ? { parentId, afterId: after.itemId } : null
    }
    if (step === 'in') {
      return before && !before.retired
        ? { parentId: before.itemId, afterId: children.get(before.itemId)?.at(-1)?.itemId ?? null }
        : null
    }
    return parent
      ? { parentId: byId.get(parent.parentId ?? '')?.itemId ?? null, afterId: parent.itemId }
      : null
  }
}
