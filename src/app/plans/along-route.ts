import type { Actor } from '../../kernel/actor.ts'
import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import { done, type Outcome, refused } from '../../kernel/outcome.ts'
import type { OrgTx } from '../../shell/db.ts'
import { listNeeds, type Need } from '../assessments/assessments.ts'
import { type Route, routeTo } from '../careers/careers.ts'
import { record } from '../history/history.ts'
import { NOT_YOURS } from './opened.ts'
import { maySee } from './read.ts'
import { alongRoute, type RouteStand, stepNeeding } from './rules/along-route.ts'
import type { Objective } from './rules/objective.ts'
import { listStored, lockPlan, saveStored } from './store/objectives.ts'

/** The route that a plan goes along, as far as the viewer may know it. */
export type RoutePlan = {
  /** The role at its end. */
  target: string
  next: { roleId: Id; title: string }
  /** Which step of the route needs each objective first, by the objective's id. */
  stands: ReadonlyMap<Id, RouteStand>
  /** The open objectives do not stand in the order of the route. */
  unordered: boolean
}

/** Where the open objectives stand along the route to the role that a person aims for; null where there is no such route. */
export async function routePlanOf(
  tx: OrgTx,
  asked: {
    personId: Id
    objectives: readonly Objective[]
    needs: readonly Need[]
    viewer: Actor
    today: Day
  },
): Promise<RoutePlan | null> {
  const { personId, objectives, needs, viewer, today } = asked
  const route = await routeTo(tx, personId, viewer, today)
  const [next] = route?.steps ?? []
  const last = route?.steps.at(-1)
  if (!route || !next || !last) return null
  const stands = standsOf(route, objectives, needs)
  const stepOf = (id: Id) => stands.get(id)?.step ?? null
  const { roleId, title } = next
  return {
    target: last.title,
    next: { roleId, title },
    stands,
    unordered: alongRoute(objectives, stepOf).length > 0,
  }
}

type Standing = Pick<Objective, 'objectiveId' | 'needId'>

function standsOf(
  route: Route,
  objectives: readonly Standing[],
  needs: readonly Need[],
): ReadonlyMap<Id, RouteStand> {
  const competencyOf = new Map(needs.map(({ needId, competencyId }) => [needId, competencyId]))
  return new Map(
    objectives.flatMap(({ objectiveId, needId }) => {
      const competencyId = needId && competencyOf.get(needId)
      const stand = competencyId ? stepNeeding(route.steps, competencyId) : null
      return stand ? [[objectiveId, stand] as const] : []
    }),
  )
}

/**
 * Puts the open objectives that the actor sees in the order of the route: those that the next step needs first, then
 * those of the steps after, then the others; within a step as they stood. None comes before one that it waits for.
 */
export async function orderAlongRoute(
  tx: OrgTx,
  actor: Actor,
  asked: { personId: Id },
  today: Day,
): Promise<Outcome<null>> {
  const { personId } = asked
  if (actor.personId !== personId && !actor.leads.includes(personId)) return refused(NOT_YOURS)
  const route = await routeTo(tx, personId, actor, today)
  if (!route) return refused({ message: 'No role is aimed for, or no moves lead to it. Choose one first.' })
  await lockPlan(tx, personId)
  const all = (await listStored(tx, personId)).filter(maySee(actor))
  const stands = standsOf(route, all, await listNeeds(tx, personId, actor))
  const moved = alongRoute(all, (id) => stands.get(id)?.step ?? null)
  for (const { one, place } of moved) await saveStored(tx, { ...one, place })
  if (moved.length > 0)
    await record(tx, {
      kind: 'plans.ordered',
      actor,
      personId,
      recordId: personId,
      payload: moved.some(({ one }) => one.private) ? { private: true } : { along: 'route' },
    })
  return done(null)
}
