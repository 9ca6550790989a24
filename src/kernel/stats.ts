/** Two ends of an interval; shares run from 0 to 1. */
export type Interval = { low: number; high: number }

/** Which way a figure gets better. */
export type Better = 'higher' | 'lower'

/** Which rule of the process behaviour chart a point answers to. */
export type Rule = 'outside' | 'trend' | 'near' | 'shift'

export type Signal = { signal: Rule | null; direction: 'improvement' | 'concern' | null }

/** A process behaviour chart of single values. Limits are as computed: a share's may lie outside 0 to 1. */
export type Xmr = {
  mean: number
  /** Mean moving range, after screening. */
  meanRange: number
  lower: number
  upper: number
  /** Two thirds of the way from the mean to each limit. */
  nearLower: number
  nearUpper: number
  /** One for each point, in order. */
  points: Signal[]
}

const LIMIT = 2.66
const SCREEN = 3.267
const NEAR = 2 / 3
const RUN = 7

/**
 * The Wilson interval of a share: `k` of `n`, 95% unless another `z` is given. Source: domain.md 3.2.
 * @throws RangeError unless 0 <= k <= n and n > 0
 */
export function wilson(k: number, n: number, z = 1.96): Interval {
  if (!(n > 0) || !(k >= 0) || k > n) throw new RangeError(`No share of ${k} in ${n}`)
  const p = k / n
  const denominator = 1 + z ** 2 / n
  const centre = (p + z ** 2 / (2 * n)) / denominator
  const half = (z * Math.sqrt((p * (1 - p)) / n + z ** 2 / (4 * n ** 2))) / denominator
  return { low: k === 0 ? 0 : centre - half, high: k === n ? 1 : centre + half }
}

/**
 * The difference of two independent shares, the first less the second (-1 to 1), with its 95% interval: Newcombe's
 * hybrid of two Wilson intervals. Source: domain.md 3.2; Newcombe 1998, Statistics in Medicine 17, method 10.
 * @throws RangeError as `wilson`
 */
export function newcombe(
  k1: number,
  n1: number,
  k2: number,
  n2: number,
  z = 1.96,
): Interval & { difference: number } {
  const [first, second] = [wilson(k1, n1, z), wilson(k2, n2, z)]
  const [p1, p2] = [k1 / n1, k2 / n2]
  return {
    difference: p1 - p2,
    low: p1 - p2 - Math.hypot(p1 - first.low, second.high - p2),
    high: p1 - p2 + Math.hypot(first.high - p1, p2 - second.low),
  }
}

/**
 * The `q` quantile (0 to 1) of values in ascending order, between two neighbours in proportion, as PostgreSQL's
 * `percentile_cont` has it.
 * @throws RangeError for no values or a `q` outside 0 to 1
 */
export function quantile(sorted: readonly number[], q: number): number {
  const place = (sorted.length - 1) * q
  const below = sorted[Math.floor(place)]
  const above = sorted[Math.ceil(place)]
  if (below === undefined || above === undefined || q < 0 || q > 1) {
    throw new RangeError(`No ${q} quantile of ${sorted.length} values`)
  }
  return below + (above - below) * (place - Math.floor(place))
}

/** The middle of values in any order, in their own unit. Throws RangeError for no values. */
export function median(values: readonly number[]): number {
  return quantile(
    [...values].sort((a, b) => a - b),
    0.5,
  )
}

/**
 * A process behaviour (XmR) chart: mean, screened limits, and for each point the first of four rules that it
 * answers to: outside a limit; part of a trend of 7; part of 3 on one side of which 2 lie between near limit and
 * limit; part of 7 in a row on one side of the mean. Every point of a run is marked. A trend's direction is its
 * slope, any other's the side of the mean; where one trend turns into another, the later has the point.
 * Ranges of 3.267 times their mean or more are left out and the mean is taken once more, unless nothing but zeros
 * would be left: limits of no width would call every point a signal. Source: domain.md 3.3; NHSRplotthedots.
 * @param points in order of time
 * @param options.baseline how many of the first points make the mean and limits; all, where it is not given
 * @throws RangeError for no points
 */
export function xmr(points: readonly number[], betterIs: Better, options: { baseline?: number } = {}): Xmr {
  if (points.length === 0) throw new RangeError('A chart needs a point')
  const base = points.slice(0, Math.max(1, options.baseline ?? points.length))
  const mean = average(base)
  const meanRange = screenedRange(base)
  const limits = {
    mean,
    meanRange,
    lower: mean - LIMIT * meanRange,
    upper: mean + LIMIT * meanRange,
    nearLower: mean - LIMIT * NEAR * meanRange,
    nearUpper: mean + LIMIT * NEAR * meanRange,
  }
  const up = betterIs === 'higher' ? 'improvement' : 'concern'
  const down = betterIs === 'higher' ? 'concern' : 'improvement'
  const marked = mark(points, limits)
  return {
    ...limits,
    points: marked.map((way) =>
      way === null
        ? { signal: null, direction: null }
        : { signal: way.rule, direction: way.sign > 0 ? up : down },
    ),
  }
}

type Limits = Omit<Xmr, 'points'>
type Marked = { rule: Rule; sign: number } | null

const average = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length

function screenedRange(points: readonly number[]): number {
  if (points.length < 2) return 0
  const ranges = points.slice(1).map((point, i) => Math.abs(point - (points[i] ?? point)))
  const first = average(ranges)
  const kept = ranges.filter((range) => range < SCREEN * first)
  const second = kept.length > 0 ? average(kept) : 0
  return second > 0 ? second : first
}

function mark(points: readonly number[], limits: Limits): Marked[] {
  // Values within rounding of each other are equal: a mean of equal points may differ from them in its last digit.
  const least = 1e-12 * Math.max(...points.map(Math.abs), Math.abs(limits.mean))
  const compare = (a: number, b: number): number => (Math.abs(a - b) <= least ? 0 : Math.sign(a - b))
  const beyond = (point: number, low: number, high: number): boolean =>
    compare(point, high) > 0 || compare(point, low) < 0

  const side = points.map((point) => compare(point, limits.mean))
  const outside = points.map((point) => beyond(point, limits.lower, limits.upper))
  const near = points.map((point, i) => !outside[i] && beyond(point, limits.nearLower, limits.nearUpper))
  const step = points.slice(1).map((point, i) => compare(point, points[i] ?? point))

  const marked: Marked[] = points.map(() => null)
  const put = (from: number, length: number, rule: Rule, sign: number) => {
    for (let i = from; i < from + length; i += 1) marked[i] = { rule, sign }
  }
  // From the rule that gives way to the rule that comes first.
  for (const { at, sign } of windows(side, RUN)) put(at, RUN, 'shift', sign)
  for (const { at, sign } of windows(side, 3)) {
    if (near.slice(at, at + 3).filter(Boolean).length >= 2) put(at, 3, 'near', sign)
  }
  for (const { at, sign } of windows(step, RUN - 1)) put(at, RUN, 'trend', sign)
  outside.forEach((out, i) => {
    if (out) put(i, 1, 'outside', side[i] ?? 0)
  })
  return marked
}

/** Where `length` signs in a row are the same and none is 0. */
function windows(signs: readonly number[], length: number): { at: number; sign: number }[] {
  const found: { at: number; sign: number }[] = []
  let run = 0
  signs.forEach((sign, i) => {
    run = sign !== 0 && sign === signs[i - 1] ? run + 1 : Math.abs(sign)
    if (run >= length) found.push({ at: i - length + 1, sign })
  })
  return found
}
