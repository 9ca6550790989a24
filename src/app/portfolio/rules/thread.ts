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
  /** A criterion is awarded on its evidence. */
  awarded: boolean
}

export type KnotState = 'done' | 'now' | 'todo' | 'gap'

/**
 * How the seven knots are drawn: done where the record is there, now for the first after the last of those, todo after
 * it; a gap where a later knot is there and this one is not.
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
    held.awarded,
  ]
  const last = done.lastIndexOf(true)
  return done.map((there, index) =>
    there ? 'done' : index < last ? 'gap' : index === last + 1 ? 'now' : 'todo',
  )
}
