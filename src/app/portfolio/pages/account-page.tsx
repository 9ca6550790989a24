import { type Day, daysBetween, shortDay } from '../../../kernel/day.ts'
import { count, listing } from '../../../kernel/text.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { FieldSet, Tick } from '../../../ui/choices.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { Facts } from '../../../ui/facts.tsx'
import { Form } from '../../../ui/form.tsx'
import { Guide } from '../../../ui/guide.tsx'
import { Section } from '../../../ui/section.tsx'
import { paths } from '../../paths.ts'
import type { Person } from '../../people/people.ts'
import { changesOf, type ReadinessRow, ReadinessTable } from '../../readiness/readiness.ts'
import type { Witness } from '../../testimony/testimony.ts'
import type { Portfolio, Thread } from '../portfolio.ts'
import type { Seal } from '../seal.ts'
import { SignedAndKept } from './signed.tsx'
import { ThreadArticle } from './thread-table.tsx'
import { WitnessList } from './witness-list.tsx'

/** What a reader chose to see, and so to print. */
export type Choice = { threads: boolean; readiness: boolean; onlyYou: boolean }

/** The whole development of a person on paper: every thread, the checks, and who signed. */
export function AccountPage(props: {
  person: Person
  own: boolean
  portfolio: Portfolio
  threads: readonly Thread[]
  witnesses: readonly Witness[]
  /** Whether the reader may know how a witness is reached. */
  contacts: boolean
  readiness: readonly ReadinessRow[]
  /** Who judges; nobody where none is assigned. */
  assessors: readonly string[]
  seal: Seal
  choice: Choice
  /** What only the person sees, by ref: for their own eyes. */
  hidden: readonly string[]
  zone: string
  today: Day
}) {
  const { person, own, portfolio, threads, readiness, assessors, seal, choice, zone, today } = props
  const judge = assessors.length > 0 ? listing(assessors) : 'An assessor'
  return (
    <>
      <Options person={person} own={own} choice={choice} hidden={props.hidden} />
      <AccountFacts portfolio={portfolio} choice={choice} today={today} />
      <WitnessList
        personId={person.personId}
        witnesses={props.witnesses}
        contacts={props.contacts}
        today={today}
      />
      {choice.threads && (
        <Section
          id="threads"
          title="The thread of each objective"
          fact="From evidence to decision. A gap is said, not hidden"
        >
          {threads.length > 0 ? (
            threads.map((thread) => (
              <ThreadArticle
                key={thread.objective.objectiveId}
                thread={thread}
                nextReviewOn={portfolio.plan.nextReviewOn}
                today={today}
              />
            ))
          ) : (
            <Empty
              title="No objective yet"
              belongs="Each objective stands here with the evidence and the need it came from, its actions, reviews and what came of it."
              helps="A thread begins with a gap that somebody besides you has seen."
              action={
                own ? (
                  <ButtonLink kind="secondary" small href={paths.gaps(person.personId)}>
                    Open your gaps
                  </ButtonLink>
                ) : undefined
              }
            />
          )}
        </Section>
      )}
      {choice.readiness && (
        <Section
          id="readiness"
          title="Readiness: thirteen checks"
          fact="What is there, what is missing, and where"
        >
          <p class="s ink2 meas mb4">
            This is not a mark and adds up to no score. {judge} judges whether it is enough.
            {own && !choice.onlyYou && ' What only you see is left out, as it is for everybody else.'}
          </p>
          <ReadinessTable rows={readiness} />
        </Section>
      )}
      <SignedAndKept portfolio={portfolio} seal={seal} zone={zone} />
      <Guide
        good="Every record hangs by the one before it, and somebody besides you stands behind the evidence. Where something is missing, the account says so before the assessor does."
        mistake="A plan that was written once and never looked at again: no review, no change, no reason, and nothing that shows what it did for customers."
        example="Amara’s figure for contacts resolved first time led to a need, the need to an objective, the objective to two actions. The review moved its date because the tariff changed, and the account says what callers now get that they did not."
      />
    </>
  )
}

function Options(props: { person: Person; own: boolean; choice: Choice; hidden: readonly string[] }) {
  const { person, own, choice, hidden } = props
  return (
    <div class="no-print mb5">
      <Form action={paths.account(person.personId)} method="get" inline hidden={{ shown: 1 }}>
        <FieldSet legend="What to print" hideLegend>
          <div class="choices choices-row">
            <Tick name="threads" text="Threads" checked={choice.threads} />
            <Tick name="readiness" text="Readiness" checked={choice.readiness} />
            {own && (
              <Tick
                name="only-you"
                text={`Also what only you see${hidden.length > 0 ? `: ${listing(hidden)}` : ''}`}
                checked={choice.onlyYou}
              />
            )}
          </div>
        </FieldSet>
        <Button kind="secondary" small>
          Show
        </Button>
      </Form>
      <p class="s mut mt3">To print it, or to save it as a PDF, press Ctrl+P, on a Mac Command+P.</p>
    </div>
  )
}

function AccountFacts(props: { portfolio: Portfolio; choice: Choice; today: Day }) {
  const { portfolio, choice, today } = props
  const { plan, evidence, objectives, reviews } = portfolio
  const closed = reviews.filter(({ state }) => state === 'closed')
  const days = [
    ...evidence.map(({ addedOn }) => addedOn),
    ...plan.versions.map(({ agreedOn }) => agreedOn),
    ...closed.flatMap(({ heldOn }) => heldOn ?? []),
  ].sort()
  const [first] = days
  const [last, before] = closed.map(({ heldOn }) => heldOn)
  const apart = last && before ? `, ${count(Math.round(daysBetween(before, last) / 7), 'week')} apart` : ''
  const changes = changesOf(plan)
  const caused = changes.filter(({ reason }) => reason.trim() !== '')
  const kinds = new Set(objectives.map(({ kind }) => kind))
  return (
    <Facts
      facts={[
        {
          term: 'Period',
          value: first ? `${shortDay(first, today)} to ${shortDay(today, today)}` : 'Nothing yet',
          detail: `${count(closed.length, 'signed review')}${apart}`,
        },
        {
          term: 'Evidence',
          value: count(evidence.length, 'item'),
          detail: count(new Set(evidence.map(({ kind }) => kind)).size, 'kind of source', 'kinds of source'),
        },
        {
          term: 'Objectives',
          value: objectives.length,
          detail: `${listing([...kinds]) || 'none yet'}${choice.onlyYou ? '' : '; what only the person sees is left out'}`,
        },
        {
          term: 'Changes to the plan',
          value: changes.length > 0 ? `${caused.length} of ${changes.length}` : 'None',
          detail: changes.length > 0 ? 'name their cause' : 'since it was first agreed',
        },
      ]}
    />
  )
}
