import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openPlans } from '../../../test/plan-desk.ts'
import { findNeed } from '../assessments/assessments.ts'
import { paths } from '../paths.ts'
import { listRoles, roleOf } from '../roles/roles.ts'
import { planAt } from './plans.ts'

type Fields = Record<string, string>

/** Ben's template for new starters, with an objective for the competency of Amara's need. */
async function withTemplate() {
  const desk = await openPlans()
  const { world, amara, ben, need } = desk
  const competency =
    (await world.inOrg((tx) => findNeed(tx, amara.personId, need, amara.actor)))?.competencyId ?? ''
  const STARTERS: Fields = {
    name: 'New starters',
    cohort: 'January',
    items: '1',
    'i0-text': 'Answer billing calls alone, 8 of 10 without a transfer, by [in 12 weeks].',
    'i0-weeks': '12',
    'i0-competency': competency,
    'i0-measure': 'count',
    'i0-target': '8',
    'i0-actions': '2: Sit beside a colleague for two shifts\n3: Roster the shifts (leader)',
  }
  const saved = await ben.session.post(paths.templates, STARTERS)
  assert.equal(saved.status, 200, saved.text.slice(0, 600))
  const templateId = /plan-templates\/([0-9a-f-]{36})/.exec(saved.path)?.[1] ?? ''
  const at = paths.templatesFor(amara.personId)
  const start = () => amara.session.post(`${at}/${templateId}/start`)
  return { ...desk, STARTERS, templateId, start, fitting: at }
}

test('Amara starts from a template: a draft with dates from today, of the need that it closes, and nothing proposed', async () => {
  const { amara, start, plan, need, fitting } = await withTemplate()
  assert.match((await amara.session.get(fitting)).text, /by 9 February 2027/)
  const page = await start()
  assert.match(page.text, /1 draft made/)
  const [draft, ...others] = (await plan()).objectives
  assert.equal(others.length, 0)
  assert.equal(draft?.state, 'draft')
  assert.equal(draft?.text, 'Answer billing calls alone, 8 of 10 without a transfer, by 9 February 2027.')
  assert.deepEqual([draft?.due, draft?.needId, draft?.target], ['2027-02-09', need, 8])
  assert.deepEqual(
    draft?.actions.map(({ owner, by }) => [owner, by]),
    [
      ['Amara Okafor', '2026-12-01'],
      ['Ben Hughes', '2026-12-08'],
    ],
  )
  assert.equal((await plan()).version, 0)
})

test('a template that changes, or is put away, changes no plan that began with it', async () => {
  const { ben, amara, start, plan, STARTERS, templateId, fitting, world } = await withTemplate()
  await start()
  const [before] = (await plan()).objectives
  const at = paths.template(templateId)
  const changed = await ben.session.post(at, {
    ...STARTERS,
    version: '1',
    'i0-text': 'Something else.',
    'i0-weeks': '4',
  })
  assert.match(changed.text, /The template is saved/)
  assert.deepEqual((await plan()).objectives[0]?.text, before?.text)
  const dana = await world.add({ name: 'Dana Price', standing: 'administrator' })
  const late = await dana.session.post(at, { ...STARTERS, version: '1', name: 'Starters of January' })
  assert.equal(late.status, 409)
  assert.match(late.text, /Ben Hughes changed this template/)
  assert.match(late.text, /Something else\./)
  assert.match(late.html, /value="Starters of January"/)
  await ben.session.post(`${at}/putting-away`, { away: 'yes' })
  assert.doesNotMatch((await amara.session.get(fitting)).text, /Start from this template/)
  assert.equal((await start()).status, 422)
  assert.equal((await plan()).objectives.length, 1)
})

test('Ben offers a template, Amara sees who waits, and her no is hers', async () => {
  const { ben, amara, chidi, templateId, at, fitting } = await withTemplate()
  const offer = (personId: string) =>
    ben.session.post(`${paths.template(templateId)}/offer`, { person: personId })
  assert.equal((await offer(chidi.personId)).status, 422, 'he does not lead Chidi')
  assert.match((await offer(amara.personId)).text, /Offered/)
  assert.match((await amara.session.get(at('/plan'))).text, /Ben Hughes offers you a template/)
  await amara.session.post(`${fitting}/${templateId}/refusal`)
  assert.doesNotMatch((await amara.session.get(at('/plan'))).text, /offers you a template/)
  assert.equal((await ben.session.post(`${fitting}/${templateId}/start`)).status, 403)
})

test('a template for another role is not shown to Amara, and one for hers is', async () => {
  const { world, ben, amara, STARTERS, templateId, fitting } = await withTemplate()
  const roles = await world.inOrg(listRoles)
  const own = await world.inOrg((tx) => roleOf(tx, amara.personId, world.today))
  const other = roles.find(({ roleId }) => roleId !== own?.roleId)
  assert.ok(own && other)
  const forRole = (role: string, version: string) =>
    ben.session.post(paths.template(templateId), { ...STARTERS, version, role })
  await forRole(other.roleId, '1')
  assert.doesNotMatch((await amara.session.get(fitting)).text, /New starters/)
  await forRole(own.roleId, '2')
  assert.match((await amara.session.get(fitting)).text, /New starters/)
})

test('what Ben makes a template of holds no personal objective, no name and no date; Chidi makes none', async () => {
  const { amara, ben, chidi, write, agree, plan, world } = await withTemplate()
  const professional = await write({
    title: 'Ring back with Priya',
    text: 'Ring back every customer, as Amara Okafor agreed with Ben Hughes, by 29 January 2027.',
    actions: '1',
    'a0-what': 'Ask Ben',
    'a0-owner': 'Ben Hughes',
    'a0-by-day': '1',
    'a0-by-month': '12',
    'a0-by-year': '2026',
  })
  await agree(professional)
  const personal = await write({
    kind: 'personal',
    sharing: 'assessor',
    text: 'Sleep better by 18 December 2026.',
    title: 'Sleep',
  })
  await agree(personal)
  const { version } = await plan()
  assert.equal((await world.inOrg((tx) => planAt(tx, amara.personId, version, amara.actor))).length, 2)
  const page = await ben.session.get(paths.templateNew({ person: amara.personId, version }))
  assert.equal(page.status, 200)
  const form = /<form[^>]*action="\/plan-templates"[\s\S]*?<\/form>/.exec(page.html)?.[0] ?? ''
  assert.match(form, /as me agreed with my leader, by \[in 10 weeks\]\./)
  assert.match(form, /2: Ask my leader \(leader\)/)
  assert.doesNotMatch(form, /Sleep|Amara|Ben H/)
  assert.equal((await chidi.session.get(paths.templateNew({ person: amara.personId, version }))).status, 403)
  const leah = await world.add({ name: 'Leah Coleman', standing: 'leader', team: 'Quayside' })
  assert.equal((await leah.session.get(paths.templateNew({ person: amara.personId, version }))).status, 404)
})

test('another objective is added to the form without losing what was typed, and an emptied one is left out', async () => {
  const { ben, STARTERS, templateId } = await withTemplate()
  const more = await ben.session.post(paths.templates, { ...STARTERS, do: 'more' })
  assert.match(more.html, /name="i1-text"/)
  assert.match(more.html, /Sit beside a colleague for two shifts/)
  const saved = await ben.session.post(paths.template(templateId), {
    ...STARTERS,
    version: '1',
    items: '2',
    'i0-text': '',
    'i0-actions': '',
    'i1-text': 'Ring back the same day.',
    'i1-weeks': 'soon',
  })
  assert.equal(saved.status, 422)
  assert.match(saved.html, /href="#f-i0-weeks"/)
  assert.match(saved.html, /Ring back the same day\./)
})

test('Dana says in which month plan years begin, and Amara’s year then ends before it', async () => {
  const { world, amara, ben, write, agree, at } = await withTemplate()
  const dana = await world.add({ name: 'Dana Price', standing: 'administrator' })
  await agree(await write({}))
  assert.match((await amara.session.get(at('/plan'))).text, /Close the year 2026/)
  assert.equal((await ben.session.post(paths.planYears, { month: '4' })).status, 403)
  assert.equal((await dana.session.post(paths.planYears, { month: '13' })).status, 422)
  await dana.session.post(paths.planYears, { month: '4' })
  assert.doesNotMatch((await amara.session.get(at('/plan'))).text, /Close the year/)
  world.setToday('2027-02-10')
  assert.match((await amara.session.get(at('/plan'))).text, /Close the year 2026 to 2027/)
})
