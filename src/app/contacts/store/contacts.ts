import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import { type Id, isId } from '../../../kernel/id.ts'
import type { OrgTx } from '../../../shell/db.ts'

/** One customer contact as it was imported. Moments are instants; lengths of time are in seconds. */
export type ContactFact = {
  contactId: Id
  /** The person it was matched to, else the name the source gives; null where nobody took it or the name is nobody's. */
  personKey: string | null
  /** A keyed hash that tells one customer from another; null where the source names none. */
  customerKey: string | null
  topic: string | null
  at: Date
  /** The day it was opened, in the organisation's zone. */
  day: Day
  firstReplyAt: Date | null
  replySeconds: number | null
  solvedAt: Date | null
  /** As the source logs it. */
  outcome: 'solved' | 'unsolved' | null
  /** An unanswered contact counts for and against no one. */
  answered: boolean
  /** 1 to 5; may be a fraction. */
  rating: number | null
  handleSeconds: number | null
  batchId: Id
  /** The source's own number for it. */
  externalId: string
  /** SHA-256 (hex) of the row it was read from. */
  rowHash: string
}

/** Whose contacts to read, and of which days, both included. */
export type Asked = {
  personKeys?: readonly string[]
  from?: Day
  to?: Day
  /**
   * Also the contacts of the same customers on the same topic, whoever took them, up to so many days after one that
   * was asked for was opened or solved.
   */
  repeatDays?: number
}

const COLUMNS = sql`
  c.contact_id as "contactId", c.customer_key as "customerKey", c.topic, c.opened_at as at, c.day,
  c.first_reply_at as "firstReplyAt", c.reply_seconds as "replySeconds", c.solved_at as "solvedAt", c.outcome,
  c.answered, c.rating, c.handle_seconds as "handleSeconds", c.batch_id as "batchId",
  c.external_id as "externalId", c.row_hash as "rowHash"`

/** The contacts that were asked for, in order of time. */
export async function selectContacts(tx: OrgTx, asked: Asked): Promise<ContactFact[]> {
  const { personKeys, repeatDays } = asked
  const from = asked.from ? sql`and c.day >= ${asked.from}` : sql``
  const to = asked.to ? sql`and c.day <= ${asked.to}` : sql``
  const repeats =
    repeatDays === undefined || (!personKeys && !asked.to)
      ? sql``
      : sql`union all select r.* from own o join contact r on r.org_id = ${tx.orgId}
          and r.customer_key = o.customer_key and coalesce(r.topic, '') = coalesce(o.topic, '')
          and r.contact_id <> o.contact_id and r.opened_at >= o.opened_at
          and r.opened_at <= coalesce(o.solved_at, o.opened_at) + make_interval(hours => ${repeatDays * 24}::int)`
  const { rows } = await sql<ContactFact>`
    with own as materialized (
      select c.* from ${personKeys ? takenBy(tx, personKeys) : sql`contact c where c.org_id = ${tx.orgId}`} ${from} ${to})
    select distinct on (c.opened_at, c.contact_id)
      case when g.nobody then null else coalesce(g.person_id::text, c.agent_name) end as "personKey", ${COLUMNS}
    from (select * from own ${repeats}) c
    left join agent g on g.org_id = ${tx.orgId} and g.source_id = c.source_id and g.name = c.agent_name
    order by c.opened_at, c.contact_id`.execute(tx.db)
  return rows
}

/** Contacts by the names under which some people took them: found along the index of names. */
function takenBy(tx: OrgTx, personKeys: readonly string[]) {
  return sql`agent a join contact c on c.org_id = a.org_id and c.source_id = a.source_id and c.agent_name = a.name
    where a.org_id = ${tx.orgId} and ${namedBy(personKeys)}`
}

/** The names that are some people's. */
function namedBy(personKeys: readonly string[]) {
  const ids = personKeys.filter(isId)
  return sql`(a.person_id = any(${ids}::uuid[]) or (a.person_id is null and not a.nobody and a.name = any(${personKeys})))`
}

/**
 * What stands for everything that contacts tell of some people: it is another one after each import, each undoing, and
 * each match of a name to or from one of them.
 */
export async function selectStamp(tx: OrgTx, personKeys: readonly string[]): Promise<string> {
  return tx.once(`contacts stamp ${JSON.stringify(personKeys)}`, async () => {
    const { rows } = await sql<{ stamp: string }>`
      select concat_ws(' ',
        (select string_agg(stamp::text, ' ' order by source_id) from contact_source where org_id = ${tx.orgId}),
        (select jsonb_agg(jsonb_build_array(a.source_id, a.name, a.person_id) order by a.source_id, a.name)
          from agent a where a.org_id = ${tx.orgId} and ${namedBy(personKeys)})) as stamp`.execute(tx.db)
    return rows[0]?.stamp ?? ''
  })
}

/** The different days with a contact up to a day, in order, found by steps along the index; and the last one's last moment. */
export async function selectDays(tx: OrgTx, until: Day): Promise<{ days: Day[]; lastAt: Date | null }> {
  return tx.once(`contact days ${until}`, async () => {
    const { rows } = await sql<{ days: Day[]; lastAt: Date | null }>`
      with recursive d(day) as (
        select min(day) from contact where org_id = ${tx.orgId} and day <= ${until}
        union all
        select (select min(c.day) from contact c where c.org_id = ${tx.orgId} and c.day > d.day and c.day <= ${until})
        from d where d.day is not null)
      select array(select day::text from d where day is not null order by day) as days,
        (select max(opened_at) from contact where org_id = ${tx.orgId} and day = (select max(day) from d)) as "lastAt"`.execute(
      tx.db,
    )
    return rows[0] ?? { days: [], lastAt: null }
  })
}

/** Whoever took contacts: people, and names not matched to a person yet. Names that are nobody's are left out. */
export async function selectAgents(
  tx: OrgTx,
): Promise<{ key: string; personId: Id | null; contacts: number }[]> {
  const { rows } = await sql<{ key: string; personId: Id | null; contacts: number }>`
    select coalesce(g.person_id::text, c.agent_name) as key, g.person_id as "personId", sum(c.n)::int as contacts
    from (select source_id, agent_name, count(*) as n from contact
      where org_id = ${tx.orgId} and agent_name is not null group by 1, 2) c
    left join agent g on g.org_id = ${tx.orgId} and g.source_id = c.source_id and g.name = c.agent_name
    where not coalesce(g.nobody, false)
    group by 1, 2 order by 1`.execute(tx.db)
  return rows
}

/** The imports that some contacts came with. */
export async function selectBatchesBehind(
  tx: OrgTx,
  contactIds: readonly Id[],
): Promise<{ batchId: Id; file: string; sha256: string }[]> {
  if (contactIds.length === 0) return []
  const { rows } = await sql<{ batchId: Id; file: string; sha256: string }>`
    select b.batch_id as "batchId", b.file_name as file, b.sha256 from import_batch b
    where b.org_id = ${tx.orgId} and b.batch_id in (
      select batch_id from contact where org_id = ${tx.orgId} and contact_id = any(${contactIds}::uuid[]))
    order by b.made_at, b.batch_id`.execute(tx.db)
  return rows
}
