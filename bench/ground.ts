import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { openGround } from '../src/shell/ground.ts'

/** A database of a bench's own: on the server that GOLDTHREAD_TEST_DATABASE names, else on an embedded one in the folder. */
export async function openDatabaseOfOwn(folder: string): Promise<{ url: string; drop(): Promise<void> }> {
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

/** The middle of some times. */
export const median = (times: readonly number[]): number =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
