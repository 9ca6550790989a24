import { addDays, type Day, dayIn, isoWeekday } from '../../../kernel/day.ts'
import { momentOf, type Quiet } from './quiet.ts'

/** The time of day from which a digest goes; later where the quiet hours end later. */
const MORNING = '08:00'

/** Days for which a digest that was due is still sent, as after a rest of the server. */
const STILL = 2

/**
 * The day whose digest is due now, or null. It goes once, from the morning of its weekday on, and two days later not any
 * more: last week's news helps nobody.
 */
export function digestDue(
  moment: Date,
  choice: { weekday: number; sentFor: Day | null },
  quiet: Quiet,
  zone: string,
): Day | null {
  const today = dayIn(moment, zone)
  const since = (isoWeekday(today) - choice.weekday + 7) % 7
  const day = addDays(today, -since)
  if (since >= STILL || (choice.sentFor !== null && choice.sentFor >= day)) return null
  const time = quiet.from > quiet.to && quiet.to > MORNING ? quiet.to : MORNING
  return moment >= momentOf(day, time, zone) ? day : null
}
