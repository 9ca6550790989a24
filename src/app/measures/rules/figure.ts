import type { Day } from '../../../kernel/day.ts'
import { quantile, wilson } from '../../../kernel/stats.ts'
import type { Definition } from './definitions.ts'
import type { Observation } from './observation.ts'

/** The only words in which a figure is judged. */
export type Verdict = 'improvement signal' | 'concern signal' | 'no signal' | 'too few points'

/** A measure over some days, with all that is needed to judge it. Shares run from 0 to 1, times are in seconds. */
export type Figure = {
  measure: Definition['key']
  /** The definition in words. */
  definition: string
  version: string
  from: Day
  to: Day
  /** Raw counts: kept even where `n` is too small for a figure; null for a median. */
  numerator: number | null
  denominator: number | null
  n: number
  /** The share, the mean score or the median; null under 5. */
  value: number | null
  unit: Definition['unit']
  /** The time that 9 in 10 stay within; null for what is no time. */
  p90: number | null
  /** The 95% Wilson interval of a share; null for what is none. */
  low: number | null
  high: number | null
  /** Least and greatest score or time. */
  least: number | null
  greatest: number | null
  verdict: Verdict
  /** Whether a later contact may still change it. */
  provisional: boolean
  /** Why there is no value; null where there is one. */
  reason: string | null
}

/** Under this many: the raw count alone. Source: domain.md 3.2. */
export const LEAST = 5
/** Under this many: the figure with its interval, and "too few points". Source: domain.md 3.2. */
export const ENOUGH = 30

/**
 * The figure that observations make. The verdict is that of the chart, which the caller gives; under 30
 * observations it is "too few points" all the same.
 */
export function figureOf(
  definition: Definition,
  observations: readonly Observation[],
  days: { from: Day; to: Day },
  chartSays: Verdict,
): Figure {
  const n = observations.length
  const values = observations.map((one) => one.value)
  const sum = values.reduce((total, value) => total + value, 0)
  const isTime = definition.unit === 'seconds'
  const counted = n > 0 && !isTime
  return {
    measure: definition.key,
    definition: definition.words,
    version: definition.version,
    from: days.from,
    to: days.to,
    numerator: counted ? sum : null,
    denominator: counted ? n : null,
    n,
    unit: definition.unit,
    ...NOTHING,
    ...(n >= LEAST ? worthOf(definition, values, sum) : {}),
    verdict: n < ENOUGH ? 'too few points' : chartSays,
    provisional: observations.some((one) => one.provisional),
    reason:
      n >= LEAST ? null : n === 0 ? definition.missingWords : 'Fewer than 5, so only the count is shown.',
  }
}

/** Seconds to one decimal: no helpdesk counts finer. */
const tenths = (seconds: number): number => Math.round(seconds * 10) / 10

type Worth = Pick<Figure, 'value' | 'p90' | 'low' | 'high' | 'least' | 'greatest'>

const NOTHING: Worth = { value: null, p90: null, low: null, high: null, least: null, greatest: null }

function worthOf(definition: Definition, values: readonly number[], sum: number): Partial<Worth> {
  if (definition.unit === 'share') return { value: sum / values.length, ...wilson(sum, values.length) }
  const sorted = [...values].sort((a, b) => a - b)
  const ends = { least: sorted[0] ?? null, greatest: sorted.at(-1) ?? null }
  if (definition.unit === 'score') return { value: sum / values.length, ...ends }
  return { value: tenths(quantile(sorted, 0.5)), p90: tenths(quantile(sorted, 0.9)), ...ends }
}
