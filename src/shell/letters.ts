import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Id } from '../kernel/id.ts'
import type { Database, OrgTx } from './db.ts'

/** `sending` is committed before the server is asked, so that a kill can't make anybody believe it was not. */
export type LetterState = 'to send' | 'sending' | 'sent' | 'refused' | 'may not have been sent' | 'given up'

/** A letter as its outbox shows it: never what it says. */
export type Letter = {
  letterId: Id
  messageId: string
  kind: 'invitation' | 'password' | 'testimony' | 'feedback' | 'notice' | 'calendar'
  aboutId: Id | null
  state: LetterState
  /** Null once it is sent or given up. */
  recipient: string | null
  subject: string
  postedAt: Date
  nextAt: Date
  tries: number
  why: 'unreachable' | 'busy' | 'refused' | 'unanswered' | 'stopped' | 'restored' | null
  claim: string | null
  traceless: boolean
}

const letters = (tx: OrgTx) =>
  tx.db
    .selectFrom('letter')
    .select([
      'letter_id',
      'message_id',
      'kind',
      'about_id',
      'state',
      'recipient',
      'subject',
      'posted_at',
      'next_at',
      'tries',
      'why',
      'claim',
      'traceless',
    ])
    .where('org_id', '=', tx.orgId)

type Row = Awaited<ReturnType<ReturnType<typeof letters>['executeTakeFirstOrThrow']>>

const toLetter = (row: Row): Letter => ({
  letterId: row.letter_id,
  messageId: row.message_id,
  kind: row.kind as Letter['kind'],
  aboutId: row.about_id,
  state: row.state as LetterState,
  recipient: row.recipient,
  subject: row.subject,
  postedAt: row.posted_at,
  nextAt: row.next_at,
  tries: row.tries,
  why: row.why as Letter['why'],
  claim: row.claim,
  traceless: row.traceless,
})

type Fresh = Pick<Letter, 'letterId' | 'messageId' | 'kind' | 'aboutId' | 'subject' | 'traceless'>

export async function saveLetter(
  tx: OrgTx,
  letter: Fresh & { recipient: string; box: Buffer },
): Promise<void> {
  await tx.db
    .insertInto('letter')
    .values({
      org_id: tx.orgId,
      letter_id: letter.letterId,
      message_id: letter.messageId,
      kind: letter.kind,
      about_id: letter.aboutId,
      state: 'to send',
      recipient: letter.recipient,
      subject: letter.subject,
      box: letter.box,
      traceless: letter.traceless,
      posted_at: tx.now,
      next_at: tx.now,
    })
    .execute()
}

/** The letters that may be tried now, oldest first. */
export async function listDue(tx: OrgTx): Promise<Id[]> {
  const rows = await tx.db
    .selectFrom('letter')
    .select('letter_id')
    .where('org_id', '=', tx.orgId)
    .where('state', '=', 'to send')
    .where('next_at', '<=', tx.now)
    .orderBy('next_at')
    .orderBy('letter_id')
    .execute()
  return rows.map((row) => row.letter_id)
}

/** Claims a letter for one sender; null where another has it, or it waits no longer. */
export async function claimLetter(
  tx: OrgTx,
  letterId: Id,
): Promise<(Letter & { claim: string; box: Buffer; recipient: string }) | null> {
  const claim = randomUUID()
  const { numUpdatedRows } = await tx.db
    .updateTable('letter')
    .set({ state: 'sending', claim, claimed_at: tx.now })
    .where('org_id', '=', tx.orgId)
    .where('letter_id', '=', letterId)
    .where('state', '=', 'to send')
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) return null
  const row = await letters(tx).select('box').where('letter_id', '=', letterId).executeTakeFirstOrThrow()
  const letter = toLetter(row)
  if (!row.box || letter.recipient === null) return null
  return { ...letter, claim, box: row.box, recipient: letter.recipient }
}

/** Lets a letter go that its claimant may not send before a moment. */
export async function postponeLetter(tx: OrgTx, letterId: Id, until: Date): Promise<void> {
  await tx.db
    .updateTable('letter')
    .set({ state: 'to send', claim: null, next_at: until })
    .where('org_id', '=', tx.orgId)
    .where('letter_id', '=', letterId)
    .execute()
}

/**
 * Notes what came of a letter, by whoever claimed it: also where it has been taken for dead meanwhile. One that was sent
 * or given up keeps neither what it said nor to whom; a traceless one leaves nothing.
 */
export async function settleLetter(
  tx: OrgTx,
  { letterId, claim, traceless }: Pick<Letter, 'letterId' | 'claim' | 'traceless'>,
  settled: { state: Exclude<LetterState, 'sending'>; why: Letter['why']; next?: Date | null },
): Promise<void> {
  const { state, why, next } = settled
  const over = state === 'sent' || state === 'given up'
  if (over && traceless) {
    await tx.db
      .deleteFrom('letter')
      .where('org_id', '=', tx.orgId)
      .where('letter_id', '=', letterId)
      .where('claim', 'is not distinct from', claim)
      .execute()
    return
  }
  await tx.db
    .updateTable('letter')
    .set({
      state,
      why,
      tries: sql`tries + 1`,
      settled_at: tx.now,
      ...(next && { next_at: next }),
      ...(over && { box: null, recipient: null }),
    })
    .where('org_id', '=', tx.orgId)
    .where('letter_id', '=', letterId)
    .where('claim', 'is not distinct from', claim)
    .where('state', 'not in', ['sent', 'given up'])
    .execute()
}

/** Marks, in every organisation, what was being sent by somebody who is gone; null: whoever claimed it. How many. */
export async function countDead(db: Database, claimedBefore: Date | null): Promise<number> {
  let query = db.installation
    .updateTable('letter')
    .set({ state: 'may not have been sent', why: 'stopped' })
    .where('state', '=', 'sending')
  if (claimedBefore) query = query.where('claimed_at', '<', claimedBefore)
  return Number((await query.executeTakeFirst()).numUpdatedRows)
}

/**
 * Marks, in every organisation, each letter of a database that was put back from a backup: it may have been sent after the
 * backup was made. How many.
 */
export async function doubtRestored(db: Database): Promise<number> {
  const { numUpdatedRows } = await db.installation
    .updateTable('letter')
    .set({ state: 'may not have been sent', why: 'restored' })
    .where('state', 'in', ['to send', 'sending'])
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

/** Has a letter wait again that may not have been sent, was refused, or waits for its next try. */
export async function putBack(tx: OrgTx, letterId: Id): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('letter')
    .set({ state: 'to send', next_at: tx.now, tries: 0, why: null, claim: null })
    .where('org_id', '=', tx.orgId)
    .where('letter_id', '=', letterId)
    .where('state', 'in', ['may not have been sent', 'refused', 'to send'])
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** A letter, held until the transaction ends, so that no sender takes it meanwhile; null where there is none. */
export async function lockLetter(tx: OrgTx, letterId: Id): Promise<Letter | null> {
  const row = await letters(tx).where('letter_id', '=', letterId).forUpdate().executeTakeFirst()
  return row ? toLetter(row) : null
}

/** Every letter that no server has confirmed and nobody has given up, oldest first. */
export async function listUnconfirmed(tx: OrgTx): Promise<Letter[]> {
  const rows = await letters(tx)
    .where('state', 'not in', ['sent', 'given up'])
    .orderBy('posted_at')
    .orderBy('letter_id')
    .execute()
  return rows.map(toLetter)
}

/** How the newest letter about each of these records stands. */
export async function lettersAbout(tx: OrgTx, recordIds: readonly Id[]): Promise<Map<Id, Letter>> {
  if (recordIds.length === 0) return new Map()
  const rows = await letters(tx).where('about_id', 'in', recordIds).orderBy('letter_id').execute()
  return new Map(rows.map(toLetter).flatMap((letter) => (letter.aboutId ? [[letter.aboutId, letter]] : [])))
}

/** Drops every letter about a record: it is over, or a newer letter says more. One that is being sent leaves no trace either. */
export async function dropLettersAbout(tx: OrgTx, recordId: Id): Promise<void> {
  await tx.db.deleteFrom('letter').where('org_id', '=', tx.orgId).where('about_id', '=', recordId).execute()
}

/** Forgets letters that were sent or given up long ago, in every organisation. */
export async function forgetLetters(db: Database, before: Date): Promise<void> {
  await db.installation
    .deleteFrom('letter')
    .where('state', 'in', ['sent', 'given up'])
    .where('settled_at', '<', before)
    .execute()
}
