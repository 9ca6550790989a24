import type { Actor } from '../../kernel/actor.ts'
import type { Id } from '../../kernel/id.ts'
import type { OrgTx } from '../../shell/db.ts'
import { findActing, type Organisation, type Person } from './store.ts'

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
export { addPerson, changePerson, place, setLeft } from './placing.ts'
export type { NewPerson } from './rules.ts'
export { STANDING_SHORT, STANDING_WORDS } from './rules.ts'
export type { Link, Organisation, Person, Position } from './store.ts'
export {
  findOrganisation,
  findPerson,
  listAssessors,
  listLinks,
  listOrganisations,
  listPeople,
  listPositions,
} from './store.ts'

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
