import type { Actor } from '../../kernel/actor.ts'
import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import type { OrgTx } from '../../shell/db.ts'
import { gapsOf, type Need } from '../assessments/assessments.ts'
import { roleWantedBy } from '../careers/careers.ts'
import { listRoles, roleOf } from '../roles/roles.ts'
import type { RoutePlan } from './along-route.ts'
import type { Plan } from './plans.ts'
import { type HorizonHint, hintsIn, roleWanted } from './rules/horizon.ts'

/** Hints on a plan in time, and the role, other than the one they have, that was taken to be the next step. */
export type Horizon = {
  hints: HorizonHint[]
  nextStep: string | null
  /** The role at the end of the route that the next step is on; null where the aspiration's words name the next step. */
  target: string | null
}

/**
 * What to say of a person's plan in time, as far as the viewer may know. The next step is the first on the route to the
 * role they aim for; without a route, the role that the words of their aspiration name, where the organisation has one of
 * that name; else the role they have now.
 */
export async function horizonHints(
  tx: OrgTx,
  asked: {
    personId: Id
    plan: Plan
    needs: readonly Need[]
    route: RoutePlan | null
    viewer: Actor
    today: Day
  },
): Promise<Horizon> {
  const { personId, plan, needs, route, viewer, today } = asked
  const wanted = route
    ? await roleWantedBy(tx, personId, route.next.roleId, viewer)
    : plan.aspiration
      ? roleWanted(plan.aspiration.words, await listRoles(tx))
      : null
  const found = await gapsOf(tx, personId, today, viewer, wanted ?? undefined)
  const gaps = (found?.gaps ?? []).flatMap(({ competency, requirement, short }) => {
    if (!requirement.essential || short === null || short <= 0) return []
    const { competencyId, title } = competency
    const needIds = needs.filter((need) => need.competencyId === competencyId).map(({ needId }) => needId)
    return [{ competencyId, title, short, needIds }]
  })
  const { objectives, reviews } = plan
  const now = await roleOf(tx, personId, today)
  const role = found?.role ?? null
  return {
    hints: hintsIn({ objectives, gaps, role, reviews, today }),
    nextStep: wanted && wanted.roleId !== now?.roleId ? wanted.title : null,
    target: route?.target ?? null,
  }
}
