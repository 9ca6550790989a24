import { addDays, type Day, dayIn, isoWeekday } from '../../../kernel/day.ts'
import { endOfQuiet, momentOf, type Quiet } from '../../../kernel/quiet.ts'

/** The time of day from which a digest goes. */
const MORNING = '08:00'

/** Days for which a digest that was due is still sent, as after a rest of the server. */
const STILL = 2

/** When somebody's digest goes, which day's they got last, and when they are left in peace. */
export type DigestChoice = { weekday: number; sentFor: Day | null; quiet: Quiet; zone: string }

/** The digest that nobody sent yet of the weekday that is today or was last, and from when it goes; null where it is sent. */
function unsent(
  today: Day,
  { weekday, sentFor, quiet, zone }: DigestChoice,
): { day: Day; from: Date } | null {
  const day = addDays(today, -((isoWeekday(today) - weekday + 7) % 7))
  if (sentFor !== null && sentFor >= day) return null
  return { day, from: endOfQuiet(momentOf(day, MORNING, zone), quiet, zone) }
}

/**
 * The day whose digest is due now, or null. It goes once, from the morning of its weekday on or from the end of the quiet
 * hours or weekend in which that morning lies, never in quiet hours, and two days later not any more: last week's news
 * helps nobody.
 */
export function digestDue(moment: Date, choice: DigestChoice): Day | null {
  const { quiet, zone } = choice
  const today = dayIn(moment, zone)
  const digest = unsent(today, choice)
  if (!digest || moment < digest.from || endOfQuiet(moment, quiet, zone) > moment) return null
  return today < addDays(dayIn(digest.from, zone), STILL) ? digest.day : null
}

/** Whether a digest goes later today, or is due now: what it will say need not be said by a mail of its own. */
export function digestAhead(moment: Date, choice: DigestChoice): boolean {
  const today = dayIn(moment, choice.zone)
  const digest = unsent(today, choice)
  return digest !== null && dayIn(digest.from, choice.zone) === today
}
