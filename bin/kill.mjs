import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { installBrowser } from './lib/browser.mjs'
import { prepare, ROOT } from './lib/prepare.mjs'

/** Runs `bench/kill.ts` with the words given, on a PostgreSQL of its own. */
async function run() {
  const say = (line) => console.log(line)
  const { node } = await prepare(say)
  const browser = installBrowser(say)
  const ground = spawn(node, ['--import', 'tsx', join(ROOT, 'bin/lib/test-ground.mjs')], {
    cwd: ROOT,
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const ended = new Promise((resolve) => ground.once('exit', resolve))
  const database = await new Promise((resolve) => {
    createInterface(ground.stdout).once('line', resolve)
    ended.then(() => resolve(null))
  })
  if (!database) return 1
  const walking = spawn(node, ['--import', 'tsx', join(ROOT, 'bench/kill.ts'), ...process.argv.slice(2)], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, GOLDTHREAD_TEST_DATABASE: database, ...(browser && { CHROMIUM_PATH: browser }) },
  })
  const status = await new Promise((resolve) => walking.once('exit', resolve))
  ground.stdin.end()
  await ended
  return status ?? 1
}

process.exit(await run())
