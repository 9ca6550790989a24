import type { Word } from './act.ts'
import { DEGREE, isLoose, isManner, isPraising, isWide, isWishing, POST, PRAISED } from './lexicon.ts'
import { anyOf, atStart, either, verbs, wholeWords } from './pattern.ts'
import { type Goal, matchesOf, quoted, type Span } from './reading.ts'

/* Degree: "better", "more patient", "the extra mile" */

const DEGREES = wholeWords(DEGREE)
/** What something is for says nothing of the act: "ask for a headset so that I hear better". */
const PURPOSE = /\b(?:so that|so as|so i\b|so we\b|in order|because)/
/** An amount or a pace of a plain act: "write more help articles", "reply faster to letters". */
const AMOUNT = /^(?:more|less|faster|quicker)$/

/* State: how to be or feel, or how others should */

/** Others confirm these, so that to be one is an event and no quality. */
const CONFIRMED = anyOf(
  'able, promoted, signed, certified, accredited, trained, qualified, observed, assessed, present',
)
const BE = either(
  anyOf(
    'be, being, (?:keep|stop|avoid) being, keep on, look(?:ing)?(?! (?:at|into|after|for|through|up|over)\\b)',
  ),
  verbs('become, sound, feel, stay, remain, seem'),
)
const SOME_MORE = '(?:(?:on|the|some|a|my|more|full|great|greater|better|further) )*'
const CONDITION = anyOf(
  'tidy, happy, clean, good, safe, satisfied, pleased, professional, friendly, nice, great, heard, valued, smart, polite',
)

const STATES_AT_START = atStart(
  `${BE}\\s+(?:a |an |the |on )?(?:\\w+ly )?(?!${CONFIRMED}\\b)`,
  `${verbs('act')}\\s+\\w+ly\\b`,
  `${verbs('look into, consider, think about')}\\b`,
  `${verbs('raise')}\\s+awareness\\b`,
  `${verbs('put')}\\s+[^.;,]{3,30} first(?= *(?:$|[.,;!]))`,
  `${verbs('develop, grow, improve, progress, succeed, excel')} as an?\\b`,
  `${verbs('get')}\\s+${anyOf('good, on, used, ahead, going')}\\b`,
  `${verbs('meet, exceed, satisfy, do')}\\s+(?:\\w+(?:'s|s')? )?${anyOf('needs, expectations, targets, standards, demands?, deadlines, well, my best')}\\b`,
  `${verbs('keep, stay')}\\s+${anyOf('on top, up to, abreast, calm, cool, going, improving, learning')}\\b`,
  `${verbs('take')}\\s+${SOME_MORE}${anyOf('ownership, responsibility, pride, initiative, accountability, care, interest, lead, charge')}\\b`,
  `${verbs('gain, get, build, develop, have')}\\s+${SOME_MORE}${anyOf('experience, confidence, understanding, insight, awareness, rapport, empathy, patience, resilience, trust')}\\b`,
)
const OTHERS_STATE = wholeWords(
  `(?:${verbs('make')} sure|${verbs('ensure')})\\b[^.;,]{0,40}?\\b${anyOf('looks?, is, are, feels?, be')}\\s+(?:\\w+ly )?${CONDITION}`,
  `${verbs('make, keep, leave')}\\b[^.;,]{0,40}?\\s+(?:\\w+ly )?${CONDITION}`,
)

/* Comparison and figures */

/** "Do better", "be more careful": a comparison, of which a figure elsewhere says neither how much nor what is done. */
const COMPARED = new RegExp(
  `^${anyOf('do, doing, be, being, become, becoming, get, getting, perform, performing, feel, feeling')} (?:(?:much|even|a lot|far) )?(?:better|more \\w+|less \\w+)(?= *(?:$|[.,;]|(?:with|at|in|on|for|about|when|during)\\b))`,
)
/** A figure that a comparison can be of: a rate or a score, or a course from one figure to another. */
const RATED = new RegExp(
  `\\b${anyOf('csat, fcr, nps, satisfaction, scores?, ratings?, rate, quality, time, sales, revenue, from')}\\b`,
)
/** Wide things that are figures in themselves: with a number they are plain enough. */
const FIGURE = new RegExp(
  `\\b${anyOf(`sales, revenue, turnover, income, spending, spend, profits?, costs, satisfaction, scores?, ratings?, rate,
    quality, time, productivity, calls, emails?, customers, clients, guests, users, callers`)}\\b`,
)

/** Becoming something that others confirm: a post, a certificate. That is an event and no mere quality. */
const BECOMING = new RegExp(
  `^${anyOf('be, become, becoming, get')}\\s+(?!(?:an? |the )?(?:the|${PRAISED})\\b)(?:an? |the )?[\\w -]{0,30}\\b${either(POST, anyOf('certificate, certified, qualified, accredited'))}\\b`,
)

/** The act of a goal, as it is told from the words around it. */
export type Act = {
  at: number
  first: Word
  /** The words after the first that are neither wide nor loose: what the act is about. */
  own: Word[]
  /** The deed as a whole, for quoting. */
  whole: Span
  /** Whether the goal has a figure, and whether it makes or reaches something that can be seen. */
  counted: boolean
  made: boolean
  rhythm: boolean
  content: number
}

/** A verb of direction after the first one; "moving" and "opening" are things there. */
function isVerbal(word: string): boolean {
  return isWishing(word) || (isLoose(word) && !word.endsWith('ing'))
}

/** The words of its own among those after the first, up to what it is for and how it will be done. */
export function ownOf(plain: string, rest: readonly Word[], means: number): Word[] {
  const ends = [plain.search(PURPOSE), means].filter((end) => end > 0)
  const end = Math.min(plain.length, ...ends)
  return rest.filter(({ word, span }) => span[0] < end && !isWide(word) && !isVerbal(word) && !isManner(word))
}

/** Things of its own that a verb needs without a figure: the less it says, the better its thing must be described. */
function thingsNeeded(verb: string): number {
  if (isWishing(verb)) return 3
  return isLoose(verb) || isPraising(verb) ? 2 : 1
}

/** What an act leaves open: what the words alone fail to say, why, and where. */
export type Open = { alone: string; because: string; spans: Span[] }

const UNSAID = 'does not say what you will do'
const TO_IMPROVE = 'says that it should improve, not what you will do.'

function degreeIn(goal: Goal, { at, first, own }: Act): Open | null {
  const act = goal.plain.slice(at)
  const purpose = act.search(PURPOSE)
  const spans = matchesOf(DEGREES, purpose > 0 ? act.slice(0, purpose) : act).map(
    (match): Span => [match.index + at, match.index + at + match[0].length],
  )
  if (spans.length === 0) return null
  const amounts = spans.every(
    ([from, to]) => AMOUNT.test(goal.plain.slice(from, to)) && !/^ [a-z]+ly\b/.test(goal.plain.slice(to)),
  )
  const carried = !isLoose(first.word) && own.length >= (amounts ? 1 : 3)
  return carried ? null : { alone: UNSAID, because: `${quoted(goal, spans)} ${TO_IMPROVE}`, spans }
}

function stateIn(goal: Goal, { at, whole }: Act): Open | null {
  const act = goal.plain.slice(at)
  if (!STATES_AT_START.test(act) && act.search(OTHERS_STATE) < 0) return null
  return {
    alone: UNSAID,
    because: `${quoted(goal, [whole])} says how to be, not what to do.`,
    spans: [whole],
  }
}

function comparisonIn(goal: Goal, { at, first }: Act): Open | null {
  const compared = COMPARED.exec(goal.plain.slice(at))
  if (!compared || RATED.test(goal.plain.slice(first.span[0]))) return null
  const span: Span = [at, at + compared[0].length]
  return { alone: UNSAID, because: `${quoted(goal, [span])} ${TO_IMPROVE}`, spans: [span] }
}

/** Whether a thing that stands alone can be told: "the depot", "Everest"; not "goals". */
function isDefinite({ text, plain }: Goal, [only]: readonly Word[]): boolean {
  if (!only) return false
  const [from] = only.span
  return /\b(?:the|an?|this) (?:[\w'-]+ )?$/.test(plain.slice(0, from)) || /[A-Z]/.test(text.charAt(from))
}

function widenessOf(goal: Goal, { first, own, whole, counted, made, rhythm, content }: Act): Open | null {
  const enough = counted
    ? own.length > 0 || !isLoose(first.word) || FIGURE.test(goal.plain.slice(first.span[0]))
    : made || (own.length >= thingsNeeded(first.word) && (content > 1 || rhythm || isDefinite(goal, own)))
  if (enough) return null
  return own.length === 0
    ? {
        alone: 'is too wide to act on',
        because: `${quoted(goal, [whole])} is too wide to act on.`,
        spans: [whole],
      }
    : {
        alone: UNSAID,
        because: `${quoted(goal, [whole])} names the thing, but not what you will do about it.`,
        spans: [whole],
      }
}

/** Whether an act is to become what others confirm: a leader, certified. */
export function isPost(goal: Goal, { at }: Act): boolean {
  return BECOMING.test(goal.plain.slice(at))
}

/** What an act leaves open; null where it says what is done. */
export function openIn(goal: Goal, act: Act): Open | null {
  if (act.counted) return comparisonIn(goal, act) ?? (isPost(goal, act) ? null : widenessOf(goal, act))
  if (isPost(goal, act)) return null
  return degreeIn(goal, act) ?? stateIn(goal, act) ?? widenessOf(goal, act)
}
