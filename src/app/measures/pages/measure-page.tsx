import type { ComponentChildren } from 'preact'
import { addDays, type Day, shortDay } from '../../../kernel/day.ts'
import { count, possessive } from '../../../kernel/text.ts'
import { ButtonLink, Buttons } from '../../../ui/button.tsx'
import { ControlChart } from '../../../ui/charts/control-chart.tsx'
import { figureText, rangeText } from '../../../ui/charts/figures.ts'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { type Fact, Facts } from '../../../ui/facts.tsx'
import { Guide } from '../../../ui/guide.tsx'
import { More, Section } from '../../../ui/section.tsx'
import { type SummaryItem, SummaryList } from '../../../ui/summary-list.tsx'
import { Table } from '../../../ui/table.tsx'
import { Verdict } from '../../../ui/tag.tsx'
import { paths } from '../../paths.ts'
import type { Person } from '../../people/people.ts'
import { chartProps } from '../drawing.ts'
import type { Asked } from '../period.ts'
import type { ChartWeek } from '../rules/chart.ts'
import { basisWords, figureWords, meaningWords, periodWords, VERDICT_ASKS, versionWords } from '../words.ts'
import type { Shown } from '../work.ts'
import { PeriodForm } from './period-form.tsx'

type MeasureProps = {
  person: Person
  own: boolean
  /** Whether the visitor may keep the figure as evidence. */
  mayKeep: boolean
  today: Day
  shown: Shown
  asked: Asked
  /** Where what it was counted from is listed, over some days. */
  behind: (from: Day, to: Day) => string
  children?: ComponentChildren
}

const STATES: Record<ChartWeek['state'], string> = {
  complete: 'Counted',
  part: 'Part of a week: not counted',
  provisional: 'Provisional: not counted yet',
  thin: 'Fewer than 5: no point',
}

/** One figure, all of it: what it means, what it was counted from, its weeks and what they say. */
export function MeasurePage(props: MeasureProps) {
  const { person, own, mayKeep, today, shown, asked, behind, children } = props
  const { figure, chart, tally } = shown
  const whose = own ? 'your' : possessive(person.name)
  const verdict = figure.verdict ?? 'too few points'
  const charted = tally?.kind !== 'count' && chart.weeks.some((week) => week.figure.value !== null)
  const period = {
    action: paths.measure(person.personId, figure.measure),
    range: figure,
    values: asked.values,
    refusals: asked.refusals,
  }
  const keep = `${paths.evidenceNew(person.personId)}?measure=${figure.measure}&from=${figure.from}&to=${figure.to}`
  return (
    <>
      <ErrorSummary refusals={asked.refusals} />
      <MeasureGuide />
      <section class="sec" aria-label="The figure">
        <Facts facts={factsOf(shown, behind(figure.from, figure.to))} />
        <p class="mt4">
          <b class="b">{meaningWords(shown, whose, today)}</b> {VERDICT_ASKS[verdict]}
          {verdict === 'no signal' || verdict === 'too few points' ? (
            <>
              {' '}
              <a href={`${paths.evidenceNew(person.personId)}?kind=observation`}>
                {own ? 'Ask for an observation' : 'Record an observation'}
              </a>{' '}
              or <a href={`${paths.evidenceNew(person.personId)}?kind=compliment`}>ask for feedback</a>{' '}
              instead.
            </>
          ) : null}
        </p>
        {figure.n > 0 && (
          <Buttons>
            {mayKeep && (
              <ButtonLink kind={tally ? 'secondary' : 'primary'} href={keep}>
                Keep this figure as evidence
              </ButtonLink>
            )}
            <ButtonLink kind="secondary" href={behind(figure.from, figure.to)}>
              {tally ? 'See the entries behind it' : `See the ${count(figure.n, 'contact')} behind it`}
            </ButtonLink>
          </Buttons>
        )}
        {!charted && (
          <div class="mt4">
            <PeriodForm {...period} />
          </div>
        )}
      </section>
      {charted && (
        <Section id="weeks" title="Week by week" fact={chart.limits ? undefined : 'No limits under 12 weeks'}>
          <ControlChart {...chartProps(shown, today)} />
          <More summary="What each week was counted from">
            <WeekTable {...props} />
          </More>
          <PeriodForm {...period} />
        </Section>
      )}
      {children}
      <Section id="definition" title="What this figure means" fact={`Rule: ${versionWords(figure.version)}`}>
        <SummaryList items={definitionOf(shown)} />
      </Section>
    </>
  )
}

function MeasureGuide() {
  return (
    <Guide
      good="You read the whole line, not its last point. You name the count and the interval whenever you name the figure."
      mistake="Comparing this week with last week. Two points are never a trend, and a share of 11 contacts moves by 9 points with each one."
      example="“74% of my billing contacts were settled first time (227 of 306, interval 69 to 79%). Seven weeks in a row lie above my mean of 68%” says what a reader can check. “My first-contact rate is up” does not."
    />
  )
}

function factsOf(shown: Shown, behind: string): Fact[] {
  const { figure, chart, tally } = shown
  return [
    { term: 'Figure', value: figureWords(chart.figure, tally?.kind), detail: basisWords(chart.figure) },
    {
      term: tally ? 'Counted' : 'Contacts behind it',
      value: figure.n > 0 ? <a href={behind}>{figure.n.toLocaleString('en-GB')}</a> : 0,
      detail: periodWords(figure),
    },
    {
      term: 'Limits',
      value: chart.drawn ? rangeText(chart.drawn.lower, chart.drawn.upper, figure.unit) : 'Not drawn',
      detail: chart.limits
        ? `mean ${figureText(chart.limits.mean, figure.unit)}, from ${count(chart.points, 'complete week')}`
        : `${chart.points} of 12 complete weeks`,
    },
    { term: 'Verdict', value: <Verdict word={figure.verdict ?? 'too few points'} /> },
  ]
}

function WeekTable({ shown, today, behind }: MeasureProps) {
  const { chart, figure } = shown
  return (
    <Table
      caption={`${figure.name}: what each week was counted from`}
      hideCaption
      wide="scroll"
      tall
      rows={chart.weeks}
      columns={[
        { head: 'Week from', nowrap: true, cell: (week) => shortDay(week.week, today) },
        {
          head: 'Counted from',
          numeric: true,
          cell: (week) =>
            week.figure.n === 0 ? (
              0
            ) : (
              <a href={behind(later(week.week, figure.from), earlier(addDays(week.week, 6), figure.to))}>
                {week.figure.n}
                <span class="vh"> in the week from {shortDay(week.week, today)}</span>
              </a>
            ),
        },
        {
          head: 'Figure',
          numeric: true,
          cell: (week) =>
            week.figure.value === null ? (
              <span class="mut">not shown</span>
            ) : (
              figureText(week.figure.value, figure.unit)
            ),
        },
        { head: 'In the chart', cell: (week) => STATES[week.state] },
      ]}
    />
  )
}

const later = (a: Day, b: Day) => (a > b ? a : b)
const earlier = (a: Day, b: Day) => (a < b ? a : b)

function definitionOf(shown: Shown): SummaryItem[] {
  const { figure, chart, tally } = shown
  const { numeratorWords, denominatorWords } = chart.definition
  const items: SummaryItem[] = [
    { term: 'In words', value: figure.definition },
    { term: 'Version', value: `${figure.version}. A change of meaning would be a new version.` },
    { term: 'Period', value: `${periodWords(figure)}, both days included` },
  ]
  if (tally?.kind === 'count') return items
  if (numeratorWords && figure.numerator !== null)
    items.push({ term: 'Numerator', value: `${figure.numerator.toLocaleString('en-GB')} ${numeratorWords}` })
  items.push({
    term: numeratorWords ? 'Denominator' : 'Counted',
    value: `${figure.n.toLocaleString('en-GB')} ${denominatorWords}`,
  })
  if (figure.low !== null && figure.high !== null)
    items.push({
      term: 'Interval',
      value: `${rangeText(figure.low, figure.high, figure.unit)}, Wilson, 95%: what the same work could have shown by luck`,
    })
  if (figure.p90 !== null) items.push({ term: '9 in 10 within', value: figureText(figure.p90, figure.unit) })
  items.push({
    term: 'Better is',
    value: figure.betterIs,
  })
  items.push({
    term: 'Verdict',
    value:
      'A process behaviour chart of the complete weeks: a point outside the limits, 7 in a row on one side of the mean, 7 in a row rising or falling, or 2 of 3 close to a limit. A week is a point from 5 on.',
  })
  return items
}
