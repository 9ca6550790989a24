import type { Actor } from '../../kernel/actor.ts'
import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import type { OrgTx } from '../../shell/db.ts'
import { needTitles } from '../assessments/assessments.ts'
import { listPeople, type Person } from '../people/people.ts'
import { planOf } from '../plans/plans.ts'
import { cadenceFor } from '../reviews/reviews.ts'
import type { ComingReview } from './mends.ts'
import {
  findStale,
  leftToReview,
  lineAbove,
  type StaleFound,
  type StaleSteps,
  stepOf,
  USUAL_STEPS,
} from './rules.ts'
import { findSteps } from './store.ts'

/** Something that waits, with the step it has reached. */
export type Reached = StaleFound & { step: number }

/** After how many days who is shown what waits. */
export async function stepsOf(tx: OrgTx): Promise<StaleSteps> {
  return (await findSteps(tx)) ?? USUAL_STEPS
}

/** Who leads whom, and whom the step reaches. */
export async function linesOf(tx: OrgTx): Promise<(personId: Id) => Id[]> {
  const people = new Map((await listPeople(tx)).map((person) => [person.personId, person]))
  return (personId) => lineAbove(people, personId)
}

/** Everything that waits in somebody's plan, private things too, and how far up each was shown: for the door alone. */
export async function reachedOf(
  tx: OrgTx,
  { person, line }: { person: Person; line: readonly Id[] },
  today: Day,
): Promise<{ reached: Reached[]; coming: ComingReview }> {
  const { personId } = person
  // With the person's own eyes: what only they may see counts, and leaves here for nobody else.
  const own: Actor = { orgId: tx.orgId, personId, name: person.name, standings: [], leads: [], assesses: [] }
  const [plan, needs, cadence, steps] = await Promise.all([
    planOf(tx, personId, own, today),
    needTitles(tx, personId, own),
    cadenceFor(tx, personId),
    stepsOf(tx),
  ])
  const next = plan.reviews.find(({ held }) => !held) ?? null
  const lain = {
    agreedOn: plan.versions.at(-1)?.agreedOn ?? null,
    heldOn: plan.reviews.filter(({ held }) => held).at(-1)?.day ?? null,
    nextOn: next?.day ?? null,
    cadenceWeeks: cadence.weeks,
  }
  const found = findStale({ personId, objectives: plan.objectives, needs, ...lain }, today)
  const ahead = leftToReview(lain, today)
  return {
    reached: found.map((one) => ({ ...one, step: stepOf(one, { steps, line, ahead }, today) })),
    coming: { person, next, today },
  }
}
