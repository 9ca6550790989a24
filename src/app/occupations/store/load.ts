import { sql } from 'kysely'
import type { OrgTx } from '../../../shell/db.ts'
import { type Facts, isLater, type Scheme } from '../rules/facts.ts'

/** Rows written at a time; between two such statements other work goes on. */
const CHUNK = 4000

export type Written = { added: number; changed: number }

type Release = { scheme: Scheme; version: string }

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

const rowsOf = (facts: Facts): Record<keyof typeof INTO, Row[]> => ({
  groups: facts.groups,
  occupations: facts.occupations.map((one) => ({
    occupation_id: one.occupationId,
    code: one.code,
    uri: one.uri,
    title: one.title,
    alternatives: one.alternatives,
    group_code: one.groupCode,
    job_zone: one.jobZone,
    description: one.description,
  })),
  skills: facts.skills.map(({ skillId, ...one }) => ({ skill_id: skillId, ...one })),
  asks: facts.asks.map((one) => ({
    occupation_id: one.occupationId,
    skill_id: one.skillId,
    relation: one.relation,
    importance: one.importance,
    level: one.level,
  })),
  near: facts.near.map((one) => ({
    occupation_id: one.occupationId,
    near_id: one.nearId,
    code: one.code,
    title: one.title,
    tier: one.tier,
    place: one.place,
  })),
})

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
  const all = rowsOf(facts)
  const tables = (Object.keys(INTO) as (keyof typeof INTO)[]).map((name) => {
    const into: Into = INTO[name]
    const byKey = new Map(all[name].map((row) => [into.key.map((part) => row[part]).join(' '), row]))
    return { into, rows: [...byKey.values()] }
  })
  const of = tables.reduce((sum, { rows }) => sum + rows.length, 0)
  let [written, added, changed] = [0, 0, 0]
  for (const { into, rows } of tables)
    for (let at = 0; at < rows.length; at += CHUNK) {
      const chunk = rows.slice(at, at + CHUNK)
      const done = await write(tx, facts, into, chunk)
      added += done.added
      changed += done.changed
      written += chunk.length
      await onProgress(written, of)
    }
  return { added, changed }
}

/** Makes sure that a version is there, holds it against a second load, and shows the newest. */
async function holdRelease(tx: OrgTx, { scheme, version }: Release): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`occupations ${tx.orgId} ${scheme}`}))`.execute(tx.db)
  const all = await tx.db
    .selectFrom('occupation_release')
    .select(['version', 'shown'])
    .where('org_id', '=', tx.orgId)
    .where('scheme', '=', scheme)
    .execute()
  if (all.some((one) => one.version === version)) return
  const shown = !all.some((one) => isLater(one.version, version))
  if (shown)
    await tx.db
      .updateTable('occupation_release')
      .set({ shown: false })
      .where('org_id', '=', tx.orgId)
      .where('scheme', '=', scheme)
      .execute()
  await tx.db
    .insertInto('occupation_release')
    .values({ org_id: tx.orgId, scheme, version, shown, loaded_at: tx.now })
    .execute()
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
