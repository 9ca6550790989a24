import { options } from '../../../ui/reading/reading-fields.tsx'
import type { Role } from '../rules/mapping.ts'

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

/** The answers to each way in which a file can be read. */
export const CHOICES = {
  grain: options({ ticket: 'Several rows tell of one ticket', row: 'Each row is a contact' }),
  ratingMax: options({ '5': '1 to 5', '7': '1 to 7', '10': '1 to 10', '100': '0 to 100' }),
  roles: options(ROLE_WORDS),
} as const

/** "412 kB". */
export function sizeWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}
