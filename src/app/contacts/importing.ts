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
import { type Imported, keepRejects, type Loadable, loadNew, newBatch } from './new-import.ts'
import { otherFileOf } from './other-files.ts'
import type { Answers } from './rules/mapping.ts'
import type { Question } from './rules/questions.ts'
import { type Batch, changeBatch, lockBatch, saveBatch } from './store/batches.ts'
import { forget } from './undoing.ts'

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
  const file = loadable(house, actor, ready.value, secret)
  const matching: Loadable = {
    ...file,
    async write(tx, begun) {
      const counts = await file.write(tx, begun)
      if (counts && asked.matchNames) await matchByName(tx, actor, begun.batchId)
      return counts
    },
  }
  return done(await loadNew(house, orgId, batch, matching, dryRun))
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
  const read = await (otherFileOf(batch)?.read ?? readContacts)(house, orgId, batch)
  if (read === null) return 'The uploaded file is gone. Upload it again.'
  if (!read.ok) return read.refusals.map(({ message }) => message).join(' ')
  return house.db.inOrg(orgId, async (tx) => {
    const counts = await read.value.write(tx, batch, progress)
    if (counts === null) return null
    await changeBatch(tx, batchId, { uploadHash: null })
    await keepRejects(house, tx, batchId, read.value)
    return null
  })
}

/** An uploaded file of contacts, ready to load; null where its bytes are gone. */
async function readContacts(house: House, orgId: Id, batch: Batch): Promise<Outcome<Loadable> | null> {
  const considered = await house.db.inOrg(orgId, (tx) => considerUpload(house, tx, batch, answersOf(batch)), {
    readOnly: true,
  })
  const ready = considered?.ok ? readyOf(considered.value) : considered
  if (!ready?.ok) return ready
  if ('questions' in ready.value)
    return refused({ message: 'There is a question left about this file. Answer it first.' })
  const secret = await findSecret(house.db, 'customers')
  const actor = batch.madeBy === null ? null : { personId: batch.madeBy }
  return done(loadable(house, actor, ready.value, secret))
}

const loadable = (
  { db }: House,
  actor: Pick<Actor, 'personId'> | null,
  file: Ready,
  secret: string,
): Loadable => ({
  ...file,
  write: (tx, batch, onProgress) => load(tx, actor, batch, file, secret, db.now, onProgress),
})

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
