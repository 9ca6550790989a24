import { duration } from '../../../kernel/text.ts'

/** A figure that an objective can be measured by, as a review reads it. Shares are 0 to 1, times in seconds. */
export type Reading = {
  name: string
  n: number
  numerator: number | null
  denominator: number | null
  value: number | null
  unit: 'share' | 'score' | 'seconds'
  low: number | null
  high: number | null
  betterIs: 'higher' | 'lower'
}

export type AimUnit = Reading['unit'] | 'count'

const bare = (value: number, digits: number): string => String(Number(value.toFixed(digits)))

/** A baseline or target as a person would say it: "76%", "4.2", "3 min", "6". */
export function aimWords(value: number, unit: AimUnit | null): string {
  if (unit === 'share') return `${bare(value * 100, 1)}%`
  if (unit === 'seconds') return duration(value)
  return bare(value, 2)
}

/** "69 to 79%". */
function intervalWords({ low, high, unit }: Pick<Reading, 'low' | 'high' | 'unit'>): string | null {
  if (low === null || high === null) return null
  if (unit === 'share') return `${Math.round(low * 100)} to ${Math.round(high * 100)}%`
  return `${aimWords(low, unit)} to ${aimWords(high, unit)}`
}

/**
 * A figure with its count and interval, never bare: "74% (227 of 306, interval 69 to 79%)". Under 5: the count alone.
 * Source: domain.md 3.2.
 */
export function figureWords(figure: Reading): string {
  const { value, numerator, denominator, n, unit } = figure
  const counted = numerator !== null && denominator !== null && unit === 'share'
  if (value === null) return counted ? `${numerator} of ${denominator}: too few for a figure` : `${n} counted`
  const basis = counted ? `${numerator} of ${denominator}` : `${n} counted`
  const interval = intervalWords(figure)
  const shown = unit === 'share' ? `${Math.round(value * 100)}%` : aimWords(value, unit)
  return `${shown} (${basis}${interval ? `, interval ${interval}` : ''})`
}

/** How a figure stands to a target. */
export type Standing = 'shown' | 'near' | 'short' | 'cannot tell'

/**
 * Whether a target is reached: shown where the whole interval is at the target or past it, near where the interval
 * holds the target, short where it ends before it. A figure without an interval, or of fewer than 30, shows nothing.
 * Source: domain.md 3.2 and 3.3.
 */
export function standingOf(figure: Reading, target: number): Standing {
  const { low, high, betterIs, n } = figure
  if (low === null || high === null || figure.value === null) return 'cannot tell'
  const [worst, best] = betterIs === 'higher' ? [low, high] : [-high, -low]
  const aim = betterIs === 'higher' ? target : -target
  if (best < aim) return 'short'
  if (worst < aim) return 'near'
  return n < 30 ? 'cannot tell' : 'shown'
}

/** The sentence about a target. */
export function standingWords(figure: Reading, target: number): string {
  const aim = `The ${aimWords(target, figure.unit)} target`
  switch (standingOf(figure, target)) {
    case 'shown':
      return `The whole interval is at or past the target of ${aimWords(target, figure.unit)}.`
    case 'near':
      return `${aim} is inside the interval, so it is near but not yet shown.`
    case 'short':
      return `${aim} lies outside the interval: not reached.`
    case 'cannot tell':
      return figure.low === null
        ? `The target is ${aimWords(target, figure.unit)}. This figure has no interval: only a signal on the chart says that it moved.`
        : `The target is ${aimWords(target, figure.unit)}. ${figure.n} are too few to show it.`
  }
}
