import { type Day, plainDay } from '../../../kernel/day.ts'
import { count, duration, percent } from '../../../kernel/text.ts'

/** What telling a figure needs; the figures of the measures are of this shape. */
export type Told = {
  name: string
  from: Day
  to: Day
  numerator: number | null
  denominator: number | null
  n: number
  value: number | null
  unit: 'share' | 'score' | 'seconds'
  p90: number | null
  low: number | null
  high: number | null
  verdict: string | null
  provisional: boolean
}

/** "76%", "4.2 of 5", "3 min 46 s"; null where there is none. */
function valueWords({ value, unit }: Pick<Told, 'value' | 'unit'>): string | null {
  if (value === null) return null
  if (unit === 'share') return percent(value)
  return unit === 'seconds' ? duration(value) : `${Math.round(value * 10) / 10} of 5`
}

/** The figure with its count and interval, never bare: "76% (118 of 155, interval 69 to 82%)". Source: domain.md 3.2. */
export function figureWords(told: Told): string {
  const { numerator, denominator, n, unit, p90, low, high } = told
  const counted =
    unit === 'share' && numerator !== null && denominator !== null
      ? `${numerator.toLocaleString('en-GB')} of ${denominator.toLocaleString('en-GB')}`
      : count(n, 'contact')
  const value = valueWords(told)
  if (value === null) return `${counted}: too few for a figure`
  const beside = [
    counted,
    ...(low !== null && high !== null ? [`interval ${Math.round(low * 100)} to ${percent(high)}`] : []),
    ...(p90 !== null ? [`9 in 10 within ${duration(p90)}`] : []),
  ]
  return `${value} (${beside.join(', ')})`
}

/** The words that a kept figure starts with. */
export function keptWords(told: Told): string {
  const verdict = told.verdict ? ` The chart says: ${told.verdict}.` : ''
  const open = told.provisional ? ' Some contacts could still come back, so it may change.' : ''
  return `${told.name} from ${plainDay(told.from)} to ${plainDay(told.to)}: ${figureWords(told)}.${verdict}${open}`
}

/**
 * How today's count over the same days differs from the kept one, in words.
 * @param today the figure counted now; null where there is nothing to count any longer
 */
export function differenceWords(kept: Told, today: Told | null): string {
  if (!today) return 'Nothing is left to count on these days today.'
  const same = (['numerator', 'denominator', 'n', 'value', 'p90'] as const).every(
    (key) => kept[key] === today[key],
  )
  if (same) return `Counted today over the same days: the same, ${figureWords(today)}.`
  const more = today.n - kept.n
  const why =
    more === 0
      ? 'as many contacts, counted differently since'
      : `${count(Math.abs(more), 'contact')} ${more > 0 ? 'more' : 'fewer'} than when it was kept`
  return `Counted today over the same days: ${figureWords(today)}, ${why}.`
}
