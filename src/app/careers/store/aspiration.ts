import type { Id } from '../../../kernel/id.ts'
import type { OrgTx } from '../../../shell/db.ts'
import type { KeptAspiration } from '../rules/aspiration.ts'
import type { RouteKind } from '../rules/routes.ts'

/** Where a person wants to go; null where they said nothing. */
export async function findKept(tx: OrgTx, personId: Id): Promise<KeptAspiration | null> {
  const found = await tx.each('aspiration', personId, async (personIds) => {
    const rows = await tx.db
      .selectFrom('aspiration')
      .selectAll()
      .where('org_id', '=', tx.orgId)
      .where('person_id', 'in', personIds)
      .execute()
    return new Map(
      rows.map((row): [Id, KeptAspiration] => [
        row.person_id,
        {
          words: row.words,
          since: row.since_day,
          roleId: row.role_id,
          targetId: row.target_id,
          why: row.why,
          by: row.by_day,
          routeKind: row.route_kind as RouteKind | null,
        },
      ]),
    )
  })
  return found ?? null
}

/** Keeps where a person wants to go; null takes it away. */
export async function saveKept(tx: OrgTx, personId: Id, kept: KeptAspiration | null): Promise<void> {
  if (!kept) {
    await tx.db
      .deleteFrom('aspiration')
      .where('org_id', '=', tx.orgId)
      .where('person_id', '=', personId)
      .execute()
    return
  }
  const values = {
    words: kept.words,
    since_day: kept.since,
    role_id: kept.roleId,
    target_id: kept.targetId,
    why: kept.why,
    by_day: kept.by,
    route_kind: kept.routeKind,
  }
  await tx.db
    .insertInto('aspiration')
    .values({ org_id: tx.orgId, person_id: personId, ...values })
    .onConflict((conflict) => conflict.columns(['org_id', 'person_id']).doUpdateSet(values))
    .execute()
}
