import type { Actor } from '../../kernel/actor.ts'
import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import { done, type Outcome, refused } from '../../kernel/outcome.ts'
import type { OrgTx } from '../../shell/db.ts'
import { record } from '../history/history.ts'
import { findPerson, listPeople } from '../people/people.ts'
import { kept, next } from './opened.ts'
import { withReadings } from './read.ts'
import { type AskedChange, applyChange, checkChange } from './rules/amend.ts'
import type { Objective } from './rules/objective.ts'
import { listStored, lockPlan, type StoredObjective, saveStored } from './store/objectives.ts'
import { listVersions, type PlannedReview, saveReviewDay } from './store/plan.ts'
import { makeVersion } from './versions.ts'

/** What a review asks to change; new actions get their identifiers here. */
export type ReviewChange = Omit<AskedChange, 'addActions'> & {
  addActions?: readonly { what: string; owner: string; by: Day | null }[]
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
    const amended = next(tx, actor, objective, { amendedOn: today })
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
