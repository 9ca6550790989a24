import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import type { Browser } from 'playwright-core'
import { openWalker, type Walker } from './pages.ts'
import { freshDatabase } from './world.ts'

const MAIN = fileURLToPath(new URL('../dist/main.js', import.meta.url))
/** The longest time, in milliseconds, between a press and the death that follows it. */
const LATEST = 120

/** A server as it is installed, in a process of its own that can be killed; its clock stands where it is put. */
export type Mortal = {
  base: string
  databaseUrl: string
  setNow(moment: Date): void
  /** Somebody without JavaScript, at whose presses the server may be killed. */
  walker(): Promise<Walker>
  deaths(): number
  /** What everybody keeps, by table: how many rows. */
  holdings(): Promise<Record<string, number>>
  /** Kills the server at once and starts it again. */
  killNow(): Promise<void>
  close(): Promise<void>
}

/** Numbers from 0 to 1 that follow from a seed alone. Source: mulberry32, public domain. */
function chances(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const address = probe.address()
  await new Promise((resolve) => probe.close(resolve))
  assert.ok(address && typeof address === 'object')
  return address.port
}

/**
 * Opens a server that dies now and then.
 * @param asked.share of all presses at which it is killed, 0 to 1; the moment after the press is drawn from the seed
 * @param asked.env more settings, such as a mail server
 */
export async function openMortal(
  browser: Browser,
  asked: { now: Date; seed: number; share: number; env?: Record<string, string> },
): Promise<Mortal> {
  const [{ url, drop }, port, dataDir] = [
    await freshDatabase(),
    await freePort(),
    await mkdtemp(join(tmpdir(), 'goldthread-mortal-')),
  ]
  const base = `http://localhost:${port}`
  const chance = chances(asked.seed)
  const walkers: Walker[] = []
  let now = asked.now
  let deaths = 0
  let server: ChildProcess | null = null

  const start = async () => {
    server = spawn(process.execPath, [MAIN], {
      env: {
        ...process.env,
        PORT: String(port),
        GOLDTHREAD_DATA: dataDir,
        DATABASE_URL: url,
        GOLDTHREAD_LOG: 'silent',
        GOLDTHREAD_TIME_TRAVEL: 'on',
        ...asked.env,
      },
      stdio: 'ignore',
    })
    const headers = { 'goldthread-now': now.toISOString() }
    for (;;) {
      const ready = await fetch(`${base}/readyz`, { headers })
        .then(({ ok }) => ok)
        .catch(() => false)
      if (ready) return
      assert.equal(server.exitCode, null, 'the server did not start again')
      await wait(25)
    }
  }
  const killNow = async () => {
    const dying = server
    if (!dying || dying.exitCode !== null) return
    const gone = once(dying, 'exit')
    dying.kill('SIGKILL')
    await gone
    deaths += 1
    await start()
  }
  const moved = () => ({ 'goldthread-now': now.toISOString() })
  await start()
  return {
    base,
    databaseUrl: url,
    setNow(moment) {
      now = moment
      for (const { context } of walkers) void context.setExtraHTTPHeaders(moved())
    },
    async walker() {
      const walker = await openWalker(browser, base, { javaScript: false, examines: false })
      await walker.context.setExtraHTTPHeaders(moved())
      walkers.push(walker)
      return untimely(walker, {
        strikes: () => chance() < asked.share,
        delay: () => chance() * LATEST,
        killNow,
      })
    },
    deaths: () => deaths,
    holdings: () => holdingsOf(url),
    killNow,
    async close() {
      for (const { context } of walkers) await context.close()
      const last = server
      if (last && last.exitCode === null) {
        const gone = once(last, 'exit')
        last.kill('SIGKILL')
        await gone
      }
      await drop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** Whether the page came whole: the last thing that every page says is there. */
const isWhole = (walker: Walker) =>
  walker.page
    .locator('footer')
    .count()
    .then((n) => n > 0)
    .catch(() => false)

/**
 * A walker whose presses the server may not live to answer. What a person would do is done: they look at the page, and
 * where it did not come they load it again, which sends the same form once more. A message that is shown once may have
 * been on the page that did not come, so that what a page says after such a press need not be seen; what is kept must be.
 */
function untimely(
  walker: Walker,
  death: { strikes(): boolean; delay(): number; killNow(): Promise<void> },
): Walker {
  let interrupted = false
  const settle = async () => {
    await walker.page.waitForLoadState('load', { timeout: 5_000 }).catch(() => {})
    for (let tries = 0; tries < 5 && !(await isWhole(walker)); tries += 1)
      await walker.page.reload({ timeout: 10_000 }).catch(() => {})
    assert.ok(await isWhole(walker), `no page came at ${walker.page.url()}`)
  }
  return {
    ...walker,
    async press(name) {
      interrupted = death.strikes()
      if (!interrupted) return walker.press(name)
      const dying = wait(death.delay()).then(death.killNow)
      await walker.press(name).catch(() => {})
      await dying
      await settle()
    },
    async sees(words) {
      if (!interrupted) return walker.sees(words)
    },
  }
}

/** How many rows each table of the records holds; what libraries and single posts leave behind is not counted. */
async function holdingsOf(url: string): Promise<Record<string, number>> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
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
  } finally {
    await client.end()
  }
}
