import { ahead } from './calendar.ts'
import { PAST, type Rule } from './lead.ts'
import { NUMBER, numberOf } from './number.ts'

const SPAN_UNIT =
  '(?:working |business |calendar )?(?:(?:day|week|fortnight|month|quarter|term|semester|year)s?|wks?|mths?|yrs?)'

const inFull = (unit: string): string =>
  unit.replace('calendar ', '').replace(/\bwk/, 'week').replace(/\bmth/, 'month').replace(/\byr/, 'year')

/** Contacts have their own clock: "resolve every complaint within 8 weeks" says how fast, not by when. */
const SERVICE =
  /\b(?:all|every|each|any|no|per cent|percent|of|\d+ ?%)\b.*\b(?:repl|answer|respon|resol|clos|solv|acknowledg|settl|fix|process|dispatch|refund|escalat|call|contact|phone|ring|turn)|\b(?:repl|answer|respon|resol|clos|solv|acknowledg|settl|fix|process|dispatch|refund|escalat|call|contact|phone|ring)\w* .*\b(?:all|every|each|any|\d+ ?%)/

/** A whole year's days before "a year" say always, and close with no year: "365 days a year". */
const ALL_YEAR = /\b(?:36[56] days|52 weeks|(?:12|twelve) months) $/

function isDeadline(match: RegExpExecArray, plain: string): boolean {
  const [, , forward, count, unit = ''] = match
  const rest = plain.slice(match.index + match[0].length, match.index + match[0].length + 24)
  if (/^ (?:of|from|after|before)\b(?! (?:now|today|starting|joining|my|the start))/.test(rest)) return false
  if (/^ (?:ago|old|earlier|beforehand|notice|late\b)/.test(rest)) return false
  if (forward || (/^(?:for|over|during|across|throughout)\b/.test(match[0]) && !/day/.test(unit))) return true
  if (/day/.test(unit) && (numberOf(count ?? '') ?? 0) < 28) return false
  return !(
    /^(?:week|wk|day|fortnight)/.test(unit) &&
    SERVICE.test(plain.slice(Math.max(0, match.index - 90), match.index))
  )
}

/** Occasions, lengths of time, counts per closed period and rolling windows, in the order in which they are looked for. */
export const SPANS: readonly Rule[] = [
  {
    pattern:
      /\b(?:by the time|before|until|till) (?:i|we|he|she|they|(?:the|my|our|his|her|their) (?!call|caller|customer|chat|guest|shift|day|phone|queue|line|desk|shop)[a-z-]+(?: [a-z-]+)?) (?:starts?|begins?|opens?|closes?|finish(?:es)?|pass(?:es)? (?:his |her |their |my |our )?probation|goe?s? (?:live|solo)|launch(?:es)?|moves? (?:offices?|in|out|house|over)|retires?|leaves?|returns?|comes?(?: back| in| on)?|arrives?|changes?)\b/g,
    day: () => null,
  },
  {
    pattern:
      /\b(?:in|by|before|until|during|for) (?:the )?(?:first|second|third|fourth|final|last) (?:day|week|fortnight|month|half) of (?!each\b|every\b|the (?:month|week)\b)(?:(?:the|my|our|this|next) )?[a-z]{3,}/g,
    day: () => null,
  },
  {
    pattern:
      /\b(?:(?:by|before|until|up to|ahead of|in time for) (?:the |my |our |his |her |their |your )?(?:(?:(?:three|six|nine|twelve|3|6|9|12)[ -](?:months?|weeks?)|next|annual|yearly|quarterly|monthly|mid-?year|year-end|end-of-year|final|first|second|third|upcoming|winter|summer|spring|autumn|pulse|staff|customer|team|performance|external|peak) )*|(?:at|in|for) (?:(?:the|my|our|his|her|their) )?(?:next|upcoming|final) (?:[a-z-]+ )?)(?:reviews?|appraisal|one-to-one|1:1|supervision|probation|assessment|audit|exams?|interview|launch|go-live|placement|apprenticeship|survey|conference|inspection|half-term|peak|birthday|anniversary|retirement|graduation|enrolment|open day|recess|deadline|switchover|migration|roll-?out|merger|elections?)\b/g,
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
      `\\b(in|within|inside|over|during|for|across|after|throughout)(?: just| under| less than| no more than| at most| up to| a period of| the space of| the course of| each of| all of)*(?: the)?( (?:next|coming|following|first))? (?:a )?(${NUMBER})[ -](${SPAN_UNIT})(?: period| from now| from today)?\\b`,
      'g',
    ),
    holds: (_, match, plain) => isDeadline(match, plain),
    day: (match, today) => ahead(numberOf(match[3] ?? '') ?? 0, inFull(match[4] ?? ''), today),
  },
  {
    pattern: new RegExp(`\\b(${NUMBER}) (${SPAN_UNIT}) (?:later|from now|from today)\\b`, 'g'),
    day: (match, today) => ahead(numberOf(match[1] ?? '') ?? 0, inFull(match[2] ?? ''), today),
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
    holds: (_, match, plain) => !ALL_YEAR.test(plain.slice(Math.max(0, match.index - 12), match.index)),
    pattern:
      /\b(?:each|every|per|an?|in an?|in any|in one|once a) (?:calendar |financial |academic |half[- ])?(?:year|quarter|term|semester|season)\b(?! (?:of|ago|old|or so)|-)|\b(?:quarterly|termly|annually)\b/g,
    day: () => null,
  },
]
