import { dayIn } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import type { Database } from '../../shell/db.ts'
import type { PageProps } from '../../ui/layout.tsx'
import { paths } from '../paths.ts'
import {
  findPerson,
  listOrganisations,
  listPeople,
  makeOrganisation,
  type Person,
  removeOrganisation,
  STANDING_SHORT,
} from '../people/people.ts'
import type { House, Visit } from '../visit.ts'
import { beginning, houseAt, liveThrough } from './biographies.ts'
import { findProgress, type Progress, saveProgress } from './store.ts'

export { TOUR } from './rules.ts'

/** The line at the top of every page of the demo. */
export type DemoLine = NonNullable<PageProps['demo']>

const NAME = 'Larkfield Energy'
const ZONE = 'Europe/London'
/** Whom somebody who explores the demo is at first. */
export const FIRST = 'Amara Okafor'

/** The demo's organisation and how far it is loaded; null where there is none. */
export async function findDemo(db: Database): Promise<{ orgId: Id; progress: Progress } | null> {
  const org = (await listOrganisations(db)).find((one) => one.demo)
  if (!org) return null
  const progress = await db.inOrg(org.orgId, findProgress, { readOnly: true })
  return {
    orgId: org.orgId,
    progress: progress ?? { done: 0, of: 1, words: 'Making the organisation', ready: false },
  }
}

/** Makes Larkfield Energy anew: whatever was changed in it is gone. Ends on the day it is loaded. */
export async function loadDemo(house: House, say: (words: string) => void = () => {}): Promise<Id> {
  await deleteDemo(house)
  const then = beginning(house.db.now())
  const made = await makeOrganisation(
    houseAt(house, then).db,
    house.identity,
    { name: NAME, kind: 'team', zone: ZONE, demo: true, today: dayIn(then, ZONE) },
    null,
  )
  if (!made.ok) throw new Error(made.refusals.map((refusal) => refusal.message).join(' '))
  const { orgId } = made.value
  const report = async (done: number, of: number, words: string) => {
    say(words)
    await house.db.inOrg(orgId, (tx) => saveProgress(tx, { done, of, words, ready: done === of }))
  }
  await liveThrough(house, orgId, report)
  return orgId
}

export async function deleteDemo(house: House): Promise<void> {
  for (const org of (await listOrganisations(house.db)).filter((one) => one.demo)) {
    await removeOrganisation(house.db, house.identity, org.orgId)
    await house.files.removeAll(org.orgId)
  }
}

/** The session cookies of a character, or null where the demo holds nobody of that name or id. */
export async function becomeCharacter(
  house: House,
  headers: Headers,
  who: { personId: Id } | { name: string },
): Promise<string[] | null> {
  const demo = await findDemo(house.db)
  if (!demo?.progress.ready) return null
  const person = await house.db.inOrg(demo.orgId, async (tx) =>
    'personId' in who
      ? findPerson(tx, who.personId)
      : (await listPeople(tx)).find((one) => one.name === who.name),
  )
  const user = person && (await house.identity.userOf(person.personId))
  return user ? house.identity.signInAs(user.userId, headers) : null
}

/** Whose turn it is beside this page: the other of the two whom its record concerns. */
async function otherOf(visit: Visit): Promise<Person | null> {
  if (!visit.own) return visit.person
  const people = await listPeople(visit.tx)
  const amara = people.find((one) => one.name === FIRST) ?? null
  const led = people.filter((one) => visit.actor.leads.includes(one.personId))
  if (led.length > 0) return led.find((one) => one.personId === amara?.personId) ?? led[0] ?? null
  return people.find((one) => one.personId === visit.person.leaderId) ?? amara
}

/** The demo's line for a visit; null outside the demo. */
export async function demoLineOf(visit: Visit): Promise<DemoLine | null> {
  if (!visit.org.demo) return null
  const other = await otherOf(visit)
  return {
    name: visit.actor.name,
    standing: STANDING_SHORT[visit.actor.standings[0] ?? 'adviser'],
    next:
      other && other.personId !== visit.actor.personId
        ? {
            action: `${paths.demo}/as`,
            text: `Continue as ${other.name}`,
            hidden: { person: other.personId },
          }
        : undefined,
    links: [
      { href: paths.tour(1), text: 'Tour' },
      { href: paths.characters, text: 'Characters' },
    ],
    leaveAction: `${paths.demo}/leave`,
  }
}
