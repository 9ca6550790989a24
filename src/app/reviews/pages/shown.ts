import type { Day } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'
import type { Refusal } from '../../../kernel/outcome.ts'
import type { TypedDate } from '../../../ui/choices.tsx'
import type { Cadence } from '../rules/cadence.ts'
import type { Side } from '../rules/sections.ts'
import type { ReviewView } from '../view.ts'

/** Which form of a review was posted and refused. */
export type Posted = 'answer' | 'progress' | 'change' | 'nothing' | 'account' | 'sign' | 'correction' | null

/** A review on its page, as its parts need it. */
export type Shown = {
  view: ReviewView
  own: boolean
  /** Which of the two the visitor is; null for a reader. */
  side: Side | null
  /** Whether the visitor can change what both sign: they write, it is open, and they have not signed. */
  writes: boolean
  today: Day
  /** How often this plan is to be reviewed. */
  cadence: Cadence
  zone: string
  /** The objective that is open. */
  objectiveId: Id | null
  /** The change that is being written. */
  change: { of: string; what: string; cause: string; reason: string } | null
  posted: Posted
  values: Readonly<Record<string, string>>
  refusals: readonly Refusal[]
}

/** The refusals of one form, where that one was posted. */
export function refusalsOf(shown: Shown, form: Posted): readonly Refusal[] {
  return shown.posted === form ? shown.refusals : []
}

/** What was typed into one form; undefined where another or none was posted. */
export function typedIn(shown: Shown, form: Posted, field: string): string | undefined {
  return shown.posted === form ? (shown.values[field] ?? '') : undefined
}

/** The three boxes of a date as they were typed. */
export function typedDay(values: Readonly<Record<string, string>>, name: string): TypedDate {
  return {
    day: values[`${name}-day`] ?? '',
    month: values[`${name}-month`] ?? '',
    year: values[`${name}-year`] ?? '',
  }
}
