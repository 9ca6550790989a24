import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { furnish } from '../src/app/house.ts'
import type { House } from '../src/app/visit.ts'
import { readConfig } from '../src/shell/config.ts'
import { openGround } from '../src/shell/ground.ts'
import { migrate } from '../src/shell/migrate.ts'

/** A database of a bench's own: on the server that GOLDTHREAD_TEST_DATABASE names, else on an embedded one in the folder. */
async function openDatabaseOfOwn(folder: string): Promise<{ url: string; drop(): Promise<void> }> {
  const server = process.env.GOLDTHREAD_TEST_DATABASE
  if (!server) {
    const ground = await openGround({ dataDir: folder, databaseUrl: null }, () => {})
    return { url: ground.connectionString, drop: () => ground.stop() }
  }
  const name = `bench_${randomBytes(6).toString('hex')}`
  const admin = async (text: string) => {
    const client = new pg.Client({ connectionString: server })
    await client.connect()
    await client.query(text)
    await client.end()
  }
  await admin(`create database ${name}`)
  return {
    url: server.replace(/(\/\/[^/]*\/)[^?]*/, `$1${name}`),
    drop: () => admin(`drop database ${name} with (force)`),
  }
}

/** Runs with a house on a migrated database of its own, in a folder of its own; both are gone afterwards. */
export async function inHouseOfOwn(
  work: (house: House, url: string) => Promise<void>,
  now?: () => Date,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'goldthread-bench-'))
  chmodSync(folder, 0o711)
  const { url, drop } = await openDatabaseOfOwn(folder)
  try {
    await migrate(url, new URL('../migrations/', import.meta.url))
    const config = readConfig({ GOLDTHREAD_DATA: folder, DATABASE_URL: url })
    const { house, close } = await furnish(config, url, now)
    await work(house, url)
    await close()
  } finally {
    await drop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Counts the statements that any connection sends from now on; `take` answers how many since it was last asked. */
export function countStatements(): { take(): number } {
  let statements = 0
  const query = pg.Client.prototype.query
  pg.Client.prototype.query = function counted(this: pg.Client, ...given: unknown[]) {
    statements += 1
    return Reflect.apply(query, this, given)
  } as typeof query
  return {
    take() {
      const taken = statements
      statements = 0
      return taken
    },
  }
}

/** The middle of some times. */
export const median = (times: readonly number[]): number =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
