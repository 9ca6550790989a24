import { type Actor, administers } from '../../kernel/actor.ts'
import type { Day } from '../../kernel/day.ts'
import { type Id, isId } from '../../kernel/id.ts'
import { done, type Outcome, type Refusal, refused } from '../../kernel/outcome.ts'
import type { OrgTx } from '../../shell/db.ts'
import { type Event, event } from '../../shell/events.ts'
import { competenciesEver, listCompetencies } from '../frameworks/frameworks.ts'
import { record } from '../history/history.ts'
import { placeComing, settleNames } from './naming.ts'
import { overtaken } from './overtaken.ts'
import { versionAfter } from './rules/bands.ts'
import { checkAsked, checkFields } from './rules/fields.ts'
import { namesTaken } from './rules/job.ts'
import type { ProfileFields, RoleProfile } from './rules/profile.ts'
import { besideWords, changeWords, requirementChanges, weightWords } from './rules/publish.ts'
import { findProfile, listNames } from './store/profiles.ts'
import { lockRole, saveProfile, saveRoles } from './store/saving.ts'

const NOT_YOURS = { message: 'Only an administrator changes what roles ask.' }

/** A role asks something else from now on: the version in force before and now, with why in the publisher's words. */
export const profilePublished: Event<{
  before: RoleProfile
  after: RoleProfile
  because: string
  by: Id
  today: Day
}> = event()

/**
 * Publishes what a role is and asks from now on as its next version: the version before stays readable, and what was
 * assessed against it still stands. Source: mission.md B2.
 * @param asked `version` is the version that the publisher saw; `because` is kept with the version's entry of the history
 * @returns the profile in force, what differs in words, and how many come to the role since their job title names it now;
 * refusals name the fields of `checkFields` and `checkAsked`,
 * `levels` where nothing differs, or `because`
 */
export async function publishProfile(
  tx: OrgTx,
  actor: Actor,
  asked: { roleId: Id; version: string; profile: ProfileFields; because: string; today: Day },
): Promise<Outcome<{ profile: RoleProfile; words: string[]; moved: number }>> {
  if (!administers(actor, null)) return refused(NOT_YOURS)
  const { roleId, profile, because, today } = asked
  const version = isId(roleId) ? await lockRole(tx, roleId) : null
  const before = version && (await findProfile(tx, roleId, version))
  if (!before) return refused({ message: 'This role is no longer here.' })
  if (version !== asked.version) return refused(await overtaken(tx, roleId, version))
  const after = { ...before, ...profile, version: versionAfter(before.version, today) }
  const refusals = await checkWhole(tx, profile, before)
  const words = await differenceOf(tx, before, after)
  if (words.length === 0)
    refusals.push({
      field: 'levels',
      message: `Nothing differs from version ${before.version}. Change something, then publish.`,
    })
  if (!because)
    refusals.push({ field: 'because', message: 'Say in a sentence why the role asks something else now.' })
  if (refusals.length > 0) return refused(...refusals)
  const names = (await listNames(tx)).map((one) => (one.roleId === roleId ? after : one))
  const coming = await settleNames(tx, actor, names, [roleId])
  await putForward(tx, actor, { before, after, because, words, today })
  return done({ profile: after, words, moved: await placeComing(tx, actor, coming, today) })
}

/** Saves a version that was decided on, writes it in the history, and tells whoever listens. */
export async function putForward(
  tx: OrgTx,
  actor: Pick<Actor, 'personId'>,
  next: { before: RoleProfile; after: RoleProfile; because: string; words: string[]; today: Day },
): Promise<void> {
  const { before, after, because, words, today } = next
  await saveProfile(tx, after)
  await record(tx, {
    kind: 'roles.published',
    actor,
    personId: null,
    recordId: after.roleId,
    payload: {
      version: after.version,
      because,
      words,
      changes: requirementChanges(before.requirements, after.requirements),
    },
  })
  await profilePublished.happen(tx, { before, after, because, by: actor.personId, today })
}

/** What differs between two versions of a role, a sentence without its full stop each. */
async function differenceOf(tx: OrgTx, before: RoleProfile, after: RoleProfile): Promise<string[]> {
  const asked = [...before.requirements, ...after.requirements].map(({ competencyId }) => competencyId)
  const { now, formerly } = await competenciesEver(tx, asked)
  const titles = new Map([...formerly, ...now].map((one) => [one.competencyId, one.title]))
  const changes = requirementChanges(before.requirements, after.requirements)
  return [
    ...besideWords(before, after),
    ...changes.map((change) => changeWords(change, titles.get(change.competencyId) ?? 'A competency')),
    ...weightWords(before.requirements, after.requirements, titles),
  ]
}

/** Every reason why a role cannot be so, among the others there are. */
async function checkWhole(tx: OrgTx, profile: ProfileFields, before: RoleProfile | null): Promise<Refusal[]> {
  const known = new Set((await listCompetencies(tx)).map(({ competencyId }) => competencyId))
  const title = profile.title.toLowerCase()
  const others = (await listNames(tx)).filter((one) => one.roleId !== before?.roleId && !one.retired)
  const taken: Refusal[] = others.some((one) => one.title.toLowerCase() === title)
    ? [{ field: 'title', message: 'Another role has this title. Choose one that tells them apart.' }]
    : []
  const newly = {
    title: profile.title === before?.title ? null : profile.title,
    jobs: profile.jobs.filter((job) => !before?.jobs.includes(job)),
  }
  return [
    ...checkFields(profile),
    ...taken,
    ...namesTaken(newly, others),
    ...checkAsked(profile.requirements, known),
  ]
}

/**
 * Adds a role with its first version: whoever has a job title that names it comes to it. Refusals name the fields of `checkFields` and `checkAsked`.
 * Source: mission.md B1, B2.
 */
export async function addRole(
  tx: OrgTx,
  actor: Actor,
  asked: ProfileFields,
  today: Day,
): Promise<Outcome<RoleProfile>> {
  if (!administers(actor, null)) return refused(NOT_YOURS)
  const refusals = await checkWhole(tx, asked, null)
  if (refusals.length > 0) return refused(...refusals)
  const roleId = tx.newId()
  const role = { ...asked, roleId, version: `${today.slice(0, 4)}-1`, retired: false }
  const coming = await settleNames(tx, actor, [...(await listNames(tx)), role], [roleId])
  await saveRoles(tx, [role])
  await record(tx, {
    kind: 'roles.added',
    actor,
    personId: null,
    recordId: roleId,
    payload: { title: role.title, version: role.version },
  })
  await placeComing(tx, actor, coming, today)
  return done(role)
}
