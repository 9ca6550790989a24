import { line } from 'd3-shape'
import { px } from './figures.ts'

/** One period of a control chart. */
export type ChartPoint = {
  /** On the axis and in the table: "21 Sep". */
  label: string
  /** The first day of the period. */
  from: string
  /** null where the period has too few to show. */
  value: number | null
  /** How many it was counted from. */
  n: number
  /** Provisional, or a part of a period: drawn open and never counted. */
  open: boolean
  signal: 'improvement' | 'concern' | null
  numerator?: number | null
  low?: number | null
  high?: number | null
}

/** A mark: circle, open circle, or a triangle up for improvement and down for concern. */
function PointMark(props: { x: number; y: number; r: number; signal: ChartPoint['signal']; open: boolean }) {
  const { x, y, r, signal, open } = props
  if (signal && !open) {
    const up = signal === 'improvement' ? 1 : -1
    const tall = r * 1.45
    return (
      <path
        class={up > 0 ? 'pt-i' : 'pt-c'}
        d={`M${px(x)} ${px(y - up * tall)}l${px(r * 1.28)} ${px(up * r * 2.28)}h${px(-r * 2.56)}z`}
      />
    )
  }
  return <circle class={open ? 'pt-p' : 'pt'} cx={px(x)} cy={px(y)} r={r} />
}

/** The line through the points in order, and the marks on it. Without `line`, the marks alone. */
export function Points(props: {
  points: readonly ChartPoint[]
  x: (index: number) => number
  y: (value: number) => number
  r: number
  joined: boolean
}) {
  const { points, x, y, r, joined } = props
  const shown = points.flatMap((point, index) =>
    point.value === null ? [] : [{ point, x: x(index), y: y(point.value) }],
  )
  const path = line<(typeof shown)[number]>()
    .x((at) => px(at.x))
    .y((at) => px(at.y))(shown)
  return (
    <>
      {joined && path && <path class="ser" d={path} />}
      {shown.map(({ point, x, y }) => (
        <PointMark
          key={point.from}
          x={x}
          y={y}
          r={r}
          signal={joined ? point.signal : null}
          open={point.open || !joined}
        />
      ))}
    </>
  )
}

/** The lowest and highest value that must be in sight, with room around them; a share stays within 0 to 1. */
export function domainOf(
  values: readonly (number | null)[],
  unit: 'share' | 'score' | 'seconds',
): [number, number] {
  const known = values.filter((value): value is number => value !== null)
  if (known.length === 0) return [0, 1]
  const low = Math.min(...known)
  const high = Math.max(...known)
  const room = (high - low || Math.abs(high) || 1) * 0.12
  const bottom = Math.max(0, low - room)
  return unit === 'share' ? [bottom, Math.min(1, high + room)] : [bottom, high + room]
}
