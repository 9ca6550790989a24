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
