import type { Day } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'
import { isRated, lackOf, type Rating } from './rating.ts'

/** What a profile asks for, in the order in which it is shown. */
export type AskedOf = { roleId: Id; version: string; asks: readonly { competencyId: Id; title: string }[] }

/** A self-assessment: against which version of which role, and since when it is handed in. */
export type Assessed = { roleId: Id; version: string; inOn: Day | null; ratings: readonly Rating[] }

export type Lacking = { competencyId: Id; title: string; why: string }

export type Completeness = {
  complete: boolean
  of: number
  /** Each competency that is not rated, not dated, or rests on nothing, and what it lacks. */
  lacking: Lacking[]
  /** The ratings are held against an earlier version, or another role: they say nothing of the profile in force. */
  older: boolean
  inOn: Day | null
}

/**
 * Whether a self-assessment is complete: every competency of the profile version in force is rated, dated, and cites
 * evidence or a whole example, or says that there is none yet. Names each that is not. Source: mission.md readiness 1, A1.
 * @param assessed null where there is none
 * @param today a rating dated later than this is not dated
 */
export function completeness(profile: AskedOf, assessed: Assessed | null, today: Day): Completeness {
  const older =
    assessed !== null && (assessed.roleId !== profile.roleId || assessed.version !== profile.version)
  const dated = assessed?.inOn != null && assessed.inOn <= today
  const ratings = new Map(
    (older ? [] : (assessed?.ratings ?? [])).map((rating) => [rating.competencyId, rating]),
  )
  const lacking = profile.asks.flatMap(({ competencyId, title }): Lacking[] => {
    const rating = ratings.get(competencyId)
    if (!rating || !isRated(rating))
      return [
        {
          competencyId,
          title,
          why: older ? 'rated against an earlier profile, or not at all' : (lackOf(rating) ?? ''),
        },
      ]
    return dated ? [] : [{ competencyId, title, why: 'hand the pass in, so that it has a date' }]
  })
  return {
    complete: lacking.length === 0 && profile.asks.length > 0,
    of: profile.asks.length,
    lacking,
    older,
    inOn: dated ? (assessed?.inOn ?? null) : null,
  }
}
