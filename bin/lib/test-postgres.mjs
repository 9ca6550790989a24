import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { ROOT } from './prepare.mjs'

/**
 * Starts a PostgreSQL for tests in a process of its own, and answers its address (null where it did not start) and how
 * to end it.
 * @param postgres the folder of another PostgreSQL than the installed one
 */
export async function startTestPostgres(node, postgres) {
  const ground = spawn(
    node,
    ['--import', 'tsx', join(ROOT, 'bin/lib/test-ground.mjs'), ...(postgres ? [postgres] : [])],
    { cwd: ROOT, stdio: ['pipe', 'pipe', 'inherit'] },
  )
  const ended = new Promise((resolve) => ground.once('exit', resolve))
  const database = await new Promise((resolve) => {
    createInterface(ground.stdout).once('line', resolve)
    ended.then(() => resolve(null))
  })
  return {
    database,
    end() {
      ground.stdin.end()
      return ended
    },
  }
}
