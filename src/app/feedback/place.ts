import { paths } from '../paths.ts'
import { type Crumb, found, type PageOptions, type Visit } from '../visit.ts'
import { closeRounds, listRounds, type Round } from './feedback.ts'
import { hasDue } from './store/rounds.ts'

export const TITLE = '360 feedback'

/** Where a page about 360 feedback lies: below the gaps, one's own or those of somebody in the team. */
export function placeOf({ person, own }: Visit, last?: Crumb): Pick<PageOptions, 'nav' | 'crumbs'> {
  const gaps = { text: 'Gaps', href: paths.gaps(person.personId) }
  const list = { text: TITLE, href: paths.feedback(person.personId) }
  const above = own
    ? [gaps]
    : [{ text: 'Team', href: paths.team }, { text: person.name, href: paths.person(person.personId) }, gaps]
  return {
    nav: own ? gaps.href : paths.team,
    crumbs: last ? [...above, list, last] : [...above, { text: list.text }],
  }
}

/** The rounds that the visitor may see. One that is over is closed first, in a transaction that may write. */
export async function roundsFor(visit: Visit): Promise<Round[]> {
  const { tx, house, person, actor, today } = visit
  if (await hasDue(tx, person.personId, today)) await closeRounds(house, tx.orgId, today)
  return listRounds(tx, person.personId, actor)
}

/** The round of the address, closed first where it is over; not found where the visitor may not see it. */
export async function roundFor(visit: Visit): Promise<Round> {
  const rounds = await roundsFor(visit)
  return found(rounds.find(({ roundId }) => roundId === visit.params.round))
}
