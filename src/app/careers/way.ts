import type { Actor } from '../../kernel/actor.ts'
import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import type { OrgTx } from '../../shell/db.ts'
import { agreedLevels, type Gap, gapsOf } from '../assessments/assessments.ts'
import type { RoleProfile } from '../roles/roles.ts'
import { findAspiration } from './aspiration.ts'
import { type Ground, groundFor, routeOfKind } from './routing.ts'
import { allAsked } from './rules/all-asked.ts'
import { findRoutes, type Route } from './rules/routes.ts'
import type { WantedRole } from './targets.ts'

/** The ways from the role that somebody has to another, and where they stand in all that it asks. */
export type Way = Ground & {
  /** The person's agreed levels, by competency; none are read where no role is wanted. */
  agreed: ReadonlyMap<Id, number>
  routes: Route[]
  /** The one of the kind asked for, else of the person's own choice. Null where no moves lead there. */
  route: Route | null
  /** The wanted role and those passed on the route to it. */
  onWay: RoleProfile[]
  /** Where the person stands in all that those ask, by competency. */
  gaps: ReadonlyMap<Id, Gap>
}

/**
 * Reads the way to a role once, as far as the viewer may know of the levels, whatever the number of roles.
 * @param asked no role wanted: the ground alone; `kind`: which of the routes, as the address says
 * @returns null where the organisation has no roles
 */
export async function wayTo(
  tx: OrgTx,
  asked: { personId: Id; wanted: WantedRole | null; kind?: string | null; viewer: Actor; today: Day },
): Promise<Way | null> {
  const { personId, wanted, viewer, today } = asked
  const ground = await groundFor(tx, personId, wanted, today)
  if (!ground) return null
  if (!wanted) return { ...ground, agreed: new Map(), routes: [], route: null, onWay: [], gaps: new Map() }
  const agreed = await agreedLevels(tx, personId, viewer)
  const routes = findRoutes(ground.graph, ground.now.roleId, wanted.roleId, agreed)
  const aspiration = await findAspiration(tx, personId, viewer)
  const chosen = aspiration?.targetRoleId === wanted.roleId ? aspiration.routeKind : null
  const route = routeOfKind(routes, asked.kind ?? chosen)
  const passed = new Set([wanted.roleId, ...(route?.steps ?? []).map(({ roleId }) => roleId)])
  const onWay = ground.roles.filter(({ roleId }) => passed.has(roleId))
  const measured = await gapsOf(tx, personId, today, viewer, allAsked(wanted, onWay))
  const gaps = new Map((measured?.gaps ?? []).map((gap) => [gap.competency.competencyId, gap]))
  return { ...ground, agreed, routes, route, onWay, gaps }
}
