import type { Day } from '../../../kernel/day.ts'

/** A level that was agreed on a day, in a round. */
export type AgreedPoint = { round: number; on: Day; level: number }

export type Move = 'up' | 'down' | 'same' | 'first'

export type Trend = {
  /** Oldest first; a round that left the level open is not there. */
  points: AgreedPoint[]
  /** From the one before last to the last. */
  move: Move
  /** Levels between those two: 0 where there is one alone. */
  by: number
}

/**
 * How an agreed level went from round to round: each as it was, none averaged or smoothed. Null where none was agreed.
 * Source: mission.md A1.
 */
export function trendOf(points: readonly AgreedPoint[]): Trend | null {
  const sorted = [...points].sort((a, b) => a.round - b.round)
  const [last, before] = [sorted.at(-1), sorted.at(-2)]
  if (!last) return null
  if (!before) return { points: sorted, move: 'first', by: 0 }
  const by = last.level - before.level
  return { points: sorted, move: by > 0 ? 'up' : by < 0 ? 'down' : 'same', by: Math.abs(by) }
}
