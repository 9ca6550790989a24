import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { makeNeed } from '../src/app/assessments/assessments.ts'
import { listCompetencies } from '../src/app/frameworks/frameworks.ts'
import { paths } from '../src/app/paths.ts'
import { yearOf } from '../src/app/plans/plans.ts'
import { ROUTES } from '../src/app/routes.ts'
import { idIn } from './battlefield.ts'
import { openPlans, RING_BACK } from './plan-desk.ts'
import type { Character } from './world.ts'

let desk: Awaited<ReturnType<typeof openPlans>>
let dana: Character
let grace: Character
let leah: Character
let open = ''
let leaders = ''
let mine = ''
before(async () => {
  desk = await openPlans()
  const { world, amara } = desk
  dana = await world.add({ name: 'Dana Price', standing: 'administrator' })
  grace = await world.add({ name: 'Grace Lim', team: 'Northgate', leader: 'Ben Hughes' })
  leah = await world.add({ name: 'Leah Coleman', standing: 'leader', team: 'Quayside' })
  open = await desk.write({ title: 'Open one' })
  await desk.agree(open)
  leaders = await desk.write(said('Numbat', 'leader'))
  await desk.agree(leaders)
  const made = await amara.session.post(desk.at('/objectives'), {
    ...RING_BACK,
    ...said('Quokka', 'me'),
    do: 'draft',
  })
  mine = idIn(made.path)
  const version = desk.versionIn((await amara.session.get(desk.at(`/objectives/${mine}`))).html)
  const kept = await amara.session.post(desk.at(`/objectives/${mine}/agreement`), {
    version,
    [`unmet-${mine}`]: 'For myself.',
  })
  assert.match(kept.text, /It is in the plan/)
})

/** An objective about one odd word, which only so many may read. */
const said = (word: string, sharing: string) => ({
  kind: 'personal',
  sharing,
  need: '',
  title: `${word} title`,
  text: `Ring the ${word} twice a week, logged, by 29 January 2027.`,
  why: `${word} why`,
  cause: 'feedback',
  'cause-reason': `${word} cause`,
})

/** Every page there is, with the person, a record of theirs and a template in each address that asks for one. */
function pagesWith(record: string, template: string): string[] {
  const { personId } = desk.amara
  const filled = ROUTES.filter(({ method }) => method === 'GET').flatMap(({ path }) => {
    const at = path
      .replace(':person', personId)
      .replace(':template', template)
      .replace(':measure', 'csat')
      .replace(':step', '1')
    return /:version/.test(at)
      ? ['1', '2', '3', '4', '5'].map((version) => at.replace(/:version/, version).replace(/:\w+/g, record))
      : [at.replace(/:\w+/g, record)]
  })
  return [
    ...filled,
    `${paths.plan(personId)}?on=${desk.world.today}`,
    ...['1', '2', '3', '4', '5'].map((version) =>
      paths.templateNew({ person: personId, version: Number(version) }),
    ),
  ]
}

/** Nobody but Amara and Ben meets the words of what she shares with Ben, and nobody but Amara those of what is hers. */
async function sweep(at: {
  template?: string
  pages?: RegExp
  others?: readonly Character[]
}): Promise<void> {
  const { template = mine, pages: only = /^/, others = [] } = at
  const { ben, chidi, efua, world } = desk
  const pages = new Set([leaders, mine].flatMap((record) => pagesWith(record, template)))
  const closed = { [ben.personId]: /quokka/i }
  for (const who of [ben, chidi, efua, dana, ...others])
    for (const path of [...pages].filter((path) => only.test(path))) {
      const page = await who.session.get(path)
      assert.ok(page.status < 500, `${page.status} ${path}`)
      const word = closed[who.personId] ?? /numbat|quokka/i
      assert.doesNotMatch(page.text, word, `${path} for ${who.person.name}`)
    }
  const mails = await world.inOrg(({ db, orgId }) =>
    db.selectFrom('letter').selectAll().where('org_id', '=', orgId).execute(),
  )
  assert.doesNotMatch(JSON.stringify(mails), /numbat|quokka/i)
}

const hidden = (html: string, name: string) =>
  new RegExp(`name="${name}" value="(\\d+)"`).exec(html)?.[1] ?? ''

async function propose(): Promise<void> {
  const { amara } = desk
  const year = paths.year(amara.personId)
  const { html } = await amara.session.get(year)
  const proposed = await amara.session.post(year, {
    [`version-${open}`]: hidden(html, `version-${open}`),
    [`fate-${open}`]: 'carry',
    [`due-${open}-day`]: '29',
    [`due-${open}-month`]: '1',
    [`due-${open}-year`]: '2027',
    [`cause-${open}`]: 'feedback',
    [`version-${leaders}`]: hidden(html, `version-${leaders}`),
    [`fate-${leaders}`]: 'not met',
    [`cause-${leaders}`]: 'other',
    [`reason-${leaders}`]: 'The numbat slept.',
  })
  assert.match(proposed.text, /Proposed\. Now Ben Hughes agrees/)
}

const decide = async (act: string, fields: Record<string, string> = {}) => {
  const year = paths.year(desk.amara.personId)
  const { html } = await desk.ben.session.get(year)
  return desk.ben.session.post(`${year}/${act}`, { version: hidden(html, 'version'), ...fields })
}

test('how Amara’s year is to end, and what Ben asks of it, is read by the two of them alone', {
  timeout: 280_000,
}, async () => {
  const { amara, ben, chidi, efua, world, viewer } = desk
  await propose()
  assert.match((await ben.session.get(paths.year(amara.personId))).text, /The numbat slept/)
  await sweep({ pages: /plan|year|team|home|start|reviews$|account|notices|calendar/ })
  await decide('question', { question: 'What of the numbat in spring?' })
  for (const who of [amara, ben])
    assert.match((await who.session.get(desk.at('/plan'))).text, /numbat in spring/)
  await sweep({})
  for (const who of [chidi, efua, dana]) {
    const shown = await world.inOrg((tx) => yearOf(tx, amara.personId, viewer(who), world.today))
    assert.doesNotMatch(JSON.stringify(shown), /numbat/i, who.person.name)
  }
})

test('a year that ended with what Amara shares with Ben alone tells nobody else that it did', {
  timeout: 280_000,
}, async () => {
  const { amara, ben, chidi, world, viewer } = desk
  await propose()
  assert.match((await decide('agreement')).text, /The year is closed with version 3/)
  await sweep({ pages: /plan|year|team|home|start|review|account|objectives|notices|calendar/ })
  assert.match((await ben.session.get(paths.planVersion(amara.personId, 3))).text, /Numbat/)
  assert.equal((await chidi.session.get(paths.planVersion(amara.personId, 3))).status, 404)
  const closed = (await world.inOrg((tx) => yearOf(tx, amara.personId, viewer(chidi), world.today))).closed
  assert.deepEqual([closed[0]?.name, closed[0]?.items], ['2026', []])
})

test('a template that Ben makes of Amara’s plan holds nothing of what only the two of them read', {
  timeout: 280_000,
}, async () => {
  const { amara, ben, world, plan } = desk
  const [, competency] = await world.inOrg(listCompetencies)
  assert.ok(competency)
  const need = await world.inOrg(async (tx) => {
    const asked = {
      personId: amara.personId,
      competencyId: competency.competencyId,
      kind: 'both' as const,
      sharing: 'leader' as const,
      why: 'The numbat asks for it.',
      evidenceIds: [],
    }
    const made = await makeNeed(tx, amara.actor, asked, world.today)
    assert.ok(made.ok, JSON.stringify(made))
    return made.value
  })
  await desk.agree(await desk.write({ need, title: 'Sit beside two colleagues' }))
  const { version } = await plan()
  const from = await ben.session.get(paths.templateNew({ person: amara.personId, version }))
  const form = /<form[^>]*action="\/plan-templates"[\s\S]*?<\/form>/.exec(from.html)?.[0] ?? ''
  const chosen = [...form.matchAll(/<option value="([^"]*)" selected/g)].map(([, value]) => value)
  assert.doesNotMatch(form, /numbat|quokka/i)
  assert.ok(!chosen.includes(competency.competencyId), 'the need behind it is read by Ben alone')
  const inputs = [
    ...form.matchAll(
      /<(?:input|textarea)[^>]*name="(i\d-text|i\d-weeks|items)"[^>]*?(?:value="([^"]*)"|>([^<]*)<)/g,
    ),
  ]
  const fields = Object.fromEntries(inputs.map(([, name = '', value, text]) => [name, value ?? text ?? '']))
  const saved = await ben.session.post(paths.templates, { ...fields, name: 'Like hers' })
  assert.equal(saved.status, 200, saved.text.slice(0, 600))
  const template = /plan-templates\/([0-9a-f-]{36})/.exec(saved.path)?.[1] ?? ''
  for (const person of [amara, grace])
    await ben.session.post(`${paths.template(template)}/offer`, { person: person.personId })
  await sweep({ template, pages: /plan|year|templates|home|start/, others: [grace, leah] })
  assert.doesNotMatch((await grace.session.get(paths.templatesFor(grace.personId))).text, /numbat|quokka/i)
})
