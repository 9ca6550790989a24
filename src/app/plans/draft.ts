import type { Actor } from '../../kernel/actor.ts'
import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import { done, type Outcome, type Refusal, refused } from '../../kernel/outcome.ts'
import { isNarrower } from '../../kernel/sharing.ts'
import type { OrgTx } from '../../shell/db.ts'
import { findNeed } from '../assessments/assessments.ts'
import { findAspiration } from '../careers/careers.ts'
import { record } from '../history/history.ts'
import { listPeople } from '../people/people.ts'
import { completeMeasure } from './basis.ts'
import { GONE, kept, NOT_YOURS } from './opened.ts'
import { overtakenBy } from './overtaken.ts'
import { askedAgain } from './rules/budget.ts'
import { checkCause, checkDraft } from './rules/checks.ts'
import {
  type Action,
  type ActionFields,
  type Cause,
  type ObjectiveFields,
  titleOf,
} from './rules/objective.ts'
import { checkAfter } from './rules/order.ts'
import { listStored, lockPlan, type StoredObjective, saveStored } from './store/objectives.ts'
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
  if (old && old.version !== asked.version) return refused(await overtakenBy(tx, actor, old))
  if (old?.state === 'closed')
    return refused({ message: `${old.ref} is closed. Make a new objective instead.` })
  const wasAgreed = old !== undefined && old.agreedOn !== null && !old.private
  const sharing = fields.sharing ?? (fields.private ? 'me' : 'assessor')
  const ids = {
    objectiveId: old?.objectiveId ?? tx.newId(),
    ref: old?.ref ?? `O-${Math.max(0, ...all.map(({ ref }) => Number(ref.slice(2)))) + 1}`,
    afterId: fields.afterId === undefined ? (old?.afterId ?? null) : fields.afterId,
  }
  const cause = asked.cause ?? old?.cause ?? null
  const causeReason = asked.causeReason || old?.causeReason || null
  const refusals = [
    ...checkDraft({ ...fields, sharing }),
    ...(await checkLinks(tx, actor, asked.personId, fields)),
    ...checkAfter(ids, all),
    ...checkReaders({ ...ids, sharing }, all),
    ...(wasAgreed ? checkCause(cause, causeReason) : []),
    ...(wasAgreed && isNarrower(sharing, old.sharing)
      ? [
          {
            field: 'sharing',
            message: `${old.ref} was agreed and is in the plan for others to read. Make a new one.`,
          },
        ]
      : []),
  ]
  if (refusals.length > 0) return refused(...refusals)
  const actions = await readActions(tx, fields.actions, old?.actions ?? [])
  const { actions: _, bands: __, budget: ___, ...words } = fields
  const alone = sharing === 'me'
  const settled = old?.private === true && alone && old.state === 'agreed'
  const first = all.find((one) => one.objectiveId === ids.afterId)
  const objective: StoredObjective = {
    ...words,
    ...ids,
    ...(await completeMeasure(tx, personId, fields, today)),
    title: titleOf(fields),
    personId,
    sharing,
    private: alone,
    bands: fields.bands ?? old?.bands ?? { partly: '', met: '', exceeded: '' },
    budget:
      fields.budget === undefined ? (old?.budget ?? null) : askedAgain(fields.budget, old?.budget ?? null),
    after: first?.ref ?? null,
    place: old?.place ?? Math.max(0, ...all.map(({ place }) => place)) + 1,
    priority: (await listAll(tx)).find((one) => one.priorityId === fields.priorityId)?.title ?? null,
    state: settled ? 'agreed' : 'draft',
    unmetReason: null,
    actions,
    version: (old?.version ?? 0) + 1,
    madeOn: old?.madeOn ?? today,
    proposedOn: null,
    agreedOn: old && (wasAgreed || alone) ? old.agreedOn : null,
    amendedOn: settled ? today : wasAgreed ? old.amendedOn : null,
    // Why it was declined was said to those who could read it then.
    declined: old && !isNarrower(old.sharing, sharing) ? old.declined : null,
    agreedAlone: old?.agreedAlone ?? false,
    closedOn: null,
    closedAs: null,
    cause: alone ? null : cause,
    causeReason: alone ? null : causeReason,
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

/** Whoever reads an objective may read the one that it comes after; so neither may become less open than it has to be. */
function checkReaders(
  one: Pick<StoredObjective, 'objectiveId' | 'afterId' | 'sharing'>,
  all: readonly StoredObjective[],
): Refusal[] {
  const first = all.find(({ objectiveId }) => objectiveId === one.afterId)
  if (first && isNarrower(first.sharing, one.sharing))
    return [
      {
        field: 'after',
        message: `Fewer people may read ${first.ref} than this one, so this one cannot come after it.`,
      },
    ]
  const next = all.find(
    ({ afterId, sharing, state }) =>
      afterId === one.objectiveId && state !== 'closed' && isNarrower(one.sharing, sharing),
  )
  return next
    ? [{ field: 'sharing', message: `${next.ref} comes after this one, and more people may read it.` }]
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
  if (fields.servesAspiration && !(await findAspiration(tx, personId, actor)))
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
  const shown = written.flatMap(({ actionId, what, owner, by, drop, withWhom, way }): Action[] => {
    const old = actionId ? earlier.get(actionId) : undefined
    if (!old && (!what || drop)) return []
    const state = drop || !what ? 'dropped' : old?.state === 'dropped' ? 'planned' : (old?.state ?? 'planned')
    return [
      {
        actionId: old?.actionId ?? tx.newId(),
        what: what || (old?.what ?? ''),
        owner,
        ownerId: ids.get(owner.toLowerCase()) ?? null,
        withWhom: withWhom ?? old?.withWhom ?? '',
        way: way === undefined ? (old?.way ?? null) : way,
        by,
        state,
        doneOn: state === 'done' ? (old?.doneOn ?? null) : null,
      },
    ]
  })
  const named = new Set(shown.map((action) => action.actionId))
  return [...shown, ...before.filter((action) => !named.has(action.actionId))]
}
