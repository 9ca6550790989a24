import type { Actor } from '../../kernel/actor.ts'
import { addDays, type Day, plainDay } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import { done, type Outcome, type Refusal, refused } from '../../kernel/outcome.ts'
import type { OrgTx } from '../../shell/db.ts'
import { findPerson } from '../people/people.ts'
import { planOf } from '../plans/plans.ts'
import { listReflections } from '../reflections/reflections.ts'
import { seenBy } from './gather.ts'
import { type ChangeRow, insertChange, listChanges, deleteChange } from './store/parts.ts'
import { listAnswers, listProgress, saveAnswer, saveProgress, WHERE_NOW, type WhereNow } from './store/parts.ts'
import { findDate, insertReview, listRows, saveDate, updateReview } from './store/reviews.ts'
import { describeChange, readChange, type TypedChange } from './rules/changes.ts'
import { underReview } from './view.ts'
import { note, noteChange, openToChange, openToWrite, sideOf } from './writing.ts'

type Which = { personId: Id; reviewId: Id }

/** A date for a review: not passed, and not further away than a year. */
export function checkNext(day: Day | null | 'wrong', today: Day, field = 'next'): Outcome<Day> {
  if (day === 'wrong') return refused({ field, message: 'There is no such day. Type it as 19 1 2027.' })
  if (day === null) return refused({ field, message: 'Give the date of the next review.' })
  if (day <= today) return refused({ field, message: 'That day is not to come. Give a later one.' })
  if (day > addDays(today, 366)) return refused({ field, message: 'That is more than a year away. Give an earlier day.' })
  return done(day)
}

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
  await saveDate(tx, asked.personId, day.value, actor.personId)
  const payload = { before, day: day.value }
  await note(tx, actor, { personId: asked.personId, reviewId: asked.personId }, 'booked', payload)
  return day
}

/** Opens a review, held on a day from the last review's on. Answers its id; one at a time is open. */
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
  const refusals: Refusal[] = []
  if (!sideOf(actor, personId))
    refusals.push({ message: 'Only the person and whoever leads them start a review.' })
  const open = rows.find(({ state }) => state !== 'closed')
  if (open) refusals.push({ message: `Review ${open.number} is still in progress. Finish that one first.` })
  if (underReview(plan.objectives).length === 0)
    refusals.push({ message: 'No objective is agreed yet, so there is nothing to review. Agree one in the plan first.' })
  if (heldOn === 'wrong')
    refusals.push({ field: 'held', message: 'There is no such day. Type it as 24 11 2026.' })
  else if (heldOn === null) refusals.push({ field: 'held', message: 'Say on which day the review is held.' })
  else if (last && heldOn < last.heldOn)
    refusals.push({ field: 'held', message: `Review ${last.number} was held on ${plainDay(last.heldOn)}: give that day or a later one.` })
  else if (heldOn > addDays(today, 91))
    refusals.push({ field: 'held', message: 'That is more than three months away. Book it as the next date instead.' })
  if (refusals.length > 0 || heldOn === null || heldOn === 'wrong') return refused(...refusals)
  const reviewId = tx.newId()
  const first = plan.versions.at(-1)?.agreedOn ?? null
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
  await note(tx, actor, review, 'opened', { number: review.number, heldOn })
  return done(reviewId)
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

/** "Did it happen?", for oneself. */
export async function answerAsked(
  tx: OrgTx,
  actor: Actor,
  asked: Which & { answer: string; words: string },
): Promise<Outcome<null>> {
  const open = await openToChange(tx, actor, asked)
  if (!open.ok) return open
  const answer = (['yes', 'partly', 'no'] as const).find((one) => one === asked.answer)
  if (!answer) return refused({ field: 'answer', message: 'Choose whether it happened.' })
  if (answer !== 'yes' && !asked.words)
    return refused({ field: 'answer-words', message: 'Say in a few words what happened instead.' })
  const before = await listAnswers(tx, asked.reviewId)
  const same = before.find(({ personId }) => personId === actor.personId)
  if (same?.answer === answer && same.words === asked.words) return done(null)
  await saveAnswer(tx, asked.reviewId, { personId: actor.personId, answer, words: asked.words })
  await noteChange(tx, actor, open.value, {
    kind: 'answered',
    why: 'answered “Did it happen?”',
    payload: { answer, words: asked.words },
  })
  return done(null)
}

/**
 * Says where an objective stands and what came of it. On an objective that only the person sees, nobody signs for it.
 * @param asked `version` is the version of the answer that the writer saw, 0 for none
 */
export async function sayProgress(
  tx: OrgTx,
  actor: Actor,
  asked: Which & { objectiveId: Id; where: string; impact: string; version: number },
  today: Day,
): Promise<Outcome<null>> {
  const plan = await planOf(tx, asked.personId, actor, today)
  const objective = underReview(plan.objectives).find(({ objectiveId }) => objectiveId === asked.objectiveId)
  if (!objective) return refused({ message: 'This objective is no longer in the plan. Open the review again.' })
  const open = await (objective.private ? openToWrite : openToChange)(tx, actor, asked)
  if (!open.ok) return open
  const where = WHERE_NOW.find((one) => one === asked.where)
  if (!where) return refused({ field: 'where', message: 'Choose where this objective is now.' })
  if (where === 'met, with evidence' && !asked.impact)
    return refused({ field: 'impact', message: 'Say what customers or colleagues now get that they did not.' })
  const before = (await listProgress(tx, [asked.reviewId])).find(
    ({ objectiveId }) => objectiveId === asked.objectiveId,
  )
  if ((before?.version ?? 0) !== asked.version)
    return refused(await overtaken(tx, `the progress of ${objective.ref}`, before?.saidBy ?? null, before?.saidAt))
  if (before?.where === where && before.impact === asked.impact) return done(null)
  const { objectiveId, impact } = asked
  await saveProgress(tx, asked.reviewId, {
    objectiveId,
    where,
    impact,
    private: objective.private,
    saidBy: actor.personId,
  })
  if (objective.private) await note(tx, actor, open.value, 'progress', { objectiveId })
  else
    await noteChange(tx, actor, open.value, {
      kind: 'progress',
      why: `changed the progress of ${objective.ref}`,
      payload: { objectiveId, where, impact },
    })
  return done(null)
}

/** Who was there first, and when: what was typed is kept, and both are shown. */
export async function overtaken(
  tx: OrgTx,
  what: string,
  by: Id | null,
  at: Date | undefined,
): Promise<Refusal> {
  const who = by ? await findPerson(tx, by) : null
  const when = at ? ` on ${plainDay(at.toISOString().slice(0, 10))}` : ''
  return {
    message: `${who?.name ?? 'Somebody'} changed ${what}${when} while you were writing. Both versions are below. Compare them, and save again.`,
  }
}

/** Adds a change to what the plan becomes when the review closes. Each thing of an objective changes once a review. */
export async function addChange(
  tx: OrgTx,
  actor: Actor,
  asked: Which & { objectiveId: Id; typed: TypedChange },
  today: Day,
): Promise<Outcome<Id>> {
  const open = await openToChange(tx, actor, asked)
  if (!open.ok) return open
  const plan = await planOf(tx, asked.personId, actor, today)
  const objective = plan.objectives.find(
    ({ objectiveId, private: isPrivate, state }) =>
      objectiveId === asked.objectiveId && !isPrivate && state === 'agreed',
  )
  if (!objective) return refused({ field: 'of', message: 'Choose an agreed objective of the plan.' })
  const read = readChange(asked.typed, objective, today)
  if (!read.ok) return read
  const pending = (await listChanges(tx, [asked.reviewId])).filter(
    ({ objectiveId }) => objectiveId === asked.objectiveId,
  )
  const { what } = read.value.asked
  const twice = what !== 'action' && pending.some((one) => one.what === what)
  const ended = pending.some((one) => one.what === 'close' || one.what === 'remove')
  const ends = what === 'close' || what === 'remove'
  if (twice || ended || (ends && pending.length > 0))
    return refused({
      field: 'what',
      message: twice
        ? `This review changes that of ${objective.ref} already. Take that change back, then add this one.`
        : ended
          ? `This review ends ${objective.ref}. Take that change back, then add this one.`
          : `This review changes ${objective.ref} in other ways. Take those changes back, then end it.`,
    })
  const { ref, title, objectiveId } = objective
  const { before, after, words } = describeChange(read.value.asked, objective)
  const changeId = tx.newId()
  const change: Omit<ChangeRow, 'madeAt'> = {
    changeId,
    objectiveId,
    ref,
    title,
    what,
    before,
    after,
    words,
    ...read.value,
    madeBy: actor.personId,
  }
  await insertChange(tx, asked.reviewId, change)
  await updateReview(tx, asked.reviewId, { noChanges: false })
  await noteChange(tx, actor, open.value, {
    kind: 'change-added',
    why: `added a change to ${ref}`,
    payload: { changeId, objectiveId, ...read.value },
  })
  return done(changeId)
}

/** Takes a change back before it is signed by both. */
export async function takeBackChange(
  tx: OrgTx,
  actor: Actor,
  asked: Which & { changeId: Id },
): Promise<Outcome<null>> {
  const open = await openToChange(tx, actor, asked)
  if (!open.ok) return open
  const change = (await listChanges(tx, [asked.reviewId])).find(({ changeId }) => changeId === asked.changeId)
  if (!change) return done(null)
  await deleteChange(tx, asked.reviewId, asked.changeId)
  await noteChange(tx, actor, open.value, {
    kind: 'change-taken-back',
    why: `took back a change to ${change.ref}`,
    payload: { changeId: asked.changeId },
  })
  return done(null)
}

/** Says that the plan stays as it is, or unsays it. */
export async function sayNoChanges(
  tx: OrgTx,
  actor: Actor,
  asked: Which & { nothing: boolean },
): Promise<Outcome<null>> {
  const open = await openToChange(tx, actor, asked)
  if (!open.ok) return open
  if (asked.nothing && (await listChanges(tx, [asked.reviewId])).length > 0)
    return refused({ field: 'nothing', message: 'There are changes above. Take them back first.' })
  if (open.value.noChanges === asked.nothing) return done(null)
  await updateReview(tx, asked.reviewId, { noChanges: asked.nothing })
  const why = asked.nothing ? 'said that nothing changes' : 'said that something changes'
  await noteChange(tx, actor, open.value, { kind: 'no-changes', why, payload: { nothing: asked.nothing } })
  return done(null)
}
