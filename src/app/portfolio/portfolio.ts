import type { Actor } from '../../kernel/actor.ts'
import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import type { OrgTx } from '../../shell/db.ts'
import {
  type AssessmentSummary,
  listAssessments,
  type Need,
  needsOfAccount,
} from '../assessments/assessments.ts'
import { type Decision, listDecisions, standing } from '../decisions/decisions.ts'
import { type EvidenceItem, listEvidence } from '../evidence/evidence.ts'
import { type Competency, listCompetencies } from '../frameworks/frameworks.ts'
import { type Figure, figureOf } from '../measures/measures.ts'
import { type Objective, type Plan, type PlanChange, planOfAccount } from '../plans/plans.ts'
import { restsOn } from '../readiness/readiness.ts'
import { listReflections, type Reflection } from '../reflections/reflections.ts'
import { listReviews, type Review } from '../reviews/reviews.ts'
import { type RoleProfile, roleOf } from '../roles/roles.ts'

export { knotsOf } from './knots.ts'

/** Everything of a person's development that one reader may see, read once. */
export type Portfolio = {
  personId: Id
  plan: Plan
  objectives: Objective[]
  needs: Need[]
  /** Newest first. */
  evidence: EvidenceItem[]
  /** Newest first. */
  reviews: Review[]
  accounts: Reflection[]
  /** Newest first, with those that a later one took the place of. */
  decisions: Decision[]
  assessments: AssessmentSummary[]
  competencies: Competency[]
  role: RoleProfile | null
}

/** What a review said of one objective. */
export type ThreadReview = {
  review: Review
  where: Review['progress'][number]['where']
  impact: string
  changes: PlanChange[]
}

/** What came of an objective: in words, as written at a review, and by the measure it is linked to. */
export type Impact = {
  words: string | null
  /** The review that the words were written for. */
  review: number | null
  /** The measure since the objective was agreed. */
  figure: Figure | null
  /** What the measure's chart says, and the days of that chart: it may begin before the objective was agreed. */
  judged: Pick<Figure, 'verdict' | 'from' | 'to'> | null
}

/** One objective with every record that it hangs by, each linked to the one before. Source: mission.md A6. */
export type Thread = {
  objective: Objective
  need: Need | null
  competency: Competency | null
  /** The level agreed for the need's competency, and the level that the role asks for. */
  agreedLevel: number | null
  requiredLevel: number | null
  evidence: EvidenceItem[]
  /** Newest first. */
  reviews: ThreadReview[]
  accounts: Reflection[]
  /** Null where there is neither a figure nor a word about it. */
  impact: Impact | null
  /** The decisions that stand and rest on its evidence. */
  decisions: Decision[]
}

/**
 * Reads a person's records for one reader.
 * @param options.onlyYou with what only the person sees; without effect for anybody else
 */
export async function portfolioOf(
  tx: OrgTx,
  personId: Id,
  viewer: Actor,
  today: Day,
  options: { onlyYou?: boolean } = {},
): Promise<Portfolio> {
  const secret = options.onlyYou === true && viewer.personId === personId
  const plan = await planOfAccount(tx, personId, viewer, today, secret)
  const shown = <T extends { private: boolean }>(all: readonly T[]) =>
    all.filter((one) => secret || !one.private)
  const objectives = shown(plan.objectives)
  const isShown = (said: { objectiveId: Id }) =>
    objectives.some(({ objectiveId }) => objectiveId === said.objectiveId)
  const reviews = await listReviews(tx, personId, viewer)
  return {
    personId,
    plan,
    objectives,
    needs: await needsOfAccount(tx, personId, viewer, secret),
    evidence: await listEvidence(tx, personId, { includePrivate: secret }),
    reviews: reviews.map((review) => ({
      ...review,
      progress: review.progress.filter(isShown),
      changes: review.changes.filter(isShown),
    })),
    accounts: (await listReflections(tx, personId, viewer)).filter(
      ({ sharing }) => secret || sharing !== 'me',
    ),
    decisions: await listDecisions(tx, personId),
    assessments: await listAssessments(tx, personId, viewer),
    competencies: await listCompetencies(tx),
    role: await roleOf(tx, personId, today),
  }
}

/** The thread of each objective, those that are open first, in the order of their numbers. */
export async function threadsOf(
  tx: OrgTx,
  personId: Id,
  viewer: Actor,
  today: Day,
  options: { onlyYou?: boolean } = {},
): Promise<Thread[]> {
  return threadsIn(tx, await portfolioOf(tx, personId, viewer, today, options), today)
}

/** The threads of a portfolio that was read. */
export async function threadsIn(tx: OrgTx, portfolio: Portfolio, today: Day): Promise<Thread[]> {
  const threads: Thread[] = []
  for (const objective of inOrder(portfolio.objectives))
    threads.push(threadIn(portfolio, objective, await measuredBy(tx, objective, today)))
  return threads
}

/** Open objectives before closed ones, each in the order of their numbers. */
export function inOrder(objectives: readonly Objective[]): Objective[] {
  return [
    ...objectives.filter(({ state }) => state !== 'closed'),
    ...objectives.filter(({ state }) => state === 'closed'),
  ]
}

/** What the linked measure says of an objective: since it was agreed, and the verdict of its chart with its days. */
export type Measured = Pick<Impact, 'figure' | 'judged'>

/** The thread of one objective of a portfolio. */
export function threadIn(portfolio: Portfolio, objective: Objective, measured: Measured): Thread {
  const { needs, competencies, role } = portfolio
  const need = needs.find(({ needId }) => needId === objective.needId) ?? null
  const competency = competencies.find((one) => one.competencyId === need?.competencyId) ?? null
  const agreed = portfolio.assessments.find(({ pass, state }) => pass === 'agreed' && state === 'in')
  const asks = role?.requirements.find((one) => one.competencyId === competency?.competencyId)
  const evidence = need ? restsOn(need, portfolio.evidence) : []
  const reviews = reviewsOf(portfolio.reviews, objective)
  return {
    objective,
    need,
    competency,
    agreedLevel:
      agreed?.ratings.find((one) => one.competencyId === competency?.competencyId && !one.reworded)?.level ??
      null,
    requiredLevel: asks?.level ?? null,
    evidence,
    reviews,
    accounts: accountsOf(portfolio.accounts, objective, evidence, reviews),
    impact: impactOf(reviews, measured),
    decisions: decisionsOn(portfolio.decisions, evidence),
  }
}

function decisionsOn(all: readonly Decision[], evidence: readonly EvidenceItem[]): Decision[] {
  const ids = new Set(evidence.map(({ evidenceId }) => evidenceId))
  return [...standing(all).values()].filter(({ cited }) =>
    cited.some(({ evidenceId }) => ids.has(evidenceId)),
  )
}

function reviewsOf(reviews: readonly Review[], { objectiveId, ref }: Objective): ThreadReview[] {
  return reviews.flatMap((review) => {
    const said = review.progress.find((one) => one.objectiveId === objectiveId)
    const changes = review.changes.filter((one) => one.objectiveId === objectiveId || one.ref === ref)
    if (!said && changes.length === 0) return []
    return [{ review, where: said?.where ?? null, impact: said?.impact ?? '', changes }]
  })
}

/** Accounts about the objective, about its evidence, or linked to a review that looked at it. */
function accountsOf(
  accounts: readonly Reflection[],
  { objectiveId }: Objective,
  evidence: readonly EvidenceItem[],
  reviews: readonly ThreadReview[],
): Reflection[] {
  const ids = new Set<Id>([
    objectiveId,
    ...evidence.map(({ evidenceId }) => evidenceId),
    ...reviews.map(({ review }) => review.reviewId),
  ])
  const linked = new Set(reviews.map(({ review }) => review.reflectionId))
  return accounts.filter(
    ({ reflectionId, about }) => linked.has(reflectionId) || (about.id !== null && ids.has(about.id)),
  )
}

function impactOf(reviews: readonly ThreadReview[], measured: Measured): Impact | null {
  const said = reviews.find(({ impact }) => impact.trim() !== '')
  if (!said && !measured.judged?.verdict) return null
  return { words: said?.impact ?? null, review: said?.review.number ?? null, ...measured }
}

async function measuredBy(
  tx: OrgTx,
  { personId, measure, agreedOn }: Objective,
  today: Day,
): Promise<Measured> {
  const judged = measure && agreedOn ? await figureOf(tx, personId, measure, today) : null
  const since =
    judged && measure && agreedOn && agreedOn <= judged.to
      ? await figureOf(tx, personId, measure, today, { from: agreedOn, to: today })
      : null
  return { figure: since, judged: judged && { verdict: judged.verdict, from: judged.from, to: judged.to } }
}
