import type { Id } from '../../../kernel/id.ts'
import type { Move } from './profile.ts'

/** Where people come from to one role, and where they go on to. */
export type Ways = { from: readonly Id[]; to: readonly Id[] }

/**
 * The moves of one role after somebody chose them anew. Only what they added or took away counts, beside what they saw:
 * what somebody else changed meanwhile stays.
 */
export function chosenWays(chosen: Ways, seen: Ways, now: Ways): Ways {
  const merge = (side: keyof Ways): Id[] => {
    const added = chosen[side].filter((id) => !seen[side].includes(id))
    const gone = new Set(seen[side].filter((id) => !chosen[side].includes(id)))
    return [...new Set([...now[side], ...added])].filter((id) => !gone.has(id))
  }
  return { from: merge('from'), to: merge('to') }
}

/** Where people come from to a role and go on to, among all moves. */
export function waysOf(roleId: Id, moves: readonly Move[]): Ways {
  return {
    from: moves.filter(({ to }) => to === roleId).map(({ from }) => from),
    to: moves.filter(({ from }) => from === roleId).map(({ to }) => to),
  }
}
