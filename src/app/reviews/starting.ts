import type { Actor } from '../../kernel/actor.ts'
import { addDays, type Day, plainDay } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import { done, type Outcome, type Refusal, refused } from '../../kernel/outcome.ts'
import type { OrgTx } from '../../shell/db.ts'
import { noteReview, planOf } from '../plans/plans.ts'
import { listReflections } from '../reflections/reflections.ts'
import { seenBy } from './gather.ts'
import { setNext } from './next.ts'
import { checkNext } from './rules/dates.ts'
import { takeUpCauses } from './store/causes.ts'
import { findDate, insertReview, listRows, updateReview } from './store/reviews.ts'
import { underReview } from './under-review.ts'
import { note, noteChange, openToChange, sideOf } from './writing.ts'

/** Books the day of the next review. */
export async function bookReview(
  tx: OrgTx,
  actor: Actor,
  asked: { personId: Id; day: Day | null | 'wrong' },
  today: Day,
): Promise<Outcome<Day>> {
  const day = checkNext(asked.day, today)
  if (!day.ok) return day
  const before = await findDate(tx, asked.personId)
  await setNext(tx, asked.personId, day.value, actor.personId)
  const payload = { before, day: day.value }
  await note(tx, actor, { personId: asked.personId, reviewId: asked.personId }, 'booked', payload)
  return day
}

/**
 * Opens a review, held on a day from the last review's on, or the plan's first agreement. Answers its id; one at a time
 * is open. Source: mission.md A7.
 */
export async function startReview(
  tx: OrgTx,
  actor: Actor,
  asked: { personId: Id; heldOn: Day | null | 'wrong' },
  today: Day,
): Promise<Outcome<Id>> {
  const { personId, heldOn } = asked
  const rows = await listRows(tx, personId)
  const plan = await planOf(tx, personId, actor, today)
  const last = rows.find(({ state }) => state === 'closed')
  const first = plan.versions.at(-1)?.agreedOn ?? null
  const refusals: Refusal[] = []
  if (!sideOf(actor, personId))
    refusals.push({ message: 'Only the person and whoever leads them start a review.' })
  const open = rows.find(({ state }) => state !== 'closed')
  if (open) refusals.push({ message: `Review ${open.number} is still in progress. Finish that one first.` })
  if (underReview(plan.objectives).length === 0)
    refusals.push({
      message: 'No objective is agreed yet, so there is nothing to review. Agree one in the plan first.',
    })
  if (heldOn === 'wrong')
    refusals.push({ field: 'held', message: 'There is no such day. Type it as 24 11 2026.' })
  else if (heldOn === null) refusals.push({ field: 'held', message: 'Say on which day the review is held.' })
  else if (last && heldOn < last.heldOn)
    refusals.push({
      field: 'held',
      message: `Review ${last.number} was held on ${plainDay(last.heldOn)}: give that day or a later one.`,
    })
  else if (first && heldOn < first)
    refusals.push({
      field: 'held',
      message: `The plan was first agreed on ${plainDay(first)}: give that day or a later one.`,
    })
  else if (heldOn > addDays(today, 91))
    refusals.push({
      field: 'held',
      message: 'That is more than three months away. Book it as the next date instead.',
    })
  if (refusals.length > 0 || heldOn === null || heldOn === 'wrong') return refused(...refusals)
  const reviewId = tx.newId()
  const review = {
    reviewId,
    personId,
    number: (rows[0]?.number ?? 0) + 1,
    heldOn,
    sinceDay: last?.heldOn ?? first,
    planBefore: plan.version,
    askedAbout: await accountToAskAbout(tx, actor, personId, last?.reflectionId ?? null),
    openedBy: actor.personId,
  }
  await insertReview(tx, review)
  await takeUpCauses(tx, personId, reviewId)
  await noteReview(tx, personId, { number: review.number, reviewId, day: heldOn, held: false })
  await note(tx, actor, review, 'opened', { number: review.number, heldOn })
  return done(reviewId)
}

/** Holds a review today that was planned for a day to come. Whoever had signed it signs again, as its day is another. */
export async function holdToday(
  tx: OrgTx,
  actor: Actor,
  asked: { personId: Id; reviewId: Id },
  today: Day,
): Promise<Outcome<null>> {
  const open = await openToChange(tx, actor, asked)
  if (!open.ok) return open
  const { personId, reviewId, number, heldOn } = open.value
  if (heldOn <= today) return done(null)
  await updateReview(tx, reviewId, { heldOn: today })
  await noteReview(tx, personId, { number, reviewId, day: today, held: false })
  const why = `moved the review from ${plainDay(heldOn)}`
  await noteChange(tx, actor, open.value, { kind: 'moved', why, payload: { before: heldOn, heldOn: today } })
  return done(null)
}

/** The account whose action is asked about: the last review's, else the newest that has one. Source: mission.md A8. */
async function accountToAskAbout(
  tx: OrgTx,
  actor: Actor,
  personId: Id,
  lastLinked: Id | null,
): Promise<Id | null> {
  const accounts = await listReflections(tx, personId, seenBy(actor, personId))
  const withAction = accounts.filter(({ action }) => action !== null && action !== '')
  const newest = [...withAction].sort((a, b) => (a.saidOn < b.saidOn ? 1 : -1))[0]
  const linked = withAction.find(({ reflectionId }) => reflectionId === lastLinked)
  return (linked ?? newest)?.reflectionId ?? null
}
