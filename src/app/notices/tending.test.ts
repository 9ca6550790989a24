import assert from 'node:assert/strict'
import { before, beforeEach, test } from 'node:test'
import { type MailServer, openMailServer, postThrough } from '../../../test/mailbox.ts'
import { on, openReviews, reviewsAt } from '../../../test/review-desk.ts'
import type { Character } from '../../../test/world.ts'
import { postMail } from '../../shell/outbox.ts'
import { claimMail } from '../../shell/outbox-mails.ts'
import { criteriaOf, listUnits } from '../frameworks/frameworks.ts'
import { paths } from '../paths.ts'
import { place } from '../people/people.ts'
import { tendAll } from '../staleness/jobs.ts'
import { startJobs, tendMails, tendNotices } from './jobs.ts'
import { saveNotice } from './store/notices.ts'

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

/** What the quarter of an hour and the minute bring on a day. */
async function come(day: string): Promise<void> {
  desk.world.setToday(day)
  await tendNotices(desk.world.house)
  await tendMails(desk.world.house)
}

const mailsTo = ({ person }: Character, subject: RegExp) =>
  server.mails(person.email ?? '').filter((mail) => subject.test(mail.subject))
const near = (who: Character) => mailsTo(who, /comes near/).length
const noticesOf = (kind: string) =>
  desk.world.inOrg((tx) => tx.db.selectFrom('notice').selectAll().where('kind', '=', kind).execute())

/** An adviser with a plan whose action falls due on 16 October, and a review booked for a day. */
async function adviser(name: string, review?: string): Promise<Character> {
  people += 1
  const email = `tending-${people}@northgate.example`
  const who = await desk.world.add({ name, email, team: 'Northgate', leader: 'Ben Hughes' })
  await desk.agreeObjective(who, 'Resolve 76% of billing contacts first time by 18 December 2026')
  if (review) await who.session.post(`${reviewsAt(who)}/next`, on('next', review))
  await tendMails(desk.world.house)
  return who
}

test('a server that rested on the day of a reminder reminds of the review afterwards, once', async () => {
  const amara = await adviser('Amara Okafor', '2026-11-24')
  await come('2026-11-19')
  await come('2026-11-20')
  assert.equal(near(amara), 1, 'five days before it, as the seventh was missed')
  await come('2026-11-24')
  assert.equal(near(amara), 2, 'on the day itself, as the one before was missed')
})

test('of a review that is booked within the week Amara is told by the invitation, and reminded the day before alone', async () => {
  const amara = await adviser('Amara Okafor')
  desk.world.setToday('2026-10-12')
  await amara.session.post(`${reviewsAt(amara)}/next`, on('next', '2026-10-16'))
  await tendMails(desk.world.house)
  await come('2026-10-13')
  assert.equal(near(amara), 0)
  assert.ok(mailsTo(amara, /^Development review/).length > 0)
  await come('2026-10-15')
  assert.equal(near(amara), 1)
})

test('what was shown to Ben while he led Amara is not told to him once she is led by somebody else', async () => {
  const amara = await adviser('Amara Okafor')
  desk.world.setToday('2026-11-04')
  await tendAll(desk.world.house)
  const dana = await desk.world.add({ name: 'Dana Price', standing: 'administrator' })
  const carl = await desk.world.add({ name: 'Carl Dunn', standing: 'leader' })
  await desk.world.inOrg((tx) =>
    place(tx, dana.actor, {
      personId: amara.personId,
      team: 'Southgate',
      leaderId: carl.personId,
      job: null,
      roleId: null,
      from: '2026-11-04',
    }),
  )
  await come('2026-11-05')
  const told = (await noticesOf('stale')).filter(({ about_id }) => about_id === amara.personId)
  const toldTo = new Set(told.map(({ person_id }) => person_id))
  assert.ok(toldTo.has(amara.personId))
  assert.ok(!toldTo.has(desk.ben.personId))
})

test('when Chidi decides on a criterion Amara is told that somebody did, and not what', async () => {
  const amara = await adviser('Amara Okafor')
  const chidi = await desk.world.add({ name: 'Chidi Eze', standing: 'assessor' })
  const [unit] = await desk.world.inOrg(async (tx) => {
    const values = { org_id: tx.orgId, assessor_id: chidi.personId, person_id: amara.personId }
    await tx.db.insertInto('assignment').values(values).execute()
    return listUnits(tx)
  })
  assert.ok(unit)
  const [criterion] = criteriaOf(unit)
  const saved = await chidi.session.post(
    paths.criterion(amara.personId, unit.unitId, criterion?.criterionId ?? ''),
    {
      version: String(unit.version),
      verdict: 'not yet',
      reason: 'Nothing shows it yet.',
      feedback: 'Add the letter from the shop in Larkfield.',
      qualities: [],
    },
  )
  assert.match(saved.text, /The decision is recorded/)
  await tendMails(desk.world.house)
  const [mail, ...more] = mailsTo(amara, /An assessor has decided/)
  assert.equal(more.length, 0)
  assert.match(mail?.text ?? '', /Your assessor decided on a criterion of your portfolio/)
  assert.match(mail?.text ?? '', new RegExp(`localhost:3000${paths.decisions(amara.personId)}`))
  assert.doesNotMatch(mail?.text ?? '', /Chidi|not yet|shop/i)
  assert.equal(mailsTo(desk.ben, /decided/).length, 0)
})

test('what was being sent when Goldthread stopped is marked when it starts', async () => {
  const { house, inOrg } = desk.world
  const words = { subject: 'Join Larkfield', text: 'Ben invites you.', to: 'grace@larkfield.example' }
  const mailId = await inOrg((tx) => postMail(house, tx, { kind: 'invitation', aboutId: null, ...words }))
  assert.ok(await inOrg((tx) => claimMail(tx, mailId)))
  const jobs = { async work() {}, async send() {}, async every() {}, async stop() {} }
  await startJobs({ ...house, jobs })
  const row = await inOrg((tx) =>
    tx.db.selectFrom('letter').selectAll().where('letter_id', '=', mailId).executeTakeFirst(),
  )
  assert.deepEqual([row?.state, row?.why], ['may not have been sent', 'stopped'])
})

test('the demo writes to nobody: not of what time brings, nor of what happens, nor of what is noted there', async () => {
  const { house, orgId, inOrg } = desk.world
  const amara = await adviser('Amara Okafor', '2026-11-24')
  await come('2026-09-29')
  const inDemo = (demo: boolean) =>
    house.db.installation.updateTable('organisation').set({ demo }).where('org_id', '=', orgId).execute()
  const counts = async () => ({
    mails: (await inOrg((tx) => tx.db.selectFrom('letter').select('letter_id').execute())).length,
    notices: (await inOrg((tx) => tx.db.selectFrom('notice').select('notice_id').execute())).length,
  })
  await inDemo(true)
  const before = await counts()
  await come('2026-11-23')
  await desk.agreeObjective(amara, 'Settle 8 of 10 complaints on the first call by 18 December 2026')
  await come('2026-11-23')
  assert.deepEqual(await counts(), before)
  const { personId } = amara
  await inOrg((tx) =>
    saveNotice(tx, {
      personId,
      kind: 'decision',
      aboutId: personId,
      recordId: null,
      day: null,
      onceKey: 'one',
    }),
  )
  await come('2026-11-23')
  assert.equal((await counts()).mails, before.mails)
  await inDemo(false)
  await come('2026-11-23')
  const after = await counts()
  assert.ok(after.mails > before.mails && after.notices > before.notices + 1, 'elsewhere it would have')
})
