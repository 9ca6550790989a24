import type { Id } from '../../kernel/id.ts'
import { done, type Outcome } from '../../kernel/outcome.ts'
import type { OrgTx } from '../../shell/db.ts'
import {
  type Batch,
  type Imported,
  type Loadable,
  loadNew,
  newBatch,
  uploadedBytes,
} from '../contacts/contacts.ts'
import type { House } from '../visit.ts'
import { type Considered, consider, type Ready, readyOf } from './considering.ts'
import type { By } from './keeping.ts'
import { load } from './loading.ts'
import type { Answers } from './mapping.ts'
import { isRecordKind, type RecordKind, WORDS } from './rules/kinds.ts'
import { organisationDay } from './today.ts'

/**
 * Reads a file of records and loads it, all of it or nothing. With a question that only a person can answer nothing
 * is loaded.
 * @param actor who adds the evidence; null for the command line
 * @param asked.answers keys of a mapping; what they say is not asked again
 * @param asked.dryRun counts what loading would do, and loads nothing
 */
export async function importRecords(
  house: House,
  orgId: Id,
  actor: By | null,
  asked: { kind: RecordKind; name: string; bytes: Uint8Array; answers?: Answers; dryRun?: boolean },
): Promise<Outcome<Imported>> {
  const { kind, name, bytes, answers = {}, dryRun = false } = asked
  const considered = await house.db.inOrg(orgId, (tx) => consider(tx, kind, { name, bytes }, answers), {
    readOnly: true,
  })
  if (!considered.ok) return considered
  const { questions } = considered.value.proposal
  if (questions.length > 0) return done({ kind: 'questions', questions })
  const ready = readyOf(considered.value)
  if (!ready.ok) return ready
  const batch = newBatch(house.db.newId(), actor, kind, { name, bytes }, 'loading', null)
  return done(await loadNew(house, orgId, batch, loadable(house, actor, ready.value), dryRun))
}

/** How an uploaded file would be read as it is answered so far; null where its bytes are gone. */
export async function considerUpload(
  house: House,
  tx: OrgTx,
  batch: Batch,
  answers: Answers,
): Promise<Outcome<Considered> | null> {
  const bytes = await uploadedBytes(house, tx.orgId, batch)
  return bytes && consider(tx, kindOf(batch), { name: batch.fileName, bytes }, answers)
}

/** What was answered about an uploaded file so far. */
export function answersOf({ answers }: Pick<Batch, 'answers'>): Answers {
  return (answers ?? {}) as Answers
}

/** The kind of record that an import holds. */
export function kindOf({ kind }: Pick<Batch, 'kind'>): RecordKind {
  if (!isRecordKind(kind)) throw new RangeError(`No records of the kind ${kind}`)
  return kind
}

/** An uploaded file of records, ready to load; null where its bytes are gone. */
export async function readUpload(house: House, orgId: Id, batch: Batch): Promise<Outcome<Loadable> | null> {
  const considered = await house.db.inOrg(orgId, (tx) => considerUpload(house, tx, batch, answersOf(batch)), {
    readOnly: true,
  })
  const ready = considered?.ok ? readyOf(considered.value) : considered
  if (!ready?.ok) return ready
  const { madeBy } = batch
  return done(loadable(house, madeBy === null ? null : { personId: madeBy }, ready.value))
}

const loadable = ({ db }: House, actor: By | null, file: Ready): Loadable => ({
  ...withoutWords(file),
  write: async (tx, batch, onProgress) =>
    load(tx, actor, batch, file, await organisationDay(tx), db.now, onProgress),
})

/** As a file is read, but with the columns of somebody's own words left out where these are not kept. */
function withoutWords({ mapping, reading }: Ready): Pick<Loadable, 'mapping' | 'reading'> {
  const columns = Object.entries(mapping.columns).map(([heading, role]) => [
    heading,
    !mapping.withText && WORDS.includes(role) ? 'ignore' : role,
  ])
  return { mapping: { columns: Object.fromEntries(columns) }, reading }
}
