import type { Actor } from '../../kernel/actor.ts'
import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import type { OrgTx } from '../../shell/db.ts'
import { type Gap, gapsOf, isFromOutside, listAssessments } from '../assessments/assessments.ts'
import { KIND_WORDS } from '../evidence/evidence.ts'
import { findRole, type RoleProfile, roleOf } from '../roles/roles.ts'
import { type Held, heldOver, type MasteryPart, masteryParts, monthsBetween } from './rules/mastery.ts'

/** What a role asks before promotion, beside levels, and how far somebody is. */
export type SeenMastery = { role: RoleProfile; held: Held[]; parts: MasteryPart[] }

/**
 * How far a person is towards what one of the organisation's roles asks before promotion, as far as the viewer may read.
 * Levels count from the agreed rounds alone; kinds of source count where somebody besides the person stands behind them.
 * A month counts as doing part of the work where others' evidence of an occasion in that month bears for a competency
 * that this role asks for and the present one does not ask for at all: to do the present work better is none of it, and a
 * figure over weeks is no occasion. It never promises. Source: domain.md 2.6.
 * @returns null where there is no such role, or it asks for nothing beside levels
 */
export async function masteryOf(
  tx: OrgTx,
  personId: Id,
  roleId: Id,
  viewer: Actor,
  today: Day,
): Promise<SeenMastery | null> {
  const role = await findRole(tx, roleId)
  if (!role?.mastery) return null
  const measured = await gapsOf(tx, personId, today, viewer, role)
  const essential = (measured?.gaps ?? []).filter(({ requirement }) => requirement.essential)
  const rounds = (await listAssessments(tx, personId, viewer)).filter(
    ({ pass, state }) => pass === 'agreed' && state === 'in',
  )
  const held = essential.map((gap): Held => {
    const { competencyId, title } = gap.competency
    const then = rounds.flatMap(({ inOn, ratings }) => {
      const rating = ratings.find((one) => one.competencyId === competencyId)
      return inOn && rating ? [{ on: inOn, level: rating.reworded ? null : rating.level }] : []
    })
    const run = gap.agreed === null ? null : heldOver(then, gap.requirement.level)
    return {
      competencyId,
      title,
      required: gap.requirement.level,
      agreed: gap.agreed,
      held: run,
      months: run ? monthsBetween(run.since, run.last) : 0,
      sources: sourcesOf(gap),
    }
  })
  const now = await roleOf(tx, personId, today)
  const acting = actingMonths(essential, now)
  return { role, held, parts: masteryParts(role.mastery, held, acting, viewer.personId === personId) }
}

function sourcesOf(gap: Gap): string[] {
  return [...new Set(gap.for.filter(isFromOutside).map(({ kind }) => KIND_WORDS[kind].source))].sort()
}

/**
 * The months, oldest first, in which others' evidence bears for what a role asks and the present one does not; null where
 * it asks for nothing of the kind.
 */
function actingMonths(essential: readonly Gap[], now: RoleProfile | null): string[] | null {
  const asksNow = new Set(now?.requirements.map(({ competencyId }) => competencyId))
  const beyond = essential.filter(({ competency }) => !asksNow.has(competency.competencyId))
  if (beyond.length === 0) return null
  const days = beyond.flatMap((gap) =>
    gap.for
      .filter((item) => isFromOutside(item) && item.kind !== 'measure')
      .flatMap(({ happenedOn }) => (happenedOn ? [happenedOn.slice(0, 7)] : [])),
  )
  return [...new Set(days)].sort()
}
