import { type Day, daysBetween, plainDay, shortDay } from '../../kernel/day.ts'
import { capital, count } from '../../kernel/text.ts'
import { figureText, rangeText } from '../../ui/charts/figures.ts'
import { POINTS } from './rules/chart.ts'
import { type Figure as CountedFigure, LEAST } from './rules/figure.ts'
import { lastRun } from './rules/run.ts'
import type { Figure, Shown } from './work.ts'

/** "74%", "4.2", "3 min 46 s"; the raw count where there are too few for a figure: "2 of 3", "4 contacts". */
export function figureWords(figure: CountedFigure, tally?: 'share' | 'count'): string {
  if (figure.value !== null) return figureText(figure.value, figure.unit)
  if (tally === 'count') return String(figure.n)
  if (figure.unit === 'share' && figure.numerator !== null) return `${figure.numerator} of ${figure.n}`
  return count(figure.n, tally ? 'time' : 'contact')
}

/** "227 of 306, interval 69 to 79%"; "median of 306, 9 in 10 within 4 min"; why there is no figure. */
export function basisWords(figure: CountedFigure): string {
  const { n, value, numerator, low, high, unit, p90, least, greatest, reason } = figure
  if (value === null)
    return reason ? `${reason.charAt(0).toLowerCase()}${reason.slice(1).replace(/\.$/, '')}` : ''
  if (low !== null && high !== null)
    return `${(numerator ?? 0).toLocaleString('en-GB')} of ${n.toLocaleString('en-GB')}, interval ${rangeText(low, high, unit)}`
  if (unit === 'score') {
    const ends = n < 12 && least !== null && greatest !== null ? `, range ${least} to ${greatest}` : ''
    return `mean of ${count(n, 'rating')}${ends}`
  }
  return `median of ${count(n, 'contact')}${p90 === null ? '' : `, 9 in 10 within ${figureText(p90, unit)}`}`
}

/** What a figure in a table rests on: "of 962, interval 71 to 76%"; of what has no interval, "of 306". */
export function shortBasis({ n, low, high, unit }: Pick<Figure, 'n' | 'low' | 'high' | 'unit'>): string {
  const interval = low === null || high === null ? '' : `, interval ${rangeText(low, high, unit)}`
  return `of ${n.toLocaleString('en-GB')}${interval}`
}

/** "1 June to 15 November 2026". */
export function periodWords({ from, to }: { from: Day; to: Day }): string {
  const start = plainDay(from)
  return from.slice(0, 4) === to.slice(0, 4)
    ? `${start.slice(0, -5)} to ${plainDay(to)}`
    : `${start} to ${plainDay(to)}`
}

/**
 * What the verdict rests on, in a sentence or two.
 * @param whose "your", "Amara Okafor’s"
 */
export function meaningWords(shown: Shown, whose: string, today: Day): string {
  const { figure, chart } = shown
  const said = [judged(shown, whose, today)]
  if (figure.betterIs === 'lower' && figure.verdict?.endsWith('signal') && figure.verdict !== 'no signal')
    said.push('Lower is better.')
  const openWeeks = chart.weeks.filter((week) => week.state === 'provisional').length
  if (figure.provisional)
    said.push(
      openWeeks > 1
        ? `The last ${openWeeks} weeks may still change: a customer may come back.`
        : 'The last days may still change: a customer may come back.',
    )
  return said.join(' ')
}

function judged({ figure, chart, tally }: Shown, whose: string, today: Day): string {
  const { limits, drawn, points, verdictWeek } = chart
  const { unit } = figure
  if (tally?.kind === 'count') return 'A count alone never gets a verdict.'
  if (figure.n < LEAST) return tally ? 'A figure needs 5.' : 'A figure needs 5 contacts.'
  if (limits === null || drawn === null || verdictWeek === null)
    return `${points} of the ${POINTS} weeks needed. A week counts when it is over and has 5 or more.`
  const run = lastRun(chart)
  const week = `The week from ${shortDay(verdictWeek, today)}`
  if (run === null) {
    const earlier = chart.weeks.filter((one) => one.state === 'complete' && one.rule !== null).length
    return earlier === 0
      ? 'Ordinary variation: no week calls for an explanation.'
      : `${week} is ordinary variation. ${count(earlier, 'earlier week was', 'earlier weeks were')} part of a signal.`
  }
  const mean = figureText(limits.mean, unit)
  const limit = run.up
    ? `upper limit of ${figureText(drawn.upper, unit)}`
    : `lower limit of ${figureText(drawn.lower, unit)}`
  switch (run.rule) {
    case 'outside':
      return `${week} lies ${run.up ? 'above' : 'below'} ${whose} ${limit}.`
    case 'trend':
      return `${run.weeks} weeks in a row, each ${run.up ? 'higher' : 'lower'} than the one before.`
    case 'near':
      return `2 of the last 3 weeks lie close to ${whose} ${limit}.`
    case 'shift':
      return `${run.weeks} weeks in a row ${run.up ? 'above' : 'below'} ${whose} mean of ${mean}.`
  }
}

/** The sentence of a drawing, for those who hear it. */
export function drawingWords(shown: Shown): string {
  const { chart, figure } = shown
  const values = chart.weeks.flatMap((week) => (week.figure.value === null ? [] : [week.figure.value]))
  if (values.length === 0) return `${figure.name}: no week has 5 or more.`
  const ends = rangeText(Math.min(...values), Math.max(...values), figure.unit)
  const limits =
    chart.limits === null || chart.drawn === null
      ? `${chart.points} of the ${POINTS} weeks needed for limits.`
      : `Mean ${figureText(chart.limits.mean, figure.unit)}, limits ${rangeText(chart.drawn.lower, chart.drawn.upper, figure.unit)}.`
  return `${figure.name} by week: ${count(values.length, 'week')}, ${ends}. ${limits} ${capital(figure.verdict ?? 'too few points')}.`
}

/**
 * A verdict with the chart that it is of, so that it is read as nothing else's: "improvement signal on the chart of
 * 26 weeks to 22 November 2026". Source: domain.md 3.3.
 */
export function verdictWords({ verdict, from, to }: Pick<Figure, 'verdict' | 'from' | 'to'>): string {
  const weeks = Math.ceil((daysBetween(from, to) + 1) / 7)
  return `${verdict ?? 'too few points'} on the chart of ${count(weeks, 'week')} to ${plainDay(to)}`
}

/** "csat.v1" -> "version 1". */
export function versionWords(version: string): string {
  return version.replace(/^.*\.v/, 'version ')
}

/** What each verdict asks of the reader, and what not. Source: domain.md 3.3. */
export const VERDICT_ASKS: Record<NonNullable<Figure['verdict']>, string> = {
  'improvement signal':
    'Something changed for the better. Find out what you did differently, and keep it as evidence while you remember.',
  'concern signal':
    'Something changed for the worse. Look at the contacts behind it before you look for a reason.',
  'no signal':
    'The weeks go up and down as they always have. Do not explain single weeks: praise or worry over one would be about luck.',
  'too few points': 'There is too little to judge by. That says nothing about the work.',
}
