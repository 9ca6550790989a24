import type { Actor } from '../../kernel/actor.ts'
import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import { done, type Outcome, refused } from '../../kernel/outcome.ts'
import { mayRead, type Sharing } from '../../kernel/sharing.ts'
import type { OrgTx } from '../../shell/db.ts'
import { listEvidence } from '../evidence/evidence.ts'
import { listCompetencies } from '../frameworks/frameworks.ts'
import { record } from '../history/history.ts'
import { makeNeed } from './needs.ts'
import { canBecomeNeed, checkAbout, checkEntry, type Quarter } from './rules/swot.ts'
import { listKeptNeeds } from './store/needs.ts'
import {
  type Board,
  type Entry,
  listKeptBoards,
  lockBoards,
  saveBoard,
  saveRevisions,
  setBoardSharing,
} from './store/swot.ts'

/**
 * The boards of a person that the viewer may read, newest first. What an entry said before is the person's alone: it may
 * have been written when only they read it.
 */
export async function listBoards(tx: OrgTx, personId: Id, viewer: Actor): Promise<Board[]> {
  const boards = (await listKeptBoards(tx, personId)).filter((board) => mayRead(board, viewer))
  if (viewer.personId === personId) return boards
  return boards.map((board) => ({
    ...board,
    entries: board.entries.map((entry) => ({ ...entry, earlier: [] })),
  }))
}

/** One board of a person; null where there is none, or the viewer may not read it. */
export async function findBoard(tx: OrgTx, personId: Id, boardId: Id, viewer: Actor): Promise<Board | null> {
  return (await listBoards(tx, personId, viewer)).find((board) => board.boardId === boardId) ?? null
}

const NOT_YOURS = { message: 'Only the person writes on their SWOT.' }
const GONE = { message: 'This is no longer here.' }

/**
 * Begins a dated board. With `from` it begins with the entries of that one, which stays as it was from then on. Only the
 * person reads it until they share it.
 * @returns its identifier; refusals name `about`
 */
export async function beginBoard(
  tx: OrgTx,
  actor: Actor,
  asked: { personId: Id; about: string; from: Id | null },
  today: Day,
): Promise<Outcome<Id>> {
  const { personId, about, from } = asked
  if (actor.personId !== personId) return refused(NOT_YOURS)
  const refusals = checkAbout(about)
  if (refusals.length > 0) return refused(...refusals)
  await lockBoards(tx, personId)
  const boards = await listKeptBoards(tx, personId)
  const source = from ? boards.find(({ boardId }) => boardId === from) : undefined
  if (from && !source) return refused(GONE)
  const boardId = tx.newId()
  const number = (boards[0]?.number ?? 0) + 1
  await saveBoard(tx, {
    boardId,
    personId,
    number,
    about,
    sharing: 'me',
    begunFrom: source?.number ?? null,
    beganOn: today,
  })
  await saveRevisions(
    tx,
    (source?.entries ?? []).map((entry, at) => ({
      ...entry,
      place: at + 1,
      entryId: tx.newId(),
      boardId,
      revision: 1,
      gone: false,
      savedOn: today,
    })),
  )
  await record(tx, {
    kind: 'swot.begun',
    actor,
    personId,
    recordId: boardId,
    payload: { number, from: source?.number ?? null },
  })
  return done(boardId)
}

/** The newest board of the actor, to write on; or why not. */
async function openBoard(tx: OrgTx, actor: Actor, personId: Id, boardId: Id): Promise<Outcome<Board>> {
  if (actor.personId !== personId) return refused(NOT_YOURS)
  await lockBoards(tx, personId)
  const boards = await listKeptBoards(tx, personId)
  const board = boards.find((each) => each.boardId === boardId)
  if (!board) return refused(GONE)
  if (board !== boards[0])
    return refused({ message: 'A newer SWOT has begun. This one stays as it was: write on the newest.' })
  return done(board)
}

export type AskedEntry = {
  quarter: Quarter | null
  words: string
  evidenceIds: readonly Id[]
  competencyIds: readonly Id[]
  needIds: readonly Id[]
}

/**
 * Writes an entry, or writes it anew: what it said before is kept. Links to what is not the person's are left out.
 * @param asked `entryId` null for a new one; `revision` is the one the actor saw
 * @returns the entry; refusals name `quarter` or `words`, `conflict` is the revision it has now where it was changed meanwhile
 */
export async function writeEntry(
  tx: OrgTx,
  actor: Actor,
  asked: AskedEntry & { personId: Id; boardId: Id; entryId: Id | null; revision: number | null },
  today: Day,
): Promise<Outcome<Id> & { conflict?: number }> {
  const { personId, boardId, quarter, words } = asked
  const opened = await openBoard(tx, actor, personId, boardId)
  if (!opened.ok) return opened
  const board = opened.value
  const before = asked.entryId ? board.entries.find(({ entryId }) => entryId === asked.entryId) : undefined
  if (asked.entryId && !before) return refused(GONE)
  if (before && before.revision !== asked.revision)
    return {
      ...refused({
        message:
          'This entry was changed in another window. Read it as it is now; what you typed is below, unsaved.',
      }),
      conflict: before.revision,
    }
  const refusals = checkEntry(quarter, words)
  if (!quarter || refusals.length > 0) return refused(...refusals)
  const only = (known: readonly Id[], named: readonly Id[]) => known.filter((id) => named.includes(id))
  const evidence = await listEvidence(tx, personId, { includePrivate: true })
  const entry: Entry = {
    entryId: before?.entryId ?? tx.newId(),
    boardId,
    revision: (before?.revision ?? 0) + 1,
    place: before?.place ?? board.entries.length + board.gone + 1,
    quarter,
    words,
    evidenceIds: only(
      evidence.map(({ evidenceId }) => evidenceId),
      asked.evidenceIds,
    ),
    competencyIds: only(
      (await listCompetencies(tx)).map(({ competencyId }) => competencyId),
      asked.competencyIds,
    ),
    needIds: only(
      (await listKeptNeeds(tx, personId)).map(({ needId }) => needId),
      asked.needIds,
    ),
    savedOn: today,
    earlier: [],
  }
  await saveRevisions(tx, [{ ...entry, gone: false }])
  await told(tx, actor, board, entry, before ? 'swot.entry-changed' : 'swot.entry-written')
  return done(entry.entryId)
}

/** Takes an entry off a board; what it said stays in the record of the board. */
export async function removeEntry(
  tx: OrgTx,
  actor: Actor,
  asked: { personId: Id; boardId: Id; entryId: Id },
  today: Day,
): Promise<Outcome<null>> {
  const opened = await openBoard(tx, actor, asked.personId, asked.boardId)
  if (!opened.ok) return opened
  const entry = opened.value.entries.find(({ entryId }) => entryId === asked.entryId)
  if (!entry) return refused(GONE)
  await saveRevisions(tx, [{ ...entry, revision: entry.revision + 1, gone: true, savedOn: today }])
  await told(tx, actor, opened.value, entry, 'swot.entry-removed')
  return done(null)
}

/** Says who may read a board: any of the person's, old ones too. */
export async function shareBoard(
  tx: OrgTx,
  actor: Actor,
  asked: { personId: Id; boardId: Id; sharing: Sharing },
): Promise<Outcome<null>> {
  const { personId, boardId, sharing } = asked
  if (actor.personId !== personId) return refused(NOT_YOURS)
  await lockBoards(tx, personId)
  const board = (await listKeptBoards(tx, personId)).find((each) => each.boardId === boardId)
  if (!board) return refused(GONE)
  if (board.sharing === sharing) return done(null)
  await setBoardSharing(tx, boardId, sharing)
  await record(tx, {
    kind: 'swot.shared',
    actor,
    personId,
    recordId: boardId,
    payload: { number: board.number, before: board.sharing, after: sharing },
  })
  return done(null)
}

/**
 * Makes a need of a weakness or a threat, with its words, its competency and its evidence, and links the two. What only
 * the person reads stays so: of a private board comes a need that is "only you". With a competency it is for the work
 * too; without one it is personal until the person says otherwise. Done once: asked again it answers the same need.
 */
export async function needOfEntry(
  tx: OrgTx,
  actor: Actor,
  asked: { personId: Id; boardId: Id; entryId: Id },
  today: Day,
): Promise<Outcome<{ needId: Id; made: boolean }>> {
  const { personId } = asked
  const opened = await openBoard(tx, actor, personId, asked.boardId)
  if (!opened.ok) return opened
  const { sharing, entries } = opened.value
  const entry = entries.find(({ entryId }) => entryId === asked.entryId)
  if (!entry || !canBecomeNeed(entry.quarter)) return refused(GONE)
  const [linked] = entry.needIds
  if (linked) return done({ needId: linked, made: false })
  const [competencyId = null] = entry.competencyIds
  const made = await makeNeed(
    tx,
    actor,
    {
      personId,
      competencyId,
      title: entry.words.length > 200 ? `${entry.words.slice(0, 199).trimEnd()}…` : entry.words,
      kind: competencyId === null ? 'personal' : sharing === 'assessor' ? 'professional' : 'both',
      why: `A ${entry.quarter} on my SWOT: ${entry.words}`,
      evidenceIds: entry.evidenceIds,
      sharing,
    },
    today,
  )
  if (!made.ok) return made
  const next: Entry = { ...entry, revision: entry.revision + 1, needIds: [made.value], savedOn: today }
  await saveRevisions(tx, [{ ...next, gone: false }])
  await told(tx, actor, opened.value, next, 'swot.need-made')
  return done({ needId: made.value, made: true })
}

/** What history keeps of an entry: of a board that only the person reads, that it changed and no more. */
async function told(tx: OrgTx, actor: Actor, board: Board, entry: Entry, kind: string): Promise<void> {
  const { entryId, boardId: _, earlier: __, savedOn: ___, ...said } = entry
  await record(tx, {
    kind,
    actor,
    personId: board.personId,
    recordId: entryId,
    payload:
      board.sharing === 'me' ? { board: board.number, private: true } : { board: board.number, ...said },
  })
}
