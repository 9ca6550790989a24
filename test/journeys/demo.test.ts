import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { loadDemo } from '../../src/app/demo/demo.ts'
import { launchBrowser } from '../browser.ts'
import { type Installation, openInstallation, openWalker } from '../pages.ts'

let browser: Browser
let installation: Installation

before(async () => {
  browser = await launchBrowser()
  installation = await openInstallation(new Date('2026-11-17T09:00:00Z'))
  await loadDemo(installation.house)
})
after(async () => {
  await browser.close()
  await installation.close()
})

test('the tour leads a newcomer in six steps from what the work shows to the account', async () => {
  const visitor = await openWalker(browser, installation.base, { javaScript: true })
  await visitor.go('/')
  await visitor.press('Explore the demo as Amara')
  for (let step = 1; step <= 6; step++) {
    await visitor.go(`/demo/tour/${step}`)
    await visitor.sees(`Step ${step} of 6`)
    await visitor.press(/^Open the page/)
  }
  await visitor.sees('Account of development, Amara Okafor')
})

test('the characters lead on to one another, and each has a page to begin on', async () => {
  const visitor = await openWalker(browser, installation.base, { javaScript: false })
  await visitor.go('/')
  await visitor.press('Explore the demo as Amara')
  await visitor.go('/home')
  await visitor.sees('My development')
  await visitor.press('Evidence')
  await visitor.sees('Whether it is in date')
  for (const [name, words] of [
    ['Ben Hughes', 'Team Northgate'],
    ['Dana Price', 'People and teams'],
    ['Chidi Eze', 'Amara Okafor'],
  ] as const) {
    await visitor.go('/demo/characters')
    await visitor.press(`Go on as ${name}`)
    await visitor.sees(words)
  }
  await visitor.press('Leave demo')
  assert.equal(new URL(visitor.page.url()).pathname, '/')
})
