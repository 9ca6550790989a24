import type { Id } from '../../../kernel/id.ts'
import type { OrgTx } from '../../../shell/db.ts'
import type { EvidenceKind } from '../rules/kinds.ts'
import type { Stored } from './items.ts'

export type Revision = Pick<
  Stored,
  'kind' | 'title' | 'text' | 'happenedOn' | 'detail' | 'version' | 'savedAt'
>

export async function saveRevision(tx: OrgTx, item: Stored): Promise<void> {
  await tx.db
    .insertInto('evidence_revision')
    .values({
      org_id: tx.orgId,
      evidence_id: item.evidenceId,
      version: item.version,
      kind: item.kind,
      title: item.title,
      words: item.text,
      happened_on: item.happenedOn,
      detail: JSON.stringify(item.detail),
      private: item.private,
      saved_at: item.savedAt,
    })
    .execute()
}

/** What an item said before, newest first; what was "only you" then only with `includePrivate`, also once it is shared. */
export async function listRevisions(
  tx: OrgTx,
  evidenceId: Id,
  { includePrivate }: { includePrivate: boolean },
): Promise<Revision[]> {
  let query = tx.db
    .selectFrom('evidence_revision')
    .selectAll()
    .where('org_id', '=', tx.orgId)
    .where('evidence_id', '=', evidenceId)
  if (!includePrivate) query = query.where('private', '=', false)
  const rows = await query.orderBy('version', 'desc').execute()
  return rows.map((row) => ({
    kind: row.kind as EvidenceKind | null,
    title: row.title,
    text: row.words,
    happenedOn: row.happened_on,
    detail: row.detail as Record<string, string>,
    version: row.version,
    savedAt: row.saved_at,
  }))
}

/** Puts a revision's words again, with a customer's personal data taken out. */
export async function cleanRevision(
  tx: OrgTx,
  evidenceId: Id,
  revision: Pick<Revision, 'version' | 'title' | 'text' | 'detail'>,
): Promise<void> {
  await tx.db
    .updateTable('evidence_revision')
    .set({ title: revision.title, words: revision.text, detail: JSON.stringify(revision.detail) })
    .where('org_id', '=', tx.orgId)
    .where('evidence_id', '=', evidenceId)
    .where('version', '=', revision.version)
    .execute()
}
