import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'kysely'
import { criteriaOf, listUnits } from '../src/app/frameworks/frameworks.ts'
import { ROUTES } from '../src/app/routes.ts'
import { openSite } from '../src/app/web.ts'
import { postMail } from '../src/shell/outbox.ts'
import { openPlans } from './plan-desk.ts'
import { addCharacter, addOrganisation, type Character, ORIGIN } from './world.ts'

let desk: Awaited<ReturnType<typeof openPlans>>
let dana: Character
let yusuf: Character
let zoe: Character
let mail: string
let objective: string
before(async () => {
  desk = await openPlans()
  const { world } = desk
  dana = await world.add({ name: 'Dana Price', standing: 'administrator' })
  await world.add({ name: 'Kofi Mensah', standing: 'leader', team: 'Southgate' })
  yusuf = await world.add({ name: 'Yusuf Demir', team: 'Southgate', leader: 'Kofi Mensah' })
  const other = await addOrganisation(world.house, 'Quayside Homes')
  zoe = await addCharacter(world, other.orgId, { name: 'Zoe Elsewhere', standing: 'administrator' })
  const asked = { kind: 'notice' as const, aboutId: null, to: 'amara@x.example', subject: 'A', text: 'B' }
  mail = await world.inOrg((tx) => postMail(world.house, tx, asked))
  await desk.amara.session.post(`/people/${desk.amara.personId}/aspiration`, { aspiration: 'Team leader' })
  objective = await desk.write({
    aspiration: 'yes',
    'budget-amount': '300',
    'budget-for': 'a course',
    actions: '1',
    'a0-what': 'Listen in',
    'a0-owner': 'Amara Okafor',
  })
  await desk.agree(objective)
  await desk.amara.session.post(`/people/${desk.amara.personId}/aspiration`, { aspiration: 'Coach' })
})

/** Everything that the organisation holds, but what only says that somebody asked. */
const everything = () =>
  desk.world.inOrg(async ({ db }) => {
    const tables = await sql<{ table_name: string }>`
      select table_name from information_schema.columns
      where table_schema = 'goldthread' and column_name = 'org_id' and table_name not in ('form_post', 'link_try')
      order by 1`.execute(db)
    const found: Record<string, string> = {}
    for (const { table_name } of tables.rows) {
      const { rows } = await sql`select * from ${sql.table(`goldthread.${table_name}`)}`.execute(db)
      found[table_name] = JSON.stringify(rows.map((row) => JSON.stringify(row)).sort())
    }
    return found
  })

const day = (name: string) => ({ [`${name}-day`]: '1', [`${name}-month`]: '12', [`${name}-year`]: '2026' })

test('no form about Amara’s plan, reviews or decisions does anything below another address, or for a stranger', {
  timeout: 280_000,
}, async () => {
  const { world, amara, ben, chidi, efua } = desk
  const [unit] = await world.inOrg(listUnits)
  assert.ok(unit)
  const ids = await world.inOrg(async ({ db }) => ({
    objective,
    action: (await db.selectFrom('action').select('action_id').executeTakeFirst())?.action_id ?? '',
    question:
      (await db.selectFrom('review_question').select('question_id').executeTakeFirst())?.question_id ?? '',
    need: desk.need,
    mail,
    unit: unit.unitId,
    criterion: criteriaOf(unit)[0]?.criterionId ?? '',
  }))
  for (const [name, id] of Object.entries(ids)) assert.ok(id, `there is no ${name}`)
  const fields = {
    version: '3',
    do: 'propose',
    kind: 'professional',
    text: 'Taken over by 1 March 2027',
    why: 'x',
    title: 'Taken over',
    question: 'x',
    decline: 'x',
    budget: 'yes',
    'budget-reason': 'x',
    note: 'x',
    to: 'up',
    as: 'met',
    answer: 'keep',
    weeks: '4',
    verdict: 'award',
    reason: 'x',
    feedback: 'x',
    aspiration: 'x',
    person: amara.personId,
    act: 'open',
    need: ids.need,
    cause: 'other',
    'cause-reason': 'x',
    ...day('held'),
    ...day('next'),
  }
  const routes = ROUTES.filter(
    ({ method, path }) =>
      method === 'POST' &&
      /objectives|plan|reviews|decisions|notices|mail|aspiration|needs|asking/.test(path),
  )
  assert.ok(routes.length > 30)
  const filled = (path: string, person: string) =>
    path
      .replace(':person', person)
      .replace(/:(\w+)/g, (_, name: string) => (ids as Record<string, string>)[name] ?? objective)
  const before = await everything()
  for (const { path } of routes) {
    const own = path.includes(':person')
    const named = /:(?!person)\w+/.test(path)
    const attacks: [Character, string][] = [
      [yusuf, amara.personId],
      [zoe, amara.personId],
      [dana, amara.personId],
      ...(/decisions/.test(path) ? [] : ([[chidi, amara.personId]] as [Character, string][])),
      [efua, amara.personId],
      ...(named
        ? ([
            [yusuf, yusuf.personId],
            [zoe, zoe.personId],
            [ben, ben.personId],
          ] as [Character, string][])
        : []),
    ]
    for (const [who, person] of attacks) {
      if (!own && (who === dana || !named)) continue
      const page = await who.session.post(filled(path, person), fields)
      assert.ok(
        [403, 404, 422].includes(page.status),
        `${page.status} ${path} for ${who.person.name}: ${page.text.slice(0, 300)}`,
      )
      assert.doesNotMatch(page.text, /Ring back|a course|Listen in/, `${path} for ${who.person.name}`)
    }
  }
  const after = await everything()
  for (const [table, rows] of Object.entries(before)) assert.equal(after[table], rows, table)
})

test('to read a page changes nothing, whoever reads it', { timeout: 280_000 }, async () => {
  const { amara, ben, chidi } = desk
  const before = await everything()
  for (const { method, path } of ROUTES) {
    if (method !== 'GET') continue
    const at = path
      .replace(':person', amara.personId)
      .replace(':measure', 'csat')
      .replace(/:version|:step/, '1')
      .replace(/:\w+/g, objective)
    for (const who of [amara, ben, chidi, dana])
      assert.ok((await who.session.get(`${at}?version=1&do=propose&as=met&answer=keep`)).status < 500, at)
  }
  const after = await everything()
  for (const [table, rows] of Object.entries(before)) assert.equal(after[table], rows, table)
})

test('the header that moves the clock means nothing unless a trial asked for it', async () => {
  const { world } = desk
  const before = world.house.db.now().getTime()
  for (const site of [world.site, openSite(world.house, new Map())])
    await site.request(`${ORIGIN}/`, { headers: { 'goldthread-now': '2031-01-01T00:00:00Z' } })
  assert.equal(world.house.db.now().getTime(), before)
})
