import type { Day } from '../../../kernel/day.ts'
import type { Refusal } from '../../../kernel/outcome.ts'
import { listing, possessive } from '../../../kernel/text.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Guide } from '../../../ui/guide.tsx'
import { Case } from '../../../ui/lists.tsx'
import { Rows } from '../../../ui/rows.tsx'
import { More, Section } from '../../../ui/section.tsx'
import { paths } from '../../paths.ts'
import type { Person } from '../../people/people.ts'
import type { Asked } from '../period.ts'
import { periodWords } from '../words.ts'
import type { Counted, Shown } from '../work.ts'
import { FigureCards } from './figure-cards.tsx'
import { PeriodForm } from './period-form.tsx'
import { TallyForm } from './tally-forms.tsx'

type WorkProps = Pick<Counted, 'range' | 'lastDay'> & {
  person: Person
  own: boolean
  mayCount: boolean
  today: Day
  measures: readonly Shown[]
  tallies: readonly Shown[]
  asked: Asked
  values: Readonly<Record<string, string>>
  refusals: readonly Refusal[]
}

/** What a person's work shows: figures from contacts, tallies kept by hand, and what to ask for where both say little. */
export function WorkPage(props: WorkProps) {
  const { person, own, mayCount, today, range, measures, tallies, asked, refusals } = props
  const whose = own ? 'your' : possessive(person.name)
  const figures = measures.filter(({ figure }) => figure.n > 0)
  const uncounted = measures.filter(({ figure }) => figure.n === 0)
  const quiet = [...figures, ...tallies].some(
    ({ figure }) => figure.verdict === 'no signal' || figure.verdict === 'too few points',
  )
  return (
    <>
      <ErrorSummary refusals={refusals} />
      <WorkGuide />
      <Section id="figures" title="From the helpdesk" fact={periodWords(range)}>
        {figures.length > 0 ? (
          <FigureCards figures={figures} personId={person.personId} whose={whose} today={today} />
        ) : (
          <NoContacts {...props} />
        )}
        {figures.length > 0 && uncounted.length > 0 && (
          <More summary={`Not counted: ${listing(uncounted.map(({ figure }) => figure.name))}`}>
            <Case
              lines={uncounted.map(({ figure, chart }) => ({
                term: figure.name,
                text: chart.figure.reason,
                missing: true,
              }))}
            />
          </More>
        )}
        <PeriodForm
          action={paths.work(person.personId)}
          range={range}
          values={asked.values}
          refusals={asked.refusals}
        />
      </Section>
      {(quiet || figures.length === 0) && <OtherEyes {...props} />}
      <Section id="tallies" title="Counted by hand" fact="The same rules as for any figure">
        {tallies.length > 0 ? (
          <FigureCards figures={tallies} personId={person.personId} whose={whose} today={today} />
        ) : (
          <p class="ink2">
            A standard can be kept without a helpdesk: 3 observed calls, 2 compliments, complaints answered on
            the day promised.
          </p>
        )}
        {mayCount && (
          <More
            summary={figures.length > 0 ? 'Keep a tally' : 'No helpdesk? Keep a tally'}
            open={opensTally(props)}
          >
            <TallyForm personId={person.personId} values={props.values} refusals={refusals} />
          </More>
        )}
      </Section>
    </>
  )
}

const opensTally = ({ values, tallies, lastDay, refusals }: WorkProps) =>
  (values.name !== undefined && refusals.length > 0) || (tallies.length === 0 && lastDay === null)

function NoContacts({ person, own, lastDay, asked }: WorkProps) {
  const who = own ? 'you' : person.name
  if (lastDay !== null) {
    return (
      <Empty
        title={`No contacts of ${own ? 'yours' : person.name} in this period`}
        belongs={
          asked.range
            ? 'There are contacts of others here, or of other days.'
            : `Contacts were imported, and none of these weeks’ is matched to ${who}.`
        }
        helps="Choose another period, or ask an administrator to match the name that the helpdesk uses."
      />
    )
  }
  return (
    <Empty
      title="No contacts yet"
      belongs="Figures counted from an export of your helpdesk or telephone system stand here, once an administrator has imported one."
      helps="Until then a tally kept by hand does the same job, by the same rules."
      action={
        <ButtonLink kind="secondary" small href="#tallies">
          Go to tallies
        </ButtonLink>
      }
    />
  )
}

/** What to ask for where figures have no signal: other people's eyes. */
function OtherEyes({ person, own }: WorkProps) {
  const add = paths.evidenceNew(person.personId)
  const leader = person.leader ?? 'a colleague'
  return (
    <Section id="ask" title="Where figures say little, ask people">
      <Rows
        items={[
          {
            title: own ? 'Ask for an observation' : `Observe ${person.name}`,
            href: `${add}?kind=observation`,
            meta: own
              ? `Ask ${leader} to listen to two or three contacts with you, and write down what was said and done.`
              : 'Listen to two or three contacts together, and write down what was said and done.',
          },
          {
            title: 'Ask for feedback',
            href: `${add}?kind=compliment`,
            meta: 'A customer’s own words, with the day, say what a figure cannot. Keep complaints as well as compliments.',
          },
        ]}
      />
    </Section>
  )
}

function WorkGuide() {
  return (
    <Guide
      good="You set your own view beside what customers did: came back or not, rated or not. You read along your own weeks, with the count and the interval, and wait for a signal."
      mistake="Going by how the work feels alone. Or explaining every good and bad week: most weeks differ by luck."
      example="Amara’s satisfaction falls from 90% to 82% in a week with 11 ratings. The chart says no signal, so she changes nothing and asks Ben to listen in on two calls. Seven weeks later her first-contact figure shows an improvement signal: since she began to repeat the next step aloud. She keeps that figure as evidence."
    />
  )
}
