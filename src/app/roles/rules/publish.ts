import { done, type Outcome, type Refusal, refused } from '../../../kernel/outcome.ts'
import type { LevelNumber, Requirement } from './profile.ts'

/** What one version of a profile asks of a competency beside another: null where it does not ask for it. */
export type RequirementChange = {
  competencyId: string
  before: Requirement | null
  after: Requirement | null
}

const sameBands = (a: Requirement, b: Requirement) => JSON.stringify(a.bands) === JSON.stringify(b.bands)

/** What differs between two versions of what a role asks, in the order of the later one, with what went at the end. */
export function requirementChanges(
  before: readonly Requirement[],
  after: readonly Requirement[],
): RequirementChange[] {
  const old = new Map(before.map((each) => [each.competencyId, each]))
  const now = new Set(after.map(({ competencyId }) => competencyId))
  const changed = after.flatMap((each): RequirementChange[] => {
    const was = old.get(each.competencyId) ?? null
    const same =
      was !== null && was.level === each.level && was.essential === each.essential && sameBands(was, each)
    return same ? [] : [{ competencyId: each.competencyId, before: was, after: each }]
  })
  const gone = before.filter(({ competencyId }) => !now.has(competencyId))
  return [...changed, ...gone.map((each) => ({ competencyId: each.competencyId, before: each, after: null }))]
}

const needed = (essential: boolean) => (essential ? 'essential' : 'helpful')

/** One difference as a sentence without its full stop: "Coaching others: level 3 became level 4". */
export function changeWords({ before, after }: RequirementChange, title: string): string {
  if (!before && after) return `${title}: added at level ${after.level}, ${needed(after.essential)}`
  if (!after) return `${title}: no longer asked for`
  const parts = [
    before && before.level !== after.level && `level ${before.level} became level ${after.level}`,
    before &&
      before.essential !== after.essential &&
      `${needed(before.essential)} became ${needed(after.essential)}`,
    before && !sameBands(before, after) && 'other figures make its levels',
  ].filter(Boolean)
  return `${title}: ${parts.join(', and ')}`
}

/** One competency as it was chosen in the form: a level of 1 to 5, or '' where it is not asked for. */
export type TypedRequirement = { competencyId: string; level: string; essential: boolean }

/**
 * Reads the levels chosen for each competency beside what the role asks now: weights and figures stay; what is newly
 * asked for weighs 3. Refusals name `level-ID`, or `levels` where nothing at all is asked for.
 */
export function readRequirements(
  typed: readonly TypedRequirement[],
  now: readonly Requirement[],
): Outcome<Requirement[]> {
  const old = new Map(now.map((each) => [each.competencyId, each]))
  const refusals: Refusal[] = []
  const asked = typed.flatMap(({ competencyId, level, essential }): Requirement[] => {
    if (level === '') return []
    if (!/^[1-5]$/.test(level)) {
      refusals.push({
        field: `level-${competencyId}`,
        message: 'Choose a level from 1 to 5, or “not asked”.',
      })
      return []
    }
    const was = old.get(competencyId)
    return [
      {
        competencyId,
        level: Number(level) as LevelNumber,
        essential,
        weight: was?.weight ?? 3,
        bands: was?.bands ?? null,
      },
    ]
  })
  if (refusals.length > 0) return refused(...refusals)
  if (!asked.some(({ essential }) => essential))
    return refused({ field: 'levels', message: 'Ask for at least one competency that is essential.' })
  const place = new Map(now.map(({ competencyId }, at) => [competencyId, at]))
  const placeOf = ({ competencyId }: Requirement) => place.get(competencyId) ?? now.length
  return done(asked.sort((a, b) => placeOf(a) - placeOf(b)))
}
