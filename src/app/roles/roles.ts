import type { Actor } from '../../kernel/actor.ts'
import type { Day } from '../../kernel/day.ts'
import { type Id, isId } from '../../kernel/id.ts'
import { done, type Outcome, refused } from '../../kernel/outcome.ts'
import type { OrgTx } from '../../shell/db.ts'
import { record } from '../history/history.ts'
import { listPeople, listPositions } from '../people/people.ts'
import { overtaken } from './overtaken.ts'
import { profilePublished } from './publishing.ts'
import { versionAfter } from './rules/bands.ts'
import { type HeldPosition, positionReader } from './rules/job.ts'
import type { Band, RoleProfile } from './rules/profile.ts'
import { ADVISER } from './starter/line.ts'
import { findProfile, listInForce, listNames } from './store/profiles.ts'
import { lockRole, saveProfile } from './store/saving.ts'

export { listMoves, saveMoves, setRetired } from './moving.ts'
export { addRole, profilePublished, publishProfile } from './publishing.ts'
export { levelByBands } from './rules/bands.ts'
export { tracksOf } from './rules/order.ts'
export {
  type Band,
  inRole,
  type LevelNumber,
  type Mastery,
  type Move,
  type ProfileFields,
  RESPONSIBILITIES,
  RESPONSIBILITY_CHOICES,
  type Requirement,
  type Responsibility,
  type RoleProfile,
} from './rules/profile.ts'
export { requirementChanges } from './rules/publish.ts'
export { addStarters, installRoles, missingStarters } from './starting.ts'
export { listVersions, type ToldVersion } from './versions.ts'

/** The profile in force of every role in use, by track, the line first, and growing responsibility. */
export async function listRoles(tx: OrgTx): Promise<RoleProfile[]> {
  return tx.once('roles in use', async () => (await listInForce(tx)).filter(({ retired }) => !retired))
}

/** The profile in force of every role that nobody new comes to. */
export async function listRetired(tx: OrgTx): Promise<RoleProfile[]> {
  return (await listInForce(tx)).filter(({ retired }) => retired)
}

/** A role's profile: the version in force, or the one named; null where there is none. */
export async function findRole(tx: OrgTx, roleId: Id, version?: string): Promise<RoleProfile | null> {
  return isId(roleId) ? findProfile(tx, roleId, version) : null
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
export async function roleNamed(tx: OrgTx, position: HeldPosition | null): Promise<RoleProfile | null> {
  const roleId = (await roleReader(tx))(position)
  return roleId ? findProfile(tx, roleId) : null
}

/** Who has a role now, as `roleOf` reads it; nobody who has left. */
export async function holdersOf(tx: OrgTx, roleId: Id): Promise<Id[]> {
  const people = await listPeople(tx)
  const read = await roleReader(tx)
  return people.filter((one) => one.state !== 'left' && read(one) === roleId).map(({ personId }) => personId)
}

/** Reads positions: the role that one names, else the one that its job title names, else the adviser's. */
export async function roleReader(tx: OrgTx): Promise<(position: HeldPosition | null) => Id | null> {
  return tx.once('role reader', async () => positionReader(await listNames(tx), ADVISER.roleId))
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
