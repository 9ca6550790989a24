import type { Actor } from '../../kernel/actor.ts'
import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import { done, type Outcome, type Refusal, refused } from '../../kernel/outcome.ts'
import { listing } from '../../kernel/text.ts'
import type { OrgTx } from '../../shell/db.ts'
import { event } from '../../shell/events.ts'
import { needTitles } from '../assessments/assessments.ts'
import { record } from '../history/history.ts'
import { findPerson } from '../people/people.ts'
import { readBy } from './basis.ts'
import { kept, next } from './opened.ts'
import { overtakenBy } from './overtaken.ts'
import { maySee, withReadings } from './read.ts'
import { checkDecision, type Decision, decided } from './rules/budget.ts'
import { checkCause, checkProposal, checkSaid } from './rules/checks.ts'
import { type Objective, unmetLetters } from './rules/objective.ts'
import { requestOf, without } from './rules/request.ts'
import { listStored, lockPlan, type StoredObjective, saveStored } from './store/objectives.ts'
import { listVersions } from './store/plan.ts'
import { saveSaid } from './store/said.ts'
import { agreedNow, makeVersion } from './versions.ts'

/** A plan was agreed for the first time: later capabilities react in the same transaction. */
export const firstPlanAgreed = event<{ personId: Id; day: Day }>()

/** What is agreed of one objective. */
export type Agreed = {
  objectiveId: Id
  /** The version that whoever agrees saw. */
  version: number
  /** Why it is agreed, where letters of SMART are not met. */
  reason: string
  /** Items of a change, by their keys, that are declined, and why; those stand as they were agreed. */
  declined?: { keys: readonly string[]; reason: string }
  /** About the money it asks for; left out, that waits. */
  budget?: Decision
}

/**
 * Agrees objectives of a person: those others may read together make one new version of the plan. The leader agrees
 * what is proposed; the person alone agrees what only they see, and where nobody leads them the rest too.
 * @returns the plan's version in force afterwards; refusals name `unmet-ID`, `decline-items` or `budget-reason`
 */
export async function agree(
  tx: OrgTx,
  actor: Actor,
  asked: { personId: Id; items: readonly Agreed[] },
  today: Day,
): Promise<Outcome<number>> {
  const { personId, items } = asked
  const own = actor.personId === personId
  if (!own && !actor.leads.includes(personId))
    return refused({ message: 'Only the person who leads them can agree an objective.' })
  await lockPlan(tx, personId)
  const person = await findPerson(tx, personId)
  const [latest] = await listVersions(tx, personId)
  const before = new Map((await agreedNow(tx, personId)).map((one) => [one.objectiveId, one]))
  const by = { actor, own, leader: person?.leader ?? null, today, later: latest !== undefined }
  const asItIs = new Map((await listStored(tx, personId)).map((one) => [one.objectiveId, one]))
  const settled = new Map(asItIs)
  for (const item of items) {
    const one = asItIs.get(item.objectiveId)
    if (one) settled.set(item.objectiveId, settle(one, item, before.get(item.objectiveId), by))
  }
  const all = withReadings(
    [...settled.values()],
    await needTitles(tx, personId, actor),
    today,
    await readBy(tx, personId),
  )
  const refusals: Refusal[] = []
  const agreed: Objective[] = []
  for (const item of items) {
    const objective = all.find((one) => one.objectiveId === item.objectiveId)
    const asked = asItIs.get(item.objectiveId)
    if (!objective || !asked || !maySee(actor)(objective)) {
      refusals.push({ message: 'This objective is no longer here.' })
      continue
    }
    const why =
      objective.version === item.version
        ? [
            ...whyNot(objective, { ...by, ...item }),
            ...whyNotItems(asked, item, before.get(item.objectiveId), own),
          ]
        : [await overtakenBy(tx, actor, objective)]
    refusals.push(...why)
    const unmet = unmetLetters(objective.reading).length > 0
    agreed.push({ ...objective, unmetReason: unmet ? item.reason : null })
  }
  if (refusals.length > 0) return refused(...refusals)
  for (const objective of agreed) await keep(tx, actor, objective, own, today)
  const causes = new Map(latest ? agreed.map((one) => [one.objectiveId, causeOf(one)]) : [])
  const shared = agreed.some((objective) => !objective.private)
  if (!shared) return done(latest?.version ?? 0)
  const made = await makeVersion(tx, actor, { personId, alone: own, reviewId: null, causes }, today)
  if (made === 1) await firstPlanAgreed.happen(tx, { personId, day: today })
  return done(made)
}

/** What was proposed together with the first version, and agreed after it, was asked for no cause then. */
const causeOf = ({ cause, causeReason }: Objective) =>
  cause
    ? { cause, reason: causeReason ?? '' }
    : { cause: 'other' as const, reason: 'it was written before the first version was agreed' }

type By = { actor: Actor; own: boolean; leader: string | null; today: Day; later: boolean }

/** An objective as it is agreed: without the items that are declined, with the money decided about. */
function settle(
  one: StoredObjective,
  { declined, budget }: Agreed,
  before: Objective | undefined,
  { actor, own, today }: By,
): StoredObjective {
  if (own) return one
  const fallen = before ? requestOf(before, one).filter(({ key }) => declined?.keys.includes(key)) : []
  const kept = before && declined ? without(one, before, declined.keys) : one
  const money = kept.budget && budget ? decided(kept.budget, budget, actor.name, today) : kept.budget
  return {
    ...kept,
    budget: money,
    declined:
      fallen.length > 0
        ? {
            on: today,
            by: actor.name,
            reason: declined?.reason ?? '',
            asked: fallen.map(({ words }) => words).join('; '),
          }
        : null,
  }
}

/** Why what is agreed and what is declined of it do not go together. */
function whyNotItems(
  asked: StoredObjective,
  { declined, budget }: Agreed,
  before: Objective | undefined,
  own: boolean,
): Refusal[] {
  if (own) return []
  const refusals = budget ? checkDecision(asked.budget, budget) : []
  if (!declined || declined.keys.length === 0 || !before) return refusals
  if (!declined.reason)
    refusals.push({
      field: 'decline-items',
      message: 'Say why you decline what is not ticked: both of you read it.',
    })
  refusals.push(...checkSaid('decline-items', declined.reason))
  const left = requestOf(before, without(asked, before, declined.keys))
  if (left.length === 0)
    refusals.push({ message: 'Nothing is left to agree. Decline the whole change, or tick what you agree.' })
  return refusals
}

/** Keeps one objective as agreed, with what was said and the history. */
async function keep(
  tx: OrgTx,
  actor: Actor,
  objective: Objective,
  agreedAlone: boolean,
  today: Day,
): Promise<void> {
  const { reading: _, ...stored } = objective
  const { agreedOn, declined, personId, objectiveId } = stored
  const settled = next(tx, actor, stored, {
    state: 'agreed',
    agreedOn: agreedOn ?? today,
    amendedOn: agreedOn ? today : null,
    agreedAlone,
    cause: null,
    causeReason: null,
  })
  await saveStored(tx, settled)
  const by = { byId: actor.personId, byName: actor.name, day: today }
  await saveSaid(tx, settled, { ...by, kind: 'agreement', words: objective.unmetReason ?? '' })
  if (declined)
    await saveSaid(tx, settled, {
      ...by,
      kind: 'decline',
      words: `${declined.asked}: ${declined.reason}`,
    })
  await record(tx, {
    kind: 'plans.agreed',
    actor,
    personId,
    recordId: objectiveId,
    payload: kept(settled),
  })
}

function whyNot(objective: Objective, by: By & { reason: string }): Refusal[] {
  const { ref, state, objectiveId } = objective
  if (state === 'agreed' || state === 'closed') return [{ message: `${ref} is ${state} already.` }]
  if (by.own && !objective.private && by.leader)
    return [
      {
        message: `${by.leader} agrees ${ref}: propose it. Nobody agrees with themself while somebody leads them.`,
      },
    ]
  if (!by.own && state !== 'proposed')
    return [{ message: `${ref} is not proposed now, so it cannot be agreed.` }]
  const unmet = unmetLetters(objective.reading)
  const reasoned: Refusal[] =
    unmet.length > 0 && !by.reason
      ? [
          {
            field: `unmet-${objectiveId}`,
            message: `${ref} is not yet ${listing(unmet).toLowerCase()}. Say why you agree it all the same.`,
          },
        ]
      : []
  const isAdded = by.own && by.later && !objective.private && objective.agreedOn === null
  const caused = isAdded ? checkCause(objective.cause, objective.causeReason, 'added') : []
  const long = checkSaid(`unmet-${objective.objectiveId}`, by.reason)
  return [...checkProposal(objective), ...caused, ...reasoned, ...long]
}
