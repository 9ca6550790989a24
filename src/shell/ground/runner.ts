import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { userInfo } from 'node:os'

/** The user that PostgreSQL runs as; null: the user that we are. */
export type Runner = { uid: number; gid: number } | null

/** Why the embedded PostgreSQL is of no use here, in one line that says what to do instead. */
export function cannotRun(why: string): Error {
  return new Error(
    `The PostgreSQL that comes with Goldthread can't run here: ${why}. Name one of your own (15 to 18) with DATABASE_URL.`,
  )
}

/**
 * Who is to run PostgreSQL, which refuses to run as root: the owner of the cluster where there is one, else
 * `postgres`, else `nobody`.
 * @param owner the user id that owns the cluster, or null where there is no cluster yet
 * @throws where the cluster belongs to somebody else, or no such user is known
 */
export function findRunner(owner: number | null): Runner {
  const me = process.getuid?.() ?? -1
  if (me !== 0) {
    if (owner !== null && owner !== me) {
      throw new Error(
        'The database in this data folder belongs to another user. Start Goldthread as that user, or name another folder with GOLDTHREAD_DATA.',
      )
    }
    if (owner === null && !isKnown()) throw cannotRun(`the user number ${me} has no name on this machine`)
    return null
  }
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter((user) => user.uid > 0)
  const found =
    owner !== null && owner !== 0
      ? (users.find((user) => user.uid === owner) ?? { uid: owner, gid: owner })
      : (users.find((user) => user.name === 'postgres') ?? users.find((user) => user.name === 'nobody'))
  if (!found) throw cannotRun('it refuses to run as root, and there is no user postgres or nobody')
  return { uid: found.uid, gid: found.gid }
}

const isKnown = (): boolean => {
  try {
    return userInfo().username !== ''
  } catch {
    return false
  }
}

/** What a child process needs to run as the runner: from `/`, since our own folder may be closed to that user. */
export function asRunner(runner: Runner): {
  uid?: number
  gid?: number
  cwd: string
  env: NodeJS.ProcessEnv
} {
  return { ...runner, cwd: '/', env: { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C' } }
}

/** Whether the runner can enter the folder, or run the file, at this path: every parent must be open to it. */
export function canReach(runner: Runner, path: string): boolean {
  const asked = spawnSync('/bin/sh', ['-c', 'test -x "$1"', 'sh', path], asRunner(runner))
  if (asked.error) throw cannotRun(`no process can be started as its user (${asked.error.message})`)
  return asked.status === 0
}
