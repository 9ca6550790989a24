import type { Day } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'
import type { OrgTx } from '../../../shell/db.ts'
import { namesOf } from './items.ts'

export type KeptAgeRule = { months: number; reason: string; setBy: Id; setByName: string; setOn: Day }

/** The rules that the organisation has set, by competency. */
export async function listAgeRules(tx: OrgTx): Promise<Map<Id, KeptAgeRule>> {
  return tx.once('evidence age rules', async () => {
    const rows = await tx.db
      .selectFrom('evidence_age_rule')
      .selectAll()
      .where('org_id', '=', tx.orgId)
      .execute()
    const names = await namesOf(
      tx,
      rows.map((row) => row.set_by),
    )
    return new Map(
      rows.map((row) => [
        row.competency_id,
        {
          months: row.months,
          reason: row.reason,
          setBy: row.set_by,
          setByName: names.get(row.set_by) ?? '',
          setOn: row.set_on,
        },
      ]),
    )
  })
}

export async function saveAgeRule(
  tx: OrgTx,
  rule: { competencyId: Id; months: number; reason: string; setBy: Id },
  day: Day,
): Promise<void> {
  const said = { months: rule.months, reason: rule.reason, set_by: rule.setBy, set_on: day }
  await tx.db
    .insertInto('evidence_age_rule')
    .values({ org_id: tx.orgId, competency_id: rule.competencyId, ...said })
    .onConflict((on) => on.columns(['org_id', 'competency_id']).doUpdateSet(said))
    .execute()
}
