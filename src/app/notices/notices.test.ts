import assert from 'node:assert/strict'
import { before, beforeEach, test } from 'node:test'
import { calendarIn, type MailServer, openMailServer, postThrough } from '../../../test/mailbox.ts'
import { on, openReviews, reviewsAt, TODAY } from '../../../test/review-desk.ts'
import type { Character } from '../../../test/world.ts'
import { paths } from '../paths.ts'
import { addPerson, changePerson, findPerson } from '../people/people.ts'
import { planOf, propose, saveDraft } from '../plans/plans.ts'
import { tendMails, tendNotices } from './jobs.ts'

let server: MailServer
let desk: Awaited<ReturnType<typeof openReviews>>
let ben: Character
let people = 0

before(async () => {
  server = await openMailServer()
  desk = await openReviews()
  ben = desk.ben
  postThrough(desk.world, server.url)
})
beforeEach(async () => {
  desk.world.setToday(TODAY)
  await tick()
  server.received.length = 0
})

/** The minute comes round. */
const tick = () => tendMails(desk.world.house)

const addressOf = ({ person }: Character) => person.email ?? ''
const mailsTo = (who: Character, subject: RegExp) =>
  server.mails(addressOf(who)).filter((mail) => subject.test(mail.subject))

async function adviser(name = 'Amara Okafor'): Promise<Character> {
  people += 1
  const email = `notices-${people}@northgate.example`
  return desk.world.add({ name, email, team: 'Northgate', leader: 'Ben Hughes' })
}

/** An objective that somebody proposes to Ben. */
async function proposed(who: Character): Promise<string> {
  const own = await desk.actorIn(who)
  const { world } = desk
  return world.inOrg(async (tx) => {
    const { personId } = who
    const fields = {
      title: '',
      text: 'Resolve 76% of billing contacts first time by 18 December 2026',
      kind: 'personal' as const,
      why: 'It is asked for in every billing call.',
      private: false,
      measure: null,
      unit: null,
      baseline: null,
      target: null,
      due: '2026-12-18',
      resources: 'An hour a week',
      success: 'Fewer ring back',
      priorityId: null,
      servesAspiration: false,
      needId: null,
      actions: [
        { actionId: null, what: 'Write a card', owner: who.person.name, by: '2026-10-16', drop: false },
      ],
    }
    const asked = { personId, objectiveId: null, version: null, cause: null, causeReason: '', fields }
    const saved = await saveDraft(tx, own, asked, world.today)
    assert.ok(saved.ok, JSON.stringify(saved))
    const done = await propose(tx, own, { personId, objectiveId: saved.value, words: '' }, world.today)
    assert.ok(done.ok, JSON.stringify(done))
    return saved.value
  })
}

test('Ben is told of a proposed objective, once, as text and HTML of the same words; the subject names nobody', async () => {
  const amara = await adviser()
  const objectiveId = await proposed(amara)
  await tick()
  await tick()
  const mails = mailsTo(ben, /An objective waits for you/)
  assert.equal(mails.length, 1)
  const [mail] = mails
  assert.ok(mail)
  assert.match(mail.text, /Amara Okafor proposes O-1 to you\./)
  assert.match(
    mail.text,
    new RegExp(`Read O-1: http://localhost:3000${paths.objective(amara.personId, objectiveId)}`),
  )
  assert.match(mail.text, new RegExp(`<a href="http://localhost:3000[^"]*${objectiveId}">Read O-1</a>`))
  assert.doesNotMatch(mail.subject, /Amara|O-1|billing/)
  assert.doesNotMatch(mail.text, /Resolve 76%/, 'what is in the plan stays in the plan')
  assert.equal(mailsTo(amara, /objective/).length, 0, 'nobody is told what they did themself')
})

test('the question, and the agreement, reach Amara; what is agreed before the mail goes is not told to Ben as waiting', async () => {
  const amara = await adviser()
  const objectiveId = await proposed(amara)
  const at = paths.objective(amara.personId, objectiveId)
  const version = async () => {
    const own = await desk.actorIn(amara)
    const plan = await desk.world.inOrg((tx) => planOf(tx, amara.personId, own, desk.world.today))
    return String(plan.objectives.find((one) => one.objectiveId === objectiveId)?.version)
  }
  await ben.session.post(`${at}/question`, { version: await version(), question: 'Which contacts count?' })
  await tick()
  assert.equal(mailsTo(ben, /waits for you/).length, 0)
  const [asked] = mailsTo(amara, /came back with a question/)
  assert.match(asked?.text ?? '', /Your objective O-1 came back with a question/)
  assert.doesNotMatch(asked?.text ?? '', /Which contacts count/)
  const own = await desk.actorIn(amara)
  await desk.world.inOrg((tx) =>
    propose(tx, own, { personId: amara.personId, objectiveId, words: 'Billing ones.' }, desk.world.today),
  )
  const agreed = await ben.session.post(`${at}/agreement`, {
    version: await version(),
    [`unmet-${objectiveId}`]: 'Said in words.',
  })
  assert.equal(agreed.status, 200, agreed.text)
  await tick()
  assert.equal(mailsTo(amara, /An objective is agreed/).length, 1)
  assert.equal(mailsTo(ben, /waits for you/).length, 0)
})

test('what happens in the evening is told in the morning, and two of a kind in one mail', async () => {
  const amara = await adviser()
  const ellie = await adviser('Ellie Marsh')
  desk.world.setToday('2026-10-02', '17:30')
  await proposed(amara)
  await proposed(ellie)
  await tick()
  assert.equal(mailsTo(ben, /waits for you/).length, 0, 'half past six on a Friday evening in summer')
  desk.world.setToday('2026-10-05', '06:59')
  await tick()
  assert.equal(mailsTo(ben, /waits for you/).length, 0)
  desk.world.setToday('2026-10-05', '07:00')
  await tick()
  const mails = mailsTo(ben, /waits for you/)
  assert.equal(mails.length, 1)
  assert.match(mails[0]?.text ?? '', /Amara Okafor proposes O-1[\s\S]*Ellie Marsh proposes O-1/)
})

test('mails of one kind stop in one click, from a mail program without a sign-in; to look stops nothing', async () => {
  const amara = await adviser()
  await proposed(amara)
  await tick()
  const [mail] = mailsTo(ben, /waits for you/)
  const unfolded = mail?.raw.replace(/\r\n[ \t]/g, ' ') ?? ''
  assert.match(unfolded, /List-Unsubscribe-Post: List-Unsubscribe=One-Click/i)
  const address = /List-Unsubscribe: <http:\/\/localhost:3000(\/notices\/[\w-]+)>/i.exec(unfolded)?.[1] ?? ''
  const looked = await desk.world.visitor().get(address)
  assert.match(looked.text, /Stop mails of this kind\?.*An objective is proposed to you/)
  await proposed(await adviser('Ellie Marsh'))
  await tick()
  assert.equal(mailsTo(ben, /waits for you/).length, 2)
  const clicked = await desk.world.site.request(`http://localhost:3000${address}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'List-Unsubscribe=One-Click',
  })
  assert.equal(clicked.status, 200)
  await proposed(await adviser('Femi Ade'))
  await tick()
  assert.equal(mailsTo(ben, /waits for you/).length, 2)
  const page = await ben.session.get(paths.notices(ben.personId))
  assert.doesNotMatch(page.html, /value="objective proposed"[^>]*checked/)
  assert.match(page.html, /value="signature waits"[^>]*checked/)
  const wrong = `${address.slice(0, -1)}${address.endsWith('A') ? 'B' : 'A'}`
  assert.equal((await desk.world.visitor().get(wrong)).status, 404)
  const all = [
    'review due',
    'review proposed',
    'signature waits',
    'objective proposed',
    'stale',
    'digest',
    'calendar',
  ]
  await ben.session.post(paths.notices(ben.personId), { on: all, hours: 'usual', weekday: '1' })
})

test('both are reminded of a review a week and a day before it, once each, and of one that moved away not', async () => {
  const amara = await adviser()
  await desk.agreeObjective(amara, 'Resolve 76% of billing contacts first time by 18 December 2026')
  await amara.session.post(`${reviewsAt(amara)}/next`, on('next', '2026-11-24'))
  await tick()
  const near = (who: Character) => mailsTo(who, /comes near/).length
  for (const [day, count] of [
    ['2026-11-16', 0],
    ['2026-11-17', 1],
    ['2026-11-18', 1],
    ['2026-11-23', 2],
  ] as const) {
    desk.world.setToday(day)
    await tendNotices(desk.world.house)
    await tendNotices(desk.world.house)
    await tick()
    assert.deepEqual([near(amara), near(ben)], [count, count], day)
  }
  assert.match(
    mailsTo(amara, /comes near/)[0]?.text ?? '',
    /Your development review is on Tuesday 24 November 2026/,
  )
})

test('both are invited to a review; when it moves, and when somebody else leads, calendars learn it under the same number', async () => {
  const amara = await adviser()
  await desk.agreeObjective(amara, 'Resolve 76% of billing contacts first time by 18 December 2026')
  await tick()
  const invitations = (who: Character) =>
    server.mails(addressOf(who)).flatMap((mail) => {
      const file = calendarIn(mail).replace(/\r\n /g, '')
      const line = (name: string) => new RegExp(`^${name}[^:\\r]*:(.*)\\r?$`, 'm').exec(file)?.[1]
      return file
        ? [
            {
              method: line('METHOD'),
              uid: line('UID'),
              sequence: line('SEQUENCE'),
              day: line('DTSTART'),
              title: line('SUMMARY'),
              status: line('STATUS'),
            },
          ]
        : []
    })
  const [first] = invitations(amara)
  assert.deepEqual([first?.method, first?.sequence, first?.title], ['REQUEST', '0', 'Development review'])
  assert.equal(invitations(ben).at(-1)?.uid, first?.uid)
  await amara.session.post(`${reviewsAt(amara)}/next`, on('next', '2026-12-01'))
  await tick()
  const moved = invitations(amara).at(-1)
  assert.deepEqual([moved?.uid, moved?.sequence, moved?.day], [first?.uid, '1', '20261201'])
  const carl = await desk.world.add({
    name: 'Carl Dunn',
    standing: 'leader',
    email: 'carl@northgate.example',
  })
  await desk.world.inOrg(async (tx) => {
    const person = await findPerson(tx, amara.personId)
    assert.ok(person)
    const outcome = await changePerson(tx, ben.actor, {
      personId: amara.personId,
      name: person.name,
      email: person.email,
      standings: person.standings,
      team: person.team,
      job: person.job,
      leaderId: carl.personId,
      assessorIds: [],
      today: desk.world.today,
    })
    assert.ok(outcome.ok, JSON.stringify(outcome))
  })
  await tick()
  const off = invitations(ben).at(-1)
  assert.deepEqual(
    [off?.method, off?.status, off?.uid, off?.sequence],
    ['CANCEL', 'CANCELLED', first?.uid, '2'],
  )
  const taken = invitations(carl).at(-1)
  assert.deepEqual([taken?.method, taken?.uid, taken?.sequence], ['REQUEST', first?.uid, '2'])
  assert.equal(invitations(amara).at(-1)?.sequence, '2')
})

test('on Monday morning Ben reads what waits, once; where nothing waits nothing is sent', async () => {
  const amara = await adviser()
  await proposed(amara)
  const idle = await desk.world.add({
    name: 'Ida Berg',
    standing: 'assessor',
    email: 'ida@northgate.example',
  })
  await tick()
  for (const time of ['07:59', '08:01', '08:20']) {
    desk.world.setToday('2026-12-07', time)
    await tendNotices(desk.world.house)
    await tick()
  }
  const digests = mailsTo(ben, /What waits for you this week/)
  assert.equal(digests.length, 1)
  assert.match(digests[0]?.text ?? '', /Amara Okafor proposes O-\d+ to you\./)
  assert.equal(server.mails(addressOf(idle)).length, 0)
})

test('when Amara has signed her review, Ben is told that it waits for him, and nothing of what it says', async () => {
  const { who, review } = await desk.reviewed()
  await desk.complete(who, review)
  await desk.sign(who, review)
  await tick()
  const [mail] = mailsTo(ben, /waits for your signature/)
  assert.match(mail?.text ?? '', /Amara Okafor has signed review 1\. It closes when you sign too\./)
  assert.doesNotMatch(mail?.text ?? '', /ring back|billing/)
})

test('what waits in a plan is told to its person first, then to whoever leads them, once each, and calmly', async () => {
  const amara = await adviser('Nia Bell')
  await desk.agreeObjective(amara, 'Resolve 76% of billing contacts first time by 18 December 2026')
  const told = (who: Character) =>
    mailsTo(who, /Something waits in a development plan/).filter(({ text }) =>
      who === ben ? text.includes('Nia Bell') : true,
    ).length
  for (const [day, own, leader] of [
    ['2026-10-16', 0, 0],
    ['2026-10-21', 1, 0],
    ['2026-10-22', 1, 0],
    ['2026-11-04', 1, 1],
    ['2026-11-05', 1, 1],
  ] as const) {
    desk.world.setToday(day)
    await tendNotices(desk.world.house)
    await tick()
    assert.deepEqual([told(amara), told(ben)], [own, leader], day)
  }
})

test('Amara chooses her own hours; a time that is none is refused with what she typed', async () => {
  const amara = await adviser()
  const at = paths.notices(amara.personId)
  const refused = await amara.session.post(at, {
    on: 'digest',
    hours: 'own',
    from: 'late',
    to: '7',
    weekday: '3',
  })
  assert.equal(refused.status, 422)
  assert.match(refused.text, /Write a time such as 18:00 or 08:30/)
  assert.match(refused.html, /value="late"/)
  await amara.session.post(at, { on: 'digest', hours: 'own', from: '20', to: '7:30', weekday: '3' })
  const page = await amara.session.get(at)
  assert.match(page.html, /value="20:00"/)
  assert.match(page.html, /value="07:30"/)
  assert.match(page.html, /<option value="3" selected/)
})

test('Dana sets the hours that hold for everybody who chose none', async () => {
  const dana = await desk.world.add({ name: 'Dana Price', standing: 'administrator' })
  await dana.session.post(paths.noticeHours, { from: '22', to: '6' })
  const amara = await adviser()
  assert.match((await amara.session.get(paths.notices(amara.personId))).text, /from 22:00 until 06:00/)
  desk.world.setToday('2026-10-03', '17:30')
  await proposed(amara)
  await tick()
  assert.equal(mailsTo(ben, /waits for you/).length, 1, 'a Saturday evening is not quiet any more')
  await dana.session.post(paths.noticeHours, { from: '18', to: '8', weekends: 'yes' })
})

test('who has not joined, or has left, is written to about nothing', async () => {
  const { personId } = await desk.world.inOrg(async (tx) => {
    const added = await addPerson(tx, null, {
      name: 'New Face',
      email: 'new@northgate.example',
      standing: 'leader',
      job: null,
      team: 'Southgate',
      leader: null,
      from: desk.world.today,
    })
    assert.ok(added.ok)
    return { personId: added.value }
  })
  const amara = await desk.world.add({ name: 'Una Ray', email: 'una@northgate.example', leader: 'New Face' })
  await proposed(amara)
  await tick()
  assert.ok(personId)
  assert.equal(server.mails('new@northgate.example').length, 0)
})
