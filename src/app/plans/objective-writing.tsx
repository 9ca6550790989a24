import type { Refusal } from '../../kernel/outcome.ts'
import { findNeed, gapsOf, type Need } from '../assessments/assessments.ts'
import { paths } from '../paths.ts'
import { type Answer, found, goTo, type Visit } from '../visit.ts'
import { isAlternative, withAlternative } from './alternative.ts'
import { asShown, completeMeasure, listMeasurable } from './basis.ts'
import { EMPTY, showPage, theObjective } from './objective-answer.tsx'
import { propose, saveDraft } from './plans.ts'
import { actionRows, readFields, type Values, valuesOf } from './posted.ts'
import { beginRewriting } from './rewrite.tsx'
import { typedFigure } from './rules/figures.ts'
import { type Cause, isCause, type ObjectiveFields } from './rules/objective.ts'

/** What a need says of why an objective is added to an agreed plan, where it says it. */
const CAUSE_OF_NEED: Partial<Record<Need['from'], Cause>> = {
  complaint: 'feedback',
  feedback: 'feedback',
  'role change': 'job role',
  aspiration: 'aspiration',
}

/** A new objective, with what a need brings along: its name, its competency's measure, where it is now. */
export async function newObjective(visit: Visit): Promise<Answer> {
  const { tx, query, person, actor, today } = visit
  const asked = query.get('need') ?? ''
  const need = asked ? found(await findNeed(tx, person.personId, asked, actor)) : null
  const gaps = need?.competencyId ? await gapsOf(tx, person.personId, today, actor) : null
  const figure = gaps?.gaps.find((one) => one.competency.competencyId === need?.competencyId)?.figures[0]
  const start = figure ? asShown(figure.value, figure.unit) : null
  const kind = need && (need.kind === 'personal' || need.sharing !== 'assessor') ? 'personal' : 'professional'
  const values: Values = {
    need: need?.needId ?? '',
    kind,
    sharing: kind === 'personal' && need?.sharing === 'assessor' ? 'assessor' : 'me',
    cause: (need && CAUSE_OF_NEED[need.from]) ?? '',
    why: need?.why ?? '',
    measure: figure?.measure ?? '',
    baseline: start === null || !figure ? '' : String(typedFigure(start, figure.unit)),
    actions: '1',
    'a0-owner': person.name,
  }
  return showPage(visit, {
    objective: null,
    values,
    fields: figure ? { ...EMPTY, measure: figure.measure, unit: figure.unit } : null,
    refusals: [],
    writing: true,
    overtaken: false,
  })
}

export async function showObjective(visit: Visit): Promise<Answer> {
  const objective = await theObjective(visit)
  const open = objective.state === 'draft' || objective.state === 'questioned'
  const asked = visit.query.get('change') === 'yes' && objective.state !== 'closed'
  const writing = visit.own && (open || asked)
  return showPage(visit, {
    objective,
    values: writing ? withAsked(visit, valuesOf(objective)) : valuesOf(objective),
    fields: null,
    refusals: [],
    writing,
    overtaken: false,
  })
}

/** An objective's fields with what a link brings along: the cause of the change, or an empty row for an action. */
function withAsked({ query, person }: Visit, values: Values): Values {
  const cause = query.get('cause') ?? ''
  const rows = actionRows(values)
  return {
    ...values,
    ...(isCause(cause) && !values.cause
      ? { cause, 'cause-reason': query.get('cause-reason') ?? values['cause-reason'] ?? '' }
      : {}),
    ...(query.get('add') === 'action' ? { actions: String(rows + 1), [`a${rows}-owner`]: person.name } : {}),
  }
}

/** Saves, proposes or only reads what was typed, as the button pressed says. */
export async function writeObjective(visit: Visit): Promise<Answer> {
  const { tx, actor, person, form, params, today } = visit
  const objective = params.objective ? await theObjective(visit) : null
  const { fields, refusals } = readFields(form, await listMeasurable(tx, person.personId))
  const again = (values: Values, why: readonly Refusal[]) =>
    showPage(visit, { objective, values, fields, refusals: why, writing: true, overtaken: false })
  const wanted = form.text('do')
  if (wanted === 'add') {
    const rows = actionRows(form.values)
    return again({ ...form.values, actions: String(rows + 1), [`a${rows}-owner`]: person.name }, [])
  }
  if (wanted === 'wording') return beginRewriting(visit, form.values)
  if (isAlternative(wanted)) {
    const other = await withAlternative(visit, fields, wanted)
    const rest = refusals.filter(({ field }) => field !== 'target')
    return showPage(visit, { objective, ...other, refusals: rest, writing: true, overtaken: false })
  }
  if (refusals.length > 0) return again(form.values, refusals)
  if (wanted === 'check' || wanted === 'use-words') return again(await filled(visit, fields), [])
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
    // Read again: somebody else may have been first while this waited for its turn.
    const now = objective && (await theObjective(visit))
    return showPage(visit, {
      objective: now,
      values: form.values,
      fields,
      refusals: saved.refusals,
      writing: true,
      overtaken: now !== null && form.whole('version') !== now.version,
    })
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
