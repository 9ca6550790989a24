import type { Day } from '../../../kernel/day.ts'
import { type AgeRule, endOf, stateAt, USUAL_RULE } from './currency.ts'

/** What an item can lack that somebody could mend, as the list of evidence is narrowed by it. */
export const ATTENTION = {
  date: 'No date',
  competency: 'No competency',
  old: 'Out of date',
  self: 'Nobody else stands behind it',
} as const
export type Attention = keyof typeof ATTENTION

export function isAttention(text: string): text is Attention {
  return text in ATTENTION
}

type Item = {
  happenedOn: Day | null
  expiresOn: Day | null
  by: 'self' | 'other' | 'helpdesk'
  links: readonly { competencyId: string }[]
}

/**
 * The day on which an item went out of date, by the strictest rule of the competencies that it bears on; null where it
 * is in date for all of them, or has no day to go by.
 */
export function endedOn(item: Item, ruleOf: (competencyId: string) => AgeRule, today: Day): Day | null {
  const rules = item.links.length > 0 ? item.links.map((link) => ruleOf(link.competencyId)) : [USUAL_RULE]
  const [first] = rules.flatMap(({ months }) => endOf(item, months) ?? []).sort()
  return first !== undefined && stateAt(first, today) === 'stale' ? first : null
}

/** What an item lacks. */
export function attentionOf(item: Item, ruleOf: (competencyId: string) => AgeRule, today: Day): Attention[] {
  return [
    ...(item.happenedOn === null ? (['date'] as const) : []),
    ...(item.links.length === 0 ? (['competency'] as const) : []),
    ...(endedOn(item, ruleOf, today) ? (['old'] as const) : []),
    ...(item.by === 'self' ? (['self'] as const) : []),
  ]
}
