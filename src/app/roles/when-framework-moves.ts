import type { Id } from '../../kernel/id.ts'
import type { OrgTx } from '../../shell/db.ts'
import {
  type FrameworkDiff,
  frameworkMoved,
  frameworkWeighed,
  isCompetency,
  listCompetencies,
} from '../frameworks/frameworks.ts'
import { listPeople } from '../people/people.ts'
import { putForward } from './publishing.ts'
import { roleReader } from './roles.ts'
import { versionAfter } from './rules/bands.ts'
import { carryRequirements, carryWords, keptWords } from './rules/framework-moved.ts'
import type { Requirement, RoleProfile } from './rules/profile.ts'
import { listInForce, listLastAsking } from './store/profiles.ts'

/**
 * Where everybody moves to another framework version, each role that asks for a competency which is gone asks for its
 * replacement instead, as its next version, and what it asked before an earlier move is asked for again where it is back
 * in use; a role of which nothing essential is left stays as it is. Before that, those who decide read which roles that
 * touches. Source: issue 5.
 */
export function listen(): void {
  frameworkMoved.listen(async (tx, { after, diff, because, by, today }) => {
    const inForce = await listCompetencies(tx)
    const known = new Map(inForce.map(({ competencyId, title }) => [competencyId, title]))
    const formerly = await listLastAsking(tx, [...known.keys()].filter(isAdded(diff)))
    for (const { role, requirements, words } of carried(await listInForce(tx), diff, known, formerly))
      if (requirements)
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
    for (const item of [...diff.added, ...diff.reworded.map(({ after }) => after)])
      if (isCompetency(item)) known.set(item.itemId, item.title || item.statement)
      else known.delete(item.itemId)
    const formerly = await listLastAsking(tx, [...known.keys()].filter(isAdded(diff)))
    const reworded = new Map(
      diff.reworded.flatMap(({ after }) =>
        isCompetency(after) ? [[after.itemId, after.title || after.statement]] : [],
      ),
    )
    const roles = await listInForce(tx)
    const changes = new Map(
      carried(roles, diff, known, formerly).map(({ role, words }) => [role.roleId, words]),
    )
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

/** Whether a competency comes into use with a version: as an item that is new there, or of a kind that now is one. */
function isAdded({ added, reworded }: FrameworkDiff): (id: Id) => boolean {
  const turned = reworded.filter(({ before }) => !isCompetency(before)).map(({ after }) => after)
  const ids = new Set([...added, ...turned].map(({ itemId }) => itemId))
  return (id) => ids.has(id)
}

type Carried = { role: RoleProfile; requirements: Requirement[] | null; words: string[] }

/**
 * The roles that ask for something that is gone, or asked for something that is back, with what they ask then and what
 * differs, in words. Requirements are null where nothing essential would be left: no role is published so, and a version
 * that stays asks for all of it again where the organisation moves back.
 */
function carried(
  roles: readonly RoleProfile[],
  diff: FrameworkDiff,
  known: ReadonlyMap<Id, string>,
  formerly: ReadonlyMap<Id, readonly Requirement[]>,
): Carried[] {
  const turned = diff.reworded.filter(({ after }) => !isCompetency(after))
  const gone = [...diff.removed, ...turned.map(({ before }) => ({ item: before, replacedBy: [] }))]
  const removed = gone.map(({ item, replacedBy }) => ({
    competencyId: item.itemId,
    title: item.title || item.statement,
    replacedBy,
  }))
  return roles.flatMap((role): Carried[] => {
    const again = formerly.get(role.roleId) ?? []
    const requirements = carryRequirements(role.requirements, removed, new Set(known.keys()), again)
    if (!requirements.some(({ essential }) => essential))
      return [{ role, requirements: null, words: [keptWords(role.version)] }]
    const words = carryWords(role.requirements, removed, known, again)
    return words.length > 0 ? [{ role, requirements, words }] : []
  })
}
