import assert from 'node:assert/strict'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'

/** Whether the server lives, and how often it has died. */
export type Life = { alive(): Promise<void>; deaths(): number }

/** Puts a job into the queue and waits until it is done; a job that died with the server is put there again. */
export function askFor(url: string, job: string, life: Life): Promise<void> {
  return withClient(url, async (client) => {
    for (let over = false; !over; ) {
      await life.alive()
      const before = life.deaths()
      const { rows } = await client.query<{ id: string }>(
        `insert into jobs.job (name, data) values ($1, '{}') returning id`,
        [job],
      )
      while (!over && life.deaths() === before) {
        await wait(50)
        const done = await client.query<{ state: string }>('select state from jobs.job where id = $1', [
          rows[0]?.id,
        ])
        const state = done.rows[0]?.state
        assert.notEqual(state, 'failed', `the job ${job} failed`)
        over = state === 'completed'
      }
    }
  })
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** How many rows each table of the records holds; what libraries and single posts leave behind is not counted. */
export function holdingsOf(url: string): Promise<Record<string, number>> {
  return withClient(url, async (client) => {
    const tables = await client.query<{ name: string }>(
      `select table_name as name from information_schema.columns
       where table_schema = 'goldthread' and column_name = 'org_id' and table_name <> 'form_post' order by 1`,
    )
    const held: Record<string, number> = {}
    for (const { name } of tables.rows) {
      const { rows } = await client.query<{ n: number }>(
        `select count(*)::int as n from goldthread.${client.escapeIdentifier(name)}`,
      )
      held[name] = rows[0]?.n ?? 0
    }
    return held
  })
}

/** What a query of a database answers. */
export const rowsOf = <T extends pg.QueryResultRow>(url: string, query: string): Promise<T[]> =>
  withClient(url, async (client) => (await client.query<T>(query)).rows)
