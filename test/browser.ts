import { type Browser, chromium } from 'playwright-core'
import { findBrowser } from '../bin/lib/browser.mjs'

const QUIET = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/**
 * Starts the machine's Chromium or Chrome, without a window. Close it after the test.
 * @throws where there is none, saying how to name one: a browser test is never skipped
 */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = findBrowser()
  if (!executablePath) {
    throw new Error('No Chromium or Chrome was found. Install one, or name it with CHROMIUM_PATH.')
  }
  return chromium.launch({ executablePath, headless: true, args: ['--no-sandbox', ...QUIET] })
}
