import type { Actor } from '../../../kernel/actor.ts'
import type { Id } from '../../../kernel/id.ts'
import type { OrgTx } from '../../../shell/db.ts'
import type { LearningOutcome, Unit } from '../rules/unit.ts'

export type UnitWording = Pick<Unit, 'unitId' | 'version' | 'title' | 'outcomes'> & {
  madeByName: string
  madeAt: Date
}

/** Every wording that the organisation gave its units, the newest first. */
export async function listWordings(tx: OrgTx): Promise<UnitWording[]> {
  const rows = await tx.db
    .selectFrom('unit_wording')
    .selectAll()
    .where('org_id', '=', tx.orgId)
    .orderBy('version', 'desc')
    .execute()
  return rows.map((row) => ({
    unitId: row.unit_id,
    version: row.version,
    title: row.title,
    outcomes: row.outcomes as LearningOutcome[],
    madeByName: row.made_by_name,
    madeAt: row.made_at,
  }))
}

export async function saveWording(
  tx: OrgTx,
  by: Actor,
  { unitId, version, title, outcomes }: Unit & { unitId: Id },
): Promise<void> {
  await tx.db
    .insertInto('unit_wording')
    .values({
      org_id: tx.orgId,
      unit_id: unitId,
      version,
      title,
      outcomes: JSON.stringify(outcomes),
      made_by: by.personId,
      made_by_name: by.name,
      made_at: tx.now,
    })
    .execute()
}
