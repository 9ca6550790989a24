import type { Actor } from '../../kernel/actor.ts'
import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import type { OrgTx } from '../../shell/db.ts'
import { listCompetencies } from '../frameworks/frameworks.ts'
import { record } from '../history/history.ts'
import { placeComing, settleNames } from './naming.ts'
import type { RoleProfile } from './rules/profile.ts'
import { STARTER_MOVES, STARTER_ROLES } from './starter/starter.ts'
import type { StarterRole } from './starter/starter-role.ts'
import { addMoves } from './store/moves.ts'
import { listNames } from './store/profiles.ts'
import { saveRoles } from './store/saving.ts'

/** Gives a new organisation the starter roles. Does nothing where it has roles already; needs its framework first. */
export async function installRoles(tx: OrgTx): Promise<void> {
  if ((await listNames(tx)).length > 0) return
  await install(tx, null, STARTER_ROLES)
}

/**
 * The starter roles that the organisation does not have, retired or in use, and can have: neither a title of theirs is
 * taken, nor does its framework lack all that they need.
 */
export async function missingStarters(tx: OrgTx): Promise<StarterRole[]> {
  const here = await listNames(tx)
  const codes = new Set((await listCompetencies(tx)).map(({ code }) => code))
  return STARTER_ROLES.filter(
    (starter) =>
      !here.some((one) => one.roleId === starter.roleId || same(one.title, starter.title)) &&
      starter.asks.some(({ code, essential }) => essential && codes.has(code)),
  )
}

const same = (one: string, other: string) => one.toLowerCase() === other.toLowerCase()

/**
 * Adds the starter roles that are missing, with the moves from and to them; whoever has a job title that names one comes to
 * it. Answers their titles.
 */
export async function addStarters(tx: OrgTx, actor: Actor, today: Day): Promise<string[]> {
  const missing = await missingStarters(tx)
  const named = missing.map((starter) => ({ ...starter, retired: false }))
  const coming = await settleNames(
    tx,
    actor,
    [...(await listNames(tx)), ...named],
    named.map(({ roleId }) => roleId),
  )
  await install(tx, actor, missing)
  await placeComing(tx, actor, coming, today)
  return missing.map(({ title }) => title)
}

async function install(tx: OrgTx, actor: Actor | null, starters: readonly StarterRole[]): Promise<void> {
  if (starters.length === 0) return
  const codes = new Map((await listCompetencies(tx)).map((one) => [one.code, one.competencyId]))
  await saveRoles(
    tx,
    starters.map((starter) => profileOf(starter, codes)),
  )
  const added = new Set(starters.map(({ roleId }) => roleId))
  const here = new Set((await listNames(tx)).map(({ roleId }) => roleId))
  await addMoves(
    tx,
    STARTER_MOVES.filter(
      ({ from, to }) => here.has(from) && here.has(to) && (added.has(from) || added.has(to)),
    ),
  )
  const payload = { roles: starters.map(({ title, version }) => `${title} ${version}`) }
  await record(tx, { kind: 'roles.installed', actor, personId: null, recordId: null, payload })
}

/** A starter role, as far as the framework in force has what it asks for. */
function profileOf({ asks, ...role }: StarterRole, codes: ReadonlyMap<string, Id>): RoleProfile {
  const requirements = asks.flatMap(({ code, ...ask }) => {
    const competencyId = codes.get(code)
    return competencyId ? [{ competencyId, ...ask, bands: null, levelWords: {} }] : []
  })
  return { ...role, requirements, retired: false }
}
