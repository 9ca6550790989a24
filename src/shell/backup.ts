import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join, normalize } from 'node:path'
import { createInterface } from 'node:readline'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import pg from 'pg'

/** First line of a backup. The rest: `{table, rows}` in an order in which they can be put back, then `{file, bytes}`. */
type Header = { goldthread: 1; madeAt: string; migrations: string[] }
type Line =
  | { table: string; rows: unknown[] }
  | { file: string; bytes: string }
  | { end: true; rows: number; files: number }

const SCHEMAS = ['installation', 'goldthread', 'identity']
/** Made anew by the installation that restores. */
const LEFT_OUT = new Set(['installation.migration', 'installation.address', 'identity.rateLimit'])
const BATCH = 500

export type Counts = { rows: number; files: number }

/**
 * Writes everything the installation keeps to one file: rows as JSON, so that any PostgreSQL 15 to 18 can take them, and
 * attached files. One moment in time, while the server runs. The file holds personal data and password digests.
 */
export async function backUp(
  connectionString: string,
  filesFolder: string,
  path: string,
  now: Date,
): Promise<Counts> {
  const client = new pg.Client({ connectionString, application_name: 'goldthread backup' })
  await client.connect()
  const zip = createGzip()
  const partial = `${path}.part`
  const written = pipeline(zip, createWriteStream(partial, { mode: 0o600 }))
  const write = async (line: Header | Line) => {
    if (!zip.write(`${JSON.stringify(line)}\n`)) await once(zip, 'drain')
  }
  const counts = { rows: 0, files: 0 }
  try {
    await client.query('begin isolation level repeatable read read only')
    const ran = await client.query<{ name: string }>(
      'select name from installation.migration order by number',
    )
    await write({ goldthread: 1, madeAt: now.toISOString(), migrations: ran.rows.map((row) => row.name) })
    for (const table of await tablesInOrder(client)) {
      await client.query(`declare rows no scroll cursor for select to_jsonb(t) as row from ${table} t`)
      for (;;) {
        const { rows } = await client.query<{ row: unknown }>(`fetch ${BATCH} from rows`)
        if (rows.length === 0) break
        counts.rows += rows.length
        await write({ table, rows: rows.map(({ row }) => row) })
      }
      await client.query('close rows')
    }
    for (const file of await readdir(filesFolder, { recursive: true, withFileTypes: true }).catch(() => [])) {
      if (!file.isFile() || file.name.endsWith('.part')) continue
      const full = join(file.parentPath, file.name)
      counts.files += 1
      await write({
        file: full.slice(filesFolder.length + 1),
        bytes: (await readFile(full)).toString('base64'),
      })
    }
    await write({ end: true, ...counts })
    zip.end()
    await written
    await rename(partial, path)
    return counts
  } finally {
    zip.destroy()
    await written.catch(() => {})
    await client.end()
  }
}

/** Every table to keep, each after the tables it refers to. */
async function tablesInOrder(client: pg.Client): Promise<string[]> {
  const tables = await client.query<{ name: string; needs: string[] }>(
    `select format('%I.%I', n.nspname, c.relname) as name,
       array(select distinct format('%I.%I', rn.nspname, rc.relname) from pg_constraint k join pg_class rc on rc.oid = k.confrelid join pg_namespace rn on rn.oid = rc.relnamespace
             where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid) as needs
     from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = any($1) and c.relkind = 'r' order by 1`,
    [SCHEMAS],
  )
  const waiting = tables.rows.filter(({ name }) => !LEFT_OUT.has(name.replaceAll('"', '')))
  const order: string[] = []
  while (waiting.length > 0) {
    const at = waiting.findIndex(({ needs }) =>
      needs.every((need) => order.includes(need) || !waiting.some(({ name }) => name === need)),
    )
    const [next] = waiting.splice(Math.max(at, 0), 1)
    if (next) order.push(next.name)
  }
  return order
}

async function* linesOf(path: string): AsyncGenerator<Header | Line> {
  const input = createReadStream(path)
  const lines = createInterface({
    input: input.pipe(createGunzip()).on('error', () => input.destroy()),
    crlfDelay: Number.POSITIVE_INFINITY,
  })
  for await (const line of lines) yield JSON.parse(line) as Header | Line
}

/**
 * The migrations a backup was made under.
 * @throws where the file is no whole backup
 */
export async function readBackup(path: string): Promise<{ migrations: string[] }> {
  let header: Header | null = null
  let ended = false
  try {
    for await (const line of linesOf(path)) {
      if ('goldthread' in line) header = line
      if ('end' in line) ended = true
    }
  } catch (error) {
    throw new Error(`${path} is not a backup that can be read: ${(error as Error).message}`, { cause: error })
  }
  if (!header) throw new Error(`${path} is not a Goldthread backup.`)
  if (!ended) throw new Error(`${path} was cut off before its end. Take an earlier backup.`)
  return { migrations: header.migrations }
}

/**
 * Puts a backup's rows and files into an empty installation that stands at the backup's own migrations. All rows or none.
 */
export async function putBack(connectionString: string, filesFolder: string, path: string): Promise<Counts> {
  const client = new pg.Client({ connectionString, application_name: 'goldthread restore' })
  await client.connect()
  const counts = { rows: 0, files: 0 }
  try {
    await client.query('begin')
    await client.query('delete from installation.secret')
    for await (const line of linesOf(path)) {
      if ('table' in line) {
        await client.query(
          `insert into ${line.table} select * from jsonb_populate_recordset(null::${line.table}, $1::jsonb)`,
          [JSON.stringify(line.rows)],
        )
        counts.rows += line.rows.length
      }
      if ('file' in line) {
        const place = normalize(join(filesFolder, line.file))
        if (!place.startsWith(filesFolder)) throw new Error('The backup names a file outside its folder.')
        await mkdir(dirname(place), { recursive: true })
        await writeFile(place, Buffer.from(line.bytes, 'base64'))
        counts.files += 1
      }
    }
    await client.query('commit')
    return counts
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    await client.end()
  }
}

/** Takes out everything of an installation that holds no organisation, so that a backup can be put in its place. */
export async function clearEmpty(connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString, application_name: 'goldthread restore' })
  await client.connect()
  try {
    const there = await client.query(`select to_regclass('goldthread.organisation') is not null as made`)
    if (there.rows[0]?.made) {
      const found = await client.query('select name from goldthread.organisation limit 1')
      if (found.rowCount)
        throw new Error(
          `This installation already holds ${found.rows[0]?.name}. Restore into an empty one: name another folder with GOLDTHREAD_DATA.`,
        )
    }
    await client.query('drop schema if exists goldthread, identity, jobs, installation cascade')
  } finally {
    await client.end()
  }
}
