import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import type { Browser, Page } from 'playwright-core'
import { renderToString } from 'preact-render-to-string'
import { launchBrowser } from '../../../test/browser.ts'
import { HowItReads } from './pages/reads.tsx'
import { type Basis, goalRecord, readObjective } from './rules/reading.ts'
import { someObjective } from './rules/some-objective.ts'

const TODAY = '2026-11-17'
const BASIS: Basis = {
  on: TODAY,
  betterIs: 'higher',
  now: { value: 0.74, low: 0.69, high: 0.79 },
  expected: { low: 0.44, high: 1 },
  reach: { low: 0.67, high: 0.81 },
  best: { value: 0.82, low: 0.72, high: 0.9 },
  team: { low: 0.7, high: 0.86, people: 7 },
  held: { level: 0.9, people: 7 },
}
const TEXT = 'Ring back every customer on the day promised'

let browser: Browser
let page: Page

/** Amara's objective as the server shows it, with the module that follows her typing. */
function shown(target: number | null): string {
  const objective = someObjective({ text: TEXT, baseline: 0.74, target, basis: BASIS, due: '2027-03-26' })
  const against = { need: 'Handling complaints', others: [] }
  const record = { ...goalRecord(objective, against), openObjectivesThen: 5 }
  const reads = renderToString(
    <HowItReads
      reading={readObjective(objective, against, TODAY)}
      record={record}
      basis={BASIS}
      target={target}
      unit="share"
      measureName="Resolved first time"
      writing
      deciders="You and Ben Hughes"
    />,
  )
  const form = `<form id="objective-form" action="/posted"><textarea aria-label="Objective">${TEXT}</textarea>
    <select aria-label="Measure" data-smart-field="measure"><option value="">None</option><option value="fcr" selected>FCR</option></select>
    <input aria-label="To" data-smart-field="target" value="${target === null ? '' : target * 100}"><input aria-label="Resources" data-smart-field="resources">
    <select aria-label="Need" name="need"><option value="">None yet</option><option value="1" selected>N-1 Handling complaints</option><option value="2">N-2 Billing</option></select>
    <input aria-label="Due" data-smart-field="due" value="2027-03-26"></form>`
  return `<div data-smart data-smart-today="${TODAY}" data-smart-record='${JSON.stringify(record)}'>${form}${reads}</div>`
}

before(async () => {
  browser = await launchBrowser()
  page = await browser.newPage()
})
after(() => browser.close())

async function open(target: number | null) {
  const built = await build({
    entryPoints: [fileURLToPath(new URL('enhance.ts', import.meta.url))],
    bundle: true,
    format: 'esm',
    write: false,
  })
  await page.goto('about:blank')
  await page.setContent(shown(target))
  await page.addScriptTag({ content: built.outputFiles[0]?.text ?? '', type: 'module' })
}

const reading = async () => (await page.locator('[data-smart-result]').textContent()) ?? ''
/** What stands after the next frame is drawn. */
const drawn = () =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))

test('a click on the safe target fills the field, and reading and drawing follow before the next frame', async () => {
  await open(0.95)
  assert.match(await reading(), /Nobody has held it/)
  await page.getByRole('button', { name: /^Safe: / }).click()
  await drawn()
  assert.equal(await page.getByLabel('To').inputValue(), '76')
  assert.match(await reading(), /Within reach\. .*76% lies inside that/)
  assert.doesNotMatch(page.url(), /posted/)
  const line = page.locator('.ranges .req').first()
  const before = await line.getAttribute('x1')
  await page.getByRole('button', { name: /^Stretch: / }).click()
  await drawn()
  assert.match(await reading(), /A stretch\./)
  assert.ok(Number.parseFloat((await line.getAttribute('x1')) ?? '') > Number.parseFloat(before ?? ''))
})

test('the line of the target appears once there is one', async () => {
  await open(null)
  const line = page.locator('.ranges .req').first()
  assert.equal(await line.isVisible(), false)
  await page.getByLabel('To').fill('80')
  await drawn()
  assert.equal(await line.getAttribute('display'), null)
})

test('a keystroke is answered in the frame that follows it', async () => {
  await open(0.8)
  const answered = await page.evaluate(
    () =>
      new Promise((done) => {
        const area = document.querySelector('textarea')
        const result = document.querySelector('[data-smart-result]')
        if (!area || !result) return done(false)
        area.value = ''
        area.dispatchEvent(new Event('input', { bubbles: true }))
        requestAnimationFrame(() => done(/not found/.test(result.querySelector('h3')?.textContent ?? '')))
      }),
  )
  assert.equal(answered, true)
})

test('with another measure chosen, figures of the first are neither read nor shown', async () => {
  await open(0.95)
  await page.getByLabel('Measure').selectOption('')
  await drawn()
  assert.doesNotMatch(await reading(), /Nobody has held it/)
  assert.equal(await page.locator('[data-smart-basis]').isVisible(), false)
  await page.getByLabel('Measure').selectOption('fcr')
  await drawn()
  assert.equal(await page.locator('[data-smart-basis]').isVisible(), true)
})

test('the links follow the need that is chosen, and what falls due then follows the date', async () => {
  await open(0.8)
  assert.match(await reading(), /the need “Handling complaints”/)
  assert.match(await reading(), /5 other objectives of yours/)
  await page.getByLabel('Need').selectOption('2')
  await page.getByLabel('Due').fill('2027-06-30')
  await drawn()
  assert.match(await reading(), /the need “Billing”/)
  assert.doesNotMatch(await reading(), /other objectives of yours/)
  await page.getByLabel('Need').selectOption('')
  await drawn()
  assert.match(await reading(), /It is not linked to a need/)
})
