import type { OrgTx } from '../../shell/db.ts'

export type Progress = { done: number; of: number; words: string; ready: boolean }

export async function findProgress(tx: OrgTx): Promise<Progress | null> {
  const row = await tx.db
    .selectFrom('demo_progress')
    .selectAll()
    .where('org_id', '=', tx.orgId)
    .executeTakeFirst()
  return row ? { done: row.done, of: row.of_all, words: row.words, ready: row.ready } : null
}

export async function saveProgress(tx: OrgTx, progress: Progress): Promise<void> {
  const values = { done: progress.done, of_all: progress.of, words: progress.words, ready: progress.ready }
  await tx.db
    .insertInto('demo_progress')
    .values({ org_id: tx.orgId, ...values })
    .onConflict((conflict) => conflict.column('org_id').doUpdateSet(values))
    .execute()
}
