/**
 * What is shown of some answers about one competency. `about` is their mean rounded to halves; at the ends of the scale
 * means are not told apart: `from` and `upTo` say where the end begins, which depends on nothing but how many answered.
 * `level` is one named person's own answer.
 */
export type Shown =
  | { kind: 'about'; level: number }
  | { kind: 'most at the top'; from: number }
  | { kind: 'most at the bottom'; upTo: number }
  | { kind: 'level'; level: number }

/** Fewer than this many never stand together without names. Source: domain.md 6. */
export const LEAST = 3

/** The mean in halves; what lies half way goes towards the nearer end of the scale, so that both ends are treated alike. */
function inHalves(sum: number, n: number): number {
  const above = 2 * (sum - 3 * n)
  return 3 + (Math.sign(above) * Math.floor(Math.abs(above) / n + 0.5)) / 2
}

/**
 * Where the ends of the scale begin for `n` answers: 2.5 and 3.5 for three, 2 and 4 for four to six, 1.5 and 4.5 from
 * seven on. An end that began later would tell one of the raters, who knows their own answer, that all others gave the
 * lowest or highest: the end must hold more sums than an own answer of 5 (or 1) can reach with all others alike.
 */
export function endsOf(n: number): { upTo: number; from: number } {
  const upTo = [1.5, 2].find((end) => inHalves(n + 5, n) <= end) ?? 2.5
  return { upTo, from: 6 - upTo }
}

/**
 * What is shown of levels 1 to 5 that at least three gave: their mean in halves, with the ends of the scale put together.
 * It depends on their number and sum alone, and neither it nor it with one of the answers determines any other answer.
 * @throws RangeError for fewer than three
 */
export function showTogether(levels: readonly number[]): Shown {
  const n = levels.length
  if (n < LEAST) throw new RangeError('Fewer than three answers are not shown together.')
  const mean = inHalves(
    levels.reduce((total, level) => total + level, 0),
    n,
  )
  const { upTo, from } = endsOf(n)
  if (mean <= upTo) return { kind: 'most at the bottom', upTo }
  if (mean >= from) return { kind: 'most at the top', from }
  return { kind: 'about', level: mean }
}

/** The level to draw or compare: at the ends of the scale the end that is nearer the middle, so that nothing is overstated. */
export function levelOf(shown: Shown): number {
  if (shown.kind === 'most at the top') return shown.from
  if (shown.kind === 'most at the bottom') return shown.upTo
  return shown.level
}

/** The same for a cell of a table: "about 3.5", "4", "4.5 or higher". */
export function shownShort(shown: Shown): string {
  if (shown.kind === 'most at the top') return `${shown.from} or higher`
  if (shown.kind === 'most at the bottom') return `${shown.upTo} or lower`
  return shownWords(shown)
}

/** How far it may lie from `levelOf`: the end of the scale where ends are put together. */
export function reachOf(shown: Shown): number {
  if (shown.kind === 'most at the top') return 5
  if (shown.kind === 'most at the bottom') return 1
  return shown.level
}

/** "about 3.5", "4", "most answers from 4 to 5, together 4.5 or higher". */
export function shownWords(shown: Shown): string {
  if (shown.kind === 'most at the top')
    return `most answers from ${shown.from >= 4.5 ? 4 : 3} to 5, together ${shown.from} or higher`
  if (shown.kind === 'most at the bottom')
    return `most answers from 1 to ${shown.upTo <= 1.5 ? 2 : 3}, together ${shown.upTo} or lower`
  return shown.kind === 'about' ? `about ${shown.level}` : String(shown.level)
}
