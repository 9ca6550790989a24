import type { Actor } from '../../kernel/actor.ts'
import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import { done, type Outcome, refused } from '../../kernel/outcome.ts'
import { mayRead, type Sharing } from '../../kernel/sharing.ts'
import type { OrgTx } from '../../shell/db.ts'
import { type Gap, gapsOf } from '../assessments/assessments.ts'
import { record } from '../history/history.ts'
import { findRole, type RoleProfile, roleOf } from '../roles/roles.ts'
import { findAspiration } from './aspiration.ts'
import { routeOfKind, routesFor } from './routing.ts'
import { checkPathways, type Option, type PathwayComparison } from './rules/comparison.ts'
import type { Route } from './rules/routes.ts'
import { listKeptComparisons, saveComparisonRow } from './store/comparisons.ts'
import { lockCareer } from './store/targets.ts'
import { listTargets, profileOf, roleWantedBy } from './targets.ts'

/**
 * The comparisons of ways to go that the viewer may read, newest first. One that holds the role of an advert which the
 * viewer may not know of is withheld whole; where the advert is gone, only the person reads it.
 */
export async function listComparisons(tx: OrgTx, personId: Id, viewer: Actor): Promise<PathwayComparison[]> {
  const own = viewer.personId === personId
  const readable = new Set((await listTargets(tx, personId, viewer)).map(({ targetId }) => targetId))
  return (await listKeptComparisons(tx, personId)).filter(
    (one) =>
      mayRead(one, viewer) &&
      (own || one.options.every(({ personal, roleId }) => !personal || readable.has(roleId))),
  )
}

/** One way to go with what it asks of the person. */
export type Side = {
  role: RoleProfile
  personal: boolean
  /** Essential requirements that are not agreed to be met, the furthest first. */
  toClose: Gap[]
  /** Levels to close where a level is agreed. */
  levels: number
  /** Essential requirements without an agreed level. */
  notAgreed: number
  /** It is the role that the person has. */
  mine: boolean
  /** The way there from the role that the person has now; null where no moves lead there. */
  route: Route | null
}

/**
 * What the product can say of ways to go, beside each other: the roles, as a version has them where one is named, and
 * what stands between the person and each, with the way there as it is today. A role that is not there, or not to be known of, is left out.
 */
export async function sidesOf(
  tx: OrgTx,
  asked: {
    personId: Id
    viewer: Actor
    today: Day
    roles: readonly { roleId: Id; version?: string }[]
  },
): Promise<Side[]> {
  const { personId, viewer, today, roles } = asked
  const now = await roleOf(tx, personId, today)
  const aspiration = await findAspiration(tx, personId, viewer)
  const sides: Side[] = []
  for (const { roleId, version } of roles) {
    const then = version ? await findRole(tx, roleId, version) : null
    const wanted = await roleWantedBy(tx, personId, roleId, viewer)
    const role = then ?? wanted
    if (!role) continue
    const routes = await routesFor(tx, { personId, toRoleId: roleId, viewer, today })
    const chosen = aspiration?.targetRoleId === roleId ? aspiration.routeKind : null
    const gaps = (await gapsOf(tx, personId, today, viewer, role))?.gaps ?? []
    const essential = gaps.filter(({ requirement }) => requirement.essential)
    const short = essential.filter((gap) => gap.short !== null && gap.short > 0)
    sides.push({
      role,
      personal: wanted?.elsewhere === true,
      toClose: short.sort((a, b) => (b.short ?? 0) - (a.short ?? 0)),
      levels: short.reduce((sum, gap) => sum + (gap.short ?? 0), 0),
      notAgreed: essential.filter(({ agreed }) => agreed === null).length,
      mine: now?.roleId === roleId,
      route: routes.ok ? routeOfKind(routes.value, chosen) : null,
    })
  }
  return sides
}

const NOT_YOURS = { message: 'Only the person compares their ways to go.' }

/**
 * Keeps a comparison of two to four roles with the person's words, or changes one. The roles are kept in the version
 * that is in force, so that what they asked then can be read later.
 * @param asked `comparisonId` null for a new one; `revision` is the one the writer saw
 */
export async function saveComparison(
  tx: OrgTx,
  actor: Actor,
  asked: {
    personId: Id
    comparisonId: Id | null
    revision: number | null
    roleIds: readonly Id[]
    suits: Id | null
    why: string
    progression: string
    sharing: Sharing
  },
  today: Day,
): Promise<Outcome<Id> & { conflict?: boolean }> {
  const { personId, comparisonId, suits, why, progression, sharing } = asked
  if (actor.personId !== personId) return refused(NOT_YOURS)
  await lockCareer(tx, personId)
  const all = await listKeptComparisons(tx, personId)
  const before = comparisonId ? all.find((one) => one.comparisonId === comparisonId) : undefined
  if (comparisonId && !before) return refused({ message: 'This comparison is no longer here.' })
  if (before && before.revision !== asked.revision)
    return {
      ...refused({
        message:
          'This comparison was changed in another window. Read it as it is now; what you typed is below, unsaved.',
      }),
      conflict: true,
    }
  const targets = await listTargets(tx, personId, actor)
  const options: (Option & { sharing: Sharing })[] = []
  for (const roleId of new Set(before ? before.options.map((one) => one.roleId) : asked.roleIds)) {
    const kept = before?.options.find((one) => one.roleId === roleId)
    const target = targets.find(({ targetId }) => targetId === roleId)
    const role = target ? profileOf(target) : await findRole(tx, roleId)
    if (kept) options.push({ ...kept, sharing: target?.sharing ?? (kept.personal ? 'me' : 'assessor') })
    else if (role) {
      const { version, title, track, responsibility } = role
      const personal = target !== undefined
      options.push({
        roleId,
        version,
        title,
        track,
        responsibility,
        personal,
        sharing: target?.sharing ?? 'assessor',
      })
    }
  }
  const refusals = checkPathways({ options, suits, why, progression, sharing })
  if (refusals.length > 0) return refused(...refusals)
  const comparison: PathwayComparison = {
    comparisonId: before?.comparisonId ?? tx.newId(),
    personId,
    number: before?.number ?? (all[0]?.number ?? 0) + 1,
    options: options.map(({ sharing: _, ...option }) => option),
    suits,
    why,
    progression,
    sharing,
    revision: (before?.revision ?? 0) + 1,
    madeOn: before?.madeOn ?? today,
  }
  await saveComparisonRow(tx, comparison)
  const { number } = comparison
  await record(tx, {
    kind: before ? 'careers.comparison-changed' : 'careers.comparison-kept',
    actor,
    personId,
    recordId: comparison.comparisonId,
    payload:
      sharing === 'me'
        ? { number, private: true }
        : { number, roles: comparison.options.map(({ title }) => title), why, progression },
  })
  return done(comparison.comparisonId)
}
