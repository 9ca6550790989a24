import type { Actor } from '../../kernel/actor.ts'
import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import { done, type Outcome, refused } from '../../kernel/outcome.ts'
import type { OrgTx } from '../../shell/db.ts'
import { type Event, event } from '../../shell/events.ts'
import { record } from '../history/history.ts'
import { findRole } from '../roles/roles.ts'
import { checkAspiration, type KeptAspiration, saidOf } from './rules/aspiration.ts'
import { ROUTE_KINDS, type RouteKind } from './rules/routes.ts'
import { findKept, saveKept } from './store/aspiration.ts'
import { lockCareer } from './store/targets.ts'
import { findTarget, roleWantedBy } from './targets.ts'

/** Somebody wants to go elsewhere than they said, in their own words; '' where they say nothing. */
export const aspirationChanged: Event<{ personId: Id; before: string; words: string; today: Day }> = event()

/** Where a person wants to go, as a viewer may read it. */
export type Aspiration = {
  words: string
  since: Day
  /** One of the organisation's roles, or of an advert; null where none was chosen, or the viewer may not know of it. */
  targetRoleId: Id | null
  targetTitle: string | null
  /** The target is a role of an advert. */
  personal: boolean
  why: string
  by: Day | null
  routeKind: RouteKind | null
}

/** Where a person wants to go; null where they said nothing. What they alone read of an advert is withheld from others. */
export async function findAspiration(tx: OrgTx, personId: Id, viewer: Actor): Promise<Aspiration | null> {
  const kept = await findKept(tx, personId)
  if (!kept) return null
  const { words, since, why, by, routeKind } = kept
  const said = { words, since, why, by, routeKind }
  if (kept.roleId) {
    const title = (await findRole(tx, kept.roleId))?.title ?? null
    return { ...said, targetRoleId: kept.roleId, targetTitle: title, personal: false }
  }
  const target = kept.targetId ? await findTarget(tx, personId, kept.targetId, viewer) : null
  return {
    ...said,
    targetRoleId: target?.targetId ?? null,
    targetTitle: target?.title ?? null,
    personal: target !== null,
  }
}

const NOT_YOURS = { message: 'Only the person says where they want to go.' }

/** Keeps where a person wants to go, in their own words; none takes it away, unless a role is their target. */
export async function sayAspiration(
  tx: OrgTx,
  actor: Actor,
  asked: { personId: Id; words: string },
  today: Day,
): Promise<Outcome<null>> {
  const kept = await findKept(tx, asked.personId)
  return keep(
    tx,
    actor,
    {
      ...asked,
      roleId: kept?.roleId ?? kept?.targetId ?? null,
      why: kept?.why ?? '',
      by: kept?.by ?? null,
      checkDay: false,
    },
    today,
  )
}

/**
 * Keeps the role that a person aims for, why and by when; the words are the role's title where left empty. Nothing at all
 * takes it away. The route they chose stays as long as the role does.
 * @param asked `roleId` is one of the organisation's roles or of the person's adverts
 * @returns refusals name `role`, `aspiration`, `why` or `by`
 */
export function setTarget(
  tx: OrgTx,
  actor: Actor,
  asked: { personId: Id; roleId: Id | null; words: string; why: string; by: Day | null | 'wrong' },
  today: Day,
): Promise<Outcome<null>> {
  return keep(tx, actor, { ...asked, checkDay: true }, today)
}

async function keep(
  tx: OrgTx,
  actor: Actor,
  asked: {
    personId: Id
    roleId: Id | null
    words: string
    why: string
    by: Day | null | 'wrong'
    checkDay: boolean
  },
  today: Day,
): Promise<Outcome<null>> {
  const { personId, roleId, why, by } = asked
  if (actor.personId !== personId) return refused(NOT_YOURS)
  await lockCareer(tx, personId)
  const before = await findKept(tx, personId)
  const day = asked.checkDay && by !== before?.by ? by : null
  const refusals = checkAspiration({ words: asked.words, why, by: day }, today)
  const role = roleId ? await roleWantedBy(tx, personId, roleId, actor) : null
  const target = role && role.roleId === roleId ? await findTarget(tx, personId, role.roleId, actor) : null
  if (roleId && (!role || (role.retired && roleId !== before?.roleId)))
    refusals.push({ field: 'role', message: 'Choose a role from the list: that one is no longer there.' })
  if (target && !asked.words)
    refusals.push({
      field: 'aspiration',
      message: 'Say where you want to go in your own words: whoever reads your plan reads them.',
    })
  if (refusals.length > 0 || by === 'wrong') return refused(...refusals)
  const words = asked.words || (target ? '' : (role?.title ?? ''))
  const ids = { roleId: target ? null : (role?.roleId ?? null), targetId: target?.targetId ?? null }
  const same = before?.roleId === ids.roleId && before?.targetId === ids.targetId
  const moved = before?.words !== words || !same
  const next: KeptAspiration | null = words
    ? {
        words,
        ...ids,
        why,
        by,
        since: moved ? today : (before?.since ?? today),
        routeKind: same ? (before?.routeKind ?? null) : null,
      }
    : null
  const was = await publicWords(tx, before)
  await saveKept(tx, personId, next)
  // The history is read by others: a role that only the person reads of is not named in it.
  const payload = { words, roleId: ids.roleId, why: next?.why ?? '', by: next?.by ?? null }
  await record(tx, { kind: 'careers.aspiration', actor, personId, recordId: personId, payload })
  const is = await publicWords(tx, next)
  if (was !== is) await aspirationChanged.happen(tx, { personId, before: was, words: is, today })
  return done(null)
}

/** What everybody who reads the plan may read of it, in one line. */
async function publicWords(tx: OrgTx, kept: KeptAspiration | null): Promise<string> {
  if (!kept) return ''
  const role = kept.roleId ? await findRole(tx, kept.roleId) : null
  return saidOf(kept.words, role?.title ?? null)
}

/** Keeps which of the routes to their target a person goes; null goes back to the first. */
export async function chooseRoute(
  tx: OrgTx,
  actor: Actor,
  asked: { personId: Id; routeKind: string | null },
): Promise<Outcome<null>> {
  const { personId } = asked
  if (actor.personId !== personId) return refused(NOT_YOURS)
  await lockCareer(tx, personId)
  const kept = await findKept(tx, personId)
  if (!kept?.roleId && !kept?.targetId)
    return refused({ message: 'Choose the role you want to reach first.' })
  const routeKind = ROUTE_KINDS.find((kind) => kind === asked.routeKind) ?? null
  if (asked.routeKind && !routeKind)
    return refused({ field: 'route', message: 'Choose one of the routes that are shown.' })
  await saveKept(tx, personId, { ...kept, routeKind })
  await record(tx, {
    kind: 'careers.route-chosen',
    actor,
    personId,
    recordId: personId,
    payload: { routeKind },
  })
  return done(null)
}
