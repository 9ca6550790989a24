import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { as, developFully } from '../../../test/developed.ts'
import { type Character, openWorld, type World } from '../../../test/world.ts'
import { listRoles } from '../roles/roles.ts'
import { readinessOf } from './readiness.ts'

let world: World
let amara: Character
let ben: Character

const at = (tail: string) => `/people/${amara.personId}/career/${tail}`
const route = async (viewer: Character, options: { onlyYou?: boolean } = {}) => {
  const actor = await as(world, viewer)
  const rows = await world.inOrg((tx) => readinessOf(tx, amara.personId, actor, world.today, options))
  const row = rows[9]
  assert.ok(row)
  return row
}

before(async () => {
  world = await openWorld({ today: '2025-07-01' })
  ben = await world.add({ name: 'Ben Hughes', standing: 'leader', team: 'Northgate' })
  amara = await world.add({ name: 'Amara Okafor', team: 'Northgate', leader: 'Ben Hughes' })
  await developFully(world, amara, ben)
})

test('check 10 names what Amara lacks one thing after another, and is there once all of it is', async () => {
  assert.match((await route(ben)).missing ?? '', /A target role, the way to it/)
  const roles = await world.inOrg((tx) => listRoles(tx))
  const called = (title: string) => roles.find((role) => role.title === title)?.roleId ?? ''
  const [lead, analyst] = [called('Team leader'), called('Quality analyst')]
  await amara.session.post(at('target'), { role: lead, why: 'To answer for a team.' })
  const aimed = await route(ben)
  assert.match(aimed.what, /^Team leader/)
  assert.doesNotMatch(aimed.missing ?? '', /no route/i)
  assert.match(aimed.missing ?? '', /No source says what was learnt/)

  const note = (title: string, sharing: string) =>
    amara.session.post(at('research'), {
      kind: 'careers service',
      title,
      'seen-day': '20',
      'seen-month': '6',
      'seen-year': '2025',
      learnt: 'Most team leaders were senior advisers first.',
      reliance: 'a lot',
      'reliance-why': 'It sells nothing and is dated this year.',
      sharing,
    })
  await note('Careers service page', 'assessor')
  await note('A talk with Lucy', 'me')
  assert.match((await route(ben)).missing ?? '', /Only one source/)
  assert.match((await route(amara)).missing ?? '', /Only one source/)
  assert.match((await route(amara, { onlyYou: true })).missing ?? '', /No two sources are set against/)
  await note('A second page', 'assessor')
  const page = await amara.session.get(at('research'))
  const named = new Map(
    [...page.html.matchAll(/<option value="([0-9a-f-]{36})"[^>]*>\d+\. ([^<]+)/g)].map(
      ([, id = '', title = '']) => [title, id],
    ),
  )
  const [one = '', other = ''] = ['Careers service page', 'A second page'].map((title) => named.get(title))
  const words = 'Both say that senior advisers come first; the second is older.'
  await amara.session.post(at('research/sources'), { one, other, words })
  const weighed = await route(ben)
  assert.match(weighed.missing ?? '', /^No ways on different tracks are compared$/)

  const now = called('Customer service adviser')
  const compare = (role: string[], suits: string, progression: string) =>
    amara.session.post(at('comparisons'), {
      role,
      suits,
      why: 'I like it when a new adviser gets it.',
      progression,
      sharing: 'assessor',
    })
  const growth = 'I would answer for eight people and their rota.'
  await compare([now, analyst], analyst, growth)
  assert.match((await route(ben)).missing ?? '', /^No ways on different tracks/, 'one way and where she is')
  await compare([now, lead, analyst], now, growth)
  assert.match((await route(ben)).missing ?? '', /the present role is said to suit best/)
  await compare([lead, analyst], lead, 'It is more pay and shorter hours.')
  assert.match((await route(ben)).missing ?? '', /do not yet say what they would answer for/)

  const ways = { role: [lead, analyst], suits: lead, sharing: 'assessor' }
  await amara.session.post(at('comparisons'), { ...ways, why: 'ok', progression: 'tbc' })
  assert.match((await route(ben)).missing ?? '', /do not yet say what they would answer for/)
  await amara.session.post(at('comparisons'), {
    ...ways,
    why: 'I like it when a new adviser gets it.',
    progression: growth,
  })
  const whole = await route(ben)
  assert.equal(whole.state, 'there')
  assert.match(whole.what, /2 sources cited; 1 comparison/)
  const { text } = await ben.session.get(`/people/${amara.personId}/account`)
  assert.match(text, /2 sources cited; 1 comparison of ways on different tracks/)
})
