import { addDays, type Day, isoWeekday } from '../../../kernel/day.ts'
import type { Contact } from './contact.ts'

/** The first and last day of something, both included. */
export type Days = { from: Day; to: Day }

/** Contacts made ready to be counted: built once, asked for many figures. */
export type Book = {
  /** Each person's contacts in order of time. */
  byPerson: ReadonlyMap<string, readonly Contact[]>
  /** When the same customer next came on the same topic, in milliseconds. */
  cameBack: ReadonlyMap<Contact, number>
  /** First and last day with a contact; null for an empty book. */
  range: Days | null
  /** The days that the contacts speak for; null for an empty book. */
  covered: Days | null
  /** The last moment that the contacts tell of, in milliseconds. */
  knownUntil: number
}

/** The days on which the organisation has contacts, up to today, and the moment of its last one. */
export type Whole = { days: readonly Day[]; lastAt: Date | null }

/**
 * The book of all the organisation's contacts (a customer may come back to a colleague, so one person's are not
 * enough). Contacts opened after `asOf` are left out. What the data can tell ends with their last contact, or
 * with `asOf`: a window that reaches past it is still open, however long ago that was. Source: helpdesk.md 4.7.
 * @param asOf today, in the organisation's zone
 * @param whole what all the organisation's contacts tell, where `contacts` are only some people's with those of
 * their customers: the book then counts as if it held them all
 */
export function contactBook(contacts: readonly Contact[], asOf: Day, whole?: Whole): Book {
  const inOrder = contacts
    .filter((contact) => contact.day <= asOf)
    .sort((a, b) => a.at.getTime() - b.at.getTime() || (a.contactId < b.contactId ? -1 : 1))
  const byPerson = new Map<string, Contact[]>()
  const cameBack = new Map<Contact, number>()
  const latest = new Map<string, Contact>()
  for (const contact of inOrder) {
    if (contact.personKey !== null) {
      const own = byPerson.get(contact.personKey)
      if (own) own.push(contact)
      else byPerson.set(contact.personKey, [contact])
    }
    if (contact.customerKey === null || !contact.answered) continue
    const issue = `${contact.customerKey}\n${contact.topic ?? ''}`
    const before = latest.get(issue)
    if (before) cameBack.set(before, contact.at.getTime())
    latest.set(issue, contact)
  }
  const days = whole
    ? new Set(whole.days.filter((day) => day <= asOf))
    : new Set(inOrder.map((contact) => contact.day))
  return {
    byPerson,
    cameBack,
    range: edges(days),
    covered: coveredBy(days, asOf),
    knownUntil: (whole ? whole.lastAt : inOrder.at(-1)?.at)?.getTime() ?? 0,
  }
}

/** The earlier of two days. */
export function earlier(a: Day, b: Day): Day {
  return b < a ? b : a
}

/** The later of two days. */
export function later(a: Day, b: Day): Day {
  return b > a ? b : a
}

function edges(days: ReadonlySet<Day>): Days | null {
  const inOrder = [...days].sort()
  const [from, to] = [inOrder[0], inOrder.at(-1)]
  return from === undefined || to === undefined ? null : { from, to }
}

/**
 * The days that records of these days speak for: from the first to the last, and on over the weekdays on which
 * (nearly) nothing is ever recorded, so that a week that ends on its last Friday is whole where nobody works at
 * weekends. A weekday counts as worked from a quarter of the busiest one's days on. Today is not over: the days end
 * with yesterday.
 */
export function coveredBy(days: ReadonlySet<Day>, asOf: Day): Days | null {
  const range = edges(days)
  if (range === null) return null
  const worked = new Map<number, number>()
  for (const day of days) worked.set(isoWeekday(day), (worked.get(isoWeekday(day)) ?? 0) + 1)
  const busiest = Math.max(...worked.values())
  const isFree = (day: Day): boolean => (worked.get(isoWeekday(day)) ?? 0) * 4 < busiest
  let { from, to } = range
  while (isoWeekday(from) > 1 && isFree(addDays(from, -1))) from = addDays(from, -1)
  while (isoWeekday(to) < 7 && isFree(addDays(to, 1))) to = addDays(to, 1)
  return { from, to: earlier(to, addDays(asOf, -1)) }
}
