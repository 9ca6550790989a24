import type { PlannedContact } from '../../../seeds/contacts.ts'
import { telephoneCsv, ticketCsv } from '../../../seeds/export.ts'
import { callsUntil, ticketsUntil } from '../../../seeds/larkfield-years.ts'
import { addDays, type Day, dayIn } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import { importFile } from '../contacts/contacts.ts'
import type { House } from '../visit.ts'
import { BEGAN } from './cast.ts'
import { must, workingDay } from './moments.ts'

/** An export as Dana brings it in on a day: what the system held since the export before. */
export type Export = {
  day: Day
  words: string
  bring(house: House, orgId: Id, actor: { personId: Id }): Promise<void>
}

/** When an export of an earlier day is brought in. */
export const EXPORT_TIME = '08:05'
/** How long before the loading the last exports were made, in milliseconds. */
export const LAST_EXPORT_AGO = 15 * 60_000

type System = {
  name: string
  file: string
  csv(contacts: readonly PlannedContact[]): string
  contacts: readonly PlannedContact[]
}

/** Every export of two years, oldest first; the last two hold what happened until now. */
export function exportsUntil(now: Date, zone: string): Export[] {
  const today = dayIn(now, zone)
  const last = wallClock(new Date(now.getTime() - LAST_EXPORT_AGO), zone)
  const days = (...ago: number[]) => ago.map((one) => workingDay(today, one))
  const calls = { name: 'Telephone system', file: 'calls', csv: telephoneCsv, contacts: callsUntil(today) }
  const tickets = { name: 'Ticket system', file: 'tickets', csv: ticketCsv, contacts: ticketsUntil(today) }
  return [
    ...exportsOf(calls, days(BEGAN - 2, 127, 71, 35, 6), { today, last }),
    ...exportsOf(tickets, days(71), { today, last }),
  ].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}

function exportsOf(system: System, days: readonly Day[], now: { today: Day; last: number }): Export[] {
  const ends = [
    ...days.map((day) => ({ day, until: secondsAt(day, 0) })),
    { day: now.today, until: now.last },
  ]
  return ends.flatMap(({ day, until }, index) => {
    const since = ends[index - 1]?.until ?? 0
    const part = system.contacts.flatMap((one) => {
      const known = knownAt(one, until)
      return known && lastTouch(known) >= since ? [known] : []
    })
    const [first, final] = [part[0], part.at(-1)]
    if (!first || !final) return []
    const name = `${system.file}-${index === 0 ? first.day : ends[index - 1]?.day}-to-${index < days.length ? addDays(day, -1) : day}.csv`
    const words = `Reading ${part.length.toLocaleString('en-GB')} ${system.file} through the import`
    return [
      { day, words, bring: (house, orgId, actor) => bring(house, orgId, actor, { name, system, part }) },
    ]
  })
}

async function bring(
  house: House,
  orgId: Id,
  actor: { personId: Id },
  { name, system, part }: { name: string; system: System; part: readonly PlannedContact[] },
): Promise<void> {
  const bytes = Buffer.from(system.csv(part))
  const answers = { name: system.name }
  const imported = must(await importFile(house, orgId, actor, { name, bytes, answers, matchNames: true }))
  if (imported.kind === 'questions')
    throw new Error(`The import asked: ${imported.questions.map(({ question }) => question).join(' ')}`)
}

/** Seconds of the wall clock since 1970: to compare moments of one place. */
const secondsAt = (day: Day, second: number): number => Date.parse(`${day}T00:00:00Z`) / 1000 + second

function wallClock(moment: Date, zone: string): number {
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeStyle: 'medium' }).format(moment)
  const [hours = 0, minutes = 0, seconds = 0] = clock.split(':').map(Number)
  return secondsAt(dayIn(moment, zone), hours * 3600 + minutes * 60 + seconds)
}

/** A contact as the system knows it at a moment: open where its solution is still to come; null before its first reply. */
function knownAt(contact: PlannedContact, until: number): PlannedContact | null {
  const began = secondsAt(contact.day, contact.second)
  if (began + (contact.replyAfter ?? 0) >= until) return null
  if (contact.solvedAfter === null || began + contact.solvedAfter < until) return contact
  return { ...contact, solved: false, solvedAfter: null, rating: null }
}

/** When a contact was last changed: an export holds what was touched since the one before. */
function lastTouch({ day, second, replyAfter, solvedAfter }: PlannedContact): number {
  return secondsAt(day, second) + (solvedAfter ?? replyAfter ?? 0)
}
