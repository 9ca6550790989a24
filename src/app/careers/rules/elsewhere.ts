import type { Id } from '../../../kernel/id.ts'

type Rung = { roleId: Id; responsibility: number }

/**
 * The moves to a role outside the organisation, of which nobody has said any: straight from the role that a person has,
 * as anybody may apply, and from the roles here that answer for just less, so that a route can lead there step by step.
 */
export function movesElsewhere(wanted: Rung, now: Rung, roles: readonly Rung[]): { from: Id; to: Id }[] {
  const below = roles.filter(({ responsibility }) => responsibility < wanted.responsibility)
  const nearest = Math.max(...below.map(({ responsibility }) => responsibility))
  const from = new Set([
    now.roleId,
    ...below.filter(({ responsibility }) => responsibility === nearest).map(({ roleId }) => roleId),
  ])
  return [...from].map((roleId) => ({ from: roleId, to: wanted.roleId }))
}
