import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { OrgTx } from '../../../shell/db.ts'
import type { Framework } from '../rules/competency.ts'
import type { FrameworkPackage, FrameworkSource, LibraryEntry } from '../rules/item.ts'

const entries = (tx: OrgTx) =>
  tx.db
    .selectFrom('framework as f')
    .select((of) => [
      'f.framework_id',
      'f.version',
      'f.title',
      'f.publisher',
      'f.uri',
      'f.in_force',
      'f.kind',
      'f.language',
      'f.description',
      'f.public',
      'f.source',
      'f.place',
      'f.made_by_name',
      'f.made_at',
      of
        .selectFrom('framework_item as i')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .whereRef('i.org_id', '=', 'f.org_id')
        .whereRef('i.framework_id', '=', 'f.framework_id')
        .whereRef('i.version', '=', 'f.version')
        .as('items'),
    ])
    .where('f.org_id', '=', tx.orgId)

type Row = Awaited<ReturnType<ReturnType<typeof entries>['executeTakeFirstOrThrow']>>

const toEntry = (row: Row): LibraryEntry => ({
  frameworkId: row.framework_id,
  title: row.title,
  version: row.version,
  publisher: row.publisher,
  language: row.language,
  description: row.description,
  kind: row.kind as FrameworkPackage['kind'],
  uri: row.uri,
  items: Number(row.items),
  inForce: row.in_force,
  public: row.public,
  source: row.source as FrameworkSource | null,
  madeByName: row.made_by_name,
  madeAt: row.made_at,
})

/** The newest version of every framework: the one of which a version is in force first, the others by title. */
export async function listNewest(tx: OrgTx): Promise<LibraryEntry[]> {
  const rows = await entries(tx)
    .where(
      'f.place',
      '=',
      sql<number>`(select max(n.place) from framework n where n.org_id = f.org_id and n.framework_id = f.framework_id)`,
    )
    .orderBy(
      sql`exists (select from framework n where n.org_id = f.org_id and n.framework_id = f.framework_id and n.in_force)`,
      'desc',
    )
    .orderBy(sql`lower(f.title)`)
    .orderBy('f.framework_id')
    .execute()
  return rows.map(toEntry)
}

/** Every version of a framework, newest first. */
export async function listPublished(tx: OrgTx, frameworkId: Id): Promise<LibraryEntry[]> {
  const rows = await entries(tx)
    .where('f.framework_id', '=', frameworkId)
    .orderBy('f.place', 'desc')
    .execute()
  return rows.map(toEntry)
}

/** Names of a framework's versions, newest first, with what says whether one says the same as another. */
export async function listDigests(
  tx: OrgTx,
  frameworkId: Id,
): Promise<{ version: string; place: number; digest: string; public: boolean }[]> {
  return tx.db
    .selectFrom('framework')
    .select(['version', 'place', 'digest', 'public'])
    .where('org_id', '=', tx.orgId)
    .where('framework_id', '=', frameworkId)
    .orderBy('place', 'desc')
    .execute()
}

/** Takes turns with whoever else publishes a version of the framework or writes its draft. */
export async function lockFramework(tx: OrgTx, frameworkId: Id): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`framework ${tx.orgId} ${frameworkId}`}, 0))`.execute(
    tx.db,
  )
}

/** The version in force; null where none is. */
export async function findFramework(tx: OrgTx): Promise<Framework | null> {
  return tx.once('framework in force', async () => {
    const row = await tx.db
      .selectFrom('framework')
      .select(['framework_id', 'title', 'version', 'publisher', 'uri'])
      .where('org_id', '=', tx.orgId)
      .where('in_force', '=', true)
      .executeTakeFirst()
    if (!row) return null
    const { framework_id: frameworkId, ...rest } = row
    return { frameworkId, ...rest }
  })
}

/** Puts one version in force in place of another. */
export async function setInForce(tx: OrgTx, key: { frameworkId: Id; version: string }): Promise<void> {
  const all = () => tx.db.updateTable('framework').where('org_id', '=', tx.orgId)
  await all().set({ in_force: false }).where('in_force', '=', true).execute()
  await all()
    .set({ in_force: true })
    .where('framework_id', '=', key.frameworkId)
    .where('version', '=', key.version)
    .execute()
}

/** Opens every version of a framework to readers without a sign-in, or closes it to them. */
export async function savePublic(tx: OrgTx, frameworkId: Id, isPublic: boolean): Promise<void> {
  await tx.db
    .updateTable('framework')
    .set({ public: isPublic })
    .where('org_id', '=', tx.orgId)
    .where('framework_id', '=', frameworkId)
    .execute()
}

/** Whether any version of the framework has the item. */
export async function wasPublished(tx: OrgTx, frameworkId: Id, itemId: Id): Promise<boolean> {
  const row = await tx.db
    .selectFrom('framework_item')
    .select('place')
    .where('org_id', '=', tx.orgId)
    .where('item_id', '=', itemId)
    .where('framework_id', '=', frameworkId)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
