import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Database, OrgTx } from '../../../shell/db.ts'
import type { Association, Definition, DefinitionKind, FrameworkPackage, Item } from '../rules/item.ts'
import { toAssociation, toDefinition, toItem } from './packages.ts'

/** The newest version of a public framework: whose it is, and what it is known by. */
export type PublicVersion = {
  orgId: Id
  version: string
  digest: string
  madeAt: Date
  /** Without its items, associations and definitions. */
  head: FrameworkPackage
}

/** When an organisation first published a framework, or an item of it. */
const published = (itemId?: Id) => sql<Date>`(
  select min(n.made_at) from framework n
  where n.org_id = f.org_id and n.framework_id = f.framework_id
  ${
    itemId === undefined
      ? sql``
      : sql`and exists (select from framework_item i where i.org_id = n.org_id
          and i.framework_id = n.framework_id and i.version = n.version and i.item_id = ${itemId})`
  })`

/**
 * Public frameworks of every organisation, in their newest versions: what nobody opened is not among them. Of several that
 * say one identifier the first to publish it comes first, so that no later copy speaks in its place.
 */
const opened = (db: Database, itemId?: Id) =>
  db.installation
    .selectFrom('framework as f')
    .where('f.public', '=', true)
    .where(
      'f.place',
      '=',
      sql<number>`(select max(n.place) from framework n where n.org_id = f.org_id and n.framework_id = f.framework_id)`,
    )
    .orderBy(published(itemId))
    .orderBy('f.org_id')
    .select([
      'f.org_id',
      'f.framework_id',
      'f.version',
      'f.digest',
      'f.made_at',
      'f.title',
      'f.publisher',
      'f.uri',
      'f.language',
      'f.description',
      'f.kind',
      'f.rest',
    ])

type Row = Awaited<ReturnType<ReturnType<typeof opened>['executeTakeFirstOrThrow']>>

const toVersion = (row: Row): PublicVersion => ({
  orgId: row.org_id,
  version: row.version,
  digest: row.digest ?? '',
  madeAt: row.made_at,
  head: {
    frameworkId: row.framework_id,
    title: row.title,
    version: row.version,
    publisher: row.publisher,
    uri: row.uri.startsWith('http') ? row.uri : null,
    language: row.language,
    description: row.description,
    kind: row.kind as FrameworkPackage['kind'],
    rest: row.rest as Record<string, unknown>,
    items: [],
    associations: [],
    definitions: [],
    source: null,
  },
})

/** Every public framework; of one that several organisations opened, that of the first to publish it. */
export async function listOpened(db: Database): Promise<PublicVersion[]> {
  return firstOfEach(await opened(db).execute())
}

function firstOfEach(rows: readonly Row[]): PublicVersion[] {
  const first = new Map<Id, PublicVersion>()
  for (const row of rows) if (!first.has(row.framework_id)) first.set(row.framework_id, toVersion(row))
  return [...first.values()]
}

/** Those of them in whose newest version an item is linked to a recognised framework. */
export async function listOpenedWithLinks(db: Database): Promise<PublicVersion[]> {
  const linked = opened(db).where(({ exists, selectFrom }) =>
    exists(
      selectFrom('crosswalk as c')
        .innerJoin('framework_item as i', (join) =>
          join.onRef('i.org_id', '=', 'c.org_id').onRef('i.item_id', '=', 'c.competency_id'),
        )
        .whereRef('i.org_id', '=', 'f.org_id')
        .whereRef('i.framework_id', '=', 'f.framework_id')
        .whereRef('i.version', '=', 'f.version')
        .select('c.code'),
    ),
  )
  return firstOfEach(await linked.execute())
}

const firstOf = async (rows: Promise<Row | undefined>): Promise<PublicVersion | null> => {
  const row = await rows
  return row ? toVersion(row) : null
}

export async function findOpened(db: Database, frameworkId: Id): Promise<PublicVersion | null> {
  return firstOf(opened(db).where('f.framework_id', '=', frameworkId).executeTakeFirst())
}

/** The public framework that holds an item. */
export async function findOpenedWithItem(db: Database, itemId: Id): Promise<PublicVersion | null> {
  return firstOf(
    opened(db, itemId)
      .where(({ exists, selectFrom }) =>
        exists(
          selectFrom('framework_item as i')
            .whereRef('i.org_id', '=', 'f.org_id')
            .whereRef('i.framework_id', '=', 'f.framework_id')
            .whereRef('i.version', '=', 'f.version')
            .where('i.item_id', '=', itemId)
            .select('i.item_id'),
        ),
      )
      .executeTakeFirst(),
  )
}

/** The public framework that holds an association. */
export async function findOpenedWithAssociation(
  db: Database,
  associationId: Id,
): Promise<PublicVersion | null> {
  return firstOf(
    opened(db)
      .where(({ exists, selectFrom }) =>
        exists(
          selectFrom('framework_association as a')
            .whereRef('a.org_id', '=', 'f.org_id')
            .whereRef('a.framework_id', '=', 'f.framework_id')
            .whereRef('a.version', '=', 'f.version')
            .where('a.association_id', '=', associationId)
            .select('a.association_id'),
        ),
      )
      .executeTakeFirst(),
  )
}

/** The public framework that holds a definition. */
export async function findOpenedWithDefinition(
  db: Database,
  kind: DefinitionKind,
  definitionId: Id,
): Promise<PublicVersion | null> {
  return firstOf(
    opened(db)
      .where(({ exists, selectFrom }) =>
        exists(
          selectFrom('framework_definition as d')
            .whereRef('d.org_id', '=', 'f.org_id')
            .whereRef('d.framework_id', '=', 'f.framework_id')
            .whereRef('d.version', '=', 'f.version')
            .where('d.kind', '=', kind)
            .where('d.definition_id', '=', definitionId)
            .select('d.definition_id'),
        ),
      )
      .executeTakeFirst(),
  )
}

type Key = { frameworkId: Id; version: string }

/** Items of a version by their identifiers; those that it has not are left out. */
export async function listItemsOf(
  tx: OrgTx,
  { frameworkId, version }: Key,
  ids: readonly Id[],
): Promise<Item[]> {
  if (ids.length === 0) return []
  const rows = await tx.db
    .selectFrom('framework_item')
    .selectAll()
    .where('org_id', '=', tx.orgId)
    .where('framework_id', '=', frameworkId)
    .where('version', '=', version)
    .where('item_id', 'in', ids)
    .execute()
  return rows.map(toItem)
}

/** Associations of a version that begin or end at an item, or the one of an identifier, in their order. */
export async function listAssociationsOf(
  tx: OrgTx,
  { frameworkId, version }: Key,
  of: { itemId: Id } | { associationId: Id },
): Promise<Association[]> {
  const all = tx.db
    .selectFrom('framework_association')
    .selectAll()
    .where('org_id', '=', tx.orgId)
    .where('framework_id', '=', frameworkId)
    .where('version', '=', version)
    .orderBy('place')
  const rows = await ('itemId' in of
    ? all.where(({ or, eb }) => or([eb('origin_id', '=', of.itemId), eb('destination_id', '=', of.itemId)]))
    : all.where('association_id', '=', of.associationId)
  ).execute()
  return rows.map(toAssociation)
}

/** The definitions of one kind of a version. */
export async function listDefinitionsOf(
  tx: OrgTx,
  { frameworkId, version }: Key,
  kind: DefinitionKind,
): Promise<Definition[]> {
  const rows = await tx.db
    .selectFrom('framework_definition')
    .selectAll()
    .where('org_id', '=', tx.orgId)
    .where('framework_id', '=', frameworkId)
    .where('version', '=', version)
    .where('kind', '=', kind)
    .orderBy('place')
    .execute()
  return rows.map(toDefinition)
}
