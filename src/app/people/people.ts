import type { Actor } from '../../kernel/actor.ts'
import type { Id } from '../../kernel/id.ts'
import type { OrgTx } from '../../shell/db.ts'
import type { Organisation } from './store/organisations.ts'
import { findActing, type Person } from './store/people.ts'

export { makeOrganisation, organisationMade, removeOrganisation } from './founding.ts'
export {
  followLink,
  makeForgottenLink,
  makeLink,
  makeToken,
  markJoined,
  openLink,
  orgOfToken,
  tokenDigest,
} from './links.ts'
export { addList, checkList } from './lists.ts'
export { addPerson, changePerson, checkPlace, place, positionChanged, setLeft, settleJob } from './placing.ts'
export type { NewPerson } from './rules.ts'
export { STANDING_SHORT, STANDING_WORDS } from './rules.ts'
export type { Link } from './store/links.ts'
export { listLinks } from './store/links.ts'
export type { Organisation } from './store/organisations.ts'
export { findOrganisation, listOrganisations } from './store/organisations.ts'
export type { Person } from './store/people.ts'
export { findPerson, listAssessors, listPeople } from './store/people.ts'
export type { Position } from './store/positions.ts'
export { listJobsUnread, listPositions } from './store/positions.ts'

/** The acting person of an organisation, or null where they are not (any longer) part of it. */
export async function actorOf(
  tx: OrgTx,
  personId: Id,
): Promise<{ actor: Actor; person: Person; org: Organisation } | null> {
  const acting = await findActing(tx, personId)
  if (!acting || acting.person.state === 'left') return null
  const { person, org, leads, assesses } = acting
  const { name, standings } = person
  const actor = { orgId: tx.orgId, personId, name, standings, leads, assesses }
  return { actor, person, org }
}
