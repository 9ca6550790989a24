import type { Id } from '../../../kernel/id.ts'
import type { Refusal } from '../../../kernel/outcome.ts'
import { atOnce, type Steps } from '../../../kernel/steps.ts'
import type { Draft } from './draft.ts'
import type { Association, FrameworkPackage, Item } from './item.ts'
import { itemName } from './package.ts'
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
  return atOnce(versionInSteps(draft, before, added))
}

/** The same in steps. */
export function* versionInSteps(
  draft: Draft,
  before: FrameworkPackage | null,
  added: readonly Association[],
): Steps<FrameworkPackage> {
  const items = draft.items.map(
    ({ place: _, revision: __, changedByName: ___, changedAt: ____, ...item }): Item => item,
  )
  const { frameworkId } = draft
  yield
  const associations = yield* linksInSteps(
    frameworkId,
    items,
    before ?? { items: [], associations: [] },
    added,
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
    associations,
    definitions: before?.definitions ?? [],
    source: null,
  }
}

/** The associations of items as the next version has them: where each stands, what still holds of before, what was added. */
export function linksOf(
  frameworkId: Id,
  items: readonly Item[],
  from: From,
  added: readonly Association[],
): Association[] {
  return atOnce(linksInSteps(frameworkId, items, from, added))
}

function* linksInSteps(
  frameworkId: Id,
  items: readonly Item[],
  from: From,
  added: readonly Association[],
): Steps<Association[]> {
  const placing = placings(from, frameworkId)
  yield
  const links = [...carried(from, items, placing), ...added.filter(holdsIn(items))]
  yield
  const known = new Set(links.map(({ associationId }) => associationId))
  const replaced = items.flatMap(({ itemId, retired, replacedBy }) =>
    retired && replacedBy ? [linkOf(frameworkId, itemId, 'replacedBy', replacedBy)] : [],
  )
  yield
  const standing = tree(frameworkId, { from, placing }, items)
  yield
  return [...standing, ...links, ...replaced.filter(({ associationId }) => !known.has(associationId))]
}

/**
 * Items that a draft says are replaced by what it does not hold; what the version that it begins from said so of,
 * such as something elsewhere, stays as it is.
 */
export function checkReplacements(before: From | null, items: readonly Item[]): Refusal[] {
  const known = new Set(items.map(({ itemId }) => itemId))
  const was = new Map(before?.items.map(({ itemId, replacedBy }) => [itemId, replacedBy]))
  return items
    .filter(
      (item) => item.replacedBy && !known.has(item.replacedBy) && was.get(item.itemId) !== item.replacedBy,
    )
    .map((item) => ({
      message: `What replaces ${itemName(item)} is no longer in the draft. Use it again, then retire it in favour of another.`,
    }))
}

/** Whether the draft still means an association: an item brought back is no longer replaced. */
const holdsIn = (items: readonly Item[]) => {
  const inUse = new Set(items.filter(({ retired }) => !retired).map(({ itemId }) => itemId as string))
  return ({ type, originId }: Association) => type !== 'replacedBy' || !inUse.has(originId)
}

/** The associations of the version before that still hold, but those that put an item in its one place of the tree. */
function carried(before: From, items: readonly Item[], placing: Placings): Association[] {
  const holds = holdsIn(items)
  const replacedBy = (of: readonly Item[]) =>
    new Map<string, string | null>(of.map((each) => [each.itemId, each.replacedBy]))
  const [was, is] = [replacedBy(before.items), replacedBy(items)]
  const isOther = ({ type, originId }: Association) =>
    type === 'replacedBy' && was.get(originId) !== is.get(originId)
  return before.associations.filter(
    (each) => placing.get(each.originId) !== each && holds(each) && !isOther(each),
  )
}

/** The association that puts each item where it stands: under another, or at the top of the framework itself. */
type Placings = ReadonlyMap<string, Association>

function placings(before: From, frameworkId: Id): Placings {
  const parents = new Map(before.items.map(({ itemId, parentId }) => [itemId, parentId ?? frameworkId]))
  const found = new Map<string, Association>()
  for (const each of before.associations) {
    if (each.type !== 'isChildOf' || found.has(each.originId)) continue
    if (parents.get(each.originId) === each.destinationId) found.set(each.originId, each)
  }
  return found
}

function tree(
  frameworkId: Id,
  { from, placing }: { from: From; placing: Placings },
  items: readonly Item[],
): Association[] {
  const old = childrenOf(from.items)
  return [...childrenOf(items)].flatMap(([parentId, children]) => {
    const were = (old.get(parentId) ?? []).map(({ itemId }) => itemId)
    const sameOrder =
      were.length === children.length && children.every(({ itemId }, at) => itemId === were[at])
    return children.flatMap((item, at) => {
      if (!item.attached) return []
      const known = placing.get(item.itemId)
      const stays = known && known.destinationId === (parentId ?? frameworkId)
      if (!stays) return [childOf(frameworkId, item, at + 1)]
      return [sameOrder ? known : { ...known, sequence: at + 1 }]
    })
  })
}
