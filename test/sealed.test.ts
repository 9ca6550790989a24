import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { type Kysely, sql } from 'kysely'
import { backUp, putBack } from '../src/shell/backup.ts'
import { type Database, openDatabase } from '../src/shell/db.ts'
import type { DB } from '../src/shell/db-types.ts'
import { openIdentity } from '../src/shell/identity.ts'
import { freshDatabase, openWorld, type World } from './world.ts'

type Part = {
  table: string
  /** What the one more row is like, where not a row of the table itself. */
  like?: string
  /** How it differs. */
  more: ReturnType<typeof sql>
}

/** What is published with a version of a framework, or of a role's profile: the one more row that is tried. */
const PARTS: readonly Part[] = [
  { table: 'framework_item', more: sql`'item_id', gen_random_uuid(), 'place', 99999` },
  { table: 'framework_association', more: sql`'association_id', gen_random_uuid(), 'place', 99999` },
  {
    table: 'role_requirement',
    more: sql`'competency_id', (select c.competency_id from goldthread.competency c where c.org_id = t.org_id and not exists
      (select from goldthread.role_requirement r
      where (r.org_id, r.role_id, r.version, r.competency_id) = (t.org_id, t.role_id, t.version, c.competency_id)) limit 1)`,
  },
  { table: 'role_source', more: sql`'place', 99999` },
  {
    table: 'framework_definition',
    like: 'framework',
    more: sql`'kind', 'CFConcepts', 'definition_id', gen_random_uuid(), 'place', 99999, 'body', '{}'::jsonb`,
  },
  {
    table: 'role_band',
    like: 'role_requirement',
    more: sql`'measure', 'calls', 'level', 5, 'from_value', 1`,
  },
]

let world: World
let folder: string

before(async () => {
  world = await openWorld()
  folder = await mkdtemp(join(tmpdir(), 'goldthread-sealed-'))
})
after(() => rm(folder, { recursive: true, force: true }))

/** Puts one more row beside those of a published version. */
const addTo = (db: Kysely<DB>, { table, like = table, more }: Part) => {
  const name = sql.table(`goldthread.${table}`)
  return sql`insert into ${name} select (one).* from
    (select jsonb_populate_record(null::${name}, to_jsonb(t) || jsonb_build_object(${more})) as one
    from ${sql.table(`goldthread.${like}`)} t limit 1) asked`.execute(db)
}

const refusesMore = async (db: Database) => {
  for (const part of PARTS)
    await assert.rejects(addTo(db.installation, part), /takes nothing more in/, part.table)
}

test('a published version takes nothing more in, whoever asks: no item, no place in the tree, no definition, no requirement, no source, no band', async () => {
  await refusesMore(world.house.db)
  for (const part of PARTS)
    await assert.rejects(
      world.inOrg((tx) => addTo(tx.db, part)),
      /takes nothing more in/,
      part.table,
    )
})

test('putting a version in force opens it no more than anything else', async () => {
  for (const part of PARTS) {
    const opened = world.inOrg(async ({ db }) => {
      await db.updateTable('framework').set({ in_force: true }).where('in_force', '=', true).execute()
      await db.updateTable('role_profile').set({ in_force: true }).where('in_force', '=', true).execute()
      await addTo(db, part)
    })
    await assert.rejects(opened, /takes nothing more in/, part.table)
  }
})

test('of a published profile the application changes whether it is in force and nothing else', async () => {
  for (const change of [{ title: 'Other' }, { entry: 'Other' }, { version: '9' }, { made_in: '1' }])
    await assert.rejects(
      world.inOrg((tx) => tx.db.updateTable('role_profile').set(change).execute()),
      /permission denied/,
    )
})

test('a backup puts every published version back whole, and there it takes nothing more in either', async () => {
  const empty = await freshDatabase()
  const file = join(folder, 'backup.gz')
  const { db } = world.house
  const there = openDatabase(empty.url)
  try {
    const url = new URL(world.house.config.publicUrl).origin
    await openIdentity(there.libraryPool('identity', 1), { url, secret: 'only to make the tables' }).ready()
    const { rows: name } = await sql<{ name: string }>`select current_database() as name`.execute(
      db.installation,
    )
    const from = empty.url.replace(/[^/?]+(?=$|\?)/, name[0]?.name ?? '')
    const made = await backUp(from, join(folder, 'none'), file, world.now)
    assert.deepEqual(await putBack(empty.url, join(folder, 'other'), file), made)
    const count = async (one: Database, table: string) =>
      (
        await sql<{ n: number }>`select count(*)::int as n from ${sql.table(`goldthread.${table}`)}`.execute(
          one.installation,
        )
      ).rows[0]?.n
    for (const { table, like } of PARTS) {
      assert.ok(like ?? (await count(db, table)), table)
      assert.equal(await count(there, table), await count(db, table), table)
    }
    await refusesMore(there)
  } finally {
    await there.close()
    await empty.drop()
  }
})
