import type { Actor } from '../../kernel/actor.ts'
import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import type { OrgTx } from '../../shell/db.ts'
import { type Gap, listAssessments } from '../assessments/assessments.ts'
import type { RoleProfile } from '../roles/roles.ts'
import { characterOf, type Route, stepTo } from './rules/routes.ts'
import { type ShortItem, shortestList } from './rules/shortest.ts'
import type { OwnLevel } from './rules/target.ts'
import { findTarget, roleWantedBy, type WantedRole } from './targets.ts'
import { wayTo } from './way.ts'

/** A role tried on: what it would ask of one person, the next step's needs first. */
export type TriedOn = {
  role: WantedRole
  now: RoleProfile
  /** It is the role they have. */
  mine: boolean
  /** Null where no moves lead there. */
  route: Route | null
  /** What going there is, also where no moves lead there. */
  going: Pick<Route, 'character' | 'from' | 'steps'>
  first: ShortItem[]
  later: ShortItem[]
  /** Where the person stands in all that the role and the steps to it ask, by competency. */
  gaps: ReadonlyMap<Id, Gap>
  /** What the person says of themself against a role of an advert, by competency. */
  said: ReadonlyMap<Id, OwnLevel>
  /** How many of those nobody has rated. */
  unrated: number
  /** Whether an assessment of their own is still open. */
  standing: 'open' | 'free'
}

/**
 * Tries a role on for somebody, by their agreed levels, as far as the viewer may know them.
 * @returns null where there is no such role
 */
export async function tryOn(
  tx: OrgTx,
  asked: { personId: Id; roleId: Id; viewer: Actor; today: Day },
): Promise<TriedOn | null> {
  const { personId, roleId, viewer, today } = asked
  const role = await roleWantedBy(tx, personId, roleId, viewer)
  const way = role && (await wayTo(tx, { personId, wanted: role, viewer, today }))
  if (!way) return null
  const { now, route, onWay, agreed, gaps } = way
  const steps = route?.steps ?? [stepTo(role, now, agreed, agreed)]
  const weights = new Map(
    onWay.map((one) => [
      one.roleId,
      new Map(one.requirements.map(({ competencyId, weight }) => [competencyId, weight])),
    ]),
  )
  const { ownLevels = [] } = (await findTarget(tx, personId, role.roleId, viewer)) ?? {}
  const said = new Map(ownLevels.map((one) => [one.competencyId, one]))
  const lists = shortestList(
    { steps },
    (step, competency) => weights.get(step)?.get(competency) ?? 0,
    new Map(ownLevels.map(({ competencyId, level }) => [competencyId, level])),
  )
  const passes = await listAssessments(tx, personId, viewer)
  return {
    role,
    now,
    mine: role.roleId === now.roleId,
    route,
    going: route ?? { character: characterOf(now, role), from: now, steps },
    ...lists,
    gaps,
    said,
    unrated: [...gaps].filter(([id, { state }]) => state === 'not rated' && !said.has(id)).length,
    standing: passes.some(({ pass, state }) => pass === 'self' && state === 'open') ? 'open' : 'free',
  }
}
