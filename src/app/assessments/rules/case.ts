import type { Day } from '../../../kernel/day.ts'

/** What the case for a level needs to know of an item of evidence. */
export type Item = { kind: string; by: 'self' | 'other' | 'helpdesk'; happenedOn: Day | null; addedOn: Day }

/** Kinds that hold another's words, another's eyes or counted work, whoever put them in. Source: mission.md A2, A3, A11. */
const OUTSIDE: readonly string[] = [
  'measure',
  'compliment',
  'complaint',
  'observation',
  'audit',
  'performance review',
  'witness testimony',
  'expert testimony',
  'professional discussion',
  'customer feedback',
  'peer feedback',
]

/** Kinds in which somebody saw the work itself. */
const SEEN = ['observation', 'audit', 'witness testimony', 'expert testimony']
const CUSTOMERS = ['compliment', 'complaint', 'customer feedback']

/** Whether an item says more than the person alone: somebody else gave it, or it holds another's words or figures. */
export function isFromOutside(item: Pick<Item, 'kind' | 'by'>): boolean {
  return item.by !== 'self' || OUTSIDE.includes(item.kind)
}

/** The first and the last day of what a case rests on: when it happened, or where that is not known, was added. */
export function spanOf(items: readonly Item[]): { oldest: Day | null; newest: Day | null } {
  const days = items.map((item) => item.happenedOn ?? item.addedOn).sort()
  return { oldest: days[0] ?? null, newest: days.at(-1) ?? null }
}

/** What else a case is read beside. */
export type Beside = {
  /** How many measures stand beside the competency; null where none could. */
  figures: number | null
  /** Whether 360 feedback shows anything about it; `held` where it was asked and may not be shown. */
  feedback: 'shown' | 'held' | 'none'
}

/**
 * Which sources a case lacks, in words that say what to ask for, the weightiest first. Somebody who saw it counts
 * before what customers say, and that before figures; colleagues are named for a soft skill alone, since only they see
 * it from day to day. Source: mission.md A2, A3, A11, B8, B10.
 */
export function missingOf(
  competency: { legal: boolean; soft: boolean },
  items: readonly Item[],
  beside: Beside,
): string[] {
  const has = (kinds: readonly string[]) => items.some(({ kind }) => kinds.includes(kind))
  const lacks: string[] = []
  if (!has(SEEN))
    lacks.push(
      competency.legal
        ? 'An observation or an audit. A course shows attendance, not practice.'
        : 'An observation, an audit or a testimony. Nobody has watched it in practice.',
    )
  if (!competency.legal && !has(CUSTOMERS)) lacks.push('The customer’s own words.')
  if (competency.soft && beside.feedback === 'none' && !has(['peer feedback']))
    lacks.push('A colleague’s view: 360 feedback, or feedback from one of them.')
  if (beside.figures === 0 && !has(['measure'])) lacks.push('A figure from the work itself.')
  return lacks
}
