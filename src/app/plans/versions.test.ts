import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { type Character, openWorld, type World } from '../../../test/world.ts'
import { makeNeed } from '../assessments/assessments.ts'
import { listCompetencies } from '../frameworks/frameworks.ts'
import { amendPlan, findObjective, planAt, planOf } from './plans.ts'

let world: World
let amara: Character
let ben: Character
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
  ben = await world.add({ name: 'Ben Hughes', standing: 'leader', team: 'Northgate' })
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
  const id = await write({ ...RING_BACK, title: 'Fewer complaints reopened' }, 'propose')
  await agree(id)
})

async function agree(id: string): Promise<void> {
  const open = await ben.session.get(at(`/objectives/${id}`))
  await ben.session.post(at(`/objectives/${id}/agreement`), {
    version: versionIn(open.html),
    [`unmet-${id}`]: 'Agreed for now.',
  })
}

test('an agreed objective changes only with a cause, stands in the plan as it was until agreed, then makes a version with a readable diff', async () => {
  const id = await write({ ...RING_BACK, title: 'Resolve billing contacts' }, 'propose')
  await agree(id)
  const version = versionIn((await amara.session.get(at(`/objectives/${id}?change=yes`))).html)
  const changed = {
    ...RING_BACK,
    title: 'Resolve billing contacts',
    need,
    version,
    target: '15',
    'due-month': '2',
    'due-day': '28',
  }
  const bare = await amara.session.post(at(`/objectives/${id}`), { ...changed, actions: '0', do: 'propose' })
  assert.equal(bare.status, 422)
  assert.match(bare.html, /href="#f-cause"/)
  await amara.session.post(at(`/objectives/${id}`), {
    ...changed,
    actions: '0',
    cause: 'organisation priority',
    'cause-reason': 'winter billing comes first',
    do: 'propose',
  })
  const before = await world.inOrg((tx) => planOf(tx, amara.personId, amara.actor, world.today))
  const stands = await world.inOrg((tx) => planAt(tx, amara.personId, before.version, amara.actor))
  assert.equal(stands.find((one) => one.objectiveId === id)?.target, 18)
  await agree(id)
  const page = await amara.session.get(at(`/plan/versions/${before.version + 1}`))
  assert.match(page.text, /target moved from 18 to 15/)
  assert.match(page.text, /due 4 weeks later, on 28 February 2027/)
  assert.match(page.text, /because a priority of the organisation changed: winter billing comes first/)
})

test('a change that is not agreed can be taken back', async () => {
  const plan = await world.inOrg((tx) => planOf(tx, amara.personId, amara.actor, world.today))
  const agreed = plan.objectives.find((one) => one.state === 'agreed' && !one.private)
  assert.ok(agreed)
  const path = at(`/objectives/${agreed.objectiveId}`)
  const version = versionIn((await amara.session.get(`${path}?change=yes`)).html)
  const draft = await amara.session.post(path, {
    ...RING_BACK,
    need,
    title: 'Quite another name',
    version,
    cause: 'feedback',
    actions: '0',
    do: 'draft',
  })
  assert.match(draft.text, /Take the change back/)
  await amara.session.post(`${path}/restoration`, { version: versionIn(draft.html) })
  const back = await seen(amara, agreed.objectiveId)
  assert.deepEqual([back?.title, back?.state, back?.cause], [agreed.title, 'agreed', null])
})

test('a review changes several objectives at once, each with its cause, and closes one: one new version', async () => {
  const plan = await world.inOrg((tx) => planOf(tx, amara.personId, amara.actor, world.today))
  const [one, two] = plan.objectives.filter((each) => each.state === 'agreed' && !each.private)
  assert.ok(one && two)
  const review = '0190aaaa-0000-7000-8000-00000000f00d'
  const leader = { ...ben.actor, leads: [amara.personId] }
  const refused = await world.inOrg((tx) =>
    amendPlan(
      tx,
      leader,
      {
        personId: amara.personId,
        changes: [{ objectiveId: one.objectiveId, cause: 'other', reason: '', due: '2026-01-01' }],
        reviewId: review,
      },
      world.today,
    ),
  )
  assert.deepEqual(refused.ok ? [] : refused.refusals.map((refusal) => refusal.field), [
    `reason-${one.objectiveId}`,
    `due-${one.objectiveId}`,
  ])
  const amended = await world.inOrg((tx) =>
    amendPlan(
      tx,
      leader,
      {
        personId: amara.personId,
        changes: [
          {
            objectiveId: one.objectiveId,
            cause: 'target missed',
            reason: 'late bills',
            due: '2027-03-31',
            addActions: [{ what: 'Teach the card at the huddle', owner: 'amara okafor', by: '2026-12-04' }],
          },
          { objectiveId: two.objectiveId, cause: 'target met', reason: '', close: 'met' },
        ],
        reviewId: review,
      },
      world.today,
    ),
  )
  assert.deepEqual(amended, { ok: true, value: plan.version + 1 })
  const after = await world.inOrg((tx) => planOf(tx, amara.personId, amara.actor, world.today))
  assert.equal(after.versions[0]?.reviewId, review)
  assert.deepEqual(
    [...new Set(after.versions[0]?.changes.map((change) => change.cause))],
    ['target missed', 'target met'],
  )
  const moved = after.objectives.find((each) => each.objectiveId === one.objectiveId)
  assert.equal(moved?.actions.at(-1)?.ownerId, amara.personId)
  assert.equal(after.objectives.find((each) => each.objectiveId === two.objectiveId)?.closedAs, 'met')
  const same = await world.inOrg((tx) =>
    amendPlan(tx, leader, { personId: amara.personId, changes: [], reviewId: review }, world.today),
  )
  assert.deepEqual(same, { ok: true, value: after.version })
})

test('a new version holds nothing that only Amara sees, and what is still being changed as it was agreed', async () => {
  const own = await write({ text: 'Speak at an evening', kind: 'personal', why: 'For me', need: '' })
  await amara.session.post(at(`/objectives/${own}/agreement`), { version: '1', [`unmet-${own}`]: 'Mine.' })
  const steady = await write({ ...RING_BACK, title: 'Steady' }, 'propose')
  await agree(steady)
  const path = at(`/objectives/${steady}`)
  await amara.session.post(path, {
    ...RING_BACK,
    need,
    title: 'Steady',
    target: '5',
    actions: '0',
    cause: 'feedback',
    version: versionIn((await amara.session.get(`${path}?change=yes`)).html),
    do: 'propose',
  })
  await agree(await write({ ...RING_BACK, title: 'Another' }, 'propose'))
  const plan = await world.inOrg((tx) => planOf(tx, amara.personId, amara.actor, world.today))
  const content = await world.inOrg((tx) => planAt(tx, amara.personId, plan.version, amara.actor))
  assert.ok(content.some((one) => one.title === 'Another'))
  assert.equal(content.find((one) => one.objectiveId === steady)?.target, 18)
  assert.equal(plan.objectives.find((one) => one.objectiveId === steady)?.target, 5)
  assert.ok(plan.objectives.some((one) => one.objectiveId === own && one.state === 'agreed'))
  assert.ok(content.every((one) => one.objectiveId !== own && !one.private))
})

test('the plan as it stood on any day: the version of that day, none before the first, and a wrong day is said', async () => {
  const own = await write({ ...RING_BACK, title: 'Stood long' }, 'propose')
  await agree(own)
  const { version } = await world.inOrg((tx) => planOf(tx, amara.personId, amara.actor, world.today))
  world.setToday('2026-12-01')
  try {
    const path = at(`/objectives/${own}`)
    const open = await amara.session.get(`${path}?change=yes`)
    await amara.session.post(path, {
      ...RING_BACK,
      need,
      title: 'Stood long',
      target: '3',
      actions: '0',
      cause: 'feedback',
      version: versionIn(open.html),
      do: 'propose',
    })
    await agree(own)
    const then = await amara.session.get(at('/plan?on=2026-11-30'))
    assert.match(then.text, /as it stood on 30 November 2026/)
    assert.match(then.text, new RegExp(`Version ${version}, in force since 17 November 2026`))
    const section = (text: string) => text.slice(text.indexOf('Stood long', text.indexOf('item by item')))
    assert.match(section(then.text), /from 26 to 18/)
    const now = await ben.session.get(at('/plan?on-day=1&on-month=12&on-year=2026'))
    assert.match(now.text, /The plan of Amara Okafor as it stood on 1 December 2026/)
    assert.match(section(now.text), /from 26 to 3/)
    const early = await amara.session.get(at('/plan?on=2026-03-01'))
    assert.match(
      early.text,
      /No plan was agreed by 1 March 2026 The first version was agreed on 17 November 2026/,
    )
    for (const wrong of ['on=2026-02-30', 'on-day=31&on-month=2&on-year=2026', 'on=yesterday'])
      assert.equal((await amara.session.get(at(`/plan?${wrong}`))).status, 422, wrong)
  } finally {
    world.setToday('2026-11-17')
  }
})

test('a version kept before objectives said more is read with nothing of what it leaves out', async () => {
  const { version } = await world.inOrg((tx) => planOf(tx, amara.personId, amara.actor, world.today))
  const older = {
    objectiveId: '0190aaaa-0000-7000-8000-0000000000aa',
    ref: 'O-99',
    personId: amara.personId,
    needId: null,
    title: 'Kept long ago',
    text: 'Ring back on the day.',
    kind: 'professional',
    why: 'The job',
    private: false,
    measure: null,
    measureName: null,
    unit: null,
    baseline: null,
    target: null,
    due: '2026-12-18',
    resources: '',
    success: '',
    priorityId: null,
    priority: null,
    servesAspiration: false,
    basis: null,
    state: 'agreed',
    unmetReason: null,
    actions: [
      {
        actionId: 'a',
        what: 'Listen in',
        owner: '',
        ownerId: null,
        by: null,
        state: 'planned',
        doneOn: null,
      },
    ],
    reading: { text: '', letters: {}, verdict: 'vague', advice: [] },
    version: 1,
    madeOn: '2026-09-01',
    proposedOn: null,
    agreedOn: '2026-09-01',
    agreedAlone: false,
    closedOn: null,
    closedAs: null,
    cause: null,
    causeReason: null,
    changedAt: '2026-09-01T10:00:00Z',
    changedBy: amara.personId,
  }
  await world.inOrg((tx) =>
    tx.db
      .insertInto('plan_version')
      .values({
        org_id: world.orgId,
        person_id: amara.personId,
        version: version + 1,
        agreed_on: world.today,
        agreed_by: ben.personId,
        agreed_by_name: 'Ben Hughes',
        alone: false,
        review_id: null,
        content: JSON.stringify([older]),
        changes: JSON.stringify([]),
      })
      .execute(),
  )
  const [kept] = await world.inOrg((tx) => planAt(tx, amara.personId, version + 1, amara.actor))
  assert.deepEqual(
    [kept?.sharing, kept?.bands, kept?.budget, kept?.after, kept?.amendedOn, kept?.declined],
    ['assessor', { partly: '', met: '', exceeded: '' }, null, null, null, null],
  )
  assert.deepEqual([kept?.actions[0]?.withWhom, kept?.actions[0]?.way], ['', null])
  assert.match((await ben.session.get(at(`/plan/versions/${version + 1}`))).text, /Kept long ago/)
  const next = await write({ ...RING_BACK, title: 'After the old one' }, 'propose')
  await agree(next)
  const page = await amara.session.get(at(`/plan/versions/${version + 2}`))
  assert.match(page.text, /O-99 taken out/)
  assert.doesNotMatch(page.text, /undefined|NaN/)
})
