import { agoOf, type Day, longDay, plainDay } from '../../../kernel/day.ts'
import { capital, count } from '../../../kernel/text.ts'
import { ButtonLink, Buttons } from '../../../ui/button.tsx'
import { BigDate } from '../../../ui/kpi.tsx'
import { type CheckItem, CheckList } from '../../../ui/lists.tsx'
import { Panel } from '../../../ui/section.tsx'
import { paths } from '../../paths.ts'
import type { Person } from '../../people/people.ts'
import type { Portfolio } from '../../portfolio/portfolio.ts'
import { restsOn } from '../../readiness/readiness.ts'
import type { Rhythm } from '../../reviews/reviews.ts'

/** When the next review is, with whom, and what is there for it. */
export function NextReview(props: {
  person: Person
  own: boolean
  portfolio: Portfolio
  rhythm: Rhythm
  today: Day
}) {
  const { person, own, portfolio, rhythm, today } = props
  const { nextOn, state } = rhythm
  const open = portfolio.reviews.find((review) => review.state !== 'closed')
  const href = open ? paths.review(person.personId, open.reviewId) : paths.reviews(person.personId)
  if (!nextOn && !open)
    return (
      <Panel id="next" title="Next review">
        <p class="s ink2">
          {state === 'nothing to review'
            ? 'A review looks at a plan. The first is set once a plan is agreed.'
            : 'No day is set.'}
        </p>
        <SelfAssessment person={person} portfolio={portfolio} />
        <Buttons>
          <ButtonLink
            kind="secondary"
            href={
              state === 'nothing to review' ? paths.plan(person.personId) : paths.reviews(person.personId)
            }
          >
            {state === 'nothing to review' ? 'Open the plan' : 'Set a day'}
          </ButtonLink>
        </Buttons>
      </Panel>
    )
  const who = own ? (person.leader ?? 'nobody: nobody leads you yet') : person.name
  return (
    <Panel id="next" title={open ? `Review ${open.number}` : 'Next review'}>
      {nextOn && (
        <BigDate
          date={Number(nextOn.slice(8))}
          rest={restOf(nextOn)}
          meta={`With ${who}, ${nextOn < today ? `was due ${agoOf(nextOn, today)}` : agoOf(nextOn, today)}`}
        />
      )}
      {state === 'stale' && (
        <p class="s ink2 mt3">
          {capital(count(rhythm.weeks, 'week'))} without a review.
          {(!nextOn || nextOn < today) && ' Hold one, or book a day.'}
        </p>
      )}
      <div class="mt4">
        <CheckList items={thereFor(portfolio, own)} />
      </div>
      <SelfAssessment person={person} portfolio={portfolio} />
      <Buttons>
        <ButtonLink href={href}>{open ? `Open review ${open.number}` : 'Prepare for the review'}</ButtonLink>
      </Buttons>
    </Panel>
  )
}

/** The way back to the newest self-assessment, and how far its levels are agreed. */
function SelfAssessment({ person, portfolio }: { person: Person; portfolio: Portfolio }) {
  const newest = portfolio.assessments.find(({ pass }) => pass === 'self')
  if (!newest) return null
  const agreed = portfolio.assessments.find(
    ({ pass, round, state }) => pass === 'agreed' && round === newest.round && state === 'in',
  )
  const words = agreed?.inOn
    ? `agreed on ${plainDay(agreed.inOn)}`
    : newest.inOn
      ? `handed in on ${plainDay(newest.inOn)}`
      : 'not handed in yet'
  return (
    <p class="s ink2 mt3">
      <a href={paths.assessment(person.personId, newest.assessmentId)}>Self-assessment</a>, {words}
    </p>
  )
}

/** "November, Tuesday" of Tuesday 24 November 2026. */
function restOf(day: Day): string {
  const [weekday = '', , month = ''] = longDay(day).split(' ')
  return `${month}, ${weekday}`
}

function thereFor(
  { objectives, needs, evidence, reviews, accounts, plan }: Portfolio,
  own: boolean,
): CheckItem[] {
  const since =
    reviews.find(({ state }) => state === 'closed')?.heldOn ?? plan.versions.at(-1)?.agreedOn ?? ''
  const open = objectives.filter(({ state, agreedOn }) => agreedOn !== null && state !== 'closed')
  const fresh = evidence.filter(({ addedOn }) => addedOn >= since)
  const fed = open.filter(({ needId }) => {
    const need = needs.find((one) => one.needId === needId)
    return need !== undefined && restsOn(need, fresh).length > 0
  })
  const closed = new Set(
    reviews.flatMap(({ state, reflectionId }) => (state === 'closed' && reflectionId ? [reflectionId] : [])),
  )
  const account = accounts.find(({ reflectionId }) => !closed.has(reflectionId))
  return [
    {
      there: open.length > 0 && fed.length === open.length,
      text: `New evidence for ${fed.length} of ${count(open.length, 'objective')}`,
    },
    {
      there: account?.complete === true,
      text: account
        ? `Reflective account ${account.ref} ${account.complete ? 'complete' : 'unfinished'}`
        : own
          ? 'No reflective account since the last review'
          : 'No reflective account that you may read since the last review',
    },
  ]
}
