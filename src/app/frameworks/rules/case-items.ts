import type { Id } from '../../../kernel/id.ts'
import { ownOrNot, takeOwn } from './case-derived.ts'
import { TYPE_IDS, TYPE_WORDS } from './case-kinds.ts'
import { type Findings, identifierOf, isUnkeepable, nameOf, without } from './case-members.ts'
import { type Body, isBody } from './case-shapes.ts'
import { ITEM_KINDS, type Item, type ItemKind } from './item.ts'

/** An item that was read and has no place yet. `kind` is null where nothing says it. */
export type ItemRead = Omit<Item, 'parentId' | 'attached' | 'kind' | 'levels'> & { kind: ItemKind | null }

const READ = new Set(['identifier', 'fullStatement'])
/** Members that are kept as they came where they are empty. */
const TEXTS = {
  uri: 'uri',
  CFItemType: 'typeWords',
  humanCodingScheme: 'code',
  abbreviatedStatement: 'title',
} as const

/** Whether a link names the framework itself, as each part of a 1.0 package repeats. */
function isOfDocument(link: unknown, frameworkId: Id): boolean {
  return isBody(link) && typeof link.identifier === 'string' && link.identifier.toLowerCase() === frameworkId
}

/** The items of a package in the file's order, by identifier. */
export function readItems(
  sent: readonly unknown[],
  { frameworkId, origin, found }: { frameworkId: Id; origin: string; found: Findings },
): Map<Id, ItemRead> {
  const items = new Map<Id, ItemRead>()
  for (const [at, body] of sent.entries()) {
    if (!isBody(body)) {
      found.refuse('no item', `Item ${at + 1} is not an object. Export the framework again.`)
      continue
    }
    const called = () => nameOf(body, at)
    const itemId = identifierOf(body, called, found)
    const other = items.get(itemId)
    if (itemId && (other || itemId === frameworkId))
      found.refuse(
        'double',
        `Two ${other ? 'items have' : 'things, an item and the framework, have'} the identifier ${itemId}: ${called()} is item ${at + 1}${other ? ` of the file, and another came before it` : ''}. Each item needs its own.`,
      )
    if (isUnkeepable(body))
      found.refuse('text', `${called()} holds NUL or half a character. Take it out, and import it again.`)
    items.set(itemId, itemOf(body, itemId, { frameworkId, origin, called, found }))
  }
  return items
}

function itemOf(
  body: Body,
  itemId: Id,
  {
    frameworkId,
    origin,
    called,
    found,
  }: { frameworkId: Id; origin: string; called: () => string; found: Findings },
): ItemRead {
  const read = new Set<string>(READ)
  const texts = { uri: '', typeWords: '', code: '', title: '' }
  for (const [member, field] of Object.entries(TEXTS)) {
    const value = body[member]
    if (typeof value !== 'string' || value === '') continue
    texts[field] = value
    read.add(member)
  }
  if (typeof body.fullStatement !== 'string') found.note('no statement', called())
  const { conceptKeywords: words } = body
  const areWords = Array.isArray(words) && words.length > 0 && words.every((word) => typeof word === 'string')
  if (areWords) read.add('conceptKeywords')
  if (isOfDocument(body.CFDocumentURI, frameworkId)) read.add('CFDocumentURI')
  const rest = without(body, read)
  const own = takeOwn(rest)
  const type = isBody(body.CFItemTypeURI) ? body.CFItemTypeURI : {}
  const ours = ITEM_KINDS.find((kind) => TYPE_IDS[kind] === type.identifier)
  if (ours && texts.typeWords === TYPE_WORDS[ours]) {
    texts.typeWords = ''
    delete rest.CFItemTypeURI
  }
  const said = ITEM_KINDS.find((kind) => kind === own.kind) ?? ours ?? null
  return {
    itemId,
    kind: said,
    typeWords: texts.typeWords,
    code: texts.code,
    title: texts.title,
    statement: typeof body.fullStatement === 'string' ? body.fullStatement : '',
    soft: own.soft === true,
    legal: own.legal === true,
    words: areWords ? (words as string[]) : [],
    retired: own.retired === true,
    replacedBy: typeof own.replacedBy === 'string' ? own.replacedBy : null,
    uri: ownOrNot(texts.uri, origin),
    rest,
  }
}
