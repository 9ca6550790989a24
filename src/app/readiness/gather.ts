import type { Actor } from '../../kernel/actor.ts'
import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import type { OrgTx } from '../../shell/db.ts'
import {
  type AssessmentSummary,
  type Board,
  completenessOf,
  genericExample,
  isFromOutside,
  type JohariView,
  johariOf,
  listAssessments,
  listBoards,
  loose,
  type Need,
  needsOfAccount,
} from '../assessments/assessments.ts'
import {
  findAspiration,
  listComparedSources,
  listComparisons,
  listNotes,
  routeTo,
  speaksOfGrowth,
  tracksOf,
} from '../careers/careers.ts'
import { type EvidenceItem, KIND_WORDS, listEvidence } from '../evidence/evidence.ts'
import { type Competency, listCompetencies, listCrosswalk } from '../frameworks/frameworks.ts'
import { type Objective, type Plan, type PlanChange, planOfAccount, unmetLetters } from '../plans/plans.ts'
import { hintsOf, listReflections, type Reflection } from '../reflections/reflections.ts'
import { cadenceFor, listReviews, type Review } from '../reviews/reviews.ts'
import { type RoleProfile, roleOf } from '../roles/roles.ts'
import type { Account, Career, Case, Item, Objective as Seen, SelfAssessment } from './rules/case.ts'
import { kindsOf, restsOn } from './rules/needed.ts'

/**
 * Gathers what the checks look at, as the viewer may see it.
 * @param onlyYou counts what only the person sees too, where the viewer is that person
 */
export async function gatherCase(
  tx: OrgTx,
  personId: Id,
  viewer: Actor,
  today: Day,
  onlyYou: boolean,
): Promise<Case> {
  const secret = onlyYou && viewer.personId === personId
  const shown = <T extends { private: boolean }>(all: readonly T[]) =>
    all.filter((one) => secret || !one.private)
  const competencies = await listCompetencies(tx)
  const role = await roleOf(tx, personId, today)
  const evidence = await listEvidence(tx, personId, { includePrivate: secret })
  const assessments = await listAssessments(tx, personId, viewer)
  const plan = await planOfAccount(tx, personId, viewer, today, secret)
  const reviews = await listReviews(tx, personId, viewer)
  const accounts = await listReflections(tx, personId, viewer)
  const crosswalk = await listCrosswalk(tx)
  const objectives = shown(plan.objectives)
  const needs = await needsOfAccount(tx, personId, viewer, secret)
  const told = impactsTold(reviews, objectives, needs, evidence)
  const agreed = assessments.find(({ pass, state }) => pass === 'agreed' && state === 'in')
  return {
    today,
    role: role && profileOf(role, competencies),
    self: selfOf(assessments, role, evidence),
    complete: await completenessOf(tx, personId, viewer, today),
    swot: boardOf(
      (await listBoards(tx, personId, viewer)).filter(({ sharing }) => secret || sharing !== 'me'),
    ),
    johari: windowOf(await johariOf(tx, personId, today, viewer)),
    agreed: (agreed?.ratings ?? []).flatMap(({ competencyId, level }) =>
      level === null ? [] : [{ competencyId, level }],
    ),
    competencies,
    recognised: crosswalk
      .filter(({ publisher, address, confidence }) => publisher && address && confidence === 'seen')
      .map(({ competencyId, framework, version }) => ({
        competencyId,
        framework: framework.includes(version) ? framework : `${framework} ${version}`.trim(),
      })),
    evidence: evidence.map(itemOf),
    needs,
    objectives: objectives.map((one) => seenOf(one, plan)),
    reviews: reviews
      .flatMap(({ number, heldOn, state, signatures, alone }) =>
        state === 'closed' && heldOn ? [{ number, heldOn, signed: signatures.length, alone }] : [],
      )
      .reverse(),
    agreedOn: plan.versions.at(-1)?.agreedOn ?? null,
    nextReviewOn: plan.nextReviewOn,
    cadence: await cadenceFor(tx, personId),
    changes: changesOf(plan),
    accounts: accounts
      .filter(({ sharing }) => secret || sharing !== 'me')
      .map((account) =>
        accountOf(account, [
          ...(told.get(account.reflectionId) ?? []),
          ...(told.get(account.about.id ?? '') ?? []),
        ]),
      ),
    aspiration: plan.aspiration?.words ?? null,
    career: await careerOf(tx, personId, secret ? viewer : withoutOnlyYou(viewer, personId), today),
    priorities: plan.priorities.length,
  }
}

/** The viewer, without what a person alone may read where it is they who look. */
function withoutOnlyYou(viewer: Actor, personId: Id): Actor {
  return viewer.personId === personId ? { ...viewer, personId: '', leads: [personId] } : viewer
}

async function careerOf(tx: OrgTx, personId: Id, viewer: Actor, today: Day): Promise<Career> {
  const aspiration = await findAspiration(tx, personId, viewer)
  const route = await routeTo(tx, personId, viewer, today)
  const now = await roleOf(tx, personId, today)
  return {
    target: aspiration?.targetTitle ?? null,
    route: route && { steps: route.steps.map(({ title }) => title), character: route.character },
    sources: (await listNotes(tx, personId, viewer)).map(({ title, learnt, relianceWhy }) => ({
      title,
      learnt,
      why: relianceWhy,
    })),
    compared: (await listComparedSources(tx, personId, viewer)).map(({ words }) => words),
    ways: (await listComparisons(tx, personId, viewer)).map(({ options, suits, why, progression }) => {
      const ways = options.filter(({ roleId }) => roleId !== now?.roleId)
      return {
        titles: ways.map(({ title }) => title),
        tracks: tracksOf(ways),
        onward: ways.some(({ roleId }) => roleId === suits),
        why,
        progression,
        grows: speaksOfGrowth(progression),
      }
    }),
  }
}

/** What later versions changed in a plan. An objective that was added is no change of one: its need says why. */
export function changesOf({ versions }: Pick<Plan, 'versions'>): PlanChange[] {
  return versions
    .filter(({ version }) => version > 1)
    .flatMap(({ changes }) => changes.filter(({ item, before }) => item !== 'objective' || before !== null))
}

function profileOf(role: RoleProfile, competencies: readonly Competency[]): NonNullable<Case['role']> {
  const asks = role.requirements.flatMap(({ competencyId, level }) => {
    const found = competencies.find((one) => one.competencyId === competencyId)
    return found ? [{ competencyId, level, title: found.title, soft: found.soft }] : []
  })
  return { title: role.title, version: role.version, asks }
}

/** Kinds of evidence that are one occasion each: somebody can ask when, who, what was done and what followed. */
export const OCCASIONS: readonly string[] = [
  'compliment',
  'complaint',
  'observation',
  'witness testimony',
  'expert testimony',
  'customer feedback',
  'work product',
]

function selfOf(
  assessments: readonly AssessmentSummary[],
  role: RoleProfile | null,
  evidence: readonly EvidenceItem[],
): SelfAssessment | null {
  const own = assessments.filter(({ pass }) => pass === 'self')
  const handedIn = own.filter(({ state }) => state === 'in')
  const isCurrent = (one: AssessmentSummary) =>
    one.roleId === role?.roleId && one.roleVersion === role.version
  const found = handedIn.find(isCurrent) ?? handedIn[0] ?? own[0]
  if (!found) return null
  const occasions = new Set(
    evidence.filter(({ kind }) => OCCASIONS.includes(kind)).map(({ evidenceId }) => evidenceId),
  )
  return {
    assessmentId: found.assessmentId,
    inOn: found.inOn,
    roleTitle: found.roleTitle,
    roleVersion: found.roleVersion,
    current: isCurrent(found),
    withheld: found.withheld,
    ratings: found.ratings.map(({ competencyId, level, example, evidenceIds }) => ({
      competencyId,
      level,
      example: example && { ...example, general: genericExample(example)?.habit === true },
      occasion: evidenceIds.some((id) => occasions.has(id)),
    })),
  }
}

function boardOf([newest]: readonly Board[]): Case['swot'] {
  if (!newest) return null
  const { number, beganOn, entries } = newest
  return {
    number,
    beganOn,
    entries: entries.map((entry) => ({
      quarter: entry.quarter,
      words: entry.words,
      linked: loose([entry]).length === 0,
    })),
  }
}

function windowOf(view: JohariView | null): Case['johari'] {
  const compared = (view?.items ?? []).filter(({ self, others }) => self !== null && others.length > 0)
  return {
    compared: compared.length,
    feedback: compared.filter(({ others }) => others.some(({ source }) => source === 'feedback')).length,
  }
}

/** The kinds of evidence from others or from the helpdesk among these, in lower case: "compliment". */
export function outsideKinds(evidence: readonly Pick<EvidenceItem, 'kind' | 'by'>[]): string[] {
  return kindsOf(
    evidence.map(({ kind, by }) => ({
      source: KIND_WORDS[kind].source,
      outside: isFromOutside({ kind, by }),
    })),
  )
}

function itemOf({ evidenceId, kind, by, links }: EvidenceItem): Item {
  return {
    evidenceId,
    source: KIND_WORDS[kind].source,
    outside: isFromOutside({ kind, by }),
    links,
  }
}

function seenOf(objective: Objective, { priorities }: Plan): Seen {
  const { objectiveId, ref, kind, why, needId, reading, resources, success, due } = objective
  const inForce =
    objective.closedAs !== null || priorities.some((one) => one.priorityId === objective.priorityId)
  return {
    objectiveId,
    ref,
    kind,
    why,
    needId,
    unmet: unmetLetters(reading),
    resources,
    success,
    due,
    actions: objective.actions.filter(({ state }) => state !== 'dropped').length,
    agreed: objective.agreedOn !== null,
    closedAs: objective.closedAs,
    priority: objective.priority === null ? null : { title: objective.priority, inForce },
    servesAspiration: objective.servesAspiration,
  }
}

/**
 * What reviews said of impact, by what it was said of: the review and its account, the objective, and the evidence that
 * its need rests on. Source: mission.md readiness 9, A8.
 */
function impactsTold(
  reviews: readonly Review[],
  objectives: readonly Objective[],
  needs: readonly Need[],
  evidence: readonly EvidenceItem[],
): ReadonlyMap<Id, string[]> {
  const told = new Map<Id, string[]>()
  for (const { reviewId, reflectionId, progress } of reviews)
    for (const { objectiveId, impact } of progress) {
      const objective = objectives.find((one) => one.objectiveId === objectiveId)
      if (!objective || impact.trim() === '') continue
      const need = needs.find(({ needId }) => needId === objective.needId)
      const basis = need ? restsOn(need, evidence).map(({ evidenceId }) => evidenceId) : []
      for (const id of [reviewId, objectiveId, ...(reflectionId ? [reflectionId] : []), ...basis])
        told.set(id, [...(told.get(id) ?? []), impact])
    }
  return told
}

function accountOf({ reflectionId, ref, about, model, stages, impact }: Reflection, told: string[]): Account {
  return {
    reflectionId,
    ref,
    about: about.words,
    stages: stages.map(({ name, words, state }) => ({ name, words, done: state === 'done' })),
    hints: hintsOf(model, Object.fromEntries(stages.map(({ key, text }) => [key, text]))).map(
      ({ kind }) => kind,
    ),
    impacts: [impact, ...told],
  }
}
