import { createHash } from 'node:crypto'
import { parentPort, workerData } from 'node:worker_threads'
import type { PackagePart } from './reading.ts'
import { type ReadingAsked, readFile } from './rules/reading.ts'

/** How many items or associations are handed over at a time: whoever takes them is kept from other work for no longer. */
const PIECE = 500

const pieces = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / PIECE) }, (_, at) => all.slice(at * PIECE, (at + 1) * PIECE))

/** What a file says, in parts small enough to be handed over one by one. */
function* read(asked: ReadingAsked): Generator<PackagePart> {
  const outcome = readFile(asked)
  if (!outcome.ok) {
    yield { refusals: outcome.refusals }
    return
  }
  const { package: whole, warnings } = outcome.value
  const { items, associations, definitions, ...head } = whole
  const sha256 = createHash('sha256').update(asked.bytes).digest('hex')
  yield { head: { ...head, items: [], associations: [], definitions: [] }, warnings, sha256 }
  for (const piece of pieces(items)) yield { items: piece }
  for (const piece of pieces(associations)) yield { associations: piece }
  for (const piece of pieces(definitions)) yield { definitions: piece }
  yield 'end'
}

const parts = read(workerData as ReadingAsked)
parentPort?.on('message', () => {
  const { value, done } = parts.next()
  if (!done) parentPort?.postMessage(value)
})
parentPort?.postMessage('begins')
