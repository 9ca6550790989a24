import type { Id } from '../../../kernel/id.ts'
import { isId } from '../../../kernel/id.ts'
import { endsOf, FILE_PLACE, ownOrNot } from './case-derived.ts'
import type { ItemRead } from './case-items.ts'
import { kindOf } from './case-kinds.ts'
import { levelsByItem } from './case-levels.ts'
import type { CASE_LIMITS } from './case-limits.ts'
import { endOf, type Findings, identifierOf, isUnkeepable, nameOf, without } from './case-members.ts'
import { place } from './case-place.ts'
import { type Body, isBody } from './case-shapes.ts'
import type { Association, Item } from './item.ts'

type Asked = {
  head: { frameworkId: Id; title: string; uri: string | null }
  origin: string
  found: Findings
  rubrics: readonly Body[]
  limits: typeof CASE_LIMITS
}

const READ = ['identifier', 'associationType']
/** The largest whole number that the database keeps of an order. */
const MOST = 2_147_483_647

const isMarkedOutside = (end: unknown): boolean =>
  isBody(end) && typeof end.targetType === 'string' && end.targetType.startsWith('ext:')

/** The associations of a package, and its items put where these say. Null where they cannot be put anywhere. */
export function readAssociations(
  sent: readonly unknown[],
  drafts: Map<Id, ItemRead>,
  asked: Asked,
): { items: Item[]; associations: Association[] } | null {
  const { head, found, limits } = asked
  const associations = readEach(sent, drafts, asked)
  if (found.refusals().length > 0) return null
  const known = (id: string) => drafts.has(id) || id === head.frameworkId
  const links = associations.filter(
    ({ type, originId, destinationId }) =>
      type === 'isChildOf' && drafts.has(originId) && known(destinationId),
  )
  const ids = [...drafts.keys()]
  const placed = place(ids, links, head.frameworkId)
  const called = (id: Id) => named(drafts, id)
  if ('cycle' in placed) {
    const [first, second] = placed.cycle
    found.refuse(
      'cycle',
      `${called(first ?? '')} stands under itself${second ? `, by way of ${called(second)}` : ''}. Take one isChildOf of the round away.`,
    )
    return null
  }
  if (placed.deepest.depth > limits.tree) {
    found.refuse(
      'deep',
      `${called(placed.deepest.id)} stands ${placed.deepest.depth} levels deep. A framework may have ${limits.tree} levels.`,
    )
    return null
  }
  noteLoose(associations, { drafts, placed, found, extra: links })
  return { items: itemsOf(drafts, placed, associations, asked.rubrics), associations }
}

const named = (drafts: Map<Id, ItemRead>, id: Id): string => {
  const item = drafts.get(id)
  return item
    ? nameOf(
        {
          abbreviatedStatement: item.title,
          fullStatement: item.statement,
          humanCodingScheme: item.code,
          identifier: id,
        },
        0,
      )
    : id
}

/** Says of items that stand under nothing here, or under several. */
function noteLoose(
  associations: readonly Association[],
  about: {
    drafts: Map<Id, ItemRead>
    placed: { parents: Map<Id, Id | null> }
    found: Findings
    extra: readonly Association[]
  },
): void {
  const { drafts, placed, found, extra } = about
  const outside = new Set(
    associations.filter(({ type }) => type === 'isChildOf').map(({ originId }) => originId),
  )
  for (const id of drafts.keys())
    if (!placed.parents.has(id)) found.note(outside.has(id) ? 'outside' : 'unattached', named(drafts, id))
  const seen = new Set<Id>()
  const several = new Set<Id>()
  for (const { originId } of extra) (seen.has(originId) ? several : seen).add(originId)
  for (const id of several) found.note('several parents', named(drafts, id))
}

function readEach(
  sent: readonly unknown[],
  drafts: Map<Id, ItemRead>,
  { head, origin, found }: Asked,
): Association[] {
  const ends = endsOf({ ...head, items: [...drafts.values()] }, origin)
  const seen = new Map<Id, number>()
  const associations: Association[] = []
  for (const [at, body] of sent.entries()) {
    if (!isBody(body)) {
      found.refuse('no link', `Association ${at + 1} is not an object. Export the framework again.`)
      continue
    }
    const type = typeof body.associationType === 'string' ? body.associationType : ''
    const [originId, destinationId] = [endOf(body.originNodeURI), endOf(body.destinationNodeURI)]
    const called = () =>
      `The ${type || 'association'} of ${originId ? named(drafts, originId) : 'nothing'} to ${destinationId ? named(drafts, destinationId) : 'nothing'}, number ${at + 1}`
    const associationId = identifierOf(body, called, found)
    if (!type || originId === null || destinationId === null) {
      found.refuse(
        'half',
        `${called()}, has no ${type ? (originId === null ? 'originNodeURI' : 'destinationNodeURI') : 'associationType'} with an identifier. Mend it, or take it away.`,
      )
      continue
    }
    if (isUnkeepable(body)) {
      found.refuse('text', `${called()}, holds NUL or half a character. Take it out, and import it again.`)
      continue
    }
    const before = seen.get(associationId)
    if (before !== undefined) {
      if (JSON.stringify(sent[before]) === JSON.stringify(body)) found.note('twice', called())
      else if (associationId)
        found.refuse(
          'double link',
          `${called()}, has the identifier ${associationId}, which number ${before + 1} has too.`,
        )
      continue
    }
    seen.set(associationId, at)
    if (type === 'isChildOf') checkEnds(body, { originId, destinationId, called }, { drafts, head, found })
    const { sequence, rest } = restOf(
      body,
      { originId, destinationId, called },
      { ends, frameworkId: head.frameworkId, origin, found },
    )
    associations.push({ associationId, type, originId, destinationId, sequence, rest })
  }
  return associations
}

type Ends = { originId: string; destinationId: string; called: () => string }

/** The tree can only be of what is in the file; what a link marks as another scheme's lies outside it. */
function checkEnds(
  body: Body,
  { originId, destinationId, called }: Ends,
  { drafts, head, found }: Pick<Asked, 'head' | 'found'> & { drafts: Map<Id, ItemRead> },
): void {
  const here = (id: string) => drafts.has(id) || id === head.frameworkId
  if (!here(originId) && !isMarkedOutside(body.originNodeURI))
    found.refuse(
      'unknown child',
      `${called()}, is about ${originId}, which is neither in the file nor marked as outside it (targetType ext:…).`,
    )
  if (!here(destinationId) && !isMarkedOutside(body.destinationNodeURI))
    found.refuse(
      'unknown parent',
      `${named(drafts, originId)} stands under ${destinationId}, which is neither in the file nor marked as outside it (targetType ext:…).`,
    )
  if (originId === head.frameworkId && here(destinationId))
    found.refuse(
      'cycle',
      `The framework itself stands under ${named(drafts, destinationId)}. Take that isChildOf away.`,
    )
}

/** What of an association cannot be derived again, and its place among its brothers. */
function restOf(
  body: Body,
  { originId, destinationId, called }: Ends,
  about: { ends: ReturnType<typeof endsOf>; frameworkId: Id; origin: string; found: Findings },
): { sequence: number | null; rest: Body } {
  const { ends, frameworkId, origin, found } = about
  const read = new Set(READ)
  const follows = (value: unknown, id: string) => {
    const end = ends(id)
    return (
      isBody(value) &&
      end !== null &&
      end.title === value.title &&
      end.uri === value.uri &&
      value.targetType === undefined &&
      isId(id)
    )
  }
  if (follows(body.originNodeURI, originId)) read.add('originNodeURI')
  if (follows(body.destinationNodeURI, destinationId)) read.add('destinationNodeURI')
  if (isBody(body.CFDocumentURI) && body.CFDocumentURI.identifier === frameworkId) read.add('CFDocumentURI')
  if (typeof body.uri === 'string' && ownOrNot(body.uri, origin) === null) read.add('uri')
  const { sequenceNumber } = body
  const sequence =
    typeof sequenceNumber === 'string' && /^-?\d{1,9}$/.test(sequenceNumber)
      ? Number(sequenceNumber)
      : typeof sequenceNumber === 'number' &&
          Number.isInteger(sequenceNumber) &&
          Math.abs(sequenceNumber) <= MOST
        ? sequenceNumber
        : null
  if (sequence !== null) read.add('sequenceNumber')
  else if (sequenceNumber !== undefined && sequenceNumber !== null) found.note('odd sequence', called())
  return { sequence, rest: without(body, read) }
}

/** The items in the order of their tree; where the file had them in another, each keeps its place in it. */
function itemsOf(
  drafts: Map<Id, ItemRead>,
  { parents, order }: { parents: Map<Id, Id | null>; order: Id[] },
  associations: readonly Association[],
  rubrics: readonly Body[],
): Item[] {
  const levels = levelsByItem(rubrics)
  const above = new Set(parents.values())
  const replaced = new Map(
    associations
      .filter(({ type }) => type === 'replacedBy')
      .map((each) => [each.originId, each.destinationId]),
  )
  const fileOrder = [...drafts.keys()]
  const moved = order.some((id, at) => id !== fileOrder[at])
  const places = new Map(moved ? fileOrder.map((id, at) => [id, at + 1]) : [])
  return order.flatMap((id) => {
    const draft = drafts.get(id)
    if (!draft) return []
    const { kind, rest, ...item } = draft
    const type =
      isBody(rest.CFItemTypeURI) && typeof rest.CFItemTypeURI.title === 'string'
        ? rest.CFItemTypeURI.title
        : ''
    const by = item.replacedBy ?? replaced.get(id)
    return [
      {
        ...item,
        parentId: parents.get(id) ?? null,
        attached: parents.has(id),
        kind: kind ?? kindOf(item.typeWords || type, above.has(id)),
        levels: levels.get(id) ?? [],
        retired: item.retired || replaced.has(id),
        replacedBy: by && isId(by) ? by : null,
        rest: moved ? { ...rest, [FILE_PLACE]: places.get(id) } : rest,
      },
    ]
  })
}
