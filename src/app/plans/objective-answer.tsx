import { dayIn, plainDay } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import type { Refusal } from '../../kernel/outcome.ts'
import { findNeed, gapsOf, listNeeds, type Need } from '../assessments/assessments.ts'
import { listEvidence } from '../evidence/evidence.ts'
import { paths } from '../paths.ts'
import { type Answer, type Crumb, found, page, type Visit } from '../visit.ts'
import { behindNeed, completeMeasure, listMeasurable, readBy } from './basis.ts'
import { timeIn } from './overtaken.ts'
import type { NeedCase } from './pages/objective-form.tsx'
import { ObjectivePage, type ObjectivePageProps } from './pages/objective-page.tsx'
import { findObjective, type Plan, planAt, planOf } from './plans.ts'
import type { Values } from './posted.ts'
import { progressOf } from './progress.ts'
import { maySee } from './read.ts'
import type { Difference } from './rules/action-differences.ts'
import { type Objective, type ObjectiveFields, stateWords } from './rules/objective.ts'
import { goalRecord, readObjective } from './rules/reading.ts'
import { requestOf } from './rules/request.ts'
import { listSaid } from './store/said.ts'

export type Showing = {
  objective: Objective | null
  values: Values
  /** What was typed, where the page answers a form. */
  fields: ObjectiveFields | null
  refusals: readonly Refusal[]
  writing: boolean
  overtaken: boolean
}

/** A need with what speaks for it: how far short it is, and the evidence it rests on. */
async function caseOf(visit: Visit, need: Need): Promise<NeedCase> {
  const { tx, person, today, actor, own } = visit
  const gaps = need.competencyId ? await gapsOf(tx, person.personId, today, actor) : null
  const gap = gaps?.gaps.find((one) => one.competency.competencyId === need.competencyId)
  const evidence = await listEvidence(tx, person.personId, { includePrivate: own })
  const level = gap
    ? `${gap.competency.title}: ${gap.agreed === null ? 'not agreed yet' : `agreed ${gap.agreed}`}, role needs ${gap.requirement.level}`
    : need.title
  return {
    need,
    heading: level,
    evidence: evidence.filter((one) => need.evidenceIds.includes(one.evidenceId)).map((one) => one.title),
  }
}

/** How the words read: of what is typed where there is something typed, else of what is saved. */
async function shownOf(
  visit: Visit,
  showing: Showing,
  need: Need | null,
  others: readonly Objective[],
): Promise<ObjectivePageProps['shown']> {
  const { tx, person, today } = visit
  const { objective, fields } = showing
  const against = {
    need: need?.title ?? null,
    ...(await behindNeed(tx, person.personId, need?.competencyId ?? null, today)),
    others,
    ...(await readBy(tx, person.personId)),
  }
  if (!fields && objective) {
    const { basis, target, unit, measureName, state } = objective
    const settled = state === 'agreed' || state === 'closed'
    const reading = settled ? objective.reading : readObjective(objective, against, today)
    return { reading, basis, target, unit, measureName, record: goalRecord(objective, against) }
  }
  const typed = fields ?? EMPTY
  const completed = await completeMeasure(tx, person.personId, typed, today)
  const priorities = (await planOf(tx, person.personId, visit.actor, today)).priorities
  const readable = {
    ...typed,
    ...completed,
    objectiveId: objective?.objectiveId ?? null,
    priority: priorities.find((one) => one.priorityId === typed.priorityId)?.title ?? null,
  }
  return {
    reading: readObjective(readable, against, today),
    basis: completed.basis,
    target: typed.target,
    unit: completed.unit,
    measureName: completed.measureName,
    record: goalRecord(readable, against),
  }
}

/** An objective of which nothing is written yet. */
export const EMPTY: ObjectiveFields = {
  needId: null,
  title: '',
  text: '',
  kind: 'professional',
  why: '',
  private: false,
  measure: null,
  unit: null,
  baseline: null,
  target: null,
  due: null,
  resources: '',
  success: '',
  priorityId: null,
  servesAspiration: false,
  actions: [],
}

/** The page of an objective: its form or its record, with how it reads. */
export async function showPage(visit: Visit, showing: Showing): Promise<Answer> {
  const { tx, person, actor, today, own, org } = visit
  const { objective, values, refusals, overtaken } = showing
  const plan = await planOf(tx, person.personId, actor, today)
  const needId = values.need || null
  const need = needId ? await findNeed(tx, person.personId, needId, actor) : null
  const crumbs: Crumb[] = [
    ...(own
      ? []
      : [
          { text: 'Team', href: paths.team },
          { text: person.name, href: paths.person(person.personId) },
        ]),
    {
      text: plan.version > 0 ? `Plan, version ${plan.version}` : 'Plan',
      href: paths.plan(person.personId),
    },
    { text: objective ? `Objective ${objective.ref}` : 'New objective' },
  ]
  return page(
    {
      title: objective?.title ?? 'A new objective',
      lead: objective
        ? `Objective ${objective.ref}, ${stateWords(objective, person.leader)}. Saved ${plainDay(dayIn(objective.changedAt, org.zone))} at ${timeIn(objective.changedAt, org.zone)}.${showing.writing ? ' You can save at any time, finished or not.' : ''}`
        : 'You can save at any time, finished or not.',
      nav: own ? paths.plan(actor.personId) : paths.team,
      crumbs,
      refusals,
      status: overtaken ? 409 : undefined,
    },
    <ObjectivePage
      personId={person.personId}
      personName={person.name}
      own={own}
      mayAct={visit.may('plan.act')}
      leads={visit.may('plan.decline')}
      request={await requestFor(visit, objective, plan)}
      planVersion={plan.version}
      others={plan.objectives}
      objective={objective}
      values={values}
      refusals={refusals}
      writing={showing.writing}
      overtaken={overtaken}
      shown={await shownOf(visit, showing, need, plan.objectives)}
      needs={await listNeeds(tx, person.personId, actor)}
      needCase={need && (await caseOf(visit, need))}
      priorities={plan.priorities}
      aspiration={plan.aspiration?.words ?? null}
      measurable={showing.writing ? await listMeasurable(tx, person.personId) : []}
      leader={person.leader}
      said={objective ? await saidOf(visit, objective) : []}
      reviews={plan.reviews}
      progress={objective?.agreedOn ? await progressOf(tx, objective, actor, today) : null}
      today={today}
    />,
  )
}

/** What was said of it, as far as the visitor could read it when it was said. */
async function saidOf({ tx, actor }: Visit, { objectiveId, personId }: Objective) {
  const all = await listSaid(tx, objectiveId)
  return all.filter(({ sharing }) => maySee(actor)({ sharing, personId }))
}

/** What a change to an agreed objective asks for, item by item; none where nothing is asked. */
export async function requestFor(
  { tx, person, actor }: Visit,
  objective: Objective | null,
  plan: Plan,
): Promise<Difference[]> {
  const asks = objective?.agreedOn && !objective.private && !['agreed', 'closed'].includes(objective.state)
  if (!objective || !asks) return []
  const agreed = await planAt(tx, person.personId, plan.version, actor)
  const before = agreed.find((one) => one.objectiveId === objective.objectiveId)
  return before ? requestOf(before, objective) : []
}

/** What each proposed change of a plan asks for, by the id of its objective. */
export async function requestsIn(visit: Visit, plan: Plan): Promise<ReadonlyMap<Id, Difference[]>> {
  const found = new Map<Id, Difference[]>()
  for (const one of plan.objectives)
    if (one.state === 'proposed' && one.agreedOn)
      found.set(one.objectiveId, await requestFor(visit, one, plan))
  return found
}

/** The objective of the address, or a 404 for whoever may not know of it. */
export async function theObjective(visit: Visit): Promise<Objective> {
  const { tx, person, params, actor, today } = visit
  return found(await findObjective(tx, person.personId, params.objective ?? '', actor, today))
}
