import { isId } from '../../kernel/id.ts'
import type { Refusal } from '../../kernel/outcome.ts'
import type { Form } from '../visit.ts'
import type { Measurable } from './basis.ts'
import { storedFigure, typedFigure } from './rules/figures.ts'
import { actionLines, readActions, type TemplateFields, type TemplateItem } from './rules/templates.ts'

export type Values = Readonly<Record<string, string>>

const MOST_ROWS = 20

const id = (text: string) => (isId(text) ? text : null)

/** How many objectives the form of a template holds. */
export function itemRows(values: Values): number {
  const rows = Number(values.items ?? 0)
  return Number.isInteger(rows) ? Math.min(Math.max(rows, 1), MOST_ROWS) : 1
}

/** What was typed of a template, without the objectives that were left empty, and what of it cannot be read. */
export function readTemplate(
  form: Form,
  measures: readonly Measurable[],
): { fields: TemplateFields; refusals: Refusal[]; values: Values } {
  const refusals: Refusal[] = []
  const kept: string[] = []
  const items = Array.from({ length: itemRows(form.values) }, (_, at): TemplateItem | null => {
    const text = (part: string) => form.text(`i${at}-${part}`)
    if (!text('text') && !text('title') && !text('actions')) return null
    const chosen = measures.find(({ key }) => key === text('measure'))
    const target = form.number(`i${at}-target`)
    const row = kept.push(String(at)) - 1
    if (target === null && text('target'))
      refusals.push({ field: `i${row}-target`, message: 'Use figures only, such as 85.' })
    return {
      title: text('title'),
      text: text('text'),
      competencyId: id(text('competency')),
      measure: chosen?.key ?? null,
      target: target === null || !chosen ? null : storedFigure(target, chosen.unit),
      weeks: form.whole(`i${at}-weeks`) ?? 0,
      resources: text('resources'),
      success: text('success'),
      actions: readActions(text('actions')),
    }
  }).filter((item) => item !== null)
  const fields = {
    name: form.text('name'),
    roleId: id(form.text('role')),
    cohort: form.text('cohort'),
    items,
  }
  return {
    fields,
    refusals,
    values: { ...closedUp(form.values, kept), items: String(Math.max(1, kept.length)) },
  }
}

/** The fields of the objectives that are kept, numbered without gaps, so that a refusal names the one that is shown. */
function closedUp(values: Values, kept: readonly string[]): Values {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]): [string, string][] => {
      const [, at, part] = /^i(\d+)-(.+)$/.exec(name) ?? []
      if (at === undefined) return [[name, value]]
      const row = kept.indexOf(at)
      return row < 0 ? [] : [[`i${row}-${part}`, value]]
    }),
  )
}

/** A template as its form's fields. */
export function valuesOfTemplate(template: TemplateFields, measures: readonly Measurable[]): Values {
  const { name, roleId, cohort, items } = template
  const rows = items.map((item, at): Values => {
    const unit = measures.find(({ key }) => key === item.measure)?.unit ?? null
    return {
      [`i${at}-title`]: item.title,
      [`i${at}-text`]: item.text,
      [`i${at}-competency`]: item.competencyId ?? '',
      [`i${at}-measure`]: item.measure ?? '',
      [`i${at}-target`]: item.target === null ? '' : String(typedFigure(item.target, unit)),
      [`i${at}-weeks`]: String(item.weeks),
      [`i${at}-resources`]: item.resources,
      [`i${at}-success`]: item.success,
      [`i${at}-actions`]: actionLines(item.actions),
    }
  })
  return {
    name,
    role: roleId ?? '',
    cohort,
    items: String(Math.max(1, items.length)),
    ...Object.assign({}, ...rows),
  }
}
