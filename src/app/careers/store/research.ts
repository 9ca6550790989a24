import type { Day } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'
import type { Sharing } from '../../../kernel/sharing.ts'
import type { OrgTx } from '../../../shell/db.ts'
import type { Reliance, ResearchNote, SourceKind } from '../rules/research.ts'

/** Every note of a person, newest first: for the door, which withholds what is not shared. */
export async function listKeptNotes(tx: OrgTx, personId: Id): Promise<ResearchNote[]> {
  return tx.once(`research ${personId}`, async () => {
    const rows = await tx.db
      .selectFrom('research_note')
      .selectAll()
      .where('org_id', '=', tx.orgId)
      .where('person_id', '=', personId)
      .orderBy('number', 'desc')
      .execute()
    return rows.map((row) => ({
      noteId: row.note_id,
      personId: row.person_id,
      number: row.number,
      kind: row.kind as SourceKind,
      title: row.title,
      address: row.address,
      seenOn: row.seen_on,
      learnt: row.learnt,
      reliance: row.reliance as Reliance,
      relianceWhy: row.reliance_why,
      sharing: row.sharing as Sharing,
      revision: row.revision,
      madeOn: row.made_on,
    }))
  })
}

export async function saveNoteRow(tx: OrgTx, note: ResearchNote): Promise<void> {
  const values = {
    kind: note.kind,
    title: note.title,
    address: note.address,
    seen_on: note.seenOn,
    learnt: note.learnt,
    reliance: note.reliance,
    reliance_why: note.relianceWhy,
    sharing: note.sharing,
    revision: note.revision,
  }
  await tx.db
    .insertInto('research_note')
    .values({
      org_id: tx.orgId,
      note_id: note.noteId,
      person_id: note.personId,
      number: note.number,
      made_on: note.madeOn,
      ...values,
    })
    .onConflict((conflict) => conflict.columns(['org_id', 'note_id']).doUpdateSet(values))
    .execute()
}

export async function deleteNote(tx: OrgTx, noteId: Id): Promise<void> {
  await tx.db
    .deleteFrom('research_note')
    .where('org_id', '=', tx.orgId)
    .where('note_id', '=', noteId)
    .execute()
}

export type KeptSources = {
  comparisonId: Id
  oneId: Id
  otherId: Id
  words: string
  evidenceId: Id | null
  madeOn: Day
}

/** Every comparison of two sources of a person, newest first. */
export async function listKeptSources(tx: OrgTx, personId: Id): Promise<KeptSources[]> {
  return tx.once(`sources ${personId}`, async () => {
    const rows = await tx.db
      .selectFrom('source_comparison')
      .selectAll()
      .where('org_id', '=', tx.orgId)
      .where('person_id', '=', personId)
      .orderBy('comparison_id', 'desc')
      .execute()
    return rows.map((row) => ({
      comparisonId: row.comparison_id,
      oneId: row.one_id,
      otherId: row.other_id,
      words: row.words,
      evidenceId: row.evidence_id,
      madeOn: row.made_on,
    }))
  })
}

export async function saveSources(tx: OrgTx, personId: Id, kept: KeptSources): Promise<void> {
  const values = { words: kept.words, evidence_id: kept.evidenceId }
  await tx.db
    .insertInto('source_comparison')
    .values({
      org_id: tx.orgId,
      comparison_id: kept.comparisonId,
      person_id: personId,
      one_id: kept.oneId,
      other_id: kept.otherId,
      made_on: kept.madeOn,
      ...values,
    })
    .onConflict((conflict) => conflict.columns(['org_id', 'comparison_id']).doUpdateSet(values))
    .execute()
}
