import type { Actor } from '../../kernel/actor.ts'
import type { Day } from '../../kernel/day.ts'
import { type Id, isId } from '../../kernel/id.ts'
import { done, type Outcome, refused } from '../../kernel/outcome.ts'
import type { OrgTx } from '../../shell/db.ts'
import { listCompetencies } from '../frameworks/frameworks.ts'
import { record } from '../history/history.ts'
import { listPositions } from '../people/people.ts'
import { overtaken } from './overtaken.ts'
import { profilePublished } from './publishing.ts'
import { versionAfter } from './rules/bands.ts'
import { roleForJob } from './rules/job.ts'
import type { Band, RoleProfile } from './rules/profile.ts'
import { ADVISER, STARTER_ROLES, type StarterRole } from './starter.ts'
import { findProfile, listInForce, listVersionsOf, lockRole, saveProfile, saveRole } from './store.ts'

export { profilePublished, publishProfile } from './publishing.ts'
export { levelByBands } from './rules/bands.ts'
export type { Band, LevelNumber, Requirement, RoleProfile } from './rules/profile.ts'
export { requirementChanges } from './rules/publish.ts'

/** The profile in force of every role, by track and growing responsibility. */
export async function listRoles(tx: OrgTx): Promise<RoleProfile[]> {
  return listInForce(tx)
}

/** A role's profile: the version in force, or the one named; null where there is none. */
export async function findRole(tx: OrgTx, roleId: Id, version?: string): Promise<RoleProfile | null> {
  return isId(roleId) ? findProfile(tx, roleId, version) : null
}

/** The versions of a role's profile, the one in force first, then newest first. */
export async function listVersions(
  tx: OrgTx,
  roleId: Id,
): Promise<{ version: string; madeAt: Date; inForce: boolean }[]> {
  return isId(roleId) ? listVersionsOf(tx, roleId) : []
}

/**
 * The profile of the role that a person has on a day: the one their position names, else the one that its job title
 * names, else the adviser's. Null only where the organisation has no such role.
 */
export async function roleOf(tx: OrgTx, personId: Id, today: Day): Promise<RoleProfile | null> {
  const positions = await listPositions(tx, personId)
  const held =
    positions.find(({ from, to }) => from <= today && (to === null || to >= today)) ?? positions.at(-1)
  return roleNamed(tx, held ?? null)
}

/** The profile in force of the role that a position names, read as `roleOf` reads it. */
export async function roleNamed(
  tx: OrgTx,
  position: { roleId: Id | null; job: string | null } | null,
): Promise<RoleProfile | null> {
  const named = position?.roleId ? await findProfile(tx, position.roleId) : null
  if (named) return named
  const roles = await listInForce(tx)
  const byJob = position?.job ? roleForJob(position.job, roles) : null
  return byJob ?? roles.find((role) => role.roleId === ADVISER.roleId) ?? roles[0] ?? null
}

/** Gives a new organisation the starter roles. Does nothing where it has roles already; needs its framework first. */
export async function installRoles(tx: OrgTx): Promise<void> {
  if ((await listInForce(tx)).length > 0) return
  const competencies = await listCompetencies(tx)
  const idOf = (code: string): Id => {
    const found = competencies.find((each) => each.code === code)
    if (!found)
      throw new Error(`A starter role asks for ${code}, which the framework in force does not have.`)
    return found.competencyId
  }
  for (const [index, starter] of STARTER_ROLES.entries()) {
    await saveRole(tx, starter.roleId, index + 1)
    await saveProfile(tx, profileOf(starter, idOf))
  }
  const payload = { roles: STARTER_ROLES.map(({ title, version }) => `${title} ${version}`) }
  await record(tx, { kind: 'roles.installed', actor: null, personId: null, recordId: null, payload })
}

function profileOf({ asks, ...role }: StarterRole, idOf: (code: string) => Id): RoleProfile {
  const requirements = asks.map(({ code, ...ask }) => ({ competencyId: idOf(code), ...ask, bands: null }))
  return { ...role, requirements }
}

/**
 * Declares which figures of one measure make which level of one competency in a role; no bands takes them away.
 * The profile gets a new version, so that what was assessed against the old one still stands.
 * @param asked `version` is the version that the declarer saw
 */
export async function declareBands(
  tx: OrgTx,
  actor: Actor,
  asked: {
    roleId: Id
    version: string
    competencyId: Id
    measure: string
    bands: readonly Band[]
    today: Day
  },
): Promise<Outcome<RoleProfile>> {
  const version = isId(asked.roleId) ? await lockRole(tx, asked.roleId) : null
  const profile = version && (await findProfile(tx, asked.roleId, version))
  if (!profile) return refused({ message: 'This role is no longer here.' })
  if (version !== asked.version) return refused(await overtaken(tx, asked.roleId, version))
  if (!profile.requirements.some((each) => each.competencyId === asked.competencyId)) {
    return refused({ field: 'competency', message: 'Choose a competency that this role asks for.' })
  }
  const next: RoleProfile = {
    ...profile,
    version: versionAfter(profile.version, asked.today),
    requirements: profile.requirements.map((each) => {
      if (each.competencyId !== asked.competencyId) return each
      const bands = [...(each.bands ?? []).filter((band) => band.measure !== asked.measure), ...asked.bands]
      return { ...each, bands: bands.length > 0 ? bands : null }
    }),
  }
  await saveProfile(tx, next)
  const { roleId, competencyId, measure, bands } = asked
  await record(tx, {
    kind: 'roles.bands-declared',
    actor,
    personId: null,
    recordId: roleId,
    payload: { version: next.version, competencyId, measure, bands },
  })
  await profilePublished.happen(tx, {
    before: profile,
    after: next,
    because: '',
    by: actor.personId,
    today: asked.today,
  })
  return done(next)
}
