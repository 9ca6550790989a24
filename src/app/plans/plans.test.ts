import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { type Character, openWorld, type World } from '../../../test/world.ts'
import { makeNeed } from '../assessments/assessments.ts'
import { listCompetencies } from '../frameworks/frameworks.ts'
import { listHistory } from '../history/history.ts'
import { findObjective, noteReview, planAt, planOf } from './plans.ts'

let world: World
let amara: Character
let ben: Character
let chidi: Character
let dana: Character
let need: string

const at = (path: string) => `/people/${amara.personId}${path}`
const idIn = (path: string) => /objectives\/([0-9a-f-]{36})/.exec(path)?.[1] ?? ''
const versionIn = (html: string) => /name="version" value="(\d+)"/.exec(html)?.[1] ?? ''

const RING_BACK = {
  kind: 'professional',
  why: 'My role needs complaints at level 4.',
  text: 'Ring back every customer on the day promised, logged in the diary, so that 18% or fewer complaints are reopened by 29 January 2027.',
  title: 'Fewer complaints reopened',
  measure: 'count',
  baseline: '26',
  target: '18',
  'due-day': '29',
  'due-month': '1',
  'due-year': '2027',
  resources: '2 hours with Priya Nair off the phones',
  actions: '2',
  'a0-what': 'Listen in on two complaint calls',
  'a0-owner': 'Amara Okafor',
  'a0-by-day': '10',
  'a0-by-month': '11',
  'a0-by-year': '2026',
  'a1-what': 'Roster 2 hours with Priya Nair',
  'a1-owner': 'Ben Hughes',
  'a1-by-day': '27',
  'a1-by-month': '11',
  'a1-by-year': '2026',
}

/** Writes an objective as Amara, and answers its identifier. */
async function write(fields: Record<string, string>, to = 'draft'): Promise<string> {
  const page = await amara.session.post(at('/objectives'), { need, cause: 'feedback', ...fields, do: to })
  assert.equal(page.status, 200, page.text.slice(0, 600))
  return idIn(page.path)
}

const seen = (who: Character, objectiveId: string) =>
  world.inOrg((tx) =>
    findObjective(tx, amara.personId, objectiveId, { ...who.actor, leads: [amara.personId] }, world.today),
  )

before(async () => {
  world = await openWorld()
  dana = await world.add({ name: 'Dana Price', standing: 'administrator' })
  ben = await world.add({ name: 'Ben Hughes', standing: 'leader', team: 'Northgate' })
  chidi = await world.add({ name: 'Chidi Eze', standing: 'quality-assurer' })
  amara = await world.add({ name: 'Amara Okafor', team: 'Northgate', leader: 'Ben Hughes' })
  need = await world.inOrg(async (tx) => {
    const [competency] = await listCompetencies(tx)
    const made = await makeNeed(
      tx,
      amara.actor,
      {
        personId: amara.personId,
        competencyId: competency?.competencyId ?? null,
        kind: 'professional',
        why: 'Complaints come back.',
        evidenceIds: [],
      },
      world.today,
    )
    if (!made.ok) throw new Error(JSON.stringify(made.refusals))
    return made.value
  })
})

test('Amara saves a few words as a draft, and nothing asks her for more', async () => {
  const page = await amara.session.post(at('/objectives'), { text: 'Get better at customers', do: 'draft' })
  assert.equal(page.status, 200)
  assert.match(page.text, /Objective O-1, draft/)
  assert.match(page.text, /0 of 5 found/)
  await amara.session.post(`${page.path}/closing`, { version: versionIn(page.html), as: 'no longer needed' })
})

test('an objective without any words is not saved, and the page says which field', async () => {
  const page = await amara.session.post(at('/objectives'), {
    text: '',
    resources: 'A quiet hour',
    do: 'draft',
  })
  assert.equal(page.status, 422)
  assert.match(page.html, /href="#f-text"/)
  assert.match(page.html, /A quiet hour/)
})

test('checking the wording answers hints and saves nothing', async () => {
  const before = await world.inOrg((tx) => planOf(tx, amara.personId, amara.actor, world.today))
  const page = await amara.session.post(at('/objectives'), { ...RING_BACK, need, do: 'check' })
  assert.equal(page.status, 200)
  assert.match(page.html, /<mark>/)
  assert.match(page.html, /<ul class="smart">/)
  assert.match(page.html, /2 hours with Priya Nair off the phones/)
  const after = await world.inOrg((tx) => planOf(tx, amara.personId, amara.actor, world.today))
  assert.equal(after.objectives.length, before.objectives.length)
})

test('adding an action keeps what was typed and gives another row', async () => {
  const page = await amara.session.post(at('/objectives'), { ...RING_BACK, need, do: 'add' })
  assert.match(page.html, /name="a2-what"/)
  assert.match(page.html, /value="Listen in on two complaint calls"/)
})

test('Amara proposes, Ben questions, Amara answers, Ben agrees: version 1 of the plan', async () => {
  const id = await write(RING_BACK, 'propose')
  const proposed = await ben.session.get(at(`/objectives/${id}`))
  assert.match(proposed.text, /Amara Okafor proposes this/)
  const empty = await ben.session.post(at(`/objectives/${id}/question`), {
    version: versionIn(proposed.html),
    question: '',
  })
  assert.equal(empty.status, 422)
  await ben.session.post(at(`/objectives/${id}/question`), {
    version: versionIn(proposed.html),
    question: 'Who rosters the two hours?',
  })
  const asked = await amara.session.get(at(`/objectives/${id}`))
  assert.match(asked.text, /Ben Hughes asked on 17 November 2026: “Who rosters the two hours\?”/)
  const actions = Object.fromEntries(
    [...asked.html.matchAll(/name="(a\d-id)" value="([0-9a-f-]{36})"/g)].map((match) => [
      match[1] ?? '',
      match[2] ?? '',
    ]),
  )
  await amara.session.post(at(`/objectives/${id}`), {
    ...RING_BACK,
    ...actions,
    need,
    version: versionIn(asked.html),
    answer: 'You do, by 27 November.',
    do: 'propose',
  })
  const again = await ben.session.get(at(`/objectives/${id}`))
  assert.match(again.text, /“You do, by 27 November\.”/)
  const agreed = await ben.session.post(at(`/objectives/${id}/agreement`), {
    version: versionIn(again.html),
    [`unmet-${id}`]: 'We look at it again in January.',
  })
  assert.match(agreed.text, /agreed on 17 November 2026/)
  const kept = await world.inOrg((tx) => planAt(tx, amara.personId, 1, amara.actor))
  assert.deepEqual(
    kept.map((one) => [one.title, one.target, one.actions.length]),
    [['Fewer complaints reopened', 18, 2]],
  )
  const history = await world.inOrg((tx) => listHistory(tx, { recordId: id }))
  assert.deepEqual(history.map((entry) => entry.kind).sort(), [
    'plans.agreed',
    'plans.proposed',
    'plans.proposed',
    'plans.questioned',
    'plans.saved',
    'plans.saved',
  ])
})

test('agreeing with an unmet letter takes a stated reason; the reason is kept', async () => {
  const id = await write({ text: 'Be nicer on the phone', why: 'Customers said so.' }, 'propose')
  const page = await ben.session.get(at(`/objectives/${id}`))
  assert.match(page.text, /not yet specific, measurable, achievable and time-bound/)
  const version = versionIn(page.html)
  const bare = await ben.session.post(at(`/objectives/${id}/agreement`), { version })
  assert.equal(bare.status, 422)
  assert.match(bare.html, new RegExp(`href="#f-unmet-${id}"`))
  await ben.session.post(at(`/objectives/${id}/agreement`), { version, [`unmet-${id}`]: 'A start.' })
  assert.equal((await seen(ben, id))?.unmetReason, 'A start.')
})

test('Amara cannot agree her own objective while Ben leads her, and Ben cannot agree a draft', async () => {
  const id = await write({ ...RING_BACK, title: 'A draft' })
  const own = await amara.session.post(at(`/objectives/${id}/agreement`), { version: '1' })
  assert.equal(own.status, 422)
  assert.match(own.text, /Ben Hughes agrees O-\d: propose it/)
  const early = await ben.session.post(at(`/objectives/${id}/agreement`), { version: '1' })
  assert.equal(early.status, 422)
  assert.match(early.text, /not proposed now/)
})

test('a form posted after somebody else changed the objective is answered with who and when, and keeps what was typed', async () => {
  const id = await write(RING_BACK, 'propose')
  const open = await amara.session.get(at(`/objectives/${id}?change=yes`))
  const seenBy = await ben.session.get(at(`/objectives/${id}`))
  await ben.session.post(at(`/objectives/${id}/question`), {
    version: versionIn(seenBy.html),
    question: 'Why 18?',
  })
  const late = await amara.session.post(at(`/objectives/${id}`), {
    ...RING_BACK,
    need,
    text: 'Something I typed for half an hour',
    version: versionIn(open.html),
    do: 'draft',
  })
  assert.equal(late.status, 409)
  assert.match(late.text, /Ben Hughes changed O-\d+ on 17 November 2026 at 10:00/)
  assert.match(late.html, /Something I typed for half an hour/)
  assert.match(late.text, /O-\d+ as it is now/)
  const again = await amara.session.post(at(`/objectives/${id}`), {
    ...RING_BACK,
    need,
    text: 'Something I typed for half an hour',
    version: versionIn(late.html),
    do: 'draft',
  })
  assert.equal(again.status, 200)
})

test('a personal objective is only hers: no page, count or version shows it to anybody else', async () => {
  const id = await write({
    text: 'Speak at a community evening by 31 March 2027',
    kind: 'personal',
    why: 'For me',
    need: '',
  })
  const page = await amara.session.get(at(`/objectives/${id}`))
  assert.match(page.text, /Put it in my plan/)
  const versions = await world.inOrg((tx) => planOf(tx, amara.personId, amara.actor, world.today))
  const put = await amara.session.post(at(`/objectives/${id}/agreement`), {
    version: versionIn(page.html),
    [`unmet-${id}`]: 'It is for me.',
  })
  assert.match(put.text, /in your plan since/)
  const plan = await amara.session.get(at('/plan'))
  assert.match(plan.text, /Speak at a community evening/)
  assert.match(plan.text, /Only you/)
  for (const who of [ben, chidi]) {
    assert.doesNotMatch((await who.session.get(at('/plan'))).text, /community evening|Only you/)
    assert.equal((await who.session.get(at(`/objectives/${id}`))).status, 404)
    assert.equal(await seen(who, id), null)
  }
  const after = await world.inOrg((tx) => planOf(tx, amara.personId, amara.actor, world.today))
  assert.equal(after.version, versions.version, 'no version is made that would give it away')
  const history = await world.inOrg((tx) => listHistory(tx, { recordId: id }))
  assert.ok(history.every((entry) => !JSON.stringify(entry.payload).includes('community')))
})

test('a shared objective cannot close a need that is only hers', async () => {
  const own = await world.inOrg(async (tx) => {
    const made = await makeNeed(
      tx,
      amara.actor,
      {
        personId: amara.personId,
        competencyId: null,
        title: 'Speak without a script',
        kind: 'personal',
        why: 'For the allotment society',
        evidenceIds: [],
      },
      world.today,
    )
    if (!made.ok) throw new Error(JSON.stringify(made.refusals))
    return made.value
  })
  const page = await amara.session.post(at('/objectives'), { ...RING_BACK, need: own, do: 'draft' })
  assert.equal(page.status, 422)
  assert.match(page.text, /only yours, so the objective is too/)
})

test('the plan page says who waits for whom, and an action is marked as done from it', async () => {
  await world.inOrg((tx) =>
    noteReview(tx, amara.personId, { number: 1, reviewId: null, day: '2026-11-24', held: false }),
  )
  const page = await amara.session.get(at('/plan'))
  assert.match(page.text, /Your action is late: Listen in on two complaint calls/)
  assert.match(page.text, /7 days late/)
  assert.match(page.text, /Next review 24 November 2026/)
  const mark = /action="([^"]+\/completion)"/.exec(page.html)?.[1] ?? ''
  const done = await amara.session.post(mark, { done: 'yes', back: 'plan' })
  assert.equal(done.path, at('/plan'))
  const objective = await seen(amara, idIn(mark))
  assert.equal(objective?.actions.find((action) => mark.includes(action.actionId))?.doneOn, '2026-11-17')
})

test('Dana sets a priority, an objective serves it, and an ended one is offered no longer', async () => {
  const wrong = await dana.session.post('/priorities', {
    title: '',
    owner: '',
    'from-day': '31',
    'from-month': '2',
    'from-year': '2026',
  })
  assert.equal(wrong.status, 422)
  await dana.session.post('/priorities', {
    title: 'Winter billing: settled in one call',
    owner: 'Ruth Adler',
    'from-day': '2',
    'from-month': '11',
    'from-year': '2026',
    measure: 'fcr',
  })
  const form = await amara.session.get(at('/objectives/new'))
  const priority = /<option value="([0-9a-f-]{36})"[^>]*>Winter billing/.exec(form.html)?.[1] ?? ''
  const id = await write({ ...RING_BACK, priority })
  assert.equal((await seen(amara, id))?.priority, 'Winter billing: settled in one call')
  await dana.session.post(`/priorities/${priority}/ending`)
  world.setToday('2026-11-18')
  try {
    assert.doesNotMatch((await amara.session.get(at('/objectives/new'))).html, /Winter billing/)
    assert.equal((await seen(amara, id))?.priority, 'Winter billing: settled in one call')
  } finally {
    world.setToday('2026-11-17')
  }
  assert.equal((await amara.session.post('/priorities', { title: 'Mine' })).status, 403)
})

test('an objective serves where Amara wants to go only once she has said it', async () => {
  const early = await amara.session.post(at('/objectives'), {
    ...RING_BACK,
    need,
    aspiration: 'yes',
    do: 'draft',
  })
  assert.equal(early.status, 422)
  await amara.session.post(at('/aspiration'), { aspiration: 'Team leader by the end of 2028' })
  const id = await write({ ...RING_BACK, need: '', aspiration: 'yes' })
  assert.equal((await seen(amara, id))?.servesAspiration, true)
  assert.match((await ben.session.get(at('/plan'))).text, /Team leader by the end of 2028/)
})

test('a person whom nobody leads agrees with themself, and the plan says that nobody else did', async () => {
  const grace = await world.add({ name: 'Grace Lim', leader: null })
  const home = `/people/${grace.personId}`
  const page = await grace.session.post(`${home}/objectives`, {
    text: 'Log 10 compliments by 31 January 2027',
    kind: 'personal',
    sharing: 'assessor',
    why: 'To see what works',
    do: 'propose',
  })
  assert.match(page.text, /Nobody leads you yet/)
  const id = idIn(page.path)
  const agreed = await grace.session.post(`${page.path}/agreement`, {
    version: versionIn(page.html),
    [`unmet-${id}`]: 'I try it first.',
  })
  assert.match(agreed.text, /not agreed by anybody else/)
  assert.match((await grace.session.get(`${home}/plan`)).text, /Grace Lim alone, not agreed by anybody else/)
})
