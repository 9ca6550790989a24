import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openPlans } from '../../../test/plan-desk.ts'
import { listHistory } from '../history/history.ts'
import { paths } from '../paths.ts'
import { planAt } from './plans.ts'

const due = (id: string, [day, month, year]: [string, string, string]) => ({
  [`due-${id}-day`]: day,
  [`due-${id}-month`]: month,
  [`due-${id}-year`]: year,
})

const hidden = (html: string, name: string) =>
  new RegExp(`name="${name}" value="(\\d+)"`).exec(html)?.[1] ?? ''

/** Amara's plan with objectives agreed, and her form at the end of the year. */
async function atYearEnd(titles: string[]) {
  const desk = await openPlans()
  const ids: string[] = []
  for (const title of titles) {
    const id = await desk.write({ title })
    assert.equal((await desk.agree(id)).status, 200)
    ids.push(id)
  }
  const year = paths.year(desk.amara.personId)
  const propose = async (fields: Record<string, string>) => {
    const { html } = await desk.amara.session.get(year)
    const versions = ids.map((id) => [`version-${id}`, hidden(html, `version-${id}`)])
    return desk.amara.session.post(year, { ...Object.fromEntries(versions), ...fields })
  }
  const decide = async (act: string, fields: Record<string, string> = {}) => {
    const { html } = await desk.ben.session.get(year)
    return desk.ben.session.post(`${year}/${act}`, { version: hidden(html, 'version'), ...fields })
  }
  return { ...desk, ids, year, propose, decide }
}

test('Amara closes her year with Ben: one version, in which each objective ends or is carried over', async () => {
  const desk = await atYearEnd(['Ring back', 'Handle billing calls'])
  const { amara, ben, ids, year, propose, decide, at, world } = desk
  const [ringBack = '', billing = ''] = ids
  const before = (await desk.plan()).version
  assert.match((await amara.session.get(at('/plan'))).text, /Close the year 2026/)

  const lacking = await propose({ [`fate-${ringBack}`]: 'met', [`fate-${billing}`]: 'carry' })
  assert.equal(lacking.status, 422)
  assert.match(lacking.html, new RegExp(`href="#f-due-${billing}"`))
  assert.match(lacking.html, new RegExp(`href="#f-cause-${billing}"`))
  assert.match(lacking.html, /value="met"[^>]*checked/)

  const proposed = await propose({
    [`fate-${ringBack}`]: 'met',
    [`fate-${billing}`]: 'carry',
    ...due(billing, ['26', '3', '2027']),
    [`cause-${billing}`]: 'organisation priority',
    [`reason-${billing}`]: 'The training was moved.',
  })
  assert.match(proposed.text, /Proposed\. Now Ben Hughes agrees/)
  assert.match(proposed.text, /You wait for Ben Hughes: agree the close of 2026/)
  assert.equal((await desk.plan()).version, before, 'nothing changes before it is agreed')
  assert.match(
    (await ben.session.get(at('/plan'))).text,
    /Amara Okafor waits for you: agree the close of 2026/,
  )
  assert.match((await ben.session.get(paths.team)).text, /Agree how Amara Okafor closes the year 2026/)
  assert.match((await ben.session.get(year)).text, /Carried over to 26 March 2027/)

  const agreed = await decide('agreement')
  assert.equal(agreed.status, 200, agreed.text.slice(0, 600))
  assert.match(agreed.text, /The year 2026/)
  const plan = await desk.plan()
  assert.equal(plan.version, before + 1)
  assert.equal(plan.versions[0]?.endsYear, '2026')
  assert.deepEqual(
    plan.objectives.map(({ state, closedAs, due }) => [state, closedAs, due]),
    [
      ['closed', 'met', '2027-01-29'],
      ['agreed', null, '2027-03-26'],
    ],
  )
  const causes = plan.versions[0]?.changes.map(({ cause }) => cause) ?? []
  assert.deepEqual([...new Set(causes)].sort(), ['organisation priority', 'target met'])
  assert.match((await amara.session.get(at('/plan'))).text, /in force\s+end of 2026/)
  const stood = await desk.chidi.session.get(paths.planVersion(amara.personId, plan.version))
  assert.match(stood.text, /The year 2026 ended with it/)
  const link = `href="${year}#closed"`
  for (const who of [amara, ben]) {
    const page = await who.session.get(at('/plan'))
    assert.ok(page.html.includes(link) && page.text.includes('Years closed'), who.person.name)
  }
  assert.ok(!(await desk.chidi.session.get(at('/plan'))).html.includes(link), 'he may not open it')
  const again = await amara.session.get(year)
  assert.doesNotMatch(again.html, /Propose the close/)
  assert.match(again.text, /Read and print the plan as it stood/)
  const kinds = (await world.inOrg((tx) => listHistory(tx, { personId: amara.personId }))).map(
    ({ kind }) => kind,
  )
  for (const kind of ['plans.year-proposed', 'plans.amended', 'plans.version', 'plans.year-closed'])
    assert.ok(kinds.includes(kind), kind)
})

test('Ben sends the end of the year back, and Amara proposes it anew', async () => {
  const { ids, propose, decide, amara, year, plan } = await atYearEnd(['Ring back'])
  const [id = ''] = ids
  await propose({ [`fate-${id}`]: 'not met', [`reason-${id}`]: 'Too many were late.' })
  const wordless = await decide('question')
  assert.equal(wordless.status, 422)
  await decide('question', { question: 'Carry it over: you were nearly there.' })
  const seen = await amara.session.get(year)
  assert.match(seen.text, /Ben Hughes sent it back: “Carry it over: you were nearly there\.”/)
  assert.match(seen.html, /value="not met"[^>]*checked/)
  const stale = await decide('agreement')
  assert.equal(stale.status, 422, 'what was sent back cannot be agreed')
  await propose({ [`fate-${id}`]: 'carry', ...due(id, ['26', '2', '2027']), [`cause-${id}`]: 'feedback' })
  assert.equal((await decide('agreement')).status, 200)
  assert.equal((await plan()).objectives[0]?.due, '2027-02-26')
})

test('a year in which nothing is open ends with the version in force, and the next year is closed by itself', async () => {
  const { ids, propose, decide, plan, world, amara, year } = await atYearEnd(['Ring back'])
  await propose({ [`fate-${ids[0]}`]: 'met' })
  await decide('agreement')
  const { version } = await plan()
  world.setToday('2027-11-10')
  assert.match((await amara.session.get(year)).text, /Nothing agreed is open/)
  await propose({})
  assert.match((await decide('agreement')).text, /Closed on 10 November 2027 with version 2/)
  const later = await plan()
  assert.equal(later.version, version)
  assert.deepEqual(
    later.versions.map(({ endsYear }) => endsYear),
    ['2026 and 2027', null],
  )
})

test('what Amara proposes last counts: Ben does not agree what he no longer sees', async () => {
  const { ids, propose, ben, year, plan } = await atYearEnd(['Ring back'])
  const [id = ''] = ids
  await propose({ [`fate-${id}`]: 'not met' })
  const seen = hidden((await ben.session.get(year)).html, 'version')
  await propose({ [`fate-${id}`]: 'met' })
  const late = await ben.session.post(`${year}/agreement`, { version: seen })
  assert.equal(late.status, 422)
  assert.match(late.text, /Somebody changed this after you opened the page/)
  assert.match(late.text, /Closed: met/)
  assert.equal((await plan()).objectives[0]?.state, 'agreed')
})

test('an objective that changes after the end was proposed is looked at again before the year closes', async () => {
  const { ids, propose, decide, change, agree, plan, world, amara } = await atYearEnd(['Ring back'])
  const [id = ''] = ids
  await propose({ [`fate-${id}`]: 'met' })
  await change(id, { target: '16' })
  const pending = await decide('agreement')
  assert.equal(pending.status, 422)
  assert.match(pending.text, /A change to O-1 is not agreed yet/)
  await agree(id)
  const { version } = await plan()
  const overtaken = await decide('agreement')
  assert.equal(overtaken.status, 422)
  assert.match(overtaken.text, /O-1 was changed after/)
  assert.equal((await plan()).version, version)
  assert.equal((await world.inOrg((tx) => planAt(tx, amara.personId, version, amara.actor)))[0]?.target, 16)
})

test('where nobody leads her, Efua closes her year alone, and an objective that only she sees is no part of it', async () => {
  const { efua } = await openPlans()
  const at = (path: string) => `/people/${efua.personId}${path}`
  const write = async (fields: Record<string, string>) => {
    const text = 'Read one contract a week and keep a note of each, by 18 December 2026.'
    const sent = { why: 'I want to.', text, aspiration: 'yes', actions: '0', do: 'draft', ...fields }
    const page = await efua.session.post(at('/objectives'), sent)
    const version = hidden(page.html, 'version')
    const id = /objectives\/([0-9a-f-]{36})/.exec(page.path)?.[1] ?? ''
    const unmet = { [`unmet-${id}`]: 'It will do.' }
    const agreed = await efua.session.post(`${page.path}/agreement`, { version, ...unmet })
    assert.equal(agreed.status, 200, agreed.text.slice(0, 500))
    return id
  }
  await efua.session.post(at('/aspiration'), { aspiration: 'I want to assess contracts.' })
  const open = await write({ kind: 'professional', title: 'Contracts' })
  await write({ kind: 'personal', sharing: 'me', title: 'Sleep', aspiration: '' })
  const page = await efua.session.get(paths.year(efua.personId))
  assert.match(page.text, /Only you read O-2: close or change/)
  assert.doesNotMatch(page.text, /What becomes of O-2/)
  const closed = await efua.session.post(paths.year(efua.personId), {
    [`version-${open}`]: hidden(page.html, `version-${open}`),
    [`fate-${open}`]: 'met',
  })
  assert.match(closed.text, /The year is closed with version 2/)
})

test('neither Chidi nor Ben can propose how Amara’s year ends, and she does not agree it herself', async () => {
  const { chidi, ben, amara, year, ids, propose } = await atYearEnd(['Ring back'])
  assert.equal((await chidi.session.get(year)).status, 403)
  assert.equal((await ben.session.post(year, {})).status, 403)
  await propose({ [`fate-${ids[0]}`]: 'met' })
  assert.equal((await amara.session.post(`${year}/agreement`, { version: '1' })).status, 403)
})
