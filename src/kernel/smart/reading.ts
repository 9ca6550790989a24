import type { Day } from '../day.ts'

/** Start and end of a passage: offsets into the text in UTF-16 units, the end not included. */
export type Span = [start: number, end: number]

/**
 * What one letter of SMART answers. `found` is what the verdict counts. `partly`: something is there and
 * something is still open; where `found` is also true it counts, and could be put more plainly.
 */
export type Letter = {
  found: boolean
  because: string
  spans: Span[]
  partly?: boolean
  /** What would complete it, as a sentence. */
  lack?: string
}

/** How the letters add up; the rule in words stands at `verdictOf`. */
export type SmartVerdict = 'smart' | 'partial' | 'vague'

/** A and R are null where only words are given: no wording can show that a goal is within reach or worth reaching. */
export type SmartLetters = {
  S: Letter
  M: Letter
  A: Letter | null
  R: Letter | null
  T: Letter
  /** Evaluated and Reviewed, of organisations that read by SMARTER. */
  E?: Letter
  R2?: Letter
}

/** The letters an organisation reads by: SMART, or SMARTER with Evaluated and Reviewed; and what A asks. Source: domain.md 5. */
export type LetterSet = { smarter: boolean; a: 'achievable' | 'agreed' }

export type SmartReading = {
  text: string
  letters: SmartLetters
  verdict: SmartVerdict
  advice: string[]
  /** SMART with A as achievable, where it is not given. */
  set?: LetterSet
}

/**
 * What the plan holds about the goal besides its words. All figures are in the unit as shown: 26 with unit "%"
 * is 26 per cent; unit "s" is seconds.
 */
export type GoalRecord = {
  measureName?: string
  baseline?: number
  target?: number
  unit?: string
  betterIs?: 'higher' | 'lower'
  /**
   * The person's own past: where eight weeks together lie by the limits of their chart, with the limits of single
   * weeks; under twelve weeks the interval of their figure, without `weekly`. `best`: their best eight weeks in a row.
   */
  history?: { low: number; high: number; best?: number; weekly?: { low: number; high: number } }
  /** The middle half of the team. */
  teamMiddle?: { low: number; high: number }
  /** What somebody in the team has held for eight weeks, made coarse so that it is nobody's figure. */
  teamHeld?: number
  linkedNeed?: string
  /** The competency that the need belongs to, and the job role that asks for it. */
  competency?: string
  role?: string
  priority?: string
  aspiration?: boolean
  due?: Day
  resources?: string
  /** What success looks like in words. */
  success?: string
  /** The person's other objectives and planned actions due in the same weeks. */
  openObjectivesThen?: number
  openActionsThen?: number
  /** How far the two who decide have come with it. */
  agreement?: 'open' | 'proposed' | 'agreed'
  /** Days of reviews, held and planned. */
  reviews?: readonly Day[]
  letters?: LetterSet
}

/** The goal as written, and its beginning with plain quotes, spaces and small letters; offsets agree. */
export type Goal = { text: string; plain: string }

/** Characters that are read: four times what a goal may have, so that no text keeps a reader waiting. */
const READ = 20_000

/** The goal made ready for matching: small letters, straight apostrophes, plain spaces, as far as it is read. */
export function goalOf(text: string): Goal {
  const start = text.slice(0, READ)
  const small = start.toLowerCase()
  const same = small.length === start.length ? small : start.replace(/[A-Z]+/g, (run) => run.toLowerCase())
  return { text, plain: same.replace(/[‘’]/g, "'").replace(/\s/g, ' ').replace(/[‐‑]/g, '-') }
}

/** Every match of a global pattern, in order. */
export function matchesOf(pattern: RegExp, text: string): RegExpExecArray[] {
  const all: RegExpExecArray[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    all.push(match)
    if (match[0] === '') pattern.lastIndex++
  }
  return all
}

/** Where a match lies, without the blanks around it. */
export function spanOf(match: RegExpExecArray): Span {
  const start = match.index + match[0].length - match[0].trimStart().length
  return [start, start + match[0].trim().length]
}

export function overlaps(one: Span, other: Span): boolean {
  return one[0] < other[1] && other[0] < one[1]
}

/** Spans in order, with overlapping and touching ones joined. */
export function joined(spans: readonly Span[]): Span[] {
  const out: Span[] = []
  for (const span of [...spans].sort((a, b) => a[0] - b[0])) {
    const last = out[out.length - 1]
    if (last && span[0] <= last[1]) last[1] = Math.max(last[1], span[1])
    else out.push([...span])
  }
  return out
}

/** The passages in quotation marks, at most three, as a person would list them. */
export function quoted(goal: Goal, spans: readonly Span[]): string {
  const words = spans.slice(0, 3).map(([start, end]) => `“${goal.text.slice(start, end)}”`)
  return words.length < 2
    ? (words[0] ?? '')
    : `${words.slice(0, -1).join(', ')} and ${words[words.length - 1]}`
}
