import type { Actor } from '../../kernel/actor.ts'
import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import type { OrgTx } from '../../shell/db.ts'
import { type AssessmentSummary, listAssessments } from '../assessments/assessments.ts'
import { listPeople, type Person } from '../people/people.ts'
import { type Objective, type Plan, planOf, yearOf } from '../plans/plans.ts'
import {
  cadenceFor,
  firstReviewOn,
  listReviews,
  type Review,
  type Rhythm,
  rhythmOf,
} from '../reviews/reviews.ts'
import { type RoleProfile, roleOf } from '../roles/roles.ts'
import type { Levels } from './rules/heat.ts'

/** One person of a team, as whoever looks after them may see them. */
export type Member = {
  person: Person
  objectives: Objective[]
  planVersion: number
  proposed: number
  /** How they propose to end their plan year, where that waits for their leader. */
  yearEnd: { name: string; proposedOn: Day } | null
  /** The review that is under way; null where none is. */
  openReview: Review | null
  assessments: AssessmentSummary[]
  role: RoleProfile | null
  levels: Levels
  rhythm: Rhythm
}

/** The people whose records an actor may read, by name: those they lead or assess; for a quality assurer all who have a leader. */
export async function peopleFor(tx: OrgTx, actor: Actor): Promise<Person[]> {
  const all = await listPeople(tx)
  const everybody = actor.standings.includes('quality-assurer')
  return all
    .filter(
      ({ personId, state, leaderId, standings }) =>
        state !== 'left' &&
        personId !== actor.personId &&
        (actor.leads.includes(personId) ||
          actor.assesses.includes(personId) ||
          (everybody && (leaderId !== null || standings.includes('adviser')))),
    )
    .sort((a, b) => a.name.localeCompare(b.name, 'en-GB'))
}

/** Reads what the team page shows of each person, in the order given: all of them together. */
export async function membersOf(
  tx: OrgTx,
  people: readonly Person[],
  viewer: Actor,
  today: Day,
): Promise<Member[]> {
  return Promise.all(people.map((person) => memberOf(tx, person, viewer, today)))
}

async function memberOf(tx: OrgTx, person: Person, viewer: Actor, today: Day): Promise<Member> {
  const { personId } = person
  const role = await roleOf(tx, personId, today)
  const plan = await planOf(tx, personId, viewer, today)
  const { year, end } = await yearOf(tx, personId, viewer, today)
  const begun = plan.reviews.some(({ held, reviewId }) => !held && reviewId !== null)
  const assessments = await listAssessments(tx, personId, viewer)
  const objectives = plan.objectives.filter((objective) => !objective.private)
  return {
    person,
    objectives,
    planVersion: plan.version,
    yearEnd: year && end?.state === 'proposed' ? { name: year.name, proposedOn: end.proposedOn } : null,
    proposed: objectives.filter(({ state }) => state === 'proposed').length,
    openReview: begun
      ? ((await listReviews(tx, personId, viewer)).find(({ state }) => state !== 'closed') ?? null)
      : null,
    assessments,
    role,
    levels: { required: requiredBy(role), agreed: agreedIn(assessments) },
    rhythm: rhythmOf(reviewDays(plan, (await cadenceFor(tx, personId)).weeks), today),
  }
}

/** The days from which a rhythm is read. Where none is booked, a first review is due some weeks after the first agreement. */
export function reviewDays(
  { versions, reviews, nextReviewOn }: Pick<Plan, 'versions' | 'reviews' | 'nextReviewOn'>,
  cadenceWeeks: number,
): { agreedOn: Day | null; heldOn: Day | null; nextOn: Day | null; cadenceWeeks: number } {
  const agreedOn = versions.at(-1)?.agreedOn ?? null
  const heldOn = reviews.filter(({ held }) => held).at(-1)?.day ?? null
  const first = heldOn === null && agreedOn !== null ? firstReviewOn(agreedOn, cadenceWeeks) : null
  return { agreedOn, heldOn, nextOn: nextReviewOn ?? first, cadenceWeeks }
}

function requiredBy(role: RoleProfile | null): Map<Id, number> {
  return new Map(role?.requirements.map(({ competencyId, level }) => [competencyId, level]) ?? [])
}

/** The newest agreed level of each competency, as long as its wording is the one in force. */
function agreedIn(assessments: readonly AssessmentSummary[]): Map<Id, number> {
  const levels = new Map<Id, number>()
  for (const { pass, state, ratings } of assessments)
    if (pass === 'agreed' && state === 'in')
      for (const { competencyId, level, reworded } of ratings)
        if (level !== null && !reworded && !levels.has(competencyId)) levels.set(competencyId, level)
  return levels
}
