import type { Id } from '../../kernel/id.ts'
import type { SeenPass, SeenRound } from './passes.ts'
import type { SourceLevel } from './rules/levels.ts'
import { isRated, type Rating } from './rules/rating.ts'

/**
 * What the passes say of each competency. Self and leader are those of the newest round in which both are in, so that no
 * opinion of today is set against one of months ago; where there is no such round, or nobody leads, the newest that may
 * be read. The agreed level is the newest there is. What was said of another wording does not count.
 */
export function saidBy(rounds: readonly SeenRound[]): (competencyId: Id) => SourceLevel[] {
  const index = new Map<SeenPass, Map<Id, Rating>>()
  const ratingIn = (pass: SeenPass, competencyId: Id) => {
    const known =
      index.get(pass) ?? new Map(pass.ratings.map((rating) => [rating.competencyId, rating] as const))
    index.set(pass, known)
    return known.get(competencyId)
  }
  const levelOf = (pass: SeenPass | null, competencyId: Id): SourceLevel[] => {
    if (!pass?.inOn || pass.withheld || pass.reworded.has(competencyId)) return []
    const rating = ratingIn(pass, competencyId)
    if (!rating?.level || !(pass.pass === 'agreed' || isRated(rating))) return []
    return [{ source: pass.pass, level: rating.level, on: pass.inOn, by: pass.byName }]
  }
  return (competencyId) => {
    const newest = (source: 'self' | 'leader' | 'agreed') =>
      rounds.map((round) => levelOf(round[source], competencyId)).find((found) => found.length > 0) ?? []
    const pair = rounds[0]?.led
      ? rounds.find((round) => round.open && levelOf(round.self, competencyId).length > 0)
      : undefined
    return [
      ...(pair ? levelOf(pair.self, competencyId) : newest('self')),
      ...(pair ? levelOf(pair.leader, competencyId) : newest('leader')),
      ...newest('agreed'),
    ]
  }
}

/**
 * What the newest pass of each source said of another wording of a competency than the one in force, where it has said
 * nothing of that yet: to be shown as such, and never counted.
 */
export function saidOfAnotherWording(rounds: readonly SeenRound[]): (competencyId: Id) => SourceLevel[] {
  return (competencyId) =>
    (['self', 'leader', 'agreed'] as const).flatMap((source) => {
      const newest = rounds.find((round) => {
        const pass = round[source]
        return pass?.inOn && pass.ratings.some((each) => each.competencyId === competencyId && each.level)
      })?.[source]
      if (!newest?.inOn || !newest.reworded.has(competencyId)) return []
      const level = newest.ratings.find((each) => each.competencyId === competencyId)?.level
      return level ? [{ source, level, on: newest.inOn, by: newest.byName }] : []
    })
}
