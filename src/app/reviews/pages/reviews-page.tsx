import type { ComponentChildren, ComponentProps } from 'preact'
import { addDays, agoOf, type Day, plainDay } from '../../../kernel/day.ts'
import type { Refusal } from '../../../kernel/outcome.ts'
import { count, listing } from '../../../kernel/text.ts'
import { Button, ButtonLink, Buttons } from '../../../ui/button.tsx'
import { DateFields } from '../../../ui/choices.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { ErrorSummary, errorFor } from '../../../ui/error-summary.tsx'
import { Form } from '../../../ui/form.tsx'
import { Guide } from '../../../ui/guide.tsx'
import { BigDate } from '../../../ui/kpi.tsx'
import { Note } from '../../../ui/note.tsx'
import { Columns, Panel, Section } from '../../../ui/section.tsx'
import { Table } from '../../../ui/table.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { paths } from '../../paths.ts'
import type { Person } from '../../people/people.ts'
import type { OpenQuestion, Review } from '../reviews.ts'
import { type Cadence, everyWords, latestAfter } from '../rules/cadence.ts'
import type { Rhythm } from '../rules/rhythm.ts'
import { CadenceForm, cadenceWords } from './cadence-form.tsx'
import { HappenedSection } from './happened-section.tsx'
import { typedDay } from './shown.ts'

/** A person's reviews: the next one, whether they come often enough, and every one that was held. */
export function ReviewsPage(props: {
  person: Person
  own: boolean
  writes: boolean
  reviews: readonly Review[]
  rhythm: Rhythm
  cadence: Cadence
  /** Whether the visitor sets how often this plan is reviewed. */
  setsCadence: boolean
  causes: ComponentProps<typeof HappenedSection>['causes']
  questions: readonly OpenQuestion[]
  today: Day
  values: Readonly<Record<string, string>>
  refusals: readonly Refusal[]
}) {
  const { person, own, writes, reviews, rhythm, cadence, today, refusals } = props
  const open = reviews.find(({ state }) => state !== 'closed')
  const name = own ? 'you' : person.name
  return (
    <>
      <ErrorSummary refusals={refusals} />
      {(rhythm.state === 'stale' || (rhythm.state === 'overdue' && !open)) && (
        <Note
          kind="warn"
          title={rhythm.state === 'stale' ? 'This plan is stale.' : 'The booked review has not been held.'}
        >
          {rhythm.since &&
            `Nobody has reviewed it since ${plainDay(rhythm.since)}, ${count(rhythm.weeks, 'week')} ago. `}
          {open ? `Finish review ${open.number}.` : 'Start the review, or book a day for it.'}
        </Note>
      )}
      <Columns split="8-4">
        <div>
          <HappenedSection
            personId={person.personId}
            causes={props.causes}
            questions={props.questions}
            writes={writes}
            opens={!open && rhythm.since !== null}
            today={today}
          />
          <Section id="reviews" title="Reviews" fact={count(reviews.length, 'review')}>
            {reviews.length === 0 ? (
              <Empty
                title="No review yet"
                belongs={`What changed, how each objective goes and what ${own ? 'your' : 'the'} plan becomes belongs here.`}
                helps="A plan that nobody comes back to helps nobody."
                action={
                  rhythm.since === null && own ? (
                    <ButtonLink kind="secondary" small href={paths.plan(person.personId)}>
                      Open your plan
                    </ButtonLink>
                  ) : undefined
                }
              />
            ) : (
              <List reviews={reviews} personId={person.personId} />
            )}
          </Section>
        </div>
        <aside class="stick" aria-label="The next review">
          <Panel id="next-review" title="Next review">
            {open ? (
              <>
                <p>
                  Review {open.number} is in progress
                  {open.heldOn &&
                    `, ${open.heldOn > today ? 'planned for' : 'held on'} ${plainDay(open.heldOn)}`}
                  .
                </p>
                <Buttons>
                  <ButtonLink href={paths.review(person.personId, open.reviewId)}>
                    Go on with review {open.number}
                  </ButtonLink>
                </Buttons>
              </>
            ) : (
              <NextDate rhythm={rhythm} cadence={cadence} today={today} name={name} />
            )}
            {writes && !open && <Forms {...props} />}
            <HowOften {...props} />
          </Panel>
        </aside>
      </Columns>
      <div class="mt5">
        <Guide
          good={`A review at least ${everyWords(cadence)}. Each ends with a date for the next and with a plan that says what changed and why.`}
          mistake="A plan that is written once and then left: static, with dates that pass and nobody asking."
          example="Amara and Ben meet on 24 November. One objective’s date moves because billing doubles in winter, one closes because its target was met, and the next review is booked for 19 January before they get up."
        />
      </div>
    </>
  )
}

function NextDate(props: { rhythm: Rhythm; cadence: Cadence; today: Day; name: string }) {
  const { rhythm, cadence, today, name } = props
  const { nextOn, since } = rhythm
  if (nextOn) {
    const [date = '', ...rest] = plainDay(nextOn).split(' ')
    return <BigDate date={Number(date)} rest={rest.join(' ')} meta={agoOf(nextOn, today)} />
  }
  return (
    <p class="s ink2">
      {since === null
        ? `Nothing is agreed for ${name} yet, so there is nothing to review.`
        : `No day is booked. ${count(cadence.weeks, 'week')} are over on ${plainDay(latestAfter(since, cadence))}.`}
    </p>
  )
}

function Forms(props: {
  person: Person
  rhythm: Rhythm
  cadence: Cadence
  today: Day
  values: Readonly<Record<string, string>>
  refusals: readonly Refusal[]
}) {
  const { person, rhythm, cadence, today, values, refusals } = props
  const base = paths.reviews(person.personId)
  if (rhythm.since === null) return null
  const soon = rhythm.nextOn !== null && rhythm.nextOn <= addDays(today, 14) && rhythm.nextOn >= today
  const held = values['held-day'] === undefined ? (soon ? rhythm.nextOn : today) : typedDay(values, 'held')
  return (
    <>
      <Form action={base} label="Start a review" wide>
        <DateFields
          name="held"
          label="Held on"
          hint="For example, 24 11 2026"
          value={held}
          error={errorFor(refusals, 'held')}
        />
        <Buttons>
          <Button>Start the review</Button>
        </Buttons>
      </Form>
      <div class="mt5">
        <Form action={`${base}/next`} label="Book the next review" wide>
          <DateFields
            name="next"
            label="Or book a day for it"
            hint={`At the latest ${plainDay(latestAfter(rhythm.since, cadence))}`}
            value={typedDay(values, 'next')}
            error={errorFor(refusals, 'next')}
          />
          <Buttons>
            <Button kind="secondary">Book the day</Button>
          </Buttons>
        </Form>
      </div>
    </>
  )
}

function HowOften(props: {
  person: Person
  cadence: Cadence
  setsCadence: boolean
  values: Readonly<Record<string, string>>
  refusals: readonly Refusal[]
}) {
  const { person, cadence, setsCadence, values, refusals } = props
  return (
    <div class="mt5">
      <p class="s ink2">{cadenceWords(cadence)}.</p>
      {setsCadence && (
        <div class="no-print">
          <CadenceForm
            action={paths.reviewCadence(person.personId)}
            cadence={cadence}
            label="Weeks between reviews"
            hint="2 to 26; empty for the organisation’s"
            values={values}
            refusals={refusals}
          />
        </div>
      )}
    </div>
  )
}

const STATES: Record<Review['state'], ComponentChildren> = {
  open: <Tag kind="dash">In progress</Tag>,
  'signed by one': <Tag kind="dash">Signed by one</Tag>,
  closed: 'Closed',
}

function List({ reviews, personId }: { reviews: readonly Review[]; personId: string }) {
  return (
    <Table
      caption="Reviews, newest first"
      hideCaption
      rows={reviews}
      columns={[
        {
          head: 'Review',
          cell: ({ number, reviewId, heldOn }) => (
            <a href={paths.review(personId, reviewId)}>
              Review {number}
              {heldOn && `, ${plainDay(heldOn)}`}
            </a>
          ),
        },
        { head: 'State', cell: ({ state }) => STATES[state] },
        {
          head: 'Plan',
          cell: ({ state, changes, planVersionBefore, planVersionAfter }) =>
            state === 'closed'
              ? planVersionAfter === planVersionBefore
                ? `Version ${planVersionBefore} stayed`
                : `Version ${planVersionBefore} became ${planVersionAfter}: ${count(changes.length, 'change')}`
              : `${count(changes.length, 'change')} so far`,
        },
        {
          head: 'Signed by',
          cell: ({ signatures, alone, state }) =>
            signatures.length === 0
              ? 'Nobody yet'
              : `${listing(signatures.map(({ name }) => name))}${alone && state === 'closed' ? ', nobody else' : ''}`,
        },
      ]}
    />
  )
}
