import type { Actor } from '../../kernel/actor.ts'
import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import { done, type Outcome, refused } from '../../kernel/outcome.ts'
import type { OrgTx } from '../../shell/db.ts'
import { record } from '../history/history.ts'
import { addPerson, findPerson, listPeople, type Person } from '../people/people.ts'
import { looksShared, mostLike } from './rules/likeness.ts'
import { findBatch } from './store/batches.ts'
import { type Agent, listAgentsOf, listMatched, saveMatch } from './store/sources.ts'

/** A name of a source with whom it may be: `suggested` is a proposal only; a human matches. */
export type AgentToMatch = Agent & { suggested: Person | null; shared: boolean }

type Named = { sourceId: Id; name: string }

/**
 * Settles whose a name of a source is: a person's, nobody's (a name that several people share), or open again. It is
 * remembered for every later file of that source.
 */
export async function matchAgent(
  tx: OrgTx,
  actor: Pick<Actor, 'personId'> | null,
  asked: Named & { personId: Id | 'nobody' | null },
): Promise<Outcome<null>> {
  const { sourceId, name } = asked
  const nobody = asked.personId === 'nobody'
  const personId = nobody ? null : asked.personId
  if (personId !== null && !(await findPerson(tx, personId)))
    return refused({ field: 'person', message: 'That person is not here. Choose another.' })
  if (!(await saveMatch(tx, { sourceId, name, personId, nobody })))
    return refused({ field: 'person', message: `No contacts came under the name ${name}.` })
  await record(tx, {
    kind: 'contacts.name-matched',
    actor,
    personId,
    recordId: sourceId,
    payload: { name, nobody },
  })
  return done(null)
}

/** Makes a person of a name in a source, and matches the name to them. Answers their id. */
export async function addPersonOfName(
  tx: OrgTx,
  actor: Pick<Actor, 'personId'>,
  { sourceId, name, from }: Named & { from: Day },
): Promise<Outcome<Id>> {
  const added = await addPerson(tx, actor, {
    name,
    email: null,
    standing: 'adviser',
    job: null,
    team: null,
    leader: null,
    from,
  })
  if (!added.ok) return added
  const matched = await matchAgent(tx, actor, { sourceId, name, personId: added.value })
  return matched.ok ? added : matched
}

/** The names of an import's source: those to match, each with whom it may be, and those settled before. */
export async function namesOf(
  tx: OrgTx,
  sourceId: Id,
): Promise<{ open: AgentToMatch[]; settled: Agent[]; people: Person[] }> {
  const agents = await listAgentsOf(tx, sourceId)
  const people = (await listPeople(tx)).filter(({ state }) => state !== 'left')
  const elsewhere = await listMatched(tx)
  const open = agents.filter((agent) => agent.personId === null && !agent.nobody)
  return {
    people,
    settled: agents.filter((agent) => !open.includes(agent)),
    open: open.map((agent) => {
      const before = elsewhere.find(({ name, personId }) => name === agent.name && personId !== null)
      const known = people.find(({ personId }) => personId === before?.personId)
      return {
        ...agent,
        suggested: known ?? mostLike(agent.name, people),
        shared: looksShared(agent.name),
      }
    }),
  }
}

/** Matches the open names of an import to the one person of exactly that name: only where a human has allowed it. */
export async function matchByName(
  tx: OrgTx,
  actor: Pick<Actor, 'personId'> | null,
  batchId: Id,
): Promise<void> {
  const sourceId = (await findBatch(tx, batchId))?.sourceId
  if (!sourceId) return
  const { open, people } = await namesOf(tx, sourceId)
  for (const { name } of open) {
    const [only, other] = people.filter((person) => person.name === name)
    if (only && !other) await matchAgent(tx, actor, { sourceId, name, personId: only.personId })
  }
}
