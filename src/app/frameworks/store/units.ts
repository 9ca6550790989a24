import type { Actor } from '../../../kernel/actor.ts'
import type { OrgTx } from '../../../shell/db.ts'
import type { LearningOutcome, Unit } from '../rules/unit.ts'

/** A wording of a unit; facts are null in what was worded before they were kept with the words. */
export type UnitWording = Pick<Unit, 'unitId' | 'version' | 'title' | 'outcomes' | 'wordsFrom'> & {
  [fact in 'code' | 'level' | 'credits' | 'hours' | 'source']: Unit[fact] | null
} & {
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
    wordsFrom: row.words_from,
    code: row.code,
    level: row.level,
    credits: row.credits,
    hours: row.hours,
    source: row.source,
    madeByName: row.made_by_name,
    madeAt: row.made_at,
  }))
}

export async function saveWording(
  tx: OrgTx,
  by: Actor,
  { unitId, version, title, outcomes, wordsFrom, code, level, credits, hours, source }: Unit,
): Promise<void> {
  await tx.db
    .insertInto('unit_wording')
    .values({
      org_id: tx.orgId,
      unit_id: unitId,
      version,
      title,
      outcomes: JSON.stringify(outcomes),
      words_from: wordsFrom,
      code,
      level,
      credits,
      hours,
      source,
      made_by: by.personId,
      made_by_name: by.name,
      made_at: tx.now,
    })
    .execute()
}
