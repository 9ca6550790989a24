import type { Actor } from '../../kernel/actor.ts'
import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import type { OrgTx } from '../../shell/db.ts'
import { gapsOf, type Need } from '../assessments/assessments.ts'
import { listRoles, roleOf } from '../roles/roles.ts'
import type { Plan } from './plans.ts'
import { type HorizonHint, hintsIn, roleWanted } from './rules/horizon.ts'

/** Hints on a plan in time, and the role, other than the one they have, that was taken from the aspiration as the next step. */
export type Horizon = { hints: HorizonHint[]; nextStep: string | null }

/**
 * What to say of a person's plan in time, as far as the viewer may know. The next step is the role that their aspiration
 * names, where the organisation has one of that name; else the role they have now.
 */
export async function horizonHints(
  tx: OrgTx,
  asked: { personId: Id; plan: Plan; needs: readonly Need[]; viewer: Actor; today: Day },
): Promise<Horizon> {
  const { personId, plan, needs, viewer, today } = asked
  const wanted = plan.aspiration ? roleWanted(plan.aspiration.words, await listRoles(tx)) : null
  const found = await gapsOf(tx, personId, today, viewer, wanted?.roleId)
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
  }
}
