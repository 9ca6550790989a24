import type { Day } from '../day.ts'
import type { Part } from './calendar.ts'
import { isJoining } from './lexicon.ts'
import type { Span } from './reading.ts'

/**
 * A passage that gives a goal an end: a date or period (`end`), a count per quarter, term or year, which closes
 * with it (`cycle`), or a window it is always read over (`rolling`); or a date that no calendar has (`no such day`:
 "31 February"), which ends nothing. `day` is the last day, where it can be told.
 */
export type Period = { span: Span; kind: 'end' | 'cycle' | 'rolling' | 'no such day'; day: Day | null }

/** The words that lead to a passage ("by the end of"), and where they begin. */
export type Lead = { start: number; words: string }
/** How one sort of passage is told, and which day it ends on. */
export type Rule = {
  pattern: RegExp
  kind?: 'end' | 'cycle' | 'rolling'
  /** A day, month and year in figures: where they make no day, there is no such day. */
  ofCalendar?: true
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
/** What a passage names instead of a time, when a thing follows: "on the March complaints", "the 2027 handbook". */
const NAMES = /^(?:on the|about the|of the|from the|about|the)$/
/** A month, quarter or year without a day of its own: "on Q4 results" names them, "on 4 March" is a date. */
const NO_DAY = /^(?:[a-z]+\.?(?:,? (?:of )?20\d\d)?|q[1-4]\b.*|20\d\d.*)$/
/** Things that are times themselves: "the March deadline". */
const TIME_THING =
  /^(?:deadline|quarter|term|semester|session|year|season|period|month|week|weekend|end|financial|fiscal|academic|tax|calendar|school|peak|holidays?|close)$/

/** Whether a passage only says which thing is meant. */
export function namesThing(lead: Lead, match: RegExpExecArray): boolean {
  const words = lead.words.trim()
  if (!NAMES.test(words) && !(words === 'on' && NO_DAY.test(match[0]))) return false
  const end = match.index + match[0].length
  const next = /^ ([a-z][a-z-]+)/.exec(match.input.slice(end, end + 30))?.[1]
  return next !== undefined && !isJoining(next) && !TIME_THING.test(next)
}

/** Whether a passage is a time to come: not a baseline ("since January"), nor each of its kind ("every March"), nor a name. */
export const dated = (lead: Lead, match: RegExpExecArray): boolean =>
  !PAST.test(lead.words) && !ALWAYS.test(lead.words) && !namesThing(lead, match)
/** The year a text names in four figures. */
export const yearOf = (text: string | undefined): number | null => {
  const said = /20\d\d/.exec(text ?? '')
  return said ? Number(said[0]) : null
}
