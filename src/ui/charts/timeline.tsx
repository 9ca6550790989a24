import { scaleLinear } from 'd3-scale'
import { addMonths, type Day, daysBetween, plainDay } from '../../kernel/day.ts'
import { clip } from '../../kernel/text.ts'
import { px } from './figures.ts'

export type TimelineObjective = {
  /** Such as O-14. */
  ref?: string
  title: string
  /** Under the title: "O-14, professional, draft". */
  meta: string
  start: Day
  due: Day
  /** A due date that is proposed and not agreed. */
  proposed?: Day | null
  draft?: boolean
  actions: readonly { day: Day; state: 'done' | 'planned' | 'late' }[]
}

export type TimelineProps = {
  /** Unique in the page. */
  id: string
  title: string
  /** One sentence: what stands in it; the same dates are in the page. */
  meaning: string
  /** What it covers; widened to whole months. */
  from: Day
  to: Day
  today: Day
  reviews: readonly { day: Day; name: string; short: string }[]
  objectives: readonly TimelineObjective[]
}

type Frame = {
  name: 'wide' | 'narrow'
  width: number
  left: number
  right: number
  first: number
  row: number
}

const FRAMES: readonly Frame[] = [
  { name: 'wide', width: 1200, left: 270, right: 1130, first: 75, row: 50 },
  { name: 'narrow', width: 358, left: 6, right: 330, first: 88, row: 58 },
]

/** "29 Jan": the axis says the year. */
const dayAndMonth = (day: Day): string => {
  const [date = '', month = ''] = plainDay(day).split(' ')
  return `${date} ${month.slice(0, 3)}`
}

const monthStart = (day: Day): Day => `${day.slice(0, 7)}-01`

function months(from: Day, to: Day): Day[] {
  const all: Day[] = []
  for (let month = from; month <= to; month = addMonths(month, 1)) all.push(month)
  return all
}

/** "Sep 2026" for the first month and each January, "Oct" else; one letter where it is narrow. */
function monthName(month: Day, index: number, wide: boolean): string {
  const name = plainDay(month).split(' ')[1] ?? ''
  if (!wide) return name.slice(0, 1)
  return index === 0 || month.slice(5, 7) === '01'
    ? `${name.slice(0, 3)} ${month.slice(0, 4)}`
    : name.slice(0, 3)
}

function ActionMark({ x, y, state }: { x: number; y: number; state: 'done' | 'planned' | 'late' }) {
  if (state === 'late') return <path class="tl-late" d={`M${x} ${y + 7}l-7 -12h14z`} />
  return <circle class={state === 'done' ? 'agr' : 'pt-p'} cx={x} cy={y} r="5" />
}

function ObjectiveLine(props: {
  objective: TimelineObjective
  y: number
  x: (day: Day) => number
  frame: Frame
}) {
  const { objective, y, x, frame } = props
  const { title, meta, ref, start, due, proposed, draft, actions } = objective
  const wide = frame.name === 'wide'
  const end = x(due)
  const later = proposed && proposed > due ? x(proposed) : null
  const dueText = dayAndMonth(due)
  const crowdedRight = later !== null && later > frame.right - (wide ? 60 : 30)
  const below = later !== null || end > frame.right - 20
  return (
    <>
      {wide ? (
        <>
          <text class="tb tl-name" x="0" y={y - 2}>
            {clip(title, 36)}
          </text>
          <text x="0" y={y + 15}>
            {clip(meta, 42)}
          </text>
        </>
      ) : (
        <text class="tb halo" x="6" y={y - 16}>
          {clip(ref ? `${ref} ${title}` : title, 46)}
        </text>
      )}
      <path class={draft ? 'tl-draft' : 'tl-run'} d={`M${x(start)} ${y}H${end}`} />
      <path class="req" d={`M${end} ${y - 9}v18`} />
      {proposed && later !== null && (
        <>
          <path class="tl-later" d={`M${end} ${y}H${later}`} />
          <path class="tl-due" d={`M${later} ${y - 7}v14`} />
          <text class={crowdedRight ? 'end halo' : 'halo'} x={later + 6} y={crowdedRight ? y + 20 : y + 4}>
            {dayAndMonth(proposed)}
            {wide ? ' proposed' : '?'}
          </text>
        </>
      )}
      {(wide || later === null) && (
        <text
          class={below ? 'tb end halo' : 'tb halo'}
          x={below ? end - 6 : end + 7}
          y={below ? y + 20 : y + 4}
        >
          {dueText}
        </text>
      )}
      {actions.map((action, index) => (
        <ActionMark key={index} x={x(action.day)} y={y} state={action.state} />
      ))}
    </>
  )
}

function Drawing({ plan, frame }: { plan: TimelineProps; frame: Frame }) {
  const { id, title, meaning, today, reviews, objectives } = plan
  const { name, width, left, right, first, row } = frame
  const wide = name === 'wide'
  const from = monthStart(plan.from)
  const to = monthStart(plan.to)
  const scale = scaleLinear([0, Math.max(1, daysBetween(from, addMonths(to, 1)))], [left, right])
  const x = (day: Day) => px(Math.min(Math.max(scale(daysBetween(from, day)), left), right))
  const bottom = first + row * Math.max(1, objectives.length) - (wide ? 25 : 38)
  const key = `${id}-${name}`
  const shown = reviews.filter(({ day }) => day >= from && day < addMonths(to, 1))
  const crowded = months(from, to).length > (wide ? 20 : 14)
  return (
    <svg
      class={`chart ${name}-only`}
      viewBox={`0 0 ${width} ${bottom + 34}`}
      role="img"
      aria-labelledby={`${key}-t ${key}-d`}
    >
      <title id={`${key}-t`}>{title}</title>
      <desc id={`${key}-d`}>{meaning}</desc>
      {months(from, to).map((month, index) =>
        crowded && index % 3 !== 0 ? null : (
          <g key={month}>
            <path class="gr" d={`M${x(month)} 46V${bottom}`} />
            <text x={x(month) + 3} y="40">
              {monthName(month, index, wide)}
            </text>
          </g>
        ),
      )}
      {shown.map((review) => (
        <g key={review.day}>
          <path class="lim tl-review" d={`M${x(review.day)} 46V${bottom}`} />
          <text class="mid t2" x={x(review.day)} y="20">
            {wide ? review.name : review.short}
          </text>
          <path class="ax" d={`M${x(review.day)} 25v9`} />
        </g>
      ))}
      {today >= from && today < addMonths(to, 1) && (
        <>
          <path class="tl-today" d={`M${x(today)} 46V${bottom + 8}`} />
          <text class="tb mid" x={Math.min(Math.max(x(today), 48), width - 48)} y={bottom + 24}>
            Today, {dayAndMonth(today)}
          </text>
        </>
      )}
      {objectives.map((objective, index) => (
        <ObjectiveLine key={index} objective={objective} y={first + row * index} x={x} frame={frame} />
      ))}
    </svg>
  )
}

/** The plan in time: each objective from its start to its due date, its actions on it, and the reviews across. */
export function Timeline(plan: TimelineProps) {
  return (
    <>
      <figure>
        {FRAMES.map((frame) => (
          <Drawing key={frame.name} plan={plan} frame={frame} />
        ))}
      </figure>
      <ul class="key mt3">
        <li>
          <svg viewBox="0 0 22 22" aria-hidden="true">
            <circle class="agr" cx="11" cy="11" r="5" />
          </svg>
          Action done
        </li>
        <li>
          <svg viewBox="0 0 22 22" aria-hidden="true">
            <circle class="pt-p" cx="11" cy="11" r="5" />
          </svg>
          Planned
        </li>
        <li>
          <svg viewBox="0 0 22 22" aria-hidden="true">
            <path class="tl-late" d="M11 18l-7 -12h14z" />
          </svg>
          Late
        </li>
        <li>
          <svg viewBox="0 0 22 22" aria-hidden="true">
            <path class="req" d="M11 2v18" />
          </svg>
          Due
        </li>
        <li>
          <svg viewBox="0 0 22 22" aria-hidden="true">
            <path class="lim tl-review" d="M11 1v20" />
          </svg>
          Review
        </li>
      </ul>
    </>
  )
}
