import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { as, developFully, got } from '../../../test/developed.ts'
import { type Character, openWorld, type World } from '../../../test/world.ts'
import type { Day } from '../../kernel/day.ts'
import { makeNeed } from '../assessments/assessments.ts'
import { listCompetencies } from '../frameworks/frameworks.ts'
import { listHistory } from '../history/history.ts'
import { place } from '../people/people.ts'
import { tendAll } from './jobs.ts'
import { newlyEscalated, type StaleThing, staleBelow, staleOf } from './staleness.ts'

let world: World
let grace: Character
let ben: Character
let amara: Character
let tom: Character
let chidi: Character
let dana: Character
let objectiveId: string
let competencyId: string

before(async () => {
  world = await openWorld({ today: '2025-07-01' })
  grace = await world.add({ name: 'Grace Lim', standing: 'leader' })
  ben = await world.add({ name: 'Ben Hughes', standing: 'leader', team: 'Northgate', leader: 'Grace Lim' })
  amara = await world.add({ name: 'Amara Okafor', team: 'Northgate', leader: 'Ben Hughes' })
  tom = await world.add({ name: 'Tom Walsh' })
  chidi = await world.add({ name: 'Chidi Eze', standing: 'assessor' })
  dana = await world.add({ name: 'Dana Price', standing: 'administrator' })
  objectiveId = (await developFully(world, amara, ben)).objectiveId
  competencyId = (await world.inOrg(listCompetencies)).find((one) => !one.soft)?.competencyId ?? ''
  const path = `/people/${amara.personId}/objectives/${objectiveId}`
  const { html } = await amara.session.get(path)
  for (const [, action] of html.matchAll(/actions\/([0-9a-f-]{36})\/completion/g))
    await amara.session.post(`${path}/actions/${action}/completion`, { done: 'yes' })
})

/** What one reader may know of somebody's plan on a day. */
async function seen(whose: Character, by: Character, day: Day): Promise<StaleThing[]> {
  const viewer = await as(world, by)
  return world.inOrg((tx) => staleOf(tx, whose.personId, viewer, day))
}
const kindsOf = (things: readonly StaleThing[]) => things.map(({ kind }) => kind)
const claimed = async (day: Day) =>
  (await world.inOrg((tx) => newlyEscalated(tx, day))).map(({ toPersonId, kind, ref }) => [
    [grace, ben, amara, tom].find(({ personId }) => personId === toPersonId)?.person.name,
    kind,
    ref,
  ])
const historyOf = async (kind: string): Promise<Record<string, unknown>[]> =>
  (await world.inOrg((tx) => listHistory(tx, { personId: amara.personId }, 200)))
    .filter((entry) => entry.kind === kind)
    .map(({ payload, actorId }) => ({ ...(payload as Record<string, unknown>), actorId }))

// The last review was on 3 November 2025, so 12 weeks are over on 26 January 2026.
test('Amara sees the review that is due at once, Ben after 14 days, Grace after 28, and nobody else at all', async () => {
  assert.deepEqual(kindsOf(await seen(amara, amara, '2026-01-25')), [])
  for (const [day, own, leader, head] of [
    ['2026-01-26', 1, 0, 0],
    ['2026-02-08', 1, 0, 0],
    ['2026-02-09', 1, 1, 0],
    ['2026-02-22', 1, 1, 0],
    ['2026-02-23', 1, 1, 1],
  ] as const) {
    const counts = [amara, ben, grace].map(async (by) => (await seen(amara, by, day)).length)
    assert.deepEqual(await Promise.all(counts), [own, leader, head], day)
  }
  for (const nobody of [tom, chidi, dana]) assert.deepEqual(await seen(amara, nobody, '2026-06-30'), [])
})

test('each page says it calmly, and offers the click that mends it', async () => {
  world.setToday('2026-02-08')
  const home = await amara.session.get('/home')
  assert.match(
    home.text,
    /Waiting for you .* Review your plan The plan was last looked at together on 3 November 2025/,
  )
  assert.match(home.text, /Waiting since 26 January 2026\. Book a review for Tuesday 17 February/)
  const early = await ben.session.get('/team')
  assert.doesNotMatch(early.text, /Where you could help|waited since/)
  assert.match(early.text, /Stale plans 0/)
  assert.doesNotMatch((await grace.session.get('/team')).text, /Amara/)
  world.setToday('2026-02-09')
  const team = await ben.session.get('/team')
  assert.match(team.text, /Where you could help .*Amara Okafor Review the plan ?\./)
  assert.match(team.text, /Stale plans 1/)
  assert.doesNotMatch(team.html, /tag-late/)
})

test('further up, the name and the kind of thing are read, and nothing of what it says', async () => {
  world.setToday('2026-03-30')
  const needId = got(
    await world.inOrg(async (tx) =>
      makeNeed(
        tx,
        await as(world, amara),
        {
          personId: amara.personId,
          competencyId,
          title: 'Handle shouting customers',
          kind: 'professional',
          why: 'Two calls went wrong.',
          evidenceIds: [],
        },
        '2026-01-05',
      ),
    ),
  )
  const [mine, leaders, heads] = await Promise.all(
    [amara, ben, grace].map((by) => seen(amara, by, '2026-03-30')),
  )
  for (const things of [mine, leaders, heads])
    assert.deepEqual(kindsOf(things ?? []), ['need without objective', 'no review'])
  assert.equal(mine?.[0]?.mend.href, `/people/${amara.personId}/objectives/new?need=${needId}`)
  assert.match(leaders?.[0]?.title ?? '', /Amara Okafor: N-\d: Handle shouting customers/)
  assert.equal(heads?.[0]?.title, 'Amara Okafor: a need without an objective')
  assert.doesNotMatch(JSON.stringify(heads), /shouting|N-\d|objectives/)
  const page = await grace.session.get('/team')
  assert.match(
    page.text,
    /Up the line .*Amara Okafor A need without an objective and a review of the plan\. Led by Ben Hughes\./,
  )
  assert.doesNotMatch(page.text, /shouting/)
  const below = await world.inOrg(async (tx) => staleBelow(tx, await as(world, grace), '2026-03-30'))
  assert.deepEqual(
    below.map(({ seenAs, step }) => [seenAs, step]),
    [
      ['line', 2],
      ['line', 2],
    ],
  )
})

test('an objective that only Amara sees waits for her alone, for ever, and leaves no trace', async () => {
  const fields = {
    kind: 'personal',
    title: 'Write a will',
    text: 'Write a will by 1 February 2026',
    why: 'For the children.',
    'due-day': '1',
    'due-month': '2',
    'due-year': '2026',
    do: 'save',
  }
  assert.equal((await amara.session.post(`/people/${amara.personId}/objectives`, fields)).status, 200)
  assert.ok((await seen(amara, amara, '2027-06-30')).some(({ title }) => /Write a will/.test(title)))
  for (const by of [ben, grace])
    assert.doesNotMatch(JSON.stringify(await seen(amara, by, '2027-06-30')), /Write a will/)
})

test('each step is told once, to each of the three, and the history has it', async () => {
  assert.deepEqual((await claimed('2026-03-30')).sort(), [
    ['Amara Okafor', 'need without objective', 'N-2'],
    ['Amara Okafor', 'no review', ''],
    ['Ben Hughes', 'need without objective', 'N-2'],
    ['Ben Hughes', 'no review', ''],
    ['Grace Lim', 'need without objective', 'N-2'],
    ['Grace Lim', 'no review', ''],
  ])
  assert.deepEqual(await claimed('2026-03-30'), [])
  const shown = await historyOf('reviews.waiting-shown')
  assert.deepEqual(
    shown
      .filter(({ kind }) => kind === 'no review')
      .map(({ step, to }) => [step, to])
      .sort(),
    [
      [0, amara.personId],
      [1, ben.personId],
      [2, grace.personId],
    ],
  )
  await tendAll(world.house)
  assert.equal((await historyOf('reviews.waiting-shown')).length, shown.length)
})

test('Grace asks Ben with one click, Ben reads it, and nobody else can ask', async () => {
  world.setToday('2026-03-30')
  const asked = { person: amara.personId }
  assert.equal((await ben.session.post('/team/asking', asked)).status, 404)
  assert.equal((await amara.session.post('/team/asking', asked)).status, 403)
  assert.equal((await grace.session.post('/team/asking', { person: tom.personId })).status, 404)
  const page = await grace.session.post('/team/asking', asked)
  assert.match(page.text, /Ben Hughes reads on the team page that you asked/)
  assert.match(page.text, /You asked on 30 March 2026\. Asked/)
  assert.match(
    (await ben.session.get('/team')).text,
    /Grace Lim asked on 30 March 2026 whether you need time/,
  )
})

test('one click books the review; a plan that has lain for four weeks too long waits until it is held', async () => {
  world.setToday('2026-03-31')
  const [mend] = (await seen(amara, ben, '2026-03-31')).filter(({ kind }) => kind === 'no review')
  assert.equal(mend?.mend.text, 'Book a review for Tuesday 7 April')
  assert.equal((await ben.session.post(mend?.mend.href ?? '', mend?.mend.post ?? {})).status, 200)
  const both = ['need without objective', 'no review']
  assert.deepEqual(kindsOf(await seen(amara, ben, '2026-03-31')), both)
  assert.deepEqual(kindsOf(await seen(amara, grace, '2026-03-31')), both)
  assert.deepEqual(await historyOf('reviews.waiting-mended'), [])
  assert.match((await ben.session.get('/team')).text, /Review it on 7 April 2026/)
})

test('an objective made of the need mends it; Amara’s link brings the need along', async () => {
  const [need] = (await seen(amara, amara, '2026-03-31')).filter(
    ({ kind }) => kind === 'need without objective',
  )
  const form = await amara.session.get(need?.mend.href ?? '')
  assert.match(form.text, /Handle shouting customers/)
  const fields = {
    need: need?.recordId ?? '',
    text: 'Calm three shouting customers by June 2026',
    do: 'save',
  }
  assert.equal((await amara.session.post(`/people/${amara.personId}/objectives`, fields)).status, 200)
  assert.equal(kindsOf(await seen(amara, amara, '2026-03-31')).includes('need without objective'), false)
  assert.deepEqual(
    (await historyOf('reviews.waiting-mended')).map(({ kind, actorId }) => [kind, actorId]),
    [['need without objective', amara.personId]],
  )
})

test('where a date has passed, the link opens the change with its cause chosen', async () => {
  world.setToday('2026-06-01')
  const [passed] = (await seen(amara, amara, '2026-06-01')).filter(({ recordId }) => recordId === objectiveId)
  assert.equal(passed?.kind, 'deadline passed')
  const form = await amara.session.get(passed?.mend.href ?? '')
  assert.match(form.html, /<option value="target missed" selected/)
  assert.ok(form.html.includes(`id="${passed?.mend.href.split('#')[1]}"`))
})

test('where an objective has no action, the link opens an empty row for one', async () => {
  const personId = tom.personId
  const fields = { kind: 'personal', text: 'Walk to work three days a week', why: 'For my back.', do: 'save' }
  const [, id] = (await tom.session.post(`/people/${personId}/objectives`, fields)).html.match(
    /objectives\/([0-9a-f-]{36})\/agreement/,
  ) ?? ['', '']
  const path = `/people/${personId}/objectives/${id}`
  const reason = { version: '1', [`unmet-${id}`]: 'It is only for me.' }
  const agreed = await tom.session.post(`${path}/agreement`, reason)
  assert.equal(agreed.status, 200, agreed.text.slice(300, 900))
  const thing = (await seen(tom, tom, '2026-12-01')).find(({ kind }) => kind === 'objective without action')
  const form = await tom.session.get(thing?.mend.href ?? '')
  assert.ok(form.html.includes(`id="${thing?.mend.href.split('#')[1]}"`))
})

test('Dana sets the steps; Ben then sees it a day later, and a wrong number is refused', async () => {
  const path = '/review-rhythm/waiting'
  assert.equal((await ben.session.get(path)).status, 403)
  const refused = await dana.session.post(path, { 'leader-days': '0', 'line-days': 'soon' })
  assert.equal(refused.status, 422)
  assert.equal(refused.text.match(/Give whole days, from 1 to 90/g)?.length, 4)
  assert.equal(kindsOf(await seen(amara, ben, '2026-06-02')).includes('deadline passed'), false)
  assert.match(
    (await dana.session.post(path, { 'leader-days': '1', 'line-days': '3' })).text,
    /The steps are saved/,
  )
  assert.equal(kindsOf(await seen(amara, ben, '2026-06-02')).includes('deadline passed'), true)
  assert.equal(kindsOf(await seen(amara, grace, '2026-06-04')).includes('deadline passed'), false)
  assert.equal(kindsOf(await seen(amara, grace, '2026-06-05')).includes('deadline passed'), true)
})

test('whoever leads Amara now is told too, and nobody twice', async () => {
  world.setToday('2026-06-05')
  await claimed('2026-06-05')
  const hannah = await world.add({ name: 'Hannah Shaw', standing: 'leader', leader: 'Grace Lim' })
  const to = {
    personId: amara.personId,
    team: 'Northgate',
    leaderId: hannah.personId,
    job: null,
    roleId: null,
  }
  await world.inOrg((tx) => place(tx, null, { ...to, from: '2026-06-05' }))
  const told = await world.inOrg((tx) => newlyEscalated(tx, '2026-06-05'))
  assert.deepEqual(
    told
      .filter(({ personId }) => personId === amara.personId)
      .map(({ toPersonId, kind }) => [toPersonId === hannah.personId, kind])
      .sort(),
    [
      [true, 'deadline passed'],
      [true, 'no review'],
    ],
  )
  assert.deepEqual(await seen(amara, ben, '2026-06-05'), [])
})

test('with nobody above, what waits stays with the person, and the page says so', async () => {
  world.setToday('2026-03-01')
  await world.inOrg(async (tx) =>
    makeNeed(
      tx,
      await as(world, tom),
      {
        personId: tom.personId,
        competencyId,
        title: 'Type faster',
        kind: 'professional',
        why: 'Calls wait.',
        evidenceIds: [],
      },
      '2026-01-05',
    ),
  )
  const [thing] = await seen(tom, tom, '2026-09-01')
  assert.deepEqual([thing?.kind, thing?.step], ['need without objective', 0])
  assert.match((await tom.session.get('/home')).text, /Nobody leads you, so this stays with you/)
})
