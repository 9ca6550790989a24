import { duration, percent } from '../../kernel/text.ts'

/** What a charted figure counts: a share 0 to 1, a score on its own scale, or seconds. */
export type Unit = 'share' | 'score' | 'seconds'

/** A figure as a person would say it: "74%", "4.2", "3 min 46 s". */
export function figureText(value: number, unit: Unit): string {
  if (unit === 'share') return percent(value)
  if (unit === 'seconds') return duration(value)
  return String(Math.round(value * 10) / 10)
}

/** A figure without its sign, where the axis carries it: "74", "4.2". */
export function bareText(value: number, unit: Unit): string {
  return unit === 'share' ? String(Math.round(value * 100)) : figureText(value, unit)
}

/** A range: "69 to 79%", "79 to 91", "45 s to 2 min". */
export function rangeText(low: number, high: number, unit: Unit): string {
  return `${bareText(low, unit)} to ${figureText(high, unit)}`
}

/** One decimal, as SVG needs no more. */
export function px(value: number): number {
  return Math.round(value * 10) / 10
}

/**
 * Positions moved apart until each is `gap` from the next, staying as near as can be to where they belong and
 * inside `min` to `max` where there is room. Answers in the order given.
 */
export function spread(wanted: readonly number[], gap: number, min = -Infinity, max = Infinity): number[] {
  const order = wanted.map((at, index) => ({ at, index })).sort((a, b) => a.at - b.at || a.index - b.index)
  type Cluster = { centre: number; members: number[]; sum: number }
  const clusters: Cluster[] = []
  for (const { at, index } of order) {
    let cluster: Cluster = { centre: at, members: [index], sum: at }
    for (let last = clusters.at(-1); last; last = clusters.at(-1)) {
      const reach = ((last.members.length + cluster.members.length) * gap) / 2
      if (cluster.centre - last.centre >= reach) break
      clusters.pop()
      const sum = last.sum + cluster.sum
      const members = [...last.members, ...cluster.members]
      cluster = { members, sum, centre: sum / members.length }
    }
    const half = ((cluster.members.length - 1) * gap) / 2
    cluster.centre = Math.min(Math.max(cluster.centre, min + half), max - half)
    clusters.push(cluster)
  }
  const placed: number[] = new Array(wanted.length).fill(0)
  for (const { centre, members } of clusters) {
    for (const [place, index] of members.entries())
      placed[index] = centre + (place - (members.length - 1) / 2) * gap
  }
  return placed
}

const SECOND_STEPS = [
  1, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 43_200, 86_400, 172_800, 604_800,
]

/** Two to five round values from `low` to `high`, the ends rounded outwards: whole minutes rather than 100 s. */
export function ticksOf(low: number, high: number, unit: Unit): number[] {
  const span = high - low || 1
  const power = 10 ** Math.floor(Math.log10(span / 3))
  const step =
    unit === 'seconds'
      ? (SECOND_STEPS.find((size) => span / size <= 3) ?? 604_800)
      : power * ([1, 2, 5, 10].find((size) => span / (size * power) <= 3) ?? 10)
  const first = Math.floor(low / step + 1e-9)
  const last = Math.ceil(high / step - 1e-9)
  return Array.from({ length: last - first + 1 }, (_, index) =>
    Number(((first + index) * step).toPrecision(12)),
  )
}
