import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Id } from '../kernel/id.ts'
import type { Database, OrgTx } from './db.ts'

/** `sending` is committed before the server is asked, so that a kill can't make anybody believe it was not. */
export type MailState = 'to send' | 'sending' | 'sent' | 'refused' | 'may not have been sent' | 'given up'

/** A mail as its outbox shows it: never what it says. */
export type OutboxMail = {
  mailId: Id
  messageId: string
  kind: 'invitation' | 'password' | 'testimony' | 'feedback' | 'notice' | 'calendar'
  aboutId: Id | null
  state: MailState
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

const mails = (tx: OrgTx) =>
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

type Row = Awaited<ReturnType<ReturnType<typeof mails>['executeTakeFirstOrThrow']>>

const toMail = (row: Row): OutboxMail => ({
  mailId: row.letter_id,
  messageId: row.message_id,
  kind: row.kind as OutboxMail['kind'],
  aboutId: row.about_id,
  state: row.state as MailState,
  recipient: row.recipient,
  subject: row.subject,
  postedAt: row.posted_at,
  nextAt: row.next_at,
  tries: row.tries,
  why: row.why as OutboxMail['why'],
  claim: row.claim,
  traceless: row.traceless,
})

type Fresh = Pick<OutboxMail, 'mailId' | 'messageId' | 'kind' | 'aboutId' | 'subject' | 'traceless'>

export async function saveMail(tx: OrgTx, mail: Fresh & { recipient: string; box: Buffer }): Promise<void> {
  await tx.db
    .insertInto('letter')
    .values({
      org_id: tx.orgId,
      letter_id: mail.mailId,
      message_id: mail.messageId,
      kind: mail.kind,
      about_id: mail.aboutId,
      state: 'to send',
      recipient: mail.recipient,
      subject: mail.subject,
      box: mail.box,
      traceless: mail.traceless,
      posted_at: tx.now,
      next_at: tx.now,
    })
    .execute()
}

/** The mails that may be tried now, oldest first. */
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

/** Claims a mail for one sender; null where another has it, or it waits no longer. */
export async function claimMail(
  tx: OrgTx,
  mailId: Id,
): Promise<(OutboxMail & { claim: string; box: Buffer; recipient: string }) | null> {
  const claim = randomUUID()
  const { numUpdatedRows } = await tx.db
    .updateTable('letter')
    .set({ state: 'sending', claim, claimed_at: tx.now })
    .where('org_id', '=', tx.orgId)
    .where('letter_id', '=', mailId)
    .where('state', '=', 'to send')
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) return null
  const row = await mails(tx).select('box').where('letter_id', '=', mailId).executeTakeFirstOrThrow()
  const mail = toMail(row)
  if (!row.box || mail.recipient === null) return null
  return { ...mail, claim, box: row.box, recipient: mail.recipient }
}

/** Lets a mail go that its claimant may not send before a moment. */
export async function postponeMail(tx: OrgTx, mailId: Id, until: Date): Promise<void> {
  await tx.db
    .updateTable('letter')
    .set({ state: 'to send', claim: null, next_at: until })
    .where('org_id', '=', tx.orgId)
    .where('letter_id', '=', mailId)
    .execute()
}

/**
 * Notes what came of a mail, by whoever claimed it: also where it has been taken for dead meanwhile. One that was sent
 * or given up keeps neither what it said nor to whom; a traceless one leaves nothing.
 */
export async function settleMail(
  tx: OrgTx,
  { mailId, claim, traceless }: Pick<OutboxMail, 'mailId' | 'claim' | 'traceless'>,
  settled: { state: Exclude<MailState, 'sending'>; why: OutboxMail['why']; next?: Date | null },
): Promise<void> {
  const { state, why, next } = settled
  const over = state === 'sent' || state === 'given up'
  if (over && traceless) {
    await tx.db
      .deleteFrom('letter')
      .where('org_id', '=', tx.orgId)
      .where('letter_id', '=', mailId)
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
    .where('letter_id', '=', mailId)
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
 * Marks, in every organisation, each mail of a database that was put back from a backup: it may have been sent after the
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

/** Has a mail wait again that may not have been sent, was refused, or waits for its next try. */
export async function putBack(tx: OrgTx, mailId: Id): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('letter')
    .set({ state: 'to send', next_at: tx.now, tries: 0, why: null, claim: null })
    .where('org_id', '=', tx.orgId)
    .where('letter_id', '=', mailId)
    .where('state', 'in', ['may not have been sent', 'refused', 'to send'])
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** A mail, held until the transaction ends, so that no sender takes it meanwhile; null where there is none. */
export async function lockMail(tx: OrgTx, mailId: Id): Promise<OutboxMail | null> {
  const row = await mails(tx).where('letter_id', '=', mailId).forUpdate().executeTakeFirst()
  return row ? toMail(row) : null
}

/** Every mail that no server has confirmed and nobody has given up, oldest first. */
export async function listUnconfirmed(tx: OrgTx): Promise<OutboxMail[]> {
  const rows = await mails(tx)
    .where('state', 'not in', ['sent', 'given up'])
    .orderBy('posted_at')
    .orderBy('letter_id')
    .execute()
  return rows.map(toMail)
}

/** How the newest mail about each of these records stands. */
export async function mailsAbout(tx: OrgTx, recordIds: readonly Id[]): Promise<Map<Id, OutboxMail>> {
  if (recordIds.length === 0) return new Map()
  const rows = await mails(tx).where('about_id', 'in', recordIds).orderBy('letter_id').execute()
  return new Map(rows.map(toMail).flatMap((mail) => (mail.aboutId ? [[mail.aboutId, mail]] : [])))
}

/** Drops every mail about a record: it is over, or a newer mail says more. One that is being sent leaves no trace either. */
export async function dropMailsAbout(tx: OrgTx, recordId: Id): Promise<void> {
  await tx.db.deleteFrom('letter').where('org_id', '=', tx.orgId).where('about_id', '=', recordId).execute()
}

/** Forgets mails that were sent or given up long ago, in every organisation. */
export async function forgetMails(db: Database, before: Date): Promise<void> {
  await db.installation
    .deleteFrom('letter')
    .where('state', 'in', ['sent', 'given up'])
    .where('settled_at', '<', before)
    .execute()
}
