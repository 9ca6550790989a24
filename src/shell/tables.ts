import { Worker } from 'node:worker_threads'

/** Where tables lie: a folder, a zip or one file on this machine, or the bytes of one that was handed in. */
export type TablesAt = { path: string } | { name: string; bytes: Uint8Array }

/** Rows of one table, as many as were read since the last; every cell is text. */
export type TablePart = {
  /** The file's name as it lies there. */
  file: string
  columns: string[]
  rows: string[][]
  /** Where each stands in its table, the headings being row 1. */
  places: number[]
}

export type TablesFault = { file: string | null; row: number | null; message: string }

/** The names of all that lies there, or why it could not be read to its end. */
export type TablesRead = { ok: true; names: string[]; read: string[] } | { ok: false; fault: TablesFault }

/** What a reader may use: bytes that archives swell to, rows of all tables, milliseconds. */
const LIMITS = { swollen: 600_000_000, rows: 3_000_000, millis: 600_000 }

const READER = new URL(
  import.meta.url.endsWith('.ts') ? './tables-reader.ts' : './tables-reader.js',
  import.meta.url,
)

type Said = { part: TablePart } | TablesRead

/**
 * Reads tables (CSV, tab separated text, the first sheet of xlsx files) out of a folder, a zip or a single file, in a
 * thread of its own, so that reading hundreds of thousands of rows keeps nobody waiting.
 * @param wanted patterns of the names to read, without folder and ending; other files are only named
 * @param take gets each part in turn; what it throws ends the reading and is thrown
 */
export function readTables(
  at: TablesAt,
  wanted: readonly RegExp[],
  take: (part: TablePart) => void | Promise<void>,
  limits: Partial<typeof LIMITS> = {},
): Promise<TablesRead> {
  const { millis, ...most } = { ...LIMITS, ...limits }
  return new Promise((resolve, reject) => {
    const worker = new Worker(READER, {
      workerData: { at, wanted: wanted.map(({ source }) => source), ...most },
      resourceLimits: { maxOldGenerationSizeMb: 1536 },
      stdout: true,
      stderr: true,
    })
    const end = (read: TablesRead) => {
      clearTimeout(timer)
      void worker.terminate()
      resolve(read)
    }
    const broken = (message: string) => end({ ok: false, fault: { file: null, row: null, message } })
    const timer = setTimeout(broken, millis, 'It takes too long to read. Load fewer tables of it at a time.')
    worker.on('message', async (said: Said) => {
      if (!('part' in said)) return end(said)
      try {
        await take(said.part)
        worker.postMessage('next')
      } catch (error) {
        clearTimeout(timer)
        void worker.terminate()
        reject(error as Error)
      }
    })
    worker.once('error', (error) => {
      const { code = '' } = error as { code?: string }
      broken(
        /MEMORY/.test(code)
          ? 'It takes more memory than there is. Load fewer tables of it at a time.'
          : 'It cannot be read. Download it again, and load it as it came.',
      )
    })
    worker.once('exit', () => broken('It cannot be read. Download it again, and load it as it came.'))
  })
}
