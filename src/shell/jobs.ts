import type pg from 'pg'
import type { PgBoss } from 'pg-boss'
import { log } from './log.ts'

/** Work done behind the page: kept by pg-boss in a schema of its own, taken up again after a crash. */
export type Jobs = {
  /** Says how jobs of a name are done. A job that throws is tried twice more. */
  work<T extends object>(name: string, handler: (data: T) => Promise<void>): Promise<void>
  send(name: string, data: object): Promise<void>
  /** Lets what is running finish (at most 20 seconds) and stops. */
  stop(): Promise<void>
}

/** Opens the queue. It starts, and asks the database for work, when work is first taken up or sent. */
export function openJobs(pool: pg.Pool): Jobs {
  let opened: Promise<PgBoss> | null = null
  const start = async () => {
    const { PgBoss } = await import('pg-boss')
    const boss = new PgBoss({
      db: { executeSql: async (text: string, values?: unknown[]) => pool.query(text, values) },
      schema: 'jobs',
      createSchema: false,
    })
    boss.on('error', (error) => log.warn({ message: error.message }, 'queue'))
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
    async stop() {
      await (await opened)?.stop({ graceful: true, timeout: 20_000 })
    },
  }
}
