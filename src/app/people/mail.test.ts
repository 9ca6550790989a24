import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { SMTPServer } from 'smtp-server'
import { type Character, openWorld, type World } from '../../../test/world.ts'
import { openMail } from '../../shell/mail.ts'

const received: { to: string[]; text: string }[] = []
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  onData(stream, session, callback) {
    const parts: Buffer[] = []
    stream.on('data', (part: Buffer) => parts.push(part))
    stream.on('end', () => {
      received.push({
        to: session.envelope.rcptTo.map((one) => one.address),
        text: Buffer.concat(parts).toString(),
      })
      callback()
    })
  },
})
let world: World
let dana: Character

before(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.server.address()
  assert.ok(address && typeof address === 'object')
  world = await openWorld()
  world.house.mail = openMail({
    smtpUrl: `smtp://127.0.0.1:${address.port}`,
    mailFrom: 'goldthread@larkfield.example',
  })
  dana = await world.add({ name: 'Dana Price', standing: 'administrator' })
})
after(() => new Promise<void>((resolve) => server.close(() => resolve())))

/** The text of a message with soft line breaks taken out. */
const plain = (text: string) => text.replace(/=\r?\n/g, '').replaceAll('=3D', '=')

test('where a mail server is set, an invitation is sent to the address and not shown', async () => {
  const added = await dana.session.post('/people', {
    name: 'Grace Lim',
    email: 'grace@larkfield.example',
    standing: 'adviser',
  })
  assert.match(added.text, /The invitation is on its way/)
  assert.doesNotMatch(added.html, /\/join\/[\w-]{10}/)
  assert.deepEqual(received.at(-1)?.to, ['grace@larkfield.example'])
  const link = /http:\/\/localhost:3000(\/join\/\S+)/.exec(plain(received.at(-1)?.text ?? ''))?.[1] ?? ''
  const joined = await world.visitor().post(link, {
    email: 'grace@larkfield.example',
    password: 'orange cart weather',
    again: 'orange cart weather',
  })
  assert.match(joined.text, /Welcome, Grace Lim/)
})

test('a forgotten password is mended by a link to the address, and the page never says whether the address is known', async () => {
  const count = received.length
  const known = await world.visitor().post('/forgotten', { email: 'grace@larkfield.example' })
  const unknown = await world.visitor().post('/forgotten', { email: 'stranger@larkfield.example' })
  assert.equal(known.text, unknown.text)
  assert.equal(received.length, count + 1)
  const again = await world.visitor().post('/forgotten', { email: 'grace@larkfield.example' })
  assert.equal(again.text, known.text)
  assert.equal(received.length, count + 1, 'a second asking within minutes sends nothing, and ends no link')
  const link = /http:\/\/localhost:3000(\/join\/\S+)/.exec(plain(received.at(-1)?.text ?? ''))?.[1] ?? ''
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
  const link = /http:\/\/localhost:3000(\/join\/\S+)/.exec(plain(received.at(-1)?.text ?? ''))?.[1] ?? ''
  await world.visitor().post(link, { password: 'third password now', again: 'third password now' })
  assert.match((await grace.get('/settings')).text, /Sign in/)
})

test('where the mail server does not answer, the link is shown to hand over and nothing is lost', async () => {
  world.house.mail = openMail({ smtpUrl: 'smtp://127.0.0.1:1', mailFrom: 'goldthread@larkfield.example' })
  const added = await dana.session.post('/people', {
    name: 'Ellie Marsh',
    email: 'ellie@larkfield.example',
    standing: 'adviser',
  })
  assert.match(added.text, /Link for Ellie Marsh/)
  assert.match(added.html, /\/join\/[\w.-]{20}/)
})

test('a mail server that does not answer gives nobody’s address away', async () => {
  world.house.mail = openMail({ smtpUrl: 'smtp://127.0.0.1:1', mailFrom: 'goldthread@larkfield.example' })
  const known = await world.visitor().post('/forgotten', { email: 'grace@larkfield.example' })
  const unknown = await world.visitor().post('/forgotten', { email: 'stranger@larkfield.example' })
  assert.equal(known.status, 200)
  assert.equal(known.text, unknown.text)
})
