import type { Actor } from '../../kernel/actor.ts'
import { addDays, type Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import type { OrgTx } from '../../shell/db.ts'
import { listCompetencies } from '../frameworks/frameworks.ts'
import { actorOf, addPerson, changePerson, listPeople, markJoined } from '../people/people.ts'
import type { House } from '../visit.ts'
import type { CastMember } from './cast.ts'
import { type Company, must, workingDay } from './moments.ts'

/** The organisation as its lives are told in it; `join` lets another person come in. */
export type Gathering = {
  company: Company
  join(house: House, member: CastMember, moment: Date): Promise<void>
}

const addressOf = (name: string) => `${name.toLowerCase().replace(' ', '.')}@larkfield.example`

/** An organisation in which nobody is yet. Those who act stay the same objects, and learn whom they lead as others join. */
export async function openCompany(house: House, orgId: Id, today: Day): Promise<Gathering> {
  const skills = await house.db.inOrg(
    orgId,
    async (tx) => new Map((await listCompetencies(tx)).map(({ code, competencyId }) => [code, competencyId])),
    { readOnly: true },
  )
  const actors = new Map<string, Actor>()
  const learn = async (tx: OrgTx) => {
    for (const { personId, name } of await listPeople(tx)) {
      const seen = await actorOf(tx, personId)
      if (seen) actors.set(name, Object.assign(actors.get(name) ?? seen.actor, seen.actor))
    }
  }
  const who = (name: string) => {
    const actor = actors.get(name)
    if (!actor) throw new Error(`Nobody is called ${name}`)
    return actor
  }
  const company: Company = {
    today,
    who,
    skill(code) {
      const id = skills.get(code)
      if (!id) throw new Error(`No competency ${code}`)
      return id
    },
    on: (daysAgo, time, run) => ({
      day: workingDay(today, daysAgo),
      time,
      order: `${addDays(today, -daysAgo)} ${time}`,
      run,
    }),
  }
  return {
    company,
    async join(house, member, moment) {
      const email = addressOf(member.name)
      const personId = await house.db.inOrg(
        orgId,
        async (tx) => {
          const id = await comeIn(tx, { ...member, email }, today)
          await learn(tx)
          return id
        },
        { now: moment },
      )
      await house.identity.addUser({ email, name: member.name, orgId, personId, password: null })
    },
  }

  async function comeIn(tx: OrgTx, member: CastMember & { email: string }, day: Day): Promise<Id> {
    const { since, assessor, sector = null, ...person } = member
    const by = actors.get('Dana Price') ?? null
    const personId = must(await addPerson(tx, by, { ...person, from: workingDay(day, since) }))
    await markJoined(tx, personId)
    const here = (await listPeople(tx)).find((one) => one.personId === personId)
    if (assessor && here && by)
      must(await changePerson(tx, by, { ...here, sector, assessorIds: [who(assessor).personId], today: day }))
    return personId
  }
}
