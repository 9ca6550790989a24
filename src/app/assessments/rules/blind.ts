import type { Pass } from './rating.ts'

/** How the one who reads stands to the person assessed. */
export type Side = 'self' | 'leader' | 'other'

/**
 * Whether a side may read what a pass says. One's own pass always; the other's once both are in, so that neither is
 * written to fit the other. Where nobody leads the person there is no other pass to wait for. The agreed record once it
 * is in; until then only the leader who writes it down. Source: mission.md A1.
 */
export function mayRead(
  pass: { pass: Pass; in: boolean },
  round: { selfIn: boolean; leaderIn: boolean; led: boolean },
  side: Side,
): boolean {
  if (pass.pass === side) return true
  if (pass.pass === 'agreed') return pass.in || side === 'leader'
  if (round.selfIn && round.leaderIn) return true
  return pass.in && pass.pass === 'self' && !round.led && side === 'other'
}
