import { duration } from '../../../kernel/text.ts'
import type { ObjectiveUnit } from './objective.ts'

const rounded = (value: number, digits: number) => Number(value.toFixed(digits))

/** The sign beside a field of this unit. */
export const SIGNS: Record<ObjectiveUnit, string> = {
  share: '%',
  score: 'of 5',
  seconds: 's',
  count: 'times',
}

/** A stored figure as its field shows it: 0.26 of a share is 26. */
export function typedFigure(value: number, unit: ObjectiveUnit | null): number {
  return unit === 'share' ? rounded(value * 100, 1) : rounded(value, 2)
}

/** What was typed as it is stored: 26 of a share is 0.26. */
export function storedFigure(typed: number, unit: ObjectiveUnit | null): number {
  return unit === 'share' ? rounded(typed / 100, 4) : typed
}

/** A stored figure as a person says it: "26%", "3 min 46 s", "4.2", "6". */
export function figureWords(value: number, unit: ObjectiveUnit | null): string {
  if (unit === 'share') return `${typedFigure(value, unit)}%`
  if (unit === 'seconds') return duration(value)
  return String(typedFigure(value, unit))
}
