import { type Day, plainDay, shortDay } from '../../../kernel/day.ts'
import { count } from '../../../kernel/text.ts'
import { Rows } from '../../../ui/rows.tsx'
import { More, Section } from '../../../ui/section.tsx'
import { Table } from '../../../ui/table.tsx'
import type { SeenPass, SeenRound } from '../passes.ts'
import { type Trend as AgreedTrend, trendOf } from '../rules/trend.ts'

type Line = { competencyId: string; title: string; trend: AgreedTrend | null }

/** How the agreed level of each competency went from round to round; and every source in a table. */
export function Trend({ rounds, today }: { rounds: readonly SeenRound[]; today: Day }) {
  const told = rounds.filter((round) =>
    [round.self, round.leader, round.agreed].some((pass) => pass?.inOn && !pass.withheld),
  )
  if (told.length === 0) return null
  const titles = new Map(
    told.flatMap((round) =>
      round.asked.map(({ competency }) => [competency.competencyId, competency.title] as const),
    ),
  )
  const lines = [...titles].map(
    ([competencyId, title]): Line => ({
      competencyId,
      title,
      trend: trendOf(agreedIn(rounds, competencyId)),
    }),
  )
  const several = lines.filter(({ trend }) => trend && trend.points.length > 1)
  return (
    <Section id="trend" title="Levels from round to round" fact="Each as it was, none averaged">
      {several.length > 0 && (
        <Rows
          items={several.map(({ title, trend }) => ({
            title,
            meta: trend && trendWords(trend),
            side: trend && <Strip title={title} trend={trend} today={today} />,
          }))}
        />
      )}
      <More summary="Every source in a table: self, leader, agreed" open={several.length === 0}>
        <LevelsByRound told={told} titles={titles} />
      </More>
    </Section>
  )
}

function agreedIn(rounds: readonly SeenRound[], competencyId: string) {
  return rounds.flatMap(({ round, agreed }) => {
    const level = agreed?.ratings.find((each) => each.competencyId === competencyId)?.level
    return agreed?.inOn && !agreed.withheld && level ? [{ round, on: agreed.inOn, level }] : []
  })
}

/** "3 on 1 July 2025, 4 on 3 November 2025: 1 level up since the last time." */
function trendWords({ points, move, by }: AgreedTrend): string {
  const said = points.map(({ level, on }) => `${level} on ${plainDay(on)}`).join(', ')
  const since = {
    up: `${count(by, 'level')} up`,
    down: `${count(by, 'level')} down`,
    same: 'the same',
    first: '',
  }
  return `Agreed ${said}${move === 'first' ? '.' : `: ${since[move]} since the time before.`}`
}

const WIDTH = 150
const HEIGHT = 58
const x = (at: number, of: number) => 12 + (of > 1 ? (at * (WIDTH - 24)) / (of - 1) : 0)
const y = (level: number) => HEIGHT - 8 - (level - 1) * 10.5

/** The agreed levels as steps from round to round, on the five lines of the scale; its words stand beside it. */
function Strip({ title, trend, today }: { title: string; trend: AgreedTrend; today: Day }) {
  const { points } = trend
  const path = points
    .map(({ level }, at) =>
      at === 0 ? `M${x(0, points.length)} ${y(level)}` : `H${x(at, points.length)}V${y(level)}`,
    )
    .join('')
  const label = `${title}, agreed levels: ${points.map(({ level, on }) => `${level} on ${shortDay(on, today)}`).join(', ')}.`
  return (
    <svg
      class="chart"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width={WIDTH}
      height={HEIGHT}
      role="img"
      aria-label={label}
    >
      {[1, 2, 3, 4, 5].map((level) => (
        <path key={level} class="gr" d={`M0 ${y(level)}H${WIDTH}`} />
      ))}
      <path class="mean" d={path} />
      {points.map(({ round, level }, at) => (
        <circle key={round} class="agr" cx={x(at, points.length)} cy={y(level)} r="5" />
      ))}
    </svg>
  )
}

function LevelsByRound(props: { told: readonly SeenRound[]; titles: ReadonlyMap<string, string> }) {
  const level = (pass: SeenPass | null, id: string) =>
    (pass?.inOn && !pass.withheld && pass.ratings.find((each) => each.competencyId === id)?.level) || '–'
  return (
    <Table
      caption="Levels by competency and round: self, leader, agreed"
      hideCaption
      wide="scroll"
      rows={[...props.titles]}
      columns={[
        { head: 'Competency', cell: ([, title]) => title },
        ...[...props.told].reverse().map((round) => ({
          head: `Round ${round.round}`,
          numeric: true,
          nowrap: true,
          cell: ([id]: [string, string]) =>
            [round.self, round.leader, round.agreed].map((pass) => level(pass, id)).join(', '),
        })),
      ]}
    />
  )
}
