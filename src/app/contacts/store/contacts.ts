import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'
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
  /** Also the later contacts of the same customers, whoever took them. */
  withRepeats?: boolean
}

/** The contacts that were asked for, in order of time. */
export async function selectContacts(tx: OrgTx, asked: Asked): Promise<ContactFact[]> {
  const people = asked.personKeys
    ? sql`(g.person_id::text = any(${asked.personKeys}) or (g.person_id is null and not coalesce(g.nobody, false) and c.agent_name = any(${asked.personKeys})))`
    : sql`true`
  const from = asked.from ? sql`c.day >= ${asked.from}` : sql`true`
  const to = asked.to ? sql`c.day <= ${asked.to}` : sql`true`
  const own = sql`${people} and ${from} and ${to}`
  const alone = !asked.withRepeats || (!asked.personKeys && !asked.to)
  const chosen = alone
    ? own
    : sql`${from} and (${own} or c.customer_key in (
        select c.customer_key from contact c left join agent g on g.org_id = c.org_id and g.source_id = c.source_id and g.name = c.agent_name
        where c.org_id = ${tx.orgId} and c.customer_key is not null and ${own}))`
  const { rows } = await sql<ContactFact>`
    select c.contact_id as "contactId",
      case when g.nobody then null else coalesce(g.person_id::text, c.agent_name) end as "personKey",
      c.customer_key as "customerKey", c.topic, c.opened_at as at, c.day, c.first_reply_at as "firstReplyAt",
      c.reply_seconds as "replySeconds", c.solved_at as "solvedAt", c.outcome, c.answered, c.rating,
      c.handle_seconds as "handleSeconds", c.batch_id as "batchId", c.external_id as "externalId", c.row_hash as "rowHash"
    from contact c left join agent g on g.org_id = c.org_id and g.source_id = c.source_id and g.name = c.agent_name
    where c.org_id = ${tx.orgId} and ${chosen}
    order by c.opened_at, c.contact_id`.execute(tx.db)
  return rows
}

/** The different days with a contact up to a day, in order, found by steps along the index; and the last one's last moment. */
export async function selectDays(tx: OrgTx, until: Day): Promise<{ days: Day[]; lastAt: Date | null }> {
  const { rows } = await sql<{ day: Day }>`
    with recursive d(day) as (
      select min(day) from contact where org_id = ${tx.orgId} and day <= ${until}
      union all
      select (select min(c.day) from contact c where c.org_id = ${tx.orgId} and c.day > d.day and c.day <= ${until})
      from d where d.day is not null)
    select day from d where day is not null order by day`.execute(tx.db)
  const days = rows.map(({ day }) => day)
  const last = days.at(-1)
  if (last === undefined) return { days, lastAt: null }
  const found = await tx.db
    .selectFrom('contact')
    .select((row) => row.fn.max('opened_at').as('at'))
    .where('org_id', '=', tx.orgId)
    .where('day', '=', last)
    .executeTakeFirst()
  return { days, lastAt: found?.at ?? null }
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
