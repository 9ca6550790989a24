import type { Day } from '../../../kernel/day.ts'

/** What the case for a level needs to know of an item of evidence. */
export type Item = { kind: string; by: 'self' | 'other' | 'helpdesk'; happenedOn: Day | null; addedOn: Day }

const OUTSIDE = ['measure', 'compliment', 'complaint', 'observation']

/** Whether an item says more than the person alone: somebody else gave it, or it holds another's words or figures. */
export function isFromOutside(item: Item): boolean {
  return item.by !== 'self' || OUTSIDE.includes(item.kind)
}

/** The first and the last day of what a case rests on: when it happened, or where that is not known, was added. */
export function spanOf(items: readonly Item[]): { oldest: Day | null; newest: Day | null } {
  const days = items.map((item) => item.happenedOn ?? item.addedOn).sort()
  return { oldest: days[0] ?? null, newest: days.at(-1) ?? null }
}

/**
 * Which sources a case lacks, in words that say what to ask for, the weightiest first.
 * @param figures how many measures stand beside the competency; null where none could
 */
export function missingOf(
  competency: { legal: boolean; soft: boolean },
  items: readonly Item[],
  figures: number | null,
): string[] {
  const has = (...kinds: string[]) => items.some(({ kind }) => kinds.includes(kind))
  const lacks: string[] = []
  if (!has('observation'))
    lacks.push(
      competency.legal
        ? 'An observation or an audit. A course shows attendance, not practice.'
        : 'An observation. Nobody has watched it in practice.',
    )
  if (!competency.legal && !has('compliment', 'complaint')) lacks.push('The customer’s own words.')
  if (figures === 0 && !has('measure')) lacks.push('A figure from the work itself.')
  return lacks
}
