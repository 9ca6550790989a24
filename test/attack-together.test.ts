import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { listDecisions } from '../src/app/decisions/decisions.ts'
import { criteriaOf, listUnits, type Unit } from '../src/app/frameworks/frameworks.ts'
import { paths } from '../src/app/paths.ts'
import { giveUpMail, postMail, resendMail } from '../src/shell/outbox.ts'
import { claimMail, lockMail } from '../src/shell/outbox-mails.ts'
import { openPlans, RING_BACK } from './plan-desk.ts'
import { addCharacter, type Character, ORIGIN, type Page } from './world.ts'

let desk: Awaited<ReturnType<typeof openPlans>>
let dana: Character
let unit: Unit
before(async () => {
  desk = await openPlans()
  dana = await desk.world.add({ name: 'Dana Price', standing: 'administrator' })
  const [first] = await desk.world.inOrg(listUnits)
  assert.ok(first)
  unit = first
})

const statuses = (pages: readonly Page[]) => pages.map(({ status }) => status).sort()

/** The one of these that was not let through. */
const second = (pages: readonly Page[]): Page => {
  const late = pages.filter(({ status }) => status >= 400)
  assert.equal(late.length, pages.length - 1, String(statuses(pages)))
  assert.ok(late[0])
  return late[0]
}

test('of two who decide about one proposal at once, one does it and the other loses no word', async () => {
  const { amara, ben } = desk
  const id = await desk.write({ title: 'At once', 'budget-amount': '300', 'budget-for': 'a course' })
  const at = paths.objective(amara.personId, id)
  const version = desk.versionIn((await ben.session.get(at)).html)
  const words = { [`unmet-${id}`]: 'Within reach, I think.', decline: 'Too soon, I think.', version }
  const both = await Promise.all([
    ben.session.post(`${at}/agreement`, words),
    ben.session.post(`${at}/declining`, words),
  ])
  const late = second(both)
  assert.ok([409, 422].includes(late.status))
  assert.match(late.text, /after you opened it|not proposed|changed/)
  assert.match(late.html, /I think\./)
  if (both[1]?.status === 200) {
    await desk.change(id, { title: 'At once', 'budget-amount': '300', 'budget-for': 'a course' })
    await desk.agree(id)
  }
  const now = desk.versionIn((await ben.session.get(at)).html)
  const money = await Promise.all(
    ['yes', 'no'].map((budget) =>
      ben.session.post(`${at}/budget`, { version: now, budget, 'budget-reason': 'No money until spring.' }),
    ),
  )
  assert.match(second(money).html, /No money until spring\./)
  const { versions } = await desk.plan(ben)
  assert.deepEqual(
    versions.map((one) => one.version),
    versions.map((_, at) => versions.length - at),
  )
})

test('of two administrators who word a unit at once, one does it and the other’s words stay on the page', async () => {
  const both = await Promise.all(
    ['One wording', 'Another wording'].map((title) =>
      dana.session.post(paths.unitWording(unit.unitId), { version: String(unit.version), title }),
    ),
  )
  assert.match(second(both).html, /value="(One|Another) wording"/)
  const [now] = await desk.world.inOrg(listUnits)
  assert.equal(now?.version, unit.version + 1)
  assert.ok(now)
  unit = now
})

test('of two who are pressed at once to answer “still relevant?”, one does it', async () => {
  const { world, amara, ben } = desk
  const say = (aspiration: string) =>
    amara.session.post(`/people/${amara.personId}/aspiration`, { aspiration })
  await say('Team leader')
  await desk.agree(await desk.write({ title: 'Aim', aspiration: 'yes' }))
  await say('Coach')
  const question = await world.inOrg(({ db, orgId }) =>
    db.selectFrom('review_question').select('question_id').where('org_id', '=', orgId).executeTakeFirst(),
  )
  const at = paths.reviewQuestion(amara.personId, question?.question_id ?? '')
  const both = await Promise.all([amara, ben].map((who) => who.session.post(at, { answer: 'keep' })))
  assert.match(second(both).text, /has answered this/)
})

test('decisions made at once have each a number of their own, and none is lost', async () => {
  const { world, amara, chidi } = desk
  const criterion = criteriaOf(unit)[0]?.criterionId ?? ''
  const at = paths.criterion(amara.personId, unit.unitId, criterion)
  const say = (feedback: string) =>
    chidi.session.post(at, {
      version: String(unit.version),
      verdict: 'refer',
      reason: 'The reason is long enough to be read.',
      feedback,
      'act-day': '1',
      'act-month': '12',
      'act-year': '2026',
    })
  const pages = await Promise.all(['One.', 'Two.', 'Three.'].map(say))
  assert.deepEqual(statuses(pages), [200, 200, 200], pages[0]?.text.slice(0, 700))
  const made = await world.inOrg((tx) => listDecisions(tx, amara.personId))
  assert.deepEqual(
    made.map(({ number }) => number),
    [3, 2, 1],
  )
})

test('a mail that is being sent is not said to be given up, and one given up is not sent again', async () => {
  const { world } = desk
  const { house, orgId } = world
  const asked = { kind: 'notice' as const, aboutId: null, to: 'amara@x.example', subject: 'A', text: 'B' }
  const id = await world.inOrg((tx) => postMail(house, tx, asked))
  const outcomes = await Promise.all([
    house.db.inOrg(orgId, (tx) => giveUpMail(tx, id)),
    house.db.inOrg(orgId, (tx) => claimMail(tx, id)),
    house.db.inOrg(orgId, (tx) => resendMail(house, tx, id)),
  ])
  const mail = await world.inOrg((tx) => lockMail(tx, id))
  assert.equal(outcomes[0], mail?.state === 'given up', `${outcomes[0]} ${mail?.state}`)
  if (mail?.state === 'given up') assert.equal(await world.inOrg((tx) => resendMail(house, tx, id)), false)
})

test('numbers and times that cannot be are refused on every new form, and stand there as typed', async () => {
  const { amara, ben } = desk
  const wrong = ['0', '-2', '27', '1e9', '13.5', 'NaN', 'Infinity', '12 or 1=1', '9'.repeat(400)]
  for (const typed of wrong) {
    const own = await ben.session.post(paths.reviewCadence(amara.personId), { weeks: typed })
    const usual = await dana.session.post(paths.rhythm, { weeks: typed })
    for (const page of [own, usual]) {
      assert.equal(page.status, 422, typed)
      assert.ok(page.html.includes(`value="${typed}"`), `${typed} is lost`)
    }
  }
  for (const typed of ['0', '-1', '91', '1.5', 'x']) {
    const page = await dana.session.post(paths.staleSteps, { 'leader-days': typed, 'line-days': '14' })
    assert.equal(page.status, 422, typed)
    assert.ok(page.html.includes(`value="${typed}"`), typed)
  }
  for (const typed of ['24:00', '12:60', '-1:00', '<b>', '٠٨:٠٠']) {
    const page = await dana.session.post(paths.noticeHours, { from: typed, to: '08:00' })
    assert.equal(page.status, 422, typed)
  }
  for (const amount of ['-1', '1e300', '0.001', 'Infinity', '٣٠٠', '99999999999']) {
    const fields = { ...RING_BACK, need: '', 'budget-amount': amount, 'budget-for': 'x', do: 'draft' }
    const page = await amara.session.post(`/people/${amara.personId}/objectives`, fields)
    assert.equal(page.status, 422, amount)
  }
})

test('ten thousand of anything, and a million characters, are refused in words and never failed on', {
  timeout: 200_000,
}, async () => {
  const { amara, ben, chidi } = desk
  const id = await desk.write({ title: 'Large' })
  const at = paths.objective(amara.personId, id)
  const rows: Record<string, string> = { actions: '10000' }
  for (let n = 0; n < 10_000; n += 1) rows[`a${n}-what`] = `Action ${n}`
  const much = 'word '.repeat(40_000)
  const ids = Array.from(
    { length: 10_000 },
    (_, n) => `0190aaaa-0000-7000-8000-${String(n).padStart(12, '0')}`,
  )
  const criterion = criteriaOf(unit)[0]?.criterionId ?? ''
  const posts: [Character, string, Record<string, string | string[]>][] = [
    [amara, `/people/${amara.personId}/objectives`, { ...RING_BACK, ...rows, do: 'draft' }],
    [
      amara,
      `/people/${amara.personId}/objectives`,
      { ...RING_BACK, why: much, success: much, 'band-met': much, do: 'draft' },
    ],
    [amara, paths.objectiveNotes(amara.personId, id), { note: much }],
    [ben, `${at}/declining`, { version: '2', decline: much }],
    [ben, `${at}/question`, { version: '2', question: much }],
    [ben, `${at}/agreement`, { version: '2', [`unmet-${id}`]: much, items: 'yes' }],
    [ben, `${at}/budget`, { version: '2', budget: 'no', 'budget-reason': much }],
    [
      chidi,
      paths.criterion(amara.personId, unit.unitId, criterion),
      {
        version: String(unit.version),
        verdict: 'award',
        reason: much,
        feedback: much,
        evidence: ids,
        qualities: ids,
      },
    ],
    [dana, paths.unitWording(unit.unitId), { version: String(unit.version), title: much }],
    [
      dana,
      paths.priorities,
      { title: much, owner: much, 'from-day': '1', 'from-month': '1', 'from-year': '2026' },
    ],
    [amara, paths.notices(amara.personId), { on: ids, weekday: '99999999999', hours: 'usual' }],
    [amara, `/people/${amara.personId}/aspiration`, { aspiration: much }],
  ]
  for (const [who, path, fields] of posts) {
    const page = await who.session.post(path, fields)
    assert.ok(page.status < 500, `${page.status} ${path}`)
    if (JSON.stringify(fields).includes(much))
      assert.ok([409, 413, 422].includes(page.status), `${page.status} ${path}`)
  }
})

test('JSON however deep, wide or odd is answered in words by the API', async () => {
  const { amara } = desk
  const cookie = await signedIn()
  const send = (body: string, type = 'application/json') =>
    desk.world.site.request(`${ORIGIN}/api/v1/goals/check`, {
      method: 'POST',
      headers: { 'content-type': type, cookie },
      body,
    })
  const bodies = [
    '['.repeat(50_000),
    `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
    `${'{"text":'.repeat(5_000)}1${'}'.repeat(5_000)}`,
    '{"text":1}',
    '{"text":"x","__proto__":{"a":1}}',
    '{"text":"x","today":"2026-02-30"}',
    '{"text":"x","today":"+275760-09-13"}',
    `{"text":"${'x'.repeat(5_001)}"}`,
    'null',
    '"x"',
    '',
    '{"text":"\\ud800"',
  ]
  for (const body of bodies) {
    const response = await send(body)
    assert.ok([400, 413].includes(response.status), `${response.status} ${body.slice(0, 40)}`)
    const { error } = (await response.json()) as { error: { code: string; message: string } }
    assert.ok(error.message.length > 10)
  }
  assert.equal((await send('x'.repeat(5_000_000))).status, 413)
  assert.equal((await send('{"text":"x"}', 'text/plain')).status, 415)
  assert.equal((await send('{"text":"\\ud800 by 1 March 2027"}')).status, 200)
  assert.ok(amara)
})

/** A cookie of Grace's, signed in. */
async function signedIn(): Promise<string> {
  const { world } = desk
  const grace = await addCharacter(world, world.orgId, { name: 'Grace Lim' })
  const user = await world.house.identity.userOf(grace.personId)
  const lines = await world.house.identity.signInAs(user?.userId ?? '', new Headers())
  return lines.map((line) => line.split(';')[0]).join('; ')
}
