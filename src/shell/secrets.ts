import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Database } from './db.ts'

/** A secret of this installation, made when it is first asked for and kept in the database: 32 random bytes in hex. */
export async function findSecret(
  db: Database,
  name: 'session' | 'customers' | 'held files',
): Promise<string> {
  const fresh = randomBytes(32).toString('hex')
  await sql`insert into installation.secret (name, value) values (${name}, ${fresh}) on conflict do nothing`.execute(
    db.installation,
  )
  const found = await sql<{
    value: string
  }>`select value from installation.secret where name = ${name}`.execute(db.installation)
  return found.rows[0]?.value ?? fresh
}
