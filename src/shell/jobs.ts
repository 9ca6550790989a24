import type pg from 'pg'
import { PgBoss } from 'pg-boss'
import { log } from './log.ts'

/** Work done behind the page: kept by pg-boss in a schema of its own, taken up again after a crash. */
export type Jobs = {
  /** Says how jobs of a name are done. A job that throws is tried twice more. */
  work<T extends object>(name: string, handler: (data: T) => Promise<void>): Promise<void>
  send(name: string, data: object): Promise<void>
  /** Lets what is running finish (at most 20 seconds) and stops. */
  stop(): Promise<void>
}

export async function openJobs(pool: pg.Pool): Promise<Jobs> {
  const boss = new PgBoss({
    db: { executeSql: async (text: string, values?: unknown[]) => pool.query(text, values) },
    schema: 'jobs',
    createSchema: false,
  })
  boss.on('error', (error) => log.warn({ message: error.message }, 'queue'))
  await boss.start()
  return {
    async work(name, handler) {
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
      await boss.send(name, data)
    },
    async stop() {
      await boss.stop({ graceful: true, timeout: 20_000 })
    },
  }
}
