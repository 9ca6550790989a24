import { LINE, type RoleGraph } from './graph.ts'
import { turned, type Walks, type Weighed, walksFrom, wayTo } from './walk.ts'

/** Whether a way passes a specialist role between its first and its last. */
function passesSpecialist({ roles }: RoleGraph, way: readonly number[]): boolean {
  return way.slice(1, -1).some((place) => roles[place]?.track !== LINE)
}

/**
 * The way with the fewest steps. Where one as short stays on the line, that one, so that the way of the line is always
 * there to be compared with a specialist's.
 */
export function shortestWay(graph: RoleGraph, moves: Weighed, fewest: Walks, end: number): number[] {
  const way = wayTo(fewest, end)
  const start = way[0]
  if (start === undefined || !passesSpecialist(graph, way)) return way
  const plain = walksFrom(moves, start, { passes: (place) => graph.roles[place]?.track === LINE, end })
  return plain.steps[end] === fewest.steps[end] ? wayTo(plain, end) : way
}

/** The way whose heaviest move is as light as can be, by halving what a move may weigh; of those the shortest. */
export function evenWay(moves: Weighed, start: number, end: number, longest: number): number[] {
  const weights = [...new Set(moves.weights)].sort((a, b) => a - b)
  let low = 0
  let high = weights.length - 1
  const within = (most: number | undefined): Walks | null => {
    const walks = walksFrom(moves, start, { most })
    const steps = walks.steps[end] ?? -1
    return steps >= 0 && steps <= longest ? walks : null
  }
  while (low < high) {
    const middle = (low + high) >> 1
    if (within(weights[middle])) high = middle
    else low = middle + 1
  }
  const walks = within(weights[low])
  return walks ? wayTo(walks, end) : []
}

/**
 * The shortest way that passes a specialist role between the first and the last: to that role and on from it, each by
 * the fewest steps. A role whose two halves would pass one role twice is left out.
 */
export function specialistWay(
  { roles }: RoleGraph,
  moves: Weighed,
  out: Walks,
  end: number,
  longest: number,
): number[] {
  const home = walksFrom(turned(moves), end)
  const length = (place: number) => (out.steps[place] ?? 0) + (home.steps[place] ?? 0)
  const large = (place: number) => Math.max(out.largest[place] ?? 0, home.largest[place] ?? 0)
  const sum = (place: number) => (out.sums[place] ?? 0) + (home.sums[place] ?? 0)
  const specialists = [...roles.keys()]
    .filter(
      (place) =>
        roles[place]?.track !== LINE &&
        place !== end &&
        (out.steps[place] ?? -1) > 0 &&
        (home.steps[place] ?? -1) > 0 &&
        length(place) <= longest,
    )
    .sort((a, b) => length(a) - length(b) || large(a) - large(b) || sum(a) - sum(b) || a - b)
  for (const place of specialists) {
    const way = [...wayTo(out, place), ...wayTo(home, place).reverse().slice(1)]
    if (new Set(way).size === way.length) return way
  }
  return []
}
