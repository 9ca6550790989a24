import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { type MailServer, openMailServer, postThrough } from '../../../test/mailbox.ts'
import { type Character, openWorld, type World } from '../../../test/world.ts'
import { postLetter } from '../../shell/outbox.ts'
import { paths } from '../paths.ts'

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
  new RegExp(`/letters/[0-9a-f-]{36}/${what}`).exec(html)?.[0] ?? ''

test('Dana sees a mail that may not have been sent, sends it again under its own number, and then it is gone from the list', async () => {
  server.answer = 'cut'
  await invite('Grace Lim', 'grace@larkfield.example')
  const list = await dana.session.get(paths.outbox)
  assert.match(list.text, /1 mail that no mail server has confirmed, 1 of them for you to decide/)
  assert.match(list.text, /Invitation to join .* grace@larkfield.example .* May not have been sent/)
  assert.match(
    (await dana.session.get(paths.people)).text,
    /May not have been sent to grace@larkfield.example/,
  )
  server.answer = 'take'
  await deliver()
  assert.equal(server.letters('grace@larkfield.example').length, 1, 'never twice by itself')
  assert.match((await dana.session.post(actsOn(list.html, 'sending'))).text, /About to be sent/)
  await deliver()
  const [first, second] = server.letters('grace@larkfield.example')
  assert.equal(first?.messageId, second?.messageId)
  assert.match((await dana.session.get(paths.outbox)).text, /Nothing waits/)
  assert.match(
    (await dana.session.post(actsOn(list.html, 'sending'))).text,
    /was sent meanwhile, or given up/,
  )
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
  const letter = { kind: 'feedback', aboutId: null, traceless: true, to: 'eve@larkfield.example' } as const
  server.answer = 'refuse'

  await world.inOrg((tx) => postLetter(world.house, tx, { ...letter, subject: 'Feedback', text: 'Words' }))
  await deliver()
  server.answer = 'take'
  const list = await dana.session.get(paths.outbox)
  assert.match(list.text, /Request for 360 feedback/)
  assert.doesNotMatch(list.html, /eve@/)
})
