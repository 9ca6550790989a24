import type { Day } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'
import type { OrgTx } from '../../../shell/db.ts'
import { namesOf } from './items.ts'

/** That a legal duty does not touch somebody's work: why, and to which day, that day included. */
export type Exemption = {
  competencyId: Id
  reason: string
  untilDay: Day
  saidBy: Id
  saidByName: string
  saidOn: Day
}

/** What was said last of a person and not taken back, by competency: also what has run out since. */
export async function listExemptions(tx: OrgTx, personId: Id): Promise<Map<Id, Exemption>> {
  return tx.once(`evidence exemptions ${personId}`, async () => {
    const rows = await tx.db
      .selectFrom('evidence_exemption')
      .selectAll()
      .where('org_id', '=', tx.orgId)
      .where('person_id', '=', personId)
      .where('ended_on', 'is', null)
      .execute()
    const names = await namesOf(
      tx,
      rows.map((row) => row.said_by),
    )
    return new Map(
      rows.map((row) => [
        row.competency_id,
        {
          competencyId: row.competency_id,
          reason: row.reason,
          untilDay: row.until_day,
          saidBy: row.said_by,
          saidByName: names.get(row.said_by) ?? '',
          saidOn: row.said_on,
        },
      ]),
    )
  })
}

/** Ends what was said; answers whether anything was. */
export async function endExemption(tx: OrgTx, personId: Id, competencyId: Id, day: Day): Promise<boolean> {
  const result = await tx.db
    .updateTable('evidence_exemption')
    .set({ ended_on: day })
    .where('org_id', '=', tx.orgId)
    .where('person_id', '=', personId)
    .where('competency_id', '=', competencyId)
    .where('ended_on', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

export async function saveExemption(
  tx: OrgTx,
  personId: Id,
  said: Pick<Exemption, 'competencyId' | 'reason' | 'untilDay' | 'saidBy'>,
  day: Day,
): Promise<Id> {
  const exemptionId = tx.newId()
  await tx.db
    .insertInto('evidence_exemption')
    .values({
      org_id: tx.orgId,
      exemption_id: exemptionId,
      person_id: personId,
      competency_id: said.competencyId,
      reason: said.reason,
      until_day: said.untilDay,
      said_by: said.saidBy,
      said_on: day,
    })
    .execute()
  return exemptionId
}
