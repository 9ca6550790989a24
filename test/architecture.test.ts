import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { dirname, posix } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { ORDER } from '../src/app/order.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s[^'"]*?from\s*['"]([^'"]+)['"]|(?:^|\n)\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g

/** npm packages that compute and touch nothing: what a rule may use. */
const PURE_PACKAGES = new Set([
  'chrono-node',
  'chrono-node/en',
  'csv-parse',
  'csv-parse/sync',
  'd3-scale',
  'd3-shape',
  'iconv-lite',
  'zod',
])
/** node: modules that compute and touch nothing. */
const PURE_NODE = new Set(['node:crypto', 'node:buffer', 'node:zlib'])
/** What all capabilities share beside each other: the shapes of a visit and of a command, and every address. */
const SHARED = new Set(['src/app/visit.ts', 'src/app/paths.ts', 'src/app/command.ts'])
/** What the ways in may compose of a capability. */
const COMPOSED = /^(routes|open-routes|api|may|commands|jobs|when-[a-z-]+)\.tsx?$/

type File = { path: string; text: string; imports: string[] }

const files: File[] = globSync('src/**/*.{ts,tsx}', { cwd: ROOT })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => !/\.test\.tsx?$/.test(path))
  .map((path) => {
    const text = readFileSync(`${ROOT}/${path}`, 'utf8')
    const imports = [...text.matchAll(IMPORT)].map((match) => match[1] ?? match[2] ?? match[3] ?? '')
    return {
      path,
      text,
      imports: imports.map((name) =>
        name.startsWith('.') ? posix.normalize(posix.join(dirname(path), name)) : name,
      ),
    }
  })

const own = (name: string) => name.startsWith('src/')
const layerOf = (path: string) => path.split('/')[1] ?? ''
const capabilityOf = (path: string) => {
  const [, layer, name, ...rest] = path.split('/')
  return layer === 'app' && rest.length > 0 ? name : undefined
}
const insideOf = (path: string) => path.split('/').slice(3).join('/')
const isRule = (path: string) => /^src\/app\/[^/]+\/(rules(\.tsx?|\/.*)|may\.ts)$/.test(path)

/** Every import that breaks a rule, in words. */
function breaches(rule: (file: File, name: string) => string | false): string[] {
  return files.flatMap((file) =>
    file.imports.flatMap((name) => {
      const why = rule(file, name)
      return why ? [`${file.path} imports ${name}: ${why}`] : []
    }),
  )
}

test('the scan sees the product', () => {
  assert.ok(files.length > 60, `${files.length} files`)
  assert.ok(files.some((file) => file.imports.some(own)))
})

test('kernel imports nothing of ours; shell and ui only kernel; app anything below it', () => {
  const allowed: Record<string, string[]> = {
    kernel: ['kernel'],
    shell: ['kernel', 'shell'],
    ui: ['kernel', 'ui'],
    app: ['kernel', 'shell', 'ui', 'app'],
  }
  assert.deepEqual(
    breaches(
      ({ path }, name) =>
        own(name) &&
        !allowed[layerOf(path)]?.includes(layerOf(name)) &&
        `${layerOf(path)} may not use ${layerOf(name)}`,
    ),
    [],
  )
})

test('rules are pure: kernel, rules of their own folder, and packages that compute', () => {
  const wrong = breaches(({ path }, name) => {
    if (!isRule(path)) return false
    if (own(name))
      return (
        layerOf(name) !== 'kernel' &&
        !(isRule(name) && capabilityOf(name) === capabilityOf(path)) &&
        'a rule uses kernel and rules of its own folder'
      )
    return !PURE_PACKAGES.has(name) && !PURE_NODE.has(name) && 'not a package that only computes'
  })
  assert.deepEqual(wrong, [])
})

test('rules read no clock, no chance and no SQL', () => {
  const impure = files
    .filter(({ path }) => isRule(path))
    .flatMap(({ path, text }) =>
      [
        /\bnew Date\(\)/,
        /\bDate\.now\(/,
        /\bMath\.random\(/,
        /\brandom(Bytes|UUID)\b/,
        /\bprocess\./,
        /\bsql`/,
        /\bfetch\(/,
      ]
        .filter((pattern) => pattern.test(text))
        .map((pattern) => `${path}: ${pattern}`),
    )
  assert.deepEqual(impure, [])
})

test('another capability is entered by its door alone, the file that bears its name', () => {
  const wrong = breaches(({ path }, name) => {
    const [from, to] = [capabilityOf(path), capabilityOf(name)]
    if (!to || from === to || !path.startsWith('src/app/')) return false
    const door = new RegExp(`^${to}\\.tsx?$`).test(insideOf(name))
    const wayIn = from === undefined && COMPOSED.test(insideOf(name))
    return (
      !door &&
      !wayIn &&
      !(from === undefined && insideOf(name).startsWith('pages/refusals')) &&
      'not its door'
    )
  })
  assert.deepEqual(wrong, [])
})

test('capabilities stand in one order, and each uses only doors of earlier ones', () => {
  const places: readonly string[] = ORDER
  const present = new Set(files.flatMap(({ path }) => capabilityOf(path) ?? []))
  assert.deepEqual(
    [...present].filter((name) => !places.includes(name)),
    [],
  )
  const wrong = breaches(({ path, text }, name) => {
    const [from, to] = [capabilityOf(path), capabilityOf(name)]
    if (!from || !to || from === to) return false
    return places.indexOf(to) > places.indexOf(from) && text.length > 0 && `${to} stands after ${from}`
  })
  assert.deepEqual(wrong, [])
})

test('a capability uses of the ways in only what all share', () => {
  assert.deepEqual(
    breaches(
      ({ path }, name) =>
        Boolean(capabilityOf(path)) &&
        name.startsWith('src/app/') &&
        !capabilityOf(name) &&
        !SHARED.has(name) &&
        'not shared',
    ),
    [],
  )
})

test('only a store, and the shell below it, holds SQL', () => {
  const wrong = files.filter(
    ({ path, text }) =>
      path.startsWith('src/app/') &&
      !/\/store(\.ts|\/[a-z-]+\.ts)$/.test(path) &&
      /\.(selectFrom|insertInto|updateTable|deleteFrom)\(|\bsql(<[^`]*>)?`/.test(text),
  )
  assert.deepEqual(
    wrong.map(({ path }) => path),
    [],
  )
})

test('a store writes its own tables alone', () => {
  const owners = new Map<string, string>()
  for (const file of globSync('migrations/*.sql', { cwd: ROOT }).toSorted()) {
    const capability = /^migrations\/\d{4}-([a-z-]+)\.sql$/.exec(file)?.[1]
    const text = readFileSync(`${ROOT}/${file}`, 'utf8')
    for (const [, table = ''] of text.matchAll(/(?:create|comment on) table goldthread\.(\w+)/g))
      owners.set(table, capability ?? '')
  }
  const wrong = files.flatMap(({ path, text }) => {
    const capability = capabilityOf(path)
    if (!capability) return []
    return [...text.matchAll(/\.(?:insertInto|updateTable|deleteFrom)\('(\w+)/g)].flatMap(
      ([, table = '']) => {
        const owner = owners.get(table)
        const mine =
          owner?.split('-')[0] === capability ||
          (owner === 'ground' && ['history', 'people'].includes(capability))
        return mine ? [] : [`${path} writes ${table} of ${owner}`]
      },
    )
  })
  assert.deepEqual(wrong, [])
})

test('only routes and the ways in know HTTP', () => {
  assert.deepEqual(
    breaches(
      ({ path }, name) =>
        Boolean(capabilityOf(path)) && /^(hono|@hono)/.test(name) && 'HTTP stays in the ways in',
    ),
    [],
  )
})

test('no barrels, no default exports, no classes that manage', () => {
  const wrong = files.flatMap(({ path, text }) => [
    ...(/\/index\.tsx?$/.test(path) ? [`${path} is a barrel`] : []),
    ...(/^export default/m.test(text) ? [`${path} has a default export`] : []),
    ...[...text.matchAll(/class (\w*(?:Service|Manager|Helper|Utils|DTO)\w*)/g)].map(
      ([, name]) => `${path} has ${name}`,
    ),
  ])
  assert.deepEqual(wrong, [])
})
