import { addDays, type Day, weekStart } from '../../../kernel/day.ts'
import { type Better, type Rule, type Xmr, xmr } from '../../../kernel/stats.ts'
import { type Days, earlier, later } from './book.ts'
import type { Definition } from './definitions.ts'
import { type Figure, figureOf, LEAST, type Verdict } from './figure.ts'
import type { Observation } from './observation.ts'

/**
 * `complete`: a point of the chart. `part`: cut by the range, by the edge of the data or by today. `provisional`:
 * may still change. `thin`: under 5. All but the first are drawn open, or not at all, and never counted.
 */
export type WeekState = 'complete' | 'part' | 'provisional' | 'thin'

/** One ISO week of a chart. */
export type ChartWeek = {
  /** Its Monday. */
  week: Day
  /** The figure of the week's days within the range, and the verdict on the week. */
  figure: Figure
  state: WeekState
  /** The rule that the point answers to; null for none. */
  rule: Rule | null
}

/** A measure week by week, and what its process behaviour chart says. */
export type Chart = {
  definition: Definition
  /** The whole range, with the verdict of the last complete week. */
  figure: Figure
  weeks: ChartWeek[]
  /** How many weeks are points. */
  points: number
  /** Null under 12 points. As computed: a share's may lie outside 0 to 1. */
  limits: Omit<Xmr, 'points'> | null
  /** The limits as drawn: a share's within 0 to 1, a score's within 1 to 5, a time's not under 0. */
  drawn: { lower: number; upper: number } | null
  /** The Mondays of the first and last week that the limits come from, and how many points lie between. */
  baseline: { from: Day; to: Day; points: number } | null
  verdict: Verdict
  /** The Monday of the last complete week, whose verdict it is. */
  verdictWeek: Day | null
}

/** Points below which there are no limits and no verdict. Source: domain.md 3.3. */
export const POINTS = 12

/**
 * The verdict on each of a row of weekly points. Limits come from all the points, as NHSRplotthedots has it
 * when nothing else is said: limits locked at the first 12 raise the false signals of people who did not change
 * (`bench/verdicts.ts` prints both). Where a change is known and understood, the points before it are the
 * baseline. Under 12 points, or 12 in the baseline, everything is "too few points". Source: domain.md 3.3.
 * @param baseline how many of the first points the limits come from; all, where it is not given
 */
export function judge(
  values: readonly number[],
  betterIs: Better,
  baseline = values.length,
): { chart: Xmr | null; verdicts: Verdict[] } {
  if (Math.min(values.length, baseline) < POINTS) {
    return { chart: null, verdicts: values.map(() => 'too few points') }
  }
  const chart = xmr(values, betterIs, { baseline })
  return {
    chart,
    verdicts: chart.points.map(
      ({ direction }): Verdict => (direction === null ? 'no signal' : `${direction} signal`),
    ),
  }
}

/**
 * The chart of observations over a range. Source: domain.md 3.3.
 * @param observations those within the range
 * @param covered the days that the data speak for; null where there are none
 * @param baselineTo the last day before a known change: limits come from the weeks that end by then
 */
export function chartOf(
  definition: Definition,
  observations: readonly Observation[],
  range: Days,
  covered: Days | null,
  baselineTo?: Day,
): Chart {
  const weeks = weeksOf(definition, observations, range, covered)
  const points = weeks.filter((week) => week.state === 'complete')
  const base =
    baselineTo === undefined ? points : points.filter((point) => addDays(point.week, 6) <= baselineTo)
  const values = points.map((point) => point.figure.value ?? 0)
  const { chart, verdicts } = judge(values, definition.betterIs, base.length)
  points.forEach((point, i) => {
    point.figure.verdict = verdicts[i] ?? 'too few points'
    point.rule = chart?.points[i]?.signal ?? null
  })
  const [first, last] = [base[0], base.at(-1)]
  const verdict = verdicts.at(-1) ?? 'too few points'
  const limits = chart === null ? null : limitsOf(chart)
  return {
    definition,
    figure: figureOf(definition, observations, range, verdict),
    weeks,
    points: points.length,
    limits,
    drawn: limits === null ? null : drawn(definition, limits),
    baseline: chart && first && last ? { from: first.week, to: last.week, points: base.length } : null,
    verdict,
    verdictWeek: points.at(-1)?.week ?? null,
  }
}

function limitsOf({ points: _, ...limits }: Xmr): Omit<Xmr, 'points'> {
  return limits
}

const BOUNDS = { share: [0, 1], score: [1, 5], seconds: [0, Number.POSITIVE_INFINITY] } as const

function drawn(definition: Definition, limits: { lower: number; upper: number }) {
  const [least, greatest] = BOUNDS[definition.unit]
  return { lower: Math.max(least, limits.lower), upper: Math.min(greatest, limits.upper) }
}

function weeksOf(
  definition: Definition,
  observations: readonly Observation[],
  range: Days,
  covered: Days | null,
): ChartWeek[] {
  if (covered === null) return []
  const byWeek = new Map<Day, Observation[]>()
  const mondays = new Map<Day, Day>()
  for (const one of observations) {
    const monday = mondays.get(one.day) ?? weekStart(one.day)
    mondays.set(one.day, monday)
    const week = byWeek.get(monday)
    if (week) week.push(one)
    else byWeek.set(monday, [one])
  }
  const held = [...byWeek.keys()].sort()
  const whole = { from: later(range.from, covered.from), to: earlier(range.to, covered.to) }
  const first = earlier(weekStart(whole.from), held[0] ?? weekStart(whole.from))
  const last = later(whole.to, held.at(-1) ?? whole.to)
  const weeks: ChartWeek[] = []
  for (let monday = first; monday <= last; monday = addDays(monday, 7)) {
    const sunday = addDays(monday, 6)
    const days = { from: later(monday, range.from), to: earlier(sunday, range.to) }
    const figure = figureOf(definition, byWeek.get(monday) ?? [], days, 'too few points')
    const isWhole = monday >= whole.from && sunday <= whole.to
    const state =
      figure.n < LEAST ? 'thin' : !isWhole ? 'part' : figure.provisional ? 'provisional' : 'complete'
    weeks.push({ week: monday, figure, state, rule: null })
  }
  return weeks
}
