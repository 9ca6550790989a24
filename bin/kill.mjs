import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { installBrowser } from './lib/browser.mjs'
import { prepare, ROOT } from './lib/prepare.mjs'
import { startTestPostgres } from './lib/test-postgres.mjs'

/** Runs `bench/kill.ts` with the words given, on a PostgreSQL of its own. */
async function run() {
  const say = (line) => console.log(line)
  const { node } = await prepare(say)
  const browser = installBrowser(say)
  const { database, end } = await startTestPostgres(node)
  if (!database) return 1
  const walking = spawn(node, ['--import', 'tsx', join(ROOT, 'bench/kill.ts'), ...process.argv.slice(2)], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, GOLDTHREAD_TEST_DATABASE: database, ...(browser && { CHROMIUM_PATH: browser }) },
  })
  const status = await new Promise((resolve) => walking.once('exit', resolve))
  await end()
  return status ?? 1
}

process.exit(await run())
