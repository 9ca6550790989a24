import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import {
  acting,
  allAt,
  anonymously,
  answer,
  type Cast,
  colleagues,
  launched,
  outsiders,
  tokens,
  value,
} from '../../../test/feedback-round.ts'
import { type Character, openWorld, type World } from '../../../test/world.ts'
import { addDays } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import { sendDue } from '../../shell/outbox.ts'
import { paths } from '../paths.ts'
import { makeOrganisation } from '../people/people.ts'
import { feedbackOf, findRound, inviteAll } from './feedback.ts'
import { reminderDue, startJobs } from './jobs.ts'

let world: World
let cast: Cast
let roundId: Id
let competencyIds: Id[]
const mails: { to: string; subject: string; text: string }[] = []
const handlers = new Map<string, (data: never) => Promise<void>>()

before(async () => {
  world = await openWorld({ today: '2026-11-02' })
  world.house.mail = {
    configured: true,
    async send(mail) {
      mails.push(mail)
      return { how: 'sent' }
    },
  }
  world.house.jobs = {
    async work(name, handler) {
      handlers.set(name, handler as (data: never) => Promise<void>)
    },
    async send() {},
    async every() {},
    async stop() {},
  }
  const ben = await world.add({ name: 'Ben Hughes', standing: 'leader', email: 'ben@larkfield.example' })
  const amara = await world.add({
    name: 'Amara Okafor',
    leader: 'Ben Hughes',
    email: 'amara@larkfield.example',
  })
  const peers: Character[] = []
  for (const name of ['Eve', 'Femi', 'Gwen'])
    peers.push(
      await world.add({
        name: `${name} Hall`,
        leader: 'Ben Hughes',
        email: `${name.toLowerCase()}@larkfield.example`,
      }),
    )
  cast = { world, amara, ben }
  const groups = [
    anonymously('peers', colleagues(...peers)),
    anonymously('customers', outsiders('Ann Lee', 'Bo Ray', 'Cy Fox')),
  ]
  roundId = await launched(cast, groups)
  const actor = await acting(world, amara)
  const round = await world.inOrg((tx) => findRound(tx, amara.personId, roundId, actor))
  competencyIds = round?.competencyIds ?? []
  await startJobs(world.house)
})

/** Sends what is posted, and answers to whom. */
async function sent(): Promise<string[]> {
  mails.length = 0
  await sendDue(world.house, world.orgId)
  return mails.map(({ to }) => to).sort()
}

/** The hour comes round on a day. */
async function onDay(day: string): Promise<string[]> {
  world.setToday(day)
  await handlers.get('tend-feedback')?.({} as never)
  return sent()
}

const customers = ['ann.lee@customers.example', 'bo.ray@customers.example', 'cy.fox@customers.example']
const colleaguesOfAmara = ['amara', 'ben', 'eve', 'femi', 'gwen'].map((name) => `${name}@larkfield.example`)

test('when a round is launched everybody asked is written to at once, each with a link of their own', async () => {
  await world.inOrg((tx) => inviteAll(world.house, tx, roundId))
  assert.deepEqual(await sent(), [...colleaguesOfAmara, ...customers].sort())
  const links = await tokens(world, roundId)
  const toAnn = mails.find(({ to }) => to.startsWith('ann'))
  assert.equal(toAnn?.subject, 'Your feedback is asked for', 'a subject names nobody')
  assert.ok(toAnn?.text.includes(`http://localhost:3000${paths.answer(links.get('Ann Lee') ?? '')}`))
  assert.ok(toAnn?.text.includes('Monday 16 November 2026'))
  assert.equal(mails.find(({ to }) => to.startsWith('amara'))?.subject, 'Your own view, for your feedback')
})

test('who has not answered is reminded twice; who has, or can’t, is left alone; and after the last day nobody is', async () => {
  const links = await tokens(world, roundId)
  for (const name of ['Eve Hall', 'Ann Lee', 'Ben Hughes'])
    value(await answer(world, links.get(name), allAt(4, competencyIds)))
  assert.deepEqual(await onDay('2026-11-06'), [], 'ten days before')
  const waiting = ['amara', 'femi', 'gwen'].map((name) => `${name}@larkfield.example`)
  assert.deepEqual(await onDay('2026-11-09'), [...waiting, ...customers.slice(1)].sort())
  assert.deepEqual(await onDay('2026-11-09'), [], 'an hour later')
  value(await answer(world, links.get('Femi Hall'), allAt(4, competencyIds)))
  assert.deepEqual(
    await onDay('2026-11-14'),
    ['amara@larkfield.example', 'gwen@larkfield.example', ...customers.slice(1)].sort(),
  )
  for (const day of ['2026-11-15', '2026-11-16', '2026-11-17', '2026-11-30'])
    assert.deepEqual(await onDay(day), [], day)
})

test('nothing tells afterwards who was written to or reminded', async () => {
  const rows = await world.inOrg((tx) => tx.db.selectFrom('letter').selectAll().execute())
  assert.deepEqual(rows, [])
})

test('the hour closes a round whose day has passed, without anybody looking at a page', async () => {
  const actor = await acting(world, cast.amara)
  const { held } = await world.inOrg((tx) =>
    feedbackOf(tx, cast.amara.personId, actor, addDays(world.today, 1)),
  )
  assert.ok(held.some(({ group, why }) => group === 'peers' && why === 'fewer than k'))
})

test('keys of an organisation that is gone are destroyed', async () => {
  const gone = '0190aaaa-0000-7000-8000-00000000dead'
  await world.house.keys.make(gone, roundId)
  await onDay('2026-12-01')
  assert.equal(await world.house.keys.find(gone, roundId), null)
})

test('an organisation that comes while the hour looks after the keys keeps its own', async () => {
  const { db, identity, keys } = world.house
  let orgId = ''
  world.house.keys = {
    ...keys,
    async sets() {
      const asked = { name: 'Harrow Gas', kind: 'team', zone: 'Europe/London', today: world.today } as const
      orgId = value(await makeOrganisation(db, identity, asked, null)).orgId
      await keys.make(orgId, roundId)
      return keys.sets()
    },
  }
  await onDay('2026-12-02')
  world.house.keys = keys
  assert.ok(await keys.find(orgId, roundId))
})

test('reminders go a week and two days before the last day, never in the first three days and never after', () => {
  const due = (launchedOn: string, today: string) =>
    reminderDue({ launchedOn, closesOn: '2026-11-30' }, today)
  assert.deepEqual(
    ['2026-11-10', '2026-11-22', '2026-11-23', '2026-11-27', '2026-11-28', '2026-11-30', '2026-12-01'].map(
      (today) => due('2026-11-01', today),
    ),
    [null, null, 1, 1, 2, 2, null],
  )
  assert.equal(due('2026-11-23', '2026-11-24'), null)
  assert.equal(due('2026-11-23', '2026-11-26'), 1)
})
