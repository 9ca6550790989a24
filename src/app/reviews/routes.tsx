import { plainDay } from '../../kernel/day.ts'
import { isId } from '../../kernel/id.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import { paths } from '../paths.ts'
import { isModel, MODEL_WORDS } from '../reflections/reflections.ts'
import { type Answer, found, get, goTo, post, type Route, type Visit } from '../visit.ts'
import { leaveOutAccount, linkAccount, writeAccount } from './account.ts'
import type { Posted } from './pages/shown.ts'
import { reviewPage } from './review-answer.tsx'
import {
  addChange,
  addCorrection,
  answerAsked,
  bookReview,
  holdToday,
  sayNoChanges,
  sayProgress,
  signReview,
  startReview,
  takeBackChange,
  takeBackSignature,
  viewReview,
} from './reviews.ts'
import { reviewsPage } from './reviews-answer.tsx'
import { rhythmRoutes } from './rhythm-routes.tsx'

async function start(visit: Visit): Promise<Answer> {
  const { tx, actor, person, form, today } = visit
  const outcome = await startReview(tx, actor, { personId: person.personId, heldOn: form.day('held') }, today)
  return outcome.ok
    ? goTo(paths.review(person.personId, outcome.value))
    : reviewsPage(visit, outcome.refusals)
}

async function book(visit: Visit): Promise<Answer> {
  const { tx, actor, person, form, today } = visit
  const outcome = await bookReview(tx, actor, { personId: person.personId, day: form.day('next') }, today)
  return outcome.ok
    ? goTo(paths.reviews(person.personId), `The next review is booked for ${plainDay(outcome.value)}.`)
    : reviewsPage(visit, outcome.refusals)
}

const which = ({ person, params }: Visit) => ({ personId: person.personId, reviewId: params.review ?? '' })

/** A form of the review: done and back to its section, or refused with what was typed. */
function act(
  form: Posted,
  section: string,
  done: string,
  run: (visit: Visit) => Promise<Outcome<unknown> & { conflict?: unknown }>,
): Route['run'] {
  return async (visit) => {
    const { person, params, tx, actor, today } = visit
    found(await viewReview(tx, person.personId, params.review ?? '', actor, today))
    const outcome = await run(visit)
    if (outcome.ok) return goTo(`${paths.review(person.personId, params.review ?? '')}#${section}`, done)
    return reviewPage(visit, { form, refusals: outcome.refusals, conflict: outcome.conflict !== undefined })
  }
}

const change = (visit: Visit) => {
  const { tx, actor, form, today } = visit
  return addChange(
    tx,
    actor,
    {
      ...which(visit),
      objectiveId: form.text('of'),
      typed: {
        what: form.text('what'),
        target: form.number('target'),
        due: form.day('due'),
        text: form.text('text'),
        action: form.text('action'),
        by: form.day('by'),
        as: form.text('as'),
        cause: form.text('cause'),
        reason: form.text('reason'),
      },
    },
    today,
  )
}

const account = (visit: Visit) => {
  const { tx, actor, form, today } = visit
  const model = form.text('model')
  const sharing = (['me', 'leader', 'assessor'] as const).find((one) => one === form.text('sharing'))
  const known = isModel(model) ? model : 'gibbs'
  const stages = Object.fromEntries(MODEL_WORDS[known].stages.map(({ key }) => [key, form.text(key)]))
  return writeAccount(
    tx,
    actor,
    { ...which(visit), model: known, stages, sharing: sharing ?? 'me', version: form.whole('version') },
    today,
  )
}

async function sign(visit: Visit): Promise<Answer> {
  const { tx, actor, form, today, person } = visit
  const at = which(visit)
  found(await viewReview(tx, at.personId, at.reviewId, actor, today))
  const outcome = await signReview(
    tx,
    actor,
    { ...at, version: form.whole('version') ?? 0, next: form.day('next') },
    today,
  )
  if (!outcome.ok)
    return reviewPage(visit, {
      form: 'sign',
      refusals: outcome.refusals,
      conflict: outcome.conflict !== undefined,
    })
  const next = outcome.value.closed
    ? 'The review is closed, and the plan is up to date.'
    : `You have signed. ${person.leader ?? 'Your leader'} signs next.`
  return goTo(`${paths.review(at.personId, at.reviewId)}#signatures`, next)
}

const list = paths.reviews(':person')
const one = paths.review(':person', ':review')
const idOr = (text: string) => (isId(text) ? text : null)

export const routes: readonly Route[] = [
  ...rhythmRoutes,
  get(list, 'reviews.read', (visit) => reviewsPage(visit)),
  post(list, 'reviews.write', start),
  post(`${list}/next`, 'reviews.write', book),
  get(one, 'reviews.read', (visit) => reviewPage(visit)),
  post(
    `${one}/answer`,
    'reviews.write',
    act('answer', 'changed', 'Your answer is saved.', (visit) =>
      answerAsked(visit.tx, visit.actor, {
        ...which(visit),
        answer: visit.form.text('answer'),
        words: visit.form.text('answer-words'),
      }),
    ),
  ),
  post(
    `${one}/progress`,
    'reviews.write',
    act('progress', 'progress', 'The progress is saved.', (visit) =>
      sayProgress(
        visit.tx,
        visit.actor,
        {
          ...which(visit),
          objectiveId: visit.form.text('objective'),
          where: visit.form.text('where'),
          impact: visit.form.text('impact'),
          version: visit.form.whole('version') ?? 0,
        },
        visit.today,
      ),
    ),
  ),
  post(`${one}/changes`, 'reviews.write', act('change', 'plan', 'The change is added.', change)),
  post(
    `${one}/changes/:change/removal`,
    'reviews.write',
    act('change', 'plan', 'The change is taken back.', (visit) =>
      takeBackChange(visit.tx, visit.actor, { ...which(visit), changeId: visit.params.change ?? '' }),
    ),
  ),
  post(
    `${one}/nothing`,
    'reviews.write',
    act('nothing', 'plan', 'Saved.', (visit) =>
      sayNoChanges(visit.tx, visit.actor, { ...which(visit), nothing: visit.form.text('nothing') === 'yes' }),
    ),
  ),
  post(`${one}/account`, 'reviews.reflect', act('account', 'account', 'The account is saved.', account)),
  post(
    `${one}/account/link`,
    'reviews.reflect',
    act('account', 'account', 'The account is linked.', (visit) =>
      linkAccount(visit.tx, visit.actor, {
        ...which(visit),
        reflectionId: idOr(visit.form.text('reflection')),
      }),
    ),
  ),
  post(
    `${one}/account/none`,
    'reviews.reflect',
    act('account', 'account', 'Saved: no account this time.', (visit) =>
      leaveOutAccount(visit.tx, visit.actor, { ...which(visit), reason: visit.form.text('no-account') }),
    ),
  ),
  post(
    `${one}/day`,
    'reviews.write',
    act('sign', 'signatures', 'The review is held today.', (visit) =>
      holdToday(visit.tx, visit.actor, which(visit), visit.today),
    ),
  ),
  post(`${one}/signature`, 'reviews.write', sign),
  post(
    `${one}/signature/withdrawal`,
    'reviews.write',
    act('sign', 'signatures', 'Your signature is taken back.', (visit) =>
      takeBackSignature(visit.tx, visit.actor, which(visit)),
    ),
  ),
  post(
    `${one}/corrections`,
    'reviews.write',
    act('correction', 'corrections', 'The correction is added beside the review.', (visit) =>
      addCorrection(visit.tx, visit.actor, { ...which(visit), words: visit.form.text('correction') }),
    ),
  ),
]
