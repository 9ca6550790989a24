import type { Actor } from '../../../kernel/actor.ts'
import type { Day } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'
import type { OrgTx } from '../../../shell/db.ts'
import {
  addChange,
  answerQuestion,
  bookReview,
  leaveOutAccount,
  openQuestions,
  sayNoChanges,
  sayProgress,
  signReview,
  startReview,
  viewReview,
} from '../../reviews/reviews.ts'
import { type Company, keep, type Moment, must } from '../moments.ts'

/** Opens a review held on this day. */
export async function review(tx: OrgTx, by: Actor, of: Actor, today: Day, heldOn = today): Promise<Id> {
  return must(await startReview(tx, by, { personId: of.personId, heldOn }, today))
}

/** Books the next review. */
export async function book(tx: OrgTx, by: Actor, of: Actor, day: Day, today: Day): Promise<void> {
  must(await bookReview(tx, by, { personId: of.personId, day }, today))
}

/** Where somebody says that an objective of theirs stands in a review. */
export async function place(
  tx: OrgTx,
  who: Actor,
  reviewId: Id,
  said: { objectiveId: Id; where: string; impact: string },
  today: Day,
): Promise<void> {
  must(await sayProgress(tx, who, { personId: who.personId, reviewId, version: 0, ...said }, today))
}

/** Somebody keeps every objective of a person of which “still relevant?” is asked. */
export async function keepsAll(tx: OrgTx, by: Actor, of: Actor, today: Day): Promise<void> {
  const { personId } = of
  for (const { questionId } of await openQuestions(tx, personId, by))
    must(await answerQuestion(tx, by, { personId, questionId, answer: 'keep' }, today))
}

type Typed = Parameters<typeof addChange>[2]['typed']

/** A change to the plan in a review: only what is said of it changes. */
export async function change(
  tx: OrgTx,
  by: Actor,
  which: { personId: Id; reviewId: Id; objectiveId: Id },
  said: Pick<Typed, 'what' | 'cause' | 'reason'> & Partial<Typed>,
  today: Day,
): Promise<void> {
  const typed = { target: null, due: null, text: '', action: '', by: null, as: '', ...said }
  must(await addChange(tx, by, { ...which, typed }, today))
}

/** Signs what stands in a review; the last signature closes it with the day of the next. */
export async function sign(
  tx: OrgTx,
  by: Actor,
  of: Actor,
  reviewId: Id,
  next: Day | null,
  today: Day,
): Promise<void> {
  const { personId } = of
  const view = await viewReview(tx, personId, reviewId, by, today)
  if (!view) throw new Error('No such review')
  must(await signReview(tx, by, { personId, reviewId, version: view.row.version, next }, today))
}

/** The two moments of a review of one objective, with no change to the plan and no account: each signs in one of them. */
export function quietReview(
  company: Company,
  asked: {
    of: Actor
    leader: Actor
    objectiveId: () => Id
    where: string
    impact: string
    /** Why there is no account. */
    noAccount: string
    next: Day
  },
  daysAgo: number,
  leaderSignsAt: string,
): Moment[] {
  const { of, leader, objectiveId, where, impact, noAccount, next } = asked
  const { personId } = of
  const held = keep<Id>()
  return [
    company.on(daysAgo, '11:00', async (tx, day) => {
      const reviewId = held.put(await review(tx, leader, of, day))
      await place(tx, of, reviewId, { objectiveId: objectiveId(), where, impact }, day)
      must(await sayNoChanges(tx, of, { personId, reviewId, nothing: true }))
      must(await leaveOutAccount(tx, of, { personId, reviewId, reason: noAccount }))
      await sign(tx, of, of, reviewId, null, day)
    }),
    company.on(daysAgo, leaderSignsAt, (tx, day) => sign(tx, leader, of, held.get(), next, day)),
  ]
}
