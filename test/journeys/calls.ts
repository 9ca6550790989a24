import { type ContactPlan, contactsOf } from '../../seeds/contacts.ts'
import { telephoneCsv } from '../../seeds/export.ts'
import { addDays, type Day } from '../../src/kernel/day.ts'

const WEEKS = 26
/** From this week on Amara's customers come back less often. */
const BETTER_FROM = 14

const planOf = (ends: Day): ContactPlan => ({
  seed: 7,
  from: addDays(ends, 1 - WEEKS * 7),
  to: ends,
  channel: 'telephone',
  topics: [
    { name: 'Billing', weight: 3 },
    { name: 'Meter reading', weight: 2 },
    { name: 'Moving home', weight: 1 },
  ],
  customers: 900,
  answered: 0.92,
  rated: 0.4,
  people: [
    {
      name: 'Amara Okafor',
      perWeek: 40,
      csat: 0.78,
      fcr: 0.6,
      replySeconds: 40,
      handleSeconds: 380,
      changes: [{ measure: 'fcr', at: BETTER_FROM, by: 0.25 }],
    },
    { name: 'Priya Nair', perWeek: 30, csat: 0.8, fcr: 0.75, replySeconds: 35, handleSeconds: 340 },
    { name: 'Team phone', perWeek: 12, csat: 0.7, fcr: 0.7, replySeconds: 60, handleSeconds: 400 },
  ],
})

/**
 * Half a year of a telephone system's calls that ends on a Sunday: Amara's customers come back less often in its second
 * half, Priya's do not, and a shared handset answers some.
 */
export function halfYearOfCalls(ends: Day): string {
  return telephoneCsv(contactsOf(planOf(ends)))
}
