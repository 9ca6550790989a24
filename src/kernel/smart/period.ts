import type { Day } from '../day.ts'
import {
  ahead,
  endOfThis,
  festival,
  inMonth,
  inQuarter,
  MONTH,
  type Part,
  partOf,
  writtenDate,
  yearEnd,
} from './calendar.ts'
import { NUMBER, numberOf } from './number.ts'
import { matchesOf, overlaps, type Span } from './reading.ts'

/**
 * A passage that gives a goal an end: a date or period (`end`), a count per quarter, term or year, which closes
 * with it (`cycle`), or a window it is always read over (`rolling`). `day` is the last day, where it can be told.
 */
export type Period = { span: Span; kind: 'end' | 'cycle' | 'rolling'; day: Day | null }

type Lead = { start: number; words: string }
type Rule = {
  pattern: RegExp
  kind?: Period['kind']
  /** False where the passage is something else: a baseline, a service time, a month's name as a verb. */
  holds?: (lead: Lead, match: RegExpExecArray, plain: string) => boolean
  day: (match: RegExpExecArray, today: Day, part: Part) => Day | null
}

const LEAD =
  /\b(?:(?:by|before|until|till|on|in|at|for|during|to|from|since|through|throughout|over|within|inside|come|this|next|ahead of|later than|prior to|starting|against|than|versus|of)\s+)?(?:around\s+|about\s+)?(?:this\s+|next\s+|the\s+|each\s+|every\s+)?(?:(?:very\s+)?(?:end|close|start|beginning|middle|first week|last week|last day)\s+(?:of\s+)?(?:the\s+|this\s+|next\s+)?|(?:early|mid|late)(?:\s+in)?[\s-]+(?:the\s+)?)?$/

function leadTo(plain: string, index: number): Lead {
  const from = Math.max(0, index - 44)
  const match = LEAD.exec(plain.slice(from, index))
  const words = match?.[0] ?? ''
  return { start: index - words.length, words }
}

const ALWAYS = /^(?:each|every)\b|\b(?:each|every) $/
const PAST = /^(?:since|against|than|versus)\b/
const dated = (lead: Lead): boolean => !PAST.test(lead.words) && !ALWAYS.test(lead.words)
const yearOf = (text: string | undefined): number | null => {
  const said = /20\d\d/.exec(text ?? '')
  return said ? Number(said[0]) : null
}
const LATER = /^(?:next|following|coming)/
const SPAN_UNIT = '(?:working |business |calendar )?(?:day|week|fortnight|month|quarter|term|semester|year)s?'

/** Contacts have their own clock: "resolve every complaint within 8 weeks" says how fast, not by when. */
const SERVICE =
  /\b(?:all|every|each|any|no|per cent|percent|of|\d+ ?%)\b.*\b(?:repl|answer|respon|resol|clos|solv|acknowledg|settl|fix|process|dispatch|refund|escalat|call|contact|phone|ring|turn)|\b(?:repl|answer|respon|resol|clos|solv|acknowledg|settl|fix|process|dispatch|refund|escalat|call|contact|phone|ring)\w* .*\b(?:all|every|each|any|\d+ ?%)/

function isDeadline(match: RegExpExecArray, plain: string): boolean {
  const [, , forward, count, unit = ''] = match
  const rest = plain.slice(match.index + match[0].length, match.index + match[0].length + 24)
  if (/^ (?:of|from|after|before)\b(?! (?:now|today|starting|joining|my|the start))/.test(rest)) return false
  if (/^ (?:ago|old|earlier|beforehand|notice|late\b)/.test(rest)) return false
  if (forward) return true
  if (/day/.test(unit) && (numberOf(count ?? '') ?? 0) < 28) return false
  return !(
    /^(?:week|day|fortnight)/.test(unit) &&
    SERVICE.test(plain.slice(Math.max(0, match.index - 90), match.index))
  )
}

const RULES: Rule[] = [
  {
    pattern: new RegExp(
      `\\b\\d{1,2}(?:st|nd|rd|th)?(?: of)? ?${MONTH}(?:,? (?:19|20)\\d\\d\\b)?|\\b${MONTH} ?\\d{1,2}(?:st|nd|rd|th)?\\b(?!:)(?:,? (?:19|20)\\d\\d\\b)?|\\b(?:\\d{4}-\\d\\d?-\\d\\d?|\\d{1,2}[/.]\\d{1,2}[/.](?:\\d{4}|\\d\\d)|\\d{1,2}-\\d{1,2}-\\d{4})\\b`,
      'g',
    ),
    holds: dated,
    day: (match, today) => writtenDate(match[0], today),
  },
  {
    pattern: /\b(?:by|before|on|until) (?:the )?(\d{1,2}\/\d{1,2})\b(?!\s?%)/g,
    day: (match, today) => writtenDate(match[1] ?? '', today),
  },
  {
    pattern: new RegExp(`\\b${MONTH}(?:,? (?:of )?20\\d\\d\\b)?(?![.]? ?20xx)`, 'g'),
    holds: (lead, match) => dated(lead) && (lead.words.trim() !== '' || /\d{4}/.test(match[0])),
    day: (match, today, part) => inMonth(match[0], yearOf(match[0]), part, today),
  },
  {
    pattern:
      /\b(?:by|before|on|until|this|next|coming)(?: this| next| the| coming)? (?:mon|tues|wednes|thurs|fri|satur|sun)day\b/g,
    day: (match, today) => writtenDate(match[0].replace(/^(?:by|before|on|until) (?:the )?/, ''), today),
  },
  {
    pattern: /\b(?:today|tomorrow|tonight)\b(?!')/g,
    day: (match, today) => ahead(match[0] === 'tomorrow' ? 1 : 0, 'day', today),
  },
  {
    pattern:
      /\b(?:q([1-4])|(first|second|third|fourth|1st|2nd|3rd|4th) quarter)\b(?:[ ,/-]*(?:of )?(?:20\d\d|fy ?\d\d))?/g,
    holds: dated,
    day: (match, today) => {
      const named = ['first', 'second', 'third', 'fourth'].findIndex(
        (word) => word.slice(0, 2) === match[2]?.slice(0, 2),
      )
      return inQuarter(Number(match[1] ?? match[2]?.match(/\d/)?.[0] ?? named + 1), yearOf(match[0]), today)
    },
  },
  {
    pattern: /\b(?:h[12]|(?:first|second) half of) 20\d\d\b|\bfy ?(?:20)?\d\d(?:[/-]\d\d)?\b/g,
    holds: dated,
    day: (match, today) => {
      if (/^(?:h1|first)/.test(match[0])) return inMonth('jun', yearOf(match[0]), 'end', today)
      const last = /(\d\d)$/.exec(match[0])
      return yearEnd(match[0], last && 2000 + Number(last[1]), 0, today)
    },
  },
  {
    pattern:
      /\b(?:(?:this|next|the|current|coming) )*(?:(financial|fiscal|tax|academic|school|college|calendar) year|(?:financial |fiscal |tax |academic |calendar )?year[- ]end)(?: (20\d\d)(?:[/-]\d\d)?)?(?: (?:closes|ends|finishes|is out))?\b/g,
    holds: dated,
    day: (match, today) => yearEnd(match[0], yearOf(match[2]), /\bnext\b/.test(match[0]) ? 1 : 0, today),
  },
  {
    pattern: /\bthe (year|month|quarter|week|term|season) (?:is out|is over|ends|closes|finishes)\b/g,
    day: (match, today) => endOfThis(match[1] ?? '', 0, today),
  },
  {
    pattern:
      /\b(?:end|close|start|beginning|middle|finish|completion) of (?:(?:the|my|our|this|next|each) )*(?!the\b|my\b|our\b|this\b|next\b|day|shift|call|chat|contact|conversation|interaction|hour|morning|afternoon|working|business|following|same|financial|each|every|january|20)([a-z-]{3,})\b/g,
    holds: (lead, match) =>
      /^(?:by|before|until|in|at|to|ahead|later|within|on)\b/.test(lead.words) ||
      /year|month|quarter|week|term/.test(match[1] ?? ''),
    day: (match, today) => endOfThis(match[1] ?? '', /\bnext\b/.test(match[0]) ? 1 : 0, today),
  },
  {
    pattern:
      /\b(this|next|current|coming|following) (?:(?:few|calendar|half|spring|summer|autumn|winter) ?)?(weekend|week|fortnight|month|quarter|half-term|term|semester|session|season|year|spring|summer|autumn|winter|easter|christmas)\b/g,
    holds: (_, match) => !/few/.test(match[0]),
    day: (match, today) =>
      endOfThis(match[2] ?? '', LATER.test(match[1] ?? '') ? 1 : 0, today) ??
      festival(match[2] ?? '', null, today),
  },
  {
    pattern:
      /\b(christmas|xmas|easter|new year|half-term|black friday|spring|summer|autumn|winter)(?:'s)?(?: day| eve| holidays?| break| term| season| peak| sales?)?(?: (20\d\d))?\b/g,
    holds: (lead) =>
      /^(?:by|before|until|till|in|at|for|during|over|come|ahead|this|next|end|close|through|later)\b/.test(
        lead.words.trim(),
      ) || /\b(?:end|early|mid|late)\b/.test(lead.words),
    day: (match, today) => festival(match[1] ?? '', yearOf(match[2]), today),
  },
  {
    pattern:
      /\b(?:by|before|until|ahead of|in time for|at|in|for) (?:the|my|our|his|her|their) (?:(?:next|annual|yearly|quarterly|mid-?year|year-end|end-of-year|final|first|upcoming|winter|summer|pulse|staff|customer) )*(?:review|appraisal|one-to-one|1:1|supervision|probation|assessment|audit|exam|interview|launch|go-live|placement|apprenticeship|survey|conference|inspection|half-term|peak)\b/g,
    holds: (_, match) =>
      /^(?:by|before|until|ahead|in time)/.test(match[0]) || /\b(?:next|upcoming|final)\b/.test(match[0]),
    day: () => null,
  },
  {
    pattern: new RegExp(
      `\\b(?:by the time (?:i|we) (?:turn|reach|am|are|hit)|(?:by|before) (?:the )?(?:age(?: of)?|i turn|i am)|before my) (?:${NUMBER}|\\d+(?:st|nd|rd|th) birthday)`,
      'g',
    ),
    day: () => null,
  },
  {
    pattern: new RegExp(
      `\\b(in|within|inside|over|during|for|across|after|throughout)(?: just| under| less than| no more than| at most| up to| a period of| the space of| the course of)*(?: the)?( (?:next|coming|following|first))? (?:a )?(${NUMBER})[ -](${SPAN_UNIT})(?: period| from now| from today)?\\b`,
      'g',
    ),
    holds: (_, match, plain) => isDeadline(match, plain),
    day: (match, today) =>
      ahead(numberOf(match[3] ?? '') ?? 0, (match[4] ?? '').replace('calendar ', ''), today),
  },
  {
    pattern: new RegExp(`\\b(${NUMBER}) (${SPAN_UNIT}) (?:later|from now|from today)\\b`, 'g'),
    day: (match, today) => ahead(numberOf(match[1] ?? '') ?? 0, match[2] ?? '', today),
  },
  {
    kind: 'rolling',
    pattern: new RegExp(
      `\\b(?:(?:past|last|previous|trailing) (?:${NUMBER}) ${SPAN_UNIT}|(?:final|last) (?:week|fortnight|month) of (?:the |each |every )?(?:month|quarter|term|year)|rolling (?:${NUMBER})[ -]${SPAN_UNIT})\\b`,
      'g',
    ),
    holds: (lead) => !PAST.test(lead.words),
    day: () => null,
  },
  {
    kind: 'cycle',
    pattern:
      /\b(?:each|every|per|an?|in an?|in any|in one|once a) (?:calendar |financial |academic |half[- ])?(?:year|quarter|term|semester|season)\b(?! (?:of|ago|old|or so)|-)|\b(?:quarterly|termly|annually)\b/g,
    day: () => null,
  },
  {
    pattern:
      /(?<=\b(?:by|in|during|before|throughout|for|of|until|through|over|come|the|early|mid|late)[ -])20\d\d(?:[-/](?:20)?\d\d)?\b(?! (?:figures?|levels?|results?|baseline|average|score))|^20\d\d(?=:)/g,
    holds: dated,
    day: (match, today) => yearEnd('', yearOf(match[0]), 0, today),
  },
]

/** The passages that give a goal an end, in the order of the text, none overlapping. Source: domain.md 5. */
export function periodsIn(plain: string, today: Day): Period[] {
  const found: Period[] = []
  for (const rule of RULES) {
    for (const match of matchesOf(rule.pattern, plain)) {
      const lead = leadTo(plain, match.index)
      if (rule.holds && !rule.holds(lead, match, plain)) continue
      const span: Span = [lead.start, match.index + match[0].trimEnd().length]
      if (found.some((other) => overlaps(other.span, span))) continue
      const part = partOf(`${lead.words}${match[0]}`)
      found.push({ span, kind: rule.kind ?? 'end', day: rule.day(match, today, part) })
    }
  }
  return found.sort((a, b) => a.span[0] - b.span[0])
}
