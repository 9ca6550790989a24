import type { Id } from '../../../kernel/id.ts'
import { isId } from '../../../kernel/id.ts'
import type { Refusal } from '../../../kernel/outcome.ts'
import { atOnce, type Steps } from '../../../kernel/steps.ts'
import { clip } from '../../../kernel/text.ts'
import type { FrameworkPackage, Item } from './item.ts'
import { inCycle } from './tree.ts'

/** What a person would call an item: its code and words, else its identifier. */
export function itemName({
  itemId,
  code,
  title,
  statement,
}: Pick<Item, 'itemId' | 'code' | 'title' | 'statement'>): string {
  const words = clip(title || statement, 60)
  return [code, words && `“${words}”`].filter(Boolean).join(' ') || itemId
}

/** Whether PostgreSQL and every reader can hold the text: no NUL, no half of a surrogate pair. */
const isText = (text: string): boolean => text.isWellFormed() && !text.includes('\0')

/** JSON text of what holds a NUL or half of a surrogate pair. */
const BROKEN = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f][0-9a-f]{2})/i

const isBroken = (item: Item): boolean =>
  ![item.code, item.title, item.statement, item.typeWords, item.uri ?? ''].every(isText) ||
  BROKEN.test(JSON.stringify([item.levels, item.words, item.rest]))

function twice(ids: Iterable<Id>): Id | null {
  const seen = new Set<Id>()
  for (const id of ids) {
    if (seen.has(id)) return id
    seen.add(id)
  }
  return null
}

/** How many items one step looks at. */
const STEP = 2000

/** Why a package cannot be kept, each naming the item; at most a few of a kind. */
export function checkPackage(pkg: FrameworkPackage): Refusal[] {
  return atOnce(checkInSteps(pkg))
}

/** The same in steps. */
export function* checkInSteps(pkg: FrameworkPackage): Steps<Refusal[]> {
  const { items, associations, definitions } = pkg
  const refusals = checkHead(pkg)
  const byId = new Map(items.map((item) => [item.itemId, item]))
  const nameOf = (id: Id) => {
    const item = byId.get(id)
    return item ? itemName(item) : id
  }
  const double = twice(items.map(({ itemId }) => itemId))
  if (double)
    refusals.push({
      message: `Two items have the identifier ${double}: ${nameOf(double)} is one of them.`,
    })
  yield
  const doubleLink = twice(associations.map(({ associationId }) => associationId))
  if (doubleLink) refusals.push({ message: `Two associations have the identifier ${doubleLink}.` })
  yield
  for (const [kind, some] of Map.groupBy(definitions, (each) => each.kind)) {
    const twin = twice(some.map(({ definitionId }) => definitionId))
    if (twin) refusals.push({ message: `Two of the ${kind} have the identifier ${twin}.` })
  }
  const astray = items.filter(({ parentId }) => parentId !== null && !byId.has(parentId)).slice(0, FEW)
  for (const item of astray)
    refusals.push({
      message: `${itemName(item)} stands under ${item.parentId}, which is not in the framework.`,
    })
  yield
  const [first] = inCycle(items)
  if (first) {
    const { itemId, parentId } = first
    const way = parentId === itemId ? '' : `, by way of ${nameOf(parentId ?? itemId)}`
    refusals.push({ message: `${itemName(first)} stands under itself${way}. Put it under another item.` })
  }
  for (let at = 0, told = 0; at < items.length && told < FEW; at += STEP) {
    yield
    const wrong = items
      .slice(at, at + STEP)
      .flatMap(checkItem)
      .slice(0, FEW)
    told += wrong.length
    refusals.push(...wrong)
  }
  return refusals
}

/** How many of a kind are told. */
const FEW = 3

function checkHead({ frameworkId, title, publisher, description, uri }: FrameworkPackage): Refusal[] {
  const messages: string[] = []
  if (!isId(frameworkId)) messages.push(`The framework’s identifier ${frameworkId} is not a lower-case UUID.`)
  if (!title.trim()) messages.push('The framework has no title. Give it one, then import it again.')
  if (![title, publisher, description, uri ?? ''].every(isText))
    messages.push('The framework’s own title or description holds a character that is not text.')
  return messages.map((message) => ({ message }))
}

function checkItem(item: Item): Refusal[] {
  if (!isId(item.itemId))
    return [{ message: `The identifier of ${itemName(item)}, ${item.itemId}, is not a lower-case UUID.` }]
  return isBroken(item)
    ? [{ message: `${itemName(item)} holds a character that is not text, such as NUL.` }]
    : []
}

/**
 * JSON text of a value with its keys in order, so that equal values have equal text.
 * @param leftOut members that are passed over wherever they are
 */
export function canonical(value: unknown, leftOut?: ReadonlySet<string>): string {
  return JSON.stringify(value, (key, inner: unknown) =>
    leftOut?.has(key)
      ? undefined
      : inner !== null && typeof inner === 'object' && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
        : inner,
  )
}
