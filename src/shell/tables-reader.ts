import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { Readable } from 'node:stream'
import { parentPort, workerData } from 'node:worker_threads'
import { type Options, parse } from 'csv-parse'
import { readSheet } from 'read-excel-file/node'
import { type Entry, fromBuffer, open, type ZipFile } from 'yauzl'
import type { TablePart, TablesAt, TablesFault, TablesRead } from './tables.ts'
import { readZip } from './zip-check.ts'

type Asked = { at: TablesAt; wanted: string[]; swollen: number; rows: number }

/** One file among others: `open` answers its bytes. */
type Part = { name: string; open(): Promise<Readable> }

/** Rows handed over at a time. */
const CHUNK = 2000

class Fault extends Error {
  constructor(
    readonly file: string | null,
    readonly row: number | null,
    message: string,
  ) {
    super(message)
  }
}

const asked = workerData as Asked
const wanted = asked.wanted.map((source) => new RegExp(source, 'i'))
let [rowsLeft, bytesLeft] = [asked.rows, asked.swollen]

const bare = (name: string) => basename(name.replaceAll('\\', '/')).replace(/\.[^.]*$/, '')
const isTable = (name: string) =>
  /^[^.].*\.(csv|tsv|txt|xlsx)$/i.test(basename(name)) && !name.includes('__MACOSX')

/** The parts of what was handed in, and every name that says something about it, folders and the whole too. */
async function partsOf(at: TablesAt): Promise<{ names: string[]; parts: Part[] }> {
  if ('bytes' in at) return ofFile(at.name, Buffer.from(at.bytes))
  const { path } = at
  const found = await stat(path).catch(() => null)
  if (!found) throw new Fault(null, null, `There is nothing at ${path}. Check its name and folder.`)
  if (!found.isDirectory()) return ofFile(path, null)
  const inside = await readdir(path, { recursive: true, withFileTypes: true })
  const files = inside.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  return {
    names: [path, ...files],
    parts: files.map((file) => ({ name: file, open: async () => createReadStream(file) })),
  }
}

async function ofFile(name: string, bytes: Buffer | null): Promise<{ names: string[]; parts: Part[] }> {
  if (!/\.zip$/i.test(name)) {
    const stream = async () => (bytes ? Readable.from([bytes]) : createReadStream(name))
    return { names: [name], parts: [{ name, open: stream }] }
  }
  const zip = await opened(name, bytes).catch(() => null)
  const entries = zip && (await listEntries(zip).catch(() => null))
  if (!zip || !entries)
    throw new Fault(bare(name), null, 'It is no zip file that can be opened. Download it again.')
  return {
    names: [name, ...entries.map(({ fileName }) => fileName)],
    parts: entries
      .filter(({ fileName }) => !fileName.endsWith('/'))
      .map((entry) => ({ name: entry.fileName, open: () => openEntry(zip, entry) })),
  }
}

const opened = (name: string, bytes: Buffer | null): Promise<ZipFile> =>
  new Promise((resolve, reject) => {
    const options = { lazyEntries: true, autoClose: false, validateEntrySizes: true }
    const answer = (error: Error | null, zip: ZipFile) => (error ? reject(error) : resolve(zip))
    if (bytes) fromBuffer(bytes, options, answer)
    else open(name, options, answer)
  })

const listEntries = (zip: ZipFile): Promise<Entry[]> =>
  new Promise((resolve, reject) => {
    const entries: Entry[] = []
    zip.on('entry', (entry: Entry) => {
      entries.push(entry)
      if (entries.length > 5000) reject(new Error('too many'))
      else zip.readEntry()
    })
    zip.once('end', () => resolve(entries))
    zip.once('error', reject)
    zip.readEntry()
  })

const openEntry = (zip: ZipFile, entry: Entry): Promise<Readable> =>
  new Promise((resolve, reject) => {
    if (entry.isEncrypted()) return reject(new Fault(entry.fileName, null, 'It is locked with a password.'))
    zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream)))
  })

const swollen = (name: string) =>
  new Fault(basename(name), null, 'It swells to more than can be read. Load fewer tables at a time.')

/** The bytes as they come, counted. */
async function* counted(stream: Readable, name: string): AsyncGenerator<Buffer> {
  for await (const chunk of stream) {
    bytesLeft -= (chunk as Buffer).length
    if (bytesLeft < 0) throw swollen(name)
    yield chunk as Buffer
  }
}

async function* decoded(chunks: AsyncIterable<Buffer>, name: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const read = (chunk?: Buffer) => {
    try {
      return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode()
    } catch {
      throw new Fault(
        basename(name),
        null,
        'It is not UTF-8 text. Download it again, and load it as it came.',
      )
    }
  }
  for await (const chunk of chunks) yield read(chunk)
  yield read()
}

type Line = { cells: string[]; row: number }

async function* linesOf({ name, open }: Part): AsyncGenerator<Line> {
  const bytes = counted(await open(), name)
  if (/\.xlsx$/i.test(name)) return yield* sheetLines(bytes, name)
  const tabs = !/\.csv$/i.test(name)
  const options: Options = {
    bom: true,
    delimiter: tabs ? '\t' : ',',
    quote: tabs ? null : '"',
    skip_empty_lines: true,
    info: true,
    relax_column_count_less: true,
    max_record_size: 1_000_000,
  }
  const records = parse(options)
  const text = Readable.from(decoded(bytes, name)).once('error', (error) => records.destroy(error))
  text.pipe(records)
  try {
    for await (const { record, info } of records as AsyncIterable<{
      record: string[]
      info: { records: number }
    }>)
      yield { cells: record, row: info.records }
  } catch (error) {
    const { code = '', records = null } = error as { code?: string; records?: number }
    if (!code.startsWith('CSV_')) throw error
    const message =
      code === 'CSV_RECORD_INCONSISTENT_FIELDS_LENGTH'
        ? 'It has more cells than there are headings.'
        : 'Its quotation marks do not close, or it is no table at all.'
    throw new Fault(
      basename(name),
      records === null ? null : records + 1,
      `${message} Nothing after it can be told apart.`,
    )
  }
}

/** A spreadsheet is an archive: what it swells to is counted before it is opened. */
const SHEET = { whole: () => false, words: () => false, holds: () => true }

async function* sheetLines(bytes: AsyncIterable<Buffer>, name: string): AsyncGenerator<Line> {
  const chunks: Buffer[] = []
  for await (const chunk of bytes) chunks.push(chunk)
  const book = Buffer.concat(chunks)
  const checked = await readZip(book, SHEET)
  const broken = new Fault(basename(name), null, 'It is no spreadsheet that can be read. Download it again.')
  if (!checked.ok) throw checked.why === 'swells' ? swollen(name) : broken
  bytesLeft -= checked.swollen
  if (bytesLeft < 0) throw swollen(name)
  const sheet = await readSheet(book).catch(() => {
    throw broken
  })
  for (const [at, row] of sheet.entries())
    if (row.some((cell) => cell !== null))
      yield { cells: row.map((cell) => (cell === null ? '' : String(cell))), row: at + 1 }
}

const hand = (part: TablePart): Promise<void> =>
  new Promise((resolve) => {
    parentPort?.once('message', () => resolve())
    parentPort?.postMessage({ part })
  })

async function handOver(part: Part): Promise<void> {
  const file = basename(part.name)
  let columns: string[] | null = null
  let [rows, places]: [string[][], number[]] = [[], []]
  for await (const { cells, row } of linesOf(part)) {
    if (columns === null) {
      columns = cells.map((cell) => cell.trim())
      continue
    }
    rowsLeft -= 1
    if (rowsLeft < 0)
      throw new Fault(file, row, 'There are more rows than can be read. Load fewer tables at a time.')
    rows.push(cells)
    places.push(row)
    if (rows.length < CHUNK) continue
    await hand({ file, columns, rows, places })
    rows = []
    places = []
  }
  if (columns === null) throw new Fault(file, null, 'It is empty. Download it again.')
  await hand({ file, columns, rows, places })
}

async function readAll(): Promise<TablesRead> {
  const { names, parts } = await partsOf(asked.at)
  const tables = parts.filter(
    ({ name }) => isTable(name) && wanted.some((pattern) => pattern.test(bare(name))),
  )
  for (const part of tables) await handOver(part)
  return { ok: true, names, read: tables.map(({ name }) => basename(name)) }
}

const faultOf = (error: unknown): TablesFault => {
  if (error instanceof Fault) return { file: error.file, row: error.row, message: error.message }
  return { file: null, row: null, message: 'It cannot be read. Download it again, and load it as it came.' }
}

parentPort?.postMessage(await readAll().catch((error): TablesRead => ({ ok: false, fault: faultOf(error) })))
