import { type Day, longDay, plainDay } from '../day.ts'
import { endOfThis } from './calendar.ts'
import type { Period } from './lead.ts'
import { NUMBER } from './number.ts'
import { periodsIn } from './period.ts'
import { type Goal, joined, type Letter, matchesOf, quoted, type Span, spanOf } from './reading.ts'

/** How often: "every morning", "twice a week", "fortnightly". A rhythm has no end of its own. */
const RHYTHM = new RegExp(
  `\\b(?:(?:every|each|per) ?(?:single |other |working |second |third |alternate |${NUMBER} )?(?:days?|morning|afternoon|evening|night|weekday|weeknight|weekend|weeks?|fortnight|months?|shift|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\\b|(?<!\\bthe )(?:daily|weekly|fortnightly|monthly|nightly)\\b|(?:once|twice|times|${NUMBER}|(?!in\\b|within\\b|inside\\b|for\\b|over\\b|after\\b|of\\b|half\\b|than\\b|such\\b|spend\\b|take\\b|have\\b|book\\b|during\\b|about\\b)[a-z]+) (?:a|an|per) (?:day|week|fortnight|month|shift)\\b|on (?:mon|tues|wednes|thurs|fri|satur|sun)days\\b)`,
  'g',
)

/** Words that sound like a time and fix none. Source: domain.md 5 ("in the next few weeks" is not time-bound). */
const LOOSE =
  /\b(?:as soon as (?:possible|i can|we can|practicable)|soon|asap|shortly|before (?:too |very )?long|on-?going|continual(?:ly)?|continuous(?:ly)?|in (?:the )?(?:near |foreseeable )?future|in due course|eventually|over time|one day(?= *(?:[.,;!?]|$))|some ?day|at some (?:point|stage)|immediately|when(?:ever)? (?:i|we) (?:can|have time)|until further notice|(?:(?:in|over|within|during) )?(?:the )?(?:(?:next|coming|following) )?(?:few|several|couple of) (?:days|weeks|months|years)|20xx|tbc|tbd|(?:the|a) (?:right|good) time)\b|(?:\b(?:by )?x+ ?)?\((?:date|tbc|tbd)\)|\[(?:date|month|year|day|when)[^\]]{0,200}\]/g

/**
 * What the words say about time: the letter, the rhythms it holds, the passages that are dates, the last day named,
 * and whether all that they name has passed.
 */
export type TimeReading = {
  letter: Letter
  rhythms: Span[]
  dates: Span[]
  day: Day | null
  passed?: boolean
  /** The words name a day that no calendar has, and nothing else. */
  noSuchDay?: boolean
}

const LATER_DAY = 'Give a date that is still to come.'

/** The last of the days that passages name; null where none names one. */
function lastOf(periods: readonly Period[]): Day | null {
  const days = periods.flatMap(({ day }) => day ?? [])
  return days.sort().at(-1) ?? null
}

/** What would complete the letter T, as a sentence. */
export function timeAdvice(today: Day): string {
  return `Say by when: a date such as “by ${plainDay(endOfThis('month', 3, today) ?? today)}”, or a period such as “over the next three months”.`
}

/**
 * Whether the words give the goal an end: a date, a period, a deadline, a count per quarter, term or year, a
 * rolling window, or a rhythm with an end. A rhythm alone is partly found; "soon" and "20XX" are not found.
 * Service times ("within two working days") belong to M. Dates are read day first, quarters by the calendar
 * year, the financial year to 31 March. A day that no calendar has is not found; one that
 * has passed is found in part, since the words do name an end. Source: domain.md 5.
 */
export function readTime(goal: Goal, today: Day): TimeReading {
  const periods = periodsIn(goal.plain, today)
  const rhythms = matchesOf(RHYTHM, goal.plain).map(spanOf)
  const loose = matchesOf(LOOSE, goal.plain).map(spanOf)
  const dates = joined([...periods.map((period) => period.span), ...loose])
  const real = periods.filter((period) => period.kind !== 'no such day')
  const spans = real.map((period) => period.span)
  const day = lastOf(real)
  if (spans.length > 0) {
    const named = quoted(goal, spans)
    const ends = real.filter((period) => period.kind === 'end')
    const because =
      day === null
        ? ends.length > 0
          ? `${named} gives it an end.`
          : `${named} says over what time it is counted.`
        : `${named} runs to ${longDay(day)}${day < today ? ', which has passed' : ''}.`
    const open = ends.some((period) => period.day === null)
    const passed = day !== null && day < today && !open
    const letter: Letter = { found: true, because, spans }
    return {
      letter: passed ? { ...letter, partly: true, lack: LATER_DAY } : letter,
      rhythms,
      dates,
      day,
      passed,
    }
  }
  if (periods.length > 0) {
    const none = periods.map((period) => period.span)
    const because = `${quoted(goal, none)}: there is no such day.`
    const lack = 'Give a day that the calendar has, day before month: for example “28 February”.'
    return {
      letter: { found: false, because, spans: none, lack },
      rhythms,
      dates,
      day: null,
      noSuchDay: true,
    }
  }
  if (rhythms.length > 0) {
    const because = `${quoted(goal, rhythms)} says how often, but not until when.`
    return { letter: { found: false, partly: true, because, spans: rhythms }, rhythms, dates, day: null }
  }
  const because =
    loose.length > 0 ? `${quoted(goal, loose)} does not fix a date.` : 'No date or period is named.'
  return { letter: { found: false, because, spans: loose }, rhythms, dates, day: null }
}
