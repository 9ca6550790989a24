import { addDays, type Day, daysBetween, isoWeekday, plainDay } from '../../../kernel/day.ts'
import { count, duration, percent } from '../../../kernel/text.ts'
import type { ContactRow } from './contact.ts'
import type { Mapping, Role } from './mapping.ts'
import type { Reading } from './read.ts'

/** One thing to check about a reading: its first words stand out. `warn`: worth a second look. */
export type Note = { tone: 'good' | 'warn'; lead: string; rest: string }

const WEEKDAYS = ['', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
/** Kinds of rejected rows that are named one by one. */
const NAMED_REASONS = 5

const good = (lead: string, rest: string): Note => ({ tone: 'good', lead, rest })
const warn = (lead: string, rest: string): Note => ({ tone: 'warn', lead, rest })
const number = (n: number): string => n.toLocaleString('en-GB')

/** "Does it look right?": what a person can check at a glance before anything is loaded. */
export function looks(reading: Reading, mapping: Mapping): Note[] {
  const roles = new Set<Role>(Object.values(mapping.columns))
  const answered = reading.contacts.filter((contact) => contact.answered)
  const notes: (Note | null)[] = [
    period(reading.contacts),
    unanswered(reading),
    handleTime(answered),
    ids(reading, mapping, roles),
    people(answered, roles),
    topics(reading, mapping),
    satisfaction(answered, roles),
    roles.has('customer')
      ? null
      : warn(
          'No customer column,',
          `so repeat contacts cannot be counted.${roles.has('outcome') ? ' “Resolved” is the adviser’s own word' : ''}`,
        ),
    ...rejections(reading),
  ]
  return notes.filter((note) => note !== null)
}

function period(contacts: readonly ContactRow[]): Note | null {
  const days = new Set(contacts.map(({ day }) => day))
  let [first, last]: [Day | null, Day | null] = [null, null]
  for (const day of days) {
    if (first === null || day < first) first = day
    if (last === null || day > last) last = day
  }
  if (first === null || last === null) return null
  if (first === last) return good('Dates', `are all ${plainDay(first)}`)
  return good('Dates', `run from ${plainDay(first)} to ${plainDay(last)}, ${coverage(days, first, last)}`)
}

function coverage(days: ReadonlySet<Day>, first: Day, last: Day): string {
  const all = daysBetween(first, last) + 1
  const missing = new Map<number, number>()
  for (let at = 0; at < all && all < 20_000; at += 1) {
    const day = addDays(first, at)
    if (!days.has(day)) missing.set(isoWeekday(day), (missing.get(isoWeekday(day)) ?? 0) + 1)
  }
  if (missing.size === 0) return 'every day'
  const [only] = missing
  if (missing.size === 1 && only) return `every day but ${count(only[1], WEEKDAYS[only[0]] ?? '')}`
  return `${number(days.size)} of ${number(all)} days`
}

function unanswered({ unanswered, unansweredNamed }: Reading): Note | null {
  if (unanswered === 0) return null
  if (unansweredNamed === 0)
    return good(`${count(unanswered, 'call')} nobody answered.`, 'They count against no one')
  return good(
    `${count(unansweredNamed, 'call')} nobody answered`,
    `still ${unansweredNamed === 1 ? 'carries' : 'carry'} an adviser’s name. They count against no one`,
  )
}

function handleTime(contacts: readonly ContactRow[]): Note | null {
  const seconds = contacts.flatMap(({ handleSeconds }) => (handleSeconds === null ? [] : [handleSeconds]))
  seconds.sort((a, b) => a - b)
  const [low, middle, high] = [seconds[0], seconds[Math.floor((seconds.length - 1) / 2)], seconds.at(-1)]
  if (low === undefined || middle === undefined || high === undefined) return null
  return good('Handle time', `is ${duration(low)} to ${duration(high)}, middle ${duration(middle)}`)
}

function ids(
  { duplicates, grain, contacts, accepted }: Reading,
  mapping: Mapping,
  roles: ReadonlySet<Role>,
): Note {
  if (!roles.has('id')) {
    const repeats =
      duplicates > 0 ? ` ${count(duplicates, 'row')} repeat another word for word and count once` : ''
    return warn('No id column,', `so a row that changes in a later file would count again.${repeats}`)
  }
  const repeats = duplicates === 0 ? '' : ` but for ${count(duplicates, 'repeat')}, word for word the same`
  if (grain.repeated === 0) return good('Ids', `are unique${repeats}`)
  if (mapping.grain === 'ticket') {
    return good(
      `${count(accepted, 'row')} tell of ${count(contacts.length, 'contact')}:`,
      `${count(grain.repeated, 'ticket')} spread over several rows, and each counts once${duplicates ? `. ${count(duplicates, 'row')} repeat another word for word` : ''}`,
    )
  }
  return warn(
    `${count(grain.repeated, 'id')} stand on several rows,`,
    'and each row counts as a contact of its own',
  )
}

function people(contacts: readonly ContactRow[], roles: ReadonlySet<Role>): Note {
  if (!roles.has('person')) return warn('No adviser column,', 'so the contacts count for nobody')
  const names = new Set(contacts.flatMap(({ agentName }) => (agentName === null ? [] : [agentName])))
  const without = contacts.filter(({ agentName }) => agentName === null).length
  const rest = without === 0 ? 'on every answered contact' : `and ${count(without, 'contact')} with nobody’s`
  return good(`${count(names.size, 'adviser’s name', 'advisers’ names')}`, rest)
}

function topics({ contacts, grain }: Reading, mapping: Mapping): Note | null {
  if (mapping.grain !== 'ticket' || grain.repeated === 0 || !Object.values(mapping.columns).includes('topic'))
    return null
  const none = contacts.filter(({ topic }) => topic === null).length
  if (none === 0) return null
  return warn(`${count(none, 'contact')} without a topic:`, 'the rows give none, or more than one')
}

function satisfaction(contacts: readonly ContactRow[], roles: ReadonlySet<Role>): Note | null {
  if (!roles.has('rating') || contacts.length === 0) return null
  const rated = contacts.filter(({ rating }) => rating !== null).length
  if (rated === contacts.length) {
    const all = `Satisfaction is there for all ${count(rated, 'answered contact')}.`
    return warn(all, 'Few surveys reach everyone. Who gives the score?')
  }
  const share = rated / contacts.length
  const text = share > 0 && share < 0.005 ? 'under 1%' : percent(share)
  return good(
    'Satisfaction',
    `is there for ${number(rated)} of ${count(contacts.length, 'contact')} (${text})`,
  )
}

function rejections({ rejected }: Reading): Note[] {
  const reasons = new Map<string, number>()
  for (const { why } of rejected) reasons.set(why, (reasons.get(why) ?? 0) + 1)
  const sorted = [...reasons].toSorted((a, b) => b[1] - a[1])
  const named = sorted
    .slice(0, NAMED_REASONS)
    .map(([why, n]) => warn(`${count(n, 'row')} will be rejected:`, why))
  const more = sorted.slice(NAMED_REASONS).reduce((sum, [, n]) => sum + n, 0)
  return more === 0
    ? named
    : [...named, warn(`${count(more, 'row')} more will be rejected`, 'for other reasons')]
}
