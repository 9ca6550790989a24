import { isJoining, isLoose } from './lexicon.ts'
import { NUMBER_WORD } from './number.ts'
import { anyOf, atStart } from './pattern.ts'
import { matchesOf, type Span, spanOf } from './reading.ts'

const SOMEBODY = "(?:[a-z']+ ){1,4}"
const MODAL = anyOf('will, shall, should, must, is to, are to, needs? to, undertakes? to')
const I_MEAN = anyOf(`
  'll, \\ will, \\ shall, 'd (?:like|love) to, \\ would (?:like|love) to(?! reach), '[mr]e? going to, \\ a(?:m|re) going to,
  '[mr]e? gonna, (?:'m|'re| am| are) (?:hoping|planning|aiming|looking) to, \\ aspire to, \\ want to, \\ wanna, \\ plan to, \\ aim to, \\ hope to,
  \\ intend to, \\ need to, \\ am to, \\ are to`)
const AIM = anyOf('goal, aim, objective, target, plan, resolution, ambition, priority, mine')

/** What a goal says before its act, in the order in which it is taken off. */
const LEAD_INS = [
  // Marks and the words of a form: "- ", "Objective: ", "2027: ".
  /^[\s"“'*•–-]+/,
  /^(?:\d{4}|[a-z]+(?: [a-z]+){0,2}):\s+(?=[a-z])/,
  // Who means it: "I'd like to", "My aim is to", "It is my wish to", "I want that", "Amara will", "The adviser is to".
  new RegExp(`^[^.;]{0,90}?\\b(?:i|we)${I_MEAN}(?: now)?(?: have)?\\s+`),
  new RegExp(`^[^.;]{0,60}?\\b${AIM}\\b[^.;]{0,40}?(?:'s| is| was| will be| for [a-z]+:| this year:|:)\\s+`),
  atStart('it is (?:my |our )?[a-z]+ (?:to|that) ', '(?:i|we) want that '),
  new RegExp(`^${SOMEBODY}${MODAL}(?: now)?(?: have)? (?=[a-z])`),
  // What it is for, or whom it is done with: "To raise retention, ", "Work with IT to".
  /^(?:in order )?to [^,.;:]{3,80}, (?!(?:which|who|where|and|or|so|as|by|with|from|in|on|for|at|to|including|such)\b)(?=[a-z]{2})/,
  /^[^.;,]{3,90}, (?=(?:be )?able to )/,
  /^work(?:ing)? (?:together )?with [^.;,]{2,40}? to (?=[a-z])/,
  // Small words and trying: "always ", "be able to", "try to", "endeavour to".
  /^(?:to|please|always|also|not|no longer|just|and|then|simply)\s+/,
  /^(?:be |being )?able to\s+/,
  /^(?:start|begin|try|continue|look|aim|help|endeavou?r|strive|attempt|seek|undertake)(?:ing)? to\s+/,
]

/** "Beth to improve": somebody, where a verb of direction follows. */
const SUBJECT = /^(?!(?:walk|cycle|get|go|come|drive) to work)[a-z]+ to (?=([a-z]+))/

/** Where the act begins, after any lead-in. */
export function actAt(plain: string): number {
  let at = 0
  for (let round = 0; round < 3; round++) {
    for (const lead of LEAD_INS) {
      const match = lead.exec(plain.slice(at, at + 160))
      if (match && at + match[0].length < plain.length) at += match[0].length
    }
    const subject = SUBJECT.exec(plain.slice(at, at + 60))
    if (subject && isLoose(subject[1] ?? '')) at += subject[0].length
  }
  return at
}

export type Word = { word: string; span: Span }

/** How it is done says nothing of what: "in a professional manner". */
const IN_A_WAY = /\bin an? (?:[\w-]+ ){1,3}?(?:way|manner|fashion)\b/g

/** The words that carry what is done and to what, dates and ways of doing it left out. */
export function contentOf(plain: string, at: number, dates: readonly Span[]): Word[] {
  const ways = matchesOf(IN_A_WAY, plain).map(spanOf)
  const left = [...dates, ...ways]
  return matchesOf(/[a-z#][a-z'&-]+/g, plain.slice(at))
    .map((match): Word => ({ word: match[0], span: [match.index + at, match.index + at + match[0].length] }))
    .filter(
      ({ word, span }) => !isJoining(word) && !left.some(([from, to]) => span[0] >= from && span[1] <= to),
    )
}

/** The deed as a whole, for quoting: up to the first stop, means or purpose, at most 100 characters. */
export function deedSpan(plain: string, from: number): Span {
  const rest = plain.slice(from, from + 110)
  const stop = rest.search(/[.;,!?]|\s+(?:by|so that|in order)\b/)
  const end = stop < 0 ? rest.length : stop
  const cut = end <= 100 ? end : rest.lastIndexOf(' ', 100)
  return [from, from + rest.slice(0, cut > 0 ? cut : 100).trimEnd().length]
}

/** The act without its dates. */
function without(plain: string, at: number, dates: readonly Span[]): string {
  let out = plain
  for (const [start, end] of [...dates].reverse()) if (start >= at) out = out.slice(0, start) + out.slice(end)
  return out.slice(at)
}

const COUNTED = new RegExp(`\\d|\\b${NUMBER_WORD}\\b`)

/** A clause that could be a goal by itself: it begins with an act and has a figure of its own. */
function isWhole(clause: string): boolean {
  const [first = ''] = clause.split(' ', 1)
  const act = /^[a-z]{3,}$/.test(first) && !isJoining(first) && (/ss$/.test(first) || !/s$/.test(first))
  return act && !COUNTED.test(first) && COUNTED.test(clause)
}

/** Several sentences, or three acts or more that each have a figure: "answer 90%, resolve 80% and write 3 articles". */
export function isCompound(plain: string, at: number, dates: readonly Span[]): boolean {
  const sentences = plain
    .split(/[.;](?:\s|$)|,? and (?:also|then) /)
    .filter((part) => part.trim().split(' ').length > 3)
  if (sentences.length > 2) return true
  if (!COUNTED.test(plain)) return false
  const clauses = without(plain, at, dates).split(
    /\s*[,;.](?:\s+|$)(?:and |then |also )*|\s+and (?:also |then )?/,
  )
  return clauses.filter(isWhole).length > 2
}

/** "Shown by three calls", "helped by Ben": no aim begins with these. */
const PARTICIPLE = /(?:ed|[a-z]own)$/

/** The verbs of direction that each begin a goal of their own: "cut absence, improve quality and build a team". */
export function aimsIn(plain: string, at: number): Span[] {
  return matchesOf(
    /(?:^|[,;.] (?:and )?(?:also |then )?| and (?:also |then )?)(?:to )?([a-z]+)(?= [a-z])/g,
    plain.slice(at),
  )
    .filter(({ 1: verb = '' }) => isLoose(verb) && !PARTICIPLE.test(verb))
    .map((match) => {
      const end = match.index + match[0].length + at
      return [end - (match[1] ?? '').length, end]
    })
}
