import type { Actor } from '../../kernel/actor.ts'
import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import { done, type Outcome, refused } from '../../kernel/outcome.ts'
import type { OrgTx } from '../../shell/db.ts'
import { agreedLevels } from '../assessments/assessments.ts'
import { listMoves, listRoles, type Move, type RoleProfile, roleOf } from '../roles/roles.ts'
import { findAspiration } from './aspiration.ts'
import { movesElsewhere } from './rules/elsewhere.ts'
import { graphOf, type RoleGraph } from './rules/graph.ts'
import { findRoutes, type Route } from './rules/routes.ts'
import { roleWantedBy, type WantedRole } from './targets.ts'

/** The organisation's roles and moves, with the role that a person has and one they may aim for among them. */
export type Ground = { roles: RoleProfile[]; graph: RoleGraph; now: RoleProfile }

/** The roles that a person can go to and the moves between them; null only where the organisation has no role at all. */
export async function groundFor(
  tx: OrgTx,
  personId: Id,
  wanted: WantedRole | null,
  today: Day,
): Promise<Ground | null> {
  const now = await roleOf(tx, personId, today)
  if (!now) return null
  const roles = [...(await listRoles(tx))]
  const moves: Move[] = [...(await listMoves(tx))]
  const known = new Set(roles.map(({ roleId }) => roleId))
  // A role that nobody new comes to is still where somebody stands, and may still be what they aim for.
  for (const one of [now, wanted])
    if (one && !known.has(one.roleId)) {
      if (one === wanted && wanted.elsewhere) moves.push(...movesElsewhere(wanted, now, roles))
      roles.push(one)
      known.add(one.roleId)
    }
  return { roles, graph: graphOf(roles, moves), now }
}

const GONE = { field: 'role', message: 'Choose a role from the list: that one is no longer there.' }

/**
 * Up to three routes of different character from the role that a person has to one of the organisation, or of their own
 * adverts, by their agreed levels. None where no moves lead there.
 * @returns refused where there is no such role, or it is the one they have
 */
export async function routesFor(
  tx: OrgTx,
  asked: { personId: Id; toRoleId: Id; viewer: Actor; today: Day },
): Promise<Outcome<Route[]>> {
  const { personId, toRoleId, viewer, today } = asked
  const wanted = await roleWantedBy(tx, personId, toRoleId, viewer)
  const ground = wanted && (await groundFor(tx, personId, wanted, today))
  if (!ground) return refused(GONE)
  if (ground.now.roleId === wanted.roleId)
    return refused({ field: 'role', message: `${wanted.title} is the role they have now. Choose another.` })
  const agreed = await agreedLevels(tx, personId, viewer)
  return done(findRoutes(ground.graph, ground.now.roleId, wanted.roleId, agreed))
}

/**
 * The route to the role that a person aims for: of the kind they chose, else the one with the fewest steps. Null where
 * they named no role, or the viewer may not know of it, or no moves lead there.
 */
export async function routeTo(tx: OrgTx, personId: Id, viewer: Actor, today: Day): Promise<Route | null> {
  const aspiration = await findAspiration(tx, personId, viewer)
  if (!aspiration?.targetRoleId) return null
  const found = await routesFor(tx, { personId, toRoleId: aspiration.targetRoleId, viewer, today })
  return found.ok ? routeOfKind(found.value, aspiration.routeKind) : null
}

/** The route of a kind; the first where none is, or none was asked for. */
export function routeOfKind(routes: readonly Route[], kind: string | null): Route | null {
  const named = routes.find((route) => route.kind === kind || route.also.some((each) => each === kind))
  return named ?? routes[0] ?? null
}
