import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { OrgTx } from '../../../shell/db.ts'
import type { RoleNames } from '../rules/job.ts'
import { byTrack } from '../rules/order.ts'
import type {
  Band,
  LevelNumber,
  Mastery,
  Requirement,
  Responsibility,
  RoleProfile,
} from '../rules/profile.ts'

const profiles = (tx: OrgTx) =>
  tx.db
    .selectFrom('role_profile as p')
    .innerJoin('role as r', (join) =>
      join.onRef('r.org_id', '=', 'p.org_id').onRef('r.role_id', '=', 'p.role_id'),
    )
    .select([
      'p.role_id',
      'p.version',
      'p.title',
      'p.track',
      'p.responsibility',
      'p.entry',
      'p.jobs',
      'p.sector',
      'p.mastery_months',
      'p.mastery_sources',
      'p.mastery_acting',
      'r.retired_at',
    ])
    .where('p.org_id', '=', tx.orgId)

type Row = Awaited<ReturnType<ReturnType<typeof profiles>['executeTakeFirstOrThrow']>>

/** Which versions are read: of every role the one in force, or one of one role. */
type Which = 'in force' | { roleId: Id; version: string }

const chosen = (which: Which) =>
  which === 'in force'
    ? sql<boolean>`p.in_force`
    : sql<boolean>`p.role_id = ${which.roleId} and p.version = ${which.version}`

const keyOf = (row: { role_id: Id; competency_id?: Id }) => `${row.role_id} ${row.competency_id ?? ''}`

async function withParts(tx: OrgTx, rows: readonly Row[], which: Which): Promise<RoleProfile[]> {
  if (rows.length === 0) return []
  const requirements = await tx.db
    .selectFrom('role_requirement as q')
    .innerJoin('role_profile as p', (join) =>
      join
        .onRef('p.org_id', '=', 'q.org_id')
        .onRef('p.role_id', '=', 'q.role_id')
        .onRef('p.version', '=', 'q.version'),
    )
    .select(['q.role_id', 'q.competency_id', 'q.level', 'q.essential', 'q.weight', 'q.level_words'])
    .where('q.org_id', '=', tx.orgId)
    .where(chosen(which))
    .orderBy('q.place')
    .execute()
  const bands = await tx.db
    .selectFrom('role_band as q')
    .innerJoin('role_profile as p', (join) =>
      join
        .onRef('p.org_id', '=', 'q.org_id')
        .onRef('p.role_id', '=', 'q.role_id')
        .onRef('p.version', '=', 'q.version'),
    )
    .select(['q.role_id', 'q.competency_id', 'q.measure', 'q.level', 'q.from_value'])
    .where('q.org_id', '=', tx.orgId)
    .where(chosen(which))
    .orderBy('q.measure')
    .orderBy('q.level')
    .execute()
  const sources = await tx.db
    .selectFrom('role_source as q')
    .innerJoin('role_profile as p', (join) =>
      join
        .onRef('p.org_id', '=', 'q.org_id')
        .onRef('p.role_id', '=', 'q.role_id')
        .onRef('p.version', '=', 'q.version'),
    )
    .select(['q.role_id', 'q.title', 'q.address'])
    .where('q.org_id', '=', tx.orgId)
    .where(chosen(which))
    .orderBy('q.place')
    .execute()
  const asked = Map.groupBy(requirements, (row) => row.role_id)
  const declared = Map.groupBy(bands, keyOf)
  const cited = Map.groupBy(sources, (row) => row.role_id)
  return rows.map((row) => ({
    roleId: row.role_id,
    title: row.title,
    track: row.track,
    responsibility: row.responsibility as Responsibility,
    version: row.version,
    jobs: row.jobs,
    requirements: (asked.get(row.role_id) ?? []).map(
      (each): Requirement => ({
        competencyId: each.competency_id,
        level: each.level as LevelNumber,
        essential: each.essential,
        weight: each.weight,
        bands: declared.get(keyOf(each))?.map(toBand) ?? null,
        levelWords: each.level_words as Requirement['levelWords'],
      }),
    ),
    entry: row.entry,
    sources: (cited.get(row.role_id) ?? []).map(({ title, address }) => ({ title, address })),
    sector: row.sector,
    mastery: masteryOf(row),
    retired: row.retired_at !== null,
  }))
}

const masteryOf = (row: Row): Mastery | null =>
  row.mastery_months === null || row.mastery_sources === null || row.mastery_acting === null
    ? null
    : { months: row.mastery_months, sources: row.mastery_sources, actingMonths: row.mastery_acting }

const toBand = (row: { measure: string; level: number; from_value: number }): Band => ({
  measure: row.measure,
  level: row.level as LevelNumber,
  from: row.from_value,
})

/** Moves with every change of a role: each version is a row more, and each retirement a later moment. */
async function stampOf(tx: OrgTx): Promise<string> {
  const row = await tx.db
    .selectFrom('role_profile as p')
    .innerJoin('role as r', (join) =>
      join.onRef('r.org_id', '=', 'p.org_id').onRef('r.role_id', '=', 'p.role_id'),
    )
    .select((eb) => [
      eb.fn.countAll<number>().as('versions'),
      eb.fn.count<number>('r.retired_at').as('retired'),
      sql<string>`max(extract(epoch from r.retired_at))`.as('last'),
    ])
    .where('p.org_id', '=', tx.orgId)
    .executeTakeFirstOrThrow()
  return `${row.versions} ${row.retired} ${row.last}`
}

/** The profile in force of every role, retired ones too, by track and growing responsibility. */
export async function listInForce(tx: OrgTx): Promise<RoleProfile[]> {
  return tx.once('roles', async () =>
    tx.kept('roles', await stampOf(tx), async () => {
      const rows = await profiles(tx).where('p.in_force', '=', true).orderBy('r.place').execute()
      return byTrack(await withParts(tx, rows, 'in force'))
    }),
  )
}

/** One version of a role's profile; the one in force where no version is named. */
export async function findProfile(tx: OrgTx, roleId: Id, version?: string): Promise<RoleProfile | null> {
  return tx.once(`role ${roleId} ${version ?? ''}`, async () => {
    const all = profiles(tx).where('p.role_id', '=', roleId)
    const row = await (version === undefined
      ? all.where('p.in_force', '=', true)
      : all.where('p.version', '=', version)
    ).executeTakeFirst()
    if (!row) return null
    const [profile] = await withParts(tx, [row], { roleId, version: row.version })
    return profile ?? null
  })
}

/** Of each role that ever asked for any of some competencies, what it asked of them when it last asked for any. */
export async function listLastAsking(
  tx: OrgTx,
  competencyIds: readonly Id[],
): Promise<Map<Id, readonly Requirement[]>> {
  if (competencyIds.length === 0) return new Map()
  const wanted = new Set(competencyIds)
  const rows = await tx.db
    .selectFrom('role_profile as p')
    .innerJoin('role_requirement as q', (join) =>
      join
        .onRef('q.org_id', '=', 'p.org_id')
        .onRef('q.role_id', '=', 'p.role_id')
        .onRef('q.version', '=', 'p.version'),
    )
    .distinctOn('p.role_id')
    .select(['p.role_id', 'p.version'])
    .where('p.org_id', '=', tx.orgId)
    .where('q.competency_id', '=', sql<Id>`any(${[...wanted]}::uuid[])`)
    .orderBy('p.role_id')
    .orderBy('p.made_at', 'desc')
    .orderBy(sql`length(p.version)`, 'desc')
    .orderBy('p.version', 'desc')
    .execute()
  const found = new Map<Id, readonly Requirement[]>()
  for (const { role_id: roleId, version } of rows) {
    const { requirements = [] } = (await findProfile(tx, roleId, version)) ?? {}
    found.set(
      roleId,
      requirements.filter(({ competencyId }) => wanted.has(competencyId)),
    )
  }
  return found
}

/** What a job title is read by: of every role its names and whether it is retired. */
export async function listNames(tx: OrgTx): Promise<RoleNames[]> {
  return tx.once('role names', async () => {
    const rows = await profiles(tx).where('p.in_force', '=', true).orderBy('r.place').execute()
    return rows.map((row) => ({
      roleId: row.role_id,
      title: row.title,
      jobs: row.jobs,
      responsibility: row.responsibility as Responsibility,
      retired: row.retired_at !== null,
    }))
  })
}

/** Every version of a role's profile, newest first. */
export async function listVersionsOf(
  tx: OrgTx,
  roleId: Id,
): Promise<{ version: string; madeAt: Date; inForce: boolean }[]> {
  const rows = await tx.db
    .selectFrom('role_profile')
    .select(['version', 'made_at', 'in_force'])
    .where('org_id', '=', tx.orgId)
    .where('role_id', '=', roleId)
    .orderBy('in_force', 'desc')
    .orderBy('made_at', 'desc')
    .orderBy(sql`length(version)`, 'desc')
    .orderBy('version', 'desc')
    .execute()
  return rows.map((row) => ({ version: row.version, madeAt: row.made_at, inForce: row.in_force }))
}
