import type { Day } from '../day.ts'
import type { Part } from './calendar.ts'
import type { Span } from './reading.ts'

/**
 * A passage that gives a goal an end: a date or period (`end`), a count per quarter, term or year, which closes
 * with it (`cycle`), or a window it is always read over (`rolling`). `day` is the last day, where it can be told.
 */
export type Period = { span: Span; kind: 'end' | 'cycle' | 'rolling'; day: Day | null }

/** The words that lead to a passage ("by the end of"), and where they begin. */
export type Lead = { start: number; words: string }
/** How one sort of passage is told, and which day it ends on. */
export type Rule = {
  pattern: RegExp
  kind?: Period['kind']
  /** False where the passage is something else: a baseline, a service time, a month's name as a verb. */
  holds?: (lead: Lead, match: RegExpExecArray, plain: string) => boolean
  day: (match: RegExpExecArray, today: Day, part: Part) => Day | null
}

const LEAD =
  /\b(?:(?:by|before|until|till|on|in|at|for|during|to|from|since|through|throughout|over|within|inside|come|this|next|ahead of|later than|prior to|starting|against|than|versus|of|between\s+(?:[\w']+\s+){1,4}and)\s+)?(?:around\s+|about\s+)?(?:this\s+|next\s+|the\s+|each\s+|every\s+)?(?:(?:very\s+)?(?:end|close|start|beginning|middle|first week|last week|last day)\s+(?:of\s+)?(?:the\s+|this\s+|next\s+)?|(?:early|mid|late)(?:\s+in)?[\s-]+(?:the\s+)?)?$/

/** What leads to the passage that begins at an index. */
export function leadTo(plain: string, index: number): Lead {
  const from = Math.max(0, index - 44)
  const match = LEAD.exec(plain.slice(from, index))
  const words = match?.[0] ?? ''
  return { start: index - words.length, words }
}

const ALWAYS = /^(?:each|every)\b|\b(?:each|every) $/
/** Words before a time that has gone, which is compared with. */
export const PAST = /^(?:since|against|than|versus)\b/
/** Whether a passage is a time to come: not a baseline ("since January"), nor each of its kind ("every March"). */
export const dated = (lead: Lead): boolean => !PAST.test(lead.words) && !ALWAYS.test(lead.words)
/** The year a text names in four figures. */
export const yearOf = (text: string | undefined): number | null => {
  const said = /20\d\d/.exec(text ?? '')
  return said ? Number(said[0]) : null
}
