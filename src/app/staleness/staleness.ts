import type { Actor } from '../../kernel/actor.ts'
import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import type { OrgTx } from '../../shell/db.ts'
import { findPerson, listPeople, type Person } from '../people/people.ts'
import { leaderWords, lineWords, ownWords, type StaleWords } from './mends.ts'
import { linesOf, reachedOf } from './reached.ts'
import { type StaleFound, type StaleKind, withoutCovered } from './rules.ts'
import { type Asking, listAskings } from './store.ts'

export { askAboutStale, newlyEscalated, noteMended } from './tending.ts'

/** Something that has waited in a person's plan, as one reader may know of it. */
export type StaleThing = StaleWords & {
  personId: Id
  /** Whose it is. */
  name: string
  kind: StaleKind
  /** Such as O-2 or N-3; '' of a review. */
  ref: string
  /** The need, objective or action; the person where it is a review. */
  recordId: Id
  /** The first day on which it waited. */
  since: Day
  /** 0 shown to the person alone, 1 to their leader too, 2 to the leader's leader, and so on. */
  step: number
  /** As whom the reader reads it. */
  seenAs: 'person' | 'leader' | 'line'
  /** Who further up asked about it, and when, the newest first. The reader's own asking is one of them. */
  asked: { by: string; byId: Id; on: Day }[]
}

/**
 * What has waited in a person's plan, the oldest first, as far as the viewer may know of it: the person everything from
 * the first day; their leader what has reached them, nothing private; those further up its kind alone; nobody else
 * anything. Source: issue 4, staleness; mission.md A7.
 */
export async function staleOf(tx: OrgTx, personId: Id, viewer: Actor, today: Day): Promise<StaleThing[]> {
  const person = await findPerson(tx, personId)
  if (!person || person.state === 'left') return []
  return thingsFor(tx, { person, line: (await linesOf(tx))(personId) }, viewer, today)
}

/** Everything of everybody below the viewer that has reached them, by the people's names. */
export async function staleBelow(tx: OrgTx, viewer: Actor, today: Day): Promise<StaleThing[]> {
  const lines = await linesOf(tx)
  const below = (await listPeople(tx))
    .filter(({ state }) => state !== 'left')
    .map((person) => ({ person, line: lines(person.personId) }))
    .filter(({ line }) => line.includes(viewer.personId))
  return (await Promise.all(below.map((whose) => thingsFor(tx, whose, viewer, today)))).flat()
}

/** Everything of everybody that has reached whoever leads them, as that leader reads it. */
export async function reachedLeaders(tx: OrgTx, today: Day): Promise<StaleThing[]> {
  const lines = await linesOf(tx)
  const people = (await listPeople(tx)).filter(({ state }) => state !== 'left')
  const things = people.map(async (person) => {
    const line = lines(person.personId)
    const [personId] = line
    if (!personId) return []
    const leader = {
      orgId: tx.orgId,
      personId,
      name: '',
      standings: [],
      leads: [person.personId],
      assesses: [],
    }
    return thingsFor(tx, { person, line }, leader, today)
  })
  return (await Promise.all(things)).flat()
}

async function thingsFor(
  tx: OrgTx,
  whose: { person: Person; line: readonly Id[] },
  viewer: Actor,
  today: Day,
): Promise<StaleThing[]> {
  const { person, line } = whose
  const own = viewer.personId === person.personId
  const place = line.indexOf(viewer.personId) + 1
  if (!own && place === 0) return []
  const { reached, coming } = await reachedOf(tx, whose, today)
  const seen = withoutCovered(reached.filter(({ step }) => own || step >= place))
  if (seen.length === 0) return []
  const seenAs = own ? 'person' : place === 1 ? 'leader' : 'line'
  const wordsOf = { person: ownWords, leader: leaderWords, line: lineWords }[seenAs]
  const askings = own ? [] : await listAskings(tx)
  return seen.map((found) => ({
    ...wordsOf(found, coming),
    personId: person.personId,
    name: person.name,
    kind: found.kind,
    ref: seenAs === 'line' ? '' : found.ref,
    recordId: found.recordId,
    since: found.since,
    step: found.step,
    seenAs,
    asked: askedOf(found, person, askings).filter(
      ({ byId }) => seenAs === 'leader' || byId === viewer.personId,
    ),
  }))
}

function askedOf(found: StaleFound, { personId }: Person, askings: readonly Asking[]): StaleThing['asked'] {
  return askings
    .filter((one) => one.personId === personId && one.kind === found.kind && one.recordId === found.recordId)
    .map(({ by, byId, askedOn }) => ({ by, byId, on: askedOn }))
    .sort((a, b) => (a.on < b.on ? 1 : -1))
}
