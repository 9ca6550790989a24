import type { Day } from '../../../kernel/day.ts'
import { RUN_WEEKS } from '../../../kernel/smart.ts'
import { quantile, wilson } from '../../../kernel/stats.ts'
import { storedFigure, typedFigure } from './figures.ts'
import type { ObjectiveUnit } from './objective.ts'
import type { Basis } from './reading.ts'

type Better = Basis['betterIs']
type Ends = { low: number; high: number }

/** A week as a point of the chart; `numerator` only for a share. */
type Week = { value: number | null; n: number; open: boolean; numerator?: number | null }

/** The best eight weeks in a row: their figure, its interval (of no width where it is no share), and on how many it rests. */
type Run = { value: number; low: number; high: number; n: number }

/** The ends of a scale: what nobody can pass. */
const ENDS: Record<ObjectiveUnit, Ends> = {
  share: { low: 0, high: 1 },
  score: { low: 1, high: 5 },
  seconds: { low: 0, high: Number.POSITIVE_INFINITY },
  count: { low: 0, high: Number.POSITIVE_INFINITY },
}

const BEST: Record<Better, (one: number, other: number) => boolean> = {
  higher: (one, other) => one > other,
  lower: (one, other) => one < other,
}

/**
 * The best eight counted weeks in a row: a share as one proportion with its Wilson interval, a score as the mean of
 * its weeks by their numbers; a median time as the same mean of weekly medians, which is near it and no more. Null
 * with fewer weeks. Source: domain.md 3.2.
 */
export function bestRun(weeks: readonly Week[], betterIs: Better): Run | null {
  const counted = weeks.flatMap((week) =>
    week.open || week.value === null || week.n === 0 ? [] : [{ ...week, value: week.value }],
  )
  let best: Run | null = null
  for (let at = 0; at + RUN_WEEKS <= counted.length; at++) {
    const run = counted.slice(at, at + RUN_WEEKS)
    const n = run.reduce((sum, week) => sum + week.n, 0)
    const isShare = run.every((week) => week.numerator != null)
    const met = run.reduce((sum, week) => sum + (week.numerator ?? week.value * week.n), 0)
    const value = met / n
    const ends = isShare ? wilson(met, n) : { low: value, high: value }
    if (!best || BEST[betterIs](value, best.value)) best = { value, ...ends, n }
  }
  return best
}

/**
 * Where eight weeks together lie by the limits of a chart: its middle, and the way to a limit divided by the root of
 * eight, since eight weeks of the same work swing that much less than one. The wider side is taken for both, for a
 * drawn limit may be cut at the end of its scale; a share stays within 0 to 1. Source: domain.md 3.3 (limits);
 * the standard error of a mean.
 */
function runLimits(chart: { mean: number; lower: number; upper: number }, unit: ObjectiveUnit): Ends {
  const way = Math.max(chart.upper - chart.mean, chart.mean - chart.lower) / Math.sqrt(RUN_WEEKS)
  const ends = ENDS[unit]
  return { low: Math.max(ends.low, chart.mean - way), high: Math.min(ends.high, chart.mean + way) }
}

/** The fewest colleagues with a figure for whom a middle half is shown, so that none can be told apart. */
const MIDDLE_LEAST = 5

/** The middle half of colleagues' figures (first to third quartile); null with fewer than five. */
function middleHalf(values: readonly number[]): Basis['team'] {
  if (values.length < MIDDLE_LEAST) return null
  const sorted = [...values].sort((a, b) => a - b)
  return { low: quantile(sorted, 0.25), high: quantile(sorted, 0.75), people: values.length }
}

/** The fewest colleagues of whom it is said what somebody has held. */
const HELD_LEAST = 3
/** Contacts without which eight weeks show nothing of a colleague. Source: domain.md 3.2. */
const ENOUGH = 30
/** The steps that a held level is told in, so wide that it is nobody's figure. */
const COARSE: Record<ObjectiveUnit, number> = { share: 0.05, score: 0.25, seconds: 30, count: 1 }

/** What figures are set in: whole per cent, tenths of a score, five seconds. */
const STEP: Record<ObjectiveUnit, number> = { share: 1, score: 0.1, seconds: 5, count: 1 }

/**
 * What somebody of the colleagues has held for eight weeks, taken to the next coarse step beyond it, so that "nobody
 * has held it" is true of all that lies further, and the best colleague's figure is not given away. The end of the
 * scale counts as held only by who was there: one step of what is typed less stands for all that is near it. Null with fewer than
 * three colleagues whose eight weeks rest on 30 contacts or more.
 */
function heldIn(
  runs: readonly (Run | null)[],
  betterIs: Better,
  unit: ObjectiveUnit,
): NonNullable<Basis['held']> | null {
  const values = runs.flatMap((run) => (run && run.n >= ENOUGH ? [run.value] : []))
  if (values.length < HELD_LEAST) return null
  const way = betterIs === 'higher' ? 1 : -1
  const best = way > 0 ? Math.max(...values) : Math.min(...values)
  const near = Math.round((best / COARSE[unit]) * 1e6) / 1e6
  const step = (way > 0 ? Math.ceil(near) : Math.floor(near)) * COARSE[unit]
  const end = way > 0 ? ENDS[unit].high : ENDS[unit].low
  const short = end - way * storedFigure(STEP[unit], unit)
  const passes = (level: number, than: number) => (level - than) * way > 1e-9
  const level = passes(step, short) ? (passes(best, short) ? end : short) : step
  return { level: Number(level.toFixed(4)), people: values.length }
}

/** A measure of somebody as its chart has it: the figure of the whole range, the limits, the weeks. Stored units. */
export type Past = {
  figure: { value: number | null; low: number | null; high: number | null; n: number }
  limits: { mean: number; lower: number; upper: number } | null
  weeks: readonly Week[]
}

/** What the past says about a measure, from the person's own chart and their colleagues' of the same team. */
export function basisFrom(
  own: Past,
  colleagues: readonly Past[],
  about: { on: Day; betterIs: Better; unit: ObjectiveUnit },
): Basis {
  const { on, betterIs, unit } = about
  const { value, low, high } = own.figure
  const { limits } = own
  const enough = colleagues.flatMap(({ figure }) =>
    figure.value !== null && figure.n >= ENOUGH ? [figure.value] : [],
  )
  const runs = colleagues.map(({ weeks }) => bestRun(weeks, betterIs))
  return {
    on,
    betterIs,
    now: value === null ? null : { value, low: low ?? value, high: high ?? value },
    expected: limits && { low: limits.lower, high: limits.upper },
    reach: limits && runLimits(limits, unit),
    best: bestRun(own.weeks, betterIs),
    team: middleHalf(enough),
    held: heldIn(runs, betterIs, unit),
  }
}

/** A chart as the measures answer it, as a past. */
export function pastOf(chart: {
  figure: Past['figure'] & { unit: string }
  weeks: readonly { figure: { value: number | null; n: number; numerator: number | null }; state: string }[]
  limits: { mean: number } | null
  drawn: { lower: number; upper: number } | null
}): Past {
  const { figure, weeks, limits, drawn } = chart
  const isShare = figure.unit === 'share'
  return {
    figure,
    limits: limits && drawn && { mean: limits.mean, ...drawn },
    weeks: weeks.map(({ figure: { value, n, numerator }, state }) => ({
      value,
      n,
      open: state !== 'complete',
      numerator: isShare ? numerator : null,
    })),
  }
}

/**
 * The range a person's own figure lies in: where eight weeks together lie by their chart, else its interval, else
 * where single weeks lie. Source: domain.md 3.2 and 3.3.
 */
export function ownRange({ reach, now, expected }: Basis): Ends | null {
  if (reach) return reach
  return now && now.low < now.high ? now : expected
}

export type Alternative = { target: number; because: string }

/**
 * A safe and a stretch target in place of what was typed, in stored units. Safe: a third of the way from where the
 * person is to what eight of their weeks can come to, one deviation of such a run; at least one step better than now.
 * Stretch: the nearest of their best eight weeks, the better edge of the team's middle half and what somebody in the
 * team has held that lies beyond their own range; none where nothing on record does, since the edge of that range is
 * still within reach and what lies past it nobody has held. Each is null where no figure says it. Source: domain.md 3.3 and 5.
 */
export function alternatives(
  basis: Basis,
  unit: ObjectiveUnit,
  baseline: number | null,
): { safe: Alternative | null; stretch: Alternative | null } {
  const { betterIs, best, team, held } = basis
  const own = ownRange(basis)
  const from = baseline ?? basis.now?.value ?? null
  if (!own || from === null) return { safe: null, stretch: null }
  const way = betterIs === 'higher' ? 1 : -1
  const better = (one: number, other: number) => (one - other) * way > 1e-9
  const step = STEP[unit]
  /** To a step of the scale as it is typed: not past the figure, so that what holds of it holds of the target. */
  const settled = (value: number) => {
    const steps = Math.round((typedFigure(value, unit) / step) * 1e6) / 1e6
    return storedFigure(Number(((way > 0 ? Math.floor(steps) : Math.ceil(steps)) * step).toFixed(2)), unit)
  }
  const end = way > 0 ? own.high : own.low
  // Rounded as the record tells it, so that what is offered is called the same there.
  const edge = unit === 'share' ? storedFigure(Math.round(typedFigure(end, unit)), unit) : end
  const next = storedFigure(Number((typedFigure(from, unit) + way * step).toFixed(2)), unit)
  const third = settled(from + (edge - from) / 3)
  const safe = better(third, from) ? third : next
  const reached = [
    ...(best?.value != null ? [{ at: best.value, because: 'your best eight weeks' }] : []),
    ...(team
      ? [{ at: way > 0 ? team.high : team.low, because: 'the better edge of the team’s middle half' }]
      : []),
    ...(held ? [{ at: held.level, because: 'about what somebody in the team has held' }] : []),
  ]
    .map(({ at, because }) => ({ target: settled(at), because }))
    .filter(({ target }) => better(target, safe) && better(target, edge))
  const nearest = reached.sort((one, other) => (one.target - other.target) * way)[0] ?? null
  const inside = !better(safe, edge)
  return {
    safe: inside ? { target: safe, because: 'inside what your own weeks come to' } : null,
    stretch: nearest,
  }
}
