import type { Actor } from '../../kernel/actor.ts'
import { type Day, plainDay } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import { done, type Outcome, refused } from '../../kernel/outcome.ts'
import type { OrgTx } from '../../shell/db.ts'
import { record } from '../history/history.ts'
import { findPerson } from '../people/people.ts'
import { findObjective, type Objective } from '../plans/plans.ts'
import { inProgress } from './causes.ts'
import { startReview } from './starting.ts'
import {
  type CauseRow,
  listCausesOf,
  listQuestions,
  listUnanswered,
  lockQuestion,
  type Relevance,
  saveRelevance,
} from './store/causes.ts'
import type { ReviewRow } from './store/reviews.ts'
import { note, sideOf } from './writing.ts'

const RELEVANCES: readonly Relevance[] = ['keep', 'amend', 'close']
export const isRelevance = (text: string): text is Relevance => RELEVANCES.some((one) => one === text)
const SAID: Record<Relevance, string> = {
  keep: 'keep it',
  amend: 'amend it',
  close: 'close it',
}

/** Where an answer leads: nowhere further, to the objective's own form, or to a change of a review. */
export type Onward =
  | { to: 'nothing'; reviewId: Id | null }
  | { to: 'objective'; objective: Objective; cause: CauseRow }
  | { to: 'review'; reviewId: Id; objective: Objective; cause: CauseRow }

/**
 * Answers “still relevant?” of one objective: the person or whoever leads them. What is kept stays as it is, and that is
 * answered for good. Amending or closing it only leads to where that is done, and doing it is the answer. The person
 * amends in the objective's form; a leader, who cannot write there, in a review; what was agreed is closed in a review
 * too, which is opened where none is. Source: mission.md A7.
 */
export async function answerQuestion(
  tx: OrgTx,
  actor: Actor,
  asked: { personId: Id; questionId: Id; answer: Relevance },
  today: Day,
): Promise<Outcome<Onward>> {
  const { personId, questionId, answer } = asked
  const side = sideOf(actor, personId)
  if (!side) return refused({ message: 'Only the person and whoever leads them answer this.' })
  const question = await lockQuestion(tx, personId, questionId)
  const objective = question && (await findObjective(tx, personId, question.objectiveId, actor, today))
  if (!question || !objective) return refused({ message: 'This is not asked any longer.' })
  if (question.answer) {
    const who = question.answeredBy ? await findPerson(tx, question.answeredBy) : null
    const on = question.answeredOn ? ` on ${plainDay(question.answeredOn)}` : ''
    return refused({
      message: `${who?.name ?? 'Somebody'} has answered this${on}: ${SAID[question.answer]}.`,
    })
  }
  const { cause } = question
  const open = await inProgress(tx, personId)
  if (answer === 'keep') {
    await saveRelevance(tx, questionId, { answer, by: actor.personId, on: today })
    const payload = objective.private
      ? { private: true }
      : { objectiveId: objective.objectiveId, ref: objective.ref, cause: cause.words, answer }
    await note(tx, actor, { personId, reviewId: cause.causeId }, 'relevance', payload)
    return done({ to: 'nothing', reviewId: cause.reviewId === open?.reviewId ? cause.reviewId : null })
  }
  const reviewed = objective.state === 'agreed' && !objective.private
  const inReview = reviewed && (answer === 'close' || side === 'leader' || open !== null)
  if (!inReview) return done({ to: 'objective', objective, cause })
  const review = open ? done(open.reviewId) : await startReview(tx, actor, { personId, heldOn: today }, today)
  return review.ok ? done({ to: 'review', reviewId: review.value, objective, cause }) : review
}

/**
 * Whoever amends or closes an objective has answered what was asked of it, wherever they did so: in its own form, by
 * agreeing a change, or at a review.
 */
export async function answeredByDoing(
  tx: OrgTx,
  made: { personId: Id; objectiveId: Id; answer: Exclude<Relevance, 'keep'>; by: Id | null },
  today: Day,
): Promise<void> {
  const { personId, objectiveId, answer, by } = made
  const asked = (await listUnanswered(tx, personId)).filter((one) => one.objectiveId === objectiveId)
  for (const { questionId, private: hidden, cause } of asked) {
    await saveRelevance(tx, questionId, { answer, by, on: today })
    await record(tx, {
      kind: 'reviews.relevance',
      actor: by === null ? null : { personId: by },
      personId,
      recordId: cause.causeId,
      payload: hidden ? { private: true } : { objectiveId, cause: cause.words, answer },
    })
  }
}

/** A review that closes has answered what was asked for its causes: what it neither changed nor ended is kept. */
export async function settleQuestions(
  tx: OrgTx,
  actor: Actor,
  row: Pick<ReviewRow, 'reviewId'>,
  today: Day,
): Promise<void> {
  const causes = await listCausesOf(tx, row.reviewId)
  const questions = await listQuestions(
    tx,
    causes.map(({ causeId }) => causeId),
  )
  for (const { questionId } of questions.filter((one) => one.answer === null && !one.private))
    await saveRelevance(tx, questionId, { answer: 'keep', by: actor.personId, on: today })
}
