import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'
import type { Sharing } from '../../../kernel/sharing.ts'
import type { OrgTx } from '../../../shell/db.ts'
import type { Quarter } from '../rules/swot.ts'

/** What an entry said before: its words and its quarter, and until which revision's day. */
export type Earlier = { revision: number; quarter: Quarter; words: string; savedOn: Day }

export type Entry = {
  entryId: Id
  boardId: Id
  revision: number
  /** Its place on the board, from 1: the order in which entries were first written. */
  place: number
  quarter: Quarter
  words: string
  evidenceIds: Id[]
  competencyIds: Id[]
  needIds: Id[]
  savedOn: Day
  /** What it said before, oldest first. */
  earlier: Earlier[]
}

export type Board = {
  boardId: Id
  personId: Id
  /** The person's own count, from 1. */
  number: number
  /** What it is held against, in the person's words: a role, a year, a project. May be empty. */
  about: string
  sharing: Sharing
  /** The number of the board whose entries it began with. */
  begunFrom: number | null
  beganOn: Day
  /** In the order in which they were first written, those taken away left out. */
  entries: Entry[]
  /** How many entries were taken away. */
  gone: number
}

type Kept = Omit<Entry, 'earlier'> & { gone: boolean }

/** Every board of a person with its entries, newest first: for the door, which withholds what is not shared. */
export async function listKeptBoards(tx: OrgTx, personId: Id): Promise<Board[]> {
  return tx.once(`swot ${personId}`, async () => {
    const boards = await tx.db
      .selectFrom('swot_board')
      .selectAll()
      .where('org_id', '=', tx.orgId)
      .where('person_id', '=', personId)
      .orderBy('number', 'desc')
      .execute()
    if (boards.length === 0) return []
    const rows = await tx.db
      .selectFrom('swot_entry')
      .selectAll()
      .where('org_id', '=', tx.orgId)
      .where(
        'board_id',
        'in',
        boards.map((board) => board.board_id),
      )
      .orderBy('place')
      .orderBy('entry_id')
      .orderBy('revision')
      .execute()
    const revisions = rows.map(
      (row): Kept => ({
        entryId: row.entry_id,
        boardId: row.board_id,
        revision: row.revision,
        place: row.place,
        quarter: row.quarter as Quarter,
        words: row.words,
        evidenceIds: row.evidence_ids,
        competencyIds: row.competency_ids,
        needIds: row.need_ids,
        savedOn: row.saved_on,
        gone: row.gone,
      }),
    )
    const entries = [...Map.groupBy(revisions, ({ entryId }) => entryId).values()].flatMap((all) => {
      const last = all.at(-1)
      if (!last) return []
      const { gone, ...entry } = last
      const earlier = all
        .slice(0, -1)
        .filter(({ words, quarter }, at) => {
          const next = all[at + 1]
          return next && (next.words !== words || next.quarter !== quarter)
        })
        .map(({ revision, quarter, words, savedOn }) => ({ revision, quarter, words, savedOn }))
      return [{ ...entry, earlier, gone }]
    })
    const byBoard = Map.groupBy(entries, ({ boardId }) => boardId)
    return boards.map((row) => {
      const own = byBoard.get(row.board_id) ?? []
      return {
        boardId: row.board_id,
        personId: row.person_id,
        number: row.number,
        about: row.about,
        sharing: row.sharing as Sharing,
        begunFrom: row.begun_from,
        beganOn: row.began_on,
        entries: own.filter(({ gone }) => !gone).map(({ gone: _, ...entry }) => entry),
        gone: own.filter(({ gone }) => gone).length,
      }
    })
  })
}

/** Takes turns with whoever else writes on the boards of the same person. */
export async function lockBoards(tx: OrgTx, personId: Id): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`swot ${personId}`}, 0))`.execute(tx.db)
}

export async function saveBoard(tx: OrgTx, board: Omit<Board, 'entries' | 'gone'>): Promise<void> {
  await tx.db
    .insertInto('swot_board')
    .values({
      org_id: tx.orgId,
      board_id: board.boardId,
      person_id: board.personId,
      number: board.number,
      about: board.about,
      sharing: board.sharing,
      begun_from: board.begunFrom,
      began_on: board.beganOn,
    })
    .execute()
}

export async function setBoardSharing(tx: OrgTx, boardId: Id, sharing: Sharing): Promise<void> {
  await tx.db
    .updateTable('swot_board')
    .set({ sharing })
    .where('org_id', '=', tx.orgId)
    .where('board_id', '=', boardId)
    .execute()
}

/** Adds revisions of entries: nothing that was said is written over. */
export async function saveRevisions(tx: OrgTx, revisions: readonly Kept[]): Promise<void> {
  if (revisions.length === 0) return
  await tx.db
    .insertInto('swot_entry')
    .values(
      revisions.map((entry) => ({
        org_id: tx.orgId,
        entry_id: entry.entryId,
        revision: entry.revision,
        board_id: entry.boardId,
        place: entry.place,
        quarter: entry.quarter,
        words: entry.words,
        evidence_ids: entry.evidenceIds,
        competency_ids: entry.competencyIds,
        need_ids: entry.needIds,
        gone: entry.gone,
        saved_on: entry.savedOn,
      })),
    )
    .execute()
}
