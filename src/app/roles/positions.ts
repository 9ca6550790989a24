import type { Actor } from '../../kernel/actor.ts'
import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import { done, type Outcome, type Refusal, refused } from '../../kernel/outcome.ts'
import type { OrgTx } from '../../shell/db.ts'
import { checkPlace, findPerson, listPositions, type Position, place } from '../people/people.ts'
import { findRole, roleNamed } from './roles.ts'
import type { RoleProfile } from './rules/profile.ts'

/** A position that somebody has held, with the role that it was, as its profile is now; newest first. */
export async function heldPositions(
  tx: OrgTx,
  personId: Id,
): Promise<{ position: Position; role: RoleProfile | null }[]> {
  const positions = (await listPositions(tx, personId)).toReversed()
  return Promise.all(positions.map(async (position) => ({ position, role: await roleNamed(tx, position) })))
}

/**
 * Puts somebody in a role, team and under a leader from a day on; the position before ends the day before. A role in
 * which they are not yet must be in use. Refusals name `role`, `leader`, `team`, `job` or `from`. Source: mission.md B1.
 */
export async function changePosition(
  tx: OrgTx,
  actor: Actor,
  asked: {
    personId: Id
    roleId: Id
    job: string | null
    team: string | null
    leaderId: Id | null
    from: Day
  },
  today: Day,
): Promise<Outcome<RoleProfile>> {
  const person = await findPerson(tx, asked.personId)
  const role = await findRole(tx, asked.roleId)
  const refusals: Refusal[] = []
  if (!role) refusals.push({ field: 'role', message: 'Choose a role of the list.' })
  else if (role.retired && person?.roleId !== role.roleId)
    refusals.push({ field: 'role', message: `${role.title} is retired. Choose another role.` })
  refusals.push(...(await checkPlace(tx, asked, today)))
  if (!role || refusals.length > 0) return refused(...refusals)
  await place(tx, actor, { ...asked, job: asked.job ?? role.title })
  return done(role)
}
