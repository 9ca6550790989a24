import assert from 'node:assert/strict'
import { before, beforeEach, test } from 'node:test'
import { type MailServer, openMailServer, postThrough } from '../../../test/mailbox.ts'
import { openReviews } from '../../../test/review-desk.ts'
import type { Character } from '../../../test/world.ts'
import { paths } from '../paths.ts'
import { staleOf } from '../staleness/staleness.ts'
import { tendMails, tendNotices } from './jobs.ts'

let server: MailServer
let desk: Awaited<ReturnType<typeof openReviews>>
let people = 0

before(async () => {
  server = await openMailServer()
  desk = await openReviews()
  postThrough(desk.world, server.url)
})
beforeEach(() => {
  desk.world.setToday('2026-09-29')
})

/** What the quarter of an hour and the minute bring, at a time (UTC). */
async function come(day: string, time = '10:00'): Promise<void> {
  desk.world.setToday(day, time)
  await tendNotices(desk.world.house)
  await tendMails(desk.world.house)
}

const DIGEST = /What waits for you this week/
const STALE = /Something waits in a development plan/
const mailsTo = ({ person }: Character, subject: RegExp) =>
  server.mails(person.email ?? '').filter((mail) => subject.test(mail.subject))
const digests = (who: Character) => mailsTo(who, DIGEST).length

/** An adviser whose action falls due on 16 October, and waits from the 17th on. */
async function adviser(name: string): Promise<Character> {
  people += 1
  const email = `digests-${people}@northgate.example`
  const who = await desk.world.add({ name, email, team: 'Northgate', leader: 'Ben Hughes' })
  await desk.agreeObjective(who, 'Resolve 76% of billing contacts first time by 18 December 2026')
  return who
}

test('after a rest of the server nobody gets a digest at two in the night; it goes when the quiet hours end', async () => {
  const amara = await adviser('Amara Okafor')
  await come('2026-10-20', '01:00')
  assert.equal(digests(amara), 0, 'on Tuesday at two on the wall')
  await come('2026-10-20', '06:59')
  assert.equal(digests(amara), 0)
  await come('2026-10-20', '07:00')
  assert.equal(digests(amara), 1)
})

test('a digest for Saturday goes on Monday where weekends are quiet, and on Saturday where they are not', async () => {
  const amara = await adviser('Amara Okafor')
  const ellie = await adviser('Ellie Marsh')
  const choose = { on: ['digest', 'stale'], hours: 'own', from: '20', to: '7', weekday: '6' }
  await amara.session.post(paths.notices(amara.personId), { ...choose, weekends: 'yes' })
  await ellie.session.post(paths.notices(ellie.personId), choose)
  await come('2026-10-24', '06:30')
  assert.deepEqual([digests(amara), digests(ellie)], [0, 0])
  await come('2026-10-24', '07:00')
  assert.deepEqual([digests(amara), digests(ellie)], [0, 1])
  await come('2026-10-26', '08:00')
  assert.deepEqual([digests(amara), digests(ellie)], [1, 1])
})

test('whoever wants to be left in peace from seven to twelve gets the digest at twelve', async () => {
  const amara = await adviser('Amara Okafor')
  const choose = { on: 'digest', hours: 'own', from: '7', to: '12', weekends: 'yes', weekday: '1' }
  await amara.session.post(paths.notices(amara.personId), choose)
  await come('2026-11-02', '09:00')
  assert.equal(digests(amara), 0)
  await come('2026-11-02', '12:00')
  assert.equal(digests(amara), 1)
})

test('whoever has turned the digest off gets none, and is told in a mail of its own what has waited', async () => {
  const amara = await adviser('Amara Okafor')
  await amara.session.post(paths.notices(amara.personId), { on: 'stale', hours: 'usual', weekday: '1' })
  await come('2026-10-19')
  await come('2026-10-20')
  assert.equal(digests(amara), 0)
  assert.equal(mailsTo(amara, STALE).length, 1)
})

test('on the day of her digest Amara is told once of what has waited: by the digest, which leads to what mends it', async () => {
  const amara = await adviser('Amara Okafor')
  const choose = { on: ['digest', 'stale'], hours: 'own', from: '20', to: '6', weekday: '1' }
  await amara.session.post(paths.notices(amara.personId), choose)
  await come('2026-10-18', '23:30')
  await come('2026-10-19', '06:00')
  await come('2026-10-19', '07:00')
  await come('2026-10-19', '10:00')
  await come('2026-10-20', '10:00')
  assert.equal(mailsTo(amara, STALE).length, 0)
  const [mail, ...more] = mailsTo(amara, DIGEST)
  assert.equal(more.length, 0)
  const [, path = ''] =
    /An action’s day has passed \(O-1\), since 17 October 2026\.\r?\nOpen it: http:\/\/localhost:3000(\S+)/.exec(
      mail?.text ?? '',
    ) ?? []
  assert.match(path, /^\/people\/[^/]+\/objectives\/[^/]+$/)
  assert.match((await amara.session.get(path)).text, /Write the check-back card/)
})

test('a notice that the mail server does not take in the afternoon is not tried again in the evening', async () => {
  const amara = await adviser('Amara Okafor')
  server.answer = 'busy'
  await come('2026-10-21', '16:59')
  server.answer = 'take'
  const before = mailsTo(amara, STALE).length
  await come('2026-10-21', '18:00')
  assert.deepEqual([before, mailsTo(amara, STALE).length], [1, 1])
  await come('2026-10-22', '07:00')
  assert.equal(mailsTo(amara, STALE).length, 2, 'and then in the morning')
})

test('what has waited is not told once it is mended', async () => {
  const amara = await adviser('Amara Okafor')
  await come('2026-10-21', '06:00')
  desk.world.setToday('2026-10-21', '06:30')
  const own = await desk.actorIn(amara)
  const [stale] = await desk.world.inOrg((tx) => staleOf(tx, amara.personId, own, desk.world.today))
  assert.ok(stale?.mend.post)
  assert.equal((await amara.session.post(stale.mend.href, stale.mend.post)).status, 200)
  await come('2026-10-21', '08:00')
  assert.equal(mailsTo(amara, STALE).length, 0)
})
