import { Worker } from 'node:worker_threads'
import { oneAtATime } from './one-at-a-time.ts'
import type { PdfFault } from './pdf-scan.ts'

/** A PDF that was read to its end, or why it was not. */
export type PdfRead = { ok: true; pages: number; text: string } | { ok: false; why: PdfFault }

/** Limits of one reading: pages, characters of text (what follows is not read), milliseconds from when it begins. */
const LIMITS = { pages: 500, characters: 2_000_000, millis: 10_000 }

/** For how long the thread may take to start, on a machine with much to do. */
const START_MILLIS = 60_000
const TOO_SLOW: PdfRead = { ok: false, why: 'too slow' }

const READER = new URL(
  import.meta.url.endsWith('.ts') ? './pdf-reader.ts' : './pdf-reader.js',
  import.meta.url,
)

const inTurn = oneAtATime()

/** The text of a PDF, one at a time, read in a thread of its own that is ended when it takes too long or too much. */
export function readPdf(bytes: Uint8Array, limits: Partial<typeof LIMITS> = {}): Promise<PdfRead> {
  return inTurn(() => readApart(bytes, { ...LIMITS, ...limits }))
}

function readApart(bytes: Uint8Array, { millis, ...limits }: typeof LIMITS): Promise<PdfRead> {
  return new Promise((resolve) => {
    const worker = new Worker(READER, {
      workerData: { bytes: new Uint8Array(bytes), ...limits },
      resourceLimits: { maxOldGenerationSizeMb: 512 },
      stdout: true,
      stderr: true,
    })
    const end = (read: PdfRead) => {
      clearTimeout(timer)
      void worker.terminate()
      resolve(read)
    }
    let timer = setTimeout(end, START_MILLIS, TOO_SLOW)
    worker.on('message', (said: 'begins' | PdfRead) => {
      if (said !== 'begins') return end(said)
      clearTimeout(timer)
      timer = setTimeout(end, millis, TOO_SLOW)
    })
    worker.once('error', (error) => {
      const { code = '' } = error as { code?: string }
      end(/MEMORY/.test(code) ? TOO_SLOW : { ok: false, why: 'broken' })
    })
    worker.once('exit', () => end({ ok: false, why: 'broken' }))
  })
}
