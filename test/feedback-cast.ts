import assert from 'node:assert/strict'
import { tokenOf } from '../src/app/feedback/sealing.ts'
import { listCompetencies } from '../src/app/frameworks/frameworks.ts'
import { paths } from '../src/app/paths.ts'
import { saveAssessors } from '../src/app/people/store/people.ts'
import type { Id } from '../src/kernel/id.ts'
import { withMail } from './feedback-round.ts'
import { type Character, openWorld, type Page, type Session, type World } from './world.ts'

/** Who is in a round about Amara, and what it asks about. */
export type Cast = {
  world: World
  ben: Character
  amara: Character
  peers: Character[]
  chidi: Character
  dana: Character
  asked: Id[]
}

export const PEERS = ['Ellie Marsh', 'Farid Aziz', 'Grace Lim', 'Hana Sato']
export const CUSTOMERS = ['Ines Costa', 'Jon Bell', 'Kira Holm']
export const LAST_DAY = { 'closes-day': '1', 'closes-month': '12', 'closes-year': '2026' }

/** Ben's team of Northgate, Amara's assessor and the administrator, in a world of their own where mail is sent. */
export async function openCast(): Promise<Cast> {
  const world = await openWorld()
  withMail(world)
  const add = (name: string, standing: 'adviser' | 'leader' | 'assessor' | 'administrator' = 'adviser') =>
    world.add({ name, standing, team: 'Northgate', leader: standing === 'adviser' ? 'Ben Hughes' : null })
  const ben = await add('Ben Hughes', 'leader')
  const amara = await add('Amara Okafor')
  const peers: Character[] = []
  for (const name of PEERS) peers.push(await add(name))
  const chidi = await add('Chidi Eze', 'assessor')
  const dana = await add('Dana Price', 'administrator')
  const asked = await world.inOrg(async (tx) => {
    await saveAssessors(tx, amara.personId, [chidi.personId])
    return (await listCompetencies(tx)).slice(0, 5).map(({ competencyId }) => competencyId)
  })
  return { world, ben, amara, peers, chidi, dana, asked }
}

const customerFields = (names: readonly string[]) =>
  Object.fromEntries(
    names.flatMap((name, row) => [
      [`customers-${row}-name`, name],
      [`customers-${row}-email`, `${name.toLowerCase().replace(' ', '.')}@outside.example`],
    ]),
  )

/** What Amara's form holds for a round with these colleagues and customers. */
export const planOf = (
  cast: Cast,
  peers: readonly Character[],
  customers: readonly string[] = CUSTOMERS,
) => ({
  purpose: 'I want to get better at keeping customers told.',
  competencies: cast.asked,
  peers: peers.map(({ personId }) => personId),
  'peers-how': '3',
  'customers-how': '3',
  'customers-rows': '4',
  ...customerFields(customers),
})

export const versionOn = ({ html }: Page) => /name="version" value="(\d+)"/.exec(html)?.[1] ?? ''

/** Amara plans and hands over; Ben launches. Answers the round's address. */
export async function launched(cast: Cast, peers = cast.peers, closes = LAST_DAY): Promise<string> {
  const { amara, ben } = cast
  const planned = await amara.session.post(paths.feedback(amara.personId), {
    ...planOf(cast, peers),
    act: 'send',
  })
  assert.equal(planned.status, 200, planned.text)
  const open = await ben.session.post(`${planned.path}/launch`, {
    version: versionOn(await ben.session.get(planned.path)),
    ...closes,
  })
  assert.match(open.text, /The round is open/)
  return planned.path
}

/** The address at which a colleague answers, as their own page has it. */
export async function linkOf({ personId, session }: Character): Promise<string> {
  const { html } = await session.get(paths.feedback(personId))
  return /href="(\/feedback\/[^"]+)"/.exec(html)?.[1] ?? ''
}

/** The addresses of those outside, as their mails have them. */
export async function linksOutside({ world }: Cast, round: string): Promise<string[]> {
  const rows = await world.inOrg((tx) =>
    tx.db
      .selectFrom('feedback_request')
      .select('request_id')
      .where('org_id', '=', tx.orgId)
      .where('round_id', '=', round.slice(-36))
      .where('person_id', 'is', null)
      .orderBy('name')
      .execute(),
  )
  const { keys } = world.house
  const tokens = rows.map(({ request_id }) => tokenOf(keys, world.orgId, request_id))
  return (await Promise.all(tokens)).map(paths.answer)
}

/** The addresses of those outside that somebody's page of a round hands over. */
export async function linksHandedTo({ session }: Character, round: string): Promise<string[]> {
  const { html } = await session.get(round)
  return [...html.matchAll(/value="http[^"]*?(\/feedback\/[^"]+)"/g)].map(([, path]) => path ?? '')
}

export const levels = (cast: Cast, level: number | 'none') =>
  Object.fromEntries(cast.asked.map((id) => [id, String(level)]))

export const USEFUL = 'She rang the customer back at four and told him what came next.'

export const answerAs = (visitor: Session, path: string, fields: Record<string, string>) =>
  visitor.post(path, { keep: USEFUL, change: '', seen: '', ...fields })
