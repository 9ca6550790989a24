import { createHash } from 'node:crypto'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const SERVER = {
  'main.js': 'src/app/main.ts',
  'cli.js': 'src/app/cli.ts',
  'case-reader.js': 'src/app/frameworks/case-reader.ts',
  'pdf-reader.js': 'src/shell/pdf-reader.ts',
  'tables-reader.js': 'src/shell/tables-reader.ts',
}
const BROWSER = {
  'assets/main.js': 'src/ui/enhance/main.ts',
  'assets/smart.js': 'src/app/plans/enhance.ts',
  'assets/evidence.js': 'src/app/evidence/enhance.ts',
  'assets/files.js': 'src/app/evidence/enhance-files.ts',
  'assets/feedback.js': 'src/app/feedback/enhance.ts',
}
const STYLES = ['tokens', 'base', 'marks', 'rows', 'forms', 'charts', 'records', 'classes', 'media'].map(
  (name) => `src/ui/styles/${name}.css`,
)
const FONTS = 'src/ui/styles/fonts'

/**
 * Builds `dist/` where a source changed since: the server and the command line, and what browsers load.
 * @param {string} root the folder of the project
 * @param {(line: string) => void} say
 */
export async function build(root, say) {
  const dist = join(root, 'dist')
  const built = join(dist, '.built')
  const state = stateOf(root)
  if (existsSync(built) && readFileSync(built, 'utf8') === state) return
  say('Building')
  const staging = join(dist, `.new-${process.pid}`)
  mkdirSync(join(staging, 'assets'), { recursive: true })
  try {
    await bundle(root, staging)
    for (const entry of readdirSync(staging, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue
      const from = join(entry.parentPath ?? entry.path, entry.name)
      const to = join(dist, from.slice(staging.length + 1))
      mkdirSync(dirname(to), { recursive: true })
      renameSync(from, to)
    }
    writeFileSync(join(staging, '.built'), state)
    renameSync(join(staging, '.built'), built)
  } finally {
    rmSync(staging, { recursive: true, force: true })
  }
}

/** Changes whenever a source, the lockfile or this builder does. */
function stateOf(root) {
  const hash = createHash('sha256')
  const add = (path) => {
    const { mtimeMs, size } = statSync(path)
    hash.update(`${path}\0${mtimeMs}\0${size}\n`)
  }
  const files = ['src', 'seeds']
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
  for (const path of files.sort()) add(path)
  for (const name of ['package-lock.json', 'tsconfig.json']) add(join(root, name))
  add(fileURLToPath(import.meta.url))
  return hash.digest('hex')
}

async function bundle(root, staging) {
  const esbuild = await import('esbuild')
  const there = (entries) =>
    Object.entries(entries)
      .filter(([, source]) => existsSync(join(root, source)))
      .map(([out, source]) => ({ in: join(root, source), out: out.replace(/\.js$/, '') }))
  const shared = { absWorkingDir: root, outdir: staging, bundle: true, logLevel: 'error' }
  const jsx = { jsx: 'automatic', jsxImportSource: 'preact' }
  await esbuild.build({
    ...shared,
    ...jsx,
    entryPoints: there(SERVER),
    platform: 'node',
    format: 'esm',
    target: 'node22',
    packages: 'external',
    sourcemap: true,
  })
  await esbuild.build({
    ...shared,
    ...jsx,
    entryPoints: there(BROWSER),
    platform: 'browser',
    format: 'esm',
    target: 'es2022',
    minify: true,
    external: ['/assets/*'],
  })
  const styles = STYLES.filter((path) => existsSync(join(root, path)))
  const { code } = await esbuild.transform(
    styles.map((path) => readFileSync(join(root, path), 'utf8')).join('\n'),
    {
      loader: 'css',
      minify: true,
    },
  )
  writeFileSync(join(staging, 'assets', 'app.css'), code)
  const fonts = join(root, FONTS)
  for (const name of existsSync(fonts) ? readdirSync(fonts).filter((name) => name.endsWith('.woff2')) : []) {
    copyFileSync(join(fonts, name), join(staging, 'assets', name))
  }
  await esbuild.stop()
}
