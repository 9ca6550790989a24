import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const MAC = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

const canRun = (path) => {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/**
 * The Chromium or Chrome of this machine: the one that `CHROMIUM_PATH` names, else the first on the path.
 * @returns {string | null} where it lies, or null where there is none
 */
export function findBrowser() {
  const named = process.env.CHROMIUM_PATH
  if (named) return canRun(named) ? named : null
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  const candidates = [...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))), ...MAC]
  return candidates.find(canRun) ?? null
}

/**
 * Finds the browser, or installs Debian's where we may.
 * @param {(line: string) => void} say
 * @returns {string | null} where it lies, or null where there is none to be had
 */
export function installBrowser(say) {
  const found = findBrowser()
  if (found || process.env.CHROMIUM_PATH || process.getuid?.() !== 0) return found
  say('Installing Chromium, for the tests that use a browser')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = (...words) => spawnSync('apt-get', words, { stdio: ['ignore', 2, 2], env }).status === 0
  const quietly = ['-qq', '-o', 'Dpkg::Use-Pty=0']
  if (apt('update', ...quietly)) apt('install', '-y', '--no-install-recommends', ...quietly, 'chromium')
  return findBrowser()
}
