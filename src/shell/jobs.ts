import pg from 'pg'
import type { PgBoss } from 'pg-boss'
import { log } from './log.ts'

/** Work done behind the page: kept by pg-boss in a schema of its own, taken up again after a crash. */
export type Jobs = {
  /** Says how jobs of a name are done. A job that throws is tried twice more. */
  work<T extends object>(name: string, handler: (data: T) => Promise<void>): Promise<void>
  send(name: string, data: object): Promise<void>
  /** Sends a job of a name again and again, at the minutes that five cron fields say (UTC), once for all servers. */
  every(name: string, cron: string): Promise<void>
  /** Lets what is running finish (at most 20 seconds) and stops. */
  stop(): Promise<void>
}

const MINUTE = 60_000

/**
 * Turns a row of failures to reach the database into a few words: one at the first, then at most one a minute, and one
 * when it answers again.
 * @param now milliseconds that only grow
 */
export function hearOutage(
  now: () => number,
  say: (word: 'gone' | 'back', message: string) => void,
): { failed(error: unknown): void; answered(): void; lasts(): boolean } {
  let saidAt: number | null = null
  return {
    failed(error) {
      if (!isUnreachable(error) || (saidAt !== null && now() - saidAt < MINUTE)) return
      saidAt = now()
      say('gone', (error as Error).message)
    },
    answered() {
      if (saidAt === null) return
      saidAt = null
      say('back', 'The queue reaches the database again')
    },
    lasts: () => saidAt !== null,
  }
}

/** Whether an error means that there is no database to ask, rather than that it refused what it was asked. */
const isUnreachable = (error: unknown): boolean =>
  !(error instanceof pg.DatabaseError) || /^(08|53|57P)/.test(error.code ?? '')

/** Opens the queue. It starts, and asks the database for work, when work is first taken up or sent. */
export function openJobs(pool: pg.Pool): Jobs {
  let opened: Promise<PgBoss> | null = null
  const outage = hearOutage(
    () => performance.now(),
    (word, message) => (word === 'gone' ? log.warn({ message }, 'queue') : log.info({ message }, 'queue')),
  )
  const executeSql = async (text: string, values?: unknown[]) => {
    try {
      const answer = await pool.query(text, values)
      outage.answered()
      return answer
    } catch (error) {
      outage.failed(error)
      throw error
    }
  }
  const start = async () => {
    const { PgBoss } = await import('pg-boss')
    const boss = new PgBoss({
      db: { executeSql },
      schema: 'jobs',
      createSchema: false,
    })
    boss.on('error', ({ message }) => {
      if (!outage.lasts()) log.warn({ message }, 'queue')
    })
    await boss.start()
    return boss
  }
  const queue = () => {
    opened ??= start()
    return opened
  }
  return {
    async work(name, handler) {
      const boss = await queue()
      await boss.createQueue(name, { retryLimit: 2, expireInSeconds: 900 })
      await boss.work(name, { pollingIntervalSeconds: 0.5 }, async (jobs) => {
        for (const job of jobs) {
          log.info({ job: name }, 'job starts')
          await handler(job.data as Parameters<typeof handler>[0])
          log.info({ job: name }, 'job done')
        }
      })
    },
    async send(name, data) {
      await (await queue()).send(name, data)
    },
    async every(name, cron) {
      await (await queue()).schedule(name, cron)
    },
    async stop() {
      await (await opened)?.stop({ graceful: true, timeout: 20_000 })
    },
  }
}
