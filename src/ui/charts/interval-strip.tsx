import { figureText, px, rangeText, type Unit } from './figures.ts'

/** The width's share where a value stands on a scale from `min` to `max`. */
const place = (value: number, min: number, max: number) =>
  px(2 + (96 * (Math.min(Math.max(value, min), max) - min)) / (max - min || 1))

/**
 * A measure with its interval on a scale of its own, and its target. Source: DESIGN.md charts.
 * @param min the scale's low end; 0 where left out
 * @param max the scale's high end; 1 where left out, as for a share
 */
export function IntervalStrip(props: {
  title: string
  value: number
  /** The interval; null where there is none to give. */
  low: number | null
  high: number | null
  target: number | null
  unit: Unit
  min?: number
  max?: number
}) {
  const { title, value, low, high, target, unit, min = 0, max = 1 } = props
  const x = (at: number) => `${place(at, min, max)}%`
  const targetAt = target === null ? null : place(target, min, max)
  const words = [
    `${title}: ${figureText(value, unit)}`,
    ...(low === null || high === null ? [] : [`interval ${rangeText(low, high, unit)}`]),
    ...(target === null ? [] : [`target ${figureText(target, unit)}`]),
  ]
  return (
    <svg class="chart strip" height="40" role="img" aria-label={`${words.join(', ')}.`}>
      <line class="ax" x1="2%" y1="14" x2="98%" y2="14" />
      <line class="ax" x1="2%" y1="10" x2="2%" y2="18" />
      <line class="ax" x1="98%" y1="10" x2="98%" y2="18" />
      {low !== null && high !== null && <line class="iv" x1={x(low)} y1="14" x2={x(high)} y2="14" />}
      <circle class="dot" cx={x(value)} cy="14" r="5" />
      {target !== null && <line class="req" x1={x(target)} y1="5" x2={x(target)} y2="23" />}
      {(targetAt === null || targetAt > 16) && (
        <text x="2%" y="36">
          {unit === 'share' ? String(min * 100) : figureText(min, unit)}
        </text>
      )}
      {(targetAt === null || targetAt < 76) && (
        <text class="end" x="98%" y="36">
          {figureText(max, unit)}
        </text>
      )}
      {target !== null && targetAt !== null && (
        <text class={`tb ${targetAt < 12 ? '' : targetAt > 88 ? 'end' : 'mid'}`} x={`${targetAt}%`} y="36">
          target {figureText(target, unit)}
        </text>
      )}
    </svg>
  )
}

export type RangeRow = { label: string; value: number | null; low: number; high: number }

/**
 * Several ranges of one measure under each other with one target through them: you now, your best, the team's middle.
 * Its scale stands on it, so that the target can follow what is typed.
 */
export function Ranges(props: {
  title: string
  rows: readonly RangeRow[]
  target: number | null
  unit: Unit
}) {
  const { title, rows, target, unit } = props
  const ends = [...rows.flatMap((row) => [row.low, row.high]), ...(target === null ? [] : [target])]
  const room = (Math.max(...ends) - Math.min(...ends)) * 0.08
  const [min, max] = [Math.min(...ends) - room, Math.max(...ends) + room]
  const x = (at: number) => `${place(at, min, max)}%`
  const text = (row: RangeRow) =>
    row.value === null
      ? rangeText(row.low, row.high, unit)
      : `${figureText(row.value, unit)}, ${rangeText(row.low, row.high, unit)}`
  return (
    <figure
      class="ranges"
      data-range-min={min}
      data-range-max={max}
      data-range-scale={unit === 'share' ? 100 : 1}
    >
      <figcaption class="vh">{title}</figcaption>
      <ul class="ranges-rows">
        {rows.map((row) => (
          <li key={row.label}>
            <span>{row.label}</span>
            <svg class="chart" height="34" aria-hidden="true">
              <line class="gr" x1="0" y1="17" x2="100%" y2="17" />
              <line class="iv" x1={x(row.low)} y1="17" x2={x(row.high)} y2="17" />
              {row.value !== null && <circle class="dot" cx={x(row.value)} cy="17" r="5" />}
              <line
                class="req"
                display={target === null ? 'none' : undefined}
                x1={x(target ?? min)}
                y1="0"
                x2={x(target ?? min)}
                y2="34"
              />
            </svg>
            <span class="ink2">{text(row)}</span>
          </li>
        ))}
      </ul>
      {target !== null && (
        <p class="xs" data-range-words={unit === 'share' ? Number((target * 100).toFixed(1)) : target}>
          The bar is the target, <b class="b">{figureText(target, unit)}</b>
        </p>
      )}
    </figure>
  )
}
