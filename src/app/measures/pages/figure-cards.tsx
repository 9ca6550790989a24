import type { Day } from '../../../kernel/day.ts'
import { capital } from '../../../kernel/text.ts'
import type { ControlChartProps } from '../../../ui/charts/control-chart.tsx'
import { figureText, rangeText } from '../../../ui/charts/figures.ts'
import { Spark } from '../../../ui/charts/spark.tsx'
import { Kpi } from '../../../ui/kpi.tsx'
import { Cards, More } from '../../../ui/section.tsx'
import { Table } from '../../../ui/table.tsx'
import { paths } from '../../paths.ts'
import { linesOf, pointsOf } from '../drawing.ts'
import { basisWords, drawingWords, figureWords, meaningWords, periodWords, versionWords } from '../words.ts'
import type { Shown } from '../work.ts'

/** The page of one figure, over the days that it was counted from. */
export function figurePath(personId: string, { figure }: Shown): string {
  return `${paths.measure(personId, figure.measure)}?from=${figure.from}&to=${figure.to}`
}

function FigureCard(props: { shown: Shown; personId: string; whose: string; today: Day; level?: 3 | 4 }) {
  const { shown, personId, whose, today, level } = props
  const { figure, chart, tally } = shown
  const href = figurePath(personId, shown)
  const version = versionWords(figure.version)
  return (
    <Kpi
      level={level}
      title={<a href={href}>{figure.name}</a>}
      figure={figureWords(chart.figure, tally?.kind)}
      basis={basisWords(chart.figure)}
      verdict={figure.verdict ?? 'too few points'}
      chart={
        chart.weeks.some((week) => week.figure.value !== null) && (
          <Spark
            points={pointsOf(shown, today)}
            {...linesOf(shown)}
            unit={figure.unit}
            label={drawingWords(shown)}
          />
        )
      }
      meaning={
        <>
          {meaningWords(shown, whose, today)}{' '}
          <a href={`${href}#definition`}>
            {`Rule: ${version}`}
            <span class="vh"> of {figure.name}</span>
          </a>
        </>
      }
    />
  )
}

/**
 * Figures as cards, each with its count, interval, verdict and chart, and all of them in a table under it.
 * @param whose "your", "Amara Okafor’s"
 */
export function FigureCards(props: {
  figures: readonly Shown[]
  personId: string
  whose: string
  today: Day
  level?: 3 | 4
}) {
  const { figures, ...rest } = props
  return (
    <>
      <Cards>
        {figures.map((shown) => (
          <FigureCard key={shown.figure.measure} shown={shown} {...rest} />
        ))}
      </Cards>
      <div class="mt4">
        <More summary="Show these figures as a table">
          <FigureTable figures={figures} />
        </More>
      </div>
    </>
  )
}

const none = <span class="mut">not shown</span>

function interval({ figure }: Shown) {
  return figure.low === null || figure.high === null ? none : rangeText(figure.low, figure.high, figure.unit)
}

const counted = ({ figure }: Shown) =>
  figure.numerator !== null && figure.denominator !== null && figure.unit === 'share'
    ? `${figure.numerator} of ${figure.denominator}`
    : figure.n

function FigureTable({ figures }: { figures: readonly Shown[] }) {
  const [first] = figures
  return (
    <Table
      caption={first ? `Figures, ${periodWords(first.figure)}` : 'Figures'}
      wide="scroll"
      rows={figures}
      columns={[
        { head: 'Measure', cell: ({ figure }) => figure.name },
        {
          head: 'Value',
          numeric: true,
          cell: ({ figure }) => (figure.value === null ? none : figureText(figure.value, figure.unit)),
        },
        { head: 'Count', numeric: true, nowrap: true, cell: counted },
        { head: '95% interval', numeric: true, nowrap: true, cell: interval },
        {
          head: 'Mean',
          numeric: true,
          cell: ({ chart, figure }) => lineText(chart.limits?.mean ?? null, figure.unit),
        },
        {
          head: 'Limits',
          numeric: true,
          nowrap: true,
          cell: ({ chart, figure }) =>
            chart.drawn ? rangeText(chart.drawn.lower, chart.drawn.upper, figure.unit) : 'not drawn',
        },
        { head: 'Verdict', cell: ({ figure }) => capital(figure.verdict ?? 'too few points') },
      ]}
    />
  )
}

function lineText(value: number | null, unit: ControlChartProps['unit']) {
  return value === null ? 'not drawn' : figureText(value, unit)
}
