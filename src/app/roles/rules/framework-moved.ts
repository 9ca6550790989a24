import type { Id } from '../../../kernel/id.ts'
import { listing } from '../../../kernel/text.ts'
import type { LevelNumber, Requirement } from './profile.ts'

/** A competency that a framework's version no longer has, with what stands in its place. */
export type Removed = { competencyId: Id; title: string; replacedBy: readonly Id[] }

/**
 * What a role asks once its organisation moved to another framework version: in place of a competency that is gone its
 * replacement is asked for, at the same level; where there is none, or the role asks for it already at least as much,
 * nothing is. Figures and words stay only where the competency does: they speak of another wording. What the role asked
 * before an earlier move took it away is asked for again.
 * @param known the competencies of the version now in force
 * @param formerly what the role asked for when it last asked for any of what is back in use
 */
export function carryRequirements(
  requirements: readonly Requirement[],
  removed: readonly Removed[],
  known: ReadonlySet<Id>,
  formerly: readonly Requirement[] = [],
): Requirement[] {
  const replacements = new Map(removed.map((one) => [one.competencyId, one.replacedBy]))
  const carried = new Map<Id, Requirement>()
  const keep = (one: Requirement) => {
    const there = carried.get(one.competencyId)
    if (!there) return carried.set(one.competencyId, one)
    const level = Math.max(there.level, one.level) as LevelNumber
    const weight = Math.max(there.weight, one.weight)
    return carried.set(one.competencyId, {
      ...there,
      level,
      weight,
      essential: there.essential || one.essential,
    })
  }
  for (const one of requirements)
    if (known.has(one.competencyId)) keep(one)
    else
      for (const competencyId of replacements.get(one.competencyId) ?? [])
        if (known.has(competencyId)) keep({ ...one, competencyId, bands: null, levelWords: {} })
  return [...carried.values(), ...formerly.filter(({ competencyId }) => !carried.has(competencyId))]
}

/** What that changes in a role, a sentence without its full stop for each competency that is gone or is back. */
export function carryWords(
  requirements: readonly Requirement[],
  removed: readonly Removed[],
  known: ReadonlyMap<Id, string>,
  formerly: readonly Requirement[] = [],
): string[] {
  const gone = new Map(removed.map((one) => [one.competencyId, one]))
  const carried = carryRequirements(requirements, removed, new Set(known.keys()))
  const again = formerly
    .filter((one) => !carried.some(({ competencyId }) => competencyId === one.competencyId))
    .map((one) => `${known.get(one.competencyId) ?? 'A competency'}: asked for again, at level ${one.level}`)
  const changed = requirements.flatMap((one) => {
    if (known.has(one.competencyId)) return []
    const { title = 'A competency', replacedBy = [] } = gone.get(one.competencyId) ?? {}
    const instead = replacedBy.filter((id) => known.has(id))
    const how = Map.groupBy(instead, (id) =>
      insteadWords(
        one,
        requirements.find(({ competencyId }) => competencyId === id),
        carried.find(({ competencyId }) => competencyId === id),
      ),
    )
    const parts = [...how].map(([words, ids]) => `${listing(ids.map((id) => known.get(id) ?? ''))} ${words}`)
    return [
      parts.length > 0
        ? `${title}: ${parts.join('; ')}`
        : `${title}: no longer asked for, and nothing takes its place`,
    ]
  })
  return [...changed, ...again]
}

/** How a replacement is asked for: beside what went, what the role asked of it before, and what it asks of it now. */
function insteadWords(
  gone: Requirement,
  before: Requirement | undefined,
  now: Requirement | undefined,
): string {
  const level = now?.level ?? gone.level
  if (!before || before.level < gone.level) return `asked for in its place, at level ${level}`
  const essential = !before.essential && gone.essential ? ', and essential now' : ''
  return `asked for already, at level ${level}${essential}`
}

/** What is said of a role of which a framework leaves nothing essential. */
export const keptWords = (version: string): string =>
  `Nothing essential that it asks for is left, so it stays at version ${version} until you say what it asks`
