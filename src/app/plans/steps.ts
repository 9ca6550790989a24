import type { Actor } from '../../kernel/actor.ts'
import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import { done, type Outcome, refused } from '../../kernel/outcome.ts'
import type { OrgTx } from '../../shell/db.ts'
import { record } from '../history/history.ts'
import { kept, NOT_YOURS, next, open } from './opened.ts'
import { checkCause, checkProposal, checkSaid } from './rules/checks.ts'
import { type Action, type ClosedAs, standing } from './rules/objective.ts'
import { saveStored } from './store/objectives.ts'
import { listVersions } from './store/plan.ts'
import { saveSaid } from './store/said.ts'
import { agreedNow, stoodAgain } from './versions.ts'

/** Hands an objective to the leader to agree or question, with an answer where they asked something. */
export async function propose(
  tx: OrgTx,
  actor: Actor,
  asked: { personId: Id; objectiveId: Id; words: string },
  today: Day,
): Promise<Outcome<null>> {
  if (actor.personId !== asked.personId) return refused(NOT_YOURS)
  const opened = await open(tx, actor, { ...asked, version: null })
  if (!opened.ok) return opened
  const objective = opened.value
  if (objective.private)
    return refused({ field: 'kind', message: 'Only you see this objective, so nobody else can agree it.' })
  if (objective.state !== 'draft' && objective.state !== 'questioned')
    return refused({ message: `${objective.ref} is ${objective.state} already.` })
  const isAdded = objective.agreedOn === null && (await listVersions(tx, asked.personId)).length > 0
  const refusals = [
    ...checkProposal(objective),
    ...checkSaid('answer', asked.words),
    ...(isAdded ? checkCause(objective.cause, objective.causeReason, 'added') : []),
  ]
  if (refusals.length > 0) return refused(...refusals)
  await saveStored(tx, next(tx, actor, objective, { state: 'proposed', proposedOn: today, declined: null }))
  const { words, personId, objectiveId } = asked
  await saveSaid(tx, objective, {
    kind: 'proposal',
    byId: actor.personId,
    byName: actor.name,
    day: today,
    words,
  })
  await record(tx, { kind: 'plans.proposed', actor, personId, recordId: objectiveId, payload: { words } })
  return done(null)
}

/** Sends a proposed objective back with a question. */
export async function question(
  tx: OrgTx,
  actor: Actor,
  asked: { personId: Id; objectiveId: Id; version: number; words: string },
  today: Day,
): Promise<Outcome<null>> {
  const { personId, objectiveId, words } = asked
  if (!actor.leads.includes(personId))
    return refused({ message: 'Only the person who leads them can question an objective.' })
  const opened = await open(tx, actor, asked)
  if (!opened.ok) return opened
  if (opened.value.state !== 'proposed')
    return refused({ message: `${opened.value.ref} is not proposed now, so there is nothing to question.` })
  if (!words) return refused({ field: 'question', message: 'Write what you want to know or change.' })
  const long = checkSaid('question', words)
  if (long.length > 0) return refused(...long)
  await saveStored(tx, next(tx, actor, opened.value, { state: 'questioned' }))
  await saveSaid(tx, opened.value, {
    kind: 'question',
    byId: actor.personId,
    byName: actor.name,
    day: today,
    words,
  })
  await record(tx, { kind: 'plans.questioned', actor, personId, recordId: objectiveId, payload: { words } })
  return done(null)
}

/** Notes that an action is done, or after all is not. */
export async function markAction(
  tx: OrgTx,
  actor: Actor,
  asked: { personId: Id; objectiveId: Id; actionId: Id; done: boolean },
  today: Day,
): Promise<Outcome<null>> {
  const { personId, objectiveId, actionId } = asked
  if (actor.personId !== personId && !actor.leads.includes(personId)) return refused(NOT_YOURS)
  const opened = await open(tx, actor, { personId, objectiveId, version: null })
  if (!opened.ok) return opened
  const objective = opened.value
  if (objective.state === 'closed') return refused({ message: `${objective.ref} is closed.` })
  if (!standing(objective.actions).some((action) => action.actionId === actionId))
    return refused({ message: 'This action is no longer in the plan.' })
  const actions = objective.actions.map(
    (action): Action =>
      action.actionId === actionId
        ? { ...action, state: asked.done ? 'done' : 'planned', doneOn: asked.done ? today : null }
        : action,
  )
  await saveStored(tx, { ...objective, actions })
  const payload = objective.private ? { private: true } : { actionId, done: asked.done }
  await record(tx, { kind: 'plans.action-marked', actor, personId, recordId: objectiveId, payload })
  return done(null)
}

/** Closes an objective that was never agreed with anybody, or that only the person sees. Agreed ones close at a review. */
export async function closeOwn(
  tx: OrgTx,
  actor: Actor,
  asked: { personId: Id; objectiveId: Id; version: number; as: ClosedAs },
  today: Day,
): Promise<Outcome<null>> {
  const { personId, objectiveId } = asked
  if (actor.personId !== personId) return refused(NOT_YOURS)
  const opened = await open(tx, actor, asked)
  if (!opened.ok) return opened
  const objective = opened.value
  if (objective.agreedOn && !objective.private)
    return refused({
      message: `${objective.ref} was agreed. Close it at a review, where you say what came of it.`,
    })
  const closed = next(tx, actor, objective, { state: 'closed', closedAs: asked.as, closedOn: today })
  await saveStored(tx, closed)
  await record(tx, { kind: 'plans.closed', actor, personId, recordId: objectiveId, payload: kept(closed) })
  return done(null)
}

/** Takes a change back that is not agreed yet: the objective stands again as the plan in force has it. */
export async function takeBackChange(
  tx: OrgTx,
  actor: Actor,
  asked: { personId: Id; objectiveId: Id; version: number },
): Promise<Outcome<null>> {
  const { personId, objectiveId } = asked
  if (actor.personId !== personId) return refused(NOT_YOURS)
  const opened = await open(tx, actor, asked)
  if (!opened.ok) return opened
  const agreed = (await agreedNow(tx, personId)).find((one) => one.objectiveId === objectiveId)
  if (!agreed || opened.value.state === 'agreed')
    return refused({ message: 'There is no change to take back.' })
  const back = await stoodAgain(tx, actor, opened.value, agreed)
  await saveStored(tx, back)
  await record(tx, {
    kind: 'plans.change-taken-back',
    actor,
    personId,
    recordId: objectiveId,
    payload: kept(back),
  })
  return done(null)
}
