import type { Actor } from '../../kernel/actor.ts'
import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import type { OrgTx } from '../../shell/db.ts'
import { listJobsUnread, listPeople, place, settleJob } from '../people/people.ts'
import { positionReader, type RoleNames } from './rules/job.ts'
import { ADVISER } from './starter/line.ts'
import { listNames } from './store/profiles.ts'

/** Who comes to which role once it is called as they are. */
type Coming = ReadonlyMap<Id, Id>

/**
 * Before roles are called otherwise: what each job title named until now is written into the positions that were read by
 * it, so that nobody loses a role, and nobody's past changes, because a name does.
 * @param to what all roles are called afterwards
 * @param gaining the roles that job titles may name newly
 * @returns who has a job title that names one of those then, for `placeComing` once the names are saved
 */
export async function settleNames(
  tx: OrgTx,
  actor: Actor,
  to: readonly RoleNames[],
  gaining: readonly Id[],
): Promise<Coming> {
  const was = positionReader(await listNames(tx), ADVISER.roleId)
  const is = positionReader(to, ADVISER.roleId)
  const coming = new Map<Id, Id>()
  for (const job of await listJobsUnread(tx)) {
    const [before, after] = [was({ job, roleId: null }), is({ job, roleId: null })]
    if (before === null || before === after) continue
    const holders = await settleJob(tx, actor, { job, roleId: before })
    if (after !== null && gaining.includes(after)) for (const personId of holders) coming.set(personId, after)
  }
  return coming
}

/**
 * Puts those whose job title names another role now into it from a day on, with an entry of the history and the cause that
 * it is for a review; nobody who has left. Answers how many.
 */
export async function placeComing(tx: OrgTx, actor: Actor, coming: Coming, from: Day): Promise<number> {
  if (coming.size === 0) return 0
  const people = (await listPeople(tx)).filter(
    ({ personId, state }) => state !== 'left' && coming.has(personId),
  )
  for (const { personId, team, leaderId, job } of people)
    await place(tx, actor, { personId, team, leaderId, job, roleId: coming.get(personId) ?? null, from })
  return people.length
}
