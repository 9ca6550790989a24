import { type Day, daysBetween } from '../../kernel/day.ts'
import { Table } from '../table.tsx'
import { px } from './figures.ts'

/** A dot for each day on a line from `from` to `to`; a broken line where there is none. Its words stand beside it. */
export function MonthsDots({ from, to, days }: { from: Day; to: Day; days: readonly Day[] }) {
  const span = Math.max(1, daysBetween(from, to))
  const within = days.filter((day) => day >= from && day <= to)
  return (
    <svg class="chart dots" height="18" aria-hidden="true">
      <line class={within.length > 0 ? 'gr' : 'lim'} x1="0" y1="9" x2="100%" y2="9" />
      {within.map((day, index) => (
        <circle
          key={index}
          class="dot"
          cx={`${px(2 + (96 * daysBetween(from, day)) / span)}%`}
          cy="9"
          r="3.4"
        />
      ))}
    </svg>
  )
}

/** Where evidence comes from: each kind of source, its items in time, how many, and the latest. */
export function EvidenceSources(props: {
  caption: string
  /** Over the dots: "Nov 2025 to Nov 2026". */
  span: string
  from: Day
  to: Day
  /** `latest` is null where there is none. */
  sources: readonly { name: string; days: readonly Day[]; latest: string | null }[]
}) {
  const { caption, span, from, to, sources } = props
  return (
    <Table
      caption={caption}
      hideCaption
      wide="fits"
      middle
      rows={sources}
      columns={[
        { head: 'Source', cell: (source) => source.name },
        { head: span, width: 40, cell: (source) => <MonthsDots from={from} to={to} days={source.days} /> },
        { head: 'Items', numeric: true, cell: (source) => source.days.length || 'none' },
        {
          head: 'Latest',
          numeric: true,
          cell: (source) => source.latest ?? <span class="miss">missing</span>,
        },
      ]}
    />
  )
}
