// Every page that issue 3 brought or touched, on the demo's organisation filled up to 20 people x 500 items x 10 rounds:
// server time, SQL statements, and bytes. Then explains each statement as the page sent it, under row-level security,
// and names those that read a whole table of more than 1,000 rows.
// `node --import tsx bench/pages.ts [ROUNDS] [ITEMS]`, on an embedded PostgreSQL of its own, or on the server that
// GOLDTHREAD_TEST_DATABASE names. BENCH_SQL=PAGE prints the statements of a page.
import { gzipSync } from 'node:zlib'
import pg from 'pg'
import { becomeCharacter, loadDemo } from '../src/app/demo/demo.ts'
import { addPerson, listPeople } from '../src/app/people/people.ts'
import { openSite } from '../src/app/web.ts'
import { fillDemo } from './filled.ts'
import { inHouseOfOwn, median } from './ground.ts'

const rounds = Number(process.argv[2] ?? 15)
const items = Number(process.argv[3] ?? 500)
const PEOPLE = 20

type Statement = { text: string; values: unknown[]; ms: number }
let seen: Statement[] = []
const query = pg.Client.prototype.query
pg.Client.prototype.query = function noted(this: pg.Client, ...given: unknown[]) {
  const [asked, values] = given as [string | { text: string; values?: unknown[] }, unknown[] | undefined]
  const one = {
    text: typeof asked === 'string' ? asked : asked.text,
    values: values ?? (typeof asked === 'string' ? [] : (asked.values ?? [])),
    ms: 0,
  }
  seen.push(one)
  const began = performance.now()
  const answer = Reflect.apply(query, this, given)
  if (answer instanceof Promise)
    void answer.then(
      () => {
        one.ms = performance.now() - began
      },
      () => {},
    )
  return answer
} as typeof query

type Plan = { 'Node Type': string; 'Relation Name'?: string; 'Actual Rows': number; Plans?: Plan[] } & Record<
  string,
  unknown
>
const nodes = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)]

await inHouseOfOwn(async (house, url) => {
  const orgId = await loadDemo(house)
  const ofDemo = await house.db.inOrg(orgId, listPeople, { readOnly: true })
  for (let n = ofDemo.length; n < PEOPLE; n++) {
    const name = `Colleague Number${n}`
    const added = await house.db.inOrg(orgId, (tx) =>
      addPerson(tx, null, {
        name,
        email: `colleague.${n}@larkfield.example`,
        standing: 'adviser',
        job: null,
        team: 'Northgate',
        leader: 'Ben Hughes',
        from: '2025-01-06',
      }),
    )
    if (!added.ok) throw new Error(JSON.stringify(added.refusals))
  }
  const owner = new pg.Client({ connectionString: url, options: '-c search_path=goldthread' })
  await owner.connect()
  await owner.query(`update person set state = 'active' where state = 'invited'`)
  await fillDemo(owner, orgId, { items, rounds: 10 })
  const people = await house.db.inOrg(orgId, listPeople, { readOnly: true })
  const amara = people.find(({ name }) => name === 'Amara Okafor')?.personId ?? ''
  const one = async (text: string) => String((await owner.query(text, [orgId, amara])).rows[0]?.id ?? '')
  const item = await one(
    'select evidence_id as id from evidence where org_id = $1 and person_id = $2 and number = 1010',
  )
  const link = await one(
    `select link_id as id from evidence_link l join evidence e using (org_id, evidence_id) where org_id = $1 and person_id = $2 and number = 1010`,
  )
  const round = await one(
    `select round_id as id from feedback_round where org_id = $1 and person_id = $2 and state = 'closed' and number < 100 order by number desc limit 1`,
  )
  const board = await one(
    'select board_id as id from swot_board where org_id = $1 and person_id = $2 order by number desc limit 1',
  )
  const need = await one('select need_id as id from need where org_id = $1 and person_id = $2 limit 1')
  const cookieOf = async (name: string) =>
    ((await becomeCharacter(house, new Headers(), { name })) ?? [])
      .map((line) => line.split(';')[0])
      .join('; ')
  const [hers, bens] = [await cookieOf('Amara Okafor'), await cookieOf('Ben Hughes')]
  const site = openSite(house, new Map())
  const at = `/people/${amara}`
  const pages: [name: string, path: string, cookie: string][] = [
    ['my development', '/home', hers],
    ['evidence list', `${at}/evidence`, hers],
    ['evidence list, whole', `${at}/evidence?show=all`, hers],
    ['add evidence', `${at}/evidence/new`, hers],
    ['item', `${at}/evidence/${item}`, hers],
    ['item, by the leader', `${at}/evidence/${item}`, bens],
    ['case of a link', `${at}/evidence/${item}/links/${link}`, bens],
    ['records', `${at}/records`, hers],
    ['legal duties', `${at}/legal-duties`, bens],
    ['testimony', `${at}/testimony`, hers],
    ['ask for testimony', `${at}/testimony/new`, hers],
    ['witnesses', `${at}/witnesses`, hers],
    ['reflections', `${at}/reflections`, hers],
    ['gaps', `${at}/gaps`, hers],
    ['gaps, by the leader', `${at}/gaps`, bens],
    ['assessments', `${at}/assessments`, hers],
    ['needs', `${at}/needs`, hers],
    ['need', `${at}/needs/${need}`, hers],
    ['SWOT boards', `${at}/swot`, hers],
    ['SWOT', `${at}/swot/${board}`, hers],
    ['Johari', `${at}/johari`, hers],
    ['360 rounds', `${at}/feedback`, hers],
    ['360 results', `${at}/feedback/${round}`, hers],
    ['360 plan', `${at}/feedback/new`, bens],
    ['plan', `${at}/plan`, hers],
    ['reviews', `${at}/reviews`, hers],
    ['account', `${at}/account`, hers],
    ['work', `${at}/work`, hers],
    ['team', '/team', bens],
    ['person, by the leader', at, bens],
    ['rules of age', '/evidence-rules', bens],
  ]
  const big = new Map<string, number>()
  const { rows: tables } = await owner.query(
    `select relname as name, n_live_tup::int as rows from pg_stat_user_tables where schemaname = 'goldthread'`,
  )
  for (const { name, rows } of tables) big.set(name, rows)
  const explained = new Map<string, string>()
  for (const [name, path, cookie] of pages) {
    const times: number[] = []
    let html = ''
    for (let n = -2; n < rounds; n++) {
      seen = []
      const began = performance.now()
      const answer = await site.request(`http://localhost:3000${path}`, { headers: { cookie } })
      html = await answer.text()
      if (n >= 0) times.push(performance.now() - began)
      if (answer.status !== 200) {
        console.log(`${name}: answered ${answer.status}`)
        break
      }
    }
    const sent = seen
    const again = Map.groupBy(sent, ({ text }) => text)
    const repeated = [...again]
      .filter(([text, all]) => all.length > 2 && /^(select|with)/.test(text))
      .map(([text, all]) => `${all.length} x ${text.slice(0, 90)}`)
    console.log(
      `${name.padEnd(24)} ${median(times).toFixed(1).padStart(7)} ms ${String(sent.length).padStart(4)} statements, ${sent.reduce((sum, { ms }) => sum + ms, 0).toFixed(0)} ms of SQL, ${Math.round(html.length / 1024)} KiB, ${(gzipSync(html).length / 1000).toFixed(1)} kB compressed`,
    )
    for (const words of repeated) console.log(`    ${words.replaceAll(/\s+/g, ' ')}`)
    if (process.env.BENCH_SQL === name)
      for (const { text, ms } of sent) console.log(`    ${ms.toFixed(1)} ms ${text.replaceAll(/\s+/g, ' ')}`)
    for (const [text, all] of again) {
      if (!/^\s*(select|with)/.test(text) || explained.has(text)) continue
      explained.set(text, name)
      await owner.query('begin')
      try {
        await owner.query('set local role goldthread_app')
        await owner.query('set local random_page_cost = 1.1')
        await owner.query('set local jit = off')
        await owner.query(`select set_config('goldthread.org', $1, true)`, [orgId])
        const { rows } = await owner.query(`explain (analyze, format json) ${text}`, all[0]?.values)
        const answer = rows[0]['QUERY PLAN'][0]
        const whole = nodes(answer.Plan).filter(
          (node) => node['Node Type'] === 'Seq Scan' && (big.get(node['Relation Name'] ?? '') ?? 0) > 1000,
        )
        const ms = answer['Execution Time'] + answer['Planning Time']
        if (whole.length > 0 || ms > 20)
          console.log(
            `    ! ${ms.toFixed(1)} ms (planning ${answer['Planning Time'].toFixed(1)})${whole.map((node) => `, whole ${node['Relation Name']} (${big.get(node['Relation Name'] ?? '')})`).join('')}: ${text.slice(0, 200).replaceAll(/\s+/g, ' ')}`,
          )
      } catch (error) {
        if (!/relation|schema/.test(String(error)))
          console.log(`    ? ${String(error)}: ${text.slice(0, 120)}`)
      } finally {
        await owner.query('rollback')
      }
    }
  }
  console.log(
    [...big]
      .toSorted(([, a], [, b]) => b - a)
      .slice(0, 12)
      .map(([name, rows]) => `${name} ${rows}`)
      .join(', '),
  )
  await owner.end()
})
