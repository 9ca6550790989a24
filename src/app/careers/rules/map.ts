import type { Id } from '../../../kernel/id.ts'
import { laneOf, type Run, runsInLanes } from './lanes.ts'
import { type Edge, edgeOf, type Placed, type Point, pathOf } from './lines.ts'

/** A role to draw; `sub` is a few words under its title, such as "Your next step". */
export type MapRole = {
  roleId: Id
  title: string
  track: string
  responsibility: number
  sub?: string
  /** The same, where a box is narrow. */
  short?: string
}
export type MapMove = { from: Id; to: Id }

export type MapBox = Placed & { roleId: Id; title: string; lines: string[]; subs: string[] }
export type MapLine = MapMove & { d: string; kind: 'up' | 'sideways' | 'down' }
export type MapLabel = { x: number; y: number; width: number; text: string }

/** A career map in the units of its drawing: 1,200 wide for up to twelve tracks, and wider for more. */
export type CareerMap = {
  width: number
  /** Where the tracks begin: the levels are named to the left of it. */
  left: number
  /** On so many tracks that the columns are narrow, and what stands in them is small. */
  crowded: boolean
  height: number
  tracks: { name: string; x: number; lines: { words: string; y: number }[] }[]
  /** `y`: where a level's words begin; `line`: the rule under it. */
  levels: { level: number; y: number; line: number }[]
  boxes: MapBox[]
  moves: MapLine[]
  route: MapLine[]
  labels: MapLabel[]
}

const WIDTH = 1200
const TOP = 30
const TRACK_LINE = 15
/** Between one box and the next of a cell. */
const BETWEEN = 12
/** So much more between two levels for every lane after the first. */
const LANE = 9
/** How far above a box the first lane runs. */
const FIRST_LANE = 30
const SMALL_LETTER = 6.3
const TRACK_LETTER = 7
/** Up to six tracks have room; beyond, columns, letters and channels are as small as can be read. */
const ROOMY_TRACKS = 6
const ROOMY = { left: 147.5, right: 27, column: 152, apart: 24, letter: 7, lines: 3, channel: 58 }
const CROWDED = { left: 112, right: 12, column: 89, apart: 18, letter: 6.5, lines: 4, channel: 50 }
const WIDEST = { column: 230, box: 186 }

/**
 * Draws roles by level of responsibility, lowest at the bottom, and tracks side by side. Roles of one cell
 * stand on each other. Moves run up from the top of a box, along the channel between two levels in lanes of their own,
 * and on to the box they lead to; where a box stands in the way, beside it.
 * @param route the roles of the route, the present one first
 * @param labels what is said of each step of the route
 * @param order the tracks from left to right; as the roles name them where left out
 */
export function drawMap(
  roles: readonly MapRole[],
  moves: readonly MapMove[],
  route: readonly Id[] = [],
  labels: readonly string[] = [],
  order: readonly string[] = [...new Set(roles.map(({ track }) => track))],
): CareerMap {
  const used = new Set(roles.map(({ track }) => track))
  const tracks = order.filter((track) => used.has(track))
  const crowded = tracks.length > ROOMY_TRACKS
  const { left, right, apart, letter, ...room } = crowded ? CROWDED : ROOMY
  const fitting = (WIDTH - left - right) / Math.max(1, tracks.length)
  const column = Math.max(room.column, Math.min(WIDEST.column, fitting))
  const boxWidth = Math.min(WIDEST.box, column - apart)
  const wrapped = new Map(
    roles.map((role) => [role.roleId, wrap(role.title, Math.floor(boxWidth / letter), room.lines)]),
  )
  const subsOf = ({ sub, short }: MapRole): string[] => {
    if (!sub) return []
    const letters = Math.floor((boxWidth - 8) / SMALL_LETTER)
    return sub.length <= letters ? [sub] : wrap(short ?? sub, letters, 2)
  }
  const rowsOfText = Math.max(
    2,
    ...roles.map((role) => (wrapped.get(role.roleId)?.length ?? 1) + subsOf(role).length),
  )
  const boxHeight = 12 + 17 * rowsOfText
  const trackLines = new Map(
    tracks.map((name) => [name, wrap(name, Math.floor((column - 8) / TRACK_LETTER), crowded ? 3 : 2)]),
  )
  const top = TOP + TRACK_LINE * (Math.max(1, ...[...trackLines.values()].map(({ length }) => length)) - 1)
  const levels = [...new Set(roles.map(({ responsibility }) => responsibility))].sort((a, b) => b - a)
  const cells = Map.groupBy(roles, ({ track, responsibility }) => `${responsibility} ${track}`)
  const steps = route.slice(1).map((to, index) => ({ from: route[index] ?? to, to }))
  const stepKeys = new Set(steps.map(keyOf))
  const others = moves.filter((move) => !stepKeys.has(keyOf(move)))

  // First where each box stands in its row, then how high the channels between the rows must be.
  const cellOf = (role: MapRole) => cells.get(`${role.responsibility} ${role.track}`) ?? []
  const bare = new Map<Id, Placed>(
    roles.map((role) => {
      const stack = cellOf(role)
      const at = stack.indexOf(role)
      const x = left + column * (tracks.indexOf(role.track) + 0.5)
      return [
        role.roleId,
        {
          x: x - boxWidth / 2,
          y: 0,
          width: boxWidth,
          height: boxHeight,
          row: levels.length - 1 - levels.indexOf(role.responsibility),
          first: at === 0,
          last: at === stack.length - 1,
        },
      ]
    }),
  )
  const edges = [...others, ...steps].flatMap((move): (Edge & { move: MapMove })[] => {
    const [from, to] = [bare.get(move.from), bare.get(move.to)]
    return from && to ? [{ ...edgeOf(from, to), move }] : []
  })
  const runs = edges.flatMap(({ runs, move }) => runs.map((run): Run => ({ ...run, ...move })))
  const lanes = runsInLanes(runs)

  const heights = levels.map((level) => {
    const most = Math.max(1, ...tracks.map((track) => cells.get(`${level} ${track}`)?.length ?? 0))
    return most * boxHeight + (most - 1) * BETWEEN
  })
  const channel = (row: number) => room.channel + LANE * Math.max(0, (lanes.count.get(row) ?? 1) - 1)
  /** The top of each row, the highest level first. */
  const tops: number[] = []
  let y = top
  for (const [index, height] of heights.entries()) {
    tops.push(y)
    y += height + channel(levels.length - 2 - index)
  }
  const topOfRow = (row: number) => tops[levels.length - 1 - row] ?? top
  const placed = new Map<Id, Placed>()
  for (const stack of cells.values())
    for (const [at, role] of stack.entries()) {
      const box = bare.get(role.roleId)
      if (!box) continue
      const row = levels.length - 1 - box.row
      const bottom = (tops[row] ?? 0) + (heights[row] ?? 0)
      placed.set(role.roleId, { ...box, y: bottom - boxHeight - at * (boxHeight + BETWEEN) })
    }
  const laneY = (row: number, lane: number) =>
    (row < 0 ? (tops.at(-1) ?? 0) + (heights.at(-1) ?? 0) + channel(-1) : topOfRow(row)) -
    FIRST_LANE -
    LANE * lane

  const drawn = (move: MapMove): { line: MapLine; points: Point[] } | null => {
    const [from, to] = [placed.get(move.from), placed.get(move.to)]
    if (!from || !to) return null
    const points = edgeOf(from, to).points((row) => laneY(row, laneOf(lanes, move, row)))
    const kind = to.row > from.row ? 'up' : to.row === from.row ? 'sideways' : 'down'
    return { line: { ...move, d: pathOf(points), kind }, points }
  }
  const routeDrawn = steps.map(drawn)
  const bottom = (tops.at(-1) ?? top) + (heights.at(-1) ?? 0)
  return {
    width: Math.max(WIDTH, Math.ceil(left + column * tracks.length + right)),
    left,
    crowded,
    height: Math.ceil(bottom + (lanes.count.has(-1) ? channel(-1) : 37)),
    tracks: tracks.map((name, index) => ({
      name,
      x: left + column * (index + 0.5),
      lines: (trackLines.get(name) ?? [name]).map((words, at, all) => ({
        words,
        y: top - 16 - TRACK_LINE * (all.length - 1 - at),
      })),
    })),
    levels: levels.map((level, index) => {
      const end = (tops[index] ?? 0) + (heights[index] ?? 0)
      return { level, y: end - boxHeight + 20, line: end + 29 }
    }),
    boxes: roles.flatMap((role) => {
      const box = placed.get(role.roleId)
      const lines = wrapped.get(role.roleId) ?? [role.title]
      return box ? [{ ...box, roleId: role.roleId, title: role.title, lines, subs: subsOf(role) }] : []
    }),
    moves: others.flatMap((move) => drawn(move)?.line ?? []),
    route: routeDrawn.flatMap((one) => one?.line ?? []),
    labels: routeDrawn.flatMap((one, index) => {
      const text = labels[index]
      return one && text ? [labelOf(one.points, text)] : []
    }),
  }
}

const keyOf = ({ from, to }: MapMove) => `${from} ${to}`

/** Words on at most so many lines. Of what does not fit the end is kept, as that is where long titles differ. */
function wrap(title: string, letters: number, most: number): string[] {
  const words = title.split(/\s+/).flatMap((word) => broken(word, letters))
  const lines = filled(words, letters)
  if (lines.length <= most) return lines
  const kept = lines.slice(0, most - 1)
  const used = kept.join(' ').split(' ').length
  const [end = ''] = filled(words.slice(used).reverse(), letters - 2)
  return [...kept, `… ${end.split(' ').reverse().join(' ')}`.slice(0, letters)]
}

/** A word in pieces of at most so many letters: broken at its own hyphen where that will do. */
function broken(word: string, letters: number): string[] {
  if (word.length <= letters) return [word]
  const own = word.lastIndexOf('-', letters - 1)
  const end = own > 0 ? own : letters - 1
  const [piece, rest] = [word.slice(0, end), word.slice(own > 0 ? end + 1 : end)]
  return [`${piece}-`, ...broken(rest, letters)]
}

function filled(words: readonly string[], letters: number): string[] {
  const lines: string[] = []
  for (const word of words) {
    const last = lines.at(-1)
    if (last !== undefined && `${last} ${word}`.length <= letters) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

/** Beside the longest stretch of a step: to the left of one that goes up, on one that goes across. */
function labelOf(points: readonly Point[], text: string): MapLabel {
  const width = Math.round(text.length * 6.2 + 10)
  const across = points
    .slice(1)
    .map((point, index) => ({ from: points[index] ?? point, to: point }))
    .filter(({ from, to }) => from.y === to.y)
    .sort((a, b) => Math.abs(b.to.x - b.from.x) - Math.abs(a.to.x - a.from.x))[0]
  const [first, last] = [points[0], points.at(-1)]
  if (across && Math.abs(across.to.x - across.from.x) > width / 2)
    return { x: (across.from.x + across.to.x) / 2 - width / 2, y: across.from.y - 11, width, text }
  // On the way up past other boxes, in the channel below the box it leads to.
  const half = first && last ? Math.min((first.y - last.y) / 2, ROOMY.channel / 2) : 0
  const y = (last?.y ?? 0) + half - 11
  return { x: Math.max(2, (first?.x ?? 0) - width - 10), y, width, text }
}
