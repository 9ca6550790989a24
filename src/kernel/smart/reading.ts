import type { Day } from '../day.ts'

/** Start and end of a passage: offsets into the text in UTF-16 units, the end not included. */
export type Span = [start: number, end: number]

/**
 * What one letter of SMART answers. `found` is what the verdict counts. `partly`: something is there and
 * something is still open; where `found` is also true it counts, and could be put more plainly.
 */
export type Letter = { found: boolean; because: string; spans: Span[]; partly?: boolean }

/** How the letters add up; the rule in words stands at `verdictOf`. */
export type SmartVerdict = 'smart' | 'partial' | 'vague'

/** A and R are null where only words are given: no wording can show that a goal is within reach or worth reaching. */
export type SmartLetters = { S: Letter; M: Letter; A: Letter | null; R: Letter | null; T: Letter }

export type SmartReading = { text: string; letters: SmartLetters; verdict: SmartVerdict; advice: string[] }

/**
 * What the plan holds about the goal besides its words. All figures are in the unit as shown: 26 with unit "%"
 * is 26 per cent; unit "s" is seconds. `history` is the person's own expected range (XmR limits) with their best
 * run; `teamMiddle` the middle half of the team. `openObjectivesThen` counts the other objectives due in the same weeks.
 */
export type GoalRecord = {
  baseline?: number
  target?: number
  unit?: string
  betterIs?: 'higher' | 'lower'
  history?: { low: number; high: number; best?: number }
  teamMiddle?: { low: number; high: number }
  linkedNeed?: string
  priority?: string
  aspiration?: boolean
  due?: Day
  resources?: string
  openObjectivesThen?: number
}

/** The goal as written, and the same text with plain quotes, spaces and small letters; offsets agree. */
export type Goal = { text: string; plain: string }

/** The goal made ready for matching: same length, small letters, straight apostrophes, plain spaces. */
export function goalOf(text: string): Goal {
  const small = text.toLowerCase()
  const same = small.length === text.length ? small : text.replace(/[A-Z]+/g, (run) => run.toLowerCase())
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
