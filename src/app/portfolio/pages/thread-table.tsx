import type { ComponentChildren } from 'preact'
import { type Day, plainDay, shortDay } from '../../../kernel/day.ts'
import { clip, count, listing } from '../../../kernel/text.ts'
import { Ref } from '../../../ui/section.tsx'
import { Table } from '../../../ui/table.tsx'
import { OnlyYou, State } from '../../../ui/tag.tsx'
import { MiniThread } from '../../../ui/thread.tsx'
import { comparedWords } from '../../measures/measures.ts'
import { paths } from '../../paths.ts'
import { outsideKinds } from '../../readiness/readiness.ts'
import { stageReached } from '../knots.ts'
import type { Thread } from '../portfolio.ts'
import { actionsOf, aimWords, impactWords, lateWords, levelWords, smartWords } from '../words.ts'

type Row = { knot: string; recorded: ComponentChildren; who: ComponentChildren }

const Miss = ({ children }: { children: ComponentChildren }) => <span class="miss">{children}</span>
const Quiet = ({ children }: { children: ComponentChildren }) => <span class="ink2">{children}</span>

/** The thread of one objective as it is printed: each knot, what is recorded, who and when. A gap is said, not hidden. */
export function ThreadArticle(props: { thread: Thread; nextReviewOn: Day | null; today: Day }) {
  const { thread, nextReviewOn, today } = props
  const { objective } = thread
  return (
    <article class="gap" aria-labelledby={`h-${objective.ref}`}>
      <div class="gap-h">
        <h3 id={`h-${objective.ref}`}>
          <a href={paths.objective(objective.personId, objective.objectiveId)}>
            <Ref>{objective.ref}</Ref> {objective.title}
          </a>
        </h3>
        <span class="s ink2">
          {objective.kind}
          {objective.priority && `, serves “${objective.priority}”`}
          {objective.servesAspiration && ', serves the aspiration'}
          {objective.state === 'closed' && `, closed: ${objective.closedAs ?? 'no longer needed'}`}{' '}
          {objective.private && <OnlyYou />}
        </span>
        <span class="s push-l">
          <MiniThread now={stageReached(thread, today)} />
        </span>
      </div>
      <Table
        caption={`Thread of ${objective.ref}`}
        hideCaption
        rows={[
          evidenceRow(thread, today),
          needRow(thread, today),
          objectiveRow(thread),
          actionsRow(thread, today),
          reviewRow(thread, nextReviewOn, today),
          impactRow(thread),
          decisionRow(thread),
        ]}
        columns={[
          { head: 'Knot', width: 15, cell: (row: Row) => row.knot },
          { head: 'What is recorded', label: null, cell: (row) => row.recorded },
          { head: 'Who, and when', label: null, width: 25, cell: (row) => row.who },
        ]}
      />
    </article>
  )
}

const FIRST = 3

function evidenceRow({ evidence, objective }: Thread, today: Day): Row {
  const sources = outsideKinds(evidence).length
  const days = evidence.map(({ happenedOn, addedOn }) => happenedOn ?? addedOn).sort()
  const [from, to] = [days[0], days.at(-1)]
  const span = from && to ? `${shortDay(from, today)} to ${shortDay(to, today)}` : ''
  return {
    knot: 'Evidence',
    recorded:
      evidence.length > 0 ? (
        <>
          {evidence.slice(0, FIRST).map(({ evidenceId, ref, title }, index) => (
            <>
              {index > 0 && '; '}
              <a class="nw" href={paths.evidenceItem(objective.personId, evidenceId)}>
                {ref}
              </a>{' '}
              {clip(title, 90)}
            </>
          ))}
          {evidence.length > FIRST && `; ${evidence.length - FIRST} more`}
        </>
      ) : (
        'No evidence is linked to the need'
      ),
    who:
      evidence.length === 0 ? (
        <Miss>A gap in the thread</Miss>
      ) : sources === 0 ? (
        <>
          <Miss>Self only.</Miss> <Quiet>{span}</Quiet>
        </>
      ) : (
        <Quiet>
          {count(sources, 'kind')} from others or the helpdesk on this thread. {span}
        </Quiet>
      ),
  }
}

function needRow(thread: Thread, today: Day): Row {
  const { need, competency, objective } = thread
  if (!need)
    return {
      knot: 'Need',
      recorded: 'The objective is linked to no need',
      who: <Miss>A gap in the thread</Miss>,
    }
  const levels = levelWords(thread)
  return {
    knot: 'Need',
    recorded: (
      <>
        <a class="nw" href={paths.need(objective.personId, need.needId)}>
          {need.ref}
        </a>{' '}
        {need.title}
        {competency && competency.title !== need.title && `. ${competency.title}`}
        {levels && `, ${levels}`}. {clip(need.why, 160)}
      </>
    ),
    who: <Quiet>Named {shortDay(need.madeOn, today)}</Quiet>,
  }
}

function objectiveRow({ objective }: Thread): Row {
  const { agreedOn, agreedAlone, state, private: onlyYou } = objective
  const whose = onlyYou ? 'Kept by the person alone' : agreedAlone ? 'Set by the person alone' : 'Agreed'
  return {
    knot: 'Objective',
    recorded: aimWords(objective),
    who: agreedOn ? (
      <Quiet>
        {whose} {plainDay(agreedOn)}, {smartWords(objective)}
        {state === 'proposed' || state === 'questioned' ? '; a change waits for agreement' : ''}
      </Quiet>
    ) : (
      <Miss>{state === 'draft' ? 'Draft, not yet agreed' : 'Not yet agreed'}</Miss>
    ),
  }
}

function actionsRow({ objective }: Thread, today: Day): Row {
  const { all, done, late, next } = actionsOf(objective, today)
  const words = lateWords(late)
  const what = listing(done.map((action) => clip(action.what, 60)))
  return {
    knot: 'Actions',
    recorded:
      all.length === 0
        ? 'No action is planned'
        : `${done.length} of ${all.length} done${what ? `: ${what}` : ''}`,
    who: words ? (
      <Miss>{words}</Miss>
    ) : all.length === 0 ? (
      <Miss>A gap in the thread</Miss>
    ) : (
      <Quiet>
        {next ? `Next by ${shortDay(next, today)}` : done.length === all.length ? 'All done' : 'No date set'}
      </Quiet>
    ),
  }
}

function reviewRow(thread: Thread, nextReviewOn: Day | null, today: Day): Row {
  const { reviews, accounts, objective } = thread
  const closed = reviews.filter(({ review }) => review.state === 'closed')
  const account = accounts.find(({ complete }) => complete) ?? accounts[0]
  const lacking = account?.stages.filter(({ state }) => state !== 'done') ?? []
  const changes = closed.flatMap((one) => one.changes)
  const person = objective.personId
  return {
    knot: 'Review, reflection',
    recorded: (
      <>
        {closed.length > 0
          ? closed.map(({ review, where }, index) => (
              <>
                {index > 0 && '; '}
                <a href={paths.review(person, review.reviewId)}>Review {review.number}</a>
                {where && `, ${where}`}
              </>
            ))
          : nextReviewOn
            ? `Will be asked about at the review on ${plainDay(nextReviewOn)}`
            : 'No review has looked at it'}
        . {changes.map(({ words, cause }) => `Changed: ${words} (${cause}). `)}
        {account && (
          <>
            Account{' '}
            <a class="nw" href={paths.reflection(person, account.reflectionId)}>
              {account.ref}
            </a>
            {account.about.words && ` of ${clip(account.about.words, 60)}`}:{' '}
            {account.stages.length - lacking.length} of {account.stages.length} stages
          </>
        )}
      </>
    ),
    who: (
      <>
        {closed[0]?.review.heldOn && (
          <Quiet>
            Held {shortDay(closed[0].review.heldOn, today)}, signed by{' '}
            {listing(closed[0].review.signatures.map(({ name }) => name))}.{' '}
          </Quiet>
        )}
        {closed.length === 0 && !account && <Quiet>Not started</Quiet>}
        {closed.length > 0 && !account && <Miss>No reflective account</Miss>}
        {lacking.length > 0 && (
          <Miss>Thin or empty: {listing(lacking.map(({ name }) => name.toLowerCase()))}</Miss>
        )}
      </>
    ),
  }
}

function impactRow(thread: Thread): Row {
  const { impact, objective } = thread
  const figure = impactWords(thread)
  const accounts = thread.accounts.flatMap(({ reflectionId, ref, personId, impact: words, shown }) =>
    words || shown
      ? [
          <p key={reflectionId} class="mt2">
            <a class="nw" href={paths.reflection(personId, reflectionId)}>
              {ref}
            </a>
            : {[...(shown ? comparedWords(shown) : []), words].join(' ')}
          </p>,
        ]
      : [],
  )
  return {
    knot: 'Impact',
    recorded: !objective.agreedOn ? (
      'None to show before the objective is agreed'
    ) : impact ? (
      <>
        {figure && `${figure}. `}
        {impact.words} {accounts}
      </>
    ) : accounts.length > 0 ? (
      accounts
    ) : (
      'Nothing measured or written yet'
    ),
    who: impact?.words ? (
      <Quiet>Written for review {impact.review}</Quiet>
    ) : accounts.length > 0 ? (
      <Quiet>Written in an account</Quiet>
    ) : objective.agreedOn ? (
      <Miss>Not yet written up</Miss>
    ) : (
      <Quiet>Not started</Quiet>
    ),
  }
}

function decisionRow({ objective, decisions }: Thread): Row {
  return {
    knot: 'Decision',
    recorded:
      decisions.length > 0
        ? decisions.map((one) => (
            <p key={one.decisionId}>
              <a href={paths.criterion(one.personId, one.unitId, one.criterionId)}>
                {one.unitTitle} {one.code}
              </a>{' '}
              <State word={one.verdict} /> {one.feedback}
            </p>
          ))
        : 'No criterion is decided on this evidence yet',
    who:
      decisions.length > 0 ? (
        listing([...new Set(decisions.map(({ byName, on }) => `${byName}, ${plainDay(on)}`))])
      ) : (
        <a href={paths.decisions(objective.personId)}>Decisions</a>
      ),
  }
}
