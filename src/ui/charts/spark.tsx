import { scaleLinear } from 'd3-scale'
import { px, type Unit } from './figures.ts'
import { type ChartPoint, domainOf, Points } from './points.tsx'

/**
 * A small control chart without words, for a card or for small multiples (which share one `domain`). Its numbers
 * stand in the page beside it.
 */
export function Spark(props: {
  points: readonly ChartPoint[]
  mean: number | null
  lower: number | null
  upper: number | null
  unit: Unit
  /** What it shows, in a sentence. */
  label: string
  /** The same scale for all of several. */
  domain?: readonly [number, number]
  size?: 'card' | 'mini'
}) {
  const { points, mean, lower, upper, unit, label, domain, size = 'card' } = props
  const { width, height, r } =
    size === 'card' ? { width: 280, height: 72, r: 2.6 } : { width: 176, height: 84, r: 2.4 }
  const [low, high] = domain ?? domainOf([...points.map((point) => point.value), mean, lower, upper], unit)
  const y = scaleLinear([low, high], [height - 4, 4])
  const step = points.length > 1 ? (width - 8) / (Math.max(points.length, 12) - 1) : 0
  return (
    <svg class="chart spark" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {upper !== null && lower !== null && mean !== null ? (
        <>
          <rect class="band" x="0" y={px(y(upper))} width={width} height={px(y(lower) - y(upper))} />
          <path class="lim" d={`M0 ${px(y(upper))}H${width}M0 ${px(y(lower))}H${width}`} />
          <path class="mean" d={`M0 ${px(y(mean))}H${width}`} />
        </>
      ) : (
        <path class="gr" d={`M0 ${height - 4}H${width}`} />
      )}
      <Points points={points} x={(index) => 4 + index * step} y={y} r={r} joined={mean !== null} />
    </svg>
  )
}
