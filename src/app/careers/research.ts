import type { Actor } from '../../kernel/actor.ts'
import { type Day, plainDay } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import { done, type Outcome, refused } from '../../kernel/outcome.ts'
import { mayRead, type Sharing } from '../../kernel/sharing.ts'
import type { OrgTx } from '../../shell/db.ts'
import { addEvidence, setPrivacy } from '../evidence/evidence.ts'
import { record } from '../history/history.ts'
import {
  type AskedNote,
  checkNote,
  checkSources,
  comparedText,
  isReliance,
  isSourceKind,
  narrower,
  type ResearchNote,
} from './rules/research.ts'
import {
  deleteNote,
  type KeptSources,
  listKeptNotes,
  listKeptSources,
  saveNoteRow,
  saveSources,
} from './store/research.ts'
import { lockCareer } from './store/targets.ts'

/** Two sources beside each other, in the person's words. */
export type ComparedSources = {
  comparisonId: Id
  one: ResearchNote
  other: ResearchNote
  words: string
  /** Who may read it: those who may read both. */
  sharing: Sharing
  evidenceId: Id | null
  madeOn: Day
}

/** The notes of a person that the viewer may read, newest first. Source: mission.md B7. */
export async function listNotes(tx: OrgTx, personId: Id, viewer: Actor): Promise<ResearchNote[]> {
  return (await listKeptNotes(tx, personId)).filter((note) => mayRead(note, viewer))
}

/** The comparisons of which the viewer may read both sources, newest first. */
export async function listComparedSources(
  tx: OrgTx,
  personId: Id,
  viewer: Actor,
): Promise<ComparedSources[]> {
  const notes = new Map((await listNotes(tx, personId, viewer)).map((note) => [note.noteId, note]))
  return (await listKeptSources(tx, personId)).flatMap(({ oneId, otherId, ...kept }) => {
    const [one, other] = [notes.get(oneId), notes.get(otherId)]
    return one && other ? [{ ...kept, one, other, sharing: narrower(one.sharing, other.sharing) }] : []
  })
}

const NOT_YOURS = { message: 'Only the person writes their research.' }
const GONE = { message: 'This is no longer here.' }

/** What became of the evidence made of a note whose sharing changed: references of what only the person reads now, or others too. */
export type Followed = { refs: string[]; onlyYou: boolean }

/**
 * Keeps a note, or changes one. Evidence that was made of it follows who may read it, in the same step.
 * @param asked `noteId` null for a new one; `revision` is the one the writer saw
 * @returns its identifier and what evidence followed; `conflict` where it was changed meanwhile
 */
export async function saveNote(
  tx: OrgTx,
  actor: Actor,
  asked: AskedNote & { personId: Id; noteId: Id | null; revision: number | null; sharing: Sharing },
  today: Day,
): Promise<Outcome<{ noteId: Id; followed: Followed }> & { conflict?: boolean }> {
  const { personId, noteId, kind, reliance, seenOn, title, address, learnt, relianceWhy, sharing } = asked
  if (actor.personId !== personId) return refused(NOT_YOURS)
  await lockCareer(tx, personId)
  const notes = await listKeptNotes(tx, personId)
  const before = noteId ? notes.find((note) => note.noteId === noteId) : undefined
  if (noteId && !before) return refused(GONE)
  if (before && before.revision !== asked.revision)
    return {
      ...refused({
        message:
          'This note was changed in another window. Read it as it is now; what you typed is below, unsaved.',
      }),
      conflict: true,
    }
  const refusals = checkNote(asked, today)
  if (refusals.length > 0 || !isSourceKind(kind) || !isReliance(reliance) || !seenOn || seenOn === 'wrong')
    return refused(...refusals)
  const said = { kind, title, address, seenOn, learnt, reliance, relianceWhy, sharing }
  const note: ResearchNote = {
    ...said,
    noteId: before?.noteId ?? tx.newId(),
    personId,
    number: before?.number ?? (notes[0]?.number ?? 0) + 1,
    revision: (before?.revision ?? 0) + 1,
    madeOn: before?.madeOn ?? today,
  }
  await saveNoteRow(tx, note)
  await record(tx, {
    kind: before ? 'careers.note-changed' : 'careers.note-kept',
    actor,
    personId,
    recordId: note.noteId,
    payload: sharing === 'me' ? { number: note.number, private: true } : { number: note.number, ...said },
  })
  const others = notes.filter((one) => one.noteId !== note.noteId)
  return done({ noteId: note.noteId, followed: await follow(tx, actor, before ?? note, note, others) })
}

/**
 * Makes evidence of a note the person's alone once assessors may no longer read it, and theirs to read again once they
 * may read both its sources.
 */
async function follow(
  tx: OrgTx,
  actor: Actor,
  before: ResearchNote,
  now: ResearchNote,
  others: readonly ResearchNote[],
): Promise<Followed> {
  const onlyYou = now.sharing !== 'assessor'
  if (onlyYou === (before.sharing !== 'assessor')) return { refs: [], onlyYou }
  const shared = new Set(
    [now, ...others].filter(({ sharing }) => sharing === 'assessor').map(({ noteId }) => noteId),
  )
  const refs = await setPrivacy(tx, actor, now.personId, ({ sources = '' }) => {
    const both = sources.split(' ')
    return both.includes(now.noteId) ? !both.every((noteId) => shared.has(noteId)) : null
  })
  return { refs, onlyYou }
}

/** Takes a note away, with the comparisons that it stands in; evidence that was made of one stays. */
export async function removeNote(
  tx: OrgTx,
  actor: Actor,
  asked: { personId: Id; noteId: Id },
): Promise<Outcome<null>> {
  const { personId, noteId } = asked
  if (actor.personId !== personId) return refused(NOT_YOURS)
  await lockCareer(tx, personId)
  const note = (await listKeptNotes(tx, personId)).find((one) => one.noteId === noteId)
  if (!note) return refused(GONE)
  await deleteNote(tx, noteId)
  const payload = { number: note.number }
  await record(tx, { kind: 'careers.note-removed', actor, personId, recordId: noteId, payload })
  return done(null)
}

/** Sets two sources against each other, in the person's words; the same two once more are said anew. */
export async function compareSources(
  tx: OrgTx,
  actor: Actor,
  asked: { personId: Id; oneId: Id; otherId: Id; words: string },
  today: Day,
): Promise<Outcome<Id>> {
  const { personId, oneId, otherId, words } = asked
  if (actor.personId !== personId) return refused(NOT_YOURS)
  await lockCareer(tx, personId)
  const notes = await listKeptNotes(tx, personId)
  const [one, other] = [oneId, otherId].map((id) => notes.find(({ noteId }) => noteId === id))
  const refusals = checkSources(asked)
  if (!one || !other) refusals.push({ field: 'one', message: 'Choose two of your sources.' })
  if (refusals.length > 0 || !one || !other) return refused(...refusals)
  const before = (await listKeptSources(tx, personId)).find(
    (kept) =>
      (kept.oneId === oneId && kept.otherId === otherId) ||
      (kept.oneId === otherId && kept.otherId === oneId),
  )
  const kept: KeptSources = before
    ? { ...before, words, evidenceId: before.words === words ? before.evidenceId : null }
    : { comparisonId: tx.newId(), oneId, otherId, words, evidenceId: null, madeOn: today }
  await saveSources(tx, personId, kept)
  const shown = narrower(one.sharing, other.sharing) !== 'me'
  await record(tx, {
    kind: 'careers.sources-compared',
    actor,
    personId,
    recordId: kept.comparisonId,
    payload: shown
      ? { notes: [one.number, other.number], words }
      : { notes: [one.number, other.number], private: true },
  })
  return done(kept.comparisonId)
}

/**
 * Makes evidence of two compared sources, so that an assessor can cite it for a criterion: a piece of work, with both
 * sources and the words. Only the person's unless assessors may read both. Done once: asked again it answers the same.
 * Source: domain.md 1.2, criterion 1.1; domain.md 1.4, criteria 2.1 and 2.2.
 */
export async function keepSourcesAsEvidence(
  tx: OrgTx,
  actor: Actor,
  asked: { personId: Id; comparisonId: Id },
  today: Day,
): Promise<Outcome<{ evidenceId: Id; made: boolean }>> {
  const { personId, comparisonId } = asked
  if (actor.personId !== personId) return refused(NOT_YOURS)
  await lockCareer(tx, personId)
  const compared = (await listComparedSources(tx, personId, actor)).find(
    (one) => one.comparisonId === comparisonId,
  )
  const kept = (await listKeptSources(tx, personId)).find((one) => one.comparisonId === comparisonId)
  if (!compared || !kept) return refused(GONE)
  if (kept.evidenceId) return done({ evidenceId: kept.evidenceId, made: false })
  const { one, other, words, sharing } = compared
  const told = (note: ResearchNote) => ({ ...note, seen: plainDay(note.seenOn) })
  const made = await addEvidence(
    tx,
    actor,
    {
      personId,
      kind: 'work product',
      title: `Two sources compared: ${one.title} and ${other.title}`,
      text: comparedText(told(one), told(other), words),
      happenedOn: compared.madeOn,
      links: [],
      private: sharing !== 'assessor',
      detail: {
        place: `Career, research notes ${one.number} and ${other.number}`,
        sources: `${one.noteId} ${other.noteId}`,
      },
    },
    today,
  )
  if (!made.ok) return made
  await saveSources(tx, personId, { ...kept, evidenceId: made.value })
  return done({ evidenceId: made.value, made: true })
}
