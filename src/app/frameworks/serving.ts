import { createHash } from 'node:crypto'
import { type Id, isNamedId } from '../../kernel/id.ts'
import type { Database, OrgTx } from '../../shell/db.ts'
import { oneAtATime } from '../../shell/one-at-a-time.ts'
import { writeCaseApart } from './exporting.ts'
import { listCrosswalk, readPackage } from './frameworks.ts'
import {
  associationBody,
  definitionBody,
  documentBody,
  itemBody,
  ownTypes,
  type Writing,
} from './rules/case-bodies.ts'
import { withCrosswalk } from './rules/case-crosswalk.ts'
import { caseAddress, endsOf, rubricIdOf } from './rules/case-derived.ts'
import { rubricsOf } from './rules/case-rubrics.ts'
import type { Body } from './rules/case-shapes.ts'
import {
  type Association,
  type Definition,
  type DefinitionKind,
  type FrameworkPackage,
  ITEM_KINDS,
  type Item,
} from './rules/item.ts'
import {
  findOpened,
  findOpenedWithAssociation,
  findOpenedWithDefinition,
  findOpenedWithItem,
  listAssociationsOf,
  listDefinitionsOf,
  listItemsOf,
  listOpened,
  listOpenedWithLinks,
  type PublicVersion,
} from './store/public.ts'

/** What is served without a sign-in: of public frameworks alone, each in its newest version, by strict CASE 1.1. */
type Place = { db: Database; origin: string }

const keyOf = ({ head, version }: PublicVersion) => ({ frameworkId: head.frameworkId, version })

const writingOf = ({ origin }: Place, { madeAt }: PublicVersion): Writing => ({
  origin,
  at: madeAt.toISOString(),
})

const inside = <T>({ db }: Place, { orgId }: PublicVersion, work: (tx: OrgTx) => Promise<T>): Promise<T> =>
  db.inOrg(orgId, work, { readOnly: true })

const headBody = (place: Place, found: PublicVersion): Body => {
  const { frameworkId: identifier, title } = found.head
  return {
    ...documentBody(found.head, writingOf(place, found)),
    CFPackageURI: { title, identifier, uri: caseAddress(place.origin, 'CFPackages', identifier) },
  }
}

/** The heads of every public framework. */
export async function documentsIn(place: Place): Promise<Body[]> {
  return (await listOpened(place.db)).map((found) => headBody(place, found))
}

export async function documentIn(place: Place, frameworkId: Id): Promise<Body | null> {
  const found = await findOpened(place.db, frameworkId)
  return found && headBody(place, found)
}

const linkOf = (place: Place, { head }: PublicVersion): Body => ({
  title: head.title,
  identifier: head.frameworkId,
  uri: head.uri ?? caseAddress(place.origin, 'CFDocuments', head.frameworkId),
})

const itemIn = (place: Place, found: PublicVersion, item: Item): Body => ({
  ...itemBody(item, writingOf(place, found), item.kind === 'group'),
  CFDocumentURI: linkOf(place, found),
})

export async function itemOf(place: Place, itemId: Id): Promise<Body | null> {
  const found = await findOpenedWithItem(place.db, itemId)
  if (!found) return null
  const [item] = await inside(place, found, (tx) => listItemsOf(tx, keyOf(found), [itemId]))
  return item ? itemIn(place, found, item) : null
}

/** The bodies of some associations, with what their ends are called. */
async function bodiesOf(
  tx: OrgTx,
  place: Place,
  found: PublicVersion,
  associations: readonly Association[],
): Promise<Body[]> {
  const ids = associations.flatMap(({ originId, destinationId }) => [originId, destinationId])
  const uuids = [...new Set(ids)].filter((id) => /^[0-9a-f-]{36}$/.test(id))
  const ends = endsOf({ ...found.head, items: await listItemsOf(tx, keyOf(found), uuids) }, place.origin)
  return associations.map((each) => associationBody(each, writingOf(place, found), ends))
}

/** The links of items to recognised frameworks, as associations. */
async function crosswalkOf(tx: OrgTx, found: PublicVersion, items: readonly Item[]): Promise<Association[]> {
  const rows = await listCrosswalk(tx, items.length === 1 ? items[0]?.itemId : undefined)
  return withCrosswalk({ ...found.head, items: [...items] }, rows).associations
}

/** An item with every association that begins or ends at it. */
export async function itemAssociations(place: Place, itemId: Id): Promise<Body | null> {
  const found = await findOpenedWithItem(place.db, itemId)
  if (!found) return null
  return inside(place, found, async (tx) => {
    const [item] = await listItemsOf(tx, keyOf(found), [itemId])
    if (!item) return null
    const stored = await listAssociationsOf(tx, keyOf(found), { itemId })
    const there = new Set(stored.map(({ associationId }) => associationId))
    const links = (await crosswalkOf(tx, found, [item])).filter(
      ({ associationId }) => !there.has(associationId),
    )
    return {
      CFItem: itemIn(place, found, item),
      CFAssociations: await bodiesOf(tx, place, found, [...stored, ...links]),
    }
  })
}

export async function associationIn(place: Place, associationId: Id): Promise<Body | null> {
  const found = await findOpenedWithAssociation(place.db, associationId)
  if (!found) return linkIn(place, associationId)
  return inside(place, found, async (tx) => {
    const stored = await listAssociationsOf(tx, keyOf(found), { associationId })
    return (await bodiesOf(tx, place, found, stored))[0] ?? null
  })
}

/**
 * An association that follows from a link to a recognised framework: its identifier is found by making those of all
 * frameworks that have links, for one asker at a time.
 */
function linkIn(place: Place, associationId: Id): Promise<Body | null> {
  return isNamedId(associationId)
    ? unlessBusy(() => inTurn(() => madeLink(place, associationId)))
    : Promise.resolve(null)
}

async function madeLink(place: Place, associationId: Id): Promise<Body | null> {
  for (const found of await listOpenedWithLinks(place.db)) {
    const body = await inside(place, found, async (tx) => {
      const ids = [...new Set((await listCrosswalk(tx)).map(({ competencyId }) => competencyId))]
      const items = await listItemsOf(tx, keyOf(found), ids)
      const links = items.length > 0 ? await crosswalkOf(tx, found, items) : []
      return bodiesOf(
        tx,
        place,
        found,
        links.filter((each) => each.associationId === associationId),
      )
    })
    if (body[0]) return body[0]
  }
  return null
}

/** A definition, and where CASE answers a set those that stand below it too. */
export async function definitionIn(
  place: Place,
  kind: DefinitionKind,
  definitionId: Id,
): Promise<Body | null> {
  const found = await findOpenedWithDefinition(place.db, kind, definitionId)
  if (!found)
    return kind === 'CFRubrics' ? ownRubric(place, definitionId) : ownType(place, kind, definitionId)
  const all = await inside(place, found, (tx) => listDefinitionsOf(tx, keyOf(found), kind))
  const one = all.find((each) => each.definitionId === definitionId)
  if (!one) return null
  const body = definitionBody(one, writingOf(place, found))
  return SETS.has(kind) ? { ...body, [kind]: [body, ...below(all, body, writingOf(place, found))] } : body
}

const SETS = new Set<DefinitionKind>(['CFConcepts', 'CFSubjects', 'CFItemTypes'])

/** The definitions whose code goes on from another's. Source: CASE 1.0, hierarchyCode. */
function below(all: readonly Definition[], { hierarchyCode }: Body, writing: Writing): Body[] {
  return all
    .map((each) => definitionBody(each, writing))
    .filter((body) => String(body.hierarchyCode ?? '').startsWith(`${String(hierarchyCode)}.`))
}

async function ownType(place: Place, kind: DefinitionKind, definitionId: Id): Promise<Body | null> {
  const type = ownTypes(new Set(ITEM_KINDS)).find((each) => each.definitionId === definitionId)
  const [first] = kind === 'CFItemTypes' && type ? await listOpened(place.db) : []
  if (!type || !first) return null
  const body = definitionBody(type, writingOf(place, first))
  return { ...body, [kind]: [body] }
}

async function ownRubric(place: Place, rubricId: Id): Promise<Body | null> {
  if (!isNamedId(rubricId)) return null
  const found = (await listOpened(place.db)).find(({ head }) => rubricIdOf(head.frameworkId) === rubricId)
  if (!found) return null
  const pkg = await unlessBusy(() => packageOf(place, found))
  const rubric =
    pkg && rubricsOf(pkg, writingOf(place, found)).find(({ head }) => head.identifier === rubricId)
  return rubric ? { ...rubric.head, CFRubricCriteria: [...rubric.criteria()] } : null
}

/** Thrown where too many ask already for what is read whole. */
export class Busy extends Error {}

/** How many may wait at a time for what is read whole. */
const MOST_WAITING = 8
let waiting = 0

async function unlessBusy<T>(work: () => Promise<T>): Promise<T> {
  if (waiting >= MOST_WAITING) throw new Busy()
  waiting++
  try {
    return await work()
  } finally {
    waiting--
  }
}

const inTurn = oneAtATime()

function packageOf(place: Place, found: PublicVersion): Promise<FrameworkPackage | null> {
  return inTurn(() =>
    inside(place, found, async (tx) => {
      const pkg = await readPackage(tx, found.head.frameworkId, found.version)
      return pkg && withCrosswalk(pkg, await listCrosswalk(tx))
    }),
  )
}

/** A public framework whole, to be written when it is needed; `mark` changes whenever what it says does. */
export async function packageIn(
  place: Place,
  frameworkId: Id,
): Promise<{ mark: string; write: () => Promise<Uint8Array | null> } | null> {
  const found = await findOpened(place.db, frameworkId)
  if (!found) return null
  const links = await inside(place, found, (tx) => listCrosswalk(tx))
  const mark = createHash('sha256')
    .update(JSON.stringify([found.digest, found.version, place.origin, links]))
    .digest('base64url')
  return {
    mark,
    write: () =>
      unlessBusy(async () => {
        const pkg = await packageOf(place, found)
        return pkg && writeCaseApart(pkg, writingOf(place, found))
      }),
  }
}

/** Whether another organisation published a framework of this identifier first, so that its words are the ones read. */
export async function isSpokenElsewhere(db: Database, frameworkId: Id, orgId: Id): Promise<boolean> {
  const found = await findOpened(db, frameworkId)
  return found !== null && found.orgId !== orgId
}
