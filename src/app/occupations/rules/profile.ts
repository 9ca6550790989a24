import type { Id } from '../../../kernel/id.ts'
import type { Scheme } from './facts.ts'

/** What an occupation asks of one competency, through a skill that a person linked to it. */
export type AskedOf = {
  competencyId: Id
  title: string
  relation: 'essential' | 'optional' | null
  importance: number | null
  level: number | null
}

/** A requirement as it is proposed, with the skills that it was drawn from. */
export type Proposed = {
  competencyId: Id
  level: 1 | 2 | 3 | 4 | 5
  essential: boolean
  weight: number
  because: string[]
}

/** From this importance on, of 1 to 5, O*NET's own pages call an element important. Source: interop.md 9. */
export const IMPORTANT = 3

/**
 * What a role of an occupation might ask of the competencies that its skills are linked to. ESCO: essential skills make
 * level 3, optional ones level 2; O*NET: the level of 0 to 7 is brought to 1 to 5, and what is of little importance is
 * left out. Several skills of one competency: the highest counts. A proposal only: a person decides each.
 * Source: domain.md 2.4, 2.5.
 */
export function proposeRequirements(asked: readonly AskedOf[]): Proposed[] {
  const all = new Map<Id, Proposed>()
  for (const one of asked) {
    if (one.relation === null && (one.importance ?? 0) < IMPORTANT) continue
    const essential = one.relation === 'essential' || (one.importance ?? 0) >= 3.5
    const level = levelOf(one)
    const weight = one.importance === null ? (essential ? 3 : 2) : Math.min(5, Math.round(one.importance))
    const before = all.get(one.competencyId)
    all.set(one.competencyId, {
      competencyId: one.competencyId,
      level: Math.max(level, before?.level ?? 1) as Proposed['level'],
      essential: essential || (before?.essential ?? false),
      weight: Math.max(weight, before?.weight ?? 1),
      because: [...(before?.because ?? []), one.title],
    })
  }
  return [...all.values()].sort((a, b) => Number(b.essential) - Number(a.essential) || b.weight - a.weight)
}

function levelOf({ relation, level }: AskedOf): number {
  if (level === null) return relation === 'optional' ? 2 : 3
  return Math.min(5, Math.max(1, Math.round((level / 7) * 5)))
}

/**
 * How much an occupation may answer for: its job zone, else what its title and its ISCO group say. A proposal only.
 * Source: domain.md 2.4, 2.5.
 */
export function proposeResponsibility(
  scheme: Scheme,
  { title, groupCode, jobZone }: { title: string; groupCode: string; jobZone: number | null },
): 1 | 2 | 3 | 4 | 5 {
  if (/\bsupervisor/i.test(title)) return 4
  if (/\b(manager|director)/i.test(title)) return 5
  if (scheme === 'onet') return jobZone === 1 ? 1 : jobZone === null || jobZone === 2 ? 2 : 3
  return /^[1-3]/.test(groupCode) ? 3 : 2
}
