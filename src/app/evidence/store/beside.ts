import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { OrgTx } from '../../../shell/db.ts'
import type { EvidenceKind } from '../rules/kinds.ts'
import type { Bearing } from '../rules/seen-link.ts'
import { countsForOthers, namesOf, type StandsBehind, type Bearing as Way } from './items.ts'

/**
 * A person's items that bear on competencies, without their words: what others may read, still counts, and is no draft.
 * `source` tells apart who stands behind each.
 */
export async function listBearing(
  tx: OrgTx,
  personId: Id,
  competencyIds: readonly Id[],
): Promise<(Bearing & { evidenceId: Id; competencyId: Id })[]> {
  if (competencyIds.length === 0) return []
  const rows = await tx.db
    .selectFrom('evidence_link as l')
    .innerJoin('evidence as e', (join) =>
      join.onRef('e.org_id', '=', 'l.org_id').onRef('e.evidence_id', '=', 'l.evidence_id'),
    )
    .select([
      'e.evidence_id',
      'l.competency_id',
      'l.bearing',
      'e.number',
      'e.kind',
      'e.happened_on',
      'e.expires_on',
      'e.added_by',
      'e.stands_behind',
      sql<boolean>`coalesce(jsonb_array_length(e.snapshot #> '{provenance,sources}'), 0) > 0`.as('counted'),
    ])
    .where('l.org_id', '=', tx.orgId)
    .where('l.competency_id', 'in', [...competencyIds])
    .where('l.ended_on', 'is', null)
    .where('e.org_id', '=', tx.orgId)
    .where('e.person_id', '=', personId)
    .where(countsForOthers('e'))
    .orderBy('e.number')
    .execute()
  const names = await namesOf(
    tx,
    rows.map((row) => row.added_by),
  )
  return rows.map((row) => ({
    evidenceId: row.evidence_id,
    competencyId: row.competency_id,
    ref: `E-${row.number}`,
    kind: row.kind as EvidenceKind,
    happenedOn: row.happened_on,
    expiresOn: row.expires_on,
    bearing: row.bearing as Way,
    ...sourceOf({
      counted: row.counted,
      standsBehind: row.stands_behind as StandsBehind | null,
      addedBy: row.added_by,
      addedByName: names.get(row.added_by) ?? '',
    }),
  }))
}

/** Who stands behind an item, to tell sources apart: the helpdesk, somebody named, or whoever added it. */
export function sourceOf(item: {
  counted: boolean
  standsBehind: StandsBehind | null
  addedBy: Id | null
  addedByName: string
}): Pick<Bearing, 'source' | 'sourceName'> {
  if (item.counted) return { source: 'helpdesk', sourceName: 'the helpdesk' }
  if (item.standsBehind)
    return { source: `named ${item.standsBehind.name.toLowerCase()}`, sourceName: item.standsBehind.name }
  return { source: item.addedBy ?? '', sourceName: item.addedByName }
}
