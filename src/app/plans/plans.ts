import type { Actor } from '../../kernel/actor.ts'
import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import type { OrgTx } from '../../shell/db.ts'
import { listObjectives } from './read.ts'
import type { Objective } from './rules/objective.ts'
import {
  type Aspiration,
  findAspiration,
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
export { saveDraft } from './draft.ts'
export { addPriority, endPriority, listPriorities } from './priorities.ts'
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
  sayAspiration,
  takeBackChange,
} from './steps.ts'
export type { PlannedReview, PlanVersion } from './store/plan.ts'
export type { Priority } from './store/priorities.ts'

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
  const versions = await listVersions(tx, personId)
  const reviews = await listReviewDays(tx, personId)
  return {
    version: versions[0]?.version ?? 0,
    agreedOn: versions[0]?.agreedOn ?? null,
    objectives: await listObjectives(tx, personId, viewer, today),
    priorities: (await listAll(tx)).filter((priority) => inForce(priority, today)),
    aspiration: await findAspiration(tx, personId),
    versions,
    reviews,
    nextReviewOn: reviews.find((review) => !review.held)?.day ?? null,
  }
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

/** The objectives of a version of a plan, as they were agreed; none where there is no such version. */
export async function planAt(tx: OrgTx, personId: Id, version: number): Promise<Objective[]> {
  return (await findContent(tx, personId, version)) ?? []
}

function inForce(priority: Priority, today: Day): boolean {
  return priority.from <= today && (priority.to === null || priority.to >= today)
}
