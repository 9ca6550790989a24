import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { launchBrowser } from './browser.ts'
import { YEAR } from './journeys/year.ts'
import { liveTheYear, lossesOf } from './journeys/year-killed.ts'

/** Until the first objective is questioned and agreed; the whole year is walked by `npm run test:kill`. */
const STEPS = YEAR.slice(0, 4)

let browser: Browser
before(async () => {
  browser = await launchBrowser()
})
after(() => browser.close())

test('A server that is killed while Amara and Ben agree an objective loses nothing, and sends nothing twice', async (t) => {
  const [undisturbed, lived] = await Promise.all([
    liveTheYear(browser, { seed: 1, share: 0, mailShare: 0, steps: STEPS }),
    liveTheYear(browser, { seed: 7, share: 0.12, mailShare: 0.3, steps: STEPS }),
  ])
  t.diagnostic(`${lived.deaths} deaths, ${lived.mails.reached} mails, ${lived.mails.listed} not confirmed`)
  assert.equal(undisturbed.mails.listed, 0)
  assert.ok(lived.deaths >= 4, `only ${lived.deaths} deaths`)
  assert.deepEqual(lossesOf(undisturbed, lived), [])
})
