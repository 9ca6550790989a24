import type { Actor } from '../../kernel/actor.ts'
import type { Id } from '../../kernel/id.ts'
import { done, type Outcome, refused } from '../../kernel/outcome.ts'
import type { OrgTx } from '../../shell/db.ts'
import { letterReason, letterState } from '../../shell/letter-words.ts'
import { type Letter, listUnconfirmed } from '../../shell/letters.ts'
import { giveUpLetter, type PostOffice, resendLetter } from '../../shell/outbox.ts'
import { record } from '../history/history.ts'

/** A letter that no server has confirmed, as whoever looks after the outbox sees it. */
export type Unconfirmed = {
  letterId: Id
  messageId: string
  state: Exclude<Letter['state'], 'sent' | 'given up'>
  /** How it stands, and why, in words. */
  stands: string
  why: string
  /** What the letter is for. */
  about: string
  /** Null of feedback: whoever was asked stays unknown to an administrator. Source: adr/0006. */
  to: string | null
  subject: string
  postedAt: Date
  tries: number
  /** Whether it waits for a person: it will not be sent by itself. */
  waits: boolean
}

const ABOUT: Record<Letter['kind'], string> = {
  invitation: 'Invitation to join',
  password: 'Link for a new password',
  testimony: 'Request to a witness or customer',
  feedback: 'Request for 360 feedback',
  notice: 'Notice',
  calendar: 'Invitation to a review',
}

/** Every letter of the organisation that is not confirmed: those that wait for a person first, then the oldest. */
export async function unconfirmed(tx: OrgTx): Promise<Unconfirmed[]> {
  const letters = (await listUnconfirmed(tx)).map((letter): Unconfirmed => {
    const { letterId, messageId, kind, recipient, subject, postedAt, tries, state } = letter
    return {
      letterId,
      messageId,
      state: state as Unconfirmed['state'],
      stands: letterState(letter),
      why: letterReason(letter),
      about: ABOUT[kind],
      to: kind === 'feedback' ? null : recipient,
      subject,
      postedAt,
      tries,
      waits: state === 'refused' || state === 'may not have been sent',
    }
  })
  return [...letters.filter(({ waits }) => waits), ...letters.filter(({ waits }) => !waits)]
}

const GONE = 'This letter was sent meanwhile, or given up.'

/** Has a letter sent again, under the Message-ID it had, so that a mailbox that has it knows it again. */
export async function resend(
  office: PostOffice,
  tx: OrgTx,
  actor: Pick<Actor, 'personId'> | null,
  letterId: Id,
): Promise<Outcome<null>> {
  if (!(await resendLetter(office, tx, letterId))) return refused({ message: GONE })
  await record(tx, { kind: 'letters.resent', actor, personId: null, recordId: letterId, payload: {} })
  return done(null)
}

/** Leaves a letter at that: it is never sent, and what it said goes. */
export async function giveUp(
  tx: OrgTx,
  actor: Pick<Actor, 'personId'> | null,
  letterId: Id,
): Promise<Outcome<null>> {
  if (!(await giveUpLetter(tx, letterId))) return refused({ message: GONE })
  await record(tx, { kind: 'letters.given-up', actor, personId: null, recordId: letterId, payload: {} })
  return done(null)
}
