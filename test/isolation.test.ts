import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'kysely'
import { addOrganisation, openWorld, type World } from './world.ts'

let world: World

before(async () => {
  world = await openWorld()
})

const rows = <T>(query: ReturnType<typeof sql<T>>) =>
  query.execute(world.house.db.installation).then((result) => result.rows)

test('every table of the product has org_id first in its key, row-level security and a policy by organisation', async () => {
  const tables = await rows(sql<{ name: string; rls: boolean; first: string | null; policies: number }>`
    select c.relname as name, c.relrowsecurity as rls,
      (select a.attname from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0] where i.indrelid = c.oid and i.indisprimary) as first,
      (select count(*)::int from pg_policies p where p.schemaname = 'goldthread' and p.tablename = c.relname and p.qual like '%org_id = %org()%' and p.with_check like '%org_id = %org()%') as policies
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'goldthread' and c.relkind in ('r', 'p') order by 1`)
  assert.ok(tables.length > 10)
  const loose = tables.filter((table) => !table.rls || table.first !== 'org_id' || table.policies < 1)
  assert.deepEqual(loose, [])
})

test('every reference between tables holds the organisation, so that a link across organisations cannot be stored', async () => {
  const loose = await rows(sql<{ name: string; from: string }>`
    select k.conname as name, k.conrelid::regclass::text as "from" from pg_constraint k
    join pg_namespace n on n.oid = k.connamespace
    where n.nspname = 'goldthread' and k.contype = 'f'
      and not exists (select 1 from pg_attribute a where a.attrelid = k.conrelid and a.attname = 'org_id' and a.attnum = k.conkey[1])`)
  assert.deepEqual(loose, [])
})

test('deleting an organisation deletes all of it: no reference stands in the way', async () => {
  const loose = await rows(sql<{ name: string; from: string }>`
    select k.conname as name, k.conrelid::regclass::text as "from" from pg_constraint k
    join pg_namespace n on n.oid = k.connamespace
    where n.nspname = 'goldthread' and k.contype = 'f' and k.confdeltype not in ('c', 'n')`)
  assert.deepEqual(loose, [])
})

test('a view shows its reader no more than the reader may see', async () => {
  const loose = await rows(sql<{ name: string }>`
    select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'goldthread' and c.relkind = 'v' and not coalesce(c.reloptions::text like '%security_invoker=true%', false)`)
  assert.deepEqual(loose, [])
})

test('no table lies outside the known schemas, and the application reaches none of the libraries’ or the installation’s', async () => {
  const foreign = await rows(sql<{ schema: string; name: string }>`
    select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'v') and n.nspname not in ('goldthread', 'identity', 'jobs', 'installation', 'pg_catalog', 'information_schema') and n.nspname not like 'pg_%'`)
  assert.deepEqual(foreign, [])
  const reached = await rows(sql<{ name: string }>`
    select table_schema || '.' || table_name as name from information_schema.table_privileges
    where grantee = 'goldthread_app' and table_schema <> 'goldthread'`)
  assert.deepEqual(reached, [])
  const libraries = await rows(sql<{ grantee: string }>`
    select distinct grantee || ' reads ' || table_schema as grantee from information_schema.table_privileges
    where (grantee = 'goldthread_identity' and table_schema <> 'identity') or (grantee = 'goldthread_jobs' and table_schema <> 'jobs')`)
  assert.deepEqual(
    libraries.filter((row) => !/pg_catalog|information_schema/.test(row.grantee)),
    [],
  )
})

test('the role that answers requests can neither bypass row-level security nor own a table', async () => {
  const [role] = await rows(sql<{ bypass: boolean; super: boolean; owned: number }>`
    select rolbypassrls as bypass, rolsuper as super, (select count(*)::int from pg_class c where c.relowner = r.oid) as owned from pg_roles r where rolname = 'goldthread_app'`)
  assert.deepEqual(role, { bypass: false, super: false, owned: 0 })
})

test('a forgotten where shows nothing of another organisation, and without an organisation nothing at all', async () => {
  const other = await addOrganisation(world.house, 'Quayside Homes')
  const seen = await world.house.db.inOrg(other.orgId, (tx) =>
    tx.db.selectFrom('person').select(['org_id']).execute(),
  )
  assert.ok(seen.length > 0 && seen.every((row) => row.org_id === other.orgId))
  const crossed = world.house.db.inOrg(other.orgId, (tx) =>
    tx.db.insertInto('team').values({ org_id: world.orgId, team_id: tx.newId(), name: 'Smuggled' }).execute(),
  )
  await assert.rejects(crossed, /row-level security/)
})

test('a page that only shows cannot write', async () => {
  const written = world.house.db.inOrg(
    world.orgId,
    (tx) =>
      tx.db
        .insertInto('team')
        .values({ org_id: world.orgId, team_id: tx.newId(), name: 'Sneaked' })
        .execute(),
    { readOnly: true },
  )
  await assert.rejects(written, /read-only/)
})
