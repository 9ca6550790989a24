import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { OrgTx } from '../../../shell/db.ts'
import type { ContactRow } from '../rules/contact.ts'

/** A contact to write: as it was read, its customer made a key. */
export type Incoming = Omit<ContactRow, 'customer' | 'line'> & { customerKey: string | null }

const RECORD = sql`r(
  contact_id uuid, external_id text, row_hash text, agent_name text, customer_key text, topic text,
  opened_at timestamptz, day date, first_reply_at timestamptz, reply_seconds float8, solved_at timestamptz,
  outcome text, answered boolean, rating float8, handle_seconds float8)`

const COLUMNS =
  'row_hash agent_name customer_key topic opened_at day first_reply_at reply_seconds solved_at outcome answered rating handle_seconds'.split(
    ' ',
  )
const READ = sql.raw(COLUMNS.join(', '))
const SAID = (of: string) => sql.raw(`row(${COLUMNS.map((column) => `${of}.${column}`).join(', ')})`)

/** Whether a source has any contact. */
export async function hasContacts(tx: OrgTx, sourceId: Id): Promise<boolean> {
  const row = await tx.db
    .selectFrom('contact')
    .select('contact_id')
    .where('org_id', '=', tx.orgId)
    .where('source_id', '=', sourceId)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/**
 * Writes contacts of a source: new ones are added, changed ones take the new reading and keep the earlier one aside,
 * unchanged ones are passed over. Hold the source while this runs.
 * @param fresh the source has no contacts yet, so that nothing can have changed
 * @returns the source's own numbers of those added or changed
 */
export async function writeContacts(
  tx: OrgTx,
  to: { sourceId: Id; batchId: Id; fresh: boolean },
  contacts: readonly Incoming[],
): Promise<Set<string>> {
  const records = contacts.map((one) => recordOf(tx.newId(), one))
  if (to.fresh) {
    await insertContacts(tx, to, JSON.stringify(records))
    return new Set(contacts.map(({ externalId }) => externalId))
  }
  const { rows: news } = await sql<{ id: string }>`
    select r.external_id as id
    from jsonb_to_recordset(${JSON.stringify(records)}::jsonb) as ${RECORD}
    left join contact c on c.org_id = ${tx.orgId} and c.source_id = ${to.sourceId} and c.external_id = r.external_id
    where c.contact_id is null or ${SAID('c')} is distinct from ${SAID('r')}`.execute(tx.db)
  const changed = new Set(news.map(({ id }) => id))
  if (changed.size === 0) return changed
  const rows = JSON.stringify(records.filter(({ external_id: id }) => changed.has(id)))
  await sql`
    insert into contact_earlier (org_id, batch_id, contact_id, was)
    select c.org_id, ${to.batchId}, c.contact_id, to_jsonb(c)
    from jsonb_to_recordset(${rows}::jsonb) as ${RECORD}
    join contact c on c.org_id = ${tx.orgId} and c.source_id = ${to.sourceId} and c.external_id = r.external_id`.execute(
    tx.db,
  )
  await insertContacts(tx, to, rows)
  return changed
}

const recordOf = (contactId: Id, one: Incoming) => ({
  contact_id: contactId,
  external_id: one.externalId,
  row_hash: one.rowHash,
  agent_name: one.agentName,
  customer_key: one.customerKey,
  topic: one.topic,
  opened_at: one.openedAt,
  day: one.day,
  first_reply_at: one.firstReplyAt,
  reply_seconds: one.replySeconds,
  solved_at: one.solvedAt,
  outcome: one.outcome,
  answered: one.answered,
  rating: one.rating,
  handle_seconds: one.handleSeconds,
})

async function insertContacts(tx: OrgTx, to: { sourceId: Id; batchId: Id }, rows: string): Promise<void> {
  await sql`
    insert into contact (org_id, contact_id, source_id, batch_id, external_id, ${READ})
    select ${tx.orgId}, contact_id, ${to.sourceId}, ${to.batchId}, external_id, ${READ}
    from jsonb_to_recordset(${rows}::jsonb) as ${RECORD}
    on conflict (org_id, source_id, external_id) do update set
      batch_id = excluded.batch_id, row_hash = excluded.row_hash, agent_name = excluded.agent_name,
      customer_key = excluded.customer_key, topic = excluded.topic, opened_at = excluded.opened_at, day = excluded.day,
      first_reply_at = excluded.first_reply_at, reply_seconds = excluded.reply_seconds, solved_at = excluded.solved_at,
      outcome = excluded.outcome, answered = excluded.answered, rating = excluded.rating,
      handle_seconds = excluded.handle_seconds`.execute(tx.db)
}

/**
 * Takes an import's contacts out again: those that it added go, those that it changed are again what they were. What
 * a still later import changed stays as that one left it, and no longer goes back to this import's reading.
 * @returns how many contacts went, and how many went back
 */
export async function takeBack(tx: OrgTx, batchId: Id): Promise<{ gone: number; restored: number }> {
  const { orgId } = tx
  await sql`
    update contact_earlier later set was = mine.was
    from contact_earlier mine
    where later.org_id = ${orgId} and mine.org_id = ${orgId} and mine.batch_id = ${batchId}
      and later.contact_id = mine.contact_id and later.was->>'batch_id' = ${batchId}`.execute(tx.db)
  await sql`delete from contact_earlier where org_id = ${orgId} and was->>'batch_id' = ${batchId}`.execute(
    tx.db,
  )
  const restored = await sql`
    update contact c set batch_id = was.batch_id, row_hash = was.row_hash, agent_name = was.agent_name,
      customer_key = was.customer_key, topic = was.topic, opened_at = was.opened_at, day = was.day,
      first_reply_at = was.first_reply_at, reply_seconds = was.reply_seconds, solved_at = was.solved_at,
      outcome = was.outcome, answered = was.answered, rating = was.rating, handle_seconds = was.handle_seconds
    from contact_earlier e, jsonb_populate_record(null::contact, e.was) was
    where c.org_id = ${orgId} and c.batch_id = ${batchId}
      and e.org_id = ${orgId} and e.batch_id = ${batchId} and e.contact_id = c.contact_id`.execute(tx.db)
  await sql`delete from contact_earlier where org_id = ${orgId} and batch_id = ${batchId}`.execute(tx.db)
  const gone = await sql`delete from contact where org_id = ${orgId} and batch_id = ${batchId}`.execute(tx.db)
  return { gone: Number(gone.numAffectedRows ?? 0n), restored: Number(restored.numAffectedRows ?? 0n) }
}

/** How many people have contacts of an import, and how many names that nobody was matched to. */
export async function countTouched(tx: OrgTx, batchId: Id): Promise<{ people: number; names: number }> {
  const { rows } = await sql<{ people: number; names: number }>`
    select count(distinct g.person_id)::int as people,
      (count(distinct c.agent_name) filter (where g.person_id is null and not coalesce(g.nobody, false)))::int as names
    from (select distinct source_id, agent_name from contact
      where org_id = ${tx.orgId} and batch_id = ${batchId} and agent_name is not null) c
    left join agent g on g.org_id = ${tx.orgId} and g.source_id = c.source_id and g.name = c.agent_name`.execute(
    tx.db,
  )
  return rows[0] ?? { people: 0, names: 0 }
}
