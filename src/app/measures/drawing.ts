import { type Day, shortDay } from '../../kernel/day.ts'
import type { ControlChartProps } from '../../ui/charts/control-chart.tsx'
import type { ChartPoint } from '../../ui/charts/points.tsx'
import { drawingWords, periodWords, versionWords } from './words.ts'
import type { Shown } from './work.ts'

const SIGNALS = { 'improvement signal': 'improvement', 'concern signal': 'concern' } as const

/** The weeks as points: open where they are not counted, without a value where they have fewer than 5. */
export function pointsOf({ chart }: Shown, today: Day): ChartPoint[] {
  return chart.weeks.map(({ week, figure, state }) => ({
    label: shortDay(week, today),
    from: week,
    value: figure.value,
    n: figure.n,
    numerator: figure.unit === 'share' ? figure.numerator : null,
    low: figure.low,
    high: figure.high,
    open: state !== 'complete',
    signal:
      state === 'complete' && (figure.verdict === 'improvement signal' || figure.verdict === 'concern signal')
        ? SIGNALS[figure.verdict]
        : null,
  }))
}

/** The lines of a chart; null under 12 points. */
export function linesOf({ chart }: Shown): {
  mean: number | null
  lower: number | null
  upper: number | null
} {
  return {
    mean: chart.limits?.mean ?? null,
    lower: chart.drawn?.lower ?? null,
    upper: chart.drawn?.upper ?? null,
  }
}

const UNITS = { share: 'Per cent a week', score: 'Mean score a week', seconds: 'Median a week' }

/** What the control chart draws, without a target. */
export function chartProps(shown: Shown, today: Day): ControlChartProps {
  const { figure, chart } = shown
  const baseline = chart.baseline === null ? '' : `. Limits from ${chart.baseline.points} complete weeks`
  return {
    id: `chart-${figure.measure.replaceAll(':', '-')}`,
    title: figure.name,
    meaning: drawingWords(shown),
    noteLine: `${UNITS[figure.unit]}, rule ${versionWords(figure.version)}, ${periodWords(figure)}${baseline}`,
    points: pointsOf(shown, today),
    ...linesOf(shown),
    target: null,
    unit: figure.unit,
    period: 'Week from',
  }
}
