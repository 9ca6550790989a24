import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { OrgTx } from '../../../shell/db.ts'
import type { RecordKind } from '../rules/kinds.ts'

/** A system whose exports are read. `mapping` is as it was saved; check it before use. */
export type Source = { sourceId: Id; name: string; mapping: unknown }

/** Every source of a kind, the one saved last first. */
export async function listSources(tx: OrgTx, kind: RecordKind): Promise<Source[]> {
  const rows = await tx.db
    .selectFrom('record_source')
    .select(['source_id', 'name', 'mapping'])
    .where('org_id', '=', tx.orgId)
    .where('kind', '=', kind)
    .orderBy('saved_at', 'desc')
    .orderBy('source_id', 'desc')
    .execute()
  return rows.map((row) => ({ sourceId: row.source_id, name: row.name, mapping: row.mapping }))
}

/** Saves the mapping under its name, whose letters may differ in case, and holds the source until the transaction ends. */
export async function holdSource(tx: OrgTx, kind: RecordKind, name: string, mapping: object): Promise<Id> {
  const saved = { mapping: JSON.stringify(mapping), saved_at: tx.now }
  const row = await tx.db
    .insertInto('record_source')
    .values({ org_id: tx.orgId, source_id: tx.newId(), kind, name, ...saved })
    .onConflict((conflict) => conflict.expression(sql`org_id, kind, lower(name)`).doUpdateSet(saved))
    .returning('source_id')
    .executeTakeFirstOrThrow()
  return row.source_id
}

/** Holds a source against another load, matching or undoing until the transaction ends. */
export async function lockSource(tx: OrgTx, sourceId: Id): Promise<void> {
  await tx.db
    .selectFrom('record_source')
    .select('source_id')
    .where('org_id', '=', tx.orgId)
    .where('source_id', '=', sourceId)
    .forNoKeyUpdate()
    .execute()
}

/** Notes which source a loaded file is of. */
export async function saveImport(tx: OrgTx, batchId: Id, sourceId: Id): Promise<void> {
  await tx.db
    .insertInto('record_import')
    .values({ org_id: tx.orgId, batch_id: batchId, source_id: sourceId })
    .execute()
}

/** The source that a loaded file is of; null where it was not loaded. */
export async function sourceOf(tx: OrgTx, batchId: Id): Promise<{ sourceId: Id; name: string } | null> {
  const row = await tx.db
    .selectFrom('record_import as i')
    .innerJoin('record_source as s', (join) =>
      join.onRef('s.org_id', '=', 'i.org_id').onRef('s.source_id', '=', 'i.source_id'),
    )
    .select(['s.source_id', 's.name'])
    .where('i.org_id', '=', tx.orgId)
    .where('i.batch_id', '=', batchId)
    .executeTakeFirst()
  return row ? { sourceId: row.source_id, name: row.name } : null
}

/** A name in a source, whose it is, and how many records came under it. */
export type Name = {
  name: string
  personId: Id | null
  /** Whether somebody said that it is no one person. */
  nobody: boolean
  /** Whether a person said whose it is, and not the very same name or address. */
  byHand: boolean
  records: number
}

/** The names of a source that have records, by name. */
export async function listNames(tx: OrgTx, sourceId: Id): Promise<Name[]> {
  const { rows } = await sql<Name>`
    select n.name, n.person_id as "personId", n.nobody, n.by_hand as "byHand", r.records
    from record_name n join (
      select name, count(*)::int as records from record_row
      where org_id = ${tx.orgId} and source_id = ${sourceId} and superseded_by is null group by 1) r on r.name = n.name
    where n.org_id = ${tx.orgId} and n.source_id = ${sourceId}
    order by lower(n.name), n.name`.execute(tx.db)
  return rows
}

/** Names that a person has matched in any source of records, with whom. */
export async function listMatched(tx: OrgTx): Promise<{ name: string; personId: Id }[]> {
  const rows = await tx.db
    .selectFrom('record_name')
    .select(['name', 'person_id'])
    .where('org_id', '=', tx.orgId)
    .where('by_hand', '=', true)
    .where('person_id', 'is not', null)
    .execute()
  return rows.flatMap((row) => (row.person_id ? [{ name: row.name, personId: row.person_id }] : []))
}

/** Notes names that a source gives, with whose they are where that is known; those noted before are left as they are. */
export async function saveNames(
  tx: OrgTx,
  sourceId: Id,
  names: readonly { name: string; personId: Id | null }[],
): Promise<void> {
  if (names.length === 0) return
  await sql`
    insert into record_name (org_id, source_id, name, person_id)
    select ${tx.orgId}, ${sourceId}, name, person_id
    from jsonb_to_recordset(${JSON.stringify(
      names.map(({ name, personId }) => ({ name, person_id: personId })),
    )}::jsonb) as r(name text, person_id uuid)
    on conflict do nothing`.execute(tx.db)
}

/** Gives names that nobody has settled the person they are found to be. */
export async function fillNames(
  tx: OrgTx,
  sourceId: Id,
  names: readonly { name: string; personId: Id }[],
): Promise<void> {
  if (names.length === 0) return
  await sql`
    update record_name n set person_id = r.person_id
    from jsonb_to_recordset(${JSON.stringify(
      names.map(({ name, personId }) => ({ name, person_id: personId })),
    )}::jsonb) as r(name text, person_id uuid)
    where n.org_id = ${tx.orgId} and n.source_id = ${sourceId} and n.name = r.name
      and n.person_id is null and not n.nobody and not n.by_hand`.execute(tx.db)
}

/** Says whose a name is. False where the source has no such name. */
export async function saveMatch(
  tx: OrgTx,
  match: { sourceId: Id; name: string; personId: Id | null; nobody: boolean },
): Promise<boolean> {
  const result = await tx.db
    .updateTable('record_name')
    .set({ person_id: match.personId, nobody: match.nobody, by_hand: true })
    .where('org_id', '=', tx.orgId)
    .where('source_id', '=', match.sourceId)
    .where('name', '=', match.name)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}
