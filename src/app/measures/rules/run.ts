import { addDays, type Day, weekStart } from '../../../kernel/day.ts'
import type { Rule } from '../../../kernel/stats.ts'
import { type Days, earlier, later } from './book.ts'
import type { Chart } from './chart.ts'

/** What the last complete week is part of: the rule, for how many weeks up to it, and on which side or in which direction. */
export type Run = { rule: Rule; weeks: number; up: boolean }

/**
 * Why the last complete week is a signal; null where it is none. A shift is counted back over all the weeks on the
 * same side of the mean, a trend over all that rise or fall. Source: domain.md 3.3.
 */
export function lastRun(chart: Chart): Run | null {
  const points = chart.weeks.filter((week) => week.state === 'complete')
  const last = points.at(-1)
  if (chart.limits === null || last?.rule == null) return null
  const values = points.map((point) => point.figure.value ?? 0)
  const { mean } = chart.limits
  if (last.rule === 'trend') {
    const steps = values.slice(1).map((value, i) => Math.sign(value - (values[i] ?? value)))
    return { rule: 'trend', weeks: tail(steps) + 1, up: (steps.at(-1) ?? 0) > 0 }
  }
  const sides = values.map((value) => Math.sign(value - mean))
  const weeks = last.rule === 'shift' ? tail(sides) : last.rule === 'near' ? 2 : 1
  return { rule: last.rule, weeks, up: (sides.at(-1) ?? 0) > 0 }
}

/** How many at the end are the same. */
function tail(signs: readonly number[]): number {
  const last = signs.at(-1)
  const broken = signs.findLastIndex((sign) => sign !== last)
  return signs.length - 1 - broken
}

/** How many weeks a page shows unless asked for others: enough for limits, and still the person's work of now. */
const WEEKS_SHOWN = 26

/** The weeks that end with the one of `lastDay`, cut at today. */
export function recentWeeks(lastDay: Day, today: Day): Days {
  const monday = weekStart(earlier(lastDay, today))
  return { from: addDays(monday, -7 * (WEEKS_SHOWN - 1)), to: earlier(addDays(monday, 6), today) }
}

/** All the days that the data speak for, weekends at the edges on which nobody works included; null without data. */
export function everyDay(book: { range: Days | null; covered: Days | null }): Days | null {
  if (book.range === null || book.covered === null) return book.range
  return {
    from: earlier(book.range.from, book.covered.from),
    to: later(book.range.to, book.covered.to),
  }
}
