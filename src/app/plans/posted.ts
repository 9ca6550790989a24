import { isId } from '../../kernel/id.ts'
import type { Refusal } from '../../kernel/outcome.ts'
import { isSharing } from '../../kernel/sharing.ts'
import type { Form } from '../visit.ts'
import { BY_HAND, type Measurable } from './basis.ts'
import { storedFigure, typedFigure } from './rules/figures.ts'
import { type ActionFields, isWay, type Objective, type ObjectiveFields } from './rules/objective.ts'

export type Values = Readonly<Record<string, string>>

/** The most actions that one form holds. */
const MOST_ACTIONS = 20

const id = (text: string) => (isId(text) ? text : null)

/** What was typed of an objective, and what of it cannot be read. */
export function readFields(
  form: Form,
  measurable: readonly Measurable[],
): { fields: ObjectiveFields; refusals: Refusal[] } {
  const refusals: Refusal[] = []
  const chosen = measurable.find((one) => one.key === form.text('measure'))
  const unit = chosen?.unit ?? null
  const figure = (name: 'baseline' | 'target') => {
    const typed = form.number(name)
    if (typed === null && form.text(name))
      refusals.push({ field: name, message: 'Use figures only, such as 26.' })
    return typed === null || !unit ? null : storedFigure(typed, unit)
  }
  const day = (name: string, of: string) => {
    const typed = form.day(name)
    if (typed === 'wrong')
      refusals.push({ field: name, message: `Give ${of} as day, month and year, such as 29 1 2027.` })
    return typed === 'wrong' ? null : typed
  }
  if (!unit && (form.text('baseline') || form.text('target')))
    refusals.push({
      field: 'measure',
      message: 'Say what the figures measure, or leave both of them empty.',
    })
  const kind = form.text('kind') === 'personal' ? 'personal' : 'professional'
  const asked = form.text('sharing')
  const sharing = kind === 'professional' ? 'assessor' : isSharing(asked) ? asked : 'me'
  const fields: ObjectiveFields = {
    needId: id(form.text('need')),
    title: form.text('title'),
    text: form.text('text'),
    kind,
    why: form.text('why'),
    sharing,
    private: sharing === 'me',
    measure: chosen && chosen.key !== BY_HAND ? chosen.key : null,
    unit,
    baseline: figure('baseline'),
    target: figure('target'),
    due: day('due', 'the target date'),
    resources: form.text('resources'),
    success: form.text('success'),
    ...('band-met' in form.values && {
      bands: {
        partly: form.text('band-partly'),
        met: form.text('band-met'),
        exceeded: form.text('band-exceeded'),
      },
    }),
    ...('budget-amount' in form.values && { budget: readBudget(form, refusals) }),
    ...('after' in form.values && { afterId: id(form.text('after')) }),
    priorityId: id(form.text('priority')),
    servesAspiration: form.text('aspiration') === 'yes',
    actions: Array.from(
      { length: actionRows(form.values) },
      (_, at): ActionFields => ({
        actionId: id(form.text(`a${at}-id`)),
        what: form.text(`a${at}-what`),
        owner: form.text(`a${at}-owner`),
        by: day(`a${at}-by`, 'the action’s date'),
        drop: form.text(`a${at}-drop`) === 'yes',
        ...(`a${at}-with` in form.values && { withWhom: form.text(`a${at}-with`) }),
        ...(`a${at}-way` in form.values && { way: wayOf(form.text(`a${at}-way`)) }),
      }),
    ),
  }
  return { fields, refusals }
}

const wayOf = (text: string) => (isWay(text) ? text : null)

/** The money asked for: pounds, with or without the sign and commas; none where both fields are empty. */
function readBudget(form: Form, refusals: Refusal[]): { amount: number; purpose: string } | null {
  const typed = form.text('budget-amount').replace(/[£,\s]/g, '')
  const purpose = form.text('budget-for')
  if (!typed && !purpose) return null
  const amount = Number(typed)
  if (typed && Number.isFinite(amount)) return { amount, purpose }
  refusals.push({ field: 'budget-amount', message: 'Give the amount in pounds, such as 300.' })
  return null
}

/** How many rows of actions a form holds. */
export function actionRows(values: Values): number {
  const rows = Number(values.actions ?? 0)
  return Number.isInteger(rows) ? Math.min(Math.max(rows, 0), MOST_ACTIONS) : 0
}

function dayValues(name: string, day: string | null): Values {
  const [year = '', month = '', date = ''] = (day ?? '').split('-')
  return {
    [`${name}-day`]: date.replace(/^0/, ''),
    [`${name}-month`]: month.replace(/^0/, ''),
    [`${name}-year`]: year,
  }
}

/** A saved objective as its form's fields. */
export function valuesOf(objective: Objective): Values {
  const { unit, baseline, target, actions, bands, budget } = objective
  const figure = (value: number | null) => (value === null ? '' : String(typedFigure(value, unit)))
  const shown = actions.filter((action) => action.state !== 'dropped')
  const rows = shown.map(
    (action, at): Values => ({
      [`a${at}-id`]: action.actionId,
      [`a${at}-what`]: action.what,
      [`a${at}-owner`]: action.owner,
      ...dayValues(`a${at}-by`, action.by),
      [`a${at}-with`]: action.withWhom,
      [`a${at}-way`]: action.way ?? '',
    }),
  )
  return {
    need: objective.needId ?? '',
    title: objective.title,
    text: objective.text,
    kind: objective.kind,
    sharing: objective.kind === 'personal' ? objective.sharing : 'me',
    why: objective.why,
    measure: objective.measure ?? (unit === 'count' ? BY_HAND : ''),
    baseline: figure(baseline),
    target: figure(target),
    ...dayValues('due', objective.due),
    resources: objective.resources,
    success: objective.success,
    'band-partly': bands.partly,
    'band-met': bands.met,
    'band-exceeded': bands.exceeded,
    'budget-amount': budget ? String(budget.amount) : '',
    'budget-for': budget?.purpose ?? '',
    after: objective.afterId ?? '',
    priority: objective.priorityId ?? '',
    aspiration: objective.servesAspiration ? 'yes' : '',
    cause: objective.cause ?? '',
    'cause-reason': objective.causeReason ?? '',
    actions: String(shown.length),
    ...Object.assign({}, ...rows),
  }
}
