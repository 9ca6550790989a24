import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'
import type { OrgTx } from '../../../shell/db.ts'

/** A system whose exports are read. `mapping` is as it was saved; check it before use. */
export type Source = { sourceId: Id; name: string; mapping: unknown }

/** Every source, the one saved last first. */
export async function listSources(tx: OrgTx): Promise<Source[]> {
  const rows = await tx.db
    .selectFrom('contact_source')
    .select(['source_id', 'name', 'mapping'])
    .where('org_id', '=', tx.orgId)
    .orderBy('saved_at', 'desc')
    .orderBy('source_id', 'desc')
    .execute()
  return rows.map((row) => ({ sourceId: row.source_id, name: row.name, mapping: row.mapping }))
}

/** Saves the mapping under its name, whose letters may differ in case, and holds the source until the transaction ends. */
export async function holdSource(
  tx: OrgTx,
  name: string,
  mapping: { columns: Record<string, unknown> },
): Promise<Id> {
  const saved = {
    mapping: JSON.stringify(mapping),
    headings: Object.keys(mapping.columns).join('\n'),
    saved_at: tx.now,
  }
  const row = await tx.db
    .insertInto('contact_source')
    .values({ org_id: tx.orgId, source_id: tx.newId(), name, ...saved })
    .onConflict((conflict) => conflict.expression(sql`org_id, lower(name)`).doUpdateSet(saved))
    .returning('source_id')
    .executeTakeFirstOrThrow()
  return row.source_id
}

/** Holds a source against another load or undoing until the transaction ends. */
export async function lockSource(tx: OrgTx, sourceId: Id): Promise<void> {
  await tx.db
    .selectFrom('contact_source')
    .select('source_id')
    .where('org_id', '=', tx.orgId)
    .where('source_id', '=', sourceId)
    .forNoKeyUpdate()
    .execute()
}

/** A name in a source, whom it was matched to, and what came under it. */
export type Agent = {
  sourceId: Id
  name: string
  personId: Id | null
  /** Whether somebody said that it is no one person. */
  nobody: boolean
  contacts: number
  from: Day | null
  to: Day | null
}

/** The names of a source that have contacts, by name. */
export async function listAgentsOf(tx: OrgTx, sourceId: Id): Promise<Agent[]> {
  const { rows } = await sql<Agent>`
    select g.source_id as "sourceId", g.name, g.person_id as "personId", g.nobody,
      c.contacts, c.first as "from", c.last as "to"
    from agent g join (
      select agent_name, count(*)::int as contacts, min(day) as first, max(day) as last from contact
      where org_id = ${tx.orgId} and source_id = ${sourceId} and agent_name is not null group by 1) c on c.agent_name = g.name
    where g.org_id = ${tx.orgId} and g.source_id = ${sourceId}
    order by lower(g.name), g.name`.execute(tx.db)
  return rows
}

/** Names of a source that somebody has settled, and whom a name was matched to in any source. */
export async function listMatched(
  tx: OrgTx,
): Promise<{ sourceId: Id; name: string; personId: Id | null; nobody: boolean }[]> {
  const rows = await tx.db
    .selectFrom('agent')
    .select(['source_id', 'name', 'person_id', 'nobody'])
    .where('org_id', '=', tx.orgId)
    .where((where) => where.or([where('person_id', 'is not', null), where('nobody', '=', true)]))
    .execute()
  return rows.map((row) => ({
    sourceId: row.source_id,
    name: row.name,
    personId: row.person_id,
    nobody: row.nobody,
  }))
}

/** Notes names that a source gives; those known already are left as they are. */
export async function saveNames(tx: OrgTx, sourceId: Id, names: readonly string[]): Promise<void> {
  if (names.length === 0) return
  await sql`
    insert into agent (org_id, source_id, name)
    select ${tx.orgId}, ${sourceId}, name from unnest(${names}::text[]) as name
    on conflict do nothing`.execute(tx.db)
}

/** Settles whose a name is. Answers false where the source has no such name. */
export async function saveMatch(
  tx: OrgTx,
  match: { sourceId: Id; name: string; personId: Id | null; nobody: boolean },
): Promise<boolean> {
  const settled = match.personId !== null || match.nobody
  const result = await tx.db
    .updateTable('agent')
    .set({ person_id: match.personId, nobody: match.nobody, matched_at: settled ? tx.now : null })
    .where('org_id', '=', tx.orgId)
    .where('source_id', '=', match.sourceId)
    .where('name', '=', match.name)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}
