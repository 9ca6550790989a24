/** What a thread holds at each knot, as drawing it needs to know. */
export type Held = {
  evidence: number
  need: boolean
  agreed: boolean
  closed: boolean
  actions: { done: number; of: number }
  /** Signed reviews that looked at the objective. */
  reviews: number
  /** The reflective account of it; null where there is none. */
  account: { complete: boolean } | null
  /** Its impact on practice is written up. */
  impact: boolean
}

export type KnotState = 'done' | 'now' | 'todo' | 'gap'

/**
 * How the seven knots are drawn: done where the record is there, now for the first after the last of those, todo after
 * it; a gap where a later knot is there and this one is not. The award waits for a version that holds criteria.
 * Source: DESIGN.md principle 1.
 */
export function knotStates(held: Held): KnotState[] {
  const { actions } = held
  const done = [
    held.evidence > 0,
    held.need,
    held.agreed,
    actions.of > 0 && (actions.done > 0 || held.closed),
    held.reviews > 0 && held.account?.complete === true,
    held.impact,
    false,
  ]
  const last = done.lastIndexOf(true)
  return done.map((there, index) =>
    there ? 'done' : index < last ? 'gap' : index === last + 1 ? 'now' : 'todo',
  )
}

type Measured = {
  value: number | null
  low: number | null
  high: number | null
  betterIs: 'higher' | 'lower'
  n: number
}

/**
 * How a figure stands to its target: `shown` only where the whole interval is past it and 30 or more were counted;
 * null where it cannot be told. Source: domain.md 3.2; DESIGN.md charts.
 */
export function targetStanding(
  figure: Measured,
  target: number,
): 'shown' | 'inside the interval' | 'not reached' | null {
  const { value, low, high, betterIs, n } = figure
  if (value === null || low === null || high === null) return null
  if (low <= target && target <= high) return 'inside the interval'
  if (betterIs === 'higher' ? low < target : high > target) return 'not reached'
  return n < 30 ? null : 'shown'
}
