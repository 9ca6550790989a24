import { LINE, type RoleGraph } from './graph.ts'

/** Up to so many roles are drawn as a whole. */
export const MOST_DRAWN = 60
/** Above that, so many around the one that is looked at. */
const MOST_AROUND = 30
const MOST_TRACKS = 7
/** As many of those on one track at one level. */
const MOST_STACKED = 4
/** How far away a role still counts as near, in moves either way. */
const NEAR = 2
/** More moves than this make a tangle: then only those of the role looked at and of the route are drawn. */
const MOST_MOVES = 120

/** What is drawn, by place in the graph: roles in the graph's order, and moves. */
export type Drawn = {
  roles: number[]
  moves: { from: number; to: number }[]
  /** All roles are drawn. */
  whole: boolean
  /** All moves between the drawn roles are. */
  allMoves: boolean
  /** Roles within two moves that did not fit. */
  left: number[]
}

/**
 * The part of the roles that can be read at once: all of them where they are few; else the route and those within two
 * moves of the role looked at, nearest first, where somebody can go before where they come from.
 * @param route the places of the route, from the present role on
 */
export function drawnOf(graph: RoleGraph, focus: number, route: readonly number[]): Drawn {
  const { roles, onward } = graph
  const whole = roles.length <= MOST_DRAWN
  const near = whole ? [...roles.keys()] : nearTo(graph, focus)
  const kept = whole ? new Set(near) : fitting(graph, [...route, focus, ...near], route.length + 1)
  const shown = [...kept].sort((a, b) => a - b)
  const all = shown.flatMap((from) =>
    (onward[from] ?? []).filter((to) => kept.has(to)).map((to) => ({ from, to })),
  )
  const allMoves = all.length <= MOST_MOVES
  const step = new Set(route.slice(1).map((to, index) => `${route[index]} ${to}`))
  const of = (place: number) => place === focus
  return {
    roles: shown,
    moves: allMoves
      ? all
      : all
          .filter(({ from, to }) => of(from) || of(to) || step.has(`${from} ${to}`))
          .slice(0, MOST_MOVES * 2),
    whole,
    allMoves,
    left: near.filter((place) => !kept.has(place)),
  }
}

/** The first so many, on no more than so many tracks and none too high; the first `always` whatever there is. */
function fitting({ roles }: RoleGraph, wanted: readonly number[], always: number): Set<number> {
  const kept = new Set<number>()
  const tracks = new Set<string>()
  const stacks = new Map<string, number>()
  for (const [at, place] of wanted.entries()) {
    const { track, responsibility } = roles[place] ?? { track: LINE, responsibility: 1 }
    const cell = `${responsibility} ${track}`
    const high = stacks.get(cell) ?? 0
    const full =
      kept.size >= MOST_AROUND || (tracks.size >= MOST_TRACKS && !tracks.has(track)) || high >= MOST_STACKED
    if (kept.has(place) || (full && at >= always)) continue
    tracks.add(track)
    stacks.set(cell, high + 1)
    kept.add(place)
  }
  return kept
}

/** The roles within two moves either way, nearest first. */
function nearTo({ roles, onward }: RoleGraph, focus: number): number[] {
  const back: number[][] = roles.map(() => [])
  for (const [from, ends] of onward.entries()) for (const to of ends) back[to]?.push(from)
  const found = new Set([focus])
  let ring = [focus]
  for (let step = 0; step < NEAR; step++) {
    const around = [
      ...ring.flatMap((place) => onward[place] ?? []),
      ...ring.flatMap((place) => back[place] ?? []),
    ]
    ring = [...new Set(around)].filter((place) => !found.has(place))
    for (const place of ring) found.add(place)
  }
  found.delete(focus)
  return [...found]
}
