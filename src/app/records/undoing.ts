import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import { done, type Outcome, refused } from '../../kernel/outcome.ts'
import type { OrgTx } from '../../shell/db.ts'
import { changeBatch, forget, lockBatch } from '../contacts/contacts.ts'
import { markUndone } from '../evidence/evidence.ts'
import { record } from '../history/history.ts'
import type { House } from '../visit.ts'
import { type By, settleEvidence } from './keeping.ts'
import { isRecordKind } from './rules/kinds.ts'
import { listBehind, takeBack } from './store/rows.ts'
import { lockSource, sourceOf } from './store/sources.ts'
import { tellUpheld } from './upheld.ts'

/**
 * Undoes an import of records: those that it added go, those that it changed are again what they were. Evidence made
 * of them stays readable, says so, and counts no more. Names and competencies that were matched stay matched.
 */
export async function undoImport(
  house: House,
  tx: OrgTx,
  actor: By,
  batchId: Id,
  today: Day,
): Promise<Outcome<{ gone: number; restored: number }>> {
  const batch = await lockBatch(tx, batchId)
  const source = await sourceOf(tx, batchId)
  if (batch?.state !== 'loaded' || !isRecordKind(batch.kind) || !source)
    return refused({ message: 'This import is not loaded, so there is nothing to undo.' })
  await lockSource(tx, source.sourceId)
  const { gone, restored, ended, again } = await takeBack(tx, batchId)
  await markUndone(tx, actor, ended, today)
  await markUndone(tx, actor, again, null)
  await tellUpheld(tx, actor, await listBehind(tx, again), today)
  await settleEvidence(tx, actor, source, today)
  await changeBatch(tx, batchId, { state: 'undone', undoneAt: tx.now, rejectsHash: null })
  if (batch.rejectsHash) await forget(house, tx, batch.rejectsHash)
  await record(tx, {
    kind: 'records.import-undone',
    actor,
    personId: null,
    recordId: batchId,
    payload: { file: batch.fileName, gone, restored },
  })
  return done({ gone, restored })
}
