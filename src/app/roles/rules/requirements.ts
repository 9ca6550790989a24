import { done, type Outcome, type Refusal, refused } from '../../../kernel/outcome.ts'
import { LEVEL_NUMBERS, type LevelNumber, type Requirement } from './profile.ts'

/**
 * One competency as it was chosen in the form: a level of 1 to 5, or '' where it is not asked for; a weight of 1 to 5, or
 * '' where it stays what it is.
 */
export type TypedRequirement = { competencyId: string; level: string; essential: boolean; weight: string }

/** What weighs what nobody weighed. */
export const USUAL_WEIGHT = 3

/**
 * Reads the levels and weights chosen for each competency beside what the role asks now: figures and the role's own words
 * stay; what is newly asked for weighs 3 unless said otherwise. Refusals name `level-ID`, `weight-ID`, or `levels` where
 * nothing at all is asked for.
 */
export function readRequirements(
  typed: readonly TypedRequirement[],
  now: readonly Requirement[],
): Outcome<Requirement[]> {
  const old = new Map(now.map((each) => [each.competencyId, each]))
  const refusals: Refusal[] = []
  const asked = typed.flatMap(({ competencyId, level, essential, weight: said }): Requirement[] => {
    if (level === '') return []
    if (!/^[1-5]$/.test(level)) {
      refusals.push({
        field: `level-${competencyId}`,
        message: 'Choose a level from 1 to 5, or “not asked”.',
      })
      return []
    }
    if (!/^[1-5]?$/.test(said)) {
      refusals.push({ field: `weight-${competencyId}`, message: 'Choose a weight from 1 to 5.' })
      return []
    }
    const was = old.get(competencyId)
    const { bands = null, levelWords = {} } = was ?? {}
    const weight = said === '' ? (was?.weight ?? USUAL_WEIGHT) : Number(said)
    return [{ competencyId, level: Number(level) as LevelNumber, essential, weight, bands, levelWords }]
  })
  if (refusals.length > 0) return refused(...refusals)
  if (!asked.some(({ essential }) => essential))
    return refused({ field: 'levels', message: 'Ask for at least one competency that is essential.' })
  const place = new Map(now.map(({ competencyId }, at) => [competencyId, at]))
  const placeOf = ({ competencyId }: Requirement) => place.get(competencyId) ?? now.length
  return done(asked.sort((a, b) => placeOf(a) - placeOf(b)))
}

const LONGEST = 600

/**
 * Reads the words typed for each level of one competency in a role. What says the framework's own words, or nothing,
 * leaves those standing. Refusals name `words-1` to `words-5`.
 */
export function readLevelWords(
  typed: (level: LevelNumber) => string,
  anchors: readonly { level: LevelNumber; anchor: string }[],
): Outcome<Partial<Record<LevelNumber, string>>> {
  const refusals: Refusal[] = []
  const words: Partial<Record<LevelNumber, string>> = {}
  for (const level of LEVEL_NUMBERS) {
    const said = typed(level).trim()
    if (said.length > LONGEST)
      refusals.push({
        field: `words-${level}`,
        message: `Level ${level}: keep to ${LONGEST} characters. It has ${said.length}.`,
      })
    if (said && said !== anchors.find((each) => each.level === level)?.anchor) words[level] = said
  }
  return refusals.length > 0 ? refused(...refusals) : done(words)
}
