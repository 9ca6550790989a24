import { type SqlBool, sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { OrgTx } from '../../../shell/db.ts'
import type { Anchor, Scheme, SkillKind } from '../rules/facts.ts'
import { holding } from './words.ts'

/** A skill of a classification as the mapping shows it, with how many occupations ask for it. */
export type MapSkill = {
  skillId: Id
  scheme: Scheme
  version: string
  kind: SkillKind
  code: string
  uri: string
  title: string
  description: string
  anchors: Anchor[]
  askedBy: number
}

export type Verdict = { skillId: Id; competencyId: Id; verdict: 'not related' | 'later' }

const shown = (tx: OrgTx) =>
  tx.db
    .selectFrom('occupation_skill as s')
    .innerJoin('occupation_release as v', (join) =>
      join
        .onRef('v.org_id', '=', 's.org_id')
        .onRef('v.scheme', '=', 's.scheme')
        .onRef('v.version', '=', 's.version'),
    )
    .where('s.org_id', '=', tx.orgId)

const all = (tx: OrgTx) =>
  shown(tx).select([
    's.skill_id',
    's.scheme',
    's.version',
    's.kind',
    's.code',
    's.uri',
    's.title',
    's.description',
    's.anchors',
    's.asked_by',
  ])

type Row = Awaited<ReturnType<ReturnType<typeof all>['executeTakeFirstOrThrow']>>

const toSkill = (row: Row): MapSkill => ({
  skillId: row.skill_id,
  scheme: row.scheme as Scheme,
  version: row.version,
  kind: row.kind as SkillKind,
  code: row.code,
  uri: row.uri,
  title: row.title,
  description: row.description,
  anchors: row.anchors as Anchor[],
  askedBy: row.asked_by,
})

/**
 * Skills of the versions that are shown, those that most occupations ask for first.
 * @param asked.occupationId only those that this occupation asks for
 * @param asked.words must all stand in the label
 */
export async function listMapSkills(
  tx: OrgTx,
  asked: { occupationId?: Id; words: readonly string[]; limit: number; offset: number },
): Promise<{ found: MapSkill[]; of: number }> {
  const { occupationId, words, limit, offset } = asked
  const wanted: ReturnType<typeof sql<SqlBool>>[] = [
    sql<SqlBool>`v.shown`,
    ...words.map((word) => sql<SqlBool>`s.title ilike ${holding(word)}`),
  ]
  if (occupationId)
    wanted.push(sql<SqlBool>`exists (select 1 from occupation_ask a where a.org_id = s.org_id and a.scheme = s.scheme
      and a.version = s.version and a.skill_id = s.skill_id and a.occupation_id = ${occupationId})`)
  const where = sql<SqlBool>`${sql.join(wanted, sql` and `)}`
  const rows = await all(tx)
    .where(where)
    .orderBy('s.asked_by', 'desc')
    .orderBy('s.title')
    .limit(limit)
    .offset(offset)
    .execute()
  const { of } = await shown(tx)
    .where(where)
    .select(sql<number>`count(*)::int`.as('of'))
    .executeTakeFirstOrThrow()
  return { found: rows.map(toSkill), of }
}

export async function findMapSkill(tx: OrgTx, skillId: Id): Promise<MapSkill | null> {
  const row = await all(tx).where('v.shown', '=', true).where('s.skill_id', '=', skillId).executeTakeFirst()
  return row ? toSkill(row) : null
}

export async function listVerdicts(tx: OrgTx, skillIds: readonly Id[]): Promise<Verdict[]> {
  if (skillIds.length === 0) return []
  const rows = await tx.db
    .selectFrom('occupation_verdict')
    .select(['skill_id', 'competency_id', 'verdict'])
    .where('org_id', '=', tx.orgId)
    .where('skill_id', 'in', skillIds)
    .execute()
  return rows.map((row) => ({
    skillId: row.skill_id,
    competencyId: row.competency_id,
    verdict: row.verdict as Verdict['verdict'],
  }))
}

export async function saveVerdict(
  tx: OrgTx,
  saidBy: Id,
  { skillId, competencyId, verdict }: Verdict,
): Promise<void> {
  await tx.db
    .insertInto('occupation_verdict')
    .values({
      org_id: tx.orgId,
      skill_id: skillId,
      competency_id: competencyId,
      verdict,
      said_by: saidBy,
      said_at: tx.now,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['org_id', 'skill_id', 'competency_id'])
        .doUpdateSet({ verdict, said_by: saidBy, said_at: tx.now }),
    )
    .execute()
}

export async function dropVerdict(tx: OrgTx, skillId: Id, competencyId: Id): Promise<void> {
  await tx.db
    .deleteFrom('occupation_verdict')
    .where('org_id', '=', tx.orgId)
    .where('skill_id', '=', skillId)
    .where('competency_id', '=', competencyId)
    .execute()
}
