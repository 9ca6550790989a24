import type { Day } from '../../../kernel/day.ts'
import { capital } from '../../../kernel/text.ts'
import { figureText, rangeText } from '../../../ui/charts/figures.ts'
import { domainOf } from '../../../ui/charts/points.tsx'
import { Spark } from '../../../ui/charts/spark.tsx'
import { Note } from '../../../ui/note.tsx'
import { More } from '../../../ui/section.tsx'
import { Table } from '../../../ui/table.tsx'
import { Verdict } from '../../../ui/tag.tsx'
import { linesOf, pointsOf } from '../drawing.ts'
import { drawingWords, figureWords } from '../words.ts'
import type { Shown } from '../work.ts'
import { figurePath } from './figure-cards.tsx'

/** One person of the board, in the order of the team list. */
export type OnBoard = { personId: string; name: string; shown: Shown }

/**
 * One measure of a team: a small chart for each person against their own past, on one scale, in list order. It is
 * never sorted by value. Source: DESIGN.md charts, domain.md 3.1.
 */
export function TeamBoard({ people, today }: { people: readonly OnBoard[]; today: Day }) {
  const counted = people.filter(({ shown }) => shown.figure.n > 0)
  const [first] = counted
  if (!first) return <p class="s ink2">Nobody in this list has contacts that this measure can count.</p>
  const { unit } = first.shown.figure
  const domain = domainOf(
    counted.flatMap(({ shown }) => [
      ...pointsOf(shown, today).map((point) => point.value),
      ...Object.values(linesOf(shown)),
    ]),
    unit,
  )
  return (
    <>
      <Note title="Read along the weeks, not across the people.">
        {fairness(counted)} Names are in the order of the team list, and the board cannot be sorted by value.
      </Note>
      <ul class="cards minis mt4">
        {people.map(({ personId, name, shown }) => (
          <li key={personId} class="kpi">
            <h3 class="s">
              <a href={figurePath(personId, shown)}>{name}</a>
            </h3>
            <Verdict word={shown.figure.verdict ?? 'too few points'} />
            {shown.figure.n > 0 && (
              <Spark
                size="mini"
                points={pointsOf(shown, today)}
                {...linesOf(shown)}
                unit={unit}
                domain={domain}
                label={`${name}: ${drawingWords(shown)}`}
              />
            )}
            <p class="def">
              {shown.figure.n === 0 ? (
                'No contacts in this period'
              ) : (
                <>
                  {figureWords(shown.chart.figure)}
                  {intervalOf(shown) && `, interval ${intervalOf(shown)}`},{' '}
                  <span class="nw">n {shown.figure.n}</span>
                </>
              )}
            </p>
          </li>
        ))}
      </ul>
      <div class="mt4">
        <More summary="Show as a table">
          <Table
            caption={`${first.shown.figure.name} by person`}
            hideCaption
            wide="scroll"
            rows={people}
            columns={[
              { head: 'Person', cell: ({ name }) => name },
              {
                head: 'Value',
                numeric: true,
                cell: ({ shown }) =>
                  shown.figure.value === null ? 'not shown' : figureText(shown.figure.value, unit),
              },
              {
                head: '95% interval',
                numeric: true,
                nowrap: true,
                cell: ({ shown }) => intervalOf(shown) ?? 'not shown',
              },
              { head: 'Contacts', numeric: true, cell: ({ shown }) => shown.figure.n },
              { head: 'Verdict', cell: ({ shown }) => capital(shown.figure.verdict ?? 'too few points') },
            ]}
          />
        </More>
      </div>
    </>
  )
}

function intervalOf({ figure }: Shown): string | null {
  return figure.low === null || figure.high === null ? null : rangeText(figure.low, figure.high, figure.unit)
}

/** How far apart two people of the board can be by luck alone, at least: half the interval of the week of middling size. */
function fairness(people: readonly OnBoard[]): string {
  const weeks = people
    .flatMap(({ shown }) => shown.chart.weeks)
    .filter((week) => week.figure.low !== null && week.figure.high !== null)
    .sort((a, b) => a.figure.n - b.figure.n)
  const usual = weeks[Math.floor(weeks.length / 2)]?.figure
  if (!usual || usual.low === null || usual.high === null)
    return 'People answer different contacts at different hours, and differ by luck as well.'
  const points = Math.round(((usual.high - usual.low) / 2) * 100)
  return `With ${usual.n} contacts a week, the usual number here, two people ${points} points apart can differ by luck alone.`
}
