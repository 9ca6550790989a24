import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { holdServerLock } from '../src/app/house.ts'
import { freshDatabase } from './world.ts'

let database: Awaited<ReturnType<typeof freshDatabase>>

before(async () => {
  database = await freshDatabase()
})
after(() => database.drop())

test('one process serves a database at a time, and the second learns where the first is', async () => {
  const first = await holdServerLock(database.url)
  await first.announce('http://localhost:3000')
  const second = await holdServerLock(database.url)
  assert.deepEqual({ held: second.held, at: second.at }, { held: false, at: 'http://localhost:3000' })
  await Promise.all([first.release(), second.release()])
  const third = await holdServerLock(database.url)
  assert.equal(third.held, true)
  await third.release()
})

test('where the connection that holds the right is cut, the server takes it again', async () => {
  const serving = await holdServerLock(database.url)
  assert.equal(serving.held, true)
  const admin = new pg.Client({ connectionString: database.url })
  await admin.connect()
  const holders = `select pid from pg_stat_activity where datname = current_database() and application_name = 'goldthread server'`
  const [before] = (await admin.query<{ pid: number }>(holders)).rows
  await admin.query('select pg_terminate_backend($1)', [before?.pid])
  let now: number | undefined
  for (let tries = 0; tries < 100 && (now === undefined || now === before?.pid); tries++) {
    await setTimeout(50)
    now = (
      await admin.query<{ pid: number }>(
        `${holders} and pid in (select pid from pg_locks where locktype = 'advisory')`,
      )
    ).rows[0]?.pid
  }
  assert.ok(now !== undefined && now !== before?.pid)
  const second = await holdServerLock(database.url)
  assert.equal(second.held, false)
  await Promise.all([serving.release(), second.release(), admin.end()])
})
