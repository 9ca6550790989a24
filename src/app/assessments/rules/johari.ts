/** The four panes: known to oneself and to others, to others alone, to oneself too little, and to nobody yet. */
export type Pane = 'open' | 'blind spot' | 'hidden strength' | 'unknown'

/** Why a competency stands where nobody knows: what is missing, or that the others do not agree among themselves. */
export type WhyUnknown = 'nobody has said' | 'no own rating' | 'nobody else' | 'others differ'

export type Placed = { pane: Pane; why: WhyUnknown | null }

/** From this distance on, two levels say something different. */
const APART = 1

/**
 * In which pane of the Johari window a competency stands. Oneself is compared with each other source in turn and never
 * with an average of them: above all of them it is a blind spot, below all of them a hidden strength, near any of them
 * open. Where some stand above and some below and none near, the others do not agree and it stays unknown.
 * @param self own level, 1 to 5
 * @param others levels that others give, of those that may be shown: so a group below its anonymity threshold is none
 * Source: domain.md 4 (Johari), 6.
 */
export function paneOf(self: number | null, others: readonly number[]): Placed {
  if (self === null)
    return { pane: 'unknown', why: others.length === 0 ? 'nobody has said' : 'no own rating' }
  if (others.length === 0) return { pane: 'unknown', why: 'nobody else' }
  if (others.every((level) => self - level >= APART)) return { pane: 'blind spot', why: null }
  if (others.every((level) => level - self >= APART)) return { pane: 'hidden strength', why: null }
  const near = others.some((level) => Math.abs(level - self) < APART)
  return near ? { pane: 'open', why: null } : { pane: 'unknown', why: 'others differ' }
}
