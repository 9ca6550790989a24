import type { Actor } from '../../kernel/actor.ts'
import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import type { OrgTx } from '../../shell/db.ts'
import { listNeeds, type Need } from '../assessments/assessments.ts'
import { type Pooled, pooled } from '../measures/measures.ts'
import { findPerson, listPeople, type Person } from '../people/people.ts'
import { may } from './may.ts'
import { listObjectives } from './read.ts'
import type { Objective } from './rules/objective.ts'
import { servingNone } from './rules/priorities.ts'
import { listCounted, type Priority } from './store/priorities.ts'

/** Who serves a priority, and what came of its measure. */
export type Served = {
  /** People whose plans the viewer may read, by name, with the objectives that serve it. */
  named: { person: Pick<Person, 'personId' | 'name'>; objectives: Objective[] }[]
  /** Agreed professional objectives of everybody else, counted alone. */
  others: { people: number; objectives: number }
  /** The measure of all who agreed an objective that serves it; null where it has none, or nobody serves it. */
  pooled: Pooled | null
}

/** How a priority is served, for a viewer: a name only where they may read the plan; what is private for nobody. */
export async function servedOf(tx: OrgTx, priority: Priority, viewer: Actor, today: Day): Promise<Served> {
  const { priorityId, measure, from, to } = priority
  const serving = (await listCounted(tx)).filter((one) => one.priorityId === priorityId)
  const agreed = serving.filter(({ agreedOn }) => agreedOn !== null)
  const mayRead = (personId: Id) => may['plan.read'](viewer, { personId })
  const hidden = agreed.filter(({ personId }) => !mayRead(personId))
  const names = new Map((await listPeople(tx)).map((person) => [person.personId, person]))
  const own = [...new Set(serving.map(({ personId }) => personId).filter(mayRead))]
  const named = await Promise.all(
    own.map(async (personId) => ({
      person: { personId, name: names.get(personId)?.name ?? '' },
      objectives: (await listObjectives(tx, personId, viewer, today)).filter(
        (one) => one.priorityId === priorityId && one.kind === 'professional',
      ),
    })),
  )
  const people = [...new Set(agreed.map(({ personId }) => personId))].sort()
  return {
    named: named.sort((a, b) => a.person.name.localeCompare(b.person.name, 'en-GB')),
    others: { people: new Set(hidden.map(({ personId }) => personId)).size, objectives: hidden.length },
    pooled:
      measure && people.length > 0 && from <= today
        ? await pooled(tx, people, measure, { since: from, until: to }, today, viewer.personId)
        : null,
  }
}

/** Needs that serve no priority: the viewer's own and those of people they lead; how many others, for who asks for all. */
export type Unserved = {
  needs: { person: Pick<Person, 'personId' | 'name'>; need: Need; open: string[] }[]
  /** Needs of other people of whose open objectives none serves a priority; null where the viewer is not shown it. */
  others: number | null
}

/** The professional needs that serve no priority. Titles only where the viewer leads, or is the person. */
export async function unservedFor(
  tx: OrgTx,
  viewer: Actor,
  countOthers: boolean,
  today: Day,
): Promise<Unserved> {
  const personIds = [viewer.personId, ...viewer.leads.filter((personId) => personId !== viewer.personId)]
  const found = await Promise.all(
    personIds.map(async (personId) => {
      const person = await findPerson(tx, personId)
      if (!person || person.state === 'left') return []
      const needs = await listNeeds(tx, personId, viewer)
      const objectives = needs.length > 0 ? await listObjectives(tx, personId, viewer, today) : []
      return servingNone(needs, objectives).map((one) => ({ ...one, person }))
    }),
  )
  return {
    needs: found.flat(),
    others: countOthers ? otherNeeds(await listCounted(tx), personIds) : null,
  }
}

function otherNeeds(counted: Awaited<ReturnType<typeof listCounted>>, personIds: readonly Id[]): number {
  const open = counted.filter(
    ({ personId, needId, state }) => needId !== null && state !== 'closed' && !personIds.includes(personId),
  )
  const byNeed = [...Map.groupBy(open, ({ needId }) => needId).values()]
  return byNeed.filter((objectives) => objectives.every(({ priorityId }) => priorityId === null)).length
}
