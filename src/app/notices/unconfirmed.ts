import type { Actor } from '../../kernel/actor.ts'
import type { Id } from '../../kernel/id.ts'
import { done, type Outcome, refused } from '../../kernel/outcome.ts'
import type { OrgTx } from '../../shell/db.ts'
import { mailReason, mailState } from '../../shell/mail-words.ts'
import { giveUpMail, type PostOffice, resendMail } from '../../shell/outbox.ts'
import { listUnconfirmed, type OutboxMail } from '../../shell/outbox-mails.ts'
import { record } from '../history/history.ts'

/** A mail that no server has confirmed, as whoever looks after the outbox sees it. */
export type Unconfirmed = {
  mailId: Id
  messageId: string
  state: Exclude<OutboxMail['state'], 'sent' | 'given up'>
  /** How it stands, and why, in words. */
  stands: string
  why: string
  /** What the mail is for. */
  about: string
  /** Null of feedback: whoever was asked stays unknown to an administrator. Source: adr/0006. */
  to: string | null
  subject: string
  postedAt: Date
  tries: number
  /** Whether it waits for a person: it will not be sent by itself. */
  waits: boolean
}

const ABOUT: Record<OutboxMail['kind'], string> = {
  invitation: 'Invitation to join',
  password: 'Link for a new password',
  testimony: 'Request to a witness or customer',
  feedback: 'Request for 360 feedback',
  notice: 'Notice',
  calendar: 'Invitation to a review',
}

/** Every mail of the organisation that is not confirmed: those that wait for a person first, then the oldest. */
export async function unconfirmed(tx: OrgTx): Promise<Unconfirmed[]> {
  const mails = (await listUnconfirmed(tx)).map((mail): Unconfirmed => {
    const { mailId, messageId, kind, recipient, subject, postedAt, tries, state } = mail
    return {
      mailId,
      messageId,
      state: state as Unconfirmed['state'],
      stands: mailState(mail),
      why: mailReason(mail),
      about: ABOUT[kind],
      to: kind === 'feedback' ? null : recipient,
      subject,
      postedAt,
      tries,
      waits: state === 'refused' || state === 'may not have been sent',
    }
  })
  return [...mails.filter(({ waits }) => waits), ...mails.filter(({ waits }) => !waits)]
}

const GONE = 'This mail was sent meanwhile, or given up.'

// The history keeps the words that mails had before: `letters.resent`, `letters.given-up`.

/** Has a mail sent again, under the Message-ID it had, so that a mailbox that has it knows it again. */
export async function resend(
  office: PostOffice,
  tx: OrgTx,
  actor: Pick<Actor, 'personId'> | null,
  mailId: Id,
): Promise<Outcome<null>> {
  if (!(await resendMail(office, tx, mailId))) return refused({ message: GONE })
  await record(tx, { kind: 'letters.resent', actor, personId: null, recordId: mailId, payload: {} })
  return done(null)
}

/** Leaves a mail at that: it is never sent, and what it said goes. */
export async function giveUp(
  tx: OrgTx,
  actor: Pick<Actor, 'personId'> | null,
  mailId: Id,
): Promise<Outcome<null>> {
  if (!(await giveUpMail(tx, mailId))) return refused({ message: GONE })
  await record(tx, { kind: 'letters.given-up', actor, personId: null, recordId: mailId, payload: {} })
  return done(null)
}
