import type { Refusal } from '../../kernel/outcome.ts'
import { count } from '../../kernel/text.ts'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Guide } from '../../ui/guide.tsx'
import { Section } from '../../ui/section.tsx'
import { paths } from '../paths.ts'
import { type Answer, get, goTo, page, post, type Route, type Visit } from '../visit.ts'
import { CadenceForm, cadenceWords } from './pages/cadence-form.tsx'
import { isRelevance } from './relevance.ts'
import { answerQuestion, setCadence, setUsualCadence, usualCadence } from './reviews.ts'
import { reviewsPage } from './reviews-answer.tsx'

async function rhythmPage(visit: Visit, refusals: readonly Refusal[] = []): Promise<Answer> {
  const { tx, form } = visit
  const cadence = await usualCadence(tx)
  return page(
    {
      title: 'How often plans are reviewed',
      lead: `${cadenceWords(cadence)}. A leader can set other weeks for one person. Whoever has no leader sets their own.`,
      nav: paths.people,
      refusals,
    },
    <>
      <ErrorSummary refusals={refusals} />
      <Section id="cadence" title="The usual rhythm">
        <CadenceForm
          action={paths.rhythm}
          cadence={cadence}
          label="Weeks from one review to the next"
          hint="From 2 to 26. Twelve is usual"
          values={form.values}
          refusals={refusals}
        />
      </Section>
      <Section id="waiting" title="When a plan waits longer">
        <p class="prose">
          It is shown to its person first, then to their leader.{' '}
          <a href={paths.staleSteps}>Set after how many days</a>.
        </p>
      </Section>
      <div class="mt5">
        <Guide
          good="Often enough that a date which slips is seen before the next one does: every 8 to 12 weeks suits most work."
          mistake="Once a year. By then nobody remembers what was agreed, and the plan has been out of date for months."
          example="Larkfield reviews every 12 weeks. Ben sets 4 for Yusuf, who has just begun, and goes back to 12 in the spring."
        />
      </div>
    </>,
  )
}

async function setUsual(visit: Visit): Promise<Answer> {
  const outcome = await setUsualCadence(visit.tx, visit.actor, visit.form.whole('weeks'))
  return outcome.ok
    ? goTo(paths.rhythm, `Plans are reviewed every ${count(outcome.value.weeks, 'week')} from now on.`)
    : rhythmPage(visit, outcome.refusals)
}

async function setOwn(visit: Visit): Promise<Answer> {
  const { tx, actor, person, form } = visit
  const weeks = form.text('weeks') === '' ? null : (form.whole('weeks') ?? Number.NaN)
  const outcome = await setCadence(tx, actor, { personId: person.personId, weeks })
  return outcome.ok
    ? goTo(
        paths.reviews(person.personId),
        `${visit.own ? 'Your plan' : `The plan of ${person.name}`} is reviewed every ${count(outcome.value.weeks, 'week')} from now on.`,
      )
    : reviewsPage(visit, outcome.refusals)
}

/** Keep stays on the page; amend and close lead to the form where that is done, with the cause filled in. */
async function answerRelevance(visit: Visit): Promise<Answer> {
  const { tx, actor, person, params, form, today } = visit
  const { personId } = person
  const answer = form.text('answer')
  if (!isRelevance(answer))
    return reviewsPage(visit, [{ message: 'Choose whether to keep, amend or close it.' }])
  const asked = { personId, questionId: params.question ?? '', answer }
  const outcome = await answerQuestion(tx, actor, asked, today)
  if (!outcome.ok) return reviewsPage(visit, outcome.refusals)
  const { value } = outcome
  if (value.to === 'nothing')
    return goTo(
      value.reviewId ? `${paths.review(personId, value.reviewId)}#changed` : paths.reviews(personId),
      'Kept as it is.',
    )
  const { objective, cause } = value
  const why = { cause: cause.cause, reason: `${cause.words}.` }
  if (value.to === 'review') {
    const change = {
      of: objective.objectiveId,
      what: answer === 'close' ? 'close' : objective.unit ? 'target' : 'wording',
      ...why,
    }
    return goTo(
      `${paths.review(personId, value.reviewId)}?${new URLSearchParams(change)}#change`,
      answer === 'close' ? 'Say how it ended.' : 'Say what changes.',
    )
  }
  const at = paths.objective(personId, objective.objectiveId)
  if (answer === 'close') return goTo(at, `Close ${objective.ref} here.`)
  const query = new URLSearchParams({ change: 'yes', cause: cause.cause, 'cause-reason': why.reason })
  return goTo(visit.own ? `${at}?${query}` : at, `Change ${objective.ref} here.`)
}

export const rhythmRoutes: readonly Route[] = [
  get(paths.rhythm, 'reviews.rhythm', (visit) => rhythmPage(visit)),
  post(paths.rhythm, 'reviews.rhythm', setUsual),
  post(paths.reviewCadence(':person'), 'reviews.cadence', setOwn),
  post(paths.reviewQuestion(':person', ':question'), 'reviews.write', answerRelevance),
]
