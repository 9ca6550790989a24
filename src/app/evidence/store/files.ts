import type { Day } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'
import type { OrgTx } from '../../../shell/db.ts'
import type { EvidenceFile, KeptFile } from './items.ts'

/** The files of items, by the item, in the order in which they were added; not those taken away. */
export async function listFiles(tx: OrgTx, evidenceIds: readonly Id[]): Promise<Map<Id, KeptFile[]>> {
  const rows = await tx.db
    .selectFrom('evidence_file')
    .select(['evidence_id', 'file_id', 'name', 'hash', 'size', 'type'])
    .where('org_id', '=', tx.orgId)
    .where('evidence_id', 'in', evidenceIds)
    .where('ended_on', 'is', null)
    .orderBy('file_id')
    .execute()
  const files = new Map<Id, KeptFile[]>()
  for (const { evidence_id, file_id, ...file } of rows)
    files.set(evidence_id, [...(files.get(evidence_id) ?? []), { ...file, fileId: file_id }])
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
  await tx.db
    .insertInto('evidence_file')
    .values(
      files.map(({ name, hash, size, type }) => ({
        org_id: tx.orgId,
        evidence_id: evidenceId,
        file_id: tx.newId(),
        name,
        hash,
        size,
        type,
        added_by: by,
        added_on: day,
      })),
    )
    .execute()
}
