import { sql } from 'kysely'
import type { OrgTx } from '../../../shell/db.ts'
import type { CrosswalkRow } from '../rules/competency.ts'

/** Adds a link after those of its competency. False where it is there already. */
export async function addLink(tx: OrgTx, { competencyId, ...row }: CrosswalkRow): Promise<boolean> {
  const added = await tx.db
    .insertInto('crosswalk')
    .values((eb) => ({
      org_id: tx.orgId,
      competency_id: competencyId,
      place: eb
        .selectFrom('crosswalk')
        .select(sql<number>`coalesce(max(place), 0) + 1`.as('next'))
        .where('org_id', '=', tx.orgId),
      ...row,
    }))
    .onConflict((conflict) => conflict.doNothing())
    .returning('code')
    .executeTakeFirst()
  return added !== undefined
}

/** Takes a link away. False where there is none. */
export async function removeLink(
  tx: OrgTx,
  {
    competencyId,
    framework,
    code,
    title,
  }: Pick<CrosswalkRow, 'competencyId' | 'framework' | 'code' | 'title'>,
): Promise<boolean> {
  const gone = await tx.db
    .deleteFrom('crosswalk')
    .where('org_id', '=', tx.orgId)
    .where('competency_id', '=', competencyId)
    .where('framework', '=', framework)
    .where('code', '=', code)
    .where('title', '=', title)
    .returning('code')
    .executeTakeFirst()
  return gone !== undefined
}
