import { hash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import type { Actor } from '../../kernel/actor.ts'
import type { Id } from '../../kernel/id.ts'
import type { OrgTx } from '../../shell/db.ts'
import type { House } from '../visit.ts'
import type { Question } from './rules/questions.ts'
import { type Rejected, rejectsCsv } from './rules/rejects.ts'
import { type Batch, type Counts, changeBatch, saveBatch } from './store/batches.ts'

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
  | { kind: 'questions'; questions: readonly Question<string>[] }

/** A file that was read without a question left, whatever it holds. */
export type Loadable = {
  /** The columns whose cells are not `ignore` are kept of rejected rows. */
  mapping: { columns: Readonly<Record<string, string>> }
  reading: { headings: readonly string[]; rejected: readonly Rejected[] }
  /**
   * Writes all of it within a transaction.
   * @param onProgress is told how many were written, of how many
   * @returns null where the import was loaded meanwhile by another attempt
   */
  write(
    tx: OrgTx,
    batch: Pick<Batch, 'batchId' | 'fileName' | 'sha256'>,
    onProgress?: (written: number, of: number) => Promise<void>,
  ): Promise<Counts | null>
}

/** Thrown to undo a dry run. */
class OnlyTried extends Error {
  constructor(readonly counts: Counts) {
    super('a dry run')
  }
}

/** Loads a file as a new import, all of it or nothing. A dry run counts what that would do, and loads nothing. */
export async function loadNew(
  house: House,
  orgId: Id,
  batch: ReturnType<typeof newBatch>,
  file: Loadable,
  dryRun: boolean,
): Promise<Imported> {
  const { headings, rejected } = file.reading
  try {
    const counts = await house.db.inOrg(orgId, async (tx) => {
      await saveBatch(tx, batch)
      await changeBatch(tx, batch.batchId, { startedAt: tx.now })
      const written = await file.write(tx, batch)
      if (written === null) throw new Error('a new import cannot be loaded already')
      if (dryRun) throw new OnlyTried(written)
      await keepRejects(house, tx, batch.batchId, file)
      return written
    })
    return { kind: 'loaded', batchId: batch.batchId, counts, headings, rejected }
  } catch (error) {
    if (!(error instanceof OnlyTried)) throw error
    return { kind: 'loaded', batchId: null, counts: error.counts, headings, rejected }
  }
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

/** Keeps the rejected rows so that they can be mended: without the cells of columns that are left out. */
export async function keepRejects(
  house: House,
  tx: OrgTx,
  batchId: Id,
  { mapping, reading }: Pick<Loadable, 'mapping' | 'reading'>,
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
