import type { Day } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'
import type { OrgTx } from '../../../shell/db.ts'

/** How an objective goes, in the person's words. */
export type ProgressNote = {
  noteId: Id
  objectiveId: Id
  day: Day
  words: string
  /** Said while the objective was the person's alone: it stays theirs. */
  private: boolean
}

export async function saveNote(tx: OrgTx, note: ProgressNote): Promise<void> {
  await tx.db
    .insertInto('objective_note')
    .values({
      org_id: tx.orgId,
      note_id: note.noteId,
      objective_id: note.objectiveId,
      day: note.day,
      words: note.words,
      private: note.private,
    })
    .execute()
}

/** The notes of some objectives, newest first; `own` with those that are the person's alone. */
export async function listNotes(
  tx: OrgTx,
  objectiveIds: readonly Id[],
  own: boolean,
): Promise<ProgressNote[]> {
  if (objectiveIds.length === 0) return []
  let query = tx.db
    .selectFrom('objective_note')
    .select(['note_id', 'objective_id', 'day', 'words', 'private'])
    .where('org_id', '=', tx.orgId)
    .where('objective_id', 'in', objectiveIds)
    .orderBy('day', 'desc')
    .orderBy('place', 'desc')
  if (!own) query = query.where('private', '=', false)
  const all = await query.execute()
  return all.map((row) => ({
    noteId: row.note_id,
    objectiveId: row.objective_id,
    day: row.day,
    words: row.words,
    private: row.private,
  }))
}
