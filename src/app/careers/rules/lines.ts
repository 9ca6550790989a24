export type Point = { x: number; y: number }

/** A box in its place. `row` counts from the lowest level; `first` of its cell stands lowest, `last` highest. */
export type Placed = {
  x: number
  y: number
  width: number
  height: number
  row: number
  first: boolean
  last: boolean
}

type Span = { row: number; left: number; right: number }

/** The way of one move: the stretches of it that run in channels, and its corners once the lanes of those have their heights. */
export type Edge = { runs: Span[]; points(laneY: (row: number) => number): Point[] }

/** How far beside a box a move runs that cannot go through it. */
const BESIDE = 7
const CORNER = 12

const middle = ({ x, width }: Placed) => x + width / 2
const half = ({ y, height }: Placed) => y + height / 2
const span = (row: number, a: number, b: number): Span => ({
  row,
  left: Math.min(a, b),
  right: Math.max(a, b),
})

/** Up from the top of a box, or out at its right and up beside what stands on it. */
function leaving(box: Placed): { x: number; start: Point[] } {
  const right = box.x + box.width
  if (box.last) return { x: middle(box), start: [{ x: middle(box), y: box.y }] }
  const x = right + BESIDE
  return {
    x,
    start: [
      { x: right, y: half(box) },
      { x, y: half(box) },
    ],
  }
}

/** Up into the bottom of a box, or beside what stands under it and in at its left. */
function reaching(box: Placed): { x: number; end: Point[] } {
  if (box.first) return { x: middle(box), end: [{ x: middle(box), y: box.y + box.height }] }
  const x = box.x - BESIDE
  return {
    x,
    end: [
      { x, y: half(box) },
      { x: box.x, y: half(box) },
    ],
  }
}

/** The way from one box to another: up, sideways through the channel below, or down as the way up turned round. */
export function edgeOf(from: Placed, to: Placed): Edge {
  if (to.row < from.row) {
    const up = edgeOf(to, from)
    return { runs: up.runs, points: (laneY) => up.points(laneY).reverse() }
  }
  if (to.row === from.row) return sideways(from, to)
  const out = leaving(from)
  const into = reaching(to)
  if (to.row === from.row + 1) {
    if (out.x === into.x) return { runs: [], points: () => [...out.start, ...into.end] }
    return {
      runs: [span(from.row, out.x, into.x)],
      points: (laneY) => {
        const y = laneY(from.row)
        return [...out.start, { x: out.x, y }, { x: into.x, y }, ...into.end]
      },
    }
  }
  const beside = to.x - BESIDE
  return {
    runs: [span(from.row, out.x, beside), span(to.row - 1, beside, into.x)],
    points: (laneY) => {
      const [low, high] = [laneY(from.row), laneY(to.row - 1)]
      const last =
        into.x === beside
          ? []
          : [
              { x: beside, y: high },
              { x: into.x, y: high },
            ]
      return [...out.start, { x: out.x, y: low }, { x: beside, y: low }, ...last, ...into.end]
    },
  }
}

function sideways(from: Placed, to: Placed): Edge {
  if (from.x === to.x) {
    const right = from.x + from.width
    const x = right + BESIDE
    return {
      runs: [],
      points: () => [
        { x: right, y: half(from) },
        { x, y: half(from) },
        { x, y: half(to) },
        { x: right, y: half(to) },
      ],
    }
  }
  const out = reaching(from)
  const into = reaching(to)
  const row = from.row - 1
  return {
    runs: [span(row, out.x, into.x)],
    points: (laneY) => {
      const y = laneY(row)
      return [...out.end.toReversed(), { x: out.x, y }, { x: into.x, y }, ...into.end]
    },
  }
}

const round = (value: number) => Math.round(value * 10) / 10

/** The corners as the path of a line, rounded where it turns. */
export function pathOf(corners: readonly Point[]): string {
  const points = corners.filter((point, index) => {
    const before = corners[index - 1]
    return !before || before.x !== point.x || before.y !== point.y
  })
  return points
    .map((point, index) => {
      const [before, after] = [points[index - 1], points[index + 1]]
      if (!before) return `M${round(point.x)} ${round(point.y)}`
      if (!after || (before.x === point.x) === (point.x === after.x))
        return `L${round(point.x)} ${round(point.y)}`
      const [a, b] = [toward(point, before), toward(point, after)]
      return `L${round(a.x)} ${round(a.y)}Q${round(point.x)} ${round(point.y)} ${round(b.x)} ${round(b.y)}`
    })
    .join('')
}

/** A little way from a corner to the next, never past its half. */
function toward(corner: Point, other: Point): Point {
  const length = Math.hypot(other.x - corner.x, other.y - corner.y)
  const part = length === 0 ? 0 : Math.min(CORNER, length / 2) / length
  return { x: corner.x + (other.x - corner.x) * part, y: corner.y + (other.y - corner.y) * part }
}
