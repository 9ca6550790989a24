import { addMonths } from '../day.ts'
import {
  ahead,
  endOfThis,
  inFinancialQuarter,
  inMonth,
  inQuarter,
  inThisMonth,
  inYear,
  MONTH,
  writtenDate,
  yearEnd,
} from './calendar.ts'
import { FEAST, feastDay } from './feasts.ts'
import { dated, namesThing, type Rule, yearOf } from './lead.ts'
import { NUMBER_WORD, numberOf } from './number.ts'

/** A year in two figures after a month's name: "Jan-27", "January ’27", or at the end of the sentence. */
const SHORT_YEAR = "(?: ?'[2-9]\\d\\b|-[2-9]\\d\\b(?![-/])| [2-9]\\d(?=[.!]?$))"
const longYear = (text: string): string => text.replace(/([a-z]\.?) ?['-]?(\d\d)$/, '$1 20$2')
/** The day before the month and the year in full, as the reader of dates takes them: "March 20" is 20 March. */
const dayFirst = (text: string): string =>
  /^[a-z]/.test(text) ? text.replace(/^([a-z]+\.?) ?(\d{1,2})(?:st|nd|rd|th)?/, '$2 $1') : longYear(text)
const LATER = /^(?:next|following|coming)/

/** Dates, months, quarters, years, feasts and seasons by their names, in the order in which they are looked for. */
export const DATES: readonly Rule[] = [
  {
    pattern: new RegExp(
      `\\b\\d{1,2}(?:st|nd|rd|th)?(?: of)? ?${MONTH}(?:,? (?:19|20)\\d\\d\\b|${SHORT_YEAR})?|\\b${MONTH} ?(?:0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?\\b(?!:| ?%| per ?cent)(?:,? (?:19|20)\\d\\d\\b)?|\\b(?:\\d{4}-\\d\\d?-\\d\\d?|\\d{4}/\\d\\d?/\\d\\d?|\\d{1,2}[/.]\\d{1,2}[/.](?:\\d{4}|\\d\\d)|\\d{1,2}-\\d{1,2}-\\d{4})\\b`,
      'g',
    ),
    ofCalendar: true,
    holds: dated,
    day: (match, today) => writtenDate(dayFirst(match[0]), today),
  },
  {
    pattern: /\b(?:by|before|on|until) (?:the )?((?:0?[1-9]|[12]\d|3[01])\/(?:0?[1-9]|1[0-2]))\b(?!\s?%)/g,
    ofCalendar: true,
    day: (match, today) => writtenDate(match[1] ?? '', today),
  },
  {
    pattern: new RegExp(
      `\\bbetween (?:the )?(?:start of |end of |early |mid-?|late )?${MONTH}(?: 20\\d\\d)? and (?:the )?(?:start of |end of |early |mid-?|late )?(${MONTH})(?: (20\\d\\d))?(?! \\d)`,
      'g',
    ),
    day: (match, today) => inMonth(match[1] ?? '', yearOf(match[2]), 'end', today),
  },
  {
    pattern: new RegExp(
      `\\b${MONTH} ?(?:-|–|to|till|until|through) ?(${MONTH})(?: (20\\d\\d))?(?! \\d)\\b`,
      'g',
    ),
    day: (match, today) => inMonth(match[1] ?? '', yearOf(match[2]), 'end', today),
  },
  {
    pattern: new RegExp(`\\b${MONTH}(?:,? (?:of )?20\\d\\d\\b|${SHORT_YEAR})?(?![.]? ?20xx)`, 'g'),
    holds: (lead, match) => dated(lead, match) && (lead.words.trim() !== '' || /\d{4}/.test(match[0])),
    day: (match, today, part) => inMonth(match[0], yearOf(longYear(match[0])), part, today),
  },
  {
    pattern:
      /\b(?:by|before|on|until|this|next|coming)(?: this| next| the| coming)? (?:mon|tues|wednes|thurs|fri|satur|sun)day\b/g,
    day: (match, today) => writtenDate(match[0].replace(/^(?:by|before|on|until) (?:the )?/, ''), today),
  },
  {
    pattern:
      /\b(?:by|before|until|on|from)(?: the)? (\d{1,2})(?:st|nd|rd|th)\b( of next month\b| of (?:this|the) month\b)?(?= *(?:$|[.,;:!?)]|(?:and|so|with|to|for|at|when)\b))/g,
    day: (match, today) =>
      inThisMonth(
        Number(match[1]),
        match[2]?.includes('next') ? addMonths(`${today.slice(0, 8)}01`, 1) : today,
      ),
  },
  {
    pattern: /\b(?:today|tomorrow|tonight)\b(?!')/g,
    day: (match, today) => ahead(match[0] === 'tomorrow' ? 1 : 0, 'day', today),
  },
  {
    pattern:
      /\b(?:q([1-4])|(first|second|third|fourth|1st|2nd|3rd|4th) quarter|quarter ([1-4]|one|two|three|four))\b(?:[ ,/-]*(?:of )?(?:20\d\d(?:[/-](?:20)?\d\d)?\b|fy ?(?:20)?(?:\d\d[/-])?\d\d\b))?/g,
    holds: dated,
    day: (match, today) => {
      const named = ['first', 'second', 'third', 'fourth'].findIndex(
        (word) => word.slice(0, 2) === match[2]?.slice(0, 2),
      )
      const quarter = match[3]
        ? numberOf(match[3])
        : Number(match[1] ?? match[2]?.match(/\d/)?.[0] ?? named + 1)
      const financial = /(?:20(\d\d)[/-]|fy ?(?:20)?(\d\d)[/-]|fy ?(?:20)?(\d\d))(?:20)?/.exec(match[0])
      if (financial) {
        const ends = financial[3] ? Number(financial[3]) : Number(financial[1] ?? financial[2]) + 1
        return inFinancialQuarter(quarter ?? 4, 1999 + ends)
      }
      return inQuarter(quarter ?? 4, yearOf(match[0]), today)
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
      /\b(?:(?:this|next|the|current|coming) )*(?:(?:20(\d\d)[/-](?:20)?\d\d )?(?:financial|fiscal|tax|academic|school|college|calendar) year(?: end)?|(?:financial |fiscal |tax |academic |calendar )?year[- ]end)(?: (20\d\d)([/-](?:20)?\d\d)?)?(?: (?:closes|ends|finishes|is out))?\b/g,
    holds: dated,
    day: (match, today) =>
      yearEnd(
        match[0],
        match[1] ? 2001 + Number(match[1]) : match[3] ? Number(match[2]) + 1 : yearOf(match[2]),
        /\bnext\b/.test(match[0]) ? 1 : 0,
        today,
      ),
  },
  {
    pattern:
      /\b(?:mid|the middle of the)[- ]month\b(?! of)|\b(?:by|before|until|at) (?:the )?(month|quarter|week)(?:'s|-| )end\b|\b(?:by|before|until) the (weekend)\b|\b(?:by|before|until) (?:the )?(?:eo([mqyw])|close of play|cop|end of play)\b/g,
    day: (match, today) => {
      if (/mid/.test(match[0])) return inThisMonth(15, today)
      const units: Record<string, string> = { m: 'month', q: 'quarter', y: 'year', w: 'week' }
      const unit = match[1] ?? match[2] ?? units[match[3] ?? '']
      return unit ? endOfThis(unit, 0, today) : null
    },
  },
  {
    pattern: /\b(?:h([12])|half[- ]year)\b(?! 20)/g,
    holds: (lead, match) => lead.words.trim() !== '' && dated(lead, match),
    day: (match, today) => (match[1] ? inMonth(match[1] === '1' ? 'jun' : 'dec', null, 'end', today) : null),
  },
  {
    pattern:
      /\b(?:within|inside|over|throughout) (?:the|this) (?:course of the )?(quarter|term|semester|year|season)\b/g,
    day: (match, today) => endOfThis(match[1] ?? '', 0, today),
  },
  {
    pattern:
      /\bthe (year|month|quarter|week|term|season) (?:is out|is over|is through|ends|closes|finishes)\b/g,
    day: (match, today) => endOfThis(match[1] ?? '', 0, today),
  },
  {
    pattern:
      /\b(?:end|close|start|beginning|middle|finish|completion) of (?:(?:the|my|our|this|next|each) )*(?!the\b|my\b|our\b|this\b|next\b|day|shift|call|chat|contact|conversation|interaction|hour|morning|afternoon|working|business|following|same|financial|each|every|january|20)([a-z-]{3,})\b(?:(?<=week|month) (?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b)?/g,
    holds: (lead, match) =>
      /^(?:by|before|until|in|at|to|ahead|later|within|on)\b/.test(lead.words) ||
      /year|month|quarter|week|term/.test(match[1] ?? ''),
    // "Week 12" and "month three" are those of a course or a plan, whose days are not the calendar's.
    day: (match, today) =>
      match[0].endsWith(match[1] ?? '')
        ? endOfThis(match[1] ?? '', /\bnext\b/.test(match[0]) ? 1 : 0, today)
        : null,
  },
  {
    pattern:
      /\b(this|next|current|coming|following) (?:(?:few|calendar|half|spring|summer|autumn|winter) ?)?(weekend|week|fortnight|month|quarter|half-term|term|semester|session|season|year|spring|summer|autumn|winter|easter|christmas)\b/g,
    holds: (_, match) => !/few/.test(match[0]),
    day: (match, today) =>
      endOfThis(match[2] ?? '', LATER.test(match[1] ?? '') ? 1 : 0, today) ??
      feastDay(match[2] ?? '', null, today),
  },
  {
    pattern: new RegExp(
      `\\b(${FEAST})(?:'s)?(?: day| eve| holidays?| break| term| season| peak| sales?| recess)?(?: (20\\d\\d))?\\b`,
      'g',
    ),
    holds: (lead, match) =>
      !namesThing(lead, match) &&
      (/^(?:by|before|until|till|in|at|on|of|for|during|over|come|ahead|this|next|end|close|through|throughout|to|later|between)\b/.test(
        lead.words.trim(),
      ) ||
        /\b(?:end|early|mid|late)\b/.test(lead.words) ||
        (/^the clocks/.test(match[0]) &&
          /\b(?:by|before|until|when|after) $/.test(match.input.slice(0, match.index)))),
    day: (match, today, part) => feastDay(match[1] ?? '', yearOf(match[2]), today, part),
  },
  {
    pattern: new RegExp(
      `\\b(?:by|before|in|until|from|at|to|end of|during) (?:the end of )?(?:week|month|year) (?:${NUMBER_WORD}|one|\\d{1,2})\\b(?! per)`,
      'g',
    ),
    day: () => null,
  },
  {
    pattern:
      /\b(?:during|by|before|until|throughout) (?:the )?(?!the |a |one |last |each |every |any |same |working |first |second |next |this )[a-z']{4,} week\b/g,
    day: () => null,
  },
]

/** A year alone ("by 2028"), which is looked for last. */
export const BARE_YEAR: Rule = {
  pattern:
    /(?<=\b(?:by|in|during|before|throughout|for|of|until|through|over|come|the|early|mid|late)[ -])20\d\d(?:[-/](?:20)?\d\d)?\b(?! (?:figures?|levels?|results?|baseline|average|score))|^20\d\d(?=:)/g,
  holds: dated,
  day: (match, _, part) => inYear(Number(match[0].slice(0, 4)), part),
}
