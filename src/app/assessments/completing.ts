import type { Actor } from '../../kernel/actor.ts'
import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import type { OrgTx } from '../../shell/db.ts'
import { listCompetencies } from '../frameworks/frameworks.ts'
import { type RoleProfile, roleOf } from '../roles/roles.ts'
import { listRoundsFor, type SeenPass } from './passes.ts'
import { type Completeness, completeness } from './rules/completeness.ts'

export type SeenCompleteness = Completeness & {
  role: RoleProfile
  /** The self-assessment it speaks of: the newest against the profile in force, else the newest. Null where there is none. */
  pass: SeenPass | null
  /** It is blind to the viewer: what is lacking is not known to them. */
  withheld: boolean
}

/**
 * Whether a person's self-assessment is complete against the profile version in force, and what of it is not: a rating
 * of another wording than the one in force is none. Null where no profile is in force. Source: mission.md readiness 1.
 */
export async function completenessOf(
  tx: OrgTx,
  personId: Id,
  viewer: Actor,
  today: Day,
): Promise<SeenCompleteness | null> {
  const role = await roleOf(tx, personId, today)
  if (!role) return null
  const competencies = new Map((await listCompetencies(tx)).map((one) => [one.competencyId, one.title]))
  const asks = role.requirements.flatMap(({ competencyId }) => {
    const title = competencies.get(competencyId)
    return title ? [{ competencyId, title }] : []
  })
  const rounds = (await listRoundsFor(tx, personId, viewer)).filter(({ self }) => self)
  const current = rounds.filter((round) => round.roleId === role.roleId && round.roleVersion === role.version)
  const round = current.find(({ self }) => self?.inOn) ?? current[0] ?? rounds[0]
  const pass = round?.self ?? null
  const found = completeness(
    { roleId: role.roleId, version: role.version, asks },
    round && pass
      ? {
          roleId: round.roleId,
          version: round.roleVersion,
          inOn: pass.inOn,
          ratings: pass.ratings.filter(({ competencyId }) => !pass.reworded.has(competencyId)),
        }
      : null,
    today,
  )
  return { ...found, role, pass, withheld: pass?.withheld ?? false }
}
