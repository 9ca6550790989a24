import type { Actor } from '../../kernel/actor.ts'
import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import { done, type Outcome, type Refusal, refused } from '../../kernel/outcome.ts'
import type { OrgTx } from '../../shell/db.ts'
import { findNeed } from '../assessments/assessments.ts'
import { record } from '../history/history.ts'
import { listPeople } from '../people/people.ts'
import { completeMeasure } from './basis.ts'
import { GONE, kept, NOT_YOURS } from './opened.ts'
import { overtakenBy } from './overtaken.ts'
import {
  type Action,
  type ActionFields,
  type Cause,
  checkDraft,
  type ObjectiveFields,
  titleOf,
} from './rules/objective.ts'
import { listStored, lockPlan, nextNumber, type StoredObjective, saveStored } from './store/objectives.ts'
import { findAspiration } from './store/plan.ts'
import { listAll } from './store/priorities.ts'

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
