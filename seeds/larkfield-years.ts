import { addDays, type Day, weekStart } from '../src/kernel/day.ts'
import { type ContactPlan, contactsOf, type PlannedContact, type PlannedPerson } from './contacts.ts'
import { TOPICS } from './larkfield.ts'

/** Whole weeks of contacts before the week of the day on which the demo is loaded. */
export const WEEKS = 104
/** The week, from 0, in which Amara begins to use her check-back card. */
const CARD_WEEK = 94
/** The first week of the ticket system at Quayside. */
const TICKETS_WEEK = 52

const adviser = (name: string, more: Partial<PlannedPerson> = {}): PlannedPerson => ({
  name,
  perWeek: 26,
  csat: 0.74,
  fcr: 0.71,
  replySeconds: 42,
  handleSeconds: 250,
  ...more,
})

const CALLS: readonly PlannedPerson[] = [
  adviser('Amara Okafor', { perWeek: 34, fcr: 0.67, changes: [{ measure: 'fcr', at: CARD_WEEK, by: 0.13 }] }),
  adviser('Priya Nair', { perWeek: 34, csat: 0.84, fcr: 0.82, handleSeconds: 235 }),
  adviser('Tom Walsh', { perWeek: 28, csat: 0.78, fcr: 0.76 }),
  adviser('Grace Lim', {
    perWeek: 28,
    fcr: 0.77,
    handleSeconds: 290,
    changes: [{ measure: 'handle_time', at: 93, by: -0.26 }],
  }),
  adviser('Yusuf Demir', { fcr: 0.73, changes: [{ measure: 'fcr', at: 93, by: -0.24 }] }),
  adviser('Sofia Rossi', { csat: 0.79, fcr: 0.75 }),
  adviser('Ellie Marsh', { perWeek: 24, fromWeek: 84, fcr: 0.66, handleSeconds: 320 }),
  adviser('Kofi Mensah', { perWeek: 22, fromWeek: 96, fcr: 0.64, handleSeconds: 340 }),
  adviser('Dan Pryce', { perWeek: 3 }),
]

const TICKETS: readonly PlannedPerson[] = [
  adviser('Hannah Boyle', { perWeek: 18, replySeconds: 3600, fcr: 0.8 }),
  adviser('Marcus Bell', { perWeek: 18, replySeconds: 5400, fcr: 0.74 }),
  adviser('Ines Duarte', { perWeek: 18, replySeconds: 2700, csat: 0.82 }),
  adviser('Rhys Morgan', { perWeek: 18, replySeconds: 7200, fcr: 0.68 }),
]

/**
 * Two years of Larkfield's calls, ending on a day. The weeks are the same whatever the day; the seed is one with which
 * the stories of the demo's characters show in their charts on every day of the week.
 */
export function callsUntil(today: Day): PlannedContact[] {
  const from = addDays(weekStart(today), -7 * WEEKS)
  return contactsOf({ ...PLAN, from, to: today, channel: 'telephone', customers: 5200, people: CALLS })
}

/** A year of Quayside's written tickets, ending on a day. */
export function ticketsUntil(today: Day): PlannedContact[] {
  const from = addDays(weekStart(today), -7 * (WEEKS - TICKETS_WEEK))
  const plan = { ...PLAN, answered: 1, rated: 0.4 }
  return contactsOf({ ...plan, from, to: today, channel: 'helpdesk', customers: 2600, people: TICKETS })
}

const PLAN = { seed: 184, topics: TOPICS, answered: 0.93, rated: 0.5 } satisfies Partial<ContactPlan>
