import { createHash } from 'node:crypto'
import type { Id } from '../kernel/id.ts'
import type { OrgTx } from './db.ts'

/** A form as one person posts it to one address: nobody learns by its number where another's post went. */
export type Post = { once: Id; personId: Id; path: string }

function keyOf({ once, personId, path }: Post): Id {
  const hex = createHash('sha256').update(`${once} ${personId} ${path}`).digest('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  )
}

/**
 * Claims a form's number for this transaction. A second post of the same form waits here until the first is done.
 * @returns where the first post went, or null where this is the first
 */
export async function claimPost(tx: OrgTx, post: Post): Promise<{ location: string | null } | null> {
  const once = keyOf(post)
  const claimed = await tx.db
    .insertInto('form_post')
    .values({ org_id: tx.orgId, once, location: null, at: tx.now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (claimed.numInsertedOrUpdatedRows === 1n) return null
  return tx.db
    .selectFrom('form_post')
    .select('location')
    .where('org_id', '=', tx.orgId)
    .where('once', '=', once)
    .executeTakeFirstOrThrow()
}

/** Notes where a form's post led. */
export async function settlePost(tx: OrgTx, post: Post, location: string): Promise<void> {
  await tx.db
    .updateTable('form_post')
    .set({ location })
    .where('org_id', '=', tx.orgId)
    .where('once', '=', keyOf(post))
    .execute()
}
