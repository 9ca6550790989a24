import type { Actor } from '../../kernel/actor.ts'
import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import type { OrgTx } from '../../shell/db.ts'
import { type Aspiration, findAspiration } from '../careers/careers.ts'
import { listObjectives, maySee } from './read.ts'
import type { Objective } from './rules/objective.ts'
import { withoutUnseen } from './rules/order.ts'
import { listStored } from './store/objectives.ts'
import {
  findContent,
  listReviewDays,
  listVersions,
  type PlannedReview,
  type PlanVersion,
} from './store/plan.ts'
import { listAll, type Priority } from './store/priorities.ts'

export type { SmartReading } from '../../kernel/smart.ts'
export { agree, firstPlanAgreed } from './agree.ts'
export { amendPlan, noteReview, type ReviewChange } from './amend.ts'
export { decideBudget } from './budget.ts'
export { yearOf } from './carry.ts'
export { decline } from './decline.ts'
export { saveDraft } from './draft.ts'
export { moveObjective } from './order.ts'
export { planShown } from './plan-shown.ts'
export { addPriority, changePriority, endPriority, listPriorities, priorityChanged } from './priorities.ts'
export { noteProgress } from './progress.ts'
export { bandItems } from './rules/bands.ts'
export type { ObjectiveDiff, PlanChange } from './rules/diff.ts'
export { figureWords, SIGNS } from './rules/figures.ts'
export {
  type Action,
  type Cause,
  lateBy,
  type Objective,
  type ObjectiveState,
  type ObjectiveUnit,
  unmetLetters,
} from './rules/objective.ts'

export {
  closeOwn,
  markAction,
  propose,
  question,
  takeBackChange,
} from './steps.ts'
export type { PlannedReview, PlanVersion } from './store/plan.ts'
export type { Priority } from './store/priorities.ts'
export { isWaiting, offerTemplate, saveTemplate, templatesFor } from './templates.ts'

/** A person's plan as its viewer may see it. */
export type Plan = {
  /** The version in force; 0 while none is agreed. */
  version: number
  agreedOn: Day | null
  objectives: Objective[]
  /** The organisation's priorities in force today. */
  priorities: Priority[]
  aspiration: Aspiration | null
  /** Newest first. */
  versions: PlanVersion[]
  /** Every review that the plan knows of, held or to come. */
  reviews: PlannedReview[]
  nextReviewOn: Day | null
}

/** The plan of a person: what only they may see is there for nobody else, nor counted. */
export async function planOf(tx: OrgTx, personId: Id, viewer: Actor, today: Day): Promise<Plan> {
  const versions = readable(await listVersions(tx, personId), personId, viewer)
  const reviews = await listReviewDays(tx, personId)
  return {
    version: versions[0]?.version ?? 0,
    agreedOn: versions[0]?.agreedOn ?? null,
    objectives: await listObjectives(tx, personId, viewer, today),
    priorities: (await listAll(tx)).filter((priority) => inForce(priority, today)),
    aspiration: await findAspiration(tx, personId, viewer),
    versions,
    reviews,
    nextReviewOn: reviews.find((review) => !review.held)?.day ?? null,
  }
}

/**
 * The plan as it belongs in the account of a person's development: with `onlyYou` all of it for the person; else what
 * whoever the account is handed to may read, so the person's own leaves out what only their leader reads too.
 * Source: mission.md A9; domain.md 8.7.
 */
export async function planOfAccount(
  tx: OrgTx,
  personId: Id,
  viewer: Actor,
  today: Day,
  onlyYou: boolean,
): Promise<Plan> {
  const plan = await planOf(tx, personId, viewer, today)
  if (viewer.personId !== personId || onlyYou) return plan
  const reader = { ...viewer, personId: '', leads: [], assesses: [personId] }
  return {
    ...plan,
    objectives: plan.objectives.filter(maySee(reader)),
    versions: readable(plan.versions, personId, reader),
  }
}

/** The objectives of a person that a viewer may not know of, for whoever shows records that name objectives. */
export async function withheldFrom(tx: OrgTx, personId: Id, viewer: Actor): Promise<ReadonlySet<Id>> {
  const hidden = (await listStored(tx, personId)).filter((one) => !maySee(viewer)(one))
  return new Set(hidden.map(({ objectiveId }) => objectiveId))
}

/** One objective; null where there is none, or none that the viewer may know of. */
export async function findObjective(
  tx: OrgTx,
  personId: Id,
  objectiveId: Id,
  viewer: Actor,
  today: Day,
): Promise<Objective | null> {
  const all = await listObjectives(tx, personId, viewer, today)
  return all.find((objective) => objective.objectiveId === objectiveId) ?? null
}

/** The objectives of a version of a plan, as they were agreed and the viewer may see them; none where there is no such version. */
export async function planAt(tx: OrgTx, personId: Id, version: number, viewer: Actor): Promise<Objective[]> {
  const content = (await findContent(tx, personId, version)) ?? []
  return withoutUnseen(content.filter(maySee(viewer)))
}

/** The version that was in force on a day, of those given, newest first; null where none was agreed by then. */
export function versionOn(versions: readonly PlanVersion[], day: Day): PlanVersion | null {
  return versions.find(({ agreedOn }) => agreedOn <= day) ?? null
}

/** Versions with the changes that a viewer may read; one that changed nothing else is none for them. */
function readable(versions: readonly PlanVersion[], personId: Id, viewer: Actor): PlanVersion[] {
  return versions.flatMap((version) => {
    const changes = version.changes.filter(({ sharing = 'assessor' }) =>
      maySee(viewer)({ sharing, personId }),
    )
    return changes.length > 0 || version.changes.length === 0 ? [{ ...version, changes }] : []
  })
}

function inForce(priority: Priority, today: Day): boolean {
  return priority.from <= today && (priority.to === null || priority.to >= today)
}
