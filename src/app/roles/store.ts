import type { Id } from '../../kernel/id.ts'
import type { OrgTx } from '../../shell/db.ts'
import type { Band, LevelNumber, Requirement, RoleProfile } from './rules/profile.ts'

const profiles = (tx: OrgTx) =>
  tx.db
    .selectFrom('role_profile as p')
    .innerJoin('role as r', (join) =>
      join.onRef('r.org_id', '=', 'p.org_id').onRef('r.role_id', '=', 'p.role_id'),
    )
    .select(['p.role_id', 'p.version', 'p.title', 'p.track', 'p.responsibility', 'p.entry', 'p.jobs'])
    .where('p.org_id', '=', tx.orgId)

type Row = Awaited<ReturnType<ReturnType<typeof profiles>['executeTakeFirstOrThrow']>>
type Key = { role_id: Id; version: string }

const same = (a: Key, b: Key) => a.role_id === b.role_id && a.version === b.version

async function withParts(tx: OrgTx, rows: readonly Row[]): Promise<RoleProfile[]> {
  const roleIds = [...new Set(rows.map((row) => row.role_id))]
  if (roleIds.length === 0) return []
  const requirements = await tx.db
    .selectFrom('role_requirement')
    .selectAll()
    .where('org_id', '=', tx.orgId)
    .where('role_id', 'in', roleIds)
    .orderBy('place')
    .execute()
  const bands = await tx.db
    .selectFrom('role_band')
    .selectAll()
    .where('org_id', '=', tx.orgId)
    .where('role_id', 'in', roleIds)
    .orderBy('measure')
    .orderBy('level')
    .execute()
  const sources = await tx.db
    .selectFrom('role_source')
    .selectAll()
    .where('org_id', '=', tx.orgId)
    .where('role_id', 'in', roleIds)
    .orderBy('place')
    .execute()
  return rows.map((row) => ({
    roleId: row.role_id,
    title: row.title,
    track: row.track,
    responsibility: row.responsibility as LevelNumber,
    version: row.version,
    jobs: row.jobs,
    requirements: requirements
      .filter((each) => same(each, row))
      .map((each): Requirement => {
        const declared = bands.filter((band) => same(band, row) && band.competency_id === each.competency_id)
        return {
          competencyId: each.competency_id,
          level: each.level as LevelNumber,
          essential: each.essential,
          weight: each.weight,
          bands: declared.length > 0 ? declared.map(toBand) : null,
        }
      }),
    entry: row.entry,
    sources: sources.filter((each) => same(each, row)).map(({ title, address }) => ({ title, address })),
  }))
}

const toBand = (row: { measure: string; level: number; from_value: number }): Band => ({
  measure: row.measure,
  level: row.level as LevelNumber,
  from: row.from_value,
})

/** The profile in force of every role, in the organisation's order. */
export async function listInForce(tx: OrgTx): Promise<RoleProfile[]> {
  return tx.once('roles', async () => {
    return withParts(tx, await profiles(tx).where('p.in_force', '=', true).orderBy('r.place').execute())
  })
}

/** One version of a role's profile; the one in force where no version is named. */
export async function findProfile(tx: OrgTx, roleId: Id, version?: string): Promise<RoleProfile | null> {
  return tx.once(`role ${roleId} ${version ?? ''}`, async () => {
    const all = profiles(tx).where('p.role_id', '=', roleId)
    const row = await (version === undefined
      ? all.where('p.in_force', '=', true)
      : all.where('p.version', '=', version)
    ).executeTakeFirst()
    return row ? ((await withParts(tx, [row]))[0] ?? null) : null
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
    .execute()
  return rows.map((row) => ({ version: row.version, madeAt: row.made_at, inForce: row.in_force }))
}

/** Locks a role against a second change at the same moment, and answers its version in force. */
export async function lockRole(tx: OrgTx, roleId: Id): Promise<string | null> {
  const row = await tx.db
    .selectFrom('role_profile')
    .select('version')
    .where('org_id', '=', tx.orgId)
    .where('role_id', '=', roleId)
    .where('in_force', '=', true)
    .forUpdate()
    .executeTakeFirst()
  return row?.version ?? null
}

export async function saveRole(tx: OrgTx, roleId: Id, place: number): Promise<void> {
  await tx.db.insertInto('role').values({ org_id: tx.orgId, role_id: roleId, place }).execute()
}

/** Saves a new version of a profile and puts it in force; the version before stays readable. */
export async function saveProfile(tx: OrgTx, profile: RoleProfile): Promise<void> {
  const version = { org_id: tx.orgId, role_id: profile.roleId, version: profile.version }
  await tx.db
    .updateTable('role_profile')
    .set({ in_force: false })
    .where('org_id', '=', tx.orgId)
    .where('role_id', '=', profile.roleId)
    .where('in_force', '=', true)
    .execute()
  await tx.db
    .insertInto('role_profile')
    .values({
      ...version,
      title: profile.title,
      track: profile.track,
      responsibility: profile.responsibility,
      entry: profile.entry,
      jobs: profile.jobs,
      in_force: true,
      made_at: tx.now,
    })
    .execute()
  await saveParts(tx, profile, version)
}

async function saveParts(
  tx: OrgTx,
  { requirements, sources }: RoleProfile,
  version: { org_id: Id; role_id: Id; version: string },
): Promise<void> {
  const asked = requirements.map((each, index) => ({
    ...version,
    competency_id: each.competencyId,
    place: index + 1,
    level: each.level,
    essential: each.essential,
    weight: each.weight,
  }))
  const cited = sources.map((each, index) => ({ ...version, place: index + 1, ...each }))
  const bands = requirements.flatMap((each) =>
    (each.bands ?? []).map(({ measure, level, from }) => ({
      ...version,
      competency_id: each.competencyId,
      measure,
      level,
      from_value: from,
    })),
  )
  if (asked.length > 0) await tx.db.insertInto('role_requirement').values(asked).execute()
  if (cited.length > 0) await tx.db.insertInto('role_source').values(cited).execute()
  if (bands.length > 0) await tx.db.insertInto('role_band').values(bands).execute()
}
