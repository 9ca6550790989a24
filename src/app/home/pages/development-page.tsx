import type { ComponentChildren } from 'preact'
import type { Day } from '../../../kernel/day.ts'
import { count } from '../../../kernel/text.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { Guide } from '../../../ui/guide.tsx'
import { Rows } from '../../../ui/rows.tsx'
import { Columns, Section } from '../../../ui/section.tsx'
import { type Knot, Thread } from '../../../ui/thread.tsx'
import { FigureCards, type Shown } from '../../measures/measures.ts'
import { paths } from '../../paths.ts'
import type { Person } from '../../people/people.ts'
import type { Objective } from '../../plans/plans.ts'
import type { Portfolio } from '../../portfolio/portfolio.ts'
import type { Rhythm } from '../../reviews/reviews.ts'
import type { Waiting } from '../rules/waiting.ts'
import { NextReview } from './next-review.tsx'
import { PlanTable } from './plan-table.tsx'
import { AllRows, waitingRow } from './rows.tsx'
import { Sources } from './sources.tsx'

const MOST = 6

/** Everything of one person's development on a page: what waits, the thread, what the work shows, the plan. */
export function DevelopmentPage(props: {
  person: Person
  own: boolean
  portfolio: Portfolio
  waiting: readonly Waiting[]
  rhythm: Rhythm
  /** The first open objective and its thread. */
  first: { objective: Objective; knots: Knot[] } | null
  figures: readonly Shown[]
  whose: string
  mayAdd: boolean
  today: Day
}) {
  const { person, own, portfolio, waiting, rhythm, first, figures, whose, today } = props
  const id = person.personId
  return (
    <>
      <Columns split="8-4">
        {own ? (
          <WaitsForYou waiting={waiting} alone={person.leaderId === null} today={today} />
        ) : (
          <Records {...props} />
        )}
        <NextReview person={person} own={own} portfolio={portfolio} rhythm={rhythm} today={today} />
      </Columns>
      {first && (
        <Section
          id="thread"
          title={own ? 'The thread of your first objective' : 'The thread of the first objective'}
          fact={<a href={paths.account(id)}>{threadsWords(portfolio.objectives.length)}</a>}
        >
          <Thread label={`Thread of objective ${first.objective.ref}`} knots={first.knots} />
        </Section>
      )}
      <Section
        id="work"
        title={own ? 'What your work shows' : 'What the work shows'}
        fact={
          <>
            {own ? 'Your own figures against your own past' : 'Figures against the person’s own past'}. Nobody
            is ranked. <a href={paths.work(id)}>All figures</a>
          </>
        }
      >
        {figures.length > 0 ? (
          <FigureCards figures={figures} personId={id} whose={whose} today={today} />
        ) : (
          <NoFigures personId={id} own={own} />
        )}
      </Section>
      <Columns split="7-5">
        <PlanTable person={person} own={own} portfolio={portfolio} figures={figures} today={today} />
        <Sources personId={id} own={own} evidence={portfolio.evidence} mayAdd={props.mayAdd} today={today} />
      </Columns>
      <Guide
        good="You look here once a week: do the oldest thing that waits, and keep one piece of evidence while you remember it."
        mistake="A plan that is too vague or lies still: no actions, no dates, nothing measured, and nobody comes back to it."
        example="On Monday Amara ticks off the call she listened in on, keeps a compliment as evidence for listening, and sees that her first-contact figure has no signal yet. She changes nothing and prepares the review."
      />
    </>
  )
}

const threadsWords = (objectives: number) => (objectives === 1 ? 'The account' : `All ${objectives} threads`)

function WaitsForYou(props: { waiting: readonly Waiting[]; alone: boolean; today: Day }) {
  const { waiting, alone, today } = props
  return (
    <Section
      id="waiting"
      title="Waiting for you"
      fact={
        waiting.length > 1
          ? `${waiting.length} things${waiting.some(({ mend }) => mend) ? '' : ', oldest first'}`
          : waiting.length === 1
            ? '1 thing'
            : undefined
      }
    >
      {waiting.length === 0 ? (
        <p class="ink2">
          Nothing waits for you. Keep one piece of evidence from this week while you remember it.
        </p>
      ) : (
        <AllRows items={waiting.map((one) => waitingRow(one, today))} most={MOST} />
      )}
      {alone && waiting.some(({ mend }) => mend) && (
        <p class="s mut mt3">Nobody leads you, so this stays with you.</p>
      )}
    </Section>
  )
}

/** Where each kind of record lies, for whoever looks after the person. */
function Records({ person, portfolio }: { person: Person; portfolio: Portfolio }) {
  const id = person.personId
  const { evidence, needs, objectives, plan, reviews, assessments, decisions } = portfolio
  const rounds = new Set(assessments.map(({ round }) => round)).size
  const row = (title: string, href: string, meta: ComponentChildren) => ({ title, href, meta })
  return (
    <Section id="records" title="Records" fact="What is marked “Only you” is not here">
      <Rows
        items={[
          row('Work', paths.work(id), 'Figures from the helpdesk, and tallies'),
          row('Evidence', paths.evidence(id), count(evidence.length, 'item')),
          row('Assessments', paths.assessments(id), rounds > 0 ? count(rounds, 'round') : 'None yet'),
          row('Gaps', paths.gaps(id), count(needs.length, 'need')),
          row(
            'Plan',
            paths.plan(id),
            `${plan.version > 0 ? `Version ${plan.version}` : 'Not agreed yet'}, ${count(objectives.length, 'objective')}`,
          ),
          row(
            'Reviews',
            paths.reviews(id),
            reviews.length > 0 ? count(reviews.length, 'review') : 'None yet',
          ),
          row('Career', paths.career(id), 'Where they could go, and the way there'),
          row(
            'Decisions',
            paths.decisions(id),
            decisions.length > 0 ? count(decisions.length, 'decision') : 'None yet',
          ),
          row('Account of development', paths.account(id), 'The whole thread, to read or print'),
        ]}
      />
    </Section>
  )
}

function NoFigures({ personId, own }: { personId: string; own: boolean }) {
  return (
    <Empty
      title="Nothing is counted yet"
      belongs="Figures from the helpdesk stand here once an administrator has imported an export, each with its count and its interval."
      helps={`A tally kept by hand does the same job${own ? ' for you' : ''}, by the same rules.`}
      action={
        <ButtonLink kind="secondary" small href={`${paths.work(personId)}#tallies`}>
          Keep a tally
        </ButtonLink>
      }
    />
  )
}
