import { count } from '../../../kernel/text.ts'
import type { Mastery } from './profile.ts'

/** What is asked before promotion in a few words; "nothing beyond levels" where nothing is. */
export function masteryWords(mastery: Mastery | null): string {
  if (!mastery) return 'nothing beyond levels'
  const { months, sources, actingMonths } = mastery
  const parts = [
    months > 0 && `levels held for ${count(months, 'month')}`,
    sources > 0 && `evidence from ${count(sources, 'kind of source', 'kinds of source')}`,
    actingMonths > 0 && `${count(actingMonths, 'month')} of doing part of this work already`,
  ].filter(Boolean)
  return parts.length > 0 ? parts.join(', ') : 'nothing beyond levels'
}
