import type { Day } from '../../../kernel/day.ts'

/** One customer contact (a call, a ticket, a chat), as the measures need it. */
export type Contact = {
  contactId: string
  /** A person's id, or the name that the source gives an agent who is not yet matched to a person; null for nobody. */
  personKey: string | null
  /** A keyed hash that tells one customer from another; null where the source names none. */
  customerKey: string | null
  topic: string | null
  /** When it was opened. */
  at: Date
  /** The day it was opened, in the organisation's zone. */
  day: Day
  firstReplyAt: Date | null
  /** Seconds from opening to the first reply, where the source gives them as such. */
  replySeconds: number | null
  solvedAt: Date | null
  /** What the person logged. */
  outcome: 'solved' | 'unsolved' | null
  /** An unanswered contact counts for and against no one. */
  answered: boolean
  /** 1 to 5. */
  rating: number | null
  handleSeconds: number | null
}

/** Whether it was solved, as logged or as its date says; null where the source says neither. */
export function wasSolved(contact: Contact): boolean | null {
  if (contact.outcome !== null) return contact.outcome === 'solved'
  return contact.solvedAt === null ? null : true
}

/** Seconds to the first reply; null where there was none. */
export function secondsToReply(contact: Contact): number | null {
  if (contact.replySeconds !== null) return contact.replySeconds
  return contact.firstReplyAt === null ? null : (contact.firstReplyAt.getTime() - contact.at.getTime()) / 1000
}
