import type { Actor } from '../../kernel/actor.ts'
import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import { done, type Outcome, type Refusal, refused } from '../../kernel/outcome.ts'
import { listing } from '../../kernel/text.ts'
import type { OrgTx } from '../../shell/db.ts'
import { listNeeds } from '../assessments/assessments.ts'
import { record } from '../history/history.ts'
import { findPerson, listPeople } from '../people/people.ts'
import { overtakenBy } from './overtaken.ts'
import { withReadings } from './read.ts'
import { type AskedChange, applyChange, checkChange } from './rules/amend.ts'
import { changesOf, diffPlans, type PlanChange } from './rules/diff.ts'
import { type Cause, checkProposal, type Objective, unmetLetters } from './rules/objective.ts'
import { listStored, lockPlan, type StoredObjective, saveSaid, saveStored } from './store/objectives.ts'
import { findContent, listVersions, type PlannedReview, saveReviewDay, saveVersion } from './store/plan.ts'
import { kept, next } from './write.ts'

/** What a review asks to change; new actions get their identifiers here. */
export type ReviewChange = Omit<AskedChange, 'addActions'> & {
  addActions?: readonly { what: string; owner: string; by: Day | null }[]
}

/**
 * Agrees objectives of a person: those others may read together make one new version of the plan. The leader agrees
 * what is proposed; the person alone agrees what only they see, and where nobody leads them the rest too.
 * @param asked.items each with the version seen, and the reason where letters of SMART are not met
 * @returns the plan's version in force afterwards; refusals name `unmet-ID`
 */
export async function agree(
  tx: OrgTx,
  actor: Actor,
  asked: { personId: Id; items: readonly { objectiveId: Id; version: number; reason: string }[] },
  today: Day,
): Promise<Outcome<number>> {
  const { personId, items } = asked
  const own = actor.personId === personId
  if (!own && !actor.leads.includes(personId))
    return refused({ message: 'Only the person who leads them can agree an objective.' })
  await lockPlan(tx, personId)
  const person = await findPerson(tx, personId)
  const all = withReadings(await listStored(tx, personId), await listNeeds(tx, personId, actor), today)
  const refusals: Refusal[] = []
  const agreed: Objective[] = []
  for (const { objectiveId, version, reason } of items) {
    const objective = all.find((one) => one.objectiveId === objectiveId)
    if (!objective || (objective.private && !own)) {
      refusals.push({ message: 'This objective is no longer here.' })
      continue
    }
    const why =
      objective.version === version
        ? await whyNot(objective, { own, leader: person?.leader ?? null, reason })
        : [await overtakenBy(tx, objective)]
    refusals.push(...why)
    const unmet = unmetLetters(objective.reading).length > 0
    agreed.push({ ...objective, unmetReason: unmet ? reason : null })
  }
  if (refusals.length > 0) return refused(...refusals)
  const alone = own
  for (const objective of agreed) {
    const { reading: _, ...stored } = objective
    const settled = next(tx, actor, stored, {
      state: 'agreed',
      agreedOn: today,
      agreedAlone: alone,
      cause: null,
      causeReason: null,
    })
    await saveStored(tx, settled)
    await saveSaid(tx, objective.objectiveId, {
      kind: 'agreement',
      byId: actor.personId,
      byName: actor.name,
      day: today,
      words: objective.unmetReason ?? '',
    })
    await record(tx, {
      kind: 'plans.agreed',
      actor,
      personId,
      recordId: objective.objectiveId,
      payload: kept(settled),
    })
  }
  const causes = new Map(
    agreed.flatMap(({ objectiveId, cause, causeReason }) =>
      cause ? [[objectiveId, { cause, reason: causeReason ?? '' }] as const] : [],
    ),
  )
  const shared = agreed.some((objective) => !objective.private)
  if (!shared) return done((await listVersions(tx, personId))[0]?.version ?? 0)
  return done(await makeVersion(tx, actor, { personId, alone, reviewId: null, causes }, today))
}

function whyNot(
  objective: Objective,
  by: { own: boolean; leader: string | null; reason: string },
): Refusal[] {
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
  return [...checkProposal(objective), ...reasoned]
}

/** Keeps the plan as it is agreed now, as the next version. What only the person sees is never part of it. */
async function makeVersion(
  tx: OrgTx,
  actor: Actor,
  asked: {
    personId: Id
    alone: boolean
    reviewId: Id | null
    causes: ReadonlyMap<Id, { cause: Cause; reason: string }>
  },
  today: Day,
): Promise<number> {
  const { personId, alone, reviewId, causes } = asked
  const [latest] = await listVersions(tx, personId)
  const before = latest ? ((await findContent(tx, personId, latest.version)) ?? []) : []
  const content = await inPlan(tx, actor, personId, before, today)
  const version = (latest?.version ?? 0) + 1
  const changes = changesOf(diffPlans(before, content), causes)
  const agreedBy = actor.personId
  const agreedByName = actor.name
  await saveVersion(tx, personId, {
    version,
    agreedOn: today,
    agreedBy,
    agreedByName,
    alone,
    reviewId,
    changes,
    content,
  })
  await record(tx, {
    kind: 'plans.version',
    actor,
    personId,
    recordId: personId,
    payload: { version, reviewId, alone, changes },
  })
  return version
}

/** The agreed objectives; one that is being changed stands as it was agreed last. */
async function inPlan(
  tx: OrgTx,
  actor: Actor,
  personId: Id,
  before: readonly Objective[],
  today: Day,
): Promise<Objective[]> {
  const stored = (await listStored(tx, personId)).filter((one) => !one.private && one.agreedOn !== null)
  const now = withReadings(stored, await listNeeds(tx, personId, actor), today)
  return now.flatMap((objective) =>
    objective.state === 'agreed' || objective.state === 'closed'
      ? [objective]
      : before.filter((one) => one.objectiveId === objective.objectiveId),
  )
}

async function changed(
  tx: OrgTx,
  personId: Id,
  changes: readonly ReviewChange[],
  today: Day,
): Promise<Outcome<{ before: StoredObjective[]; after: Objective[] }>> {
  const before = await listStored(tx, personId)
  const ids = new Map((await listPeople(tx)).map((person) => [person.name.toLowerCase(), person.personId]))
  const refusals = changes.flatMap((change) =>
    checkChange(
      before.find((one) => one.objectiveId === change.objectiveId),
      { ...change, addActions: [] },
      today,
    ),
  )
  if (refusals.length > 0) return refused(...refusals)
  const after = new Map(withReadings(before, [], today).map((one) => [one.objectiveId, one]))
  for (const change of changes) {
    const objective = after.get(change.objectiveId)
    if (!objective) continue
    const addActions = (change.addActions ?? []).map((action) => ({
      ...action,
      actionId: tx.newId(),
      ownerId: ids.get(action.owner.toLowerCase()) ?? null,
    }))
    after.set(change.objectiveId, applyChange(objective, { ...change, addActions }, today))
  }
  return done({ before, after: [...after.values()].filter((one) => !one.private) })
}

const causesOf = (changes: readonly ReviewChange[]) =>
  new Map(changes.map(({ objectiveId, cause, reason }) => [objectiveId, { cause, reason }]))

/** What changes would say in words, without making them: for a review that is still open. */
export async function previewChanges(
  tx: OrgTx,
  personId: Id,
  changes: readonly ReviewChange[],
  today: Day,
): Promise<Outcome<PlanChange[]>> {
  const outcome = await changed(tx, personId, changes, today)
  if (!outcome.ok) return outcome
  const { before, after } = outcome.value
  const touched = new Set(changes.map((change) => change.objectiveId))
  const only = <T extends { objectiveId: Id }>(list: readonly T[]) =>
    list.filter((one) => touched.has(one.objectiveId))
  return done(changesOf(diffPlans(only(before), only(after)), causesOf(changes)))
}

/**
 * Changes agreed objectives at a review, each with its cause, and makes the next version of the plan.
 * Without a change there is no new version. Source: mission.md A7.
 * @returns the version in force afterwards; refusals name `cause-ID`, `reason-ID` or `due-ID`
 */
export async function amendPlan(
  tx: OrgTx,
  actor: Actor,
  asked: { personId: Id; changes: readonly ReviewChange[]; reviewId: Id | null },
  today: Day,
): Promise<Outcome<number>> {
  const { personId, changes, reviewId } = asked
  const own = actor.personId === personId
  if (!own && !actor.leads.includes(personId))
    return refused({ message: 'Only the person and the one who leads them can change the plan.' })
  await lockPlan(tx, personId)
  if (changes.length === 0) return done((await listVersions(tx, personId))[0]?.version ?? 0)
  const outcome = await changed(tx, personId, changes, today)
  if (!outcome.ok) return outcome
  const touched = new Set(changes.map((change) => change.objectiveId))
  for (const { reading: _, ...objective } of outcome.value.after) {
    if (!touched.has(objective.objectiveId)) continue
    const amended = next(tx, actor, objective, {})
    await saveStored(tx, amended)
    await record(tx, {
      kind: 'plans.amended',
      actor,
      personId,
      recordId: objective.objectiveId,
      payload: kept(amended),
    })
  }
  const leader = (await findPerson(tx, personId))?.leaderId ?? null
  const alone = own && leader === null
  return done(await makeVersion(tx, actor, { personId, alone, reviewId, causes: causesOf(changes) }, today))
}

/** Tells the plan of a review: when it is to be, or that it was held. Written again as that changes. */
export async function noteReview(tx: OrgTx, personId: Id, review: PlannedReview): Promise<void> {
  await saveReviewDay(tx, personId, review)
}
