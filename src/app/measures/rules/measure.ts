import type { Day } from '../../../kernel/day.ts'
import type { Book } from './book.ts'
import { type Chart, chartOf } from './chart.ts'
import type { Definition, MeasureKey } from './definitions.ts'
import type { Figure } from './figure.ts'
import { contactsBehind, type Scope } from './observation.ts'

/**
 * A measure of some people over a range: the figure of the whole range, every week's, the limits and the verdicts.
 * @param baselineTo the last day before a known change: limits come from the weeks that end by then
 */
export function chart(
  definition: Definition & { key: MeasureKey },
  book: Book,
  scope: Scope,
  baselineTo?: Day,
): Chart {
  return chartOf(definition, contactsBehind(definition.key, book, scope), scope, book.covered, baselineTo)
}

/** The figure of a whole range, with the verdict of the last complete week of its chart. */
export function figure(definition: Definition & { key: MeasureKey }, book: Book, scope: Scope): Figure {
  return chart(definition, book, scope).figure
}
