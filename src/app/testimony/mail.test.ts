import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { SMTPServer } from 'smtp-server'
import { type Character, openWorld, type World } from '../../../test/world.ts'
import { openMail } from '../../shell/mail.ts'
import { paths } from '../paths.ts'
import { remindAll } from './jobs.ts'

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
let amara: Character
let smtp: World['house']['mail']

before(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.server.address()
  assert.ok(address && typeof address === 'object')
  world = await openWorld()
  smtp = openMail({ smtpUrl: `smtp://127.0.0.1:${address.port}`, mailFrom: 'goldthread@larkfield.example' })
  world.house.mail = smtp
  amara = await world.add({ name: 'Amara Okafor' })
})
after(() => new Promise<void>((resolve) => server.close(() => resolve())))

/** The text of a message with its encoding undone. */
const plain = (text: string) =>
  Buffer.from(
    text
      .replace(/=\r?\n/g, '')
      .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString()

const lettersTo = (address: string) =>
  received.filter(({ to }) => to.includes(address)).map(({ text }) => plain(text))

const linkIn = (letter: string | undefined) =>
  /http:\/\/localhost:3000(\/testimony\/\S+)/.exec(letter ?? '')?.[1] ?? ''

const ask = (name: string, email: string) =>
  amara.session.post(paths.testimonyNew(amara.personId), {
    kind: 'witness',
    name,
    email,
    about: 'The visit that was moved twice.',
    purpose: 'It shows how I keep customers told.',
    days: '14',
  })

const remind = () => remindAll(world.house, world.orgId, 'Europe/London')

const ASKED = '2026-11-17'
const HALF_WAY = '2026-11-24'

test('where mail is set the link goes to the witness alone, in plain words, and nobody here sees it', async () => {
  const page = await ask('Femi Adeyemi', 'femi@quayside.example')
  assert.match(page.text, /on its way to Femi Adeyemi. Only they can open it/)
  assert.doesNotMatch(page.html, /\/testimony\/[\w-]+\.[\w-]+/)
  assert.match(page.text, /Link sent to them by mail/)
  const [letter] = lettersTo('femi@quayside.example')
  assert.ok(letter)
  assert.match(letter, /Amara Okafor of Larkfield Test asks you, as a witness, what you saw/)
  assert.match(letter, /The visit that was moved twice\./)
  assert.match(letter, /You need no account/)
  assert.match(letter, /you need give no reason/)
  assert.equal((await world.visitor().get(linkIn(letter))).status, 200)
})

test('half way to the end one reminder goes out, whose link works as the first one does', async () => {
  await remind()
  assert.equal(lettersTo('femi@quayside.example').length, 1, 'not on the day of asking')
  world.setToday(HALF_WAY)
  await Promise.all([remind(), remind()])
  await remind()
  world.setToday('2026-11-28')
  await remind()
  const letters = lettersTo('femi@quayside.example')
  assert.equal(letters.length, 2, 'one reminder, whoever else looks at the same moment or later')
  assert.match(letters[1] ?? '', /This is the only reminder/)
  const [first, second] = letters.map(linkIn)
  assert.notEqual(first, second)
  const list = await amara.session.get(paths.testimony(amara.personId))
  assert.match(list.text, /Reminded on 24 November 2026/)
  assert.equal((await world.visitor().get(first ?? '')).status, 200)
  await world.visitor().post(`${second}/refusal`, { how: 'cannot say' })
  assert.match(
    (await world.visitor().get(first ?? '')).text,
    /Thank you for saying so/,
    'one answer ends both',
  )
  world.setToday(ASKED)
})

test('nobody is reminded who has answered or was let go', async () => {
  await ask('Gil Park', 'gil@quayside.example')
  await ask('Hana Sato', 'hana@quayside.example')
  await world.visitor().post(`${linkIn(lettersTo('gil@quayside.example')[0])}/refusal`, { how: 'not for me' })
  const { request_id } = await world.inOrg((tx) =>
    tx.db
      .selectFrom('testimony_request')
      .select('request_id')
      .where('name', '=', 'Hana Sato')
      .executeTakeFirstOrThrow(),
  )
  await amara.session.post(paths.testimonyRevoking(amara.personId, request_id))
  world.setToday(HALF_WAY)
  await remind()
  assert.equal(lettersTo('gil@quayside.example').length, 1)
  assert.equal(lettersTo('hana@quayside.example').length, 1)
  world.setToday(ASKED)
})

test('a reminder by hand is the one reminder: the job sends no other', async () => {
  await ask('Ida Berg', 'ida@quayside.example')
  const { request_id } = await world.inOrg((tx) =>
    tx.db
      .selectFrom('testimony_request')
      .select('request_id')
      .where('name', '=', 'Ida Berg')
      .executeTakeFirstOrThrow(),
  )
  const path = paths.testimonyReminder(amara.personId, request_id)
  assert.match((await amara.session.post(path)).text, /Ida Berg is reminded/)
  assert.match((await amara.session.post(path)).text, /nobody is reminded twice/)
  world.setToday(HALF_WAY)
  await remind()
  assert.equal(lettersTo('ida@quayside.example').length, 2)
  world.setToday(ASKED)
})

test('where the mail server does not answer, the link is shown to hand over, and a failed reminder is said', async () => {
  world.house.mail = openMail({ smtpUrl: 'smtp://127.0.0.1:1', mailFrom: 'goldthread@larkfield.example' })
  const page = await ask('Jo Marsh', 'jo@quayside.example')
  assert.match(page.text, /The mail could not be sent/)
  assert.match(page.html, /\/testimony\/[\w-]+\.[\w-]+/)
  world.setToday(HALF_WAY)
  await remind()
  const list = await amara.session.get(paths.testimony(amara.personId))
  assert.match(list.text, /The reminder of 24 November 2026 could not be sent/)
  world.house.mail = smtp
  await remind()
  assert.equal(lettersTo('jo@quayside.example').length, 0, 'the job tries once')
  world.setToday(ASKED)
})

test('when a link has ended the address is forgotten, and the name of a customer with it', async () => {
  await amara.session.post(paths.testimonyNew(amara.personId), {
    kind: 'customer',
    name: 'Rosa Delgado',
    email: 'rosa@home.example',
    about: 'The estimated bill',
    purpose: 'It shows what my customers say.',
    days: '2',
  })
  world.setToday('2026-11-20')
  await remind()
  const rows = await world.inOrg((tx) => tx.db.selectFrom('testimony_request').selectAll().execute())
  assert.doesNotMatch(JSON.stringify(rows), /Rosa|Delgado|rosa@home/)
  assert.match(JSON.stringify(rows), /ida@quayside/, 'a link that still works keeps its address')
  world.setToday('2026-12-05')
  await remind()
  const later = await world.inOrg((tx) => tx.db.selectFrom('testimony_request').select('email').execute())
  assert.ok(later.every(({ email }) => email === null))
  world.setToday(ASKED)
})
