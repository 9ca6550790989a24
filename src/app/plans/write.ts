import type { Actor } from '../../kernel/actor.ts'
import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import { done, type Outcome, type Refusal, refused } from '../../kernel/outcome.ts'
import type { OrgTx } from '../../shell/db.ts'
import { findNeed } from '../assessments/assessments.ts'
import { record } from '../history/history.ts'
import { listPeople } from '../people/people.ts'
import { completeMeasure } from './basis.ts'
import { overtakenBy } from './overtaken.ts'
import {
  type Action,
  type ActionFields,
  type Cause,
  type ClosedAs,
  checkDraft,
  checkProposal,
  type ObjectiveFields,
  titleOf,
} from './rules/objective.ts'
import {
  listStored,
  lockPlan,
  nextNumber,
  type StoredObjective,
  saveSaid,
  saveStored,
} from './store/objectives.ts'
import { findAspiration, findContent, listVersions, saveAspiration } from './store/plan.ts'
import { listAll } from './store/priorities.ts'

const NOT_YOURS = { message: 'Only the person can write their objectives.' }
const GONE = { message: 'This objective is no longer here.' }

/** What history keeps of an objective: of what only the person may see, that it changed and no more. */
export function kept(objective: StoredObjective): object {
  if (objective.private) return { private: true }
  const { basis: _, changedAt: __, changedBy: ___, ...rest } = objective
  return rest
}

/**
 * Saves what a person writes of an objective, finished or not, as a draft. One that was agreed becomes a draft again,
 * with the cause of the change; what was agreed stays in the plan's versions until the change is agreed.
 * @param asked `objectiveId` null for a new one; `version` is the one the writer saw
 * @returns its identifier; refusals name the fields of the form
 */
export async function saveDraft(
  tx: OrgTx,
  actor: Actor,
  asked: {
    personId: Id
    objectiveId: Id | null
    version: number | null
    fields: ObjectiveFields
    cause: Cause | null
    causeReason: string
  },
  today: Day,
): Promise<Outcome<Id>> {
  const { personId, fields } = asked
  if (actor.personId !== personId) return refused(NOT_YOURS)
  await lockPlan(tx, personId)
  const all = await listStored(tx, personId)
  const old = all.find((one) => one.objectiveId === asked.objectiveId)
  if (asked.objectiveId && !old) return refused(GONE)
  if (old && old.version !== asked.version) return refused(await overtakenBy(tx, old))
  if (old?.state === 'closed')
    return refused({ message: `${old.ref} is closed. Make a new objective instead.` })
  const wasAgreed = old !== undefined && old.agreedOn !== null && !old.private
  const cause = asked.cause ?? old?.cause ?? null
  const causeReason = asked.causeReason || old?.causeReason || null
  const refusals = [
    ...checkDraft(fields),
    ...(await checkLinks(tx, actor, asked.personId, fields)),
    ...(wasAgreed ? checkCause(cause, causeReason) : []),
    ...(wasAgreed && fields.private
      ? [
          {
            field: 'kind',
            message: `${old.ref} was agreed and is in the plan for others to read. Make a new one.`,
          },
        ]
      : []),
  ]
  if (refusals.length > 0) return refused(...refusals)
  const actions = await readActions(tx, fields.actions, old?.actions ?? [])
  const { actions: _, ...words } = fields
  const objective: StoredObjective = {
    ...words,
    ...(await completeMeasure(tx, personId, fields, today)),
    title: titleOf(fields),
    objectiveId: old?.objectiveId ?? tx.newId(),
    ref: old?.ref ?? `O-${await nextNumber(tx, personId)}`,
    personId,
    priority: (await listAll(tx)).find((one) => one.priorityId === fields.priorityId)?.title ?? null,
    state: old?.private && fields.private && old.state === 'agreed' ? 'agreed' : 'draft',
    unmetReason: null,
    actions,
    version: (old?.version ?? 0) + 1,
    madeOn: old?.madeOn ?? today,
    proposedOn: null,
    agreedOn: old && (wasAgreed || fields.private) ? old.agreedOn : null,
    agreedAlone: old?.agreedAlone ?? false,
    closedOn: null,
    closedAs: null,
    cause: wasAgreed ? cause : null,
    causeReason: wasAgreed ? causeReason : null,
    changedAt: tx.now,
    changedBy: actor.personId,
  }
  await saveStored(tx, objective)
  await record(tx, {
    kind: 'plans.saved',
    actor,
    personId,
    recordId: objective.objectiveId,
    payload: kept(objective),
  })
  return done(objective.objectiveId)
}

function checkCause(cause: Cause | null, reason: string | null): Refusal[] {
  if (!cause)
    return [{ field: 'cause', message: 'Say what caused the change: the plan was agreed as it was.' }]
  return cause === 'other' && !reason
    ? [{ field: 'cause-reason', message: 'Say in a few words why it changes.' }]
    : []
}

async function checkLinks(
  tx: OrgTx,
  actor: Actor,
  personId: Id,
  fields: ObjectiveFields,
): Promise<Refusal[]> {
  const need = fields.needId ? await findNeed(tx, personId, fields.needId, actor) : null
  const refusals: Refusal[] = []
  if (fields.needId && !need) refusals.push({ field: 'need', message: 'Choose one of your needs.' })
  if (need?.private && !fields.private)
    refusals.push({
      field: 'kind',
      message: 'The need it closes is only yours, so the objective is too: keep it personal and unshared.',
    })
  if (fields.priorityId && !(await listAll(tx)).some((one) => one.priorityId === fields.priorityId))
    refusals.push({ field: 'priority', message: 'Choose a priority of the list.' })
  if (fields.servesAspiration && !(await findAspiration(tx, personId)))
    refusals.push({
      field: 'aspiration',
      message: 'You have not yet said where you want to go. Say it on the plan page first.',
    })
  return refusals
}

/** The actions as written: each keeps its state; one agreed before and left out now is dropped, not lost. */
async function readActions(
  tx: OrgTx,
  written: readonly ActionFields[],
  before: readonly Action[],
): Promise<Action[]> {
  const ids = new Map((await listPeople(tx)).map((person) => [person.name.toLowerCase(), person.personId]))
  const earlier = new Map(before.map((action) => [action.actionId, action]))
  const shown = written.flatMap(({ actionId, what, owner, by, drop }): Action[] => {
    const old = actionId ? earlier.get(actionId) : undefined
    if (!old && (!what || drop)) return []
    const state = drop || !what ? 'dropped' : old?.state === 'dropped' ? 'planned' : (old?.state ?? 'planned')
    return [
      {
        actionId: old?.actionId ?? tx.newId(),
        what: what || (old?.what ?? ''),
        owner,
        ownerId: ids.get(owner.toLowerCase()) ?? null,
        by,
        state,
        doneOn: state === 'done' ? (old?.doneOn ?? null) : null,
      },
    ]
  })
  const named = new Set(shown.map((action) => action.actionId))
  return [...shown, ...before.filter((action) => !named.has(action.actionId))]
}

/** One objective of a person to act on, locked; or why not. `version` is the one the actor saw. */
export async function open(
  tx: OrgTx,
  actor: Actor,
  asked: { personId: Id; objectiveId: Id; version: number | null },
): Promise<Outcome<StoredObjective>> {
  await lockPlan(tx, asked.personId)
  const all = await listStored(tx, asked.personId)
  const objective = all.find((one) => one.objectiveId === asked.objectiveId)
  if (!objective || (objective.private && actor.personId !== asked.personId)) return refused(GONE)
  if (asked.version !== null && objective.version !== asked.version)
    return refused(await overtakenBy(tx, objective))
  return done(objective)
}

/** An objective with what changed in it, under its next version. */
export function next(
  tx: OrgTx,
  actor: Actor,
  objective: StoredObjective,
  change: Partial<StoredObjective>,
): StoredObjective {
  return {
    ...objective,
    ...change,
    version: objective.version + 1,
    changedAt: tx.now,
    changedBy: actor.personId,
  }
}

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
  const refusals = checkProposal(objective)
  if (refusals.length > 0) return refused(...refusals)
  await saveStored(tx, next(tx, actor, objective, { state: 'proposed', proposedOn: today }))
  const { words, personId, objectiveId } = asked
  await saveSaid(tx, objectiveId, {
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
  await saveStored(tx, next(tx, actor, opened.value, { state: 'questioned' }))
  await saveSaid(tx, objectiveId, {
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
  if (!objective.actions.some((action) => action.actionId === actionId))
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
  const [latest] = await listVersions(tx, personId)
  const content = latest ? await findContent(tx, personId, latest.version) : null
  const agreed = content?.find((one) => one.objectiveId === objectiveId)
  if (!agreed || opened.value.state === 'agreed')
    return refused({ message: 'There is no change to take back.' })
  const { reading: _, ...rest } = agreed
  const current = new Map(opened.value.actions.map((action) => [action.actionId, action]))
  const actions = rest.actions.map((action): Action => {
    const now = current.get(action.actionId)
    return now?.state === 'done' ? { ...action, state: 'done', doneOn: now.doneOn } : action
  })
  const back = next(tx, actor, opened.value, { ...rest, actions })
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

/** Keeps where a person wants to go, in their own words; none takes it away. */
export async function sayAspiration(
  tx: OrgTx,
  actor: Actor,
  asked: { personId: Id; words: string },
  today: Day,
): Promise<Outcome<null>> {
  const { personId, words } = asked
  if (actor.personId !== personId) return refused(NOT_YOURS)
  if (words.length > 300)
    return refused({ field: 'aspiration', message: 'Keep it under 300 characters: one sentence is best.' })
  await saveAspiration(tx, personId, words ? { words, since: today } : null)
  await record(tx, { kind: 'plans.aspiration', actor, personId, recordId: personId, payload: { words } })
  return done(null)
}
