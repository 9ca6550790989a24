import { execFileSync, spawn } from 'node:child_process'
import { chmodSync, closeSync, openSync, readFileSync, statSync, unlinkSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import type { Binaries } from './binaries.ts'
import { type Cluster, isAlive, OWNER, openSocketFolder } from './cluster.ts'
import { asRunner, cannotRun } from './runner.ts'

/** How long a server may take to answer: after a crash it first replays its log. Milliseconds. */
const PATIENCE = 120_000
const STEP = 25
const LOG_LIMIT = 1_000_000

type PidFile = { text: string; pid: number; socket: string | null }

function readPidFile(cluster: Cluster): PidFile | null {
  try {
    const text = readFileSync(join(cluster.data, 'postmaster.pid'), 'utf8')
    const lines = text.split('\n')
    return { text, pid: Number(lines[0]), socket: lines[4]?.trim() || null }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** The address of a database of the cluster, as `pg` and libpq read it (`host` rules), and `URL` can. */
export function addressOf(socket: string, database: string): string {
  return `postgresql://${OWNER}@localhost/${database}?host=${encodeURIComponent(socket)}&port=5432`
}

/** What the connection is called by which an app shows that it stands on the server. */
const PRESENCE = 'goldthread presence'
const LEAVING = 'goldthread leaving'

/** A connection to the server behind a socket; `busy` while it starts or stops; `nobody` where none listens. */
async function knock(socket: string, name: string): Promise<pg.Client | 'busy' | 'nobody'> {
  const client = new pg.Client({
    connectionString: addressOf(socket, 'postgres'),
    application_name: name,
    connectionTimeoutMillis: 10_000,
  })
  client.on('error', () => {})
  try {
    await client.connect()
    return client
  } catch (error) {
    const { code } = error as { code?: string }
    if (code === 'ENOENT' || code === 'ECONNREFUSED') return 'nobody'
    if (code === '57P03' || code === '53300' || code === 'ECONNRESET' || code === 'EPIPE' || !code)
      return 'busy'
    throw error
  }
}

/** Whether a process is the server of this cluster, and not another that was given the number of a dead one. */
function isServer(pid: number, cluster: Cluster): boolean {
  const words = () => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
    } catch {
      return execFileSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' })
    }
  }
  try {
    return isAlive(pid) && words().includes(cluster.data)
  } catch {
    return false
  }
}

/**
 * A connection to the cluster's server, the one that runs or one that is started now: while it is open, nobody else
 * who leaves stops the server.
 * @param wanted once aborted, no server is started any more; one that is starting is waited for
 * @throws where no server can be started, with PostgreSQL's own words and where its log lies; where it is not wanted
 */
export async function raise(
  cluster: Cluster,
  binaries: Binaries,
  settings: Record<string, string>,
  wanted: AbortSignal,
  say: (line: string) => void,
): Promise<pg.Client> {
  const deadline = Date.now() + PATIENCE
  let told = false
  while (Date.now() < deadline) {
    const found = readPidFile(cluster)
    const answer = found ? await knock(found.socket ?? cluster.socket, PRESENCE) : 'nobody'
    if (answer instanceof pg.Client) return answer
    wanted.throwIfAborted()
    if (found && (answer === 'busy' || isServer(found.pid, cluster))) {
      await wait(STEP)
      continue
    }
    if (found) forget(found, cluster)
    if (!told) say(`Starting PostgreSQL ${binaries.major}`)
    told = true
    const started = await launch(cluster, binaries, settings, deadline)
    if (started) return started
    await wait(STEP * 8)
  }
  throw new Error(`PostgreSQL did not answer within ${PATIENCE / 1000} seconds. Its log is ${cluster.log}.`)
}

/** A pid file whose number now belongs to another process keeps PostgreSQL from starting: it goes. */
function forget(found: PidFile, cluster: Cluster): void {
  if (isAlive(found.pid) && readPidFile(cluster)?.text === found.text) {
    unlinkSync(join(cluster.data, 'postmaster.pid'))
  }
}

/** Starts a server; null where another process was first, or what a dead server left is still being cleared. */
async function launch(
  cluster: Cluster,
  binaries: Binaries,
  settings: Record<string, string>,
  deadline: number,
): Promise<pg.Client | null> {
  openSocketFolder(cluster)
  const program = join(binaries.folder, 'bin', 'postgres')
  const ours = {
    listen_addresses: '',
    port: '5432',
    unix_socket_directories: `"${cluster.socket.replaceAll('"', '""')}"`,
    unix_socket_permissions: '0700',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_checkpoints: 'off',
    log_min_error_statement: 'panic',
    ...settings,
  }
  const size = statSync(cluster.log, { throwIfNoEntry: false })?.size ?? 0
  const log = openSync(cluster.log, size > LOG_LIMIT ? 'w' : 'a', 0o600)
  chmodSync(cluster.log, 0o600)
  const before = size > LOG_LIMIT ? 0 : size
  const child = spawn(
    program,
    ['-D', cluster.data, ...Object.entries(ours).flatMap(([key, value]) => ['-c', `${key}=${value}`])],
    { ...asRunner(cluster.runner), detached: true, stdio: ['ignore', log, log] },
  )
  const ended = new Promise<Error | null>((resolve) => {
    child.once('error', resolve)
    child.once('exit', () => resolve(null))
  })
  let over = false
  ended.then(() => {
    over = true
  })
  closeSync(log)
  child.unref()
  while (!over && Date.now() < deadline) {
    const answer = await knock(cluster.socket, PRESENCE)
    if (answer instanceof pg.Client) return answer
    await wait(STEP)
  }
  if (!over) return null
  const failure = await ended
  if (failure) throw cannotRun(failure.message)
  const words = readFileSync(cluster.log, 'utf8').slice(before)
  if (/lock file ".*" already exists|shared memory block .* is still in use/.test(words)) return null
  if (/error while loading shared libraries|not found \(required by/.test(words)) {
    throw cannotRun(words.trim().split('\n')[0] ?? '')
  }
  const reason = words.split('\n').findLast((line) => /FATAL|PANIC/.test(line)) ?? 'it gave no reason'
  throw new Error(
    `PostgreSQL did not start: ${reason.replace(/^.*(FATAL|PANIC):\s*/, '')}. Its log is ${cluster.log}.`,
  )
}

/** How long connections that were just closed may take to be gone from the server's list. Milliseconds. */
const GRACE = 2_000

/** Stops the server, unless another app stands on it, or somebody else's connection stays open. */
export async function leave(cluster: Cluster): Promise<void> {
  const deadline = Date.now() + PATIENCE
  const met = await meet(cluster, deadline)
  if (!met) return
  try {
    if (!(await isAlone(met.client))) return
    process.kill(met.server.pid, 'SIGINT')
  } catch {
    return
  } finally {
    await met.client.end().catch(() => {})
  }
  const { pid } = met.server
  while (readPidFile(cluster)?.pid === pid && isAlive(pid) && Date.now() < deadline) await wait(STEP)
}

/** The server, once it has finished starting, and a connection to it; null where none runs. */
async function meet(
  cluster: Cluster,
  deadline: number,
): Promise<{ server: PidFile; client: pg.Client } | null> {
  while (Date.now() < deadline) {
    const server = readPidFile(cluster)
    if (!server) return null
    const answer = await knock(server.socket ?? cluster.socket, LEAVING)
    if (answer instanceof pg.Client) return { server, client: answer }
    if (answer === 'nobody' && !isServer(server.pid, cluster)) return null
    await wait(STEP)
  }
  return null
}

/** Whether no client is left but those that are leaving too. What a pool closed is gone from the list a little later. */
async function isAlone(client: pg.Client): Promise<boolean> {
  const until = Date.now() + GRACE
  while (true) {
    const { rows } = await client.query<{ present: number; others: number }>(
      `select count(*) filter (where application_name = $2)::int as present, count(*)::int as others
       from pg_stat_activity
       where backend_type = 'client backend' and pid <> pg_backend_pid() and application_name <> $1`,
      [LEAVING, PRESENCE],
    )
    if (rows[0]?.others === 0) return true
    if (rows[0]?.present !== 0 || Date.now() > until) return false
    await wait(STEP)
  }
}
