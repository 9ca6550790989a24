import type { Day } from '../../../kernel/day.ts'
import type { Book } from './book.ts'
import { type Contact, secondsToReply, wasSolved } from './contact.ts'
import { FCR_DAYS, type MeasureKey } from './definitions.ts'

/** Whose contacts, on which days (both included). */
export type Scope = { people: readonly string[]; from: Day; to: Day }

/** One thing counted: 1 or 0 for a share, the rating for a score, the seconds for a time. */
export type Observation = {
  day: Day
  value: number
  /** Whether a later contact may still change it. */
  provisional: boolean
}

/** A contact behind a figure, and how it was counted. */
export type Behind = Observation & {
  contact: Contact
  /** When the same customer next came on the same topic, within the days that count; null where they did not. */
  cameBack: Date | null
}

const WINDOW = FCR_DAYS * 86_400_000

/** The contacts behind a figure, in order of time: exactly those that it counts. */
export function contactsBehind(measure: MeasureKey, book: Book, scope: Scope): Behind[] {
  const found: Behind[] = []
  for (const person of scope.people) {
    for (const contact of book.byPerson.get(person) ?? []) {
      if (contact.day < scope.from || contact.day > scope.to || !contact.answered) continue
      const counted = measure === 'fcr' ? firstContact(book, contact) : plainly(countedAs(measure, contact))
      if (counted !== null) found.push({ day: contact.day, contact, ...counted })
    }
  }
  return scope.people.length > 1
    ? found.sort((a, b) => a.contact.at.getTime() - b.contact.at.getTime())
    : found
}

type Counted = Pick<Behind, 'value' | 'provisional' | 'cameBack'>

const plainly = (value: number | null): Counted | null =>
  value === null ? null : { value, provisional: false, cameBack: null }

function countedAs(measure: Exclude<MeasureKey, 'fcr'>, contact: Contact): number | null {
  switch (measure) {
    case 'csat':
      return contact.rating === null ? null : Number(contact.rating >= 4)
    case 'csat_mean':
      return contact.rating
    case 'resolved': {
      const solved = wasSolved(contact)
      return solved === null ? null : Number(solved)
    }
    case 'first_reply':
      return secondsToReply(contact)
    case 'handle_time':
      return contact.handleSeconds
  }
}

/**
 * First-contact resolution of one contact. A customer who comes back before it is solved counts as coming back. A
 * contact that is unsolved, or that brought a repeat, is final; one that has not is provisional until its days are
 * over in the data. Source: domain.md 3.1, helpdesk.md 2.
 */
function firstContact(book: Book, contact: Contact): Counted | null {
  const solved = wasSolved(contact)
  if (solved === null || contact.customerKey === null) return null
  const closes = (contact.solvedAt ?? contact.at).getTime() + WINDOW
  const next = book.cameBack.get(contact)
  const cameBack = next !== undefined && next <= closes ? new Date(next) : null
  if (!solved || cameBack !== null) return { value: 0, provisional: false, cameBack }
  return { value: 1, provisional: closes > book.knownUntil, cameBack }
}
