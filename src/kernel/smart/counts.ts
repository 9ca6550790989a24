import { FIGURES, NUMBER_WORD } from './number.ts'
import { anyOf, either, verbs, wholeWords } from './pattern.ts'
import { matchesOf, type Span, spanOf } from './reading.ts'

/* Numbers, with their comparator and unit */

const CLOCK = '\\d{1,2}:\\d\\d(?::\\d\\d)?'
const AMOUNT = `(?:${FIGURES}|${NUMBER_WORD}(?![a-z]))`
const SIGN = '(?:[<>≥≤]=? ?)?'
const CURRENCY = '(?:[£$€] ?)?'
const LIMIT_WORD = either(
  anyOf(
    'at least, at most, a minimum of, a maximum of, minimum, not more than, up to, above, below, under, over',
  ),
  anyOf('inside, within, by, only, around, about, roughly, no (?:fewer|more|less|later) than'),
  anyOf('(?:more|fewer|less|higher|lower|better|longer|quicker|faster) than'),
)
const LIMIT = `(?:\\b${LIMIT_WORD} (?:an? )?(?:mean of |average of )?)?${SIGN}(?<![\\w.])`
const UNIT = either(
  ' ?%',
  ' per ?cent\\b',
  ' percentage points?\\b',
  ' ?(?:pp|ppts?|pts)\\b',
  `\\+?(?:[ -](?:working |business )?${anyOf('sec(?:ond)?, min(?:ute)?, hour, hr, day, week, wk, mth')}s?\\b)?`,
)
const NO_RATIO = `(?![\\w%]| ${anyOf('sec, min, hour, day, week, month, year, working, %, per ?cent')})`

const NUMBERS = new RegExp(
  either(
    `${SIGN}\\bfrom ${CURRENCY}(?:${CLOCK}|${AMOUNT})[^.;]{0,20}? to (?:[a-z]+ ){0,3}?${CURRENCY}(?:${CLOCK}|${AMOUNT})${UNIT}`,
    '[£$€] ?\\d[\\d,]*(?:\\.\\d+)?(?:k|m)?\\b',
    `${LIMIT}${CLOCK}\\b`,
    `${LIMIT}${AMOUNT}(?:/| out of (?:every )?| in (?:every )?)${AMOUNT}${NO_RATIO}`,
    `${LIMIT}${AMOUNT}${UNIT}`,
  ),
  'g',
)

/** Numbers that name a thing instead of counting it: "Office 365", "step two", "one-to-one", "9 am". */
const NAME_BEFORE = new RegExp(
  `(?:\\b${anyOf(`version, office, windows, iso, act, chapter, phase, stage, step, tier, level, grade, band, unit,
    module, year, gate, bay, line, room, table, page, section, question, part, option, appendix, number, no\\.`)}|#) ?$`,
)
const NAME_AFTER =
  /^(?:[- ](?:to|2)[- ](?:one|1|ones)\b|:1\b|[- ](?:degree|way)\b|°| ?(?:am|pm|a\.m|p\.m)\b|\/7\b| feedback\b|(?:\/\d+)? (?:rule|principle|approach|law)\b)/

/** The numbers of a text, as passages with their comparator and unit; not those that name, nor years. */
export function numbersIn(plain: string): Span[] {
  return matchesOf(NUMBERS, plain)
    .filter((match) => {
      const before = plain.slice(Math.max(0, match.index - 12), match.index)
      const after = plain.slice(match.index + match[0].length, match.index + match[0].length + 16)
      const named = /^[\d<>]/.test(match[0]) || /^[a-z]+$/.test(match[0])
      const year = /^20\d\d$/.test(match[0]) && /\b(?:the|about|from|of|on|for) $/.test(before)
      return !year && !(named && NAME_BEFORE.test(before)) && !NAME_AFTER.test(after)
    })
    .map(spanOf)
}

/* Counts in words, and standards */

const PART = anyOf('third, quarter, fifth, tenth')
const MISTAKES = anyOf(
  'errors?, mistakes?, complaints?, defects?, faults?, escalations?, absences?, reminders?, typos?',
)
const WRONG = anyOf('wrong, incorrect, missing, missed, late, lost, unanswered, overdue')
const NEXT = anyOf('same, next, following')

const COUNTS = wholeWords(
  anyOf('twice, thrice, doubl(?:e|ing), halv(?:e|ing), trebl(?:e|ing), tripl(?:e|ing), half an? \\w+'),
  `for an? (?:full |whole )?${anyOf('hour, day, morning, afternoon')}`,
  '(?:by|in) half|half (?:of|the)',
  `a ${PART} of|by a ${PART}|one[- ](?:${PART}|in (?:every )?[a-z]+)|(?:two|three)[- ](?:thirds|quarters)`,
  '(?:a |the )?once (?:a|per|every|each)',
  `${anyOf('at least, at most, no more than, only, exactly, just, up to, than')} one`,
  `one ${anyOf('mistake, error, complaint, more, fewer, extra, new')}`,
  'both (?:(?:my|our|the|of (?:my|our|the)) )?[a-z-]+s\\b(?! and\\b)',
)

/** What a look tells: "on the third ring", "error-free", "no missed calls", "the same day", "tested by the chef". */
const STANDARDS = wholeWords(
  '(?:on|by|before|within|at|after) the (?:second|third|fourth|fifth|\\d+(?:st|nd|rd|th)) (?!of\\b)\\w+',
  '(?:error|fault|mistake|defect)[- ]free',
  `without (?:any |a |an )?(?:single )?(?:\\w+ )?${MISTAKES}`,
  `(?:free (?:of|from)|no|zero|nil) (?:\\w+ )?${MISTAKES}`,
  `(?:no|zero|nil) (?:\\w+ )?${WRONG} \\w+`,
  'zero (?!in\\b)[a-z]+',
  `(?:the )?${NEXT} (?:working |business )day|(?:on|by|before|within) the ${NEXT} day|same[- ]day`,
  anyOf(
    'signed off, assessed (?:as|at), graded, full marks, top marks on, judged (?:as )?competent, rated (?:as )?\\w+',
  ),
  `${verbs('test, check, observe, mark, assess, score, confirm, verify, judge, audit, watch, inspect')} by (?!what\\b)`,
)

/** Counts and standards said in words. */
export function countsIn(plain: string): Span[] {
  return [COUNTS, STANDARDS].flatMap((pattern) => matchesOf(pattern, plain)).map(spanOf)
}
