import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { before, test } from 'node:test'
import pg from 'pg'
import { h } from 'preact'
import { importRoutes } from '../src/app/frameworks/import-routes.tsx'
import { paths } from '../src/app/paths.ts'
import { ROUTES } from '../src/app/routes.ts'
import { goTo, page, post, type Route, readForm, type Visit, Waits } from '../src/app/visit.ts'
import { type Character, openWorld, type World } from './world.ts'

const AT = '/waiting-for-another-server'
const waited: { open: number }[] = []

let world: World
let dana: Character
before(async () => {
  const routes = ROUTES as Route[]
  routes.push(
    post(AT, 'frameworks.change', () => {
      throw new Waits(async () => {
        waited.push({ open: await transactionsOpen() })
        return ({ form }) =>
          form.text('found')
            ? goTo(paths.library)
            : page({ title: 'Nothing lies there', status: 422 }, h('p', {}))
      })
    }),
  )
  world = await openWorld()
  dana = await world.add({ name: 'Dana Ellis', standing: 'administrator' })
})

/** How many transactions lie open on the database, as its owner sees them. */
async function transactionsOpen(): Promise<number> {
  const client = new pg.Client({ connectionString: world.house.config.databaseUrl ?? '' })
  await client.connect()
  try {
    const { rows } = await client.query(
      "select count(*)::int as open from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'",
    )
    return rows[0].open
  } finally {
    await client.end()
  }
}

test('while a form waits for another server it holds no transaction, and its second post goes where the first went', async () => {
  const once = randomUUID()
  for (let time = 0; time < 2; time++) {
    const { status, path } = await dana.session.post(AT, { once, found: 'yes' })
    assert.deepEqual([status, path], [200, paths.library])
  }
  assert.deepEqual(waited, [{ open: 0 }])
  assert.equal((await dana.session.post(AT, { once: randomUUID() })).status, 422)
})

test('whoever may not post the form makes no other server wait', async () => {
  const amara = await world.add({ name: 'Amara Okafor' })
  const before = waited.length
  assert.equal((await amara.session.post(AT, { found: 'yes' })).status, 403)
  assert.equal(waited.length, before)
})

test('a framework is fetched from an address only after the transaction is let go', async () => {
  const route = importRoutes.find((each) => each.method === 'POST' && each.path === paths.frameworkImport)
  assert.ok(route)
  const untouched = new Proxy(
    {},
    {
      get() {
        throw new Error('The transaction is used while an address is asked for.')
      },
    },
  )
  const form = readForm([
    ['address', 'https://127.0.0.1/framework.json'],
    ['format', ''],
  ])
  await assert.rejects(async () => route.run({ form, tx: untouched } as unknown as Visit), Waits)
  const refused = await dana.session.post(paths.frameworkImport, {
    address: 'https://127.0.0.1/x',
    format: '',
  })
  assert.equal(refused.status, 422)
  assert.match(refused.text, /is a private address/)
  assert.match(refused.html, /value="https:\/\/127\.0\.0\.1\/x"/)
})
