import { randomBytes } from 'node:crypto'
import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely'
import pg from 'pg'
import type { Id } from '../kernel/id.ts'
import { uuidv7 } from '../kernel/id.ts'
import { type Clock, systemClock } from './clock.ts'
import type { DB } from './db-types.ts'
import { log } from './log.ts'
import { forgetful, type Memory, type Remembering, remembering } from './remembering.ts'

const types = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (oid === pg.types.builtins.DATE) return (text: string) => text
    if (oid === pg.types.builtins.INT8 || oid === pg.types.builtins.NUMERIC) return Number
    return pg.types.getTypeParser(oid, format)
  }) as typeof pg.types.getTypeParser,
}

/** A transaction inside one organisation: row-level security shows and lets write that organisation's rows alone. */
export type OrgTx = {
  orgId: Id
  db: Transaction<DB>
  /** The moment the transaction stands for: of the request, the command or the seed. */
  now: Date
  newId(): Id
  /** Has something done once the transaction is committed, and never where it is rolled back. */
  afterwards(work: () => void): void
} & Remembering

/**
 * Reads of many at once in a transaction that may write, as in one that only reads: each thing once, what is asked of
 * many in one turn together. What `read` is given must write nothing; what it found is forgotten afterwards.
 */
export function readTogether<T>(tx: OrgTx, read: (reading: OrgTx) => Promise<T>): Promise<T> {
  return read({ ...tx, ...remembering(new Map(), tx.orgId) })
}

/** The database, in its three ways in. */
export type Database = {
  /** Runs in one organisation, as a role that cannot see another's rows. Rolls back when `work` throws. */
  inOrg<T>(
    orgId: Id,
    work: (tx: OrgTx) => Promise<T>,
    options?: { readOnly?: boolean; now?: Date },
  ): Promise<T>
  /** The installation as a whole (to list, make and delete organisations): never used to answer a request about records. */
  installation: Kysely<DB>
  /** A pool for a library that keeps its tables in a schema of its own, reached by its own role. */
  libraryPool(schema: 'identity' | 'jobs', size: number): pg.Pool
  /** Whether the database answers now. */
  answers(): Promise<boolean>
  now: Clock
  newId(): Id
  close(): Promise<void>
}

const quiet = (pool: pg.Pool): pg.Pool => {
  pool.on('error', (error) =>
    log.warn({ code: (error as { code?: string }).code }, 'database connection lost'),
  )
  return pool
}

/** Every page reads a little of much: along an index, which lies in memory, and without compiling what runs once. */
const SMALL_READS = '-c random_page_cost=1.1 -c jit=off'

/** Opens pools on a migrated database. */
export function openDatabase(connectionString: string, clock: Clock = systemClock): Database {
  const base = { connectionString, types, application_name: 'goldthread', connectionTimeoutMillis: 5000 }
  const app = quiet(
    new pg.Pool({
      ...base,
      max: 10,
      options: `-c role=goldthread_app -c search_path=goldthread ${SMALL_READS}`,
    }),
  )
  const owner = quiet(new pg.Pool({ ...base, max: 2, options: '-c search_path=goldthread' }))
  const kysely = new Kysely<DB>({ dialect: new PostgresDialect({ pool: app }) })
  const installation = new Kysely<DB>({ dialect: new PostgresDialect({ pool: owner }) })
  const libraries: pg.Pool[] = []
  const memory: Memory = new Map()
  const newId = () => uuidv7(clock().getTime(), randomBytes(10))
  return {
    async inOrg(orgId, work, options = {}) {
      const waiting: (() => void)[] = []
      const done = await kysely.transaction().execute(async (db) => {
        await sql`select set_config('goldthread.org', ${orgId}, true), set_config('transaction_read_only', ${options.readOnly ? 'on' : 'off'}, true)`.execute(
          db,
        )
        const reading = options.readOnly ? remembering(memory, orgId) : forgetful
        const afterwards = (one: () => void) => waiting.push(one)
        return work({ orgId, db, now: options.now ?? clock(), newId, afterwards, ...reading })
      })
      for (const one of waiting) one()
      return done
    },
    installation,
    libraryPool(schema, size) {
      const pool = quiet(
        new pg.Pool({ ...base, max: size, options: `-c role=goldthread_${schema} -c search_path=${schema}` }),
      )
      libraries.push(pool)
      return pool
    },
    answers: () =>
      sql`select 1`.execute(installation).then(
        () => true,
        () => false,
      ),
    now: clock,
    newId,
    async close() {
      await Promise.all([kysely.destroy(), installation.destroy(), ...libraries.map((pool) => pool.end())])
    },
  }
}
