import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import {
  addCharacter,
  addOrganisation,
  type Character,
  openWorld,
  type Page,
  type World,
} from '../../../test/world.ts'
import { listEvidence } from '../evidence/evidence.ts'
import { paths } from '../paths.ts'
import { answer, decline, openLink } from './answering.ts'

let world: World
let amara: Character
let ben: Character

before(async () => {
  world = await openWorld()
  ben = await world.add({ name: 'Ben Hughes', standing: 'leader', team: 'Northgate' })
  amara = await world.add({ name: 'Amara Okafor', team: 'Northgate', leader: 'Ben Hughes' })
})

const asked = {
  kind: 'witness',
  name: 'Femi Adeyemi',
  about: 'The visit that was moved twice',
  purpose: 'It shows how Amara keeps customers told.',
  days: '14',
}

const said = {
  'saw-day': '3',
  'saw-month': '11',
  'saw-year': '2026',
  done: 'Amara rang the tenant twice while I stood at the door, and moved the visit.',
  name: 'Femi Adeyemi',
  work: 'Field engineer, Quayside Homes',
  relationship: 'We met on that visit',
  contact: 'femi@quayside.example',
  declared: 'yes',
  signature: 'Femi Adeyemi',
}

const linkIn = (page: Page) => {
  const link = /value="http:\/\/localhost:3000(\/testimony\/[^"]+)"/.exec(page.html)?.[1]
  assert.ok(link, page.text)
  return link
}

const ask = async () => linkIn(await amara.session.post(paths.testimonyNew(amara.personId), asked))

const howMany = async () => (await world.inOrg((tx) => listEvidence(tx, amara.personId))).length

/** The clock an hour on: what was counted before counts no more. */
const anHourLater = () => world.now.setTime(world.now.getTime() + 61 * 60_000)

/** A link like another with one character changed. */
const guessed = (link: string, n: number) => `${link.slice(0, -2)}${String(n).padStart(2, '0')}`

test('a link is as long as chance can make it, and the database holds a digest of it alone', async () => {
  const link = await ask()
  const secret = link.split('.')[1] ?? ''
  assert.equal(Buffer.from(secret, 'base64url').length, 16)
  const tables = ['testimony_request', 'testimony_key', 'history_payload', 'form_post', 'link_try'] as const
  for (const table of tables) {
    const rows = await world.inOrg((tx) => tx.db.selectFrom(table).selectAll().execute())
    const text = JSON.stringify(rows, (_, value) =>
      value?.type === 'Buffer' ? Buffer.from(value.data).toString('latin1') : value,
    )
    assert.ok(!text.includes(secret), table)
  }
})

test('a wrong link, one of another organisation and one cut short get the same words, which name nobody', async () => {
  const link = await ask()
  const other = await addOrganisation(world.house, 'Quayside Homes')
  const kofi = await addCharacter(world, other.orgId, { name: 'Kofi Mensah' })
  const theirs = linkIn(await kofi.session.post(paths.testimonyNew(kofi.personId), asked))
  const [ours, secret] = [link.split('.')[0] ?? '', theirs.split('.')[1] ?? '']
  const wrong = [
    `${ours}.${secret}`,
    guessed(link, 1),
    link.slice(0, -1),
    link.split('.')[0] ?? '',
    '/testimony/nothing',
    `/testimony/${'A'.repeat(5000)}.x`,
    '/testimony/%2e%2e%2f',
    `/testimony/${Buffer.alloc(16, 7).toString('base64url')}.${secret}`,
  ]
  const texts = new Set<string>()
  for (const path of wrong) {
    const page = await world.visitor().get(path)
    assert.equal(page.status, 410, path)
    assert.doesNotMatch(page.text, /Larkfield|Quayside|Amara|Kofi/, path)
    texts.add(page.text)
  }
  assert.equal(texts.size, 1)
  assert.equal((await world.visitor().get(theirs)).status, 200, 'the other organisation’s own link works')
  anHourLater()
})

test('a link that was taken back, or has ended, takes no answer', async () => {
  const before = await howMany()
  const link = await ask()
  const { request_id } = await world.inOrg((tx) =>
    tx.db
      .selectFrom('testimony_request')
      .select('request_id')
      .orderBy('request_id', 'desc')
      .executeTakeFirstOrThrow(),
  )
  await amara.session.post(paths.testimonyRevoking(amara.personId, request_id))
  for (const page of [await world.visitor().get(link), await world.visitor().post(link, said)]) {
    assert.equal(page.status, 410)
    assert.match(page.text, /was taken back/)
  }
  const late = await ask()
  const today = world.today
  world.setToday('2026-12-02')
  for (const page of [await world.visitor().get(late), await world.visitor().post(late, said)]) {
    assert.equal(page.status, 410)
    assert.match(page.text, /This link has ended/)
  }
  assert.match(
    (await world.visitor().post(late, said)).text,
    /moved the visit/,
    'what was typed can be copied',
  )
  world.setToday(today)
  assert.equal(await howMany(), before)
})

test('an answer that was under way when another came, or the request was taken back, is not taken', async () => {
  const link = await ask()
  const opened = await world.inOrg((tx) => openLink(tx, link.slice('/testimony/'.length), world.today))
  assert.ok(opened)
  const { requestId } = opened.request
  const done = await world.inOrg((tx) => decline(tx, requestId, 'cannot say', world.today))
  assert.equal(done.ok, true)
  const words = { as: 'customer', words: 'Too late.', well: null, sawOn: null, firstName: null } as const
  const late = await world.inOrg((tx) => answer(tx, requestId, words, world.today))
  assert.equal(late.ok, false)
  assert.equal((await world.inOrg((tx) => decline(tx, requestId, 'not for me', world.today))).ok, false)
})

test('the link of somebody who has left takes no answer', async () => {
  const lena = await world.add({ name: 'Lena Voss', team: 'Northgate', leader: 'Ben Hughes' })
  const link = linkIn(await lena.session.post(paths.testimonyNew(lena.personId), asked))
  const dana = await world.add({ name: 'Dana Price', standing: 'administrator' })
  await dana.session.post(`/people/${lena.personId}/leaving`)
  assert.equal((await world.visitor().post(link, said)).status, 410)
})

test('whose work it is cannot answer about it while signed in; the leader who asked may hand over the device', async () => {
  const link = await ask()
  const before = await howMany()
  assert.equal((await amara.session.get(link)).status, 403)
  const own = await amara.session.post(link, said)
  assert.equal(own.status, 403)
  assert.match(own.text, /asks about your own work/)
  assert.equal(await howMany(), before)
  assert.match((await ben.session.post(link, said)).text, /This link has been answered/)
})

test('ten wrong links from an address are answered, and then none for an hour, right or wrong', async () => {
  anHourLater()
  const link = await ask()
  const visitor = world.visitor()
  for (let n = 10; n < 20; n += 1) assert.equal((await visitor.get(guessed(link, n))).status, 410, `try ${n}`)
  assert.equal((await visitor.get(guessed(link, 20))).status, 429)
  assert.equal((await visitor.get(link)).status, 429, 'so that a right guess is not told from a wrong one')
  const blocked = await visitor.post(link, said)
  assert.equal(blocked.status, 429)
  assert.match(blocked.html, /Amara rang the tenant twice/, 'what was typed is not lost')
  assert.doesNotMatch(blocked.text, /Larkfield/)
  anHourLater()
  assert.equal((await visitor.get(link)).status, 200)
})

test('tries at the same moment are each counted', async () => {
  anHourLater()
  const link = await ask()
  const pages = await Promise.all(
    Array.from({ length: 15 }, (_, n) => world.visitor().get(guessed(link, 30 + n))),
  )
  for (const page of pages) assert.ok([410, 429].includes(page.status))
  assert.equal((await world.visitor().get(guessed(link, 60))).status, 429)
  anHourLater()
})

test('a link is sent ten times an hour at most; the eleventh keeps what was typed, and works an hour later', async () => {
  const link = await ask()
  const visitor = world.visitor()
  for (let n = 1; n <= 10; n += 1)
    assert.equal((await visitor.post(link, { ...said, signature: '' })).status, 422, `sending ${n}`)
  const eleventh = await visitor.post(link, said)
  assert.equal(eleventh.status, 429)
  assert.match(eleventh.text, /sent ten times within an hour/)
  assert.match(eleventh.html, /Amara rang the tenant twice/)
  anHourLater()
  assert.match((await visitor.post(link, said)).text, /This link has been answered/)
})

test('words that look like a page’s own code are shown as words', async () => {
  const link = linkIn(
    await amara.session.post(paths.testimonyNew(amara.personId), {
      ...asked,
      name: '<script>alert(1)</script>',
      about: '"><img src=x onerror=alert(1)>',
    }),
  )
  assert.doesNotMatch((await world.visitor().get(link)).html, /<script>alert|<img src=x/)
  await world.visitor().post(link, {
    ...said,
    done: '<script>alert(2)</script>',
    name: 'Femi <b>',
    signature: 'Femi <b>',
    contact: '<svg onload=alert(3)>',
  })
  const list = await ben.session.get(paths.witnesses(amara.personId))
  assert.doesNotMatch(list.html, /<svg onload|Femi <b>/)
  assert.match(list.html, /&lt;svg onload/)
})

test('a competency that was not asked about is not smuggled into an answer, nor a kind of one', async () => {
  const link = await ask()
  const nobodys = '0190aaaa-0000-7000-8000-00000000dead'
  await world.visitor().post(link, {
    ...said,
    kind: 'expert witness',
    [`shows-${nobodys}`]: 'for',
    [`line-${nobodys}`]: 'Smuggled',
    private: 'yes',
  })
  const [item] = await world.inOrg((tx) => listEvidence(tx, amara.personId))
  assert.equal(item?.kind, 'witness testimony')
  assert.deepEqual(item?.links, [])
})

test('an item that only the person sees cannot be asked about by anybody, and is not named', async () => {
  await amara.session.post(paths.evidence(amara.personId), {
    kind: 'reflection',
    text: 'What I would rather keep to myself.',
    'd-learnt': 'Something',
    'd-next': 'Something else',
    private: 'yes',
  })
  const [item] = await world.inOrg((tx) => listEvidence(tx, amara.personId, { includePrivate: true }))
  assert.ok(item?.private)
  const form = await ben.session.get(`${paths.testimony(amara.personId)}?evidence=${item.evidenceId}`)
  assert.doesNotMatch(form.text, /rather keep to myself/)
  const page = await ben.session.post(paths.testimonyNew(amara.personId), {
    ...asked,
    evidence: item.evidenceId,
  })
  assert.equal(page.status, 422)
  assert.doesNotMatch(page.text, /rather keep to myself/)
})
