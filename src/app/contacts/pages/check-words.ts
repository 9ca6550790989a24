import type { Option } from '../../../ui/field.tsx'
import type { Mapping, Role } from '../rules/mapping.ts'

/** What a column becomes, in words. */
export const ROLE_WORDS: Record<Role, string> = {
  id: 'Contact’s number',
  person: 'Adviser',
  customer: 'Customer, kept as a key',
  topic: 'Topic',
  opened: 'Opened, date and time',
  date: 'Date',
  time: 'Time',
  firstReply: 'First reply, date and time',
  replySeconds: 'Speed of answer, seconds',
  replyMinutes: 'Speed of answer, minutes',
  replyHours: 'Speed of answer, hours',
  solved: 'Solved, date and time',
  outcome: 'Resolved, as the adviser logged it',
  answered: 'Answered, yes or no',
  rating: 'Satisfaction',
  handleTime: 'Handle time',
  handleMinutes: 'Handle time, minutes',
  ignore: 'Leave out',
}

const ENCODING_WORDS: Record<Mapping['encoding'], string> = {
  'utf-8': 'UTF-8',
  'windows-1252': 'Windows-1252',
  'iso-8859-15': 'ISO 8859-15',
  cp850: 'DOS 850',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16, big end first',
}

const options = (words: Readonly<Record<string, string>>): Option[] =>
  Object.entries(words).map(([value, text]) => ({ value, text }))

/** The answers to each way in which a file can be read. A tab is sent as the word. */
export const CHOICES = {
  encoding: options(ENCODING_WORDS),
  delimiter: options({ ',': 'Comma ,', ';': 'Semicolon ;', tab: 'Tab', '|': 'Vertical bar |' }),
  dateOrder: options({ dmy: 'Day, month, year', mdy: 'Month, day, year', ymd: 'Year, month, day' }),
  decimal: options({ '.': 'Point, as in 1.5', ',': 'Comma, as in 1,5' }),
  grain: options({ ticket: 'Several rows tell of one ticket', row: 'Each row is a contact' }),
  ratingMax: options({ '5': '1 to 5', '7': '1 to 7', '10': '1 to 10', '100': '0 to 100' }),
  roles: options(ROLE_WORDS),
} as const

/** The lines that the headings can be on; 0: none. */
export function headerChoices(line: number): Option[] {
  return [...new Set([1, 2, 3, 4, 5, line, 0])]
    .filter((one, at, all) => all.indexOf(one) === at)
    .map((one) => ({ value: String(one), text: one === 0 ? 'None' : `On line ${one}` }))
}

/** "412 kB". */
export function sizeWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}
