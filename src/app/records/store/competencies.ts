import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { OrgTx } from '../../../shell/db.ts'

/** The words by which files name a competency, and which one they mean. */
export type Named = {
  /** The words made comparable. */
  key: string
  /** As they first stood in a file. */
  words: string
  competencyId: Id | null
  /** Whether somebody said that they mean none. */
  nothing: boolean
}

/** What the words of files are known to mean: all of it, or that of some keys. */
export async function listNamed(tx: OrgTx, keys?: readonly string[]): Promise<Named[]> {
  let query = tx.db
    .selectFrom('record_competency')
    .select(['key', 'words', 'competency_id', 'nothing'])
    .where('org_id', '=', tx.orgId)
  if (keys) query = query.where('key', '=', sql<string>`any(${[...keys]}::text[])`)
  const rows = await query.orderBy('key').execute()
  return rows.map((row) => ({
    key: row.key,
    words: row.words,
    competencyId: row.competency_id,
    nothing: row.nothing,
  }))
}

/** The words that wait for somebody to say what they mean, with how many records name them so; of an import, or of all. */
export async function listWaiting(tx: OrgTx, batchId?: Id): Promise<(Named & { records: number })[]> {
  const inBatch = batchId
    ? sql`and exists (select 1 from record_row b where b.org_id = ${tx.orgId} and b.batch_id = ${batchId} and c.key = any(b.competencies))`
    : sql``
  const { rows } = await sql<Named & { records: number }>`
    select c.key, c.words, c.competency_id as "competencyId", c.nothing, count(*)::int as records
    from record_competency c
    join record_row r on r.org_id = c.org_id and c.key = any(r.competencies) and r.superseded_by is null
    where c.org_id = ${tx.orgId} and c.competency_id is null and not c.nothing ${inBatch}
    group by 1, 2, 3, 4 order by 1`.execute(tx.db)
  return rows
}

/** Notes words that files give, with what they mean where that is known; those noted before are left as they are. */
export async function saveNamed(
  tx: OrgTx,
  named: readonly { key: string; words: string; competencyId: Id | null }[],
): Promise<void> {
  if (named.length === 0) return
  await tx.db
    .insertInto('record_competency')
    .values(
      named.map(({ key, words, competencyId }) => ({
        org_id: tx.orgId,
        key,
        words,
        competency_id: competencyId,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Says what words mean, held against others until the transaction ends. False where no file gave them, or somebody said so already. */
export async function saveMeaning(
  tx: OrgTx,
  { key, competencyId }: { key: string; competencyId: Id | null },
): Promise<boolean> {
  const result = await tx.db
    .updateTable('record_competency')
    .set({ competency_id: competencyId, nothing: competencyId === null })
    .where('org_id', '=', tx.orgId)
    .where('key', '=', key)
    .where('competency_id', 'is', null)
    .where('nothing', '=', false)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}
