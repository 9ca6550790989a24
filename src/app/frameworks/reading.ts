import { createHash } from 'node:crypto'
import { Worker } from 'node:worker_threads'
import { done, type Outcome, type Refusal, refused } from '../../kernel/outcome.ts'
import { oneAtATime } from '../../shell/one-at-a-time.ts'
import type { FrameworkPackage } from './rules/item.ts'
import { type ReadingAsked, readFile } from './rules/reading.ts'

/** What a reading thread hands over, each when it is asked for. */
export type PackagePart =
  | { refusals: Refusal[] }
  | { head: FrameworkPackage; warnings: string[]; sha256: string }
  | Partial<Pick<FrameworkPackage, 'items' | 'associations' | 'definitions'>>
  | 'end'

/** A file that was read: its framework, what to know of it, and what its bytes are known by. */
export type FileRead = { package: FrameworkPackage; warnings: string[]; sha256: string }

/** Limits of one reading: megabytes of memory, milliseconds to start and to read. */
const LIMITS = { megabytes: 1536, startMillis: 60_000, millis: 60_000 }

const READER = new URL(
  import.meta.url.endsWith('.ts') ? './case-reader.ts' : './case-reader.js',
  import.meta.url,
)

const inTurn = oneAtATime()

const TOO_MUCH = 'The file takes too much to read. Split the framework, and import the parts.'
const BROKEN = 'The file cannot be read. Export it again, and import it as it comes.'

/** A file of so many bytes is read in the blink of an eye: less than it takes to start a thread. */
const SMALL = 4 * 1024 * 1024

/**
 * Reads a framework's file. All but small ones are read in a thread of their own, one at a time, so that other requests go
 * on; it is ended when it takes too long or too much.
 */
export async function readApart(asked: ReadingAsked): Promise<Outcome<FileRead>> {
  if (asked.bytes.length > SMALL) return inTurn(() => readInThread(asked))
  const read = readFile(asked)
  if (!read.ok) return read
  return done({ ...read.value, sha256: createHash('sha256').update(asked.bytes).digest('hex') })
}

function readInThread(asked: ReadingAsked): Promise<Outcome<FileRead>> {
  return new Promise((resolve) => {
    const worker = new Worker(READER, {
      workerData: asked,
      resourceLimits: { maxOldGenerationSizeMb: LIMITS.megabytes },
      stdout: true,
      stderr: true,
    })
    let read: FileRead | null = null
    const end = (outcome: Outcome<FileRead>) => {
      clearTimeout(timer)
      void worker.terminate()
      resolve(outcome)
    }
    const fail = (message: string) => end(refused({ field: 'file', message }))
    let timer = setTimeout(fail, LIMITS.startMillis, TOO_MUCH)
    worker.on('message', (part: 'begins' | PackagePart) => {
      if (part === 'begins') {
        clearTimeout(timer)
        timer = setTimeout(fail, LIMITS.millis, TOO_MUCH)
      } else if (part === 'end') return end(read ? done(read) : refused({ field: 'file', message: BROKEN }))
      else if ('refusals' in part) return end(refused(...part.refusals))
      else if ('head' in part) read = { package: part.head, warnings: part.warnings, sha256: part.sha256 }
      else if (read) addTo(read.package, part)
      setImmediate(() => worker.postMessage('next'))
    })
    worker.once('error', (error) =>
      fail(/MEMORY/.test((error as { code?: string }).code ?? '') ? TOO_MUCH : BROKEN),
    )
    worker.once('exit', () => fail(BROKEN))
  })
}

function addTo(
  whole: FrameworkPackage,
  {
    items = [],
    associations = [],
    definitions = [],
  }: Exclude<PackagePart, 'end' | { refusals: Refusal[] } | { head: FrameworkPackage }>,
): void {
  whole.items.push(...items)
  whole.associations.push(...associations)
  whole.definitions.push(...definitions)
}
