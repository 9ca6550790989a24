import { type Day, plainDay } from '../../../kernel/day.ts'
import { count } from '../../../kernel/text.ts'
import { GROUP_WORDS } from './asking.ts'
import type { Group, Mode, OtherGroup } from './round.ts'

/** Who is to be asked, or was, each by a key that is the same in every round. */
export type Askable = { group: Group; mode: Mode; threshold: number; raters: readonly string[] }

/** A group of an earlier round that shows something or still may; `on` is its last day. */
export type AskedBefore = Askable & { on: Day; named: readonly string[] }

/**
 * In words, what of a group to be asked would be held back because of whom earlier rounds about the same person asked.
 * It looks at who was asked, which everybody knows, and never at who answered. Source: adr 0006.
 */
export function clashWith(
  proposed: Askable & { group: OtherGroup },
  earlier: readonly AskedBefore[],
): string[] {
  return earlier.flatMap((before) => {
    const shared = proposed.raters.filter((rater) => before.raters.includes(rater)).length
    const when = `in the round that closes on ${plainDay(before.on)}`
    if (proposed.mode === 'anonymous' && before.mode === 'anonymous') {
      if (shared === 0 || (shared === before.raters.length && shared === proposed.raters.length)) return []
      const { one, many } = GROUP_WORDS[proposed.group]
      return [
        `${count(shared, one, many)} of these ${proposed.raters.length} ${shared === 1 ? 'was' : 'were'} among the ${before.raters.length} asked ${when}. What these say would be held back, because the difference could tell what few people said. Ask exactly the same ${before.raters.length} again, or others.`,
      ]
    }
    const [whole, without, k] =
      proposed.mode === 'named'
        ? [before.raters, proposed.raters, before.threshold]
        : [proposed.raters, before.named, proposed.threshold]
    if (proposed.mode === before.mode) return []
    const left = whole.filter((rater) => !without.includes(rater)).length
    if (left === whole.length || left === 0 || left >= k) return []
    return [
      `Some of these ${proposed.mode === 'named' ? `were asked without names ${when}` : `answered by name ${when}`}, so fewer than ${k} would stay without a name. What would tell them apart is held back.`,
    ]
  })
}
