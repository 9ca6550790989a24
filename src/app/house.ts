import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { type Clock, systemClock } from '../shell/clock.ts'
import type { Config } from '../shell/config.ts'
import { openDatabase } from '../shell/db.ts'
import { openFiles } from '../shell/files.ts'
import { type Ground, openGround } from '../shell/ground.ts'
import { openIdentity } from '../shell/identity.ts'
import { openJobs } from '../shell/jobs.ts'
import { openKeys } from '../shell/keys.ts'
import { openMail } from '../shell/mail.ts'
import { migrate } from '../shell/migrate.ts'
import { findSecret } from '../shell/secrets.ts'
import { wireEvents } from './events.ts'
import type { House } from './visit.ts'

/** Every migration, in the order of its number. */
export const MIGRATIONS = new URL('../migrations/', import.meta.url)

/** Opens everything an installation stands on: PostgreSQL, migrations, sign-in, queue, files, mail. */
export async function openHouse(
  config: Config,
  say: (line: string) => void,
  clock: Clock = systemClock,
): Promise<{ house: House; ground: Ground; close(): Promise<void> }> {
  const ground = await openGround(config, say)
  try {
    const ran = await migrate(ground.connectionString, MIGRATIONS)
    if (ran.length > 0)
      say(`Brought the database up to date (${ran.length === 1 ? ran[0] : `${ran.length} migrations`}).`)
    const { house, close } = await furnish(config, ground.connectionString, clock)
    return { house, ground, close: () => close().finally(() => ground.stop()) }
  } catch (error) {
    await ground.stop()
    throw error
  }
}

/** A house on a database that is migrated already. */
export async function furnish(
  config: Config,
  connectionString: string,
  clock: Clock = systemClock,
): Promise<{ house: House; close(): Promise<void> }> {
  wireEvents()
  const db = openDatabase(connectionString, clock)
  const identity = openIdentity(db.libraryPool('identity', 4), {
    url: config.publicUrl,
    secret: await findSecret(db, 'session'),
  })
  const jobs = openJobs(db.libraryPool('jobs', 3))
  const house: House = {
    config,
    db,
    identity,
    mail: openMail(config),
    files: openFiles(join(config.dataDir, 'files'), join(config.dataDir, 'held')),
    keys: openKeys(join(config.dataDir, 'files', 'keys')),
    jobs,
    setUpCode: randomBytes(5).toString('hex'),
  }
  return {
    house,
    close: () => jobs.stop().finally(() => db.close()),
  }
}

const SERVER_LOCK = 7_204_514_882

/**
 * Holds, for as long as this process lives, the right to serve this database; a killed process lets go of it at once.
 * Where PostgreSQL restarts under the server, the right is taken again as soon as it answers.
 */
export async function holdServerLock(connectionString: string): Promise<{
  held: boolean
  at: string | null
  announce(at: string): Promise<void>
  release(): Promise<void>
}> {
  let client: pg.Client | null = null
  let released = false
  const take = async (): Promise<boolean> => {
    const fresh = new pg.Client({ connectionString, application_name: 'goldthread server', keepAlive: true })
    fresh.on('error', () => {})
    await fresh.connect()
    fresh.once('end', () => {
      if (client === fresh && !released) void takeAgain()
    })
    const locked = await fresh.query<{ held: boolean }>('select pg_try_advisory_lock($1) as held', [
      SERVER_LOCK,
    ])
    client = fresh
    return locked.rows[0]?.held ?? false
  }
  const takeAgain = async (): Promise<void> => {
    while (!released && !(await take().catch(() => false))) await setTimeout(500, undefined, { ref: false })
  }
  const held = await take()
  const address = async () =>
    (await client?.query<{ at: string }>('select at from installation.address'))?.rows[0]?.at ?? null
  return {
    held,
    at: held ? null : await address(),
    async announce(at) {
      await client?.query(
        'insert into installation.address (at) values ($1) on conflict (one) do update set at = excluded.at',
        [at],
      )
    },
    async release() {
      released = true
      await client?.end()
    },
  }
}
