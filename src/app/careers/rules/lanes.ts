import type { Id } from '../../../kernel/id.ts'

/** A stretch of a move along the channel above a row (-1: below the lowest). */
export type Stretch = { row: number; from: number; to: number }
export type Run = { row: number; left: number; right: number; from: Id; to: Id }
export type Lanes = { lane: Map<string, number>; count: Map<number, number> }

const keyIn = (row: number, { from, to }: { from: Id; to: Id }) => `${row} ${from} ${to}`

/** Between two runs of one lane, so that they are read as two. */
const APART = 10

/**
 * Which lane of its channel each run takes. Runs that leave one role share a lane, or those that reach one, whichever
 * are more, so that they are read as one branching line; others that would lie on each other get lanes of their own.
 */
export function runsInLanes(runs: readonly Run[]): Lanes {
  const lanes: Lanes = { lane: new Map(), count: new Map() }
  for (const [row, all] of Map.groupBy(runs, (run) => run.row)) {
    const leaving = Map.groupBy(all, ({ from }) => from)
    const reaching = Map.groupBy(all, ({ to }) => to)
    const bundles = Map.groupBy(all, ({ from, to }) =>
      (leaving.get(from)?.length ?? 0) >= (reaching.get(to)?.length ?? 0) ? `from ${from}` : `to ${to}`,
    )
    const taken: { left: number; right: number }[][] = []
    const spans = [...bundles.values()].map((bundle) => ({
      bundle,
      left: Math.min(...bundle.map(({ left }) => left)),
      right: Math.max(...bundle.map(({ right }) => right)),
    }))
    for (const { bundle, left, right } of spans.sort((a, b) => a.right - a.left - (b.right - b.left))) {
      const free = taken.findIndex((lane) =>
        lane.every((other) => right + APART < other.left || left - APART > other.right),
      )
      const lane = free >= 0 ? free : taken.length
      taken[lane] = [...(taken[lane] ?? []), { left, right }]
      for (const run of bundle) lanes.lane.set(keyIn(row, run), lane)
    }
    lanes.count.set(row, taken.length)
  }
  return lanes
}

/** The lane that a move takes in the channel above a row. */
export function laneOf(lanes: Lanes, move: { from: Id; to: Id }, row: number): number {
  return lanes.lane.get(keyIn(row, move)) ?? 0
}
