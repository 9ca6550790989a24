import type { Actor } from '../../kernel/actor.ts'
import { addDays, type Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import type { OrgTx } from '../../shell/db.ts'
import type { Gap } from '../assessments/assessments.ts'
import { listPositions } from '../people/people.ts'
import { type RoleProfile, roleOf, roleReader } from '../roles/roles.ts'
import { type Aspiration, findAspiration } from './aspiration.ts'
import { masteryOf, type SeenMastery } from './mastery.ts'
import type { RoleGraph } from './rules/graph.ts'
import type { Route } from './rules/routes.ts'
import { roleWantedBy, type WantedRole } from './targets.ts'
import { wayTo } from './way.ts'

/** Where somebody could go, with one role in view. */
export type Career = {
  now: RoleProfile
  /** Since when they have the role they have; null where nobody said. */
  since: Day | null
  aspiration: Aspiration | null
  /** The role in view: the one asked for, else the one they aim for; null where there is neither. */
  wanted: WantedRole | null
  /** Why the role asked for is not in view: it is the one they have, or none that the viewer may know of. */
  passedOver: 'present' | 'gone' | null
  /** The role in view is what they aim for. */
  isTarget: boolean
  routes: Route[]
  route: Route | null
  roles: RoleProfile[]
  graph: RoleGraph
  /** The role whose surroundings are looked at. */
  focus: RoleProfile
  /** Where the person stands in everything that the roles of the route ask, by competency. */
  gaps: ReadonlyMap<Id, Gap>
  /** What the next step asks beside levels, and how far the person is; null where it asks nothing. */
  mastery: SeenMastery | null
}

/**
 * Everything the career page says of one person, as far as the viewer may know it: reads what their levels are once,
 * whatever the number of roles.
 * @param asked as the address says: a role to show the way to, a kind of route, a role to look at
 * @returns null where the organisation has no roles
 */
export async function careerOf(
  tx: OrgTx,
  asked: {
    personId: Id
    role: string | null
    kind: string | null
    focus: string | null
    viewer: Actor
    today: Day
  },
): Promise<Career | null> {
  const { personId, viewer, today } = asked
  const aspiration = await findAspiration(tx, personId, viewer)
  const present = await roleOf(tx, personId, today)
  const otherThanNow = async (id: string | null | undefined) => {
    const role = id ? await roleWantedBy(tx, personId, id, viewer) : null
    return role?.roleId === present?.roleId ? null : role
  }
  const named = await otherThanNow(asked.role)
  const wanted = named ?? (await otherThanNow(aspiration?.targetRoleId))
  const way = await wayTo(tx, { personId, wanted, kind: asked.kind, viewer, today })
  if (!way) return null
  const { roles, graph, now, routes, route, gaps } = way
  const next = route?.steps[0]
  return {
    now,
    since: await sinceWhen(tx, personId, now.roleId, today),
    aspiration,
    wanted,
    passedOver: !asked.role || named ? null : asked.role === now.roleId ? 'present' : 'gone',
    isTarget: wanted !== null && wanted.roleId === aspiration?.targetRoleId,
    routes,
    route,
    roles,
    graph,
    focus: roles.find(({ roleId }) => roleId === asked.focus) ?? now,
    mastery: next ? await masteryOf(tx, personId, next.roleId, viewer, today) : null,
    gaps,
  }
}

/** The first day of the unbroken run of positions in a role, whatever changed of team, leader or title in between. */
async function sinceWhen(tx: OrgTx, personId: Id, roleId: Id, today: Day): Promise<Day | null> {
  const read = await roleReader(tx)
  let since: Day | null = null
  for (const position of (await listPositions(tx, personId)).toReversed()) {
    const { from, to } = position
    if (from > today) continue
    const until = since === null ? today : addDays(since, -1)
    if ((to !== null && to < until) || read(position) !== roleId) break
    since = from
  }
  return since
}
