import { hash } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'
import type { Actor } from '../../kernel/actor.ts'
import { dayIn } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import { done, type Outcome, refused } from '../../kernel/outcome.ts'
import type { OrgTx } from '../../shell/db.ts'
import { log } from '../../shell/log.ts'
import { findSecret } from '../../shell/secrets.ts'
import { findOrganisation } from '../people/people.ts'
import type { House } from '../visit.ts'
import { type Considered, consider } from './considering.ts'
import { load, type Ready } from './loading.ts'
import { matchByName } from './matching.ts'
import { otherFileOf } from './other-files.ts'
import type { Answers } from './rules/mapping.ts'
import type { Question } from './rules/questions.ts'
import { type Rejected, rejectsCsv } from './rules/rejects.ts'
import { type Batch, type Counts, changeBatch, lockBatch, saveBatch } from './store/batches.ts'
import { forget } from './undoing.ts'

/** What became of a file: loaded, or left as it was because only a person can say how to read it. */
export type Imported =
  | {
      kind: 'loaded'
      /** Null for a dry run, which loads nothing. */
      batchId: Id | null
      counts: Counts
      headings: readonly string[]
      rejected: readonly Rejected[]
    }
  | { kind: 'questions'; questions: Question[] }

/** Thrown to undo a dry run. */
class OnlyTried extends Error {
  constructor(readonly counts: Counts) {
    super('a dry run')
  }
}

/**
 * Reads a file and loads it, all of it or nothing. With a question that only a person can answer nothing is loaded.
 * @param asked.answers keys of a mapping; what they say is not asked again
 * @param asked.dryRun counts what loading would do, and loads nothing
 * @param asked.matchNames matches each new name to the one person of exactly that name (a person's choice to allow)
 */
export async function importFile(
  house: House,
  orgId: Id,
  actor: Pick<Actor, 'personId'> | null,
  asked: { name: string; bytes: Uint8Array; answers?: Answers; dryRun?: boolean; matchNames?: boolean },
): Promise<Outcome<Imported>> {
  const { name, bytes, answers = {}, dryRun = false } = asked
  const considered = await house.db.inOrg(orgId, (tx) => considerIn(tx, { name, bytes }, answers), {
    readOnly: true,
  })
  if (!considered.ok) return considered
  const ready = readyOf(considered.value)
  if (!ready.ok) return ready
  if ('questions' in ready.value) return done({ kind: 'questions', questions: ready.value.questions })
  const secret = await findSecret(house.db, 'customers')
  const batch = newBatch(house.db.newId(), actor, 'contacts', { name, bytes }, 'loading', null)
  const { headings, rejected } = ready.value.reading
  try {
    const counts = await house.db.inOrg(orgId, async (tx) => {
      await saveBatch(tx, batch)
      await changeBatch(tx, batch.batchId, { startedAt: tx.now })
      const written = await load(tx, actor, batch, ready.value as Ready, secret, house.db.now)
      if (written === null) throw new Error('a new import cannot be loaded already')
      if (dryRun) throw new OnlyTried(written)
      if (asked.matchNames) await matchByName(tx, actor, batch.batchId)
      await keepRejects(house, tx, batch.batchId, ready.value as Ready)
      return written
    })
    return done({ kind: 'loaded', batchId: batch.batchId, counts, headings, rejected })
  } catch (error) {
    if (!(error instanceof OnlyTried)) throw error
    return done({ kind: 'loaded', batchId: null, counts: error.counts, headings, rejected })
  }
}

/** Keeps an uploaded file until somebody says how to read it. Refused: what cannot be read at all. */
export async function takeUpload(
  house: House,
  tx: OrgTx,
  actor: Pick<Actor, 'personId'>,
  file: { name: string; bytes: Uint8Array },
  kind = 'contacts',
): Promise<Outcome<Id>> {
  const considered = await (otherFileOf({ kind })?.check(tx, file) ?? considerIn(tx, file, {}))
  if (!considered.ok) return considered
  const batch = newBatch(
    tx.newId(),
    actor,
    kind,
    file,
    'uploaded',
    await house.files.keep(tx.orgId, gzipSync(file.bytes, { level: 1 })),
  )
  await saveBatch(tx, batch)
  return done(batch.batchId)
}

/** How an uploaded file would be read as it is answered so far; null where its bytes are gone. */
export async function considerUpload(
  house: House,
  tx: OrgTx,
  batch: Batch,
  answers: Answers,
): Promise<Outcome<Considered> | null> {
  const bytes = await uploadedBytes(house, tx.orgId, batch)
  return bytes && considerIn(tx, { name: batch.fileName, bytes }, answers)
}

/** A file's reading, ready to load, or the questions that are left; refused where the whole file would be. */
export function readyOf({ proposal, name }: Considered): Outcome<Ready | { questions: Question[] }> {
  if (proposal.refusal !== null) return refused({ field: 'file', message: proposal.refusal })
  const { mapping, questions, reading } = proposal
  return done(reading === null ? { questions } : { name, mapping, reading })
}

/**
 * Loads an uploaded file that waits for it. Safe to call again: after a crash it starts anew, as nothing of the
 * first attempt was kept; a file that was loaded meanwhile is left alone.
 */
export async function loadUpload(
  house: House,
  { orgId, batchId }: { orgId: Id; batchId: Id },
): Promise<void> {
  const batch = await house.db.inOrg(orgId, async (tx) => {
    const found = await lockBatch(tx, batchId)
    if (found?.state !== 'waiting' && found?.state !== 'loading') return null
    await changeBatch(tx, batchId, { state: 'loading', startedAt: tx.now, progress: 0, progressOf: null })
    return found
  })
  if (!batch) return
  const stopped = await loadNow(house, orgId, batch).catch((error: Error & { code?: string }) => {
    log.error({ error: { name: error.name, code: error.code, stack: error.stack } }, 'import broke off')
    return BROKE_OFF
  })
  if (stopped !== null) {
    await house.db.inOrg(orgId, async (tx) => {
      const here = await lockBatch(tx, batchId)
      if (here?.state === 'loading') await changeBatch(tx, batchId, { state: 'uploaded', refusal: stopped })
    })
    return
  }
  const { uploadHash } = batch
  if (uploadHash) await house.db.inOrg(orgId, (tx) => forget(house, tx, uploadHash))
}

const BROKE_OFF = 'The load broke off, and nothing was loaded. Try it again.'

/** Answers null when it is loaded, else why not. */
async function loadNow(house: House, orgId: Id, batch: Batch): Promise<string | null> {
  const { batchId } = batch
  const progress = (written: number, of: number) =>
    house.db.inOrg(orgId, (beside) => changeBatch(beside, batchId, { progress: written, progressOf: of }))
  const other = otherFileOf(batch)
  if (other) return other.load(house, orgId, batch, progress)
  const considered = await house.db.inOrg(orgId, (tx) => considerUpload(house, tx, batch, answersOf(batch)), {
    readOnly: true,
  })
  if (considered === null) return 'The uploaded file is gone. Upload it again.'
  const ready = considered.ok ? readyOf(considered.value) : considered
  if (!ready.ok) return ready.refusals.map(({ message }) => message).join(' ')
  if ('questions' in ready.value) return 'There is a question left about this file. Answer it first.'
  const file = ready.value
  const secret = await findSecret(house.db, 'customers')
  const actor = batch.madeBy === null ? null : { personId: batch.madeBy }
  return house.db.inOrg(orgId, async (tx) => {
    const counts = await load(tx, actor, batch, file, secret, house.db.now, progress)
    if (counts === null) return null
    await changeBatch(tx, batchId, { uploadHash: null })
    await keepRejects(house, tx, batchId, file)
    return null
  })
}

/** What was answered about an uploaded file so far. */
export function answersOf(batch: Pick<Batch, 'answers'>): Answers {
  return (batch.answers ?? {}) as Answers
}

/** The bytes of an upload; null where they are gone. */
export async function uploadedBytes(house: House, orgId: Id, batch: Batch): Promise<Uint8Array | null> {
  const kept = batch.uploadHash && (await house.files.read(orgId, batch.uploadHash))
  return kept ? gunzipSync(kept) : null
}

async function considerIn(
  tx: OrgTx,
  file: { name: string; bytes: Uint8Array },
  answers: Answers,
): Promise<Outcome<Considered>> {
  const zone = (await findOrganisation(tx))?.zone ?? 'UTC'
  return consider(tx, file, answers, zone, dayIn(tx.now, zone))
}

/** An import as it begins. */
export function newBatch(
  batchId: Id,
  actor: Pick<Actor, 'personId'> | null,
  kind: string,
  file: { name: string; bytes: Uint8Array },
  state: 'uploaded' | 'loading',
  uploadHash: string | null,
) {
  return {
    batchId,
    kind,
    fileName: file.name,
    fileSize: file.bytes.length,
    sha256: hash('sha256', file.bytes, 'hex'),
    state,
    madeBy: actor?.personId ?? null,
    uploadHash,
  }
}

type RejectsOf = {
  mapping: { columns: Readonly<Record<string, string>> }
  reading: { headings: readonly string[]; rejected: readonly Rejected[] }
}

/** Keeps the rejected rows so that they can be mended: without the cells of columns that are left out. */
export async function keepRejects(
  house: House,
  tx: OrgTx,
  batchId: Id,
  { mapping, reading }: RejectsOf,
): Promise<void> {
  const { headings, rejected } = reading
  if (rejected.length === 0) return
  const rows = rejected.map((one) => ({
    ...one,
    row:
      one.row.length === headings.length
        ? one.row.map((cell, at) =>
            (mapping.columns[headings[at] ?? ''] ?? 'ignore') === 'ignore' ? '' : cell,
          )
        : [],
  }))
  const kept = await house.files.keep(tx.orgId, gzipSync(rejectsCsv(headings, rows)))
  await changeBatch(tx, batchId, { rejectsHash: kept })
}
