import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { OrgTx } from '../../../shell/db.ts'
import { turn } from '../../../shell/turns.ts'
import type { Level } from '../rules/competency.ts'
import type {
  Association,
  Definition,
  DefinitionKind,
  FrameworkPackage,
  FrameworkSource,
  Item,
  ItemKind,
} from '../rules/item.ts'

/** A version that is about to be published. */
export type Published = FrameworkPackage & {
  version: string
  /** Counts the publications of this framework, 1 first. */
  place: number
  inForce: boolean
  public: boolean
  digest: string
  by: { personId: Id; name: string } | null
}

/** How many rows travel in one statement, so that no other request waits for long. */
const ROWS = 1000

/** Saves rows with their places, 1 first. */
async function inChunks(
  all: readonly Item[] | readonly Association[] | readonly Definition[],
  save: (json: string) => Promise<unknown>,
): Promise<void> {
  for (let from = 0; from < all.length; from += ROWS) {
    const rows = all.slice(from, from + ROWS).map((row, at) => ({ at: from + at + 1, ...row }))
    await save(JSON.stringify(rows))
    await turn()
  }
}

/** Saves a version with everything that it holds: once, since nothing published is written over. */
export async function savePackage(tx: OrgTx, pkg: Published): Promise<void> {
  const { frameworkId, version } = pkg
  await tx.db
    .insertInto('framework')
    .values({
      org_id: tx.orgId,
      framework_id: frameworkId,
      version,
      title: pkg.title,
      publisher: pkg.publisher,
      uri: pkg.uri ?? '',
      in_force: pkg.inForce,
      kind: pkg.kind,
      language: pkg.language,
      description: pkg.description,
      public: pkg.public,
      rest: JSON.stringify(pkg.rest),
      source: pkg.source && JSON.stringify(pkg.source),
      place: pkg.place,
      made_by: pkg.by?.personId ?? null,
      made_by_name: pkg.by?.name ?? '',
      made_at: tx.now,
      digest: pkg.digest,
    })
    .execute()
  await inChunks(pkg.items, (json) =>
    sql`
      insert into framework_item (org_id, framework_id, version, item_id, place, parent_id, attached, kind, type_words, code,
        title, statement, soft, legal, words, levels, retired, replaced_by, uri, rest, changed_at)
      select ${tx.orgId}, ${frameworkId}, ${version}, "itemId", "at", "parentId", "attached", "kind", "typeWords", "code",
        "title", "statement", "soft", "legal", "words", "levels", "retired", "replacedBy", "uri", "rest", ${tx.now}
      from jsonb_to_recordset(${json}::jsonb) as r("itemId" uuid, "at" integer, "parentId" uuid, "attached" boolean, "kind" text,
        "typeWords" text, "code" text, "title" text, "statement" text, "soft" boolean, "legal" boolean, "words" text[],
        "levels" jsonb, "retired" boolean, "replacedBy" uuid, "uri" text, "rest" jsonb)`.execute(tx.db),
  )
  await inChunks(pkg.associations, (json) =>
    sql`
      insert into framework_association (org_id, framework_id, version, association_id, place, type, origin_id, destination_id, sequence, rest)
      select ${tx.orgId}, ${frameworkId}, ${version}, "associationId", "at", "type", "originId", "destinationId", "sequence", "rest"
      from jsonb_to_recordset(${json}::jsonb) as r("associationId" uuid, "at" integer, "type" text, "originId" text,
        "destinationId" text, "sequence" integer, "rest" jsonb)`.execute(tx.db),
  )
  await inChunks(pkg.definitions, (json) =>
    sql`
      insert into framework_definition (org_id, framework_id, version, kind, definition_id, place, body)
      select ${tx.orgId}, ${frameworkId}, ${version}, "kind", "definitionId", "at", "body"
      from jsonb_to_recordset(${json}::jsonb) as r("kind" text, "definitionId" uuid, "at" integer, "body" jsonb)`.execute(
      tx.db,
    ),
  )
}

type Key = { frameworkId: Id; version: string }

/** Reads rows in the order of their places, some thousands at a time, so that no other request waits for long. */
async function inOrder<R extends { place: number }>(read: (after: number) => Promise<R[]>): Promise<R[]> {
  const all: R[] = []
  for (let after = 0; ; ) {
    const rows = await read(after)
    for (const row of rows) all.push(row)
    const last = rows.at(-1)
    if (!last || rows.length < ROWS) return all
    after = last.place
    await turn()
  }
}

const listItems = (tx: OrgTx, { frameworkId, version }: Key) =>
  inOrder((after) =>
    tx.db
      .selectFrom('framework_item')
      .selectAll()
      .where('org_id', '=', tx.orgId)
      .where('framework_id', '=', frameworkId)
      .where('version', '=', version)
      .where('place', '>', after)
      .orderBy('place')
      .limit(ROWS)
      .execute(),
  )

const listAssociations = (tx: OrgTx, { frameworkId, version }: Key) =>
  inOrder((after) =>
    tx.db
      .selectFrom('framework_association')
      .selectAll()
      .where('org_id', '=', tx.orgId)
      .where('framework_id', '=', frameworkId)
      .where('version', '=', version)
      .where('place', '>', after)
      .orderBy('place')
      .limit(ROWS)
      .execute(),
  )

const listDefinitions = (tx: OrgTx, { frameworkId, version }: Key) =>
  inOrder((after) =>
    tx.db
      .selectFrom('framework_definition')
      .selectAll()
      .where('org_id', '=', tx.orgId)
      .where('framework_id', '=', frameworkId)
      .where('version', '=', version)
      .where('place', '>', after)
      .orderBy('place')
      .limit(ROWS)
      .execute(),
  )

type ItemColumns = Omit<
  Awaited<ReturnType<typeof listItems>>[number],
  'version' | 'org_id' | 'framework_id' | 'place' | 'changed_at'
>

/** An item of a version or of a draft, from its row. */
export const toItem = (row: ItemColumns): Item => ({
  itemId: row.item_id,
  parentId: row.parent_id,
  attached: row.attached,
  kind: row.kind as ItemKind,
  typeWords: row.type_words,
  code: row.code,
  title: row.title,
  statement: row.statement,
  soft: row.soft,
  legal: row.legal,
  words: row.words,
  levels: row.levels as Level[],
  retired: row.retired,
  replacedBy: row.replaced_by,
  uri: row.uri,
  rest: row.rest as Record<string, unknown>,
})

type AssociationColumns = Omit<
  Awaited<ReturnType<typeof listAssociations>>[number],
  'version' | 'org_id' | 'framework_id' | 'place'
>

export const toAssociation = (row: AssociationColumns): Association => ({
  associationId: row.association_id,
  type: row.type,
  originId: row.origin_id,
  destinationId: row.destination_id,
  sequence: row.sequence,
  rest: row.rest as Record<string, unknown>,
})

type DefinitionColumns = Pick<
  Awaited<ReturnType<typeof listDefinitions>>[number],
  'kind' | 'definition_id' | 'body'
>

export const toDefinition = (row: DefinitionColumns): Definition => ({
  kind: row.kind as DefinitionKind,
  definitionId: row.definition_id,
  body: row.body as Record<string, unknown>,
})

/** One version with everything that it holds, as it was kept; null where there is none. */
export async function findPackage(
  tx: OrgTx,
  key: Key,
): Promise<(FrameworkPackage & { version: string }) | null> {
  const row = await tx.db
    .selectFrom('framework')
    .selectAll()
    .where('org_id', '=', tx.orgId)
    .where('framework_id', '=', key.frameworkId)
    .where('version', '=', key.version)
    .executeTakeFirst()
  if (!row) return null
  const items = await listItems(tx, key)
  const associations = await listAssociations(tx, key)
  const definitions = await listDefinitions(tx, key)
  return {
    frameworkId: row.framework_id,
    title: row.title,
    version: row.version,
    publisher: row.publisher,
    uri: row.uri.startsWith('http') ? row.uri : null,
    language: row.language,
    description: row.description,
    kind: row.kind as FrameworkPackage['kind'],
    rest: row.rest as Record<string, unknown>,
    items: items.map(toItem),
    associations: associations.map(toAssociation),
    definitions: definitions.map(toDefinition),
    source: row.source as FrameworkSource | null,
  }
}
