import type { Id } from '../../../kernel/id.ts'
import type { Route } from './routes.ts'

/** One thing that a tried role asks beyond what is agreed, or said. */
export type ShortItem = {
  competencyId: Id
  /** The level asked by `step`, the first step that asks for more than is agreed. */
  required: number
  agreed: number | null
  /** What the person says of themself, where nobody has agreed a level. */
  own: number | null
  /** By the level agreed, else by the person's own word; null where there is neither. */
  short: number | null
  essential: boolean
  /** From 0, the next step. */
  step: number
  weight: number
}

/**
 * What stands between somebody and a role, the shortest list first: what the next step needs, essential, the heaviest in
 * the role, the furthest short. What only later steps need, and what is helpful, comes after. Source: mission.md B5;
 * domain.md 2.6 (what the next step needs differs from what the last one does).
 * @param weights how much each competency weighs in the role of a step
 * @param said what the person says of themself, by competency: it counts only where nobody has agreed a level
 */
export function shortestList(
  route: Pick<Route, 'steps'>,
  weights: (roleId: Id, competencyId: Id) => number,
  said: ReadonlyMap<Id, number> = new Map(),
): { first: ShortItem[]; later: ShortItem[] } {
  const found = new Map<Id, ShortItem>()
  for (const [step, { roleId, gap }] of route.steps.entries())
    for (const { competencyId, required, essential, agreed } of gap) {
      const own = agreed === null ? (said.get(competencyId) ?? null) : null
      const level = agreed ?? own
      const short = level === null ? null : required - level
      const before = found.get(competencyId)
      if ((short !== null && short <= 0) || (before && (before.essential || !essential))) continue
      const weight = weights(roleId, competencyId)
      found.set(competencyId, { competencyId, required, agreed, own, short, essential, step, weight })
    }
  const ordered = [...found.values()].sort(
    (a, b) =>
      Number(b.essential) - Number(a.essential) ||
      a.step - b.step ||
      b.weight - a.weight ||
      (b.short ?? 0) - (a.short ?? 0),
  )
  const matters = ({ essential, step }: ShortItem) => essential && step === 0
  return { first: ordered.filter(matters), later: ordered.filter((item) => !matters(item)) }
}
