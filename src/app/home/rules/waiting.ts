import { type Day, daysBetween } from '../../../kernel/day.ts'

/** Something that waits for the reader: since when (null: not known), and by when where there is a date. */
export type Waiting = {
  title: string
  why: string
  href: string
  since: Day | null
  /** The day by which it is to be done; null where there is none. */
  by: Day | null
  /** Where each is, where one thing that happened waits with several people; `href` is then empty. */
  each?: readonly { text: string; href: string }[]
  /** How far it is, in counted parts. */
  parts?: { done: number; of: number }
  /** The one click that mends what has waited too long: the fields of a form, or none where it opens a page. */
  mend?: { text: string; href: string; post: Record<string, string> | null }
}

export type Urgency =
  | { kind: 'late'; days: number }
  | { kind: 'due'; by: Day }
  | { kind: 'waits'; days: number }
  | { kind: 'open' }

/** Days late, the day it is due, or how long it has waited. */
export function urgencyOf({ since, by }: Pick<Waiting, 'since' | 'by'>, today: Day): Urgency {
  if (by !== null && by < today) return { kind: 'late', days: daysBetween(by, today) }
  if (by !== null) return { kind: 'due', by }
  if (since === null) return { kind: 'open' }
  return { kind: 'waits', days: Math.max(0, daysBetween(since, today)) }
}

/** The oldest first: by the day it was due where there is one, else by the day from which it waits. Source: mission.md A10. */
export function oldestFirst(all: readonly Waiting[]): Waiting[] {
  const day = ({ by, since }: Waiting) => by ?? since ?? LAST
  return [...all].sort((a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0))
}

/** What has waited too long first, each with what mends it; then the rest, the oldest first. */
export function inTurn(stale: readonly Waiting[], rest: readonly Waiting[]): Waiting[] {
  const mended = new Set(stale.map(({ mend }) => mend?.href))
  return [...stale, ...oldestFirst(rest.filter(({ href }) => !mended.has(href)))]
}

/** After every day: what has no day waits behind what has. */
const LAST = '9999-12-31'

/** How many days before its date an action is said to come. */
export const SOON_DAYS = 10
