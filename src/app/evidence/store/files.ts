import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'
import type { OrgTx } from '../../../shell/db.ts'
import type { EvidenceFile, KeptFile } from './items.ts'

/** The files of items, by the item, in the order in which they were added; not those taken away. */
export async function listFiles(tx: OrgTx, evidenceIds: readonly Id[]): Promise<Map<Id, KeptFile[]>> {
  const rows = await tx.db
    .selectFrom('evidence_file')
    .select([
      'evidence_id',
      'file_id',
      'name',
      'hash',
      'size',
      'type',
      'kept_because',
      'added_by',
      'added_on',
    ])
    .where('org_id', '=', tx.orgId)
    .where('evidence_id', 'in', evidenceIds)
    .where('ended_on', 'is', null)
    .orderBy('file_id')
    .execute()
  const files = new Map<Id, KeptFile[]>()
  for (const row of rows) {
    const { name, hash, size, type } = row
    files.set(row.evidence_id, [
      ...(files.get(row.evidence_id) ?? []),
      {
        fileId: row.file_id,
        name,
        hash,
        size,
        type,
        keptBecause: row.kept_because,
        addedBy: row.added_by,
        addedOn: row.added_on,
      },
    ])
  }
  return files
}

/** The items that hold a file of any of these contents. */
export const holdingAny = (tx: OrgTx, hashes: readonly string[]) =>
  tx.db
    .selectFrom('evidence_file')
    .select('evidence_id')
    .where('org_id', '=', tx.orgId)
    .where('hash', 'in', hashes)
    .where('ended_on', 'is', null)

/** Adds files to an item. */
export async function saveFiles(
  tx: OrgTx,
  evidenceId: Id,
  files: readonly EvidenceFile[],
  by: Id,
  day: Day,
): Promise<void> {
  if (files.length === 0) return
  // Identifiers of one moment are in no order of their own.
  const fileIds = files.map(() => tx.newId()).sort()
  await tx.db
    .insertInto('evidence_file')
    .values(
      files.map(({ name, hash, size, type, keptBecause }, index) => ({
        org_id: tx.orgId,
        evidence_id: evidenceId,
        file_id: fileIds[index] ?? tx.newId(),
        name,
        hash,
        size,
        type,
        kept_because: keptBecause ?? null,
        added_by: by,
        added_on: day,
      })),
    )
    .execute()
}

/** Takes a file away from its item; its row stays. */
export async function endFile(tx: OrgTx, fileId: Id, day: Day): Promise<void> {
  await tx.db
    .updateTable('evidence_file')
    .set({ ended_on: day })
    .where('org_id', '=', tx.orgId)
    .where('file_id', '=', fileId)
    .where('ended_on', 'is', null)
    .execute()
}

/** Lets nobody else attach, or remove the bytes of, files of a content until this transaction ends. */
export async function lockContent(tx: OrgTx, hash: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${tx.orgId} ${hash}`}, 0))`.execute(tx.db)
}

/** Whether any item holds a file of this content. */
export async function isHeldByAny(tx: OrgTx, hash: string): Promise<boolean> {
  return (await holdingAny(tx, [hash]).limit(1).execute()).length > 0
}

/** Contents of files that were taken away, and that no item holds. */
export async function listGone(tx: OrgTx): Promise<string[]> {
  const rows = await tx.db
    .selectFrom('evidence_file as gone')
    .select('gone.hash')
    .distinct()
    .where('gone.org_id', '=', tx.orgId)
    .where('gone.ended_on', 'is not', null)
    .where((on) =>
      on.not(
        on.exists(
          on
            .selectFrom('evidence_file as there')
            .select('there.file_id')
            .whereRef('there.org_id', '=', 'gone.org_id')
            .whereRef('there.hash', '=', 'gone.hash')
            .where('there.ended_on', 'is', null),
        ),
      ),
    )
    .execute()
  return rows.map(({ hash }) => hash)
}
