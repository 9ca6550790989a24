import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { type Character, openWorld, type World } from '../../../test/world.ts'

let world: World
let dana: Character
let ben: Character

before(async () => {
  world = await openWorld()
  dana = await world.add({ name: 'Dana Price', standing: 'administrator' })
  ben = await world.add({ name: 'Ben Hughes', standing: 'leader', team: 'Northgate' })
})

const linkIn = (html: string) => /http:\/\/localhost:3000(\/join\/[\w.-]+)/.exec(html)?.[1] ?? ''

test('Dana adds Kofi, hands him the link, and he joins with a password of his own', async () => {
  const added = await dana.session.post('/people', {
    name: 'Kofi Mensah',
    email: '',
    standing: 'adviser',
    team: 'Northgate',
    leader: 'Ben Hughes',
  })
  const link = linkIn(added.html)
  assert.ok(link, 'the link is shown to copy')
  const kofi = world.visitor()
  assert.match((await kofi.get(link)).text, /for Kofi Mensah alone/)
  const short = await kofi.post(link, { email: 'kofi@larkfield.example', password: 'short', again: 'short' })
  assert.equal(short.status, 422)
  assert.match(short.text, /at least 12 characters/)
  assert.match(short.html, /value="kofi@larkfield\.example"/)
  const joined = await kofi.post(link, {
    email: 'kofi@larkfield.example',
    password: 'seven green bottles',
    again: 'seven green bottles',
  })
  assert.match(joined.text, /Kofi Mensah/)
  assert.match((await kofi.get('/settings')).text, /kofi@larkfield\.example/)
})

test('a link that was used says so, and a newer link ends the earlier one', async () => {
  const first = linkIn(
    (await dana.session.post('/people', { name: 'Sofia Rossi', standing: 'adviser' })).html,
  )
  const people = await dana.session.get('/people')
  const sofia = /\/people\/([0-9a-f-]{36})">Sofia Rossi/.exec(people.html)?.[1]
  const second = linkIn((await dana.session.post(`/people/${sofia}/invitations`)).html)
  assert.notEqual(first, second)
  assert.match((await world.visitor().get(first)).text, /replaced by a newer one/)
  await world.visitor().post(second, {
    email: 'sofia@larkfield.example',
    password: 'quiet river stones',
    again: 'quiet river stones',
  })
  const again = await world.visitor().get(second)
  assert.equal(again.status, 410)
  assert.match(again.text, /has been used/)
})

test('a link ends after 14 days', async () => {
  const link = linkIn((await dana.session.post('/people', { name: 'Late Lena', standing: 'adviser' })).html)
  world.setToday('2026-12-02')
  try {
    assert.match((await world.visitor().get(link)).text, /has ended/)
  } finally {
    world.setToday('2026-11-17')
  }
})

test('after twenty links that nobody made every link from that address waits ten minutes; another address goes on', async () => {
  const link = linkIn(
    (await dana.session.post('/people', { name: 'Guessed Gwen', standing: 'adviser' })).html,
  )
  const open = async (path: string, remoteAddress: string) => {
    const answer = await world.site.request(
      `http://localhost:3000${path}`,
      {},
      { incoming: { socket: { remoteAddress } } },
    )
    return { status: answer.status, html: await answer.text() }
  }
  const [org = ''] = link.split('.')
  for (let at = 0; at < 20; at += 1)
    assert.equal((await open(`${org}.guess${at}`, '203.0.113.30')).status, 410)
  const late = await open(link, '203.0.113.30')
  assert.equal(late.status, 429)
  assert.match(late.html, /Wait ten minutes/)
  assert.match((await open(link, '203.0.113.31')).html, /Guessed Gwen/)
  world.setToday('2026-11-17', '10:11')
  try {
    assert.match((await open(link, '203.0.113.30')).html, /Guessed Gwen/)
  } finally {
    world.setToday('2026-11-17')
  }
})

test('a pasted list is checked line by line before anybody is added, and people here already are not added twice', async () => {
  const list =
    'name,email,role,team,leader\nPriya Nair,priya@larkfield.example,Senior adviser,Northgate,Ben Hughes\nBen Hughes,,Team leader,Northgate,\nTom Walsh,not-an-address,Adviser,Northgate,\n'
  const checked = await dana.session.post('/people/list', { list })
  assert.match(checked.text, /3 lines read, 1 to add/)
  assert.match(checked.text, /This name is here already/)
  assert.match(checked.text, /An e-mail address looks like/)
  assert.doesNotMatch((await dana.session.get('/people')).text, /Priya Nair/)
  await dana.session.post('/people/list/addition', { list })
  const people = await dana.session.get('/people')
  assert.match(people.text, /Priya Nair/)
  assert.match(people.text, /Senior adviser/)
  assert.doesNotMatch(people.text, /Tom Walsh/)
})

test('a list without headings is read in its order, an adviser in the first line is a person, and an unknown role is shown for what it will be', async () => {
  const inOrder = await dana.session.post('/people/list', {
    list: 'Eve Lane, eve@larkfield.example, Blue, Ben Hughes, adviser\nOmar Haddad, omar@larkfield.example, Blue, , wizard',
  })
  assert.match(inOrder.text, /2 lines read, 2 to add/)
  assert.match(inOrder.text, /Eve Lane eve@larkfield.example Adviser or learner Blue Ben Hughes/)
  assert.match(inOrder.text, /job: wizard/)
  const roleThird = await dana.session.post('/people/list', {
    list: 'Eve Lane, eve@larkfield.example, adviser, Blue, Ben Hughes',
  })
  assert.match(roleThird.text, /Eve Lane eve@larkfield.example Adviser or learner Blue Ben Hughes/)
})

test('an adviser cannot open the page of people, and a person of another organisation is not there', async () => {
  const amara = await world.add({ name: 'Amara Okafor', team: 'Northgate', leader: 'Ben Hughes' })
  assert.equal((await amara.session.get('/people')).status, 403)
  assert.equal((await dana.session.get('/people/0190aaaa-0000-7000-8000-000000000000/change')).status, 404)
  assert.equal((await dana.session.get('/people/not-an-id/change')).status, 404)
})

test('somebody who has left can no longer open a page, and their name is kept', async () => {
  const yusuf = await world.add({ name: 'Yusuf Demir', team: 'Northgate' })
  assert.equal((await yusuf.session.get('/settings')).status, 200)
  await dana.session.post(`/people/${yusuf.personId}/leaving`)
  assert.match((await yusuf.session.get('/settings')).text, /Sign in/)
  assert.match((await dana.session.get('/people')).text, /Yusuf Demir/)
})

test('the last administrator cannot give the standing up', async () => {
  const people = await dana.session.get('/people')
  const first = /\/people\/([0-9a-f-]{36})">First Administrator/.exec(people.html)?.[1]
  await dana.session.post(`/people/${first}/leaving`)
  const refused = await dana.session.post(`/people/${dana.personId}/change`, {
    name: 'Dana Price',
    email: '',
    standings: ['adviser'],
    job: '',
    team: '',
    leader: '',
  })
  assert.equal(refused.status, 422)
  assert.match(refused.text, /last administrator/)
})

test('a form posted twice is done once', async () => {
  const once = '0190aaaa-0000-4000-8000-00000000aaaa'
  const fields = { once, name: 'Twice Posted', standing: 'adviser' }
  await dana.session.post('/people', fields)
  await dana.session.post('/people', fields)
  const people = await dana.session.get('/people?name=twice')
  assert.equal(people.html.match(/">Twice Posted<\/a>/g)?.length, 1)
})

test('a form posted after the session ended keeps what was typed, through signing in', async () => {
  const visitor = world.visitor()
  const ended = await visitor.post('/people', {
    name: 'A name that took a while to type',
    standing: 'adviser',
  })
  assert.equal(ended.status, 401)
  assert.match(ended.text, /A name that took a while to type/)
  const hidden = (name: string) =>
    new RegExp(`name="${name}" value="([^"]*)"`).exec(ended.html)?.[1]?.replaceAll('&quot;', '"') ?? ''
  const again = await visitor.post('/sign-in', {
    email: 'first@larkfield-test.example',
    password: 'plum harvest lantern',
    'resume-path': hidden('resume-path'),
    'resume-fields': hidden('resume-fields'),
  })
  assert.match(again.html, /<input type="hidden" name="name" value="A name that took a while to type"/)
})

test('every tick of a form that was posted after the session ended is kept, not the last alone', async () => {
  const ended = await world.visitor().post('/people', { competency: ['hearing', 'writing'] })
  const fields = /name="resume-fields" value="([^"]*)"/.exec(ended.html)?.[1]?.replaceAll('&quot;', '"') ?? ''
  assert.deepEqual(JSON.parse(fields), [
    ['competency', 'hearing'],
    ['competency', 'writing'],
  ])
})

test('after five wrong passwords in a minute the sixth try must wait', async () => {
  const visitor = world.visitor()
  for (let attempt = 0; attempt < 5; attempt++)
    await visitor.post('/sign-in', { email: 'nobody@larkfield.example', password: `guess number ${attempt}` })
  assert.match(
    (await visitor.post('/sign-in', { email: 'nobody@larkfield.example', password: 'another guess' })).text,
    /Too many tries/,
  )
})

test('Ben changes his password, and the old one no longer signs in', async () => {
  await world.house.identity.setPassword(
    (await world.house.identity.userOf(ben.personId))?.userId ?? '',
    'old password of ben',
  )
  const wrong = await ben.session.post('/settings/password', {
    old: 'not this one at all',
    password: 'brass kettle morning',
    again: 'brass kettle morning',
  })
  assert.match(wrong.text, /not your password now/)
  const changed = await ben.session.post('/settings/password', {
    old: 'old password of ben',
    password: 'brass kettle morning',
    again: 'brass kettle morning',
  })
  assert.match(changed.text, /Your password is changed/)
})
