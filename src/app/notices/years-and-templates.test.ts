import assert from 'node:assert/strict'
import { before, beforeEach, test } from 'node:test'
import { type MailServer, openMailServer, postThrough } from '../../../test/mailbox.ts'
import { openPlans } from '../../../test/plan-desk.ts'
import type { Character } from '../../../test/world.ts'
import { paths } from '../paths.ts'
import { changePerson, findPerson, place } from '../people/people.ts'
import { tendMails, tendNotices } from './jobs.ts'
import { KIND_WORDS, KINDS_AS_SHOWN } from './rules/kinds.ts'

let server: MailServer
before(async () => {
  server = await openMailServer()
})
beforeEach(() => {
  server.received.length = 0
})

const addressOf = ({ personId }: Character) => `${personId}@northgate.example`
const mailsTo = (who: Character, subject: RegExp) =>
  server.mails(addressOf(who)).filter((mail) => subject.test(mail.subject))
const hidden = (html: string, name: string) =>
  new RegExp(`name="${name}" value="(\\d+)"`).exec(html)?.[1] ?? ''

/** Amara with one agreed objective, her leader Ben, and mail that reaches both. */
async function withMail() {
  const desk = await openPlans()
  const { world, amara, ben } = desk
  for (const who of [amara, ben])
    await world.inOrg(async (tx) => {
      const person = await findPerson(tx, who.personId)
      assert.ok(person)
      const { personId, name, standings, team, job, leaderId } = person
      const asked = { personId, name, standings, team, job, leaderId, email: addressOf(who) }
      const saved = await changePerson(tx, ben.actor, { ...asked, assessorIds: [], today: world.today })
      assert.ok(saved.ok, JSON.stringify(saved))
    })
  const objective = await desk.write({})
  assert.equal((await desk.agree(objective)).status, 200)
  world.setToday('2026-12-15')
  postThrough(world, server.url)
  const tick = () => tendMails(world.house)
  await tick()
  server.received.length = 0
  const year = paths.year(amara.personId)
  const propose = async () => {
    const version = `version-${objective}`
    const { html } = await amara.session.get(year)
    const fields = { [version]: hidden(html, version), [`fate-${objective}`]: 'met' }
    const page = await amara.session.post(year, fields)
    assert.match(page.text, /Proposed/)
  }
  const decide = async (act: string, fields: Record<string, string> = {}) => {
    const { html } = await ben.session.get(year)
    const page = await ben.session.post(`${year}/${act}`, { version: hidden(html, 'version'), ...fields })
    assert.equal(page.status, 200, page.text.slice(0, 600))
  }
  const offer = async () => {
    const kept = await ben.session.post(paths.templates, {
      name: 'Learning to say no',
      items: '1',
      'i0-text': 'Answer billing calls alone, 8 of 10 without a transfer, by [in 12 weeks].',
      'i0-weeks': '12',
      'i0-actions': '2: Sit beside a colleague for two shifts',
    })
    const templateId = /plan-templates\/([0-9a-f-]{36})/.exec(kept.path)?.[1] ?? ''
    const page = await ben.session.post(`${paths.template(templateId)}/offer`, { person: amara.personId })
    assert.equal(page.status, 200, page.text.slice(0, 600))
    return templateId
  }
  return { ...desk, tick, year, propose, decide, offer }
}

const YEAR = /The end of a plan year waits for you/
const OFFERED = /A template for a plan is offered to you/

test('Ben is told that Amara proposes how her year ends, and she that it came back; nothing of what it says goes along', async () => {
  const { amara, ben, tick, year, propose, decide } = await withMail()
  await propose()
  await tick()
  await tick()
  const [mail, ...more] = mailsTo(ben, YEAR)
  assert.equal(more.length, 0)
  assert.match(mail?.text ?? '', /Amara Okafor proposes how their plan year 2026 ends\./)
  assert.match(
    mail?.text ?? '',
    new RegExp(`<a href="http://localhost:3000${year}">Read what is proposed</a>`),
  )
  assert.match(mail?.raw ?? '', /List-Unsubscribe-Post/)
  assert.doesNotMatch(`${mail?.subject}`, /Amara|2026/)
  assert.doesNotMatch(mail?.text ?? '', /Ring back/)
  assert.equal(mailsTo(amara, YEAR).length, 0)
  await decide('question', { question: 'Was it met in November?' })
  await tick()
  const [back] = mailsTo(amara, YEAR)
  assert.match(back?.text ?? '', /The close of your plan year 2026 came back with a question\./)
  assert.doesNotMatch(back?.text ?? '', /November/)
})

test('what Ben agrees before the mail goes is not told to him as waiting', async () => {
  const { ben, tick, propose, decide } = await withMail()
  await propose()
  await decide('agreement')
  await tick()
  assert.equal(mailsTo(ben, YEAR).length, 0)
})

test('what Ben sends back, and Amara proposes anew, before the mails go is told as it stands then', async () => {
  const { amara, ben, tick, propose, decide } = await withMail()
  await propose()
  await decide('question', { question: 'Was it met in November?' })
  await tick()
  assert.deepEqual([mailsTo(ben, YEAR).length, mailsTo(amara, YEAR).length], [0, 1])
  await propose()
  await decide('question', { question: 'And in December?' })
  await propose()
  await tick()
  assert.deepEqual([mailsTo(ben, YEAR).length, mailsTo(amara, YEAR).length], [1, 1])
})

test('what waited for Ben while he led Amara is not told to him once somebody else does', async () => {
  const { world, amara, ben, tick, write, propose } = await withMail()
  const carl = await world.add({ name: 'Carl Dunn', standing: 'leader' })
  const { personId } = amara
  const under = (leaderId: string, job: string) =>
    world.inOrg((tx) =>
      place(tx, carl.actor, {
        personId,
        team: 'Northgate',
        leaderId,
        job,
        roleId: null,
        from: world.today,
      }),
    )
  await propose()
  await write({})
  await under(ben.personId, 'Quality analyst')
  await under(carl.personId, 'Quality analyst')
  await tick()
  assert.equal(mailsTo(amara, /review is proposed/).length, 1)
  const told = server.mails(addressOf(ben)).map(({ subject }) => subject)
  assert.deepEqual(
    told.filter((subject) => subject !== 'Development review called off'),
    [],
  )
})

test('Amara is told once that Ben offers her a template, without its name; one that she has declined not', async () => {
  const { amara, tick, offer } = await withMail()
  await offer()
  await tick()
  await tick()
  const [mail, ...more] = mailsTo(amara, OFFERED)
  assert.equal(more.length, 0)
  assert.match(mail?.text ?? '', /Ben Hughes offers you a template to start your plan from\./)
  assert.doesNotMatch(mail?.text ?? '', /Learning to say no/)
  const templateId = await offer()
  await amara.session.post(`${paths.templatesFor(amara.personId)}/${templateId}/refusal`)
  await tick()
  assert.equal(mailsTo(amara, OFFERED).length, 1)
})

test('whoever turned these mails off reads of both once a week, while they wait', async () => {
  const { world, amara, ben, tick, propose, offer } = await withMail()
  for (const who of [amara, ben])
    await who.session.post(paths.notices(who.personId), { on: 'digest', hours: 'usual', weekday: '3' })
  await propose()
  await offer()
  for (const time of ['07:00', '09:00']) {
    world.setToday('2026-12-16', time)
    await tendNotices(world.house)
    await tick()
  }
  assert.deepEqual([mailsTo(ben, YEAR).length, mailsTo(amara, OFFERED).length], [0, 0])
  const [digest, ...more] = mailsTo(ben, /What waits for you this week/)
  assert.equal(more.length, 0)
  assert.match(digest?.text ?? '', /Amara Okafor proposes how their plan year 2026 ends\./)
  assert.match(
    mailsTo(amara, /What waits for you this week/)[0]?.text ?? '',
    /Ben Hughes offers you a template to start your plan from\./,
  )
})

test('two templates that Ben offers are one line of the weekly mail, as of the mail of their own', async () => {
  const { world, amara, tick, offer } = await withMail()
  await offer()
  await offer()
  await tick()
  world.setToday('2026-12-21', '08:00')
  await tendNotices(world.house)
  await tick()
  for (const subject of [OFFERED, /What waits for you this week/]) {
    const [mail, ...more] = mailsTo(amara, subject)
    assert.equal(more.length, 0)
    const lines = mail?.text.match(/Ben Hughes offers you a template to start your plan from\./g)
    assert.equal(lines?.length, 2, 'as text, and as HTML')
  }
})

test('the page of mails begins with reviews, goes on with the plan, and ends with what comes by the week', async () => {
  const { amara } = await withMail()
  const { html } = await amara.session.get(paths.notices(amara.personId))
  const shown = [...html.matchAll(/name="on" value="([^"]+)"/g)].map(([, kind]) => kind)
  assert.deepEqual(shown, KINDS_AS_SHOWN)
  assert.deepEqual([...shown].sort(), Object.keys(KIND_WORDS).sort())
  assert.deepEqual(shown, [
    'review due',
    'review proposed',
    'signature waits',
    'calendar',
    'objective proposed',
    'objective questioned',
    'objective agreed',
    'objective declined',
    'template offered',
    'plan year',
    'decision',
    'stale',
    'digest',
  ])
})
