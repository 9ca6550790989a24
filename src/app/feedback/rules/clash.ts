import { type Day, plainDay } from '../../../kernel/day.ts'
import { count } from '../../../kernel/text.ts'
import { GROUP_WORDS } from './asking.ts'
import type { Group, Mode, OtherGroup } from './round.ts'

/** Who is to be asked, or was, each by a key that is the same in every round. */
export type Askable = { group: Group; mode: Mode; raters: readonly string[] }

/** A group of an earlier round that shows something or still may; `named` are those whose level is shown by name, `on` its last day. */
export type AskedBefore = Askable & { on: Day; named: readonly string[] }

/**
 * In words, what of a group to be asked would be held back because of whom earlier rounds about the same person asked.
 * It looks at who was asked, which everybody knows, and never at who answered. Source: adr 0006.
 */
export function clashWith(
  proposed: Askable & { group: OtherGroup },
  earlier: readonly AskedBefore[],
): string[] {
  const { raters, mode, group } = proposed
  const asNamed = earlier.find(({ named }) => raters.some((rater) => named.includes(rater)))
  const found: string[] = []
  if (mode === 'anonymous' && asNamed)
    found.push(
      `Some of these answered by name ${whenOf(asNamed)}. The levels that this group gives would be held back, because the difference could tell what few people said. Ask others without names, or these by name.`,
    )
  for (const before of earlier) {
    if (before.mode === 'named') continue
    const shared = raters.filter((rater) => before.raters.includes(rater)).length
    if (shared === 0) continue
    const { one, many } = GROUP_WORDS[group]
    const who = `${count(shared, one, many)} of these ${shared === 1 ? 'was' : 'were'} among the ${before.raters.length} asked without names ${whenOf(before)}.`
    if (mode === 'named')
      found.push(
        `${who} The levels that they gave then stay without a name, so their levels would be held back now; what they write is shown.`,
      )
    else if (shared < before.raters.length || shared < raters.length)
      found.push(
        `${who} What this group says would be held back, because the difference could tell what few people said. Ask exactly the same ${before.raters.length} again, or others.`,
      )
  }
  return found
}

const whenOf = ({ on }: AskedBefore) => `in the round that closes on ${plainDay(on)}`
