/** The four panes: known to oneself and to others, to others alone, to oneself too little, and to nobody yet. */
export type Pane = 'open' | 'blind spot' | 'hidden strength' | 'unknown'

/** Why a competency stands where nobody knows: what is missing, or that the others do not agree among themselves. */
export type WhyUnknown = 'nobody has said' | 'no own rating' | 'nobody else' | 'others differ'

export type Placed = { pane: Pane; why: WhyUnknown | null }

/** One who says a level: the leader by a pass, a group of 360 feedback by how many answered, or somebody by name. */
type Said = { source: string; level: number; n?: number; on: string; by: string }

/**
 * Which of the levels count as others' views. A pass and an answer by name need no number of answers; a group of 360
 * feedback is among them only where its threshold let it be shown. Whoever spoke by name twice, as a leader's pass and
 * in 360 feedback, is one source and counts once, by what they said last. Figures are left out: a figure knows nobody.
 * Source: domain.md 4 (Johari), 6.
 */
export function othersOf<T extends Said>(levels: readonly T[]): T[] {
  const others = levels.filter(({ source }) => source === 'leader' || source === 'feedback')
  return others.filter(
    (one, at) =>
      !isNamed(one) ||
      !others.some(
        (other, place) =>
          isNamed(other) && other.by === one.by && (other.on > one.on || (other.on === one.on && place < at)),
      ),
  )
}

const isNamed = ({ source, n }: Said): boolean => source === 'leader' || n === 1

/** Whoever is the only one behind a view of others, by name; null where there are more, a group, or none. */
export function aloneOf(others: readonly Said[]): string | null {
  const [only] = others
  return only && others.length === 1 && isNamed(only) ? only.by : null
}

/** From this distance on, two levels say something different. */
const APART = 1

/** What another says: a level, or, where the end of the scale is shown as one, all from `level` to what it `reaches`. */
type View = { level: number; reaches?: number }

const rangeOf = ({ level, reaches = level }: View) => ({
  low: Math.min(level, reaches),
  high: Math.max(level, reaches),
})

/**
 * In which pane of the Johari window a competency stands. Oneself is compared with each other source in turn and never
 * with an average of them: above all of them it is a blind spot, below all of them a hidden strength, near any of them
 * open. Where some stand above and some below and none near, the others do not agree and it stays unknown.
 * @param self own level, 1 to 5
 * @param others what others say, of what may be shown: a group below its anonymity threshold says nothing, and an end of
 *   the scale is above or below oneself only where all of it is
 * Source: domain.md 4 (Johari), 6.
 */
export function paneOf(self: number | null, others: readonly View[]): Placed {
  if (self === null)
    return { pane: 'unknown', why: others.length === 0 ? 'nobody has said' : 'no own rating' }
  if (others.length === 0) return { pane: 'unknown', why: 'nobody else' }
  const ranges = others.map(rangeOf)
  if (ranges.every(({ high }) => self - high >= APART)) return { pane: 'blind spot', why: null }
  if (ranges.every(({ low }) => low - self >= APART)) return { pane: 'hidden strength', why: null }
  const near = ranges.some(({ low, high }) => self > low - APART && self < high + APART)
  return near ? { pane: 'open', why: null } : { pane: 'unknown', why: 'others differ' }
}
