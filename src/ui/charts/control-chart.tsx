import { scaleLinear } from 'd3-scale'
import { Table } from '../table.tsx'
import { bareText, figureText, px, rangeText, spread, ticksOf, type Unit } from './figures.ts'
import { type ChartPoint, domainOf, Points } from './points.tsx'

export type ControlChartProps = {
  /** Unique in the page. */
  id: string
  title: string
  /** One sentence: what the drawing shows. */
  meaning: string
  /** Above the drawing, after the title: what, unit, rule version, period. */
  noteLine: string
  points: readonly ChartPoint[]
  /** null with fewer than 12 points: then neither line nor limits are drawn. */
  mean: number | null
  lower: number | null
  upper: number | null
  target: number | null
  unit: Unit
  /** What changed and on which day. */
  changes?: readonly { day: string; text: string }[]
  /** The room it has: the whole page, or the wider column of two. */
  room?: 'page' | 'column'
  /** What a period is called in the table: "Week". */
  period?: string
}

type Frame = {
  name: 'wide' | 'narrow'
  width: number
  left: number
  right: number
  top: number
  gap: number
  r: number
}

const BOTTOM = 214
const HEIGHT = 240

const frames = (room: 'page' | 'column'): Frame[] => [
  room === 'page'
    ? { name: 'wide', width: 1216, left: 34, right: 112, top: 30, gap: 110, r: 3.6 }
    : { name: 'wide', width: 772, left: 34, right: 112, top: 30, gap: 110, r: 3.6 },
  { name: 'narrow', width: 358, left: 34, right: 66, top: 44, gap: 72, r: 2.8 },
]

/** Which points carry a date under the axis: the first, the last, and every so many between. */
function labelled(count: number, width: number, gap: number): number[] {
  if (count < 2) return count === 1 ? [0] : []
  const every = Math.max(1, Math.ceil((gap * (count - 1)) / width))
  const between: number[] = []
  for (let at = every; at < count - 1; at += every) between.push(at)
  const last = between.at(-1)
  if (last !== undefined && count - 1 - last < every * 0.7) between.pop()
  return [0, ...between, count - 1]
}

function Drawing({ chart, frame }: { chart: ControlChartProps; frame: Frame }) {
  const { id, title, meaning, points, mean, lower, upper, target, unit, changes = [] } = chart
  const { name, width, top, r } = frame
  const wide = name === 'wide'
  const [low, high] = domainOf([...points.map((point) => point.value), mean, lower, upper, target], unit)
  const ticks = ticksOf(low, high, unit)
  const scale = scaleLinear([ticks[0] ?? low, ticks.at(-1) ?? high], [BOTTOM, top])
  const tickText = (tick: number) => (tick === ticks.at(-1) ? figureText(tick, unit) : bareText(tick, unit))
  const left = Math.max(frame.left, ...ticks.map((tick) => tickText(tick).length * 7 + 8))
  const joined = mean !== null
  const right = width - (joined || target !== null ? frame.right : 16)
  const y = (value: number) => px(scale(value))
  const step = points.length > 1 ? (right - left - 16) / (points.length - 1) : 0
  const x = (index: number) => px(left + 8 + index * step)
  const ends = labelled(points.length, right - left - 16, frame.gap)
  const lines = [
    { text: wide ? 'upper limit' : 'upper', value: upper, look: undefined },
    { text: 'target', value: target, look: 'tb' },
    { text: wide ? 'baseline mean' : 'mean', value: mean, look: 't2' },
    { text: wide ? 'lower limit' : 'lower', value: lower, look: undefined },
  ].flatMap(({ text, value, look }) =>
    value === null ? [] : [{ text: `${text} ${bareText(value, unit)}`, at: y(value), look }],
  )
  const places = spread(
    lines.map((line) => line.at),
    15,
    top - 4,
    BOTTOM,
  )
  const key = `${id}-${name}`
  return (
    <svg
      class={`chart ${name}-only`}
      viewBox={`0 0 ${width} ${HEIGHT}`}
      role="img"
      aria-labelledby={`${key}-t ${key}-d`}
    >
      <title id={`${key}-t`}>{title}</title>
      <desc id={`${key}-d`}>{meaning}</desc>
      {upper !== null && lower !== null && (
        <>
          <rect class="band" x={left} y={y(upper)} width={right - left} height={px(y(lower) - y(upper))} />
          <path class="lim" d={`M${left} ${y(upper)}H${right}M${left} ${y(lower)}H${right}`} />
        </>
      )}
      {ticks.map((tick) => (
        <text key={tick} class="end" x={left - 6} y={px(y(tick) + 4)}>
          {tickText(tick)}
        </text>
      ))}
      {mean !== null && <path class="mean" d={`M${left} ${y(mean)}H${right}`} />}
      {target !== null && <path class="tgt" d={`M${left} ${y(target)}H${right}`} />}
      {changes.map(({ day, text }) => {
        const next = points.findIndex((point) => point.from >= day)
        const at = px(next === -1 ? right : Math.max(left, x(next) - step / 2))
        const flip = at > left + (right - left) * 0.6
        return (
          <g key={day}>
            <path class="ax" d={`M${at} ${top - 8}V${BOTTOM}`} />
            <text class={flip ? 'end t2' : 't2'} x={flip ? at + 4 : at + 5} y={top - 14}>
              {text}
            </text>
          </g>
        )
      })}
      <Points points={points} x={x} y={y} r={r} joined={joined} />
      {lines.map((line, index) => (
        <text key={line.text} class={line.look} x={right + 6} y={px((places[index] ?? line.at) + 4)}>
          {line.text}
        </text>
      ))}
      <path class="ax" d={`M${left} ${BOTTOM}H${right}`} />
      {ends.map((index, place) => (
        <g key={index}>
          <path class="ax" d={`M${x(index)} ${BOTTOM}v4`} />
          <text
            class={place === 0 ? undefined : place === ends.length - 1 ? 'end' : 'mid'}
            x={place === 0 ? x(index) - 6 : place === ends.length - 1 ? x(index) + 6 : x(index)}
            y="232"
          >
            {points[index]?.label}
          </text>
        </g>
      ))}
    </svg>
  )
}

const SIGNALS = { improvement: 'Improvement signal', concern: 'Concern signal' }

function signalText(point: ChartPoint, limits: boolean): string {
  if (point.open) return 'Open: not counted'
  if (point.value === null) return 'Too few: not counted'
  if (!limits) return 'Too few points'
  return point.signal ? SIGNALS[point.signal] : 'No signal'
}

/** The numbers of the drawing, a period a row. */
function Numbers({ chart }: { chart: ControlChartProps }) {
  const { points, unit, period = 'Week', title } = chart
  const counted = points.some((point) => point.numerator != null)
  const ranged = points.some((point) => point.low != null)
  const none = <span class="mut">not shown</span>
  return (
    <Table
      caption={`${title}, the numbers`}
      hideCaption
      wide="scroll"
      tall
      rows={points}
      columns={[
        { head: period, cell: (point) => point.label, nowrap: true },
        ...(counted
          ? [{ head: 'Count', numeric: true, cell: (point: ChartPoint) => point.numerator ?? none }]
          : []),
        { head: 'Out of', numeric: true, cell: (point) => point.n },
        {
          head: 'Value',
          numeric: true,
          cell: (point) => (point.value === null ? none : figureText(point.value, unit)),
        },
        ...(ranged
          ? [
              {
                head: '95% interval',
                numeric: true,
                nowrap: true,
                cell: (point: ChartPoint) =>
                  point.low == null || point.high == null ? none : rangeText(point.low, point.high, unit),
              },
            ]
          : []),
        {
          head: 'Signal',
          cell: (point) => signalText(point, chart.mean !== null),
        },
      ]}
    />
  )
}

/**
 * A control chart: the band between the limits, the mean, the target, points as circles, signals as triangles,
 * provisional and part periods open; the same numbers in a table under it. Source: DESIGN.md charts, domain.md 3.3.
 */
export function ControlChart(chart: ControlChartProps) {
  return (
    <figure>
      <figcaption>
        <b>{chart.title}.</b> {chart.noteLine}
      </figcaption>
      {frames(chart.room ?? 'page').map((frame) => (
        <Drawing key={frame.name} chart={chart} frame={frame} />
      ))}
      <details class="more mt2">
        <summary>Show as a table</summary>
        <Numbers chart={chart} />
      </details>
    </figure>
  )
}
