import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { launchBrowser } from '../browser.ts'
import { type Installation, openInstallation, openWalker } from '../pages.ts'

let browser: Browser
let installation: Installation

before(async () => {
  browser = await launchBrowser()
  installation = await openInstallation(new Date('2026-11-17T09:00:00Z'))
})
after(async () => {
  await browser.close()
  await installation.close()
})

test('from an empty installation to a second person signed in, with JavaScript off', async () => {
  const dana = await openWalker(browser, installation.base, { javaScript: false })
  await dana.go('/')
  await dana.sees('Explore the demo')
  await dana.press('Set up a team')
  await dana.type('What is the organisation called?', 'Larkfield Journeys')
  await dana.type('Your name', 'Dana Price')
  await dana.type('Your e-mail address', 'dana@larkfield.example')
  await dana.type('A password', 'amber field lantern')
  await dana.press('Set up and add people')
  await dana.sees('Larkfield Journeys is ready')
  await dana.type(
    'Paste a list',
    'Ben Hughes, ben@larkfield.example, Northgate, , Team leader\nAmara Okafor, amara@larkfield.example, Northgate, Ben Hughes, Adviser',
  )
  await dana.press('Check the list')
  await dana.press(/^Add 2 people/)
  const link = await dana.page.getByLabel('Link for Amara Okafor').inputValue()

  const amara = await openWalker(browser, installation.base, { javaScript: false })
  await amara.go(new URL(link).pathname)
  await amara.type('Your e-mail address', 'amara@larkfield.example')
  await amara.type('Choose a password', 'copper teapot morning')
  await amara.type('The same password again', 'copper teapot morning')
  await amara.press('Join')
  await amara.go('/settings')
  await amara.sees('amara@larkfield.example')
})

test('pages open to anybody, with JavaScript', async () => {
  const visitor = await openWalker(browser, installation.base, { javaScript: true })
  for (const path of [
    '/',
    '/set-up?kind=centre',
    '/sign-in',
    '/join',
    '/forgotten',
    '/appearance',
    '/what-we-keep',
    '/accessibility',
    '/help',
    '/components',
  ])
    await visitor.go(path)
  assert.ok(visitor.page.url().endsWith('/components'))
})
