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

const calls = { name: 'Telephone system', file: 'calls', csv: telephoneCsv }
const tickets = { name: 'Ticket system', file: 'tickets', csv: ticketCsv }

/** How long before the loading the last exports were made, in milliseconds. */
export const LAST_EXPORT_AGO = 15 * 60_000

/** Every export of two years, oldest first; the last two hold what happened until now. */
export function exportsUntil(now: Date, zone: string): Export[] {
  const today = dayIn(now, zone)
  const until = new Date(now.getTime() - LAST_EXPORT_AGO)
  const days = (...ago: number[]) => ago.map((one) => workingDay(today, one))
  const past = (contacts: readonly PlannedContact[]) => contacts.filter((one) => isPast(one, until, zone))
  return [
    ...partsOf(calls, past(callsUntil(today)), [...days(BEGAN - 2, 127, 71, 35, 6), today]),
    ...partsOf(tickets, past(ticketsUntil(today)), [...days(71), today]),
  ].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}

type System = { name: string; file: string; csv(contacts: readonly PlannedContact[]): string }

function partsOf(system: System, contacts: readonly PlannedContact[], days: readonly Day[]): Export[] {
  return days.flatMap((day, index) => {
    const since = days[index - 1] ?? '0000-01-01'
    const last = day === days.at(-1)
    const part = contacts.filter((one) => one.day >= since && (last || one.day < day))
    const [first] = part
    if (!first) return []
    const to = last ? (part.at(-1)?.day ?? day) : addDays(day, -1)
    const name = `${system.file}-${first.day}-to-${to}.csv`
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

/** Whether a contact had begun and, where it was answered, the first reply had come. A solution to come is not known yet. */
function isPast(contact: PlannedContact, now: Date, zone: string): boolean {
  const today = dayIn(now, zone)
  if (contact.day !== today) return contact.day < today
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeStyle: 'medium' }).format(now)
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  return contact.second + (contact.solvedAfter ?? contact.replyAfter ?? 0) < hours * 3600 + minutes * 60
}
