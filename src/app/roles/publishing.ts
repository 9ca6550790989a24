import { type Actor, administers } from '../../kernel/actor.ts'
import type { Day } from '../../kernel/day.ts'
import { type Id, isId } from '../../kernel/id.ts'
import { done, type Outcome, refused } from '../../kernel/outcome.ts'
import type { OrgTx } from '../../shell/db.ts'
import { type Event, event } from '../../shell/events.ts'
import { listCompetencies } from '../frameworks/frameworks.ts'
import { record } from '../history/history.ts'
import { overtaken } from './overtaken.ts'
import { versionAfter } from './rules/bands.ts'
import type { Requirement, RoleProfile } from './rules/profile.ts'
import { changeWords, requirementChanges } from './rules/publish.ts'
import { findProfile, lockRole, saveProfile } from './store.ts'

/** A role asks something else from now on: the version in force before and now, with why in the publisher's words. */
export const profilePublished: Event<{
  before: RoleProfile
  after: RoleProfile
  because: string
  by: Id
  today: Day
}> = event()

/**
 * Publishes what a role asks from now on as its next version: the version before stays readable, and what was assessed
 * against it still stands. Source: mission.md B2.
 * @param asked `version` is the version that the publisher saw; `because` is kept with the version's entry of the history
 * @returns the profile in force and what differs, in words; refusals name `levels`, `because` or `level-ID`
 */
export async function publishProfile(
  tx: OrgTx,
  actor: Actor,
  asked: {
    roleId: Id
    version: string
    requirements: readonly Requirement[]
    because: string
    today: Day
  },
): Promise<Outcome<{ profile: RoleProfile; words: string[] }>> {
  if (!administers(actor, null)) return refused({ message: 'Only an administrator publishes a profile.' })
  const { roleId, requirements, because, today } = asked
  const version = isId(roleId) ? await lockRole(tx, roleId) : null
  const before = version && (await findProfile(tx, roleId, version))
  if (!before) return refused({ message: 'This role is no longer here.' })
  if (version !== asked.version) return refused(await overtaken(tx, roleId, version))
  const titles = new Map((await listCompetencies(tx)).map((one) => [one.competencyId, one.title]))
  const unknown = requirements.find(({ competencyId }) => !titles.has(competencyId))
  if (unknown)
    return refused({ field: `level-${unknown.competencyId}`, message: 'Choose competencies of the list.' })
  const changes = requirementChanges(before.requirements, requirements)
  if (changes.length === 0)
    return refused({
      field: 'levels',
      message: `Nothing differs from version ${before.version}. Change a level, then publish.`,
    })
  if (!because)
    return refused({ field: 'because', message: 'Say in a sentence why the role asks something else now.' })
  const after: RoleProfile = {
    ...before,
    version: versionAfter(before.version, today),
    requirements: [...requirements],
  }
  await saveProfile(tx, after)
  const words = changes.map((change) =>
    changeWords(change, titles.get(change.competencyId) ?? 'A competency'),
  )
  await record(tx, {
    kind: 'roles.published',
    actor,
    personId: null,
    recordId: roleId,
    payload: { version: after.version, because, words, changes },
  })
  await profilePublished.happen(tx, { before, after, because, by: actor.personId, today })
  return done({ profile: after, words })
}
