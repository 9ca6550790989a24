import type { Id } from '../../../kernel/id.ts'
import { atOnce, type Steps } from '../../../kernel/steps.ts'
import type { Level } from './competency.ts'
import type { Association, Item } from './item.ts'
import { childrenOf } from './tree.ts'

/** Parts of an item that can be worded anew: `marks` are soft skill and legal duty, `words` those that suggest it. */
export type Reworded = 'statement' | 'title' | 'levels' | 'kind' | 'code' | 'marks' | 'words'

/** Where an item stands: under which (null: at the top), and the how-manieth of those in use there, 1 first. */
export type Standing = { parentId: Id | null; place: number }

/** What one version of a framework says beside another, of the items in use. */
export type FrameworkDiff = {
  /** In the order of the later version. */
  added: Item[]
  reworded: { before: Item; after: Item; what: Reworded[] }[]
  /** No longer in use, with what is used instead, where that is said. */
  removed: { item: Item; replacedBy: Id[] }[]
  moved: { item: Item; from: Standing; to: Standing }[]
  /** How many stand where they stood and say what they said. */
  unchanged: number
}

/** What of a version is compared. */
export type Compared = { items: readonly Item[]; associations: readonly Association[] }

const sameWords = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((word, at) => word === b[at])

const sameLevels = (a: readonly Level[], b: readonly Level[]) =>
  a.length === b.length &&
  a.every(({ level, label, anchor }, at) => {
    const other = b[at]
    return level === other?.level && label === other.label && anchor === other.anchor
  })

type Asking = Pick<Item, 'title' | 'statement' | 'kind' | 'levels'>

/**
 * Whether what was said of one wording can be said of the other: statement, kind and levels are the same, and where the
 * name stands for the statement, the name.
 * Source: mission.md B2; issue 5, "carries ratings only where the item is unchanged".
 */
export function asksTheSame(a: Asking, b: Asking): boolean {
  const sameName = a.title === b.title || a.statement.trim() !== ''
  return a.statement === b.statement && sameName && a.kind === b.kind && sameLevels(a.levels, b.levels)
}

function rewordings(before: Item, after: Item): Reworded[] {
  const differ: [Reworded, boolean][] = [
    ['statement', before.statement !== after.statement],
    ['title', before.title !== after.title],
    ['levels', !sameLevels(before.levels, after.levels)],
    ['kind', before.kind !== after.kind],
    ['code', before.code !== after.code],
    ['marks', before.soft !== after.soft || before.legal !== after.legal],
    ['words', !sameWords(before.words, after.words)],
  ]
  return differ.flatMap(([what, isOther]) => (isOther ? [what] : []))
}

/** Where each item stands, those that are not in use left out. */
function standings(items: readonly Item[]): Map<Id, Standing> {
  const found = new Map<Id, Standing>()
  for (const [parentId, children] of childrenOf(items))
    children.forEach(({ itemId }, at) => {
      found.set(itemId, { parentId, place: at + 1 })
    })
  return found
}

/** The longest run of numbers that rise, as their positions. */
function rising(numbers: readonly number[]): Set<number> {
  const tails: number[] = []
  const before: number[] = []
  numbers.forEach((number, at) => {
    let [low, high] = [0, tails.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((numbers[tails[middle] ?? 0] ?? 0) < number) low = middle + 1
      else high = middle
    }
    before[at] = low > 0 ? (tails[low - 1] ?? -1) : -1
    tails[low] = at
  })
  const kept = new Set<number>()
  for (let at = tails.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) kept.add(at)
  return kept
}

/** How many items one step compares. */
const STEP = 5000

/** Items that stand under another than before, or among the same in another order: the fewest that explain it. */
function* movedOf(
  before: ReadonlyMap<Id, Standing>,
  after: ReadonlyMap<Id, Standing>,
  now: readonly Item[],
): Steps<FrameworkDiff['moved']> {
  const stayed = new Set<Id>()
  const sameParent = now.filter(
    ({ itemId, parentId }) => before.has(itemId) && before.get(itemId)?.parentId === parentId,
  )
  yield
  const families = childrenOf(sameParent)
  let since = 0
  for (const children of families.values()) {
    if (since > STEP) {
      since = 0
      yield
    }
    since += children.length
    const kept = rising(children.map(({ itemId }) => before.get(itemId)?.place ?? 0))
    children.forEach(({ itemId }, at) => {
      if (kept.has(at)) stayed.add(itemId)
    })
  }
  yield
  return now.flatMap((item) => {
    const [from, to] = [before.get(item.itemId), after.get(item.itemId)]
    return from && to && !stayed.has(item.itemId) ? [{ item, from, to }] : []
  })
}

/** What is in use instead of an item: as the later version says, by way of what was itself replaced. */
function replacements(b: Compared): (item: Item) => Id[] {
  const inUse = new Set(b.items.filter(({ retired }) => !retired).map(({ itemId }) => itemId))
  const next = new Map<string, Set<string>>()
  const link = (from: string, to: string) => next.set(from, (next.get(from) ?? new Set()).add(to))
  for (const { itemId, replacedBy } of b.items) if (replacedBy) link(itemId, replacedBy)
  for (const { type, originId, destinationId } of b.associations) {
    if (type === 'replacedBy') link(originId, destinationId)
    if (type === 'exactMatchOf') {
      if (inUse.has(originId)) link(destinationId, originId)
      if (inUse.has(destinationId)) link(originId, destinationId)
    }
  }
  return ({ itemId }) => {
    const seen = new Set<string>([itemId])
    const waiting = [itemId]
    for (let at = waiting.shift(); at !== undefined; at = waiting.shift())
      for (const to of next.get(at) ?? [])
        if (!seen.has(to)) {
          seen.add(to)
          if (!inUse.has(to)) waiting.push(to)
        }
    return [...seen].filter((id) => id !== itemId && inUse.has(id))
  }
}

/** How version `b` differs from `a`, item by item; nothing differs between a version and itself. */
export function differenceOf(a: Compared, b: Compared): FrameworkDiff {
  return atOnce(differenceInSteps(a, b))
}

/** The same in steps. */
export function* differenceInSteps(a: Compared, b: Compared): Steps<FrameworkDiff> {
  const were = a.items.filter(({ retired }) => !retired)
  const are = b.items.filter(({ retired }) => !retired)
  const old = new Map(were.map((item) => [item.itemId, item]))
  const now = new Set(are.map(({ itemId }) => itemId))
  yield
  const insteadOf = replacements(b)
  const reworded: FrameworkDiff['reworded'] = []
  for (const [at, after] of are.entries()) {
    if (at % STEP === 0) yield
    const before = old.get(after.itemId)
    const what = before ? rewordings(before, after) : []
    if (before && what.length > 0) reworded.push({ before, after, what })
  }
  yield
  const before = standings(were)
  yield
  const after = standings(are)
  yield
  const moved = yield* movedOf(before, after, are)
  yield
  const changed = new Set([...reworded.map(({ after }) => after), ...moved.map(({ item }) => item)])
  yield
  const added = are.filter(({ itemId }) => !old.has(itemId))
  return {
    added,
    reworded,
    removed: were
      .filter(({ itemId }) => !now.has(itemId))
      .map((item) => ({ item, replacedBy: insteadOf(item) })),
    moved,
    unchanged: are.length - added.length - changed.size,
  }
}

/** Whether nothing differs. */
export function isSame({ added, reworded, removed, moved }: FrameworkDiff): boolean {
  return added.length + reworded.length + removed.length + moved.length === 0
}
