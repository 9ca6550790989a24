import type { Id } from '../../../kernel/id.ts'
import type { RoleGraph } from './graph.ts'

/**
 * The moves of a graph in one row, with what each asks of one person: those of role r are at `starts[r]` up to
 * `starts[r + 1]`. `weights` are whole numbers from 0.
 */
export type Weighed = { starts: Int32Array; ends: Int32Array; weights: Int32Array }

/**
 * From one role to every other: how many moves at least (-1: no way), on such a way the smallest largest move and the sum
 * of all, and the role before.
 */
export type Walks = { steps: Int32Array; largest: Int32Array; sums: Int32Array; before: Int32Array }

const UNKNOWN = -1

/** The essential requirements of all roles in one row: those of role r from `starts[r]` up to `starts[r + 1]`. */
type Asked = {
  starts: Int32Array
  competencies: Int32Array
  levels: Int8Array
  numbers: ReadonlyMap<Id, number>
}

function askedBy(roles: RoleGraph['roles']): Asked {
  const numbers = new Map<Id, number>()
  const all = roles.reduce((sum, { requirements }) => sum + requirements.length, 0)
  const starts = new Int32Array(roles.length + 1)
  const competencies = new Int32Array(all)
  const levels = new Int8Array(all)
  let at = 0
  for (const [place, { requirements }] of roles.entries()) {
    for (const { competencyId, level, essential } of requirements) {
      if (!essential) continue
      const number = numbers.get(competencyId) ?? numbers.size
      numbers.set(competencyId, number)
      competencies[at] = number
      levels[at++] = level
    }
    starts[place + 1] = at
  }
  return { starts, competencies, levels, numbers }
}

/**
 * What each move asks of a person: the levels of essential requirements still to close, and one more for each that
 * nobody has agreed yet, so that what is unknown is not free. Whoever leaves a role other than their present one is
 * taken to have closed what it asks. Source: domain.md 2.6.
 * @param agreed the person's agreed levels, by competency
 */
export function weigh(graph: RoleGraph, from: number, agreed: ReadonlyMap<Id, number>): Weighed {
  const { roles, onward } = graph
  const { starts, competencies, levels, numbers } = askedBy(roles)
  const own = new Int8Array(numbers.size).fill(UNKNOWN)
  for (const [competencyId, level] of agreed) {
    const number = numbers.get(competencyId)
    if (number !== undefined) own[number] = level
  }
  const count = onward.reduce((all, each) => all + each.length, 0)
  const weighed: Weighed = {
    starts: new Int32Array(roles.length + 1),
    ends: new Int32Array(count),
    weights: new Int32Array(count),
  }
  const held = own.slice()
  /** Sets what is held of all that a role asks: as it was, or as whoever leaves that role has closed it. */
  const hold = (place: number, closed: boolean) => {
    for (let at = starts[place] ?? 0; at < (starts[place + 1] ?? 0); at++) {
      const number = competencies[at] ?? 0
      const has = own[number] ?? UNKNOWN
      held[number] = closed ? Math.max(has, levels[at] ?? 0) : has
    }
  }
  let move = 0
  for (const [place, ends] of onward.entries()) {
    if (place !== from) hold(place, true)
    for (const to of ends) {
      let weight = 0
      for (let at = starts[to] ?? 0; at < (starts[to + 1] ?? 0); at++) {
        const has = held[competencies[at] ?? 0] ?? UNKNOWN
        weight += has === UNKNOWN ? 1 : Math.max(0, (levels[at] ?? 0) - has)
      }
      weighed.ends[move] = to
      weighed.weights[move++] = weight
    }
    if (place !== from) hold(place, false)
    weighed.starts[place + 1] = move
  }
  return weighed
}

/** The same moves, each the other way round. */
export function turned({ starts, ends, weights }: Weighed): Weighed {
  const count = starts.length - 1
  const back: Weighed = {
    starts: new Int32Array(count + 1),
    ends: new Int32Array(ends.length),
    weights: new Int32Array(ends.length),
  }
  for (const end of ends) back.starts[end + 1] = (back.starts[end + 1] ?? 0) + 1
  for (let place = 0; place < count; place++)
    back.starts[place + 1] = (back.starts[place + 1] ?? 0) + (back.starts[place] ?? 0)
  const free = back.starts.slice()
  for (let place = 0; place < count; place++)
    for (let move = starts[place] ?? 0; move < (starts[place + 1] ?? 0); move++) {
      const end = ends[move] ?? 0
      const at = free[end] ?? 0
      free[end] = at + 1
      back.ends[at] = place
      back.weights[at] = weights[move] ?? 0
    }
  return back
}

/**
 * Every role that can be reached, ring by ring: by the fewest moves, of those ways the one with the smallest largest
 * move, then with the smaller sum, then from the role that stands first. Reads each move once.
 * @param only `most`: moves that weigh more are not taken; `passes`: which roles may be passed on the way to `end`
 */
export function walksFrom(
  { starts, ends, weights }: Weighed,
  from: number,
  only: { most?: number | undefined; passes?: (place: number) => boolean; end?: number } = {},
): Walks {
  const { most = Number.POSITIVE_INFINITY, passes, end } = only
  const count = starts.length - 1
  const steps = new Int32Array(count).fill(-1)
  const largest = new Int32Array(count)
  const sums = new Int32Array(count)
  const before = new Int32Array(count).fill(-1)
  const better = (to: number, large: number, sum: number, place: number): boolean => {
    const known = largest[to] ?? 0
    if (large !== known) return large < known
    const knownSum = sums[to] ?? 0
    return sum !== knownSum ? sum < knownSum : place < (before[to] ?? 0)
  }
  steps[from] = 0
  let ring = [from]
  for (let step = 1; ring.length > 0; step++) {
    const next: number[] = []
    for (const place of ring)
      for (let move = starts[place] ?? 0; move < (starts[place + 1] ?? 0); move++) {
        const weight = weights[move] ?? 0
        if (weight > most) continue
        const to = ends[move] ?? 0
        if (passes && to !== end && !passes(to)) continue
        const large = Math.max(largest[place] ?? 0, weight)
        const sum = (sums[place] ?? 0) + weight
        if (steps[to] === -1) next.push(to)
        else if (steps[to] !== step || !better(to, large, sum, place)) continue
        steps[to] = step
        largest[to] = large
        sums[to] = sum
        before[to] = place
      }
    ring = next
  }
  return { steps, largest, sums, before }
}

/** The roles passed on the way that was walked, the first and the last among them; empty where there is none. */
export function wayTo({ steps, before }: Walks, to: number): number[] {
  if ((steps[to] ?? -1) < 0) return []
  const way = [to]
  for (let at = before[to] ?? -1; at >= 0; at = before[at] ?? -1) way.push(at)
  return way.reverse()
}
