import assert from 'node:assert/strict'
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { QueryResultRow } from 'pg'
import type { Browser } from 'playwright-core'
import { chances } from './chances.ts'
import { askFor, holdingsOf, type Life, rowsOf } from './killing-data.ts'
import { openWalker, type Walker } from './pages.ts'
import { freshDatabase } from './world.ts'

const MAIN = fileURLToPath(new URL('../dist/main.js', import.meta.url))
const CLI = fileURLToPath(new URL('../dist/cli.js', import.meta.url))
/** The longest time, in milliseconds, between a press and the death that follows it. */
const LATEST = 120

/** A server as it is installed, in a process of its own that can be killed; its clock stands where it is put. */
export type Mortal = {
  base: string
  setNow(moment: Date): Promise<void>
  /** Somebody without JavaScript, at whose presses the server may be killed. */
  walker(): Promise<Walker>
  deaths(): number
  /** What everybody keeps, by table: how many rows. */
  holdings(): Promise<Record<string, number>>
  /** What a query of the database answers. */
  rows<T extends QueryResultRow>(query: string): Promise<T[]>
  /** Kills the server at once and starts it again; where that is under way already, waits until it is back. */
  killNow(): Promise<void>
  /** Has the queue do a job, and again where the server dies over it. */
  ask(job: string): Promise<void>
  /** Runs the command line on the same data; answers the document that it prints. */
  command(...words: string[]): Promise<Record<string, unknown>>
  close(): Promise<void>
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
  let restarting: Promise<void> | null = null

  const environment = () => ({
    ...process.env,
    PORT: String(port),
    GOLDTHREAD_DATA: dataDir,
    DATABASE_URL: url,
    GOLDTHREAD_LOG: 'silent',
    GOLDTHREAD_TIME_TRAVEL: now.toISOString(),
    ...asked.env,
  })
  const start = async () => {
    server = spawn(process.execPath, [MAIN], { env: environment(), stdio: 'ignore' })
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
  const die = async () => {
    const dying = server
    if (!dying) return
    const gone = once(dying, 'exit')
    dying.kill('SIGKILL')
    await gone
    deaths += 1
    await start()
  }
  const killNow = () => {
    restarting ??= die().finally(() => {
      restarting = null
    })
    return restarting
  }
  const alive = async () => {
    await restarting
  }
  const moved = () => ({ 'goldthread-now': now.toISOString() })
  await start()
  return {
    base,
    async setNow(moment) {
      now = moment
      for (const { context } of walkers) await context.setExtraHTTPHeaders(moved())
    },
    async walker() {
      const walker = await openWalker(browser, base, { javaScript: false, examines: false })
      await walker.context.setExtraHTTPHeaders(moved())
      walkers.push(walker)
      return untimely(walker, {
        strikes: () => chance() < asked.share,
        delay: () => chance() * LATEST,
        killNow,
        alive,
        deaths: () => deaths,
      })
    },
    deaths: () => deaths,
    holdings: () => holdingsOf(url),
    rows: (query) => rowsOf(url, query),
    killNow,
    ask: (job) => askFor(url, job, { alive, deaths: () => deaths }),
    async command(...words) {
      const { stdout } = await promisify(execFile)(process.execPath, [CLI, ...words, '--json'], {
        env: environment(),
      })
      return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Record<string, unknown>
    },
    async close() {
      await alive()
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
  death: Life & { strikes(): boolean; delay(): number; killNow(): Promise<void> },
): Walker {
  let interrupted = false
  const settle = async () => {
    await walker.page.waitForLoadState('load', { timeout: 5_000 }).catch(() => {})
    for (let tries = 0; tries < 8 && !(await isWhole(walker)); tries += 1) {
      await death.alive()
      await walker.page.reload({ timeout: 10_000 }).catch(() => {})
    }
    assert.ok(await isWhole(walker), `no page came at ${walker.page.url()}`)
  }
  const survive = async (act: () => Promise<void>, strikes: boolean) => {
    await death.alive()
    const before = death.deaths()
    const dying = strikes ? wait(death.delay()).then(death.killNow) : null
    const failed = await act().then(
      () => null,
      (error: unknown) => ({ error }),
    )
    await dying
    await death.alive()
    interrupted = death.deaths() > before
    if (failed && !interrupted) throw failed.error
    if (interrupted) await settle()
  }
  return {
    ...walker,
    press: (name) => survive(() => walker.press(name), death.strikes()),
    async go(path) {
      for (let tries = 0; tries < 5; tries += 1) {
        await survive(() => walker.go(path), false)
        if (!interrupted) return
      }
      assert.fail(`${path} never came`)
    },
    async sees(words) {
      if (!interrupted) return walker.sees(words)
    },
  }
}
