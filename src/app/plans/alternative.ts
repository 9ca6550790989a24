import type { Visit } from '../visit.ts'
import { completeMeasure } from './basis.ts'
import type { Values } from './posted.ts'
import { typedFigure } from './rules/figures.ts'
import type { ObjectiveFields } from './rules/objective.ts'
import { alternatives } from './rules/reach.ts'

/** The buttons that put a safe or a stretch target in place of what was typed. */
export const ALTERNATIVES = { 'use-safe': 'safe', 'use-stretch': 'stretch' } as const

export function isAlternative(wanted: string): wanted is keyof typeof ALTERNATIVES {
  return wanted in ALTERNATIVES
}

/** What was typed, with the target that was asked for instead; as it was where no figure says one. */
export async function withAlternative(
  { tx, person, form, today }: Visit,
  fields: ObjectiveFields,
  wanted: keyof typeof ALTERNATIVES,
): Promise<{ values: Values; fields: ObjectiveFields }> {
  const { basis, unit, baseline } = await completeMeasure(tx, person.personId, fields, today)
  const other = basis && unit ? alternatives(basis, unit, baseline)[ALTERNATIVES[wanted]] : null
  if (!other || baseline === null) return { values: form.values, fields }
  return {
    values: {
      ...form.values,
      baseline: String(typedFigure(baseline, unit)),
      target: String(typedFigure(other.target, unit)),
    },
    fields: { ...fields, baseline, target: other.target },
  }
}
