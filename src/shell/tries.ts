import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { OrgTx } from './db.ts'

/** How many tries at one thing are let through in so many minutes from the first. */
export type TryLimit = { most: number; minutes: number }

/** What is counted lies here as a digest alone: of a link, or of the address that somebody asks from. */
const digestOf = (tx: OrgTx, subject: string) =>
  createHash('sha256').update(`${tx.orgId} ${subject}`).digest()

const beforeOf = (tx: OrgTx, minutes: number) => new Date(tx.now.getTime() - minutes * 60_000)

/** Whether one more try is let through, without counting it. */
export async function hasTriesLeft(tx: OrgTx, subject: string, limit: TryLimit): Promise<boolean> {
  const row = await tx.db
    .selectFrom('link_try')
    .select('tries')
    .where('org_id', '=', tx.orgId)
    .where('subject', '=', digestOf(tx, subject))
    .where('began_at', '>', beforeOf(tx, limit.minutes))
    .executeTakeFirst()
  return (row?.tries ?? 0) < limit.most
}

/**
 * Counts a try, in one statement, so that several at once are each counted; commit the transaction whatever follows.
 * Forgets what is a day old. Answers whether this one is let through.
 */
export async function countTry(tx: OrgTx, subject: string, limit: TryLimit): Promise<boolean> {
  await tx.db
    .deleteFrom('link_try')
    .where('org_id', '=', tx.orgId)
    .where('began_at', '<', beforeOf(tx, 24 * 60))
    .execute()
  const over = sql<boolean>`link_try.began_at <= ${beforeOf(tx, limit.minutes)}`
  const { tries } = await tx.db
    .insertInto('link_try')
    .values({ org_id: tx.orgId, subject: digestOf(tx, subject), began_at: tx.now, tries: 1 })
    .onConflict((on) =>
      on.columns(['org_id', 'subject']).doUpdateSet({
        tries: sql<number>`case when ${over} then 1 else link_try.tries + 1 end`,
        began_at: sql<Date>`case when ${over} then ${tx.now} else link_try.began_at end`,
      }),
    )
    .returning('tries')
    .executeTakeFirstOrThrow()
  return tries <= limit.most
}
