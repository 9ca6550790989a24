import type { Day } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'
import type { OrgTx } from '../../../shell/db.ts'

/** How an objective goes, in the person's words. */
export type ProgressNote = { noteId: Id; objectiveId: Id; day: Day; words: string }

export async function saveNote(tx: OrgTx, note: ProgressNote): Promise<void> {
  await tx.db
    .insertInto('objective_note')
    .values({
      org_id: tx.orgId,
      note_id: note.noteId,
      objective_id: note.objectiveId,
      day: note.day,
      words: note.words,
    })
    .execute()
}

/** The notes of some objectives, newest first. */
export async function listNotes(tx: OrgTx, objectiveIds: readonly Id[]): Promise<ProgressNote[]> {
  if (objectiveIds.length === 0) return []
  const all = await tx.db
    .selectFrom('objective_note')
    .select(['note_id', 'objective_id', 'day', 'words'])
    .where('org_id', '=', tx.orgId)
    .where('objective_id', 'in', objectiveIds)
    .orderBy('note_id', 'desc')
    .execute()
  return all.map((row) => ({
    noteId: row.note_id,
    objectiveId: row.objective_id,
    day: row.day,
    words: row.words,
  }))
}
