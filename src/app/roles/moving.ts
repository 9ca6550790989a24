import { type Actor, administers } from '../../kernel/actor.ts'
import type { Day } from '../../kernel/day.ts'
import { type Id, isId } from '../../kernel/id.ts'
import { done, type Outcome, refused } from '../../kernel/outcome.ts'
import type { OrgTx } from '../../shell/db.ts'
import { record } from '../history/history.ts'
import { placeComing, settleNames } from './naming.ts'
import { namesTaken } from './rules/job.ts'
import { chosenWays, type Ways, waysOf } from './rules/moves.ts'
import type { Move } from './rules/profile.ts'
import { listAllMoves, replaceMoves } from './store/moves.ts'
import { listNames } from './store/profiles.ts'
import { lockRole, saveRetired } from './store/saving.ts'

/** The moves that people make from role to role, of roles that are in use. */
export async function listMoves(tx: OrgTx): Promise<Move[]> {
  const live = new Set((await listNames(tx)).filter(({ retired }) => !retired).map(({ roleId }) => roleId))
  return (await listAllMoves(tx)).filter(({ from, to }) => live.has(from) && live.has(to))
}

/**
 * Says where people come from to a role, and where they go on to. What somebody else changed since it was shown stays.
 * @param asked `seen` is what stood there when it was chosen; what stands now where left out
 */
export async function saveMoves(
  tx: OrgTx,
  actor: Actor,
  asked: { roleId: Id; seen?: Ways } & Ways,
): Promise<Outcome<Ways>> {
  if (!administers(actor, null)) return refused({ message: 'Only an administrator says where roles lead.' })
  const { roleId } = asked
  if (!isId(roleId) || !(await lockRole(tx, roleId)))
    return refused({ message: 'This role is no longer here.' })
  const titles = new Map((await listNames(tx)).map((one) => [one.roleId, one.title]))
  for (const side of ['from', 'to'] as const)
    if (asked[side].some((id) => id === roleId || !titles.has(id)))
      return refused({ field: side, message: 'Choose other roles of this organisation.' })
  const now = waysOf(roleId, await listAllMoves(tx))
  const ways = chosenWays(asked, asked.seen ?? now, now)
  await replaceMoves(tx, roleId, [
    ...ways.from.map((from) => ({ from, to: roleId })),
    ...ways.to.map((to) => ({ from: roleId, to })),
  ])
  const named = (ids: readonly Id[]) => ids.map((id) => titles.get(id) ?? '')
  await record(tx, {
    kind: 'roles.moves',
    actor,
    personId: null,
    recordId: roleId,
    payload: { role: titles.get(roleId), from: named(ways.from), to: named(ways.to) },
  })
  return done(ways)
}

/** Retires a role, or brings it back. Whoever has it keeps it; nobody new comes to it. */
export async function setRetired(
  tx: OrgTx,
  actor: Actor,
  asked: { roleId: Id; retired: boolean; today: Day },
): Promise<Outcome<null>> {
  const { roleId, retired, today } = asked
  if (!administers(actor, null)) return refused({ message: 'Only an administrator retires a role.' })
  if (!isId(roleId) || !(await lockRole(tx, roleId)))
    return refused({ message: 'This role is no longer here.' })
  const names = await listNames(tx)
  const role = names.find((one) => one.roleId === roleId)
  const others = names.filter((one) => one.roleId !== roleId && !one.retired)
  if (!role || role.retired === retired) return done(null)
  if (retired && others.length === 0)
    return refused({ message: 'This is the last role. Add another one before you retire it.' })
  if (!retired && others.some(({ title }) => title.toLowerCase() === role.title.toLowerCase()))
    return refused({ message: `Another role is called ${role.title} now. Rename that one first.` })
  const [taken] = retired ? [] : namesTaken(role, others)
  if (taken) return refused({ message: taken.message })
  const to = names.map((one) => (one === role ? { ...one, retired } : one))
  const coming = await settleNames(tx, actor, to, [roleId])
  await saveRetired(tx, roleId, retired)
  await record(tx, {
    kind: retired ? 'roles.retired' : 'roles.restored',
    actor,
    personId: null,
    recordId: roleId,
    payload: { title: role.title },
  })
  await placeComing(tx, actor, coming, today)
  return done(null)
}
