import type { Day } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'
import type { OrgTx } from '../../../shell/db.ts'

/** What was said about an objective on its way to agreement. */
export type Said = {
  kind: 'proposal' | 'question' | 'agreement' | 'decline' | 'budget'
  byId: Id
  byName: string
  day: Day
  words: string
}

export async function saveSaid(tx: OrgTx, objectiveId: Id, said: Said): Promise<void> {
  await tx.db
    .insertInto('objective_word')
    .values({
      org_id: tx.orgId,
      word_id: tx.newId(),
      objective_id: objectiveId,
      kind: said.kind,
      by_id: said.byId,
      by_name: said.byName,
      day: said.day,
      words: said.words,
    })
    .execute()
}

/** What was said about an objective, oldest first. */
export async function listSaid(tx: OrgTx, objectiveId: Id): Promise<Said[]> {
  const all = await tx.db
    .selectFrom('objective_word')
    .selectAll()
    .where('org_id', '=', tx.orgId)
    .where('objective_id', '=', objectiveId)
    .orderBy('word_id')
    .execute()
  return all.map((row) => ({
    kind: row.kind as Said['kind'],
    byId: row.by_id,
    byName: row.by_name,
    day: row.day,
    words: row.words,
  }))
}
