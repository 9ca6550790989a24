import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { OrgTx } from '../../../shell/db.ts'
import type { Move } from '../rules/profile.ts'

/** Another one for other moves: to read tens of thousands takes ten times as long as this. */
async function stampOf(tx: OrgTx): Promise<string> {
  const row = await tx.db
    .selectFrom('role_move')
    .select((eb) => [
      eb.fn.countAll<number>().as('moves'),
      sql<string>`bit_xor(uuid_hash_extended(to_id, uuid_hash_extended(from_id, 0)))::text`.as('mark'),
    ])
    .where('org_id', '=', tx.orgId)
    .executeTakeFirstOrThrow()
  return `${row.moves} ${row.mark}`
}

/** Every move, of retired roles too. */
export async function listAllMoves(tx: OrgTx): Promise<Move[]> {
  return tx.once('role moves', async () =>
    tx.kept('role moves', await stampOf(tx), async () => {
      const rows = await tx.db
        .selectFrom('role_move')
        .select(['from_id', 'to_id'])
        .where('org_id', '=', tx.orgId)
        .execute()
      return rows.map((row) => ({ from: row.from_id, to: row.to_id }))
    }),
  )
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
