import { addDays, type Day } from '../src/kernel/day.ts'
import type { PlannedContact } from './contacts.ts'

/**
 * The contacts as a British telephone system writes them: UTF-8, commas, day and time in two columns with the day
 * first, `Y` and `N`, unanswered calls with an agent's name and empty cells.
 */
export function telephoneCsv(contacts: readonly PlannedContact[]): string {
  const header =
    'call_id,agent,customer,date,time,topic,answered,resolved,speed_of_answer_seconds,talk_time,satisfaction'
  const rows = contacts.map((one) =>
    [
      `C${String(one.number).padStart(6, '0')}`,
      one.person,
      one.customer,
      british(one.day),
      clock(one.second),
      one.topic,
      one.answered ? 'Y' : 'N',
      one.solved ? 'Y' : 'N',
      one.replyAfter ?? '',
      one.handleSeconds === null ? '' : clock(one.handleSeconds),
      one.rating ?? '',
    ].join(','),
  )
  return `${[header, ...rows].join('\n')}\n`
}

/**
 * The contacts as a helpdesk's ticket export writes them: byte-order mark, semicolons, `-` for nothing, minutes, and
 * one row for each time somebody touched the ticket, so that a ticket is spread over one to four rows.
 */
export function ticketCsv(contacts: readonly PlannedContact[]): string {
  const header =
    'Ticket;Requester;Category;Opened;First reply;Solved;Assigned to;Satisfaction;Update;Update by;Resolved'
  const rows = contacts.flatMap((one) => {
    const last = one.solvedAfter ?? (one.replyAfter ?? 0) + 1800
    const touches = 1 + (one.number % 4)
    return Array.from({ length: touches }, (_, i) =>
      [
        40_000 + one.number,
        one.customer,
        one.topic,
        moment(one, 0),
        one.replyAfter === null ? '-' : moment(one, one.replyAfter),
        one.solvedAfter === null ? '-' : moment(one, one.solvedAfter),
        one.person,
        one.rating ?? '-',
        moment(one, Math.round((last * (i + 1)) / touches)),
        i % 2 === 0 ? one.person : one.customer,
        one.solved ? 'yes' : 'no',
      ].join(';'),
    )
  })
  return `\uFEFF${[header, ...rows].join('\r\n')}\r\n`
}

const two = (number: number): string => String(number).padStart(2, '0')

const british = (day: Day): string => day.split('-').reverse().join('/')

const clock = (seconds: number): string =>
  [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(two).join(':')

function moment(contact: PlannedContact, after: number): string {
  const second = contact.second + after
  return `${british(addDays(contact.day, Math.floor(second / 86_400)))} ${clock(second % 86_400).slice(0, 5)}`
}
