import { addDays, addMonths, type Day, dayOf, isoWeekday } from '../day.ts'
import { coming, type Part } from './calendar.ts'

/** Easter Sunday of a year (anonymous Gregorian algorithm, Nature 1876). */
function easter(of: number): Day | null {
  const a = of % 19
  const b = Math.floor(of / 100)
  const c = of % 100
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114
  return dayOf(of, Math.floor(f / 31), (f % 31) + 1)
}

/** The last Sunday of a month of 31 days: the clocks change on it in March and October. */
function lastSunday(of: number, month: number): Day | null {
  const last = dayOf(of, month, 31)
  return last && addDays(last, -(isoWeekday(last) % 7))
}

type Feast = { name: string; day: ((year: number) => Day | null) | null }

const on =
  (month: number, date: number): Feast['day'] =>
  (year) =>
    dayOf(year, month, date)
const fromEaster =
  (days: number): Feast['day'] =>
  (year) => {
    const sunday = easter(year)
    return sunday && addDays(sunday, days)
  }

/** Days of the British year by their names (patterns); no day where the date is another calendar's or the place's own. */
const FEASTS: readonly Feast[] = [
  { name: 'christmas eve', day: on(12, 24) },
  { name: 'christmas|xmas', day: on(12, 25) },
  { name: 'boxing day', day: on(12, 26) },
  { name: '(?:chinese|lunar) new year', day: null },
  { name: "new year'?s day", day: on(1, 1) },
  { name: 'new year', day: on(12, 31) },
  { name: 'twelfth night', day: on(1, 5) },
  { name: 'burns night', day: on(1, 25) },
  { name: 'candlemas', day: on(2, 2) },
  { name: "(?:st |saint )?valentine'?s(?: day)?", day: on(2, 14) },
  { name: "st david'?s day", day: on(3, 1) },
  { name: "st patrick'?s day", day: on(3, 17) },
  { name: "st george'?s day", day: on(4, 23) },
  { name: 'may day', day: on(5, 1) },
  { name: 'midsummer', day: on(6, 24) },
  { name: 'michaelmas', day: on(9, 29) },
  { name: "hallowe'?en", day: on(10, 31) },
  { name: 'bonfire night|guy fawkes', day: on(11, 5) },
  { name: 'armistice day|remembrance (?:day|sunday)', day: on(11, 11) },
  { name: "st andrew'?s day", day: on(11, 30) },
  { name: 'shrove tuesday|pancake day', day: fromEaster(-47) },
  { name: 'ash wednesday', day: fromEaster(-46) },
  { name: "mothering sunday|mother'?s day", day: fromEaster(-21) },
  { name: 'palm sunday', day: fromEaster(-7) },
  { name: 'good friday', day: fromEaster(-2) },
  { name: 'easter monday', day: fromEaster(1) },
  { name: 'easter|lent', day: fromEaster(0) },
  { name: 'ascension day', day: fromEaster(39) },
  { name: 'whitsuntide|whitsun|whit sunday|pentecost', day: fromEaster(49) },
  { name: 'whit monday', day: fromEaster(50) },
  { name: 'the clocks (?:go|went|move|spring) forwards?', day: (year) => lastSunday(year, 3) },
  { name: 'the clocks (?:go|move|fall) back|the clocks change', day: (year) => lastSunday(year, 10) },
  {
    name: "diwali|eid(?: al-\\w+)?|ramadan|hanukkah|passover|rosh hashanah|yom kippur|vaisakhi|holi|black friday|cyber monday|father'?s day|bank holiday|half[- ]term",
    day: null,
  },
  { name: 'spring', day: on(5, 31) },
  { name: 'summer', day: on(8, 31) },
  { name: 'autumn|fall', day: on(11, 30) },
  { name: 'winter', day: on(2, 28) },
]

/** A day of the year or a season by its name: a pattern's source. */
export const FEAST = `(?:${FEASTS.map(({ name }) => name).join('|')})(?![a-z])`

const NAMED = FEASTS.map(({ name, day }) => ({ name: new RegExp(`^(?:${name})$`), day }))

const SEASON = /^(?:spring|summer|autumn|fall|winter)$/
const MONTHS_LEFT: Record<Part, number> = { start: 2, middle: 1, end: 0 }

/**
 * The next day of that name, or of a season (meteorological) the end of its first month, of its middle one or of the
 * whole; null where its date is not fixed.
 */
export function feastDay(name: string, said: number | null, today: Day, part: Part = 'end'): Day | null {
  const day = NAMED.find((one) => one.name.test(name))?.day
  if (!day) return null
  const left = SEASON.test(name) ? MONTHS_LEFT[part] : 0
  if (left === 0) return coming(today, said, day)
  return coming(today, said, (of) => {
    const end = day(of)
    return end && addDays(addMonths(`${end.slice(0, 8)}01`, 1 - left), -1)
  })
}
