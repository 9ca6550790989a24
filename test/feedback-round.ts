import {
  type Answer,
  type AskedGroup,
  answerRequest,
  closeRounds,
  type Feedback,
  feedbackOf,
  findRound,
  launch,
  nominate,
  planRound,
  proposedCompetencies,
  type Round,
} from '../src/app/feedback/feedback.ts'
import { tokenOf } from '../src/app/feedback/sealing.ts'
import { actorOf } from '../src/app/people/people.ts'
import type { Actor } from '../src/kernel/actor.ts'
import { addDays } from '../src/kernel/day.ts'
import type { Id } from '../src/kernel/id.ts'
import type { Outcome } from '../src/kernel/outcome.ts'
import { type Character, openWorld, type World } from './world.ts'

/** Rounds for tests, through the door: Amara is asked about, Ben leads her. */
export type Cast = { world: World; amara: Character; ben: Character }

/** A cast with those around them: six peers of Amara, Dana the administrator, and Chidi, who assesses Amara. */
export type Team = Cast & {
  dana: Character
  chidi: Character
  peer(index: number): Character
  some(...indexes: number[]): AskedGroup['raters']
  /** What somebody sees of all closed rounds about Amara. */
  seen(who: Character): Promise<Feedback>
  /** A round about Amara as she sees it. */
  roundOf(roundId: Id): Promise<Round>
}

/** A team in a world of its own, from where mail goes out. */
export async function openTeam(): Promise<Team> {
  const world = await openWorld()
  withMail(world)
  const ben = await world.add({ name: 'Ben Hughes', standing: 'leader' })
  const add = (name: string) => world.add({ name, team: 'Northgate', leader: 'Ben Hughes' })
  const amara = await add('Amara Okafor')
  const peers: Character[] = []
  for (const name of ['Eve Jones', 'Femi Ade', 'Gwen Hall', 'Hari Patel', 'Ines Cruz', 'Jon Reed'])
    peers.push(await add(name))
  const dana = await world.add({ name: 'Dana Price', standing: 'administrator' })
  const chidi = await world.add({ name: 'Chidi Eze', standing: 'assessor' })
  await world.inOrg((tx) =>
    tx.db
      .insertInto('assignment')
      .values({ org_id: tx.orgId, assessor_id: chidi.personId, person_id: amara.personId })
      .execute(),
  )
  const peer = (index: number): Character => {
    const found = peers[index]
    if (!found) throw new Error('no such peer')
    return found
  }
  return {
    world,
    amara,
    ben,
    dana,
    chidi,
    peer,
    some: (...indexes) => colleagues(...indexes.map(peer)),
    async seen(who) {
      const viewer = await acting(world, who)
      return world.inOrg((tx) => feedbackOf(tx, amara.personId, viewer, world.today))
    },
    async roundOf(roundId) {
      const viewer = await acting(world, amara)
      const round = await world.inOrg((tx) => findRound(tx, amara.personId, roundId, viewer))
      if (!round) throw new Error('no round')
      return round
    },
  }
}

export function value<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.refusals.map(({ message }) => message).join(' '))
  return outcome.value
}

/** Why something was refused, in one line; '' where it was not. */
export const messages = (outcome: { ok: boolean; refusals?: { message: string }[] }): string =>
  outcome.ok ? '' : (outcome.refusals ?? []).map(({ message }) => message).join(' ')

/** Somebody as they act now, with those they lead. */
export async function acting(world: World, one: Character): Promise<Actor> {
  const found = await world.inOrg((tx) => actorOf(tx, one.personId))
  if (!found) throw new Error(`${one.person.name} is not here`)
  return found.actor
}

export const colleagues = (...raters: Character[]): AskedGroup['raters'] =>
  raters.map(({ personId }) => ({ personId }))

export const outsiders = (...names: string[]): AskedGroup['raters'] =>
  names.map((name) => ({ name, email: `${name.toLowerCase().replace(/\W+/g, '.')}@customers.example` }))

export const anonymously = (
  group: AskedGroup['group'],
  raters: AskedGroup['raters'],
  threshold = 3,
): AskedGroup => ({ group, mode: 'anonymous', threshold, raters })

export const byName = (group: AskedGroup['group'], raters: AskedGroup['raters']): AskedGroup => ({
  group,
  mode: 'named',
  threshold: 1,
  raters,
})

/** Lets mail be sent, to nobody: people outside can answer without a name. Answers how to undo it. */
export function withMail({ house }: World): () => void {
  const before = house.mail
  house.mail = { configured: true, send: async () => ({ how: 'sent' }) }
  house.jobs = { ...house.jobs, async send() {} }
  return () => {
    house.mail = before
  }
}

/** Plans and nominates a round about Amara, and hands it to Ben. */
export async function nominated({ world, amara }: Cast, groups: readonly AskedGroup[]): Promise<Id> {
  const [actor, { personId }] = [await acting(world, amara), amara]
  return world.inOrg(async (tx) => {
    const competencyIds = await proposedCompetencies(tx, personId, world.today)
    const asked = { personId, purpose: 'I want to keep customers told', competencyIds }
    const roundId = value(await planRound(tx, actor, asked))
    value(await nominate(tx, actor, { personId, roundId, version: 1, groups, send: true }, world.house))
    return roundId
  })
}

/** Launches a nominated round for two weeks, by Ben. */
export async function launched(cast: Cast, groups: readonly AskedGroup[]): Promise<Id> {
  const { world, amara, ben } = cast
  const roundId = await nominated(cast, groups)
  const actor = await acting(world, ben)
  const asked = { personId: amara.personId, roundId, version: 2, closesOn: addDays(world.today, 14) }
  value(await world.inOrg((tx) => launch(tx, actor, asked, world.today, world.house)))
  return roundId
}

/** The token of everybody asked in a round, by name. */
export async function tokens(world: World, roundId: Id): Promise<Map<string, string>> {
  const rows = await world.inOrg((tx) =>
    tx.db
      .selectFrom('feedback_request')
      .select(['request_id', 'name'])
      .where('org_id', '=', tx.orgId)
      .where('round_id', '=', roundId)
      .execute(),
  )
  const found = rows.map(
    async (row) => [row.name, await tokenOf(world.house.keys, world.orgId, row.request_id)] as const,
  )
  return new Map(await Promise.all(found))
}

/** An answer that gives one level to everything, and no words unless said otherwise. */
export function allAt(
  level: number | null,
  competencyIds: readonly Id[],
  more: Partial<Answer> = {},
): Answer {
  const levels = Object.fromEntries(competencyIds.map((id) => [id, level]))
  return { levels, keep: '', change: '', signed: false, ...more }
}

export async function answer(world: World, token: string | undefined, given: Answer): Promise<Outcome<null>> {
  return world.inOrg((tx) => answerRequest(tx, world.house.keys, token ?? '', given, world.today))
}

/** Moves to the day after a round's last one, and closes it. */
export async function afterwards(world: World, days = 15): Promise<number> {
  world.setToday(addDays(world.today, days))
  return closeRounds(world.house, world.orgId, world.today)
}
