import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import type { OrgTx } from '../../shell/db.ts'
import { listPeople } from '../people/people.ts'
import {
  type Asked,
  type ContactFact,
  selectAgents,
  selectBatchesBehind,
  selectContacts,
  selectDays,
} from './store/contacts.ts'

export { type Imported, importFile } from './importing.ts'
export { matchAgent } from './matching.ts'
export type { ContactFact } from './store/contacts.ts'
export { importUndone, type Resting, restingOn } from './undoing.ts'

/** The contacts of some people (all, where none are named), in order of time. */
export async function listContacts(tx: OrgTx, asked: Asked = {}): Promise<ContactFact[]> {
  return selectContacts(tx, asked)
}

/** The days on which the organisation has contacts, up to `until` and in order, and the moment of the last contact. */
export async function contactDays(tx: OrgTx, until: Day): Promise<{ days: Day[]; lastAt: Date | null }> {
  return selectDays(tx, until)
}

/**
 * Whoever took contacts, by key: a person's id, or the name that the source gives an agent who is not yet matched.
 * A person matched to several names comes once.
 */
export async function listAgents(
  tx: OrgTx,
): Promise<{ key: string; name: string; personId: Id | null; contacts: number }[]> {
  const agents = await selectAgents(tx)
  const names = new Map((await listPeople(tx)).map(({ personId, name }) => [personId, name]))
  return agents.map((agent) => ({ ...agent, name: names.get(agent.personId ?? '') ?? agent.key }))
}

/** The imports that contacts came with: each file's name and the SHA-256 of its bytes. */
export async function batchesBehind(
  tx: OrgTx,
  contactIds: readonly Id[],
): Promise<{ batchId: Id; file: string; sha256: string }[]> {
  return selectBatchesBehind(tx, contactIds)
}
