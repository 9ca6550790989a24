import { type ContactPlan, contactsOf } from '../../seeds/contacts.ts'
import { telephoneCsv } from '../../seeds/export.ts'
import { addDays, type Day } from '../../src/kernel/day.ts'

const WEEKS = 26
const LATER = 8
/** From this week on Amara's customers come back less often. */
const BETTER_FROM = 14

const planOf = (day: Day): ContactPlan => ({
  seed: 7,
  from: addDays(day, 1 - WEEKS * 7),
  to: addDays(day, LATER * 7),
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
 * A telephone system's calls up to a Sunday and of the eight weeks after it, as two exports of the same customers:
 * from the middle of the first on, Amara's customers come back less often, Priya's do not, and a shared handset answers some.
 */
export function callsAround(day: Day): { before: string; after: string } {
  const calls = contactsOf(planOf(day))
  return {
    before: telephoneCsv(calls.filter((call) => call.day <= day)),
    after: telephoneCsv(calls.filter((call) => call.day > day)),
  }
}
