import type { Actor } from '../../kernel/actor.ts'
import { dayIn } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import type { OrgTx } from '../../shell/db.ts'
import { listCompetencies } from '../frameworks/frameworks.ts'
import { actorOf, addPerson, changePerson, listPeople, markJoined } from '../people/people.ts'
import type { House } from '../visit.ts'
import { BEGAN, CAST, type CastMember } from './cast.ts'
import { exportsUntil } from './contacts.ts'
import { amara } from './lives/amara.ts'
import { larkfield } from './lives/larkfield.ts'
import { leila } from './lives/leila.ts'
import { ellie, grace, newcomers, sofia, tom, yusuf } from './lives/northgate.ts'
import { priya } from './lives/priya.ts'
import { quayside } from './lives/quayside.ts'
import { type Company, type Moment, must, type On, workingDay } from './moments.ts'

const ZONE = 'Europe/London'

/** The house as it was at a moment: what is done in it then bears that date. */
export function houseAt(house: House, moment: Date): House {
  const { db } = house
  return {
    ...house,
    db: {
      ...db,
      now: () => moment,
      inOrg: (orgId, work, options) => db.inOrg(orgId, work, { now: moment, ...options }),
    },
  }
}

/** The moment at which Larkfield Energy begins with Goldthread, as the demo tells it. */
export function beginning(now: Date): Date {
  return at(workingDay(dayIn(now, ZONE), BEGAN + 1), '08:30')
}

const at = (day: string, time: string): Date => new Date(`${day}T${time}:00Z`)

/**
 * Lives the characters' two years through the product's own doors, in the order in which they happened: each step in a
 * transaction that stands for its moment.
 */
export async function liveThrough(
  house: House,
  orgId: Id,
  report: (done: number, of: number, words: string) => Promise<void>,
): Promise<void> {
  const now = house.db.now()
  const today = dayIn(now, ZONE)
  const exports = exportsUntil(now, ZONE)
  const steps = exports.length + MONTHS + 1
  let done = 0
  const say = (words: string) => report(done++, steps, words)
  await say('Twenty-one people in two teams')
  await house.db.inOrg(orgId, (tx) => gather(tx, today), { now: beginning(now) })
  await signIns(house, orgId)
  const company = await house.db.inOrg(orgId, (tx) => companyOf(tx, today), { readOnly: true })
  const dana = company.who('Dana Price')

  let month = ''
  const brought = new Set<number>()
  const bringUntil = async (day: string) => {
    for (const [index, one] of exports.entries()) {
      if (one.day > day || brought.has(index)) continue
      brought.add(index)
      await say(one.words)
      const moment = one.day === today ? now : at(one.day, '08:05')
      await one.bring(houseAt(house, moment), orgId, dana)
    }
  }
  for (const { day, time, run } of livesOf(house, company)) {
    await bringUntil(day)
    if (day.slice(0, 7) !== month && done < steps - 1) {
      month = day.slice(0, 7)
      await say(`Living through ${monthOf(day)}`)
    }
    await house.db.inOrg(orgId, (tx) => run(tx, day), { now: at(day, time) })
  }
  await bringUntil(today)
  await report(steps, steps, 'Ready')
}

/** Months in which the lives lie, at most. */
const MONTHS = 9

const monthOf = (day: string) =>
  new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    at(day, '12:00'),
  )

function livesOf(house: House, company: Company): Moment[] {
  return [
    ...larkfield(company),
    ...amara(house, company),
    ...priya(company),
    ...tom(company),
    ...grace(company),
    ...yusuf(company),
    ...ellie(company),
    ...sofia(company),
    ...newcomers(company),
    ...quayside(company),
    ...leila(company),
  ].sort((a, b) => (`${a.day} ${a.time}` < `${b.day} ${b.time}` ? -1 : 1))
}

const addressOf = (name: string) => `${name.toLowerCase().replace(' ', '.')}@larkfield.example`

/** Everybody comes in, and the assessor is assigned. */
async function gather(tx: OrgTx, today: string): Promise<void> {
  for (const member of CAST) await join(tx, member, today)
  const people = await listPeople(tx)
  const named = (name: string) => people.find((one) => one.name === name)
  const [dana, chidi] = [named('Dana Price'), named('Chidi Eze')]
  const seen = dana && (await actorOf(tx, dana.personId))
  if (!seen || !chidi) throw new Error('The administrator and the assessor are not here')
  for (const name of ['Amara Okafor', 'Priya Nair', 'Leila Haddad']) {
    const person = named(name)
    if (!person) throw new Error(`${name} is not here`)
    must(
      await changePerson(tx, seen.actor, {
        ...person,
        assessorIds: [chidi.personId],
        today: person.since ?? today,
      }),
    )
  }
}

async function join(tx: OrgTx, member: CastMember, today: string): Promise<void> {
  const { name, standing, team, leader, job, story, since } = member
  const person = {
    name,
    email: addressOf(name),
    standing,
    team,
    leader,
    job,
    story,
    from: workingDay(today, since),
  }
  await markJoined(tx, must(await addPerson(tx, null, person)))
}

async function signIns(house: House, orgId: Id): Promise<void> {
  const people = await house.db.inOrg(orgId, listPeople, { readOnly: true })
  for (const { personId, name, email } of people)
    if (email) await house.identity.addUser({ email, name, orgId, personId, password: null })
}

async function companyOf(tx: OrgTx, today: string): Promise<Company> {
  const skills = new Map((await listCompetencies(tx)).map(({ code, competencyId }) => [code, competencyId]))
  const actors = new Map<string, Actor>()
  for (const { personId, name } of await listPeople(tx)) {
    const seen = await actorOf(tx, personId)
    if (seen) actors.set(name, seen.actor)
  }
  const who = (name: string) => {
    const actor = actors.get(name)
    if (!actor) throw new Error(`Nobody is called ${name}`)
    return actor
  }
  const skill = (code: string) => {
    const id = skills.get(code)
    if (!id) throw new Error(`No competency ${code}`)
    return id
  }
  const on: On = (daysAgo, time, run) => ({ day: workingDay(today, daysAgo), time, run })
  return { today, who, skill, on }
}
