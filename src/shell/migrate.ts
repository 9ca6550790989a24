import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import pg from 'pg'

const ROLES = ['goldthread_app', 'goldthread_identity', 'goldthread_jobs']
const LOCK = 7_204_514_881

/**
 * Brings the database to this version: makes the roles, then runs each `migrations/NNNN-*.sql` once, in its own
 * transaction, in order. Two processes at once take turns.
 * @param only brings it no further than these, to put back a backup that was made under them
 * @returns the names of the migrations that were run now
 * @throws where a migration that already ran has been changed since, or where the database is newer than this version
 */
export async function migrate(
  connectionString: string,
  folder: URL,
  only?: readonly string[],
): Promise<string[]> {
  const client = new pg.Client({ connectionString, application_name: 'goldthread migrations' })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK])
    await makeRoles(client)
    await client.query(`create schema if not exists installation;
      create table if not exists installation.migration (number integer primary key, name text not null, digest text not null, ran_at timestamptz not null default now())`)
    const ran = await client.query<{ name: string; digest: string }>(
      'select name, digest from installation.migration',
    )
    const before = new Map(ran.rows.map((row) => [row.name, row.digest]))
    const names = (await readdir(folder)).filter((name) => /^\d{4}-[a-z0-9-]+\.sql$/.test(name)).sort()
    const unknown = [...before.keys()].find((name) => !names.includes(name))
    if (unknown)
      throw new Error(`This database is from a newer Goldthread (it has ${unknown}). Start that version.`)
    const missing = only?.find((name) => !names.includes(name))
    if (missing)
      throw new Error(
        `The backup is from a newer Goldthread (it has ${missing}). Restore it with that version.`,
      )
    const done: string[] = []
    for (const name of only ?? names) {
      const text = await readFile(new URL(name, folder), 'utf8')
      const digest = createHash('sha256').update(text).digest('hex')
      const was = before.get(name)
      if (was === digest) continue
      if (was) throw new Error(`Migration ${name} was changed after it ran. Restore it, and write a new one.`)
      await runOne(client, name, text, digest)
      done.push(name)
    }
    return done
  } finally {
    await client.end()
  }
}

async function makeRoles(client: pg.Client): Promise<void> {
  for (const role of ROLES) {
    const found = await client.query('select 1 from pg_roles where rolname = $1', [role])
    if (found.rowCount === 0) await client.query(`create role ${role} nologin nobypassrls`)
    await client.query(`grant ${role} to current_user`)
  }
  await client.query(`create schema if not exists identity; create schema if not exists jobs;
    grant usage, create on schema identity to goldthread_identity;
    grant usage, create on schema jobs to goldthread_jobs`)
}

async function runOne(client: pg.Client, name: string, text: string, digest: string): Promise<void> {
  try {
    await client.query('begin')
    await client.query(text)
    await client.query('insert into installation.migration (number, name, digest) values ($1, $2, $3)', [
      Number(name.slice(0, 4)),
      name,
      digest,
    ])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`Migration ${name} did not run: ${(error as Error).message}`, { cause: error })
  }
}
