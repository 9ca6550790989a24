import { newcombe, wilson } from '../../../kernel/stats.ts'
import type { Definition } from './definitions.ts'

/** How much two groups of values differ, the first less the second, with its 95% interval; in the unit of the values. */
export type Difference = { difference: number; low: number; high: number }

const Z = 1.959964

/**
 * The 97.5% point of Student's t, by the Cornish-Fisher expansion: to 0.001 from 4 degrees of freedom on.
 * Source: Abramowitz and Stegun 1964, formula 26.7.5.
 */
function studentT(freedom: number): number {
  const z = Z
  const terms = [
    (z ** 3 + z) / 4,
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96,
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384,
    (79 * z ** 9 + 776 * z ** 7 + 1482 * z ** 5 - 1920 * z ** 3 - 945 * z) / 92_160,
  ]
  return terms.reduce((sum, term, at) => sum + term / freedom ** (at + 1), z)
}

function meanOf(values: readonly number[]): { n: number; mean: number; variance: number } {
  const n = values.length
  const mean = values.reduce((sum, value) => sum + value, 0) / n
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return { n, mean, variance: squares / (n - 1) }
}

/**
 * The difference of two means whose spreads need not be alike, the first less the second, with its 95% interval.
 * Source: Welch 1947, Biometrika 34, with Satterthwaite's degrees of freedom.
 * @throws RangeError for fewer than 5 values on a side: the interval is not sure below
 */
export function welch(first: readonly number[], second: readonly number[]): Difference {
  if (Math.min(first.length, second.length) < 5) throw new RangeError('A mean needs 5 values')
  const [a, b] = [meanOf(first), meanOf(second)]
  const [ofA, ofB] = [a.variance / a.n, b.variance / b.n]
  const difference = a.mean - b.mean
  const error = Math.sqrt(ofA + ofB)
  if (error === 0) return { difference, low: difference, high: difference }
  const freedom = (ofA + ofB) ** 2 / (ofA ** 2 / (a.n - 1) + ofB ** 2 / (b.n - 1))
  const half = studentT(freedom) * error
  return { difference, low: difference - half, high: difference + half }
}

/** The difference of what two groups of contacts came to: Newcombe for shares, Welch for scores and times. */
export function differenceOf(
  unit: Definition['unit'],
  first: readonly number[],
  second: readonly number[],
): Difference {
  if (unit !== 'share') return welch(first, second)
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
  return newcombe(sum(first), first.length, sum(second), second.length)
}

/** What the values come to, a share or a mean, with its 95% interval: Wilson for a share, Student for a mean. */
export function levelOf(
  unit: Definition['unit'],
  values: readonly number[],
): { value: number; low: number; high: number } {
  if (unit === 'share') {
    const met = values.reduce((total, value) => total + value, 0)
    return { value: met / values.length, ...wilson(met, values.length) }
  }
  const { n, mean, variance } = meanOf(values)
  const half = studentT(n - 1) * Math.sqrt(variance / n)
  return { value: mean, low: mean - half, high: mean + half }
}
