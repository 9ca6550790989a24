import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { constants } from 'node:os'
import { join } from 'node:path'
import { prepare, ROOT, Stop } from './prepare.mjs'

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP']
const LIFELINE = new URL('./lifeline.mjs', import.meta.url).href

/**
 * Prepares the project, then runs one of its built programs in this process's stead: same input and output, signals
 * passed on, its exit code ours. Where this process is killed, the program is asked to stop.
 * @param {string} program the file under `dist/`
 * @param {string[]} words its arguments
 * @param {(line: string) => void} say
 */
export async function run(program, words, say) {
  try {
    const { node } = await prepare(say)
    const path = join(ROOT, 'dist', program)
    if (!existsSync(path))
      throw new Stop(`There is no dist/${program}: this copy of Goldthread is not complete.`)
    const child = spawn(node, ['--enable-source-maps', `--import=${LIFELINE}`, path, ...words], {
      stdio: ['inherit', 'inherit', 'inherit', 'pipe'],
      env: { ...process.env, GOLDTHREAD_LIFELINE: '3' },
      detached: process.platform !== 'win32',
    })
    const pass = passOnce(child)
    for (const signal of SIGNALS) process.on(signal, () => pass(signal))
    stopWithNpm(() => pass('SIGTERM'))
    child.on('error', (error) => fail(`${node} did not start: ${error.message}`))
    child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)))
  } catch (error) {
    fail(error instanceof Stop ? error.message : (error.stack ?? String(error)))
  }
}

function fail(message) {
  process.stderr.write(`${message}\n`)
  process.exit(1)
}

/**
 * One wish to stop can arrive several times at once: from the terminal, from npm, from its shell. The program, in a
 * process group of its own, hears of it once; a second wish, after two seconds, is passed on again.
 */
function passOnce(child) {
  let last = Number.NEGATIVE_INFINITY
  return (signal) => {
    if (performance.now() - last < 2_000) return
    last = performance.now()
    child.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal)
  }
}

/** Under `npm start`, npm's death is ours: a killed npm passes nothing on. A shell may stand between us. */
function stopWithNpm(stop) {
  if (!process.env.npm_lifecycle_event) return
  const shell = ofParent('cmdline').includes('start.mjs')
  const npm = () => (shell ? `${process.ppid} ${/^PPid:.*/m.exec(ofParent('status'))}` : process.ppid)
  const first = npm()
  const watch = setInterval(() => {
    if (npm() === first) return
    clearInterval(watch)
    stop()
  }, 250)
  watch.unref()
}

function ofParent(file) {
  try {
    return readFileSync(`/proc/${process.ppid}/${file}`, 'utf8')
  } catch {
    return ''
  }
}
