import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { type MailServer, NOBODY_THERE, openMailServer, postThrough } from '../../../test/mailbox.ts'
import { type Character, openWorld, type World } from '../../../test/world.ts'

let server: MailServer
let world: World
let dana: Character
let deliver: () => Promise<void>

before(async () => {
  server = await openMailServer()
  world = await openWorld()
  deliver = postThrough(world, server.url).deliver
  dana = await world.add({ name: 'Dana Price', standing: 'administrator' })
})

/** The path of the link in the last mail. */
async function newestLink(): Promise<string> {
  await deliver()
  return /http:\/\/localhost:3000(\/join\/[\w.-]+)/.exec(server.received.at(-1)?.text ?? '')?.[1] ?? ''
}

test('where a mail server is set, an invitation is sent to the address and not shown', async () => {
  const added = await dana.session.post('/people', {
    name: 'Grace Lim',
    email: 'grace@larkfield.example',
    standing: 'adviser',
  })
  assert.match(added.text, /The invitation is on its way/)
  assert.doesNotMatch(added.html, /\/join\/[\w-]{10}/)
  const link = await newestLink()
  assert.deepEqual(server.received.at(-1)?.to, ['grace@larkfield.example'])
  assert.match((await dana.session.get('/people')).text, /Sent to grace@larkfield.example/)
  const joined = await world.visitor().post(link, {
    email: 'grace@larkfield.example',
    password: 'orange cart weather',
    again: 'orange cart weather',
  })
  assert.match(joined.text, /Welcome, Grace Lim/)
})

test('a forgotten password is mended by a link to the address, and the page never says whether the address is known', async () => {
  const count = server.received.length
  const known = await world.visitor().post('/forgotten', { email: 'grace@larkfield.example' })
  const unknown = await world.visitor().post('/forgotten', { email: 'stranger@larkfield.example' })
  assert.equal(known.text, unknown.text)
  await deliver()
  assert.equal(server.received.length, count + 1)
  const again = await world.visitor().post('/forgotten', { email: 'grace@larkfield.example' })
  assert.equal(again.text, known.text)
  await deliver()
  assert.equal(
    server.received.length,
    count + 1,
    'a second asking within minutes sends nothing, and ends no link',
  )
  const link = await newestLink()
  const mended = await world
    .visitor()
    .post(link, { password: 'silver boat evening', again: 'silver boat evening' })
  assert.match(mended.text, /Your new password is set/)
})

test('an administrator’s link for a new password signs the person out everywhere else', async () => {
  const grace = world.visitor()
  await grace.post('/sign-in', { email: 'grace@larkfield.example', password: 'silver boat evening' })
  assert.equal((await grace.get('/settings')).status, 200)
  const people = await dana.session.get('/people')
  const id = /\/people\/([0-9a-f-]{36})">Grace Lim/.exec(people.html)?.[1]
  await dana.session.post(`/people/${id}/invitations`)
  const link = await newestLink()
  await world.visitor().post(link, { password: 'third password now', again: 'third password now' })
  assert.match((await grace.get('/settings')).text, /Sign in/)
})

test('where the mail server does not answer, the page says so, and the link can be handed over', async () => {
  deliver = postThrough(world, NOBODY_THERE).deliver
  await dana.session.post('/people', {
    name: 'Ellie Marsh',
    email: 'ellie@larkfield.example',
    standing: 'adviser',
  })
  assert.match((await dana.session.get('/people')).text, /About to be sent to ellie@larkfield.example/)
  await deliver()
  const list = await dana.session.get('/people')
  assert.match(list.text, /Not sent yet, tried again by itself to ellie@.* could not be reached/)
  const ellie = /action="(\/people\/[0-9a-f-]{36}\/invitations)"/.exec(list.html)?.[1] ?? ''
  const shown = await dana.session.post(ellie, { hand: 'yes' })
  assert.match(shown.text, /Link for Ellie Marsh/)
  assert.match(shown.html, /\/join\/[\w.-]{20}/)
  deliver = postThrough(world, server.url).deliver
  const before = server.received.length
  await deliver()
  assert.equal(server.received.length, before, 'the mail whose link no longer works is not sent')
})

test('a mail server that does not answer gives nobody’s address away', async () => {
  postThrough(world, NOBODY_THERE)
  const known = await world.visitor().post('/forgotten', { email: 'grace@larkfield.example' })
  const unknown = await world.visitor().post('/forgotten', { email: 'stranger@larkfield.example' })
  assert.equal(known.status, 200)
  assert.equal(known.text, unknown.text)
})
