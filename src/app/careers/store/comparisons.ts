import type { Id } from '../../../kernel/id.ts'
import type { Sharing } from '../../../kernel/sharing.ts'
import type { OrgTx } from '../../../shell/db.ts'
import type { Option, PathwayComparison } from '../rules/comparison.ts'

/** Every comparison of ways to go of a person, newest first: for the door, which withholds what is not shared. */
export async function listKeptComparisons(tx: OrgTx, personId: Id): Promise<PathwayComparison[]> {
  return tx.once(`pathways ${personId}`, async () => {
    const rows = await tx.db
      .selectFrom('pathway_comparison')
      .selectAll()
      .where('org_id', '=', tx.orgId)
      .where('person_id', '=', personId)
      .orderBy('number', 'desc')
      .execute()
    return rows.map((row) => ({
      comparisonId: row.comparison_id,
      personId: row.person_id,
      number: row.number,
      options: row.options as unknown as Option[],
      suits: row.suits,
      why: row.why,
      progression: row.progression,
      sharing: row.sharing as Sharing,
      revision: row.revision,
      madeOn: row.made_on,
    }))
  })
}

export async function saveComparisonRow(tx: OrgTx, comparison: PathwayComparison): Promise<void> {
  const values = {
    options: JSON.stringify(comparison.options),
    suits: comparison.suits,
    why: comparison.why,
    progression: comparison.progression,
    sharing: comparison.sharing,
    revision: comparison.revision,
  }
  await tx.db
    .insertInto('pathway_comparison')
    .values({
      org_id: tx.orgId,
      comparison_id: comparison.comparisonId,
      person_id: comparison.personId,
      number: comparison.number,
      made_on: comparison.madeOn,
      ...values,
    })
    .onConflict((conflict) => conflict.columns(['org_id', 'comparison_id']).doUpdateSet(values))
    .execute()
}
