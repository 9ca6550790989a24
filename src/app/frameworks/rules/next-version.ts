import type { Draft } from './draft.ts'
import type { Association, FrameworkPackage, Item } from './item.ts'
import { childOf, childrenOf, linkOf } from './tree.ts'

type From = Pick<FrameworkPackage, 'items' | 'associations'>

/**
 * What a draft says as a version: its items in the order of the tree, and every association that still holds. Those of
 * the version before stay, under their identifiers, while both ends do; where an item stands is told anew, and in a new
 * order only where the order changed.
 * @param before the version that the draft begins from; null where it begins from none
 * @param added associations that the draft makes beside
 */
export function versionOf(
  draft: Draft,
  before: FrameworkPackage | null,
  added: readonly Association[],
): FrameworkPackage {
  const items = draft.items.map(
    ({ place: _, revision: __, changedByName: ___, changedAt: ____, ...item }): Item => item,
  )
  const from: From = before ?? { items: [], associations: [] }
  const links = [...carried(from, items), ...added.filter(holdsIn(items))]
  const known = new Set(links.map(({ associationId }) => associationId))
  const { frameworkId } = draft
  const replaced = items.flatMap(({ itemId, retired, replacedBy }) =>
    retired && replacedBy ? [linkOf(frameworkId, itemId, 'replacedBy', replacedBy)] : [],
  )
  return {
    frameworkId,
    title: draft.title,
    version: null,
    publisher: draft.publisher,
    description: draft.description,
    uri: before?.uri ?? null,
    language: before?.language ?? 'en-GB',
    kind: before?.kind ?? 'competencies',
    rest: before?.rest ?? {},
    items,
    associations: [
      ...tree(draft, from, items),
      ...links,
      ...replaced.filter(({ associationId }) => !known.has(associationId)),
    ],
    definitions: before?.definitions ?? [],
    source: null,
  }
}

/** Whether the draft still means an association: an item brought back is no longer replaced. */
const holdsIn = (items: readonly Item[]) => {
  const inUse = new Set(items.filter(({ retired }) => !retired).map(({ itemId }) => itemId as string))
  return ({ type, originId }: Association) => type !== 'replacedBy' || !inUse.has(originId)
}

/** The associations of the version before that still hold, but those that put an item in its one place of the tree. */
function carried(before: From, items: readonly Item[]): Association[] {
  const holds = holdsIn(items)
  const placing = placings(before)
  const replacedBy = (of: readonly Item[]) =>
    new Map<string, string | null>(of.map((each) => [each.itemId, each.replacedBy]))
  const [was, is] = [replacedBy(before.items), replacedBy(items)]
  const isOther = ({ type, originId }: Association) =>
    type === 'replacedBy' && was.get(originId) !== is.get(originId)
  return before.associations.filter(
    (each) => placing.get(each.originId) !== each && holds(each) && !isOther(each),
  )
}

/** The association that puts each item where it stands. */
function placings(before: From): Map<string, Association> {
  const parents = new Map(before.items.map(({ itemId, parentId }) => [itemId, parentId]))
  const found = new Map<string, Association>()
  for (const each of before.associations) {
    if (each.type !== 'isChildOf' || found.has(each.originId)) continue
    const parent = parents.get(each.originId)
    if (parent === undefined || (parent !== null && parent !== each.destinationId)) continue
    if (parent === null && parents.has(each.destinationId)) continue
    found.set(each.originId, each)
  }
  return found
}

function tree(draft: Draft, before: From, items: readonly Item[]): Association[] {
  const placing = placings(before)
  const old = childrenOf(before.items)
  return [...childrenOf(items)].flatMap(([parentId, children]) => {
    const were = (old.get(parentId) ?? []).map(({ itemId }) => itemId)
    const sameOrder =
      were.length === children.length && children.every(({ itemId }, at) => itemId === were[at])
    return children.flatMap((item, at) => {
      if (!item.attached) return []
      const known = placing.get(item.itemId)
      const stays = known && known.destinationId === (parentId ?? draft.frameworkId)
      if (!stays) return [childOf(draft.frameworkId, item, at + 1)]
      return [sameOrder ? known : { ...known, sequence: at + 1 }]
    })
  })
}
