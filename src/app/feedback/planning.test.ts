import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { type Cast, LAST_DAY, openCast, PEERS, planOf, versionOn } from '../../../test/feedback-cast.ts'
import { paths } from '../paths.ts'

let cast: Cast
let round: string

before(async () => {
  cast = await openCast()
})

test('Amara plans a round and hands it to Ben, who adds somebody with a reason that she sees', async () => {
  const { amara, ben, peers } = cast
  const form = await amara.session.get(paths.feedbackNew(amara.personId))
  for (const name of PEERS) assert.ok(form.text.includes(name), name)
  assert.ok(
    !form.html.includes(`value="${ben.personId}"`),
    'her leader answers by name, and is not nominated',
  )
  const planned = await amara.session.post(paths.feedback(amara.personId), {
    ...planOf(cast, peers.slice(0, 3)),
    act: 'send',
  })
  assert.match(planned.text, /Handed to Ben Hughes/)
  round = planned.path
  const waiting = await ben.session.get(paths.team)
  assert.match(waiting.text, /Launch the round of feedback about Amara Okafor/)
  const seen = await ben.session.get(round)
  const silent = await ben.session.post(`${round}/raters`, {
    ...planOf(cast, peers),
    version: versionOn(seen),
  })
  assert.equal(silent.status, 422)
  assert.match(silent.text, /Say why/)
  assert.ok(silent.html.includes(`value="${peers[3]?.personId}" checked`), 'what he ticked is kept')
  const changed = await ben.session.post(`${round}/raters`, {
    ...planOf(cast, peers),
    version: versionOn(seen),
    reason: 'Hana sat in on the billing calls.',
  })
  assert.match(changed.text, /The list is changed/)
  const told = await amara.session.get(round)
  assert.match(told.text, /Ben Hughes: Added Hana Sato/)
  assert.match(told.text, /Hana sat in on the billing calls/)
})

test('two who change a round at once: the second is told who was first, and keeps what was typed', async () => {
  const { amara, ben, peers } = cast
  const version = versionOn(await ben.session.get(round))
  const typed = { ...planOf(cast, peers.slice(0, 3)), version, reason: 'First' }
  assert.equal((await ben.session.post(`${round}/raters`, typed)).status, 200)
  const late = await ben.session.post(`${round}/raters`, {
    ...planOf(cast, peers),
    version,
    reason: 'Second thoughts',
  })
  assert.equal(late.status, 409)
  assert.match(late.text, /Ben Hughes changed this round/)
  assert.ok(late.html.includes('Second thoughts'))
  assert.match((await amara.session.get(round)).text, /Took Hana Sato out/)
})

test('with two peers Amara is told that nobody could stay anonymous, and nothing she typed is lost', async () => {
  const { amara, peers } = cast
  const page = await amara.session.post(paths.feedback(amara.personId), {
    ...planOf(cast, peers.slice(0, 2)),
    act: 'send',
  })
  assert.equal(page.status, 422)
  assert.match(page.text, /With 2 peers nobody could stay anonymous: ask at least 3, or ask them by name/)
  assert.ok(page.html.includes('keeping customers told'))
  assert.ok(page.html.includes('kira.holm@outside.example'))
  for (const one of peers.slice(0, 2)) assert.ok(page.html.includes(`value="${one.personId}" checked`))
  const more = await amara.session.post(paths.feedback(amara.personId), {
    ...planOf(cast, peers.slice(0, 2)),
    act: 'rows',
  })
  assert.equal((more.html.match(/name="customers-\d+-email"/g) ?? []).length, 8)
  assert.ok(more.html.includes('kira.holm@outside.example'))
})

test('a last day too near is refused beside its field; launched, the round says who is asked and shows nothing', async () => {
  const { ben, amara } = cast
  const version = versionOn(await ben.session.get(round))
  const near = await ben.session.post(`${round}/launch`, {
    version,
    'closes-day': '19',
    'closes-month': '11',
    'closes-year': '2026',
  })
  assert.equal(near.status, 422)
  assert.match(near.text, /Choose a last day from 24 November 2026 to 16 January 2027/)
  assert.ok(near.html.includes('value="19"'))
  assert.equal((await ben.session.post(`${round}/launch`, { version, ...LAST_DAY })).status, 200)
  const open = await amara.session.get(round)
  assert.match(open.text, /Open until the end of Tuesday 1 December 2026/)
  assert.match(open.text, /Ellie Marsh, Farid Aziz and Grace Lim/)
  assert.doesNotMatch(open.text, /Level by level|Held back/)
})

test('Ben begins a round for Amara, who says whom to ask; he cannot choose for her', async () => {
  const { amara, ben, asked } = cast
  const begun = await ben.session.post(paths.feedback(amara.personId), {
    purpose: 'Before the summer peak.',
    competencies: asked,
    act: 'save',
  })
  assert.match(begun.text, /Amara Okafor says whom to ask/)
  assert.doesNotMatch(begun.html, /type="checkbox" id="f-peers/)
  assert.match((await amara.session.get(paths.home)).text, /Say whom to ask for feedback, F-2/)
  const gone = await amara.session.post(begun.path, { act: 'discard' })
  assert.match(gone.text, /The plan is gone/)
})

test('where no mail is sent the form says why customers answer by name, and offers nothing else', async () => {
  const { world, amara } = cast
  const path = paths.feedbackNew(amara.personId)
  const howOf = (html: string) => /name="customers-how"[\s\S]*?<\/select>/.exec(html)?.[0] ?? ''
  assert.match(howOf((await amara.session.get(path)).html), /Without names, shown from 3/)
  const { mail } = world.house
  world.house.mail = { configured: false, send: mail.send }
  const { html, text } = await amara.session.get(path)
  world.house.mail = mail
  assert.match(text, /No mail server is set here, so whoever launches hands over the links of people outside/)
  assert.doesNotMatch(howOf(html), /Without names/)
  assert.match(howOf(html), /By name/)
  assert.match(/name="peers-how"[\s\S]*?<\/select>/.exec(html)?.[0] ?? '', /Without names, shown from 3/)
})

test('where nobody leads, the person launches', async () => {
  const { world, asked } = cast
  const ola = await world.add({ name: 'Ola Berg', standing: 'adviser', team: null, leader: null })
  const planned = await ola.session.post(paths.feedback(ola.personId), {
    ...planOf(cast, cast.peers),
    competencies: asked,
    act: 'send',
  })
  assert.match(planned.text, /Launch and ask everybody/)
  const open = await ola.session.post(`${planned.path}/launch`, {
    version: versionOn(planned),
    'closes-day': '20',
    'closes-month': '12',
    'closes-year': '2026',
  })
  assert.match(open.text, /The round is open/)
})
