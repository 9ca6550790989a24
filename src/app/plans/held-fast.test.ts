import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openPlans, RING_BACK } from '../../../test/plan-desk.ts'
import { addPriority, agree, listPriorities, markAction, moveObjective, takeBackChange } from './plans.ts'
import { listSaid, saveSaid } from './store/said.ts'

const desk = await openPlans()
const { world, amara, ben, chidi, need, at, write, change, agree: agreed, viewer, seen, versionIn } = desk

const ACTIONS = {
  actions: '1',
  'a0-what': 'Listen in on two calls',
  'a0-by-day': '10',
  'a0-by-month': '11',
  'a0-by-year': '2026',
}

const mark = (objectiveId: string, actionId: string, who = amara) =>
  world.inOrg((tx) =>
    markAction(tx, viewer(who), { personId: amara.personId, objectiveId, actionId, done: true }, world.today),
  )

const messages = (outcome: { ok: boolean; refusals?: readonly { message: string }[] }) =>
  (outcome.refusals ?? []).map(({ message }) => message).join(' ')

test('what an assessor reads of an objective counts nothing that only the leader reads in the workload', async () => {
  const load = async (id: string, who = chidi) => JSON.stringify((await seen(id, who))?.reading)
  const open = await write({ title: 'Open', ...ACTIONS })
  const before = await load(open)
  for (const name of ['One', 'Two', 'Three', 'Four', 'Five'])
    await write({ title: name, kind: 'personal', sharing: 'leader', need: '', ...ACTIONS })
  assert.equal(await load(open), before)
  assert.equal(await load(open, ben), before, 'the reading of an objective is the same for all its readers')
})

test('an order that Ben asks for never speaks of what only Amara sees, nor moves it', async () => {
  const secret = await write({ title: 'Mine', kind: 'personal', sharing: 'me', need: '' }, 'draft')
  const place = (await seen(secret))?.place
  const asked = { personId: amara.personId, objectiveId: secret, to: 'up' as const }
  const moved = await world.inOrg((tx) => moveObjective(tx, viewer(ben), asked))
  assert.match(messages(moved), /no longer here/)
  const below = await write({ title: 'Below' })
  await world.inOrg((tx) => moveObjective(tx, viewer(ben), { ...asked, objectiveId: below }))
  assert.equal((await seen(secret))?.place, place)
})

test('where nobody leads Adaeze she agrees her objective alone, and approves no money of it herself', async () => {
  const adaeze = await world.add({ name: 'Adaeze Obi' })
  const path = `/people/${adaeze.personId}/objectives`
  const own = { kind: 'personal', sharing: 'assessor' }
  const fields = { ...RING_BACK, ...own, 'budget-amount': '200', 'budget-for': 'a course', do: 'draft' }
  const page = await adaeze.session.post(path, fields)
  const objectiveId = /objectives\/([0-9a-f-]{36})/.exec(page.path)?.[1] ?? ''
  const done = await adaeze.session.post(`${path}/${objectiveId}/agreement`, {
    version: versionIn(page.html),
    [`unmet-${objectiveId}`]: 'It will do.',
    budget: 'yes',
  })
  assert.equal(done.status, 200, done.text)
  assert.match(done.text, /£200/)
  assert.doesNotMatch(done.text, /approved by/)
  const money = await world.inOrg((tx) =>
    tx.db
      .selectFrom('objective')
      .select(['state', 'budget_state'])
      .where('objective_id', '=', objectiveId)
      .execute(),
  )
  assert.deepEqual(money, [{ state: 'agreed', budget_state: 'asked' }])
})

test('an agreed objective without a change has none to take back', async () => {
  const id = await write({ title: 'Settled' })
  await agreed(id)
  const version = (await seen(id))?.version ?? 0
  const asked = { personId: amara.personId, objectiveId: id, version }
  const back = await world.inOrg((tx) => takeBackChange(tx, amara.actor, asked))
  assert.match(messages(back), /There is no change to take back/)
  assert.equal((await seen(id))?.version, version)
})

test('an action of a closed objective is marked no longer, nor one that was dropped', async () => {
  const id = await write({ title: 'To close', ...ACTIONS }, 'draft')
  const actionId = (await seen(id))?.actions[0]?.actionId ?? ''
  const rest = { title: 'To close', ...ACTIONS, 'a0-id': actionId }
  await change(id, { ...rest, 'a0-drop': 'yes' }, 'draft')
  assert.match(messages(await mark(id, actionId)), /no longer in the plan/)
  assert.equal(
    (await seen(id))?.actions.some(({ state }) => state === 'done'),
    false,
  )
  const other = await write({ title: 'Closed', ...ACTIONS }, 'draft')
  const kept = (await seen(other))?.actions[0]?.actionId ?? ''
  const version = String((await seen(other))?.version)
  const closed = await amara.session.post(at(`/objectives/${other}/closing`), {
    version,
    as: 'no longer needed',
  })
  assert.equal(closed.status, 200, closed.text)
  assert.match(messages(await mark(other, kept)), /is closed\./)
  assert.equal((await seen(other))?.actions[0]?.state, 'planned')
})

test('Amara who changed it in another window is told that she did, and Ben is told her name', async () => {
  const id = await write({ title: 'Two windows' }, 'draft')
  const { html } = await amara.session.get(at(`/objectives/${id}?change=yes`))
  await change(id, { title: 'Two windows', target: '12' }, 'draft')
  const fields = { need, ...RING_BACK, title: 'Two windows', target: '9', do: 'draft' }
  const late = await amara.session.post(at(`/objectives/${id}`), { ...fields, version: versionIn(html) })
  assert.equal(late.status, 409)
  assert.match(late.text, /You changed O-\d+ on 17 November 2026/)
  assert.doesNotMatch(late.text, /Amara Okafor changed/)
})

test('figures without a measure are asked about, never dropped', async () => {
  const page = await amara.session.post(at('/objectives'), { need, ...RING_BACK, measure: '', do: 'draft' })
  assert.equal(page.status, 422)
  assert.match(page.html, /href="#f-measure"/)
  assert.match(page.text, /Say what the figures measure/)
  assert.match(page.html, /name="baseline" value="26"/)
  assert.match(page.html, /name="target" value="18"/)
  assert.ok(await write({ title: 'Unmeasured', measure: '', baseline: '', target: '' }, 'draft'))
})

test('what was said and what the organisation wants stand in the order in which they were written', async () => {
  const id = await write({ title: 'Talked over' }, 'draft')
  const objective = await seen(id)
  assert.ok(objective)
  const words = Array.from({ length: 12 }, (_, at) => `Word ${at + 1}`)
  const [said, titles] = await world.inOrg(async (tx) => {
    const still = { ...tx, newId: () => crypto.randomUUID() }
    const by = { byId: amara.personId, byName: 'Amara Okafor', kind: 'proposal' as const }
    await saveSaid(still, objective, { ...by, day: '2026-11-18', words: 'The day after' })
    for (const each of words) await saveSaid(still, objective, { ...by, day: '2026-11-17', words: each })
    const dana = { ...amara.actor, standings: ['administrator' as const] }
    for (const title of words) {
      const added = await addPriority(still, dana, {
        title,
        owner: 'Dana',
        from: '2026-11-02',
        to: null,
        measure: null,
      })
      assert.ok(added.ok, messages(added))
    }
    return [await listSaid(tx, id), await listPriorities(tx)] as const
  })
  assert.deepEqual(
    said.map((one) => one.words),
    [...words, 'The day after'],
  )
  assert.deepEqual(
    titles.map(({ title }) => title),
    words,
  )
})

test('a personal objective that Ben reads too serves Amara herself, needs no measure, and stands among what is hers', async () => {
  const first = await write({ title: 'Before it' })
  const ref = (await seen(first))?.ref
  const id = await write({
    title: 'Learn Yoruba',
    kind: 'personal',
    sharing: 'leader',
    need: '',
    measure: '',
    baseline: '',
    target: '',
    after: first,
  })
  const own = (await seen(id))?.ref
  const { text, html } = await amara.session.get(at('/plan'))
  assert.match(text, new RegExp(`For yourself Learn Yoruba ${own}`))
  const row = /<tr[^>]*>(?:(?!<\/tr>).)*Learn Yoruba(?:(?!<\/tr>).)*<\/tr>/s.exec(
    html.slice(html.indexOf('Objectives with their place')),
  )?.[0]
  assert.match(row ?? '', /Yourself/)
  assert.doesNotMatch(row ?? '', /class="miss">none|the role/)
  assert.match(row ?? '', new RegExp(`comes after <span class="nw">${ref}`))
  assert.match((await ben.session.get(at('/plan'))).text, new RegExp(`For the person Learn Yoruba ${own}`))
})

test('a priority with an end says on the plan until when it counts', async () => {
  const dana = { ...amara.actor, standings: ['administrator' as const] }
  const asked = {
    title: 'Winter billing',
    owner: 'Dana',
    from: '2026-11-02',
    to: '2027-03-31',
    measure: null,
  }
  await world.inOrg((tx) => addPriority(tx, dana, asked))
  assert.match(
    (await ben.session.get(at('/plan'))).text,
    /Winter billing . From 2 November 2026 to 31 March 2027/,
  )
})

test('the thread of an objective claims nothing about impact or an award: it leads to the account', async () => {
  const id = await write({ title: 'Thread' })
  await agreed(id)
  const { text } = await ben.session.get(at(`/objectives/${id}`))
  assert.match(text, /Impact on practice What came of it Award What is awarded/)
  assert.doesNotMatch(text, /Not started|Not yet decided/)
})

test('Ben cannot agree what Amara has not proposed', async () => {
  const id = await write({ title: 'Unproposed' }, 'draft')
  const version = (await seen(id))?.version ?? 0
  const items = [{ objectiveId: id, version, reason: 'For now.' }]
  const outcome = await world.inOrg((tx) =>
    agree(tx, viewer(ben), { personId: amara.personId, items }, world.today),
  )
  assert.match(messages(outcome), /is not proposed now/)
})
