import type { Selectable } from 'kysely'
import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { OrgTx } from '../../../shell/db.ts'
import type { ImportBatch } from '../../../shell/db-types.ts'

export type BatchState = 'uploaded' | 'waiting' | 'loading' | 'loaded' | 'put aside' | 'undone'

/** Rows that add up, and the contacts they told of: only what was new or changed. */
export type Counts = {
  /** `read` = `accepted` + `rejected` + `duplicates`. */
  read: number
  accepted: number
  rejected: number
  /** Rows that repeat another, or tell of a contact that is here already, unchanged. */
  duplicates: number
  contacts: number
  /** Of the contacts, those that nobody answered. */
  unanswered: number
}

/** A file that was uploaded, and what became of it. */
export type Batch = {
  batchId: Id
  /** What the file holds: `contacts`, or what a later capability reads. */
  kind: string
  sourceId: Id | null
  fileName: string
  /** In bytes. */
  fileSize: number
  /** Of the file's bytes, in hex. */
  sha256: string
  state: BatchState
  /** What a person answered about the file so far; once loaded, the whole mapping. */
  answers: unknown
  progress: number
  progressOf: number | null
  /** Null until it is loaded. */
  counts: Counts | null
  /** Why the last attempt to load it stopped. */
  refusal: string | null
  madeBy: Id | null
  madeAt: Date
  startedAt: Date | null
  loadedAt: Date | null
  undoneAt: Date | null
  uploadHash: string | null
  rejectsHash: string | null
}

function batchFrom(row: Selectable<ImportBatch>): Batch {
  return {
    batchId: row.batch_id,
    kind: row.kind,
    sourceId: row.source_id,
    fileName: row.file_name,
    fileSize: row.file_size,
    sha256: row.sha256,
    state: row.state as BatchState,
    answers: row.mapping,
    progress: row.progress,
    progressOf: row.progress_of,
    counts:
      row.rows_read === null
        ? null
        : {
            read: row.rows_read,
            accepted: row.rows_accepted ?? 0,
            rejected: row.rows_rejected ?? 0,
            duplicates: row.rows_duplicate ?? 0,
            contacts: row.contacts ?? 0,
            unanswered: row.unanswered ?? 0,
          },
    refusal: row.refusal,
    madeBy: row.made_by,
    madeAt: row.made_at,
    startedAt: row.started_at,
    loadedAt: row.loaded_at,
    undoneAt: row.undone_at,
    uploadHash: row.upload_hash,
    rejectsHash: row.rejects_hash,
  }
}

/** Every import, the newest first. */
export async function listBatches(tx: OrgTx): Promise<Batch[]> {
  const rows = await tx.db
    .selectFrom('import_batch')
    .selectAll()
    .where('org_id', '=', tx.orgId)
    .orderBy('made_at', 'desc')
    .orderBy('batch_id', 'desc')
    .execute()
  return rows.map(batchFrom)
}

export async function findBatch(tx: OrgTx, batchId: Id): Promise<Batch | null> {
  const row = await tx.db
    .selectFrom('import_batch')
    .selectAll()
    .where('org_id', '=', tx.orgId)
    .where('batch_id', '=', batchId)
    .executeTakeFirst()
  return row ? batchFrom(row) : null
}

/** The import, held against others who would change it until the transaction ends. */
export async function lockBatch(tx: OrgTx, batchId: Id): Promise<Batch | null> {
  const row = await tx.db
    .selectFrom('import_batch')
    .selectAll()
    .where('org_id', '=', tx.orgId)
    .where('batch_id', '=', batchId)
    .forNoKeyUpdate()
    .executeTakeFirst()
  return row ? batchFrom(row) : null
}

export async function saveBatch(
  tx: OrgTx,
  batch: Pick<
    Batch,
    'batchId' | 'kind' | 'fileName' | 'fileSize' | 'sha256' | 'state' | 'madeBy' | 'uploadHash'
  >,
): Promise<void> {
  await tx.db
    .insertInto('import_batch')
    .values({
      org_id: tx.orgId,
      batch_id: batch.batchId,
      kind: batch.kind,
      file_name: batch.fileName,
      file_size: batch.fileSize,
      sha256: batch.sha256,
      state: batch.state,
      made_by: batch.madeBy,
      made_at: tx.now,
      upload_hash: batch.uploadHash,
    })
    .execute()
}

/** Changes what is named, and nothing else. */
export async function changeBatch(
  tx: OrgTx,
  batchId: Id,
  change: Partial<Omit<Batch, 'batchId' | 'kind' | 'fileName' | 'fileSize' | 'sha256' | 'madeBy' | 'madeAt'>>,
): Promise<void> {
  const { counts } = change
  await tx.db
    .updateTable('import_batch')
    .set({
      state: change.state,
      source_id: change.sourceId,
      mapping: change.answers === undefined ? undefined : JSON.stringify(change.answers),
      progress: change.progress,
      progress_of: change.progressOf,
      refusal: change.refusal,
      started_at: change.startedAt,
      loaded_at: change.loadedAt,
      undone_at: change.undoneAt,
      upload_hash: change.uploadHash,
      rejects_hash: change.rejectsHash,
      ...(counts && {
        rows_read: counts.read,
        rows_accepted: counts.accepted,
        rows_rejected: counts.rejected,
        rows_duplicate: counts.duplicates,
        contacts: counts.contacts,
        unanswered: counts.unanswered,
      }),
    })
    .where('org_id', '=', tx.orgId)
    .where('batch_id', '=', batchId)
    .execute()
}

/** A row that was not loaded, without its cells. */
export type Reject = { line: number; says: string; why: string }

export async function saveRejects(tx: OrgTx, batchId: Id, rejects: readonly Reject[]): Promise<void> {
  if (rejects.length === 0) return
  const rows = JSON.stringify(rejects.map(({ line, says, why }) => ({ line, says, why })))
  await sql`
    insert into import_reject (org_id, batch_id, line, says, why)
    select ${tx.orgId}, ${batchId}, line, says, why
    from jsonb_to_recordset(${rows}::jsonb) as r(line int, says text, why text)`.execute(tx.db)
}

/** The first rows of an import that were not loaded, by line; all, where no number is given. */
export async function listRejects(tx: OrgTx, batchId: Id, first?: number): Promise<Reject[]> {
  let query = tx.db
    .selectFrom('import_reject')
    .select(['line', 'says', 'why'])
    .where('org_id', '=', tx.orgId)
    .where('batch_id', '=', batchId)
    .orderBy('line')
  if (first !== undefined) query = query.limit(first)
  return query.execute()
}

/** Imports whose rejected rows were kept since before a moment: the hash of the file that holds them. */
export async function listOldRejects(tx: OrgTx, before: Date): Promise<{ batchId: Id; hash: string }[]> {
  const rows = await tx.db
    .selectFrom('import_batch')
    .select(['batch_id', 'rejects_hash'])
    .where('org_id', '=', tx.orgId)
    .where('rejects_hash', 'is not', null)
    .where('loaded_at', '<', before)
    .execute()
  return rows.flatMap(({ batch_id, rejects_hash }) =>
    rejects_hash === null ? [] : [{ batchId: batch_id, hash: rejects_hash }],
  )
}

/** Whether any import still needs a kept file. */
export async function isFileNeeded(tx: OrgTx, hash: string): Promise<boolean> {
  const row = await tx.db
    .selectFrom('import_batch')
    .select('batch_id')
    .where('org_id', '=', tx.orgId)
    .where((where) => where.or([where('upload_hash', '=', hash), where('rejects_hash', '=', hash)]))
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
