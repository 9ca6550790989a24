import { asContacts, type ContactPlan, contactsOf } from '../seeds/contacts.ts'
import type { Random } from '../seeds/random.ts'
import { contactBook } from '../src/app/measures/rules/book.ts'
import { judge, POINTS } from '../src/app/measures/rules/chart.ts'
import { DEFINITIONS, type MeasureKey } from '../src/app/measures/rules/definitions.ts'
import type { Verdict } from '../src/app/measures/rules/figure.ts'
import { chart } from '../src/app/measures/rules/measure.ts'
import { addDays } from '../src/kernel/day.ts'
import type { Better } from '../src/kernel/stats.ts'

/** A year of weekly points, and what was planted in them: nothing, or a step that lasts the last three months. */
export type Series = { values: number[]; planted: 'nothing' | 'improvement' | 'decline'; changeAt: number }

/** Shares of people, but for `weekly`, a share of weeks. */
export type Rates = {
  /** Nobody changed: the verdict at the end of the year is a signal. */
  falseAtEnd: number
  /** Nobody changed: the verdict of a week, read that week, is a signal. */
  weekly: number
  /** Nobody changed: some week of the year, read that week, was a signal. */
  falseEver: number
  /** Somebody changed: three months later the verdict is the right signal. */
  power: number
  /** Somebody changed: within three months some week, read that week, was the right signal. */
  powerEver: number
  /** Somebody changed: three months later the verdict is the opposite signal. */
  wrong: number
}

/** From which weeks the limits come: all, the first twelve, or those before the change, which somebody knew of. */
export type Baseline = 'all' | 'first twelve' | 'before the change'

export const WEEKS = 52
const CHANGE = 39
/** What is planted, for the better. */
export const EFFECTS = { csat: 0.12, fcr: 0.14, handle_time: -0.2 } as const
export type Tried = keyof typeof EFFECTS
const PLANTED = ['nothing', 'improvement', 'decline'] as const

/** Weekly points of so many seeded people, through generator, book and chart, by measure. */
export function seededPeople(people: number, seed: number): Record<Tried, Series[]> {
  const series: Record<Tried, Series[]> = { csat: [], fcr: [], handle_time: [] }
  for (let i = 0; i < people; i += 1) {
    const planted = PLANTED[i % 3] ?? 'nothing'
    const plan = planFor(seed * 100_003 + i, planted)
    const book = contactBook(asContacts(contactsOf(plan)), addDays(plan.to, 30))
    const scope = { people: ['Amara'], from: plan.from, to: addDays(plan.from, WEEKS * 7 - 1) }
    for (const measure of ['csat', 'fcr', 'handle_time'] as const) {
      const points = chart(definition(measure), book, scope).weeks.filter((week) => week.state === 'complete')
      const before = points.filter((point) => point.week < addDays(plan.from, CHANGE * 7))
      series[measure].push({
        values: points.map((point) => point.figure.value ?? 0),
        planted,
        changeAt: before.length,
      })
    }
  }
  return series
}

/** What the four rules promise: the same number of independent normal points, stepping by so many deviations. */
export function normalPeople(people: number, effect: number, betterIs: Better, random: Random): Series[] {
  const sign = betterIs === 'higher' ? 1 : -1
  return Array.from({ length: people }, (_, i) => {
    const planted = PLANTED[i % 3] ?? 'nothing'
    const step = { nothing: 0, improvement: effect * sign, decline: -effect * sign }[planted]
    const values = Array.from({ length: WEEKS }, (_, week) => random.normal() + (week >= CHANGE ? step : 0))
    return { values, planted, changeAt: CHANGE }
  })
}

/** How many weekly deviations a planted effect is, from the points of the people in whom nothing was planted. */
export function deviations(series: readonly Series[], effect: number): number {
  const within = series
    .filter((one) => one.planted === 'nothing')
    .map(({ values }) => {
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length
      return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1)
    })
  return Math.abs(effect) / Math.sqrt(within.reduce((sum, variance) => sum + variance, 0) / within.length)
}

export function rates(series: readonly Series[], betterIs: Better, baseline: Baseline): Rates {
  const read = series.map((one) => ({ ...one, verdicts: readWeekly(one, betterIs, baseline) }))
  const nulls = read.filter((one) => one.planted === 'nothing')
  const changed = read.filter((one) => one.planted !== 'nothing')
  const right = (one: Series): Verdict =>
    one.planted === 'improvement' ? 'improvement signal' : 'concern signal'
  const wrong = (one: Series): Verdict =>
    one.planted === 'improvement' ? 'concern signal' : 'improvement signal'
  const isSignal = (verdict: Verdict | undefined) => verdict?.endsWith('signal') && verdict !== 'no signal'
  return {
    falseAtEnd: share(nulls, (one) => isSignal(one.verdicts.at(-1))),
    weekly: share(
      nulls.flatMap((one) => one.verdicts.slice(POINTS - 1)),
      isSignal,
    ),
    falseEver: share(nulls, (one) => one.verdicts.some(isSignal)),
    power: share(changed, (one) => one.verdicts.at(-1) === right(one)),
    powerEver: share(changed, (one) => one.verdicts.slice(one.changeAt).includes(right(one))),
    wrong: share(changed, (one) => one.verdicts.at(-1) === wrong(one)),
  }
}

/** The verdict on each week as it read when it was the last. */
function readWeekly(one: Series, betterIs: Better, baseline: Baseline): Verdict[] {
  return one.values.map((_, i) => {
    const known = one.values.slice(0, i + 1)
    const base = { all: known.length, 'first twelve': POINTS, 'before the change': one.changeAt }[baseline]
    return judge(known, betterIs, Math.min(base, known.length)).verdicts.at(-1) ?? 'too few points'
  })
}

function share<T>(all: readonly T[], test: (one: T) => boolean | undefined): number {
  return all.filter(test).length / all.length
}

export function definition(measure: MeasureKey) {
  const found = DEFINITIONS.find((one) => one.key === measure)
  if (!found) throw new RangeError(`No measure ${measure}`)
  return found
}

/** One person's year, and a week more in which the last contacts' seven days run out. */
function planFor(seed: number, planted: Series['planted']): ContactPlan {
  const sign = { nothing: 0, improvement: 1, decline: -1 }[planted]
  const changes = (['csat', 'fcr', 'handle_time'] as const).map((measure) => ({
    measure,
    at: CHANGE,
    by: sign * EFFECTS[measure],
  }))
  return {
    seed,
    from: '2024-01-01',
    to: addDays('2024-01-01', (WEEKS + 1) * 7 - 1),
    channel: 'telephone',
    topics: [
      { name: 'Billing', weight: 2 },
      { name: 'Moving home', weight: 1 },
    ],
    customers: 400,
    answered: 0.92,
    rated: 0.5,
    people: [
      {
        name: 'Amara',
        perWeek: 30,
        csat: 0.75,
        fcr: 0.72,
        replySeconds: 40,
        handleSeconds: 240,
        changes: sign === 0 ? [] : changes,
      },
    ],
  }
}
