import { type SqlBool, sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { OrgTx } from '../../../shell/db.ts'
import type { Anchor, Scheme, SkillKind } from '../rules/facts.ts'
import { holding } from './words.ts'

/** An occupation of a classification: facts, and its description where the organisation's own download gave one. */
export type Occupation = {
  occupationId: Id
  scheme: Scheme
  version: string
  code: string
  uri: string
  title: string
  alternatives: string[]
  /** The name of its ISCO group or of its job zone; '' where neither is known. */
  group: string
  groupCode: string
  jobZone: number | null
  description: string
}

/** What an occupation asks, or what of it was found. */
export type OccupationSkill = {
  skillId: Id
  kind: SkillKind
  code: string
  uri: string
  title: string
  description: string
  relation: 'essential' | 'optional' | null
  importance: number | null
  level: number | null
  anchors: Anchor[]
}

const shown = (tx: OrgTx) =>
  tx.db
    .selectFrom('occupation as o')
    .innerJoin('occupation_release as v', (join) =>
      join
        .onRef('v.org_id', '=', 'o.org_id')
        .onRef('v.scheme', '=', 'o.scheme')
        .onRef('v.version', '=', 'o.version'),
    )
    .leftJoin('occupation_group as g', (join) =>
      join
        .onRef('g.org_id', '=', 'o.org_id')
        .onRef('g.scheme', '=', 'o.scheme')
        .onRef('g.version', '=', 'o.version')
        .on(sql<SqlBool>`g.code = case when o.scheme = 'onet' then o.job_zone::text else o.group_code end`),
    )
    .where('o.org_id', '=', tx.orgId)

const COLUMNS = [
  'o.occupation_id',
  'o.scheme',
  'o.version',
  'o.code',
  'o.uri',
  'o.title',
  'o.alternatives',
  'o.group_code',
  'o.job_zone',
  'o.description',
  'g.title as group',
] as const

const all = (tx: OrgTx) => shown(tx).select(COLUMNS)

type Row = Awaited<ReturnType<ReturnType<typeof all>['executeTakeFirstOrThrow']>>

const toOccupation = (row: Row): Occupation => ({
  occupationId: row.occupation_id,
  scheme: row.scheme as Scheme,
  version: row.version,
  code: row.code,
  uri: row.uri,
  title: row.title,
  alternatives: row.alternatives,
  group: row.group ?? '',
  groupCode: row.group_code,
  jobZone: row.job_zone,
  description: row.description,
})

/** Every word must stand in the title, in another title, or in the code. */
function searched(tx: OrgTx, { words, scheme }: { words: readonly string[]; scheme?: Scheme }) {
  let query = shown(tx).where('v.shown', '=', true)
  if (scheme) query = query.where('o.scheme', '=', scheme)
  for (const word of words)
    query = query.where(
      sql<SqlBool>`(o.title || ' ' || o.code || ' ' || array_to_string(o.alternatives, ' ')) ilike ${holding(word)}`,
    )
  return query
}

/** Occupations of the versions that are shown, those whose own title has the words first. */
export async function searchOccupations(
  tx: OrgTx,
  asked: { words: readonly string[]; scheme?: Scheme; limit: number; offset: number },
): Promise<{ found: Occupation[]; of: number }> {
  const { words, limit, offset } = asked
  const inTitle = words.map((word) => sql<SqlBool>`o.title ilike ${holding(word)}`)
  const first = inTitle.length > 0 ? sql`(${sql.join(inTitle, sql` and `)}) desc` : sql`o.title`
  const [rows, { of }] = [
    await searched(tx, asked)
      .select(COLUMNS)
      .orderBy(first)
      .orderBy('o.title')
      .orderBy('o.code')
      .limit(limit)
      .offset(offset)
      .execute(),
    await searched(tx, asked).select(sql<number>`count(*)::int`.as('of')).executeTakeFirstOrThrow(),
  ]
  return { found: rows.map(toOccupation), of }
}

/** An occupation as the newest version that has it says it. */
export async function findOne(tx: OrgTx, occupationId: Id): Promise<Occupation | null> {
  const row = await all(tx)
    .where('o.occupation_id', '=', occupationId)
    .orderBy('v.shown', 'desc')
    .orderBy('v.loaded_at', 'desc')
    .executeTakeFirst()
  return row ? toOccupation(row) : null
}

type Of = Pick<Occupation, 'occupationId' | 'scheme' | 'version'>

/**
 * What an occupation asks: essential first; rated ones by importance. In two statements, each along its key: right after
 * a large load the database does not know yet how much there is, and would join the long way round.
 */
export async function listAsked(
  tx: OrgTx,
  { occupationId, scheme, version }: Of,
): Promise<OccupationSkill[]> {
  const asks = await tx.db
    .selectFrom('occupation_ask')
    .select(['skill_id', 'relation', 'importance', 'level'])
    .where('org_id', '=', tx.orgId)
    .where('scheme', '=', scheme)
    .where('version', '=', version)
    .where('occupation_id', '=', occupationId)
    .execute()
  if (asks.length === 0) return []
  const skills = await tx.db
    .selectFrom('occupation_skill')
    .select(['skill_id', 'kind', 'code', 'uri', 'title', 'description', 'anchors'])
    .where('org_id', '=', tx.orgId)
    .where('scheme', '=', scheme)
    .where('version', '=', version)
    .where(
      'skill_id',
      'in',
      asks.map(({ skill_id }) => skill_id),
    )
    .execute()
  const bySkill = new Map(asks.map((ask) => [ask.skill_id, ask]))
  const none = { relation: null, importance: null, level: null }
  return skills
    .map((skill) => toSkill({ ...none, ...bySkill.get(skill.skill_id), ...skill }))
    .sort(
      (a, b) =>
        (a.relation ?? '').localeCompare(b.relation ?? '') ||
        (b.importance ?? 0) - (a.importance ?? 0) ||
        a.title.localeCompare(b.title, 'en'),
    )
}

type SkillRow = {
  skill_id: Id
  kind: string
  code: string
  uri: string
  title: string
  description: string
  anchors: unknown
  relation: string | null
  importance: number | string | null
  level: number | string | null
}

const numberOf = (value: number | string | null) => (value === null ? null : Number(value))

const toSkill = (row: SkillRow): OccupationSkill => ({
  skillId: row.skill_id,
  kind: row.kind as SkillKind,
  code: row.code,
  uri: row.uri,
  title: row.title,
  description: row.description,
  relation: row.relation as OccupationSkill['relation'],
  importance: numberOf(row.importance),
  level: numberOf(row.level),
  anchors: row.anchors as Anchor[],
})

export type Near = { occupationId: Id | null; code: string; title: string; tier: string }

/** What the classification itself puts near an occupation; those that are here have an identifier. */
export async function listNear(tx: OrgTx, { occupationId, scheme, version }: Of): Promise<Near[]> {
  const rows = await tx.db
    .selectFrom('occupation_near as n')
    .leftJoin('occupation as o', (join) =>
      join
        .onRef('o.org_id', '=', 'n.org_id')
        .onRef('o.scheme', '=', 'n.scheme')
        .onRef('o.version', '=', 'n.version')
        .onRef('o.occupation_id', '=', 'n.near_id'),
    )
    .select(['o.occupation_id', 'n.code', 'n.title', 'n.tier'])
    .where('n.org_id', '=', tx.orgId)
    .where('n.scheme', '=', scheme)
    .where('n.version', '=', version)
    .where('n.occupation_id', '=', occupationId)
    .orderBy('n.place')
    .orderBy('n.title')
    .execute()
  return rows.map((row) => ({
    occupationId: row.occupation_id,
    code: row.code,
    title: row.title,
    tier: row.tier,
  }))
}

/** Occupations that the classification puts an occupation near, without saying so the other way round. */
export async function listNearFrom(tx: OrgTx, { occupationId, scheme, version }: Of): Promise<Near[]> {
  const rows = await tx.db
    .selectFrom('occupation_near as n')
    .innerJoin('occupation as o', (join) =>
      join
        .onRef('o.org_id', '=', 'n.org_id')
        .onRef('o.scheme', '=', 'n.scheme')
        .onRef('o.version', '=', 'n.version')
        .onRef('o.occupation_id', '=', 'n.occupation_id'),
    )
    .select(['o.occupation_id', 'o.code', 'o.title', 'n.tier'])
    .where('n.org_id', '=', tx.orgId)
    .where('n.scheme', '=', scheme)
    .where('n.version', '=', version)
    .where('n.near_id', '=', occupationId)
    .orderBy('n.place')
    .orderBy('o.title')
    .execute()
  return rows.map((row) => ({ ...row, occupationId: row.occupation_id }))
}

/** Occupations that share the most essential skills with one, with how many of its own; most first. */
export async function listSharing(
  tx: OrgTx,
  { occupationId, scheme, version }: Of,
  limit: number,
): Promise<{ occupationId: Id; code: string; title: string; shared: number; of: number }[]> {
  const { rows } = await sql<{ id: Id; code: string; title: string; shared: number; of: number }>`
    with own as (
      select skill_id from occupation_ask where org_id = ${tx.orgId} and scheme = ${scheme} and version = ${version}
        and occupation_id = ${occupationId} and relation = 'essential')
    select o.occupation_id as id, o.code, o.title, near.shared::int, (select count(*)::int from own) as of
    from (
      select a.occupation_id, count(*) as shared from occupation_ask a join own using (skill_id)
      where a.org_id = ${tx.orgId} and a.scheme = ${scheme} and a.version = ${version} and a.relation = 'essential'
        and a.occupation_id <> ${occupationId}
      group by 1 order by 2 desc, 1 limit ${limit}) near
    join occupation o on o.org_id = ${tx.orgId} and o.scheme = ${scheme} and o.version = ${version}
      and o.occupation_id = near.occupation_id
    order by near.shared desc, o.title`.execute(tx.db)
  return rows.map(({ id, ...row }) => ({ occupationId: id, ...row }))
}
