import type { Better } from '../../../kernel/stats.ts'
import { ENOUGH } from './figure.ts'

type Measured = { value: number | null; low: number | null; high: number | null; betterIs: Better; n: number }

/** Where a figure stands to its target. */
export type TargetStanding = 'shown' | 'inside the interval' | 'not reached'

/**
 * How a figure stands to its target: `shown` only where the whole interval is past it and 30 or more were counted;
 * null where it cannot be told. Source: domain.md 3.2; DESIGN.md charts.
 */
export function targetStanding(figure: Measured, target: number): TargetStanding | null {
  const { value, low, high, betterIs, n } = figure
  if (value === null || low === null || high === null) return null
  if (low <= target && target <= high) return 'inside the interval'
  if (betterIs === 'higher' ? low < target : high > target) return 'not reached'
  return n < ENOUGH ? null : 'shown'
}
