import { GB } from 'chrono-node/en'
import { addDays, addMonths, type Day, dayOf, isoWeekday } from '../day.ts'

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/** A month by name, short or long: a pattern's source. */
export const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![a-z])\\.?'

const year = (day: Day): number => Number(day.slice(0, 4))

/** The first of the given days (one a year) that has not passed; the year may be said. */
export function coming(today: Day, said: number | null, dayIn: (year: number) => Day | null): Day | null {
  if (said !== null) return dayIn(said)
  const first = dayIn(year(today))
  return first !== null && first >= today ? first : dayIn(year(today) + 1)
}

const lastOfMonth = (year: number, month: number): Day | null => {
  const first = dayOf(year, month, 1)
  return first && addDays(addMonths(first, 1), -1)
}

/** A day and month as they are read off a text; the year where it is said. */
type Written = { date: number; month: number; year: number | null }

const fullYear = (said: string | undefined): number | null =>
  said === undefined ? null : said.length === 2 ? 2000 + Number(said) : Number(said)

function readWritten(text: string): Written | null {
  const iso = /^(\d{4})[-/](\d\d?)[-/](\d\d?)$/.exec(text)
  if (iso) return { date: Number(iso[3]), month: Number(iso[2]), year: Number(iso[1]) }
  const figures = /^(\d{1,2})[-/.](\d{1,2})(?:[-/.](\d{4}|\d\d))?$/.exec(text)
  if (figures) return { date: Number(figures[1]), month: Number(figures[2]), year: fullYear(figures[3]) }
  const named = /^(\d{1,2})(?:st|nd|rd|th)?(?: of)? ?([a-z]{3})[a-z]*\.?(?:,? ?(\d{4}))?$/.exec(text)
  if (!named) return null
  return { date: Number(named[1]), month: MONTHS.indexOf(named[2] ?? '') + 1, year: fullYear(named[3]) }
}

/**
 * A written date ("9 March", "03/04/2027", "next Friday"), read day first; the next such day where no year is said.
 * Null where no such day exists ("31 February").
 */
export function writtenDate(text: string, today: Day): Day | null {
  const written = readWritten(text)
  if (!written) return nextWeekday(text, today)
  const { date, month, year: said } = written
  if (said !== null) return dayOf(said, month, date)
  for (let of = year(today); of <= year(today) + LEAP; of++) {
    const day = dayOf(of, month, date)
    if (day !== null && day >= today) return day
  }
  return null
}

/** The most years between two days of one name: 29 February about the turn of a century that is no leap year. */
const LEAP = 8

/** A day of the week by its name; the next one, never one that has passed. */
function nextWeekday(text: string, today: Day): Day | null {
  const instant = new Date(`${today}T12:00:00Z`)
  const start = GB.parse(text, { instant, timezone: 0 }, { forwardDate: true })[0]?.start
  return start ? dayOf(start.get('year') ?? 0, start.get('month') ?? 0, start.get('day') ?? 0) : null
}

/** Where in a month, quarter or year a phrase points: its first days, its middle or its end. */
export type Part = 'start' | 'middle' | 'end'

/** The part that "end of", "mid-", "early" and the like name; the end where nothing is said. */
export function partOf(words: string): Part {
  if (/\b(?:mid|middle)\b/.test(words)) return 'middle'
  return /\b(?:early|start|beginning|first)\b/.test(words) ? 'start' : 'end'
}

/** A day in a named month: the 10th for its start, the 15th for its middle, its last day for its end. */
export function inMonth(name: string, said: number | null, part: Part, today: Day): Day | null {
  const month = MONTHS.indexOf(name.slice(0, 3)) + 1
  const at = (of: number) =>
    part === 'end' ? lastOfMonth(of, month) : dayOf(of, month, part === 'start' ? 10 : 15)
  return coming(today, said, at)
}

/** A part of a calendar year: its first quarter, its first half, or the whole of it. */
export function inYear(said: number, part: Part): Day | null {
  return lastOfMonth(said, part === 'start' ? 3 : part === 'middle' ? 6 : 12)
}

/** The end of a calendar quarter, 1 to 4. */
export function inQuarter(quarter: number, said: number | null, today: Day): Day | null {
  return coming(today, said, (of) => lastOfMonth(of, quarter * 3))
}

/** The end of a quarter, 1 to 4, of the financial year that begins in April of a year. */
export function inFinancialQuarter(quarter: number, begins: number): Day | null {
  return lastOfMonth(quarter === 4 ? begins + 1 : begins, quarter === 4 ? 3 : 3 + quarter * 3)
}

/** The end of the quarter that holds the day, or of a later one. */
function quarterEnd(today: Day, later: number): Day | null {
  const then = addMonths(today, 3 * later)
  return lastOfMonth(year(then), Math.ceil(Number(then.slice(5, 7)) / 3) * 3)
}

/** The end of a business year: `financial` on 31 March, `tax` on 5 April, `academic` on 31 August, else 31 December. */
export function yearEnd(kind: string, said: number | null, later: number, today: Day): Day | null {
  const [month, date] = /fin|fisc|fy/.test(kind)
    ? [3, 31]
    : /tax/.test(kind)
      ? [4, 5]
      : /acad|school|college/.test(kind)
        ? [8, 31]
        : [12, 31]
  const end = coming(today, said, (of) => dayOf(of, month ?? 12, date ?? 31))
  return end && addMonths(end, 12 * later)
}

/** The next day with that number in a month ("the 28th"); null where there is none. */
export function inThisMonth(date: number, today: Day): Day | null {
  for (let later = 0; later < 12; later++) {
    const month = addMonths(`${today.slice(0, 8)}01`, later)
    const day = dayOf(year(month), Number(month.slice(5, 7)), date)
    if (day !== null && day >= today) return day
  }
  return null
}

/** The day that lies a number of days, weeks, months or years ahead. */
export function ahead(count: number, unit: string, today: Day): Day | null {
  if (count > 1200) return null
  if (/^(?:working |business )?day/.test(unit)) return addDays(today, Math.round(count))
  if (/^week/.test(unit)) return addDays(today, Math.round(count * 7))
  if (/^fortnight/.test(unit)) return addDays(today, Math.round(count * 14))
  if (/^month/.test(unit)) return addMonths(today, Math.round(count))
  if (/^quarter/.test(unit)) return addMonths(today, Math.round(count * 3))
  return /^year/.test(unit) ? addMonths(today, Math.round(count * 12)) : null
}

/** The end of this or a later week, month, quarter or year; null for a term or season, whose dates are the centre's. */
export function endOfThis(unit: string, later: number, today: Day): Day | null {
  if (/^(?:week|weekend)$/.test(unit)) return addDays(today, 7 - isoWeekday(today) + 7 * later)
  if (unit === 'fortnight') return addDays(today, 14)
  if (unit === 'month') {
    const then = addMonths(today, later)
    return lastOfMonth(year(then), Number(then.slice(5, 7)))
  }
  if (unit === 'quarter') return quarterEnd(today, later)
  return unit === 'year' ? yearEnd('', null, later, today) : null
}
