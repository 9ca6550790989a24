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
  selectStamp,
} from './store/contacts.ts'
import { listMatched } from './store/sources.ts'

export {
  type Checking,
  changeCheck,
  checkPage,
  headOf,
} from './checking.tsx'
export { answersIn, asked, bytesOf, keepRejectsFile } from './command-files.ts'
export { importFile, uploadedBytes } from './importing.ts'
export { matchAgent } from './matching.ts'
export { type Imported, type Loadable, loadNew, newBatch } from './new-import.ts'
export { otherFiles } from './other-files.ts'
export { CheckForm, type CheckState } from './pages/check-form.tsx'
export { NamesToMatch, NOBODY } from './pages/names.tsx'
export { RejectedRows } from './pages/rejected-rows.tsx'
export { commonWays } from './pages/ways.ts'
export { answersFrom } from './rules/answering.ts'
export { cellsOf } from './rules/cells.ts'
export { dateOrderOf, readDate } from './rules/dates.ts'
export { evidenceIn } from './rules/evidence.ts'
export { mostLike } from './rules/likeness.ts'
export { type ReadingKeys, readingSchema } from './rules/mapping.ts'
export { decimalOf, readNumber } from './rules/numbers.ts'
export { type Opened, openTable } from './rules/opening.ts'
export { decideOrder, decimalQuestion, type Question } from './rules/questions.ts'
export { fitted } from './rules/read.ts'
export { REJECT_HEADINGS, type Rejected } from './rules/rejects.ts'
export { sourceName } from './rules/source-name.ts'
export { zoneOf } from './rules/zone.ts'
export {
  type Batch,
  type Counts,
  changeBatch,
  findBatch,
  listRejects,
  lockBatch,
  saveRejects,
} from './store/batches.ts'
export type { ContactFact } from './store/contacts.ts'
export { forget, importUndone, type Resting, restingOn } from './undoing.ts'

/** The contacts of some people (all, where none are named), in order of time. */
export async function listContacts(tx: OrgTx, asked: Asked = {}): Promise<ContactFact[]> {
  return selectContacts(tx, asked)
}

/** The days on which the organisation has contacts, up to `until` and in order, and the moment of the last contact. */
export async function contactDays(tx: OrgTx, until: Day): Promise<{ days: Day[]; lastAt: Date | null }> {
  return selectDays(tx, until)
}

/**
 * Stands for all that contacts tell of some people: what was counted of them holds as long as it is the same. Read it
 * before the contacts.
 */
export async function contactsStamp(tx: OrgTx, personKeys: readonly string[]): Promise<string> {
  return selectStamp(tx, personKeys)
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

/** Names of agents that a person has matched, with whom, whatever the source. */
export async function knownNames(tx: OrgTx): Promise<{ name: string; personId: Id }[]> {
  return (await listMatched(tx)).flatMap(({ name, personId }) => (personId ? [{ name, personId }] : []))
}

/** The imports that contacts came with: each file's name and the SHA-256 of its bytes. */
export async function batchesBehind(
  tx: OrgTx,
  contactIds: readonly Id[],
): Promise<{ batchId: Id; file: string; sha256: string }[]> {
  return selectBatchesBehind(tx, contactIds)
}
