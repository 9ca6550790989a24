import type { Actor } from '../../kernel/actor.ts'
import type { OrgTx } from '../../shell/db.ts'
import { record } from '../history/history.ts'
import type { ContactRow } from './rules/contact.ts'
import { customerKeys } from './rules/customer.ts'
import type { Mapping } from './rules/mapping.ts'
import type { Reading } from './rules/read.ts'
import { type Batch, type Counts, changeBatch, findBatch, saveRejects } from './store/batches.ts'
import { hasContacts, type Incoming, writeContacts } from './store/load.ts'
import { holdSource, saveNames } from './store/sources.ts'

/** Contacts written at a time. */
const CHUNK = 2000

/** A file that was read without a question left: what `load` needs of it. */
export type Ready = { name: string; mapping: Mapping; reading: Reading }

/**
 * Loads what a file holds, all of it or nothing: within one transaction. Contacts that are here unchanged are
 * passed over, and their rows count as duplicates; a changed one takes the new reading.
 * @param secret the installation's, by which customers are made keys
 * @param clock says when it is done
 * @param onProgress is told how many contacts were written, of how many
 * @returns null where the import was loaded meanwhile by another attempt
 */
export async function load(
  tx: OrgTx,
  actor: Pick<Actor, 'personId'> | null,
  batch: Pick<Batch, 'batchId' | 'fileName' | 'sha256'>,
  ready: Ready,
  secret: string,
  clock: () => Date,
  onProgress: (written: number, of: number) => Promise<void> = async () => {},
): Promise<Counts | null> {
  const { reading, name } = ready
  const mapping = { ...ready.mapping, name }
  const sourceId = await holdSource(tx, name, mapping)
  if ((await findBatch(tx, batch.batchId))?.state !== 'loading') return null
  const fresh = !(await hasContacts(tx, sourceId))
  const counts: Counts = {
    read: reading.rows,
    accepted: 0,
    rejected: reading.rejected.length,
    duplicates: 0,
    contacts: 0,
    unanswered: 0,
  }
  const toIncoming = incoming(customerKeys(secret, tx.orgId))
  const { contacts } = reading
  const { batchId } = batch
  for (let at = 0; at < contacts.length; at += CHUNK) {
    const chunk = contacts.slice(at, at + CHUNK)
    const written = await writeContacts(tx, { sourceId, batchId, fresh }, chunk.map(toIncoming))
    for (const one of chunk) {
      if (!written.has(one.externalId)) continue
      counts.accepted += one.rows
      counts.contacts += 1
      if (!one.answered) counts.unanswered += 1
    }
    await onProgress(at + chunk.length, contacts.length)
  }
  counts.duplicates = counts.read - counts.accepted - counts.rejected
  await saveNames(tx, sourceId, namesIn(contacts))
  await saveRejects(tx, batchId, reading.rejected)
  await changeBatch(tx, batchId, {
    state: 'loaded',
    sourceId,
    answers: mapping,
    counts,
    progress: contacts.length,
    progressOf: contacts.length,
    loadedAt: clock(),
    refusal: null,
  })
  await record(tx, {
    kind: 'contacts.imported',
    actor,
    personId: null,
    recordId: batchId,
    payload: { file: batch.fileName, sha256: batch.sha256, source: name, ...counts },
  })
  return counts
}

const incoming =
  (keyOf: (customer: string) => string) =>
  ({ customer, line: _line, ...contact }: ContactRow): Incoming => ({
    ...contact,
    customerKey: customer === null ? null : keyOf(customer),
  })

function namesIn(contacts: readonly ContactRow[]): string[] {
  const names = new Set<string>()
  for (const { agentName } of contacts) if (agentName !== null) names.add(agentName)
  return [...names]
}
