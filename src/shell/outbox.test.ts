import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Readable } from 'node:stream'
import { before, beforeEach, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { type MailServer, NOBODY_THERE, openMailServer, postThrough } from '../../test/mailbox.ts'
import { openWorld, type World } from '../../test/world.ts'
import type { Id } from '../kernel/id.ts'
import { findDead, giveUpMail, postMail, resendMail, sendDue } from './outbox.ts'
import { listUnconfirmed, type OutboxMail } from './outbox-mails.ts'

let server: MailServer
let world: World
let deliver: () => Promise<void>

before(async () => {
  server = await openMailServer()
  world = await openWorld()
  deliver = postThrough(world, server.url).deliver
})
beforeEach(async () => {
  server.answer = 'take'
  world.setToday('2026-11-17')
  deliver = postThrough(world, server.url).deliver
  for (const { mailId } of await waiting()) await world.inOrg((tx) => giveUpMail(tx, mailId))
  server.received.length = 0
})

const MAIL = {
  kind: 'invitation',
  aboutId: null,
  to: 'amara@larkfield.example',
  subject: 'Join Larkfield Energy on Goldthread',
  text: 'Ben invites you.\n\nJoin the team: http://localhost:3000/join/secret',
} as const

const post = (to: string = MAIL.to) => world.inOrg((tx) => postMail(world.house, tx, { ...MAIL, to }))
const waiting = (): Promise<OutboxMail[]> => world.inOrg(listUnconfirmed)
const row = (mailId: Id) =>
  world.inOrg((tx) =>
    tx.db.selectFrom('letter').selectAll().where('letter_id', '=', mailId).executeTakeFirst(),
  )
const standsAt = async (mailId: Id) => (await row(mailId))?.state

test('a mail lies in the outbox before any server is asked, sealed; once taken it keeps neither words nor address', async () => {
  const mailId = await post()
  const before = await row(mailId)
  assert.equal(before?.state, 'to send')
  assert.ok(before.box && !before.box.includes('secret') && !before.box.includes('Ben invites'))
  await deliver()
  const [mail] = server.received
  assert.match(mail?.text ?? '', /Ben invites you/)
  assert.equal(mail?.messageId, `<${mailId}@localhost>`)
  const after = await row(mailId)
  assert.deepEqual([after?.state, after?.box, after?.recipient], ['sent', null, null])
  await deliver()
  assert.equal(server.received.length, 1)
})

test('a mail whose transaction is rolled back was never posted', async () => {
  const lost = world.inOrg(async (tx) => {
    await postMail(world.house, tx, MAIL)
    throw new Error('refused')
  })
  await assert.rejects(lost, /refused/)
  await deliver()
  assert.deepEqual([server.received.length, (await waiting()).length], [0, 0])
})

test('the HTML part says what the text says, with the address as a link', async () => {
  await post()
  await deliver()
  const { text } = server.received[0] ?? { text: '' }
  assert.match(text, /multipart\/alternative/)
  assert.match(text, /<p>Ben invites you\.<\/p>/)
  assert.match(text, /<a href="http:\/\/localhost:3000\/join\/secret">Join the team<\/a>/)
  assert.match(text, /Join the team: http:\/\/localhost:3000\/join\/secret/)
  assert.doesNotMatch(text, /<img|style=/)
})

test('a server that says no is believed: the mail is refused and not tried again', async () => {
  server.answer = 'refuse'
  const mailId = await post()
  await deliver()
  assert.equal(await standsAt(mailId), 'refused')
  server.answer = 'take'
  await deliver()
  assert.equal(server.received.length, 1)
})

test('a busy server and one that is not there are asked again later, and the mail stays in view', async () => {
  server.answer = 'busy'
  const mailId = await post()
  await deliver()
  const [busy] = await waiting()
  assert.deepEqual([busy?.state, busy?.why, busy?.tries], ['to send', 'busy', 1])
  await deliver()
  assert.equal(server.received.length, 1, 'not before a minute has passed')
  const away = postThrough(world, NOBODY_THERE)
  await away.deliver()
  world.setToday('2026-11-17', '10:02')
  await away.deliver()
  const [gone] = await waiting()
  assert.deepEqual([gone?.state, gone?.why, gone?.tries], ['to send', 'unreachable', 2])
  deliver = postThrough(world, server.url).deliver
  server.answer = 'take'
  world.setToday('2026-11-17', '10:30')
  await deliver()
  assert.equal(await standsAt(mailId), 'sent')
})

test('a notice that the server could not take in the evening is tried again in the morning, an invitation at once', async () => {
  server.answer = 'busy'
  world.setToday('2026-11-20', '17:59')
  const quiet = { from: '18:00', to: '08:00', weekends: true, zone: 'Europe/London' }
  const notice = await world.inOrg((tx) => postMail(world.house, tx, { ...MAIL, kind: 'notice', quiet }))
  const invitation = await post('grace@larkfield.example')
  await deliver()
  assert.equal(
    (await row(notice))?.next_at.toISOString(),
    '2026-11-23T08:00:00.000Z',
    'not on Friday evening',
  )
  server.answer = 'take'
  world.setToday('2026-11-20', '18:30')
  await deliver()
  assert.deepEqual([await standsAt(notice), await standsAt(invitation)], ['to send', 'sent'])
  world.setToday('2026-11-23', '08:00')
  await deliver()
  assert.equal(await standsAt(notice), 'sent')
  assert.equal(server.mails(MAIL.to).length, 2, 'once taken, after once too busy')
})

test('a notice that lay in the outbox while the server rested is not sent when it wakes in the night', async () => {
  world.setToday('2026-11-17', '17:30')
  const quiet = { from: '18:00', to: '08:00', weekends: true, zone: 'Europe/London' }
  const mailId = await world.inOrg((tx) => postMail(world.house, tx, { ...MAIL, kind: 'notice', quiet }))
  world.setToday('2026-11-18', '02:00')
  await deliver()
  const [mail] = await waiting()
  assert.deepEqual(
    [server.received.length, mail?.state, mail?.tries, mail?.nextAt.toISOString()],
    [0, 'to send', 0, '2026-11-18T08:00:00.000Z'],
  )
  world.setToday('2026-11-18', '08:00')
  await deliver()
  assert.equal(await standsAt(mailId), 'sent')
})

test('a line cut after the message, before the answer, leaves a mail that may not have been sent: never again by itself', async () => {
  server.answer = 'cut'
  const mailId = await post()
  await deliver()
  const [mail] = await waiting()
  assert.deepEqual([mail?.mailId, mail?.state, mail?.why], [mailId, 'may not have been sent', 'unanswered'])
  server.answer = 'take'
  await deliver()
  await deliver()
  assert.equal(server.received.length, 1)
  assert.equal(await world.inOrg((tx) => resendMail(world.house, tx, mailId)), true)
  await deliver()
  assert.equal(server.received.length, 2)
  assert.equal(server.received[0]?.messageId, server.received[1]?.messageId, 'a mailbox knows it again')
  assert.equal(await standsAt(mailId), 'sent')
  assert.equal(await world.inOrg((tx) => resendMail(world.house, tx, mailId)), false)
})

test('two who look into the outbox at once send each mail once', async () => {
  for (const name of ['a', 'b', 'c', 'd']) await post(`${name}@larkfield.example`)
  await Promise.all([deliver(), deliver(), deliver()])
  assert.deepEqual(server.received.map(({ to }) => to[0]).sort(), [
    'a@larkfield.example',
    'b@larkfield.example',
    'c@larkfield.example',
    'd@larkfield.example',
  ])
})

test('a mail given up goes with what it said', async () => {
  server.answer = 'refuse'
  const mailId = await post()
  await deliver()
  assert.equal(await world.inOrg((tx) => giveUpMail(tx, mailId)), true)
  const given = await row(mailId)
  assert.deepEqual([given?.state, given?.box, given?.recipient], ['given up', null, null])
  assert.deepEqual(await waiting(), [])
})

/** A process of its own that sends what is due in the world's organisation. */
function sendElsewhere(): ChildProcess {
  const { config } = world.house
  return spawn(
    process.execPath,
    ['--import', 'tsx', fileURLToPath(new URL('../../test/send-elsewhere.ts', import.meta.url))],
    {
      env: {
        ...process.env,
        DATABASE_URL: config.databaseUrl ?? '',
        GOLDTHREAD_DATA: config.dataDir,
        GOLDTHREAD_SMTP_URL: server.url,
        SEND_FOR: world.orgId,
        SEND_NOW: world.now.toISOString(),
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
}

test('a kill between the server’s answer and our commit: the mail is listed, not sent again by itself, and can be resent', async () => {
  const mailId = await post()
  const child = sendElsewhere()
  const [answer] = (await once(child.stdout as Readable, 'data')) as [Buffer]
  assert.equal(answer.toString(), 'sent', 'the server has it, and has said so')
  child.kill('SIGKILL')
  await once(child, 'exit')
  assert.equal(server.received.length, 1)
  assert.equal(await standsAt(mailId), 'sending', 'what was committed before the server was asked')
  await deliver()
  assert.equal(server.received.length, 1, 'nobody takes up what another may be sending')
  assert.equal(await findDead(world.house.db, true), 1, 'at the next start')
  const [listed] = await waiting()
  assert.deepEqual(
    [listed?.mailId, listed?.state, listed?.why],
    [mailId, 'may not have been sent', 'stopped'],
  )
  await deliver()
  assert.equal(server.received.length, 1)
  await world.inOrg((tx) => resendMail(world.house, tx, mailId))
  await deliver()
  assert.equal(server.received.length, 2)
  assert.equal(server.received[0]?.messageId, server.received[1]?.messageId)
  assert.equal(await standsAt(mailId), 'sent')
})

test('a sender that is only slow keeps its mail, and what it learns late is still noted', async () => {
  const mailId = await post()
  const { house, orgId } = world
  const slow = {
    ...house,
    mail: {
      configured: true,
      async send() {
        assert.equal(await findDead(house.db, false), 0, 'within its time nobody takes it for dead')
        await findDead(house.db, true)
        assert.equal(await standsAt(mailId), 'may not have been sent')
        return { how: 'sent' } as const
      },
    },
  }
  await sendDue(slow, orgId)
  assert.equal(await standsAt(mailId), 'sent')
})

/** A mail server that does something of ours before it answers. */
const answering = (how: 'sent' | 'refused', meanwhile: () => Promise<unknown>) => ({
  ...world.house,
  mail: {
    configured: true,
    async send() {
      await meanwhile()
      return { how }
    },
  },
})

test('a sender that was taken for dead has no say over a mail that somebody has had sent again since', async () => {
  const mailId = await post()
  const slow = answering('refused', async () => {
    await findDead(world.house.db, true)
    assert.equal(await world.inOrg((tx) => resendMail(world.house, tx, mailId)), true)
  })
  await sendDue(slow, world.orgId)
  assert.equal(await standsAt(mailId), 'to send', 'what the first learned late is not about this sending')
  await deliver()
  assert.equal(await standsAt(mailId), 'sent')
  assert.equal(server.received.length, 1)
})

test('after a quarter of an hour a sender counts as gone, also while Goldthread runs on', async () => {
  const mailId = await post()
  await sendDue(
    answering('sent', async () => {
      world.setToday('2026-11-17', '10:14')
      assert.equal(await findDead(world.house.db, false), 0)
      world.setToday('2026-11-17', '10:16')
      assert.equal(await findDead(world.house.db, false), 1)
      const [mail] = await waiting()
      assert.deepEqual([mail?.mailId, mail?.state, mail?.why], [mailId, 'may not have been sent', 'stopped'])
    }),
    world.orgId,
  )
})
