import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { type MailServer, NOBODY_THERE, openMailServer, postThrough } from '../../../test/mailbox.ts'
import { type Character, openWorld, type World } from '../../../test/world.ts'
import { paths } from '../paths.ts'
import { remindAll } from './jobs.ts'

let server: MailServer
let world: World
let amara: Character
let deliver: () => Promise<void>

before(async () => {
  server = await openMailServer()
  world = await openWorld()
  deliver = postThrough(world, server.url).deliver
  amara = await world.add({ name: 'Amara Okafor' })
})

const mailsTo = (address: string) => server.mails(address).map(({ text }) => text)

const linkIn = (mail: string | undefined) =>
  /http:\/\/localhost:3000(\/testimony\/[\w.-]+)/.exec(mail ?? '')?.[1] ?? ''

const ask = async (name: string, email: string) => {
  const page = await amara.session.post(paths.testimonyNew(amara.personId), {
    kind: 'witness',
    name,
    email,
    about: 'The visit that was moved twice.',
    purpose: 'It shows how I keep customers told.',
    days: '14',
  })
  await deliver()
  return page
}

const remind = () => remindAll(world.house, world.orgId, 'Europe/London').then(deliver)

const ASKED = '2026-11-17'
const HALF_WAY = '2026-11-24'

test('where mail is set the link goes to the witness alone, in plain words, and nobody here sees it', async () => {
  const page = await ask('Femi Adeyemi', 'femi@quayside.example')
  assert.match(page.text, /on its way to Femi Adeyemi. Only they can open it/)
  assert.doesNotMatch(page.html, /\/testimony\/[\w-]+\.[\w-]+/)
  assert.match(page.text, /Link sent to them by mail/)
  const [mail] = mailsTo('femi@quayside.example')
  assert.ok(mail)
  assert.match(mail, /Amara Okafor of Larkfield Test asks you, as a witness, what you saw/)
  assert.match(mail, /The visit that was moved twice\./)
  assert.match(mail, /You need no account/)
  assert.match(mail, /you need give no reason/)
  assert.equal((await world.visitor().get(linkIn(mail))).status, 200)
})

test('half way to the end one reminder goes out, whose link works as the first one does', async () => {
  await remind()
  assert.equal(mailsTo('femi@quayside.example').length, 1, 'not on the day of asking')
  world.setToday(HALF_WAY)
  await Promise.all([remind(), remind()])
  await remind()
  world.setToday('2026-11-28')
  await remind()
  const mails = mailsTo('femi@quayside.example')
  assert.equal(mails.length, 2, 'one reminder, whoever else looks at the same moment or later')
  assert.match(mails[1] ?? '', /This is the only reminder/)
  const [first, second] = mails.map(linkIn)
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
  await world.visitor().post(`${linkIn(mailsTo('gil@quayside.example')[0])}/refusal`, { how: 'not for me' })
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
  assert.equal(mailsTo('gil@quayside.example').length, 1)
  assert.equal(mailsTo('hana@quayside.example').length, 1)
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
  assert.match((await amara.session.post(path)).text, /The reminder is on its way to Ida Berg/)
  assert.match((await amara.session.post(path)).text, /nobody is reminded twice/)
  world.setToday(HALF_WAY)
  await remind()
  assert.equal(mailsTo('ida@quayside.example').length, 2)
  world.setToday(ASKED)
})

test('where the mail server does not answer, the page says so, and a link can be handed over, which is said too', async () => {
  deliver = postThrough(world, NOBODY_THERE).deliver
  await ask('Jo Marsh', 'jo@quayside.example')
  const list = await amara.session.get(paths.testimony(amara.personId))
  assert.match(
    list.text,
    /The mail: Not sent yet, tried again by itself. The mail server could not be reached/,
  )
  const [handing = ''] = /\/people\/[0-9a-f-]+\/testimony\/[0-9a-f-]+\/handing/.exec(list.html) ?? []
  const page = await amara.session.post(handing)
  const link = /\/testimony\/[\w-]+\.[\w-]+/.exec(page.html)?.[0] ?? ''
  assert.equal((await world.visitor().get(link)).status, 200)
  assert.match(
    (await amara.session.get(paths.testimony(amara.personId))).text,
    /Jo Marsh .* Link handed over by Amara Okafor/,
  )
  deliver = postThrough(world, server.url).deliver
  await deliver()
  assert.equal(mailsTo('jo@quayside.example').length, 0, 'the mail is not sent as well')
})

test('a link that went out by mail is shown to nobody here', async () => {
  await ask('Kim Vance', 'kim@quayside.example')
  const { request_id } = await world.inOrg((tx) =>
    tx.db
      .selectFrom('testimony_request')
      .select('request_id')
      .where('name', '=', 'Kim Vance')
      .executeTakeFirstOrThrow(),
  )
  const page = await amara.session.post(paths.testimonyHanding(amara.personId, request_id))
  assert.equal(page.status, 422)
  assert.doesNotMatch(page.html, /\/testimony\/[\w-]+\.[\w-]+/)
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
