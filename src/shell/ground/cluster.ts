import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import type { Binaries } from './binaries.ts'
import { asRunner, cannotRun, canReach, type Runner } from './runner.ts'

/** The superuser of the embedded cluster: whoever can open its socket. */
export const OWNER = 'goldthread_owner'

/** Where a cluster lies: its data, its log, and the folder of its socket. */
export type Cluster = { data: string; log: string; socket: string; runner: Runner }

const KEPT_ELSEWHERE = '/var/lib/goldthread'
/** The longest path of a socket, in bytes, that Linux (107) and macOS (103) both take. */
const LONGEST_SOCKET = 103
const SOCKET_NAME = '/.s.PGSQL.5432'

/**
 * Finds or decides where the cluster of a data folder lies: in the folder itself, or, where the user that must run
 * it can't reach that folder, under `/var/lib/goldthread`, which the folder's file `cluster` then records.
 * @param runnerOf who is to run the cluster, given the user id that owns it now (null: there is none yet)
 * @throws where the folder is closed to us, or names a cluster that is not there
 */
export function placeCluster(dataDir: string, runnerOf: (owner: number | null) => Runner): Cluster {
  const folder = openDataFolder(dataDir)
  const record = join(folder, 'cluster')
  const recorded = existsSync(record) ? readFileSync(record, 'utf8').trim() : null
  if (recorded && !existsSync(join(recorded, 'postgres'))) {
    throw new Error(
      `The database of this data folder is kept in ${recorded}, and nothing is there. Put it back, or remove ${record} to begin with an empty one.`,
    )
  }
  if (recorded) return clusterIn(recorded, runnerOf(ownerOf(join(recorded, 'postgres'))))
  const here = ownerOf(join(folder, 'postgres'))
  const runner = runnerOf(here)
  if (here !== null || runner === null || canReach(runner, folder)) return clusterIn(folder, runner)
  const hash = createHash('sha256').update(folder).digest('hex').slice(0, 16)
  const elsewhere = join(KEPT_ELSEWHERE, hash)
  mkdirOpen(KEPT_ELSEWHERE, 0o755)
  mkdirOpen(elsewhere, 0o711)
  if (!canReach(runner, elsewhere)) throw cannotRun(`its user can enter neither ${folder} nor ${elsewhere}`)
  return clusterIn(elsewhere, runnerOf(ownerOf(join(elsewhere, 'postgres'))))
}

/** Records, in a data folder whose cluster lies elsewhere, where that is. */
export function recordCluster(dataDir: string, cluster: Cluster): void {
  const home = dirname(cluster.data)
  const record = join(dataDir, 'cluster')
  if (home !== realpathSync(dataDir) && !existsSync(record)) writeFileSync(record, `${home}\n`)
}

function openDataFolder(dataDir: string): string {
  try {
    mkdirOpen(dataDir, process.getuid?.() === 0 ? 0o711 : 0o700)
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK)
    return realpathSync(dataDir)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new Error(
      `The data folder ${dataDir} can't be used (${code}). Give this user a folder to write in, with GOLDTHREAD_DATA.`,
    )
  }
}

/** Makes a folder with this mode, whatever the umask; one that exists keeps its own. */
function mkdirOpen(folder: string, mode: number): void {
  if (mkdirSync(folder, { recursive: true, mode })) chmodSync(folder, mode)
}

const ownerOf = (path: string): number | null => {
  try {
    return statSync(path, { throwIfNoEntry: false })?.uid ?? null
  } catch {
    throw new Error(`${path} is closed to this user. Start Goldthread as the user it belongs to.`)
  }
}

function clusterIn(home: string, runner: Runner): Cluster {
  const near = join(home, 'socket')
  const hash = createHash('sha256').update(home).digest('hex').slice(0, 16)
  const socket = Buffer.byteLength(near + SOCKET_NAME) <= LONGEST_SOCKET ? near : `/tmp/goldthread-${hash}`
  return { data: join(home, 'postgres'), log: join(home, 'postgres.log'), socket, runner }
}

/** Makes the folder of the socket, open to the runner alone; one that somebody else put there is refused. */
export function openSocketFolder({ socket, runner }: Cluster): void {
  mkdirSync(socket, { recursive: true, mode: 0o700 })
  const owner = runner?.uid ?? process.getuid?.()
  const found = lstatSync(socket)
  const ours = found.uid === owner || found.uid === process.getuid?.()
  if (!found.isDirectory() || !ours) {
    throw new Error(`${socket} is not Goldthread's. Remove it, and start again.`)
  }
  if (runner && found.uid !== runner.uid) chownSync(socket, runner.uid, runner.gid)
  if ((found.mode & 0o777) !== 0o700) chmodSync(socket, 0o700)
}

/**
 * Makes the cluster where there is none: whole, or not at all.
 * @param lasting false where it need not outlive a power cut
 * @throws where the cluster there is of another PostgreSQL major
 */
export async function makeCluster(
  cluster: Cluster,
  binaries: Binaries,
  lasting: boolean,
  say: (line: string) => void,
): Promise<void> {
  if (existsSync(cluster.data)) return checkMajor(cluster.data, binaries.major)
  say(`Making an empty database in ${cluster.data}`)
  sweep(cluster.data)
  const staging = `${cluster.data}.new-${process.pid}`
  mkdirSync(staging, { mode: 0o700 })
  try {
    if (cluster.runner) chownSync(staging, cluster.runner.uid, cluster.runner.gid)
    await initdb(staging, binaries, cluster.runner, lasting)
    renameSync(staging, cluster.data)
  } catch (error) {
    rmSync(staging, { recursive: true, force: true })
    if (!existsSync(cluster.data)) throw error
  }
}

function checkMajor(data: string, major: number): void {
  const found = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim()
  if (found !== String(major)) {
    throw new Error(
      `${data} was made by PostgreSQL ${found}, and this version of Goldthread brings PostgreSQL ${major}. Write a backup with the version that made it, and restore that into an empty GOLDTHREAD_DATA.`,
    )
  }
}

/** Removes what makers that were killed left half made. */
function sweep(data: string): void {
  const home = dirname(data)
  for (const name of readdirSync(home)) {
    const maker = /^postgres\.new-(\d+)$/.exec(name)?.[1]
    if (maker && !isAlive(Number(maker))) rmSync(join(home, name), { recursive: true, force: true })
  }
}

/** Whether a process of this number is there, whoever it belongs to. */
export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

async function initdb(data: string, binaries: Binaries, runner: Runner, lasting: boolean): Promise<void> {
  const sorted = binaries.major >= 17 ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8'] : []
  const access = ['--auth-local=trust', '--auth-host=reject', `--username=${OWNER}`]
  const form = [
    '--encoding=UTF8',
    '--locale=C',
    ...sorted,
    '--no-instructions',
    ...(lasting ? [] : ['--no-sync']),
  ]
  try {
    const program = join(binaries.folder, 'bin', 'initdb')
    await promisify(execFile)(program, ['-D', data, ...access, ...form], asRunner(runner))
  } catch (error) {
    const { stderr = '', message } = error as Error & { stderr?: string }
    const lines = stderr.split('\n').filter((line) => /error|FATAL/i.test(line))
    throw cannotRun(lines.at(-1)?.replace(/^.*?(error|FATAL):\s*/i, '') ?? message.split('\n')[0] ?? message)
  }
}
