import type { Id } from '../../../kernel/id.ts'
import type { OrgTx } from '../../../shell/db.ts'
import type { Move } from '../rules/profile.ts'

/** Every move, of retired roles too. */
export async function listAllMoves(tx: OrgTx): Promise<Move[]> {
  return tx.once('role moves', async () => {
    const rows = await tx.db
      .selectFrom('role_move')
      .select(['from_id', 'to_id'])
      .where('org_id', '=', tx.orgId)
      .execute()
    return rows.map((row) => ({ from: row.from_id, to: row.to_id }))
  })
}

export async function addMoves(tx: OrgTx, moves: readonly Move[]): Promise<void> {
  if (moves.length === 0) return
  await tx.db
    .insertInto('role_move')
    .values(moves.map(({ from, to }) => ({ org_id: tx.orgId, from_id: from, to_id: to })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Puts others in place of every move from and to a role. */
export async function replaceMoves(tx: OrgTx, roleId: Id, moves: readonly Move[]): Promise<void> {
  await tx.db
    .deleteFrom('role_move')
    .where('org_id', '=', tx.orgId)
    .where((eb) => eb.or([eb('from_id', '=', roleId), eb('to_id', '=', roleId)]))
    .execute()
  await addMoves(tx, moves)
}
