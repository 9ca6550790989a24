import assert from 'node:assert/strict'
import { execFile, spawn } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'
import { canReach } from './ground/runner.ts'
import { type Ground, openGround, unfit } from './ground.ts'

const GROUND = new URL('./ground.ts', import.meta.url).href
const TRIAL = { settings: { fsync: 'off' } }
const isRoot = process.getuid?.() === 0
const quiet = () => {}

const opened = new Map<string, Ground[]>()

/** An empty data folder, open to every user; it goes with the test, and so does what runs in it. */
function dataFolder(t: TestContext, mode = 0o711): string {
  const folder = mkdtempSync(join(tmpdir(), 'gt-ground-'))
  chmodSync(folder, mode)
  t.after(async () => {
    for (const ground of opened.get(folder) ?? []) await ground.stop()
    const left = serverOf(folder)
    if (left) process.kill(left, 'SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  })
  return folder
}

async function open(dataDir: string, say: (line: string) => void = quiet): Promise<Ground> {
  const ground = await openGround({ dataDir, databaseUrl: null }, say, TRIAL)
  opened.set(dataDir, [...(opened.get(dataDir) ?? []), ground])
  return ground
}

async function ask(connectionString: string, sql: string): Promise<Record<string, unknown> | undefined> {
  const client = new pg.Client({ connectionString })
  client.on('error', quiet)
  await client.connect()
  try {
    return (await client.query(sql)).rows[0]
  } finally {
    await client.end()
  }
}

const serverOf = (folder: string): number | null => {
  const file = join(folder, 'postgres', 'postmaster.pid')
  return existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8'), 10) : null
}

/** Another process that opens the ground, does something with it, and ends. */
const OPEN = `
  import { openGround } from '${GROUND}'
  import pg from 'pg'
  const ground = await openGround({ dataDir: process.argv[1], databaseUrl: null }, () => {}, { settings: { fsync: 'off' } })
  const client = new pg.Client({ connectionString: ground.connectionString })
  await client.connect()`
const words = (script: string, folder: string) => [
  '--import',
  'tsx',
  '--input-type=module',
  '-e',
  OPEN + script,
  folder,
]
const elsewhere = (script: string, folder: string) =>
  promisify(execFile)(process.execPath, words(script, folder))

test('An empty data folder becomes a database on a socket that only its owner can open', async (t) => {
  const folder = dataFolder(t)
  const ground = await open(folder)
  assert.equal(ground.embedded, true)
  assert.equal(URL.canParse(ground.connectionString), true)
  const found = await ask(
    ground.connectionString,
    `select current_database() as name, current_user as who, current_setting('server_encoding') as encoding,
       current_setting('listen_addresses') as addresses, lower('É') as lower`,
  )
  assert.deepEqual(found, {
    name: 'goldthread',
    who: 'goldthread_owner',
    encoding: 'UTF8',
    addresses: '',
    lower: 'é',
  })
  assert.equal(statSync(join(folder, 'socket')).mode & 0o777, 0o700)
  assert.equal(statSync(join(folder, 'postgres')).mode & 0o777, 0o700)
  await ground.stop()
  assert.equal(serverOf(folder), null)
})

test('What was kept is there at the next start', async (t) => {
  const folder = dataFolder(t)
  const first = await open(folder)
  await ask(first.connectionString, `create table kept as select 'Amara' as name`)
  await first.stop()
  const second = await open(folder)
  assert.deepEqual(await ask(second.connectionString, 'select name from kept'), { name: 'Amara' })
})

test('The command line beside a running server uses its PostgreSQL, and the last to leave stops it', async (t) => {
  const folder = dataFolder(t)
  const server = await open(folder)
  const pid = serverOf(folder)
  const said: string[] = []
  const command = await open(folder, (line) => said.push(line))
  assert.equal(command.connectionString, server.connectionString)
  assert.deepEqual(said, [])
  await server.stop()
  assert.equal(serverOf(folder), pid)
  assert.deepEqual(await ask(command.connectionString, 'select 1 as one'), { one: 1 })
  await command.stop()
  assert.equal(serverOf(folder), null)
})

test('Two that stop at the same moment leave no server behind', async (t) => {
  const folder = dataFolder(t)
  const both = [await open(folder), await open(folder)]
  await Promise.all(both.map((ground) => ground.stop()))
  assert.equal(serverOf(folder), null)
})

test('Two processes that start at the same moment on an empty folder share one database', async (t) => {
  const folder = dataFolder(t)
  const script = `
    await client.query('create table if not exists came (pid integer)').catch(() => {})
    await client.query('insert into came values ($1)', [process.pid])
    await client.end()
    await ground.stop()`
  await Promise.all([elsewhere(script, folder), elsewhere(script, folder)])
  const ground = await open(folder)
  assert.deepEqual(await ask(ground.connectionString, 'select count(*)::int as n from came'), { n: 2 })
})

const KILLED = `
  await client.query('create table kept as select 1 as one')
  process.kill(process.pid, 'SIGKILL')`

test('An app that was killed leaves its PostgreSQL running, and the next start takes it over', async (t) => {
  const folder = dataFolder(t)
  await assert.rejects(elsewhere(KILLED, folder), { signal: 'SIGKILL' })
  const pid = serverOf(folder)
  assert.notEqual(pid, null)
  const ground = await open(folder)
  assert.equal(serverOf(folder), pid)
  assert.deepEqual(await ask(ground.connectionString, 'select one from kept'), { one: 1 })
  await ground.stop()
  assert.equal(serverOf(folder), null)
})

test('An app and a PostgreSQL that were both killed do not stop the next start', async (t) => {
  const folder = dataFolder(t)
  await assert.rejects(elsewhere(KILLED, folder), { signal: 'SIGKILL' })
  process.kill(serverOf(folder) ?? 0, 'SIGKILL')
  const ground = await open(folder)
  assert.deepEqual(await ask(ground.connectionString, 'select one from kept'), { one: 1 })
})

test('A dead server whose number another process was given does not stop the next start', async (t) => {
  const folder = dataFolder(t)
  await (await open(folder)).stop()
  const other = spawn('sleep', ['60'], isRoot ? { uid: statSync(join(folder, 'postgres')).uid } : {})
  t.after(() => other.kill())
  writeFileSync(
    join(folder, 'postgres', 'postmaster.pid'),
    `${other.pid}\n${folder}/postgres\n1\n5432\n${folder}/socket\n`,
  )
  const ground = await open(folder)
  assert.deepEqual(await ask(ground.connectionString, 'select 1 as one'), { one: 1 })
})

test('A PostgreSQL that dies under a running app is started again', async (t) => {
  const folder = dataFolder(t)
  const ground = await open(folder)
  process.kill(serverOf(folder) ?? 0, 'SIGKILL')
  const until = Date.now() + 20_000
  const answer = async (): Promise<unknown> => {
    try {
      return await ask(
        ground.connectionString,
        `select 'again' as said where pg_postmaster_start_time() > '${since}'`,
      )
    } catch (error) {
      if (Date.now() > until) throw error
      await wait(50)
      return answer()
    }
  }
  const since = new Date().toISOString()
  assert.deepEqual(await answer(), { said: 'again' })
})

/** Kills the server of a folder, and waits until another process is the server. */
async function replaced(folder: string): Promise<void> {
  const before = serverOf(folder)
  process.kill(before ?? 0, 'SIGKILL')
  const until = Date.now() + 20_000
  while (serverOf(folder) === before || serverOf(folder) === null) {
    if (Date.now() > until) throw new Error('No PostgreSQL was started again.')
    await wait(5)
  }
}

test('An app that is told to stop while its PostgreSQL is being started again leaves none behind', async (t) => {
  const folder = dataFolder(t)
  const ground = await open(folder)
  await replaced(folder)
  await ground.stop()
  assert.equal(serverOf(folder), null)
})

test('An app that took over a PostgreSQL, and had to start it again, leaves none behind', async (t) => {
  const folder = dataFolder(t)
  await assert.rejects(elsewhere(KILLED, folder), { signal: 'SIGKILL' })
  const ground = await open(folder)
  await replaced(folder)
  await ground.stop()
  assert.equal(serverOf(folder), null)
})

test('An app that is told to stop before its PostgreSQL is started again starts none', async (t) => {
  const folder = dataFolder(t)
  const said: string[] = []
  const ground = await open(folder, (line) => said.push(line))
  const dead = serverOf(folder)
  said.length = 0
  process.kill(dead ?? 0, 'SIGKILL')
  await ground.stop()
  assert.equal(serverOf(folder), dead)
  assert.deepEqual(said, [])
  await (await open(folder)).stop()
  assert.equal(serverOf(folder), null)
})

test('Connections that are still closing do not keep PostgreSQL up', async (t) => {
  const folder = dataFolder(t)
  const ground = await open(folder)
  const client = new pg.Client({ connectionString: ground.connectionString })
  await client.connect()
  const closing = client.query('select pg_sleep(0.3)').then(() => client.end())
  await ground.stop()
  await closing
  assert.equal(serverOf(folder), null)
})

test('A data folder with a long path has its socket in a short one', async (t) => {
  const folder = join(dataFolder(t), 'a-folder-with-a-long-name'.repeat(4))
  const ground = await open(folder)
  const socket = new URL(ground.connectionString).searchParams.get('host') ?? ''
  t.after(() => rmSync(socket, { recursive: true, force: true }))
  assert.match(socket, /^\/tmp\/goldthread-[0-9a-f]{16}$/)
  assert.equal(statSync(socket).mode & 0o777, 0o700)
  await ground.stop()
})

test('A data folder of another PostgreSQL major is refused in one line', async (t) => {
  const folder = dataFolder(t)
  mkdirSync(join(folder, 'postgres'))
  writeFileSync(join(folder, 'postgres', 'PG_VERSION'), '17\n')
  await assert.rejects(open(folder), { message: /^[^\n]*made by PostgreSQL 17[^\n]*backup[^\n]*$/ })
})

test('A data folder whose database was moved away is refused, and not begun anew', async (t) => {
  const folder = dataFolder(t)
  writeFileSync(join(folder, 'cluster'), '/var/lib/goldthread/gone\n')
  await assert.rejects(open(folder), {
    message: /^[^\n]*\/var\/lib\/goldthread\/gone, and nothing is there[^\n]*$/,
  })
  assert.equal(existsSync(join(folder, 'postgres')), false)
})

test('As root, a closed data folder stays closed: its database is kept where its user can reach it', {
  skip: isRoot ? false : 'only root runs PostgreSQL as another user',
}, async (t) => {
  const closed = dataFolder(t, 0o700)
  const folder = join(closed, 'data')
  const ground = await open(folder)
  const home = readFileSync(join(folder, 'cluster'), 'utf8').trim()
  t.after(() => rmSync(home, { recursive: true, force: true }))
  assert.match(home, /^\/var\/lib\/goldthread\/[0-9a-f]{16}$/)
  assert.equal(statSync(closed).mode & 0o777, 0o700)
  assert.notEqual(statSync(join(home, 'postgres')).uid, 0)
  await ask(ground.connectionString, 'create table kept as select 1 as one')
  await ground.stop()
  const again = await open(folder)
  assert.deepEqual(await ask(again.connectionString, 'select one from kept'), { one: 1 })
  await again.stop()
})

const ORDINARY = { uid: 65534, gid: 65534 }
const reachable =
  isRoot && canReach(ORDINARY, process.execPath) && canReach(ORDINARY, join(GROUND, '..').slice(5))

test('An ordinary user has the database in the data folder, and nobody else can start it', {
  skip: reachable ? false : 'needs root, and a project that other users can read',
}, async (t) => {
  const folder = dataFolder(t, 0o777)
  const inside = join(folder, 'data')
  const said = await promisify(execFile)(
    process.execPath,
    words(`\nconsole.log(process.getuid()); await client.end(); await ground.stop()`, inside),
    ORDINARY,
  )
  assert.equal(said.stdout.trim(), '65534')
  assert.equal(statSync(join(inside, 'postgres')).uid, 65534)
  assert.equal(statSync(inside).mode & 0o777, 0o700)
  const byAnother = promisify(execFile)(process.execPath, words('', inside), { uid: 65533, gid: 65533 })
  await assert.rejects(byAnother, /The data folder \S+ can't be used \(EACCES\)/)
})

test('DATABASE_URL is used as it is, and stopping leaves that PostgreSQL alone', async (t) => {
  const folder = dataFolder(t)
  const theirs = await open(folder)
  const ours = await openGround({ dataDir: '/nowhere', databaseUrl: theirs.connectionString }, quiet)
  assert.deepEqual(
    { ...ours, stop: null },
    { connectionString: theirs.connectionString, embedded: false, stop: null },
  )
  await ours.stop()
  assert.notEqual(serverOf(folder), null)
})

test('A DATABASE_URL where nothing answers is refused in one line', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  const port = typeof address === 'object' ? address?.port : 0
  const databaseUrl = `postgresql://dana@127.0.0.1:${port}/goldthread`
  await assert.rejects(openGround({ dataDir: '/nowhere', databaseUrl }, quiet), {
    message: /^The PostgreSQL that DATABASE_URL names does not let us in: [^\n]+\.$/,
  })
})

test('PostgreSQL 15 to 18 in UTF8 are fit, and no others', () => {
  assert.deepEqual(
    [150_000, 180_004].map((version) => unfit(version, 'UTF8')),
    [null, null],
  )
  assert.match(unfit(140_011, 'UTF8') ?? '', /PostgreSQL 14\. Goldthread needs PostgreSQL 15 to 18/)
  assert.match(unfit(190_000, 'UTF8') ?? '', /PostgreSQL 19\./)
  assert.match(unfit(170_000, 'LATIN1') ?? '', /LATIN1.*UTF8/)
})
