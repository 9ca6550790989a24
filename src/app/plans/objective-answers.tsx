import { dayIn, plainDay } from '../../kernel/day.ts'
import type { Refusal } from '../../kernel/outcome.ts'
import { findNeed, gapsOf, listNeeds, type Need } from '../assessments/assessments.ts'
import { listEvidence } from '../evidence/evidence.ts'
import { paths } from '../paths.ts'
import { type Answer, type Crumb, found, goTo, page, type Visit } from '../visit.ts'
import { completeMeasure, listMeasurable } from './basis.ts'
import { timeIn } from './overtaken.ts'
import type { NeedCase } from './pages/objective-form.tsx'
import { ObjectivePage, type ObjectivePageProps } from './pages/objective-page.tsx'
import {
  agree,
  closeOwn,
  findObjective,
  markAction,
  planOf,
  propose,
  question,
  saveDraft,
  takeBackChange,
} from './plans.ts'
import { actionRows, readFields, type Values, valuesOf } from './posted.ts'
import { typedFigure } from './rules/figures.ts'
import { isCause, type Objective, type ObjectiveFields, stateWords } from './rules/objective.ts'
import { goalRecord, readObjective } from './rules/reading.ts'
import { listSaid } from './store/objectives.ts'

type Showing = {
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
  const against = { need: need?.title ?? null, others }
  if (!fields && objective) {
    const { reading, basis, target, unit, measureName } = objective
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

const EMPTY: ObjectiveFields = {
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

async function show(visit: Visit, showing: Showing): Promise<Answer> {
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
      said={objective ? await listSaid(tx, objective.objectiveId) : []}
      reviews={plan.reviews}
      today={today}
    />,
  )
}

async function theObjective(visit: Visit): Promise<Objective> {
  const { tx, person, params, actor, today } = visit
  return found(await findObjective(tx, person.personId, params.objective ?? '', actor, today))
}

/** A new objective, with what a need brings along: its name, its competency's measure, where it is now. */
export async function newObjective(visit: Visit): Promise<Answer> {
  const { tx, query, person, actor, today } = visit
  const asked = query.get('need') ?? ''
  const need = asked ? found(await findNeed(tx, person.personId, asked, actor)) : null
  const gaps = need?.competencyId ? await gapsOf(tx, person.personId, today, actor) : null
  const figure = gaps?.gaps.find((one) => one.competency.competencyId === need?.competencyId)?.figures[0]
  const values: Values = {
    need: need?.needId ?? '',
    kind: need?.kind ?? 'professional',
    shared: need?.kind === 'personal' && !need.private ? 'yes' : '',
    why: need?.why ?? '',
    measure: figure?.measure ?? '',
    actions: '1',
    'a0-owner': person.name,
  }
  return show(visit, { objective: null, values, fields: null, refusals: [], writing: true, overtaken: false })
}

export async function showObjective(visit: Visit): Promise<Answer> {
  const objective = await theObjective(visit)
  const open = objective.state === 'draft' || objective.state === 'questioned'
  const asked = visit.query.get('change') === 'yes' && objective.state !== 'closed'
  const writing = visit.own && (open || asked)
  return show(visit, {
    objective,
    values: valuesOf(objective),
    fields: null,
    refusals: [],
    writing,
    overtaken: false,
  })
}

/** Saves, proposes or only reads what was typed, as the button pressed says. */
export async function writeObjective(visit: Visit): Promise<Answer> {
  const { tx, actor, person, form, params, today } = visit
  const objective = params.objective ? await theObjective(visit) : null
  const { fields, refusals } = readFields(form, await listMeasurable(tx, person.personId))
  const again = (values: Values, why: readonly Refusal[], overtaken = false) =>
    show(visit, { objective, values, fields, refusals: why, writing: true, overtaken })
  const wanted = form.text('do')
  if (wanted === 'add') {
    const rows = actionRows(form.values)
    return again({ ...form.values, actions: String(rows + 1), [`a${rows}-owner`]: person.name }, [])
  }
  if (refusals.length > 0) return again(form.values, refusals)
  if (wanted === 'check') return again(await filled(visit, fields), [])
  const cause = form.text('cause')
  const saved = await saveDraft(
    tx,
    actor,
    {
      personId: person.personId,
      objectiveId: objective?.objectiveId ?? null,
      version: form.whole('version'),
      fields,
      cause: isCause(cause) ? cause : null,
      causeReason: form.text('cause-reason'),
    },
    today,
  )
  if (!saved.ok) {
    const overtaken = objective !== null && form.whole('version') !== objective.version
    return again(form.values, saved.refusals, overtaken)
  }
  const at = paths.objective(person.personId, saved.value)
  if (wanted !== 'propose') return goTo(at, 'Saved as a draft.')
  if (fields.private)
    return goTo(at, 'Saved. Only you see it, so nobody else agrees it: put it in your plan yourself.')
  const words = form.text('answer')
  const proposed = await propose(
    tx,
    actor,
    { personId: person.personId, objectiveId: saved.value, words },
    today,
  )
  if (!proposed.ok) return again(form.values, proposed.refusals)
  return goTo(
    at,
    person.leader ? `Proposed. Now ${person.leader} agrees it, or asks.` : 'Proposed. Nobody leads you yet.',
  )
}

/** What was typed, with the figure that the record gives where "From" was left empty. */
async function filled(visit: Visit, fields: ObjectiveFields): Promise<Values> {
  const { tx, person, form, today } = visit
  const { baseline, unit } = await completeMeasure(tx, person.personId, fields, today)
  if (fields.baseline !== null || baseline === null) return form.values
  return { ...form.values, baseline: String(typedFigure(baseline, unit)) }
}

/** After an act on one objective: back to it with a word, or the page again with every reason why not. */
async function settle(
  visit: Visit,
  act: (objective: Objective) => Promise<{ ok: true } | { ok: false; refusals: Refusal[] }>,
  done: string,
): Promise<Answer> {
  const objective = await theObjective(visit)
  const outcome = await act(objective)
  if (outcome.ok) return goTo(paths.objective(visit.person.personId, objective.objectiveId), done)
  const version = visit.form.whole('version')
  const writing = visit.own && (objective.state === 'draft' || objective.state === 'questioned')
  return show(visit, {
    objective,
    values: { ...valuesOf(objective), ...visit.form.values },
    fields: null,
    refusals: outcome.refusals,
    writing,
    overtaken: version !== null && version !== objective.version,
  })
}

const askedOf = (visit: Visit, objective: Objective) => ({
  personId: visit.person.personId,
  objectiveId: objective.objectiveId,
  version: visit.form.whole('version') ?? 0,
})

export function agreeObjective(visit: Visit): Promise<Answer> {
  const { tx, actor, form, person, today } = visit
  return settle(
    visit,
    (objective) => {
      const { objectiveId, version } = askedOf(visit, objective)
      const reason = form.text(`unmet-${objectiveId}`)
      return agree(tx, actor, { personId: person.personId, items: [{ objectiveId, version, reason }] }, today)
    },
    'Agreed. It is in the plan.',
  )
}

export function questionObjective(visit: Visit): Promise<Answer> {
  const { tx, actor, form, person, today } = visit
  return settle(
    visit,
    (objective) => question(tx, actor, { ...askedOf(visit, objective), words: form.text('question') }, today),
    `Sent. Now ${person.name} answers.`,
  )
}

export function closeObjective(visit: Visit): Promise<Answer> {
  const { tx, actor, form, today } = visit
  const as = form.text('as') === 'met' ? 'met' : 'no longer needed'
  return settle(
    visit,
    (objective) => closeOwn(tx, actor, { ...askedOf(visit, objective), as }, today),
    'Closed. It stays in your records.',
  )
}

export function restoreObjective(visit: Visit): Promise<Answer> {
  const { tx, actor } = visit
  return settle(
    visit,
    (objective) => takeBackChange(tx, actor, askedOf(visit, objective)),
    'It stands again as it was agreed.',
  )
}

export async function completeAction(visit: Visit): Promise<Answer> {
  const { tx, actor, form, params, today, person } = visit
  const done = form.text('done') !== 'no'
  const words = done ? 'Marked as done.' : 'It is planned again.'
  const answer = await settle(
    visit,
    ({ objectiveId }) =>
      markAction(
        tx,
        actor,
        { personId: person.personId, objectiveId, actionId: params.action ?? '', done },
        today,
      ),
    words,
  )
  return answer.kind === 'go' && form.text('back') === 'plan'
    ? goTo(paths.plan(person.personId), words)
    : answer
}
