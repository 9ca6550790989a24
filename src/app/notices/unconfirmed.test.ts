import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { type MailServer, openMailServer, postThrough } from '../../../test/mailbox.ts'
import { type Character, openWorld, type World } from '../../../test/world.ts'
import { postMail } from '../../shell/outbox.ts'
import { doubtRestored } from '../../shell/outbox-mails.ts'
import { paths } from '../paths.ts'
import { findOrganisation } from '../people/people.ts'
import { commands } from './commands.ts'

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

const invite = async (name: string, email: string) => {
  await dana.session.post(paths.people, { name, email, standing: 'adviser' })
  await deliver()
}
const actsOn = (html: string, what: 'sending' | 'end') =>
  new RegExp(`/mail/[0-9a-f-]{36}/${what}`).exec(html)?.[0] ?? ''

test('Dana sees a mail that may not have been sent, sends it again under its own number, and then it is gone from the list', async () => {
  server.answer = 'cut'
  await invite('Grace Lim', 'grace@larkfield.example')
  const list = await dana.session.get(paths.outbox)
  assert.match(list.text, /1 mail that no mail server has confirmed, 1 of them for you to decide/)
  assert.match(list.text, /Invitation to join .* grace@larkfield.example .* May not have been sent/)
  const people = await dana.session.get(paths.people)
  assert.match(people.text, /May not have been sent to grace@larkfield.example/)
  assert.match(people.text, /1 mail waits for you to decide\./)
  assert.match(people.text, /Mail not confirmed \(1\)/)
  server.answer = 'take'
  await deliver()
  assert.equal(server.mails('grace@larkfield.example').length, 1, 'never twice by itself')
  assert.match((await dana.session.post(actsOn(list.html, 'sending'))).text, /About to be sent/)
  await deliver()
  const [first, second] = server.mails('grace@larkfield.example')
  assert.equal(first?.messageId, second?.messageId)
  assert.match((await dana.session.get(paths.outbox)).text, /Nothing waits/)
  const calm = await dana.session.get(paths.people)
  assert.match(calm.text, /Mail not confirmed \(0\)/)
  assert.doesNotMatch(calm.text, /for you to decide|has not taken/)
  assert.match(
    (await dana.session.post(actsOn(list.html, 'sending'))).text,
    /was sent meanwhile, or given up/,
  )
})

test('Dana reads on the people page that the mail server does not take mails, until it does', async () => {
  server.answer = 'busy'
  await invite('Gita Rao', 'gita@larkfield.example')
  assert.match((await dana.session.get(paths.people)).text, /The mail server has not taken 1 mail yet\./)
  server.answer = 'take'
  world.setToday(world.today, '10:05')
  await deliver()
  assert.doesNotMatch((await dana.session.get(paths.people)).text, /has not taken/)
})

test('Dana leaves a mail that was refused, and what it said is gone', async () => {
  server.answer = 'refuse'
  await invite('Hana Sato', 'hana@larkfield.example')
  const list = await dana.session.get(paths.outbox)
  assert.match(list.text, /Could not be sent The mail server refused it/)
  assert.match((await dana.session.post(actsOn(list.html, 'end'))).text, /It is left at that/)
  const rows = await world.inOrg((tx) => tx.db.selectFrom('letter').selectAll().execute())
  assert.doesNotMatch(JSON.stringify(rows), /hana@/)
  server.answer = 'take'
})

test('of a request for feedback an administrator learns that it is there, and not to whom', async () => {
  const mail = { kind: 'feedback', aboutId: null, traceless: true, to: 'eve@larkfield.example' } as const
  server.answer = 'refuse'

  await world.inOrg((tx) => postMail(world.house, tx, { ...mail, subject: 'Feedback', text: 'Words' }))
  await deliver()
  server.answer = 'take'
  const list = await dana.session.get(paths.outbox)
  assert.match(list.text, /Request for 360 feedback/)
  assert.doesNotMatch(list.html, /eve@/)
})

/** Runs a command of this name, and answers what it said. */
async function run(
  words: string,
  positionals: string[] = [],
): Promise<{ code: number; document: unknown; text: string }> {
  const command = commands.find((one) => one.words.join(' ') === words)
  const org = await world.inOrg(findOrganisation)
  assert.ok(command && org)
  let [document, text]: [unknown, string] = [null, '']
  const code = await command.run({
    house: world.house,
    orgId: world.orgId,
    org,
    today: world.today,
    values: {},
    positionals,
    answer(one, said) {
      ;[document, text] = [one, said]
    },
    say(line) {
      text += line
    },
  })
  return { code, document, text }
}

test('the command line lists what is not confirmed and sends it again through the server, never by itself', async () => {
  server.answer = 'cut'
  await invite('Ines Cruz', 'ines@larkfield.example')
  server.answer = 'take'
  const listed = await run('mail')
  assert.match(listed.text, /Invitation to join to ines@larkfield.example: May not have been sent/)
  const { mails } = listed.document as { mails: { mailId: string; to: string | null; state: string }[] }
  const { mailId = '' } = mails.find(({ to }) => to?.startsWith('ines')) ?? {}
  const again = await run('mail resend', [mailId])
  assert.equal(again.code, 0)
  assert.equal(server.mails('ines@larkfield.example').length, 1, 'the server does it, not this command')
  await deliver()
  assert.equal(server.mails('ines@larkfield.example').length, 2)
  assert.equal((await run('mail resend', [mailId])).code, 1)
})

test('what waits in a backup that is put back is not sent by itself: it may have been sent since', async () => {
  await dana.session.post(paths.people, {
    name: 'Jon Reed',
    email: 'jon@larkfield.example',
    standing: 'adviser',
  })
  assert.equal(await doubtRestored(world.house.db), 1)
  await deliver()
  assert.equal(server.mails('jon@larkfield.example').length, 0)
  assert.match((await dana.session.get(paths.outbox)).text, /jon@larkfield.example .* It lay in a backup/)
})
