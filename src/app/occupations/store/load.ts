import { sql } from 'kysely'
import type { OrgTx } from '../../../shell/db.ts'
import type { Facts } from '../rules/facts.ts'
import { IMPORTANT } from '../rules/profile.ts'
import { holdRelease, type Release } from './releases.ts'

/** Rows written at a time; between two such statements other work goes on. */
const CHUNK = 2000

export type Written = { added: number; changed: number }

/** One table of facts: how its rows are named in JSON, what identifies one, and what it says. */
type Into = { table: string; record: string; key: string[]; said: string[] }

const INTO = {
  groups: {
    table: 'occupation_group',
    record: 'code text, title text',
    key: ['code'],
    said: ['title'],
  },
  occupations: {
    table: 'occupation',
    record:
      'occupation_id uuid, code text, uri text, title text, alternatives text[], group_code text, job_zone int, description text',
    key: ['occupation_id'],
    said: ['code', 'uri', 'title', 'alternatives', 'group_code', 'job_zone', 'description'],
  },
  skills: {
    table: 'occupation_skill',
    record: 'skill_id uuid, kind text, code text, uri text, title text, description text, anchors jsonb',
    key: ['skill_id'],
    said: ['kind', 'code', 'uri', 'title', 'description', 'anchors'],
  },
  asks: {
    table: 'occupation_ask',
    record: 'occupation_id uuid, skill_id uuid, relation text, importance numeric, level numeric',
    key: ['occupation_id', 'skill_id'],
    said: ['relation', 'importance', 'level'],
  },
  near: {
    table: 'occupation_near',
    record: 'occupation_id uuid, near_id uuid, code text, title text, tier text, place int',
    key: ['occupation_id', 'near_id'],
    said: ['code', 'title', 'tier', 'place'],
  },
} satisfies Record<string, Into>

type Row = Record<string, unknown>

/** A table, and its rows from one place to another. */
type Source = { into: Into; length: number; rows(from: number, to: number): Row[] }

function sourcesOf(facts: Facts): Source[] {
  const source = <Fact>(into: Into, all: readonly Fact[], toRow: (fact: Fact) => Row): Source => ({
    into,
    length: all.length,
    rows: (from, to) => all.slice(from, to).map(toRow),
  })
  return [
    source(INTO.groups, facts.groups, (one) => one),
    source(INTO.occupations, facts.occupations, ({ occupationId, groupCode, jobZone, ...one }) => ({
      ...one,
      occupation_id: occupationId,
      group_code: groupCode,
      job_zone: jobZone,
    })),
    source(INTO.skills, facts.skills, ({ skillId, ...one }) => ({ ...one, skill_id: skillId })),
    source(INTO.asks, facts.asks, ({ occupationId, skillId, ...one }) => ({
      ...one,
      occupation_id: occupationId,
      skill_id: skillId,
    })),
    source(INTO.near, facts.near, ({ occupationId, nearId, ...one }) => ({
      ...one,
      occupation_id: occupationId,
      near_id: nearId,
    })),
  ]
}

/** What a selection of facts leaves out is kept where it is here already. */
const KEPT: Record<string, string> = {
  description: `case when excluded.description = '' then t.description else excluded.description end`,
  anchors: `case when excluded.anchors = '[]' then t.anchors else excluded.anchors end`,
  group_code: `case when excluded.group_code = '' then t.group_code else excluded.group_code end`,
  job_zone: 'coalesce(excluded.job_zone, t.job_zone)',
  alternatives: `case when excluded.alternatives = '{}' then t.alternatives else excluded.alternatives end`,
}

async function write(
  tx: OrgTx,
  { scheme, version }: Release,
  into: Into,
  rows: readonly Row[],
): Promise<Written> {
  const names = sql.raw([...into.key, ...into.said].join(', '))
  const key = sql.raw(into.key.join(', '))
  const next = into.said.map((name) => KEPT[name] ?? `excluded.${name}`).join(', ')
  const now = into.said.map((name) => `t.${name}`).join(', ')
  const { rows: done } = await sql<{ added: boolean }>`
    insert into ${sql.raw(into.table)} as t (org_id, scheme, version, ${names})
    select ${tx.orgId}, ${scheme}, ${version}, ${names}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(${sql.raw(into.record)})
    on conflict (org_id, scheme, version, ${key}) do update
    set (${sql.raw(into.said.join(', '))}) = row(${sql.raw(next)})
    where row(${sql.raw(now)}) is distinct from row(${sql.raw(next)})
    returning (xmax = 0) as added`.execute(tx.db)
  const added = done.filter((row) => row.added).length
  return { added, changed: done.length - added }
}

/**
 * Writes facts of one version beside what is here of it already: what is new is added, what differs takes the new
 * reading, what is the same stays. The newest version of a classification is the one that pages show.
 * @param onProgress is told how many rows were written, of how many
 */
export async function writeFacts(
  tx: OrgTx,
  facts: Facts,
  onProgress: (written: number, of: number) => Promise<void> = async () => {},
): Promise<Written> {
  await holdRelease(tx, facts)
  const sources = sourcesOf(facts)
  const of = sources.reduce((sum, { length }) => sum + length, 0)
  let [written, added, changed] = [0, 0, 0]
  for (const { into, length, rows } of sources)
    for (let at = 0; at < length; at += CHUNK) {
      const chunk = rows(at, at + CHUNK)
      const byKey = new Map(chunk.map((row) => [into.key.map((part) => row[part]).join(' '), row]))
      const done = await write(tx, facts, into, [...byKey.values()])
      added += done.added
      changed += done.changed
      written += chunk.length
      await onProgress(written, of)
    }
  return { added, changed }
}

/**
 * Counts for every skill of a version how many occupations ask for it; O*NET rates each for all of them, so that only
 * what is important counts. Skill by skill along the index: right after a load
 * the database does not know yet how many rows there are, and would join the long way round.
 */
export async function countAsked(tx: OrgTx, { scheme, version }: Release): Promise<void> {
  await sql`
    update occupation_skill s set asked_by = (
      select count(*) from occupation_ask a
      where a.org_id = s.org_id and a.scheme = s.scheme and a.version = s.version and a.skill_id = s.skill_id
        and (a.relation is not null or a.importance >= ${IMPORTANT}))
    where s.org_id = ${tx.orgId} and s.scheme = ${scheme} and s.version = ${version}`.execute(tx.db)
}

/** Addresses by label, of the skills of a version that have one. */
export async function addressesHere(tx: OrgTx, { scheme, version }: Release): Promise<Map<string, string>> {
  const rows = await tx.db
    .selectFrom('occupation_skill')
    .select(['title', 'uri'])
    .where('org_id', '=', tx.orgId)
    .where('scheme', '=', scheme)
    .where('version', '=', version)
    .where('uri', '<>', '')
    .execute()
  return new Map(rows.map(({ title, uri }) => [title, uri]))
}

const skillsOf = (tx: OrgTx, { scheme, version }: Release) =>
  tx.db
    .selectFrom('occupation_skill')
    .select(['skill_id', 'title'])
    .where('org_id', '=', tx.orgId)
    .where('scheme', '=', scheme)
    .where('version', '=', version)

/** Skills known by their label alone become the one of exactly that label that has an address, with all that asks for them. */
export async function joinLabels(tx: OrgTx, release: Release): Promise<void> {
  const bare = await skillsOf(tx, release).where('uri', '=', '').execute()
  const titles = bare.map(({ title }) => title)
  if (titles.length === 0) return
  const named = await skillsOf(tx, release).where('uri', '<>', '').where('title', 'in', titles).execute()
  const idOf = new Map(named.map(({ title, skill_id }) => [title, skill_id]))
  const pairs = bare.flatMap(({ skill_id, title }) => {
    const to = idOf.get(title)
    return to ? [{ from_id: skill_id, to_id: to }] : []
  })
  if (pairs.length === 0) return
  const { scheme, version } = release
  const pair = sql`jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as pair(from_id uuid, to_id uuid)`
  await sql`
    insert into occupation_ask (org_id, scheme, version, occupation_id, skill_id, relation, importance, level)
    select a.org_id, a.scheme, a.version, a.occupation_id, pair.to_id, a.relation, a.importance, a.level
    from ${pair}
    join occupation_ask a on a.org_id = ${tx.orgId} and a.scheme = ${scheme} and a.version = ${version}
      and a.skill_id = pair.from_id
    on conflict do nothing`.execute(tx.db)
  await sql`
    insert into occupation_verdict (org_id, skill_id, competency_id, verdict, said_by, said_at)
    select v.org_id, pair.to_id, v.competency_id, v.verdict, v.said_by, v.said_at
    from ${pair}
    join occupation_verdict v on v.org_id = ${tx.orgId} and v.skill_id = pair.from_id
    on conflict do nothing`.execute(tx.db)
  await tx.db
    .deleteFrom('occupation_skill')
    .where('org_id', '=', tx.orgId)
    .where('scheme', '=', scheme)
    .where('version', '=', version)
    .where(
      'skill_id',
      'in',
      pairs.map(({ from_id }) => from_id),
    )
    .execute()
}
