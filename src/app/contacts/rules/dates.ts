import type { DateOrder } from './mapping.ts'

/** A local time as though it were UTC, and how much time its text leaves open: 1 s, 1 min or 1 day, in milliseconds. */
export type Written = { ms: number; span: number; zoned: boolean }

/** A reading, or why there is none. */
type DateReading = { ok: true; value: Written } | { ok: false; why: string }

const SECOND = 1000
const MINUTE = 60_000
const DAY = 86_400_000

const NAMES = 'January February March April May June July August September October November December'.split(
  ' ',
)

/** Month names by their beginnings in five languages, without accents. */
const MONTHS: readonly [RegExp, number][] = [
  [/^(jan|ene)/, 1],
  [/^(feb|fev)/, 2],
  [/^(mar(?!t?i)|mrz|maer|mae)/, 3],
  [/^(apr|abr|avr)/, 4],
  [/^(may|mai|may)/, 5],
  [/^(jun|juin)/, 6],
  [/^(jul|juil)/, 7],
  [/^(aug|ago|aou)/, 8],
  [/^(sep|set)/, 9],
  [/^(oct|okt|out)/, 10],
  [/^nov/, 11],
  [/^(dec|dez|dic)/, 12],
]

const NUMERIC = /^(\d{1,4})([-/.\s])(\d{1,2})\2(\d{1,4})(?:(?:,?\s+|T)(\S.*))?$/
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?)?$/
const DAY_NAMED =
  /^(?:\p{L}+\.?,?\s+)?(\d{1,2})(?:st|nd|rd|th|\.)?[-\s/]+(?:de\s+)?(\p{L}{3,})\.?,?[-\s/]+(?:de\s+)?(\d{4})(?:,?\s+(?:at\s+)?(\S.*))?$/u
const NAMED_DAY =
  /^(?:\p{L}+\.?,\s+)?(\p{L}{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?:,?\s+(?:at\s+)?(\S.*))?$/u
const CLOCK =
  /^(\d{1,2})(?:[:.h](\d{2}))?(?:[:.](\d{2})(?:[.,](\d{1,9}))?)?\s*(am|pm|a\.\s?m\.|p\.\s?m\.)?\s*(z|utc|gmt|[+-]\d{2}:?\d{2}|[+-]\d{2})?$/i

const failed = (why: string): DateReading => ({ ok: false, why })

/** A time of day in milliseconds after midnight, its span, and its offset from UTC in minutes where it names one. */
type Clock = { ms: number; span: number; offset: number | null }

/** Reads a time of day in 12 or 24 hours ("9:05 pm", "21:05:30.5"), or says why it is none. */
export function readClock(text: string): { ok: true; value: Clock } | { ok: false; why: string } {
  const match = CLOCK.exec(text)
  if (!match || (match[2] === undefined && match[5] === undefined)) {
    return { ok: false, why: `“${text.slice(0, 40)}” is not a time of day` }
  }
  let hour = Number(match[1])
  const minute = Number(match[2] ?? 0)
  const second = Number(match[3] ?? 0)
  const half = match[5]?.[0]?.toLowerCase()
  if (half) {
    if (hour < 1 || hour > 12) return { ok: false, why: 'With am or pm the hour is 1 to 12' }
    hour = (hour % 12) + (half === 'p' ? 12 : 0)
  }
  if (hour > 23) return { ok: false, why: 'The hour is 0 to 23' }
  if (minute > 59) return { ok: false, why: 'The minute is 0 to 59' }
  if (second > 59) return { ok: false, why: 'The second is 0 to 59' }
  const fraction = match[4] === undefined ? 0 : Math.floor(Number(`0.${match[4]}`) * SECOND)
  const ms = ((hour * 60 + minute) * 60 + second) * SECOND + fraction
  return {
    ok: true,
    value: { ms, span: match[3] === undefined ? MINUTE : SECOND, offset: offsetOf(match[6]) },
  }
}

function offsetOf(text: string | undefined): number | null {
  if (text === undefined) return null
  const match = /^([+-])(\d{2}):?(\d{2})?$/.exec(text)
  if (!match) return 0
  return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3] ?? 0))
}

const fullYear = (year: number, digits: number): number =>
  digits > 2 ? year : year + (year < 70 ? 2000 : 1900)

function dayAt(
  year: number,
  month: number,
  day: number,
): { ok: true; ms: number } | { ok: false; why: string } {
  if (month < 1 || month > 12) return { ok: false, why: `There is no month ${month}` }
  if (year < 1970 || year > 2200) return { ok: false, why: `The year ${year} cannot be right` }
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate()
  if (day >= 1 && day <= days) return { ok: true, ms: Date.UTC(year, month - 1, day) }
  if (day < 1 || day > 31) return { ok: false, why: `There is no day ${day} in a month` }
  return { ok: false, why: `${NAMES[month - 1]}${month === 2 ? ` ${year}` : ''} has ${days} days` }
}

function withClock(year: number, month: number, day: number, clock: string | undefined): DateReading {
  const date = dayAt(year, month, day)
  if (!date.ok) return failed(date.why)
  if (clock === undefined) return { ok: true, value: { ms: date.ms, span: DAY, zoned: false } }
  const time = readClock(clock)
  if (!time.ok) return failed(time.why)
  const { ms, span, offset } = time.value
  return { ok: true, value: { ms: date.ms + ms - (offset ?? 0) * MINUTE, span, zoned: offset !== null } }
}

const plainName = (name: string): string => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
const monthOf = (name: string): number => MONTHS.find(([start]) => start.test(plainName(name)))?.[1] ?? 0

/**
 * Reads a date, with a time or without: numbers in the given order (a year of four digits in front needs none),
 * month names in five languages, ISO 8601 with or without an offset, seconds or milliseconds since 1970.
 * A date that cannot be is not moved to one that can: "31/11/2026" answers "November has 30 days".
 */
export function readDate(text: string, order: DateOrder | null): DateReading {
  const match = NUMERIC.exec(text)
  if (match) {
    const a = match[1] ?? ''
    const c = match[4] ?? ''
    const [x, y, z] = [Number(a), Number(match[3]), Number(c)]
    if (a.length > 2) return a.length === 4 ? withClock(x, y, z, match[5]) : failed(notDate(text))
    if (c.length === 3 || c.length === 1) return failed(notDate(text))
    if (c.length === 4 && order === 'ymd') return failed('The year does not stand first here')
    if (order === 'ymd') return withClock(fullYear(x, a.length), y, z, match[5])
    if (order === null) return failed('The file does not say whether the day or the month comes first')
    return withClock(fullYear(z, c.length), order === 'dmy' ? y : x, order === 'dmy' ? x : y, match[5])
  }
  const compact = COMPACT.exec(text)
  if (compact) {
    const [, year, month, day, hour, minute, second = ''] = compact
    const clock = hour === undefined ? undefined : `${hour}:${minute}${second && `:${second}`}`
    return withClock(Number(year), Number(month), Number(day), clock)
  }
  const dayFirst = DAY_NAMED.exec(text)
  const month = monthOf(dayFirst?.[2] ?? '')
  if (dayFirst && month) return withClock(Number(dayFirst[3]), month, Number(dayFirst[1]), dayFirst[4])
  const monthFirst = NAMED_DAY.exec(text)
  const named = monthOf(monthFirst?.[1] ?? '')
  if (monthFirst && named)
    return withClock(Number(monthFirst[3]), named, Number(monthFirst[2]), monthFirst[4])
  if (/^\d{10}$|^\d{13}$/.test(text)) {
    return {
      ok: true,
      value: { ms: Number(text) * (text.length === 10 ? SECOND : 1), span: SECOND, zoned: true },
    }
  }
  return failed(notDate(text))
}

const notDate = (text: string): string => `“${text.slice(0, 40)}” is not a date`

/** What the dates seen so far say about their order. */
export type OrderEvidence = {
  /** Dates written with numbers, the year not in front. */
  numeric: number
  /** Dates that need no order: year first with four digits, month named, or seconds since 1970. */
  plainDates: number
  /** Dates that two orders read as different days. */
  open: number
  /** For each order: how many dates it cannot read, and the first of them. */
  against: Record<DateOrder, { n: number; line: number; text: string }>
  first: { line: number; text: string } | null
}

export function noOrderEvidence(): OrderEvidence {
  const none = () => ({ n: 0, line: 0, text: '' })
  return {
    numeric: 0,
    plainDates: 0,
    open: 0,
    against: { dmy: none(), mdy: none(), ymd: none() },
    first: null,
  }
}

/** Adds one date of the file to the evidence. Source: helpdesk.md 4.2 (proved by a day above 12, else asked). */
export function weighDate(evidence: OrderEvidence, text: string, line: number): void {
  const match = NUMERIC.exec(text)
  const a = match?.[1] ?? ''
  const c = match?.[4] ?? ''
  if (!match || a.length > 2 || c.length === 3 || c.length === 1) {
    if (readDate(text, null).ok) evidence.plainDates += 1
    return
  }
  const [x, y, z] = [Number(a), Number(match[3]), Number(c)]
  const day = (n: number) => n >= 1 && n <= 31
  const month = (n: number) => n >= 1 && n <= 12
  const fits: Record<DateOrder, boolean> = {
    dmy: day(x) && month(y),
    mdy: month(x) && day(y),
    ymd: c.length === 2 && a.length === 2 && month(y) && day(z),
  }
  if (!fits.dmy && !fits.mdy && !fits.ymd) return
  evidence.numeric += 1
  if (fits.dmy && fits.mdy && x !== y) {
    evidence.open += 1
    evidence.first ??= { line, text }
  } else if (fits.ymd && z !== x) evidence.open += 1
  for (const order of ['dmy', 'mdy', 'ymd'] as const) {
    const against = evidence.against[order]
    if (!fits[order] && ++against.n === 1) Object.assign(against, { line, text })
  }
}

export type OrderVerdict =
  | { proved: true; order: DateOrder | null; because: string }
  | { proved: false; because: string }

const ONLY: Record<DateOrder, string> = { dmy: 'day first', mdy: 'month first', ymd: 'year first' }

/**
 * The order that the dates prove: every other order fails on some date, and this one on none (or on fewer than a
 * tenth as many, which are then rejected as dates that cannot be). Otherwise a person must say.
 */
export function dateOrderOf(evidence: OrderEvidence): OrderVerdict {
  const { numeric, against } = evidence
  if (numeric === 0) {
    return evidence.plainDates > 0
      ? { proved: true, order: 'ymd', because: 'Every date puts its year first or names its month.' }
      : { proved: true, order: null, because: 'No column holds dates.' }
  }
  const orders = (['dmy', 'mdy', 'ymd'] as const).toSorted((p, q) => against[p].n - against[q].n)
  const [best = 'dmy', second = 'mdy'] = orders
  if (against[second].n > 10 * against[best].n) {
    const witness = against[best === 'mdy' ? 'dmy' : best === 'dmy' ? 'mdy' : 'dmy']
    return {
      proved: true,
      order: best,
      because: `Line ${witness.line}: ${witness.text} can only be ${ONLY[best]}.`,
    }
  }
  if (evidence.open === 0 && against.dmy.n === 0) {
    return { proved: true, order: 'dmy', because: 'Day and month are the same number in every date.' }
  }
  if (against.dmy.n > 0 && against.mdy.n > 0) {
    return {
      proved: false,
      because: `Line ${against.mdy.line}: ${against.mdy.text} can only be day first, but line ${against.dmy.line}: ${against.dmy.text} can only be month first.`,
    }
  }
  return {
    proved: false,
    because: `All ${numeric.toLocaleString('en-GB')} dates have 12 or less in both places, so the file does not say. A wrong answer moves every contact.`,
  }
}
