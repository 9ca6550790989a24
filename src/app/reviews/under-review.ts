import type { Objective } from '../plans/plans.ts'

/** Objectives that a review goes through: agreed ones, also while a change to them waits for agreement. */
export function underReview(objectives: readonly Objective[]): Objective[] {
  return objectives.filter(
    ({ state, agreedOn }) => state === 'agreed' || (agreedOn !== null && state !== 'closed'),
  )
}
