import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { OrgTx } from '../../../shell/db.ts'
import type { RoleProfile } from '../rules/profile.ts'

/** Locks a role against a second change at the same moment, and answers its version in force. */
export async function lockRole(tx: OrgTx, roleId: Id): Promise<string | null> {
  await tx.db
    .selectFrom('role')
    .select('role_id')
    .where('org_id', '=', tx.orgId)
    .where('role_id', '=', roleId)
    .forUpdate()
    .execute()
  const row = await tx.db
    .selectFrom('role_profile')
    .select('version')
    .where('org_id', '=', tx.orgId)
    .where('role_id', '=', roleId)
    .where('in_force', '=', true)
    .executeTakeFirst()
  return row?.version ?? null
}

/** Adds roles after those there are, each with its first version. */
export async function saveRoles(tx: OrgTx, roles: readonly RoleProfile[]): Promise<void> {
  if (roles.length === 0) return
  const { place } = await tx.db
    .selectFrom('role')
    .select(({ fn }) => fn.coalesce(fn.max('place'), sql<number>`0`).as('place'))
    .where('org_id', '=', tx.orgId)
    .executeTakeFirstOrThrow()
  const added = roles.map(({ roleId }, at) => ({ org_id: tx.orgId, role_id: roleId, place: place + at + 1 }))
  await tx.db.insertInto('role').values(added).execute()
  await saveVersions(tx, roles)
}

export async function saveRetired(tx: OrgTx, roleId: Id, retired: boolean): Promise<void> {
  await tx.db
    .updateTable('role')
    .set({ retired_at: retired ? tx.now : null })
    .where('org_id', '=', tx.orgId)
    .where('role_id', '=', roleId)
    .execute()
}

/** Saves a new version of a profile and puts it in force; the version before stays readable. */
export async function saveProfile(tx: OrgTx, profile: RoleProfile): Promise<void> {
  await tx.db
    .updateTable('role_profile')
    .set({ in_force: false })
    .where('org_id', '=', tx.orgId)
    .where('role_id', '=', profile.roleId)
    .where('in_force', '=', true)
    .execute()
  await saveVersions(tx, [profile])
}

async function saveVersions(tx: OrgTx, profiles: readonly RoleProfile[]): Promise<void> {
  const keyOf = ({ roleId, version }: RoleProfile) => ({ org_id: tx.orgId, role_id: roleId, version })
  const rows = profiles.map((profile) => ({
    ...keyOf(profile),
    title: profile.title,
    track: profile.track,
    responsibility: profile.responsibility,
    entry: profile.entry,
    jobs: profile.jobs,
    sector: profile.sector,
    mastery_months: profile.mastery?.months ?? null,
    mastery_sources: profile.mastery?.sources ?? null,
    mastery_acting: profile.mastery?.actingMonths ?? null,
    in_force: true,
    made_at: tx.now,
  }))
  const asked = profiles.flatMap((profile) =>
    profile.requirements.map((each, index) => ({
      ...keyOf(profile),
      competency_id: each.competencyId,
      place: index + 1,
      level: each.level,
      essential: each.essential,
      weight: each.weight,
      level_words: JSON.stringify(each.levelWords),
    })),
  )
  const cited = profiles.flatMap((profile) =>
    profile.sources.map((each, index) => ({ ...keyOf(profile), place: index + 1, ...each })),
  )
  const bands = profiles.flatMap((profile) =>
    profile.requirements.flatMap(({ competencyId, bands }) =>
      (bands ?? []).map(({ measure, level, from }) => ({
        ...keyOf(profile),
        competency_id: competencyId,
        measure,
        level,
        from_value: from,
      })),
    ),
  )
  await tx.db.insertInto('role_profile').values(rows).execute()
  if (asked.length > 0) await tx.db.insertInto('role_requirement').values(asked).execute()
  if (cited.length > 0) await tx.db.insertInto('role_source').values(cited).execute()
  if (bands.length > 0) await tx.db.insertInto('role_band').values(bands).execute()
}
