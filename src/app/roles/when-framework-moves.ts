import type { Id } from '../../kernel/id.ts'
import type { OrgTx } from '../../shell/db.ts'
import {
  type FrameworkDiff,
  frameworkMoved,
  frameworkWeighed,
  listCompetencies,
} from '../frameworks/frameworks.ts'
import { listPeople } from '../people/people.ts'
import { putForward } from './publishing.ts'
import { roleReader } from './roles.ts'
import { versionAfter } from './rules/bands.ts'
import { carryRequirements, carryWords } from './rules/framework-moved.ts'
import type { RoleProfile } from './rules/profile.ts'
import { listInForce } from './store/profiles.ts'

/**
 * Where everybody moves to another framework version, each role that asks for a competency which is gone asks for its
 * replacement instead, as its next version; before that, those who decide read which roles that touches. Source: issue 5.
 */
export function listen(): void {
  frameworkMoved.listen(async (tx, { after, diff, because, by, today }) => {
    const inForce = await listCompetencies(tx)
    const known = new Map(inForce.map(({ competencyId, title }) => [competencyId, title]))
    for (const { role, requirements, words } of carried(await listInForce(tx), diff, known))
      await putForward(tx, by, {
        before: role,
        after: { ...role, requirements, version: versionAfter(role.version, today) },
        because: `Moved to ${after.title} ${after.version}: ${because}`,
        words,
        today,
      })
  })

  frameworkWeighed.listen(async (tx, { diff, found }) => {
    const known = new Map((await listCompetencies(tx)).map((one) => [one.competencyId, one.title]))
    for (const { item } of diff.removed) known.delete(item.itemId)
    for (const item of diff.added) known.set(item.itemId, item.title || item.statement)
    const reworded = new Map(diff.reworded.map(({ after }) => [after.itemId, after.title || after.statement]))
    const roles = await listInForce(tx)
    const changes = new Map(carried(roles, diff, known).map(({ role, words }) => [role.roleId, words]))
    const people = await holders(tx)
    for (const { roleId, title, requirements } of roles) {
      const anew = requirements.flatMap(({ competencyId }) => {
        const named = reworded.get(competencyId)
        return named ? [`${named}: worded anew`] : []
      })
      const words = [...(changes.get(roleId) ?? []), ...anew]
      if (words.length > 0) found.push({ roleId, title, people: people.get(roleId) ?? 0, words })
    }
  })
}

/** How many people have each role now. */
async function holders(tx: OrgTx): Promise<Map<Id, number>> {
  const read = await roleReader(tx)
  const counts = new Map<Id, number>()
  for (const person of await listPeople(tx)) {
    const roleId = person.state === 'left' ? null : read(person)
    if (roleId) counts.set(roleId, (counts.get(roleId) ?? 0) + 1)
  }
  return counts
}

/** The roles that ask for something that is gone, with what they ask then and what differs, in words. */
function carried(roles: readonly RoleProfile[], diff: FrameworkDiff, known: ReadonlyMap<Id, string>) {
  const removed = diff.removed.map(({ item, replacedBy }) => ({
    competencyId: item.itemId,
    title: item.title || item.statement,
    replacedBy,
  }))
  return roles.flatMap((role) => {
    if (role.requirements.every(({ competencyId }) => known.has(competencyId))) return []
    const requirements = carryRequirements(role.requirements, removed, new Set(known.keys()))
    return [{ role, requirements, words: carryWords(role.requirements, removed, known) }]
  })
}
