/** A calendar day, `YYYY-MM-DD`. Days have no zone; a moment becomes a day only in a named zone (`dayIn`). */
export type Day = string

const MS = 86_400_000
const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
)
const WEEKDAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ')

const utc = (day: Day): number => Date.parse(`${day}T00:00:00Z`)
const fromUtc = (ms: number): Day => new Date(ms).toISOString().slice(0, 10)

/** Whether a text is a day that exists from the year 1 on (`2026-02-30` does not, nor does the year 0). */
export function isDay(text: string): boolean {
  return /^(?!0000)\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(utc(text)) && fromUtc(utc(text)) === text
}

/** The day of these numbers, or null where there is no such day. */
export function dayOf(year: number, month: number, date: number): Day | null {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
  return isDay(text) ? text : null
}

/** `days` later (or earlier, where negative). */
export function addDays(day: Day, days: number): Day {
  return fromUtc(utc(day) + days * MS)
}

/** `months` later on the same date, or on the last day of a shorter month. */
export function addMonths(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const first = new Date(Date.UTC(year, month - 1 + months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  return fromUtc(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), Math.min(date, last)))
}

/** Whole days from one day to another; negative where `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((utc(to) - utc(from)) / MS)
}

/** 1 Monday to 7 Sunday (ISO 8601). */
export function isoWeekday(day: Day): number {
  return new Date(utc(day)).getUTCDay() || 7
}

/** The Monday of the ISO week that holds the day. */
export function weekStart(day: Day): Day {
  return addDays(day, 1 - isoWeekday(day))
}

const zones = new Map<string, Intl.DateTimeFormat>()

function formatIn(zone: string): Intl.DateTimeFormat {
  const made = zones.get(zone)
  if (made) return made
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
  zones.set(zone, format)
  return format
}

/** The calendar day of a moment in an IANA zone such as `Europe/London`. */
export function dayIn(moment: Date, zone: string): Day {
  return formatIn(zone).format(moment)
}

const parts = (day: Day) => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return { year, month: MONTHS[month - 1] ?? '', date, weekday: WEEKDAYS[isoWeekday(day) % 7] ?? '' }
}

/** "Tuesday 24 November 2026": the first time a day is named on a page. */
export function longDay(day: Day): string {
  const { year, month, date, weekday } = parts(day)
  return `${weekday} ${date} ${month} ${year}`
}

/** "24 November 2026". */
export function plainDay(day: Day): string {
  const { year, month, date } = parts(day)
  return `${date} ${month} ${year}`
}

/** "24 Nov", with the year where it is not this one: for tables. */
export function shortDay(day: Day, today: Day): string {
  const { year, month, date } = parts(day)
  return `${date} ${month.slice(0, 3)}${day.slice(0, 4) === today.slice(0, 4) ? '' : ` ${year}`}`
}

/** "today", "yesterday", "6 days ago", "10 weeks ago", "8 months ago"; and "in 7 days" for what is to come. */
export function agoOf(day: Day, today: Day): string {
  const days = daysBetween(day, today)
  if (days === 0) return 'today'
  if (days === 1) return 'yesterday'
  if (days === -1) return 'tomorrow'
  const size = Math.abs(days)
  const text =
    size < 14
      ? `${size} days`
      : size < 120
        ? `${Math.floor(size / 7)} weeks`
        : `${Math.floor(size / 30.44)} months`
  return days > 0 ? `${text} ago` : `in ${text}`
}
