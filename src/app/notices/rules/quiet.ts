import type { Refusal } from '../../../kernel/outcome.ts'
import type { Quiet, Time } from '../../../kernel/quiet.ts'

/** What holds until an organisation says otherwise. */
export const USUAL_QUIET: Quiet = { from: '18:00', to: '08:00', weekends: true }

/** Whether a text is a time of day, `00:00` to `23:59`. */
const isTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text)

/** Why these hours can't be kept; none where they can. */
export function checkQuiet({ from, to }: Pick<Quiet, 'from' | 'to'>): Refusal[] {
  const refusals: Refusal[] = []
  for (const [field, time] of [
    ['from', from],
    ['to', to],
  ] as const)
    if (!isTime(time)) refusals.push({ field, message: 'Write a time such as 18:00 or 08:30.' })
  return refusals
}

/** Reads a time as it may be typed: "8", "8:30", "18.00". The text itself where it is none. */
export function readTime(text: string): Time {
  const [, hours, minutes = '00'] = /^(\d{1,2})(?:[:.](\d{2}))?$/.exec(text.trim()) ?? []
  return hours === undefined ? text.trim() : `${hours.padStart(2, '0')}:${minutes}`
}
