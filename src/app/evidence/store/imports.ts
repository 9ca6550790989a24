import type { Day } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'
import type { OrgTx } from '../../../shell/db.ts'
import { namesOf } from './items.ts'

/** Everybody's items that were counted from an import, with whose they are. */
export async function listRestingOn(
  tx: OrgTx,
  batchId: Id,
): Promise<
  { evidenceId: Id; ref: string; personId: Id; personName: string; title: string; private: boolean }[]
> {
  const rows = await tx.db
    .selectFrom('evidence_import as i')
    .innerJoin('evidence as e', (join) =>
      join.onRef('e.org_id', '=', 'i.org_id').onRef('e.evidence_id', '=', 'i.evidence_id'),
    )
    .select(['e.evidence_id', 'e.number', 'e.person_id', 'e.title', 'e.private'])
    .where('i.org_id', '=', tx.orgId)
    .where('i.batch_id', '=', batchId)
    .orderBy('e.person_id')
    .orderBy('e.number')
    .execute()
  const names = await namesOf(
    tx,
    rows.map((row) => row.person_id),
  )
  return rows.map((row) => ({
    evidenceId: row.evidence_id,
    ref: `E-${row.number}`,
    personId: row.person_id,
    personName: names.get(row.person_id) ?? '',
    title: row.title,
    private: row.private,
  }))
}

export async function saveUndone(tx: OrgTx, evidenceIds: readonly Id[], day: Day): Promise<void> {
  if (evidenceIds.length === 0) return
  await tx.db
    .updateTable('evidence')
    .set({ undone_on: day })
    .where('org_id', '=', tx.orgId)
    .where('evidence_id', 'in', [...evidenceIds])
    .execute()
}
