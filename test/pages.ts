import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import type { AxeResults } from 'axe-core'
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { readAssets } from '../src/app/assets.ts'
import { furnish } from '../src/app/house.ts'
import type { House } from '../src/app/visit.ts'
import { openSite } from '../src/app/web.ts'
import { startJobs } from '../src/app/work.ts'
import { readConfig } from '../src/shell/config.ts'
import { freshDatabase } from './world.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const address = probe.address()
  await new Promise((resolve) => probe.close(resolve))
  if (!address || typeof address === 'string') throw new Error('no port')
  return address.port
}

export type Installation = { base: string; house: House; setNow(now: Date): void; close(): Promise<void> }

/** An empty installation that really listens, with the built assets, its queue at work, and a clock that stands still. */
export async function openInstallation(now: Date): Promise<Installation> {
  const [{ url, drop }, port, dataDir] = [
    await freshDatabase(),
    await freePort(),
    await mkdtemp(join(tmpdir(), 'goldthread-page-')),
  ]
  let clock = now
  const { house, close } = await furnish(
    readConfig({ GOLDTHREAD_DATA: dataDir, DATABASE_URL: url, PORT: String(port) }),
    url,
    () => clock,
  )
  await startJobs(house)
  const setNow = (moment: Date) => {
    clock = moment
  }
  const site = openSite(house, readAssets(new URL('../dist/assets/', import.meta.url)), setNow)
  const server = serve({ fetch: site.fetch, port, hostname: '127.0.0.1' })
  return {
    base: `http://localhost:${port}`,
    house,
    setNow,
    async close() {
      await new Promise((resolve) => server.close(resolve))
      await close()
      await drop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** A page's kind: its address without identifiers; of feedback and testimony with its title too, as one address has several pages. */
const kindOf = (url: string, title: string) => {
  const path = new URL(url).pathname
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID')
    .replace(/^\/(join|feedback|testimony)\/[^/]+/, '/$1/TOKEN')
  return /\/(feedback|testimony)/.test(path) ? `${path}, ${title}` : path
}

const seen = new Set<string>()

/** Whether no other file of this run of `npm test` has examined a kind of page; always where a file is run by itself. */
function firstOfRun(kind: string): boolean {
  const folder = process.env.GOLDTHREAD_TEST_EXAMINED
  if (!folder) return true
  try {
    writeFileSync(join(folder, createHash('sha256').update(kind).digest('hex')), '', { flag: 'wx' })
    return true
  } catch {
    return false
  }
}

const EVERY_RULE = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const CONTRAST = 'color-contrast'
/** Dark changes colours and nothing else; a narrow screen moves things and gives them no other colours. */
const LOOKS = [
  { colorScheme: 'light', width: 1280, rules: { runOnly: EVERY_RULE } },
  { colorScheme: 'dark', width: 1280, rules: { runOnly: [CONTRAST] } },
  {
    colorScheme: 'light',
    width: 390,
    rules: { runOnly: EVERY_RULE, rules: { [CONTRAST]: { enabled: false } } },
  },
] as const
/** What 1280 px are at 400 %: nothing may then be read by scrolling two ways. Source: WCAG 1.4.10. */
const NARROWEST = 320

/**
 * Looks at the page that is open as people meet it: axe (A, AA and best practice) in light, in dark and at
 * 390 px; headings in order, one of the first level, nothing wider than the screen, at 320 px either. Once a run for each
 * kind of page, with and without JavaScript; axe itself needs JavaScript, so it looks where that is on.
 */
async function examine(page: Page, javaScript: boolean): Promise<void> {
  // A page that follows work to its end replaces itself: its title is waited for, and not asked of what is between two.
  const title = (await page.locator('head > title').textContent()) ?? ''
  assert.match(title, / - Goldthread$/)
  const refuses = (await page.locator('[role=alert]').count()) > 0
  const kind = `${kindOf(page.url(), title)}${refuses ? ', refused' : ''}${javaScript ? '' : ', without JavaScript'}`
  if (seen.has(kind)) return
  seen.add(kind)
  if (!firstOfRun(kind)) return
  const faults: string[] = []
  const was = page.viewportSize()
  if (javaScript) await page.evaluate(AXE)
  for (const { colorScheme, width, rules } of LOOKS) {
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize({ width, height: 900 })
    if (javaScript)
      for (const fault of await axeFaults(page, rules)) faults.push(`${colorScheme}, ${width} px: ${fault}`)
    faults.push(...(await tooWide(page, width)))
  }
  await page.setViewportSize({ width: NARROWEST, height: 900 })
  faults.push(...(await tooWide(page, NARROWEST)))
  await page.emulateMedia({ colorScheme: 'light' })
  if (was) await page.setViewportSize(was)
  const levels = (await page.evaluate(
    `[...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map((heading) => Number(heading.tagName[1]))`,
  )) as number[]
  const inOrder = levels.every((level, at) => level <= (levels[at - 1] ?? 0) + 1)
  if (!inOrder || levels.filter((level) => level === 1).length !== 1)
    faults.push(`heading levels ${levels.join(' ')}`)
  assert.deepEqual(faults, [], kind)
}

async function tooWide(page: Page, width: number): Promise<string[]> {
  const over = Number(await page.evaluate('document.documentElement.scrollWidth - innerWidth'))
  return over > 0 ? [`${over} px wider than ${width} px`] : []
}

/** What axe finds, by such rules; axe is on the page already. */
async function axeFaults(page: Page, rules: (typeof LOOKS)[number]['rules']): Promise<string[]> {
  const result = (await page.evaluate(
    `axe.run(document, ${JSON.stringify({ ...rules, resultTypes: ['violations'] })})`,
  )) as AxeResults
  return result.violations.map(
    (one) =>
      `${one.id}: ${one.help}: ${one.nodes
        .map((node) => node.html)
        .slice(0, 3)
        .join(' ')}`,
  )
}

/** The first number in some words: "2,534 rows below the headings" is 2534. */
export const numberIn = (words: string): number => Number(words.replaceAll(',', '').match(/\d+/)?.[0])

/** What stands in a part of a page, as it is seen. */
export const wordsOf = async (part: Locator): Promise<string> =>
  (await part.allInnerTexts()).join('\n').trim()

const seenOn = async (page: Page) => (await wordsOf(page.locator('body'))).slice(0, 3000)

/** Somebody at a browser: follows labels and roles, and examines each page on arriving. */
export type Walker = {
  page: Page
  context: BrowserContext
  go(path: string): Promise<void>
  /** Presses a button or follows a link by its name, and waits for the next page. */
  press(name: string | RegExp): Promise<void>
  type(label: string | RegExp, text: string): Promise<void>
  choose(label: string | RegExp, option: string): Promise<void>
  tick(label: string | RegExp): Promise<void>
  /** Chooses one answer, or ticks one, of a group by its legend. */
  answer(group: string | RegExp, answer: string | RegExp): Promise<void>
  /** Types a date in its three boxes. */
  date(group: string | RegExp, day: string): Promise<void>
  /** Chooses a file of this name and content, as if it lay on the visitor's disk. */
  file(label: string | RegExp, name: string, content: string | Uint8Array): Promise<void>
  /** Waits until a heading is there, on pages that look again by themselves; examines where it came. */
  awaits(heading: string | RegExp): Promise<void>
  sees(words: string | RegExp): Promise<void>
  /** What stands beside a term, such as "Read" in a report. */
  fact(term: string): Promise<string>
}

export async function openWalker(
  browser: Browser,
  base: string,
  options: { javaScript: boolean; size?: { width: number; height: number }; examines?: boolean },
): Promise<Walker> {
  const context = await browser.newContext({
    javaScriptEnabled: options.javaScript,
    viewport: options.size ?? { width: 1280, height: 900 },
    locale: 'en-GB',
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  const arrive = async () => {
    await page.waitForLoadState('load')
    if (options.examines !== false) await examine(page, options.javaScript)
  }
  return {
    page,
    context,
    async go(path) {
      const response = await page.goto(base + path)
      assert.ok(response && response.status() < 400, `${path} answered ${response?.status()}`)
      await arrive()
    },
    async press(name) {
      const target = page.getByRole('button', { name }).or(page.getByRole('link', { name })).first()
      const next = page.waitForEvent('domcontentloaded')
      try {
        await Promise.all([next, target.click()])
      } catch (error) {
        assert.fail(`“${name}” was not to be pressed on ${page.url()}: ${error}\n${await seenOn(page)}`)
      }
      await arrive()
    },
    async type(label, text) {
      await page.getByLabel(label, { exact: true }).and(page.locator('input, textarea')).first().fill(text)
    },
    async choose(label, option) {
      await page.getByLabel(label).first().selectOption({ label: option })
    },
    async tick(label) {
      await page.getByLabel(label).first().check()
    },
    async answer(group, answer) {
      await page.getByRole('group', { name: group }).first().getByLabel(answer).first().check()
    },
    async file(label, name, content) {
      const buffer = Buffer.from(content)
      await page.getByLabel(label).first().setInputFiles({ name, mimeType: 'text/csv', buffer })
    },
    async awaits(heading) {
      await page.getByRole('heading', { name: heading }).first().waitFor()
      await arrive()
    },
    async fact(term) {
      const terms = page.getByRole('term').filter({ hasText: new RegExp(`^${term}$`) })
      return wordsOf(terms.first().locator('xpath=following-sibling::dd[1]'))
    },
    async date(group, day) {
      const [year = '', month = '', date = ''] = day.split('-')
      const fields = page.getByRole('group', { name: group, exact: true })
      await fields.getByLabel('Day').fill(String(Number(date)))
      await fields.getByLabel('Month').fill(String(Number(month)))
      await fields.getByLabel('Year').fill(year)
    },
    async sees(words) {
      const text = await wordsOf(page.locator('body'))
      if (typeof words === 'string')
        assert.ok(text.includes(words), `“${words}” is not on ${page.url()}:\n${text.slice(0, 3000)}`)
      else assert.match(text, words, page.url())
    },
  }
}
