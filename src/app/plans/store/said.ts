import type { Day } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'
import type { Sharing } from '../../../kernel/sharing.ts'
import type { OrgTx } from '../../../shell/db.ts'

/** What was said about an objective on its way to agreement. */
export type Said = {
  kind: 'proposal' | 'question' | 'agreement' | 'decline' | 'budget'
  byId: Id
  byName: string
  day: Day
  words: string
}

/** Keeps what was said of an objective, for those who may read the objective as it is now. */
export async function saveSaid(
  tx: OrgTx,
  { objectiveId, sharing }: { objectiveId: Id; sharing: Sharing },
  said: Said,
): Promise<void> {
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
      sharing,
    })
    .execute()
}

/** What was said about an objective, oldest first, with who could read the objective when it was said. */
export async function listSaid(tx: OrgTx, objectiveId: Id): Promise<(Said & { sharing: Sharing })[]> {
  const all = await tx.db
    .selectFrom('objective_word')
    .selectAll()
    .where('org_id', '=', tx.orgId)
    .where('objective_id', '=', objectiveId)
    .orderBy('day')
    .orderBy('place')
    .execute()
  return all.map((row) => ({
    kind: row.kind as Said['kind'],
    byId: row.by_id,
    byName: row.by_name,
    day: row.day,
    words: row.words,
    sharing: row.sharing as Sharing,
  }))
}
