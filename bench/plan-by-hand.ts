import { createHmac, timingSafeEqual } from 'node:crypto'
import { Hono } from 'hono'
import { sql } from 'kysely'
import type pg from 'pg'
import { addDays, dayIn, daysBetween, plainDay, shortDay, weekStart } from '../src/kernel/day.ts'
import type { Database, OrgTx } from '../src/shell/db.ts'
import { planTemplate, type Read } from './plan-template.ts'

/** The plan page as somebody would write it who needs this one page and nothing else: SQL and a template string. */
export function openByHand(db: Database, identity: pg.Pool, secret: string): Hono {
  const site = new Hono()
  site.get('/people/:person/plan', async (context) => {
    const signedIn = await whoIs(identity, secret, context.req.header('cookie') ?? '')
    if (!signedIn || signedIn.personId !== context.req.param('person')) return context.text('No.', 403)
    const html = await db.inOrg(signedIn.orgId, (tx) => planPage(tx, signedIn.personId), { readOnly: true })
    return context.html(html)
  })
  return site
}

/** Proves the cookie's signature and finds its session. */
async function whoIs(identity: pg.Pool, secret: string, cookie: string) {
  const value = decodeURIComponent(/session_token=([^;]+)/.exec(cookie)?.[1] ?? '')
  const [token = '', signature = ''] = [
    value.slice(0, value.lastIndexOf('.')),
    value.slice(value.lastIndexOf('.') + 1),
  ]
  const [given, ours] = [
    Buffer.from(signature, 'base64'),
    createHmac('sha256', secret).update(token).digest(),
  ]
  if (given.length !== ours.length || !timingSafeEqual(given, ours)) return null
  const { rows } = await identity.query<{ orgId: string; personId: string }>(
    `select u."orgId", u."personId" from session s join "user" u on u.id = s."userId"
     where s.token = $1 and s."expiresAt" > now()`,
    [token],
  )
  return rows[0] ?? null
}

async function planPage(tx: OrgTx, personId: string): Promise<string> {
  const { orgId, db, now } = tx
  const person = await sql<Read['person']>`
    select p.name, p.standings[1] as standing, t.name as team, l.name as leader, l.person_id as "leaderId",
      o.name as org, o.zone, a.words as aspiration
    from person p join organisation o on o.org_id = p.org_id
    left join position s on s.org_id = p.org_id and s.person_id = p.person_id and s.to_day is null
    left join team t on t.org_id = p.org_id and t.team_id = s.team_id
    left join person l on l.org_id = p.org_id and l.person_id = s.leader_id
    left join aspiration a on a.org_id = p.org_id and a.person_id = p.person_id
    where p.org_id = ${orgId} and p.person_id = ${personId} and p.state <> 'left'`.execute(db)
  const [who] = person.rows
  if (!who) return 'Nobody.'
  const today = dayIn(now, who.zone)
  const objectives = await sql<Read['objectives'][number]>`
    select o.objective_id as id, o.number, o.title, o.kind, o.private, o.state, o.measure, o.unit, o.baseline, o.target,
      o.due, o.agreed_on as "agreedOn", o.made_on as "madeOn", o.closed_as as "closedAs", o.need_id as "needId",
      o.priority_id as "priorityId", p.title as priority, o.serves_aspiration as "servesAspiration", n.number as need,
      (select coalesce(json_agg(json_build_object('what', a.what, 'owner', a.owner, 'by', a.by_day, 'state', a.state,
        'doneOn', a.done_on) order by a.place), '[]') from action a
        where a.org_id = o.org_id and a.objective_id = o.objective_id) as actions
    from objective o left join priority p on p.org_id = o.org_id and p.priority_id = o.priority_id
    left join need n on n.org_id = o.org_id and n.need_id = o.need_id
    where o.org_id = ${orgId} and o.person_id = ${personId} order by o.state = 'closed', o.number`.execute(db)
  const versions = await sql<Read['versions'][number]>`
    select version, agreed_on as "agreedOn", agreed_by_name as by, review_id as "reviewId", changes from plan_version
    where org_id = ${orgId} and person_id = ${personId} order by version desc`.execute(db)
  const reviews = await sql<Read['reviews'][number]>`
    select number, day, held from plan_review
    where org_id = ${orgId} and person_id = ${personId} order by number`.execute(db)
  const needs = await sql<Read['needs'][number]>`
    select n.need_id as id, n.number, n.title, n.kind, n.sharing = 'me' as private, w.title as competency,
      (select count(distinct e)::int from (select unnest(n.evidence_ids) as e union
        select l.evidence_id from evidence_link l join evidence i on i.org_id = l.org_id and i.evidence_id = l.evidence_id
        where l.org_id = n.org_id and i.person_id = n.person_id and l.competency_id = n.competency_id
          and l.ended_on is null and not i.draft and not i.private) x) as evidence
    from need n left join framework f on f.org_id = n.org_id and f.in_force
    left join framework_item w on w.org_id = n.org_id and w.item_id = n.competency_id
      and w.framework_id = f.framework_id and w.version = f.version
    where n.org_id = ${orgId} and n.person_id = ${personId} order by n.number desc`.execute(db)
  const priorities = await sql<Read['priorities'][number]>`
    select priority_id as id, title, from_day as "from" from priority
    where org_id = ${orgId} and from_day <= ${today} and (to_day is null or to_day >= ${today})
    order by from_day, priority_id`.execute(db)
  const measured = objectives.rows.flatMap(({ measure }) => measure ?? [])
  return planTemplate({
    person: who,
    personId,
    objectives: objectives.rows,
    versions: versions.rows,
    reviews: reviews.rows,
    needs: needs.rows,
    priorities: priorities.rows,
    now: new Map([
      ...(measured.includes('fcr') ? [['fcr', await fcrNow(tx, personId, today)] as const] : []),
      ...(await talliesNow(tx, measured, today)),
    ]),
    today,
    words: { plainDay, shortDay, daysBetween },
  })
}

/** Solved, and no new contact of the same customer on the topic within 7 days, over the last 26 weeks. */
async function fcrNow(tx: OrgTx, personId: string, today: string): Promise<number | null> {
  const last = await sql<{ day: string }>`
    select max(day) as day from contact where org_id = ${tx.orgId} and day <= ${today}`.execute(tx.db)
  const from = addDays(weekStart(last.rows[0]?.day ?? today), -7 * 25)
  const { rows } = await sql<{ share: number | null }>`
    select avg(case when c.outcome = 'solved' and not exists (select 1 from contact r
      where r.org_id = c.org_id and r.customer_key = c.customer_key and coalesce(r.topic, '') = coalesce(c.topic, '')
        and r.answered and r.contact_id <> c.contact_id and r.opened_at >= c.opened_at
        and r.opened_at <= coalesce(c.solved_at, c.opened_at) + interval '7 days') then 1 else 0 end)::float8 as share
    from agent a join contact c on c.org_id = a.org_id and c.source_id = a.source_id and c.agent_name = a.name
    where a.org_id = ${tx.orgId} and a.person_id = ${personId} and c.day between ${from} and ${today}
      and c.answered and c.outcome is not null and c.customer_key is not null`.execute(tx.db)
  return rows[0]?.share ?? null
}

async function talliesNow(
  tx: OrgTx,
  measured: readonly string[],
  today: string,
): Promise<[string, number | null][]> {
  const ids = measured.flatMap((key) => (key.startsWith('tally:') ? [key.slice(6)] : []))
  if (ids.length === 0) return []
  const { rows } = await sql<{ id: string; share: number | null }>`
    select tally_id as id, sum(met)::float8 / nullif(sum(out_of), 0) as share from tally_entry
    where org_id = ${tx.orgId} and tally_id = any(${ids}::uuid[])
      and day between ${addDays(weekStart(today), -7 * 25)} and ${today} group by 1`.execute(tx.db)
  return rows.map(({ id, share }) => [`tally:${id}`, share])
}
