import type { Id } from '../../../kernel/id.ts'
import type { Refusal } from '../../../kernel/outcome.ts'
import { LEVEL_LABELS, type Level } from './competency.ts'
import { ITEM_KINDS, type Item } from './item.ts'
import { itemName } from './package.ts'
import { isWithin } from './tree.ts'

/** What a writer types of an item. Levels come lowest first; those without an anchor are left out before. */
export type ItemFields = Pick<
  Item,
  'kind' | 'code' | 'title' | 'statement' | 'soft' | 'legal' | 'words' | 'levels'
>

/** An item of a version that is being written. */
export type DraftItem = Item & {
  /** Order among those under the same parent. */
  place: number
  /** Counts the changes of its words, 1 first: what a writer saw when they began to type. */
  revision: number
  changedByName: string
  changedAt: Date
}

/** The next version of a framework while it is being written. */
export type Draft = {
  frameworkId: Id
  /** The version that it begins from; null for a framework that has none yet. */
  baseVersion: string | null
  title: string
  publisher: string
  description: string
  /** Counts every change of the draft. */
  revision: number
  begunByName: string
  begunAt: Date
  /** Each before what stands under it. */
  items: DraftItem[]
}

const LIMITS = { code: 100, title: 300, statement: 10_000, anchor: 4000, words: 100 } as const

/** Why what was typed of an item cannot be kept; fields are named as in the form, `anchor-N` for a level's. */
export function checkFields(fields: ItemFields): Refusal[] {
  const refusals: Refusal[] = []
  const refuse = (field: string, message: string) => refusals.push({ field, message })
  if (!ITEM_KINDS.includes(fields.kind)) refuse('kind', 'Choose what the item is.')
  if (!fields.statement.trim() && !fields.title.trim())
    refuse('statement', 'Say what the item asks, in a sentence.')
  if (fields.code.length > LIMITS.code) refuse('code', `Keep the code under ${LIMITS.code} characters.`)
  if (fields.title.length > LIMITS.title)
    refuse('title', `Keep the short name under ${LIMITS.title} characters.`)
  if (fields.statement.length > LIMITS.statement)
    refuse('statement', 'Keep the statement under 10,000 characters.')
  if (fields.words.length > LIMITS.words) refuse('words', `Name at most ${LIMITS.words} words.`)
  for (const { level, label, anchor } of fields.levels) {
    if (!anchor.trim() && !label.trim())
      refuse(`anchor-${level}`, `Say what level ${level} looks like, or leave it out.`)
    if (anchor.length > LIMITS.anchor || label.length > LIMITS.title)
      refuse(`anchor-${level}`, `Keep level ${level} under 4,000 characters.`)
  }
  if (new Set(fields.levels.map(({ level }) => level)).size < fields.levels.length)
    refuse('levels', 'Describe each level once.')
  return refusals
}

/**
 * The fields as they are kept: levels lowest first, a new one with its label; nothing else is changed.
 * @param before the levels that the item has already: each keeps its label, even none
 */
export function tidied(fields: ItemFields, before: readonly Level[] = []): ItemFields {
  const labels = new Map(before.map(({ level, label }) => [level, label]))
  const levels = [...fields.levels]
    .sort((a, b) => a.level - b.level)
    .map(({ level, label, anchor }) => ({
      level,
      label: label || (labels.get(level) ?? LEVEL_LABELS[level]),
      anchor,
    }))
  const { kind, code, title, statement, soft, legal, words } = fields
  return { kind, code, title, statement, soft, legal, words, levels }
}

/** Members of a publisher's item that no longer hold once it is worded anew. */
export function restAfter(before: Item, after: Pick<Item, 'kind' | 'statement'>): Record<string, unknown> {
  const { lastChangeDateTime: _, ...rest } = before.rest
  if (before.kind !== after.kind) delete rest.CFItemTypeURI
  if (before.statement !== after.statement) delete rest.abbreviatedStatement
  return rest
}

/** Why an item cannot stand there; null where it can. */
export function checkPlace(items: readonly Item[], parentId: Id | null, moving: Item | null): Refusal | null {
  const parent = parentId === null ? null : items.find(({ itemId }) => itemId === parentId)
  if (parent === undefined)
    return { field: 'parentId', message: 'What it should stand under is no longer in this draft.' }
  if (parent?.retired)
    return {
      field: 'parentId',
      message: `${itemName(parent)} is retired. Bring it back first, or choose another.`,
    }
  if (moving && isWithin(items, parentId, moving.itemId))
    return {
      field: 'parentId',
      message:
        parentId === moving.itemId
          ? `${itemName(moving)} cannot stand under itself.`
          : `${itemName(moving)} cannot stand under ${parent ? itemName(parent) : 'that'}, which stands below it.`,
    }
  return null
}

/** Why an item cannot be retired in favour of another, or at all while others stand below it. */
export function checkRetiring(items: readonly Item[], item: Item, replacedBy: Id | null): Refusal[] {
  const refusals: Refusal[] = []
  const below = items.filter(({ parentId, retired }) => parentId === item.itemId && !retired)
  const [first] = below
  if (item.retired) refusals.push({ message: `${itemName(item)} is retired already.` })
  if (first)
    refusals.push({
      message: `${itemName(first)}${below.length > 1 ? ` and ${below.length - 1} more stand` : ' stands'} below it. Move or retire what is below first.`,
    })
  if (replacedBy !== null) {
    const instead = items.find(({ itemId }) => itemId === replacedBy)
    if (!instead || instead.retired || instead.itemId === item.itemId)
      refusals.push({ field: 'replacedBy', message: 'Choose another item that is in use.' })
  }
  return refusals
}
