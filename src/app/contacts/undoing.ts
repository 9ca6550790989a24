import { gunzipSync } from 'node:zlib'
import type { Actor } from '../../kernel/actor.ts'
import type { Id } from '../../kernel/id.ts'
import { done, type Outcome, refused } from '../../kernel/outcome.ts'
import type { OrgTx } from '../../shell/db.ts'
import { event } from '../../shell/events.ts'
import { record } from '../history/history.ts'
import type { House } from '../visit.ts'
import { rejectsCsv } from './rules/rejects.ts'
import {
  type Batch,
  changeBatch,
  isFileNeeded,
  listOldRejects,
  listRejects,
  lockBatch,
} from './store/batches.ts'
import { takeBack } from './store/load.ts'
import { lockSource } from './store/sources.ts'

/** An import was undone: its contacts are gone when this happens. */
export const importUndone = event<{ batchId: Id }>()

/** A record that rests on an import, such as a figure that was kept: its reference, and where it is. */
export type Resting = { ref: string; href: string }

/** What later capabilities know to rest on an import; each adds its own way to tell. */
export const restingOn: ((tx: OrgTx, batchId: Id) => Promise<Resting[]>)[] = []

/** Every record that rests on an import, as all capabilities tell it. */
export async function listResting(tx: OrgTx, batchId: Id): Promise<Resting[]> {
  const all: Resting[] = []
  for (const tell of restingOn) all.push(...(await tell(tx, batchId)))
  return all
}

/**
 * Undoes an import: the contacts that it added go, those that it changed are again what they were. Its own entry, its
 * counts and whatever was kept as evidence stay.
 */
export async function undoImport(
  house: House,
  tx: OrgTx,
  actor: Pick<Actor, 'personId'>,
  batchId: Id,
): Promise<Outcome<{ gone: number; restored: number }>> {
  const batch = await lockBatch(tx, batchId)
  if (batch?.state !== 'loaded' || batch.kind !== 'contacts')
    return refused({ message: 'This import is not loaded, so there is nothing to undo.' })
  if (batch.sourceId) await lockSource(tx, batch.sourceId)
  const result = await takeBack(tx, batchId)
  await changeBatch(tx, batchId, { state: 'undone', undoneAt: tx.now, rejectsHash: null })
  if (batch.rejectsHash) await forget(house, tx, batch.rejectsHash)
  await record(tx, {
    kind: 'contacts.import-undone',
    actor,
    personId: null,
    recordId: batchId,
    payload: { file: batch.fileName, ...result },
  })
  await importUndone.happen(tx, { batchId })
  return done(result)
}

/** Puts an uploaded file aside: its bytes are removed, its entry stays. */
export async function putAside(
  house: House,
  tx: OrgTx,
  actor: Pick<Actor, 'personId'>,
  batchId: Id,
): Promise<Outcome<null>> {
  const batch = await lockBatch(tx, batchId)
  if (batch?.state !== 'uploaded')
    return refused({ message: 'This file is being loaded, or was loaded. Undo the import instead.' })
  await changeBatch(tx, batchId, { state: 'put aside', uploadHash: null, refusal: null })
  if (batch.uploadHash) await forget(house, tx, batch.uploadHash)
  await record(tx, {
    kind: 'contacts.put-aside',
    actor,
    personId: null,
    recordId: batchId,
    payload: { file: batch.fileName },
  })
  return done(null)
}

/** For how long the cells of rejected rows are kept, so that somebody can mend them. */
const REJECT_DAYS = 30

/** Removes the cells of rejected rows that were kept long enough. Lines and reasons stay. */
export async function forgetOldRejects(house: House, orgId: Id): Promise<void> {
  await house.db.inOrg(orgId, async (tx) => {
    const before = new Date(tx.now.getTime() - REJECT_DAYS * 86_400_000)
    for (const { batchId, hash } of await listOldRejects(tx, before)) {
      await changeBatch(tx, batchId, { rejectsHash: null })
      await forget(house, tx, hash)
    }
  })
}

/** The rejected rows of an import as CSV: with their cells as long as these are kept, then line and reason alone. */
export async function rejectsFile(house: House, tx: OrgTx, batch: Batch): Promise<string> {
  const kept = batch.rejectsHash && (await house.files.read(tx.orgId, batch.rejectsHash))
  if (kept) return gunzipSync(kept).toString('utf8')
  const rejects = await listRejects(tx, batch.batchId)
  return rejectsCsv(
    [],
    rejects.map((one) => ({ ...one, row: [] })),
  )
}

/** Removes a kept file that no import needs any more. */
export async function forget(house: House, tx: OrgTx, hash: string): Promise<void> {
  if (!(await isFileNeeded(tx, hash))) await house.files.remove(tx.orgId, hash)
}
