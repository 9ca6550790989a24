import { addDays, type Day } from '../../../kernel/day.ts'
import type { Contact } from './contact.ts'

let made = 0

/** A contact for a test, filled in where the test does not speak of it: Amara's answered and solved call at ten. */
export function someContact(day: Day, more: Partial<Contact> = {}): Contact {
  made += 1
  const at = more.at ?? new Date(`${day}T10:00:00Z`)
  return {
    contactId: `contact-${made}`,
    personKey: 'Amara',
    customerKey: `customer-${made}`,
    topic: 'Billing',
    at,
    day,
    firstReplyAt: null,
    replySeconds: 30,
    solvedAt: at,
    outcome: 'solved',
    answered: true,
    rating: null,
    handleSeconds: 240,
    ...more,
  }
}

/** Rated contacts, `perWeek` in each week from a Monday on, of which so many are satisfied as the list says. */
export function ratedWeeks(
  monday: Day,
  perWeek: number,
  satisfied: readonly number[],
  more: Partial<Contact> = {},
): Contact[] {
  return satisfied.flatMap((good, week) =>
    Array.from({ length: perWeek }, (_, i) =>
      someContact(addDays(monday, week * 7 + (i % 7)), { rating: i < good ? 5 : 2, ...more }),
    ),
  )
}
