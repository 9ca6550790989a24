import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { run } from 'node:test'
import { spec } from 'node:test/reporters'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { ROOT } from './prepare.mjs'

/** Runs test files, each in a process of its own, in the order in which they are named; writes what came of them. */
const [counts, ...files] = process.argv.slice(2)
const built = join(ROOT, 'dist', `.tests-${process.pid}`)

/** A module that is built elsewhere still says that it lies where its source lies; one that starts a worker finds it built. */
const places = {
  name: 'places',
  setup({ onLoad }) {
    onLoad({ filter: /\.tsx?$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8')
      if (!text.includes('import.meta.')) return null
      const place = text.includes("import.meta.url.endsWith('.ts')") ? join(ROOT, 'dist/main.js') : path
      const contents = text
        .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(place).href))
        .replaceAll('import.meta.filename', JSON.stringify(path))
      return { contents, loader: path.endsWith('x') ? 'tsx' : 'ts' }
    })
  },
}

/** Built once and shared by all, as each process would otherwise read and translate a thousand sources by itself. */
async function buildTests() {
  mkdirSync(built, { recursive: true })
  await build({
    absWorkingDir: ROOT,
    entryPoints: files.map((file) => join(ROOT, file)),
    outdir: built,
    outbase: ROOT,
    bundle: true,
    splitting: true,
    sourcemap: true,
    platform: 'node',
    format: 'esm',
    target: 'node22',
    packages: 'external',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    plugins: [places],
    logLevel: 'error',
  })
  return files.map((file) => join(built, file.replace(/\.tsx?$/, '.js')))
}

/** Journeys wait for a browser, and others for the database: one more than there are processors keeps all busy. */
const concurrency = 1 + Math.max(2, availableParallelism())

try {
  const stream = run({
    files: await buildTests(),
    concurrency,
    timeout: 600_000,
    execArgv: ['--enable-source-maps'],
  })
  let whole = null
  stream.on('test:summary', (summary) => {
    if (summary.file === undefined) whole = summary
  })
  stream.compose(spec).pipe(process.stdout)
  await new Promise((resolve) => stream.once('end', resolve))
  const { passed, failed, cancelled, skipped, todo } = whole.counts
  writeFileSync(counts, JSON.stringify({ passed, failed: failed + cancelled, skipped: skipped + todo }))
  process.exitCode = whole.success ? 0 : 1
} finally {
  rmSync(built, { recursive: true, force: true })
}
