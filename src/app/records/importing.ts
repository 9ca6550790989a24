import type { Id } from '../../kernel/id.ts'
import { done, type Outcome } from '../../kernel/outcome.ts'
import type { OrgTx } from '../../shell/db.ts'
import {
  type Batch,
  type Counts,
  changeBatch,
  keepRejects,
  newBatch,
  type Rejected,
  saveBatch,
  uploadedBytes,
} from '../contacts/contacts.ts'
import type { House } from '../visit.ts'
import { type Considered, consider, type Ready, readyOf } from './considering.ts'
import type { By } from './keeping.ts'
import { load } from './loading.ts'
import type { Answers } from './mapping.ts'
import type { Proposal } from './reading.ts'
import { isRecordKind, type RecordKind, WORDS } from './rules/kinds.ts'
import { organisationDay } from './today.ts'

/** What became of a file: loaded, or left as it was because only a person can say how to read it. */
export type Imported =
  | {
      kind: 'loaded'
      /** Null for a dry run, which loads nothing. */
      batchId: Id | null
      counts: Counts
      headings: readonly string[]
      rejected: readonly Rejected[]
    }
  | { kind: 'questions'; questions: Proposal['questions'] }

/** Thrown to undo a dry run. */
class OnlyTried extends Error {
  constructor(readonly counts: Counts) {
    super('a dry run')
  }
}

/**
 * Reads a file of records and loads it, all of it or nothing. With a question that only a person can answer nothing
 * is loaded.
 * @param actor who stands for adding the evidence
 * @param asked.answers keys of a mapping; what they say is not asked again
 * @param asked.dryRun counts what loading would do, and loads nothing
 */
export async function importRecords(
  house: House,
  orgId: Id,
  actor: By,
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
  const { headings, rejected } = ready.value.reading
  try {
    const counts = await house.db.inOrg(orgId, async (tx) => {
      await saveBatch(tx, batch)
      await changeBatch(tx, batch.batchId, { startedAt: tx.now })
      const written = await load(tx, actor, batch, ready.value, await organisationDay(tx), house.db.now)
      if (written === null) throw new Error('a new import cannot be loaded already')
      if (dryRun) throw new OnlyTried(written)
      await keepRejects(house, tx, batch.batchId, withoutWords(ready.value))
      return written
    })
    return done({ kind: 'loaded', batchId: batch.batchId, counts, headings, rejected })
  } catch (error) {
    if (!(error instanceof OnlyTried)) throw error
    return done({ kind: 'loaded', batchId: null, counts: error.counts, headings, rejected })
  }
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

/** Loads an uploaded file behind the page. Answers null when it is loaded, else why not. */
export async function loadUploaded(
  house: House,
  orgId: Id,
  batch: Batch,
  progress: (written: number, of: number) => Promise<void>,
): Promise<string | null> {
  const considered = await house.db.inOrg(orgId, (tx) => considerUpload(house, tx, batch, answersOf(batch)), {
    readOnly: true,
  })
  if (considered === null) return 'The uploaded file is gone. Upload it again.'
  const ready = considered.ok ? readyOf(considered.value) : considered
  if (!ready.ok) return ready.refusals.map(({ message }) => message).join(' ')
  if (batch.madeBy === null) return 'Nobody stands for this file. Upload it again.'
  const actor = { personId: batch.madeBy }
  return house.db.inOrg(orgId, async (tx) => {
    const today = await organisationDay(tx)
    const counts = await load(tx, actor, batch, ready.value, today, house.db.now, progress)
    if (counts === null) return null
    await changeBatch(tx, batch.batchId, { uploadHash: null })
    await keepRejects(house, tx, batch.batchId, withoutWords(ready.value))
    return null
  })
}

/** As a file is read, but with the columns of somebody's own words left out where these are not kept. */
function withoutWords({ mapping, reading }: Ready): {
  mapping: { columns: Record<string, string> }
  reading: Ready['reading']
} {
  const columns = Object.entries(mapping.columns).map(([heading, role]) => [
    heading,
    !mapping.withText && WORDS.includes(role) ? 'ignore' : role,
  ])
  return { mapping: { columns: Object.fromEntries(columns) }, reading }
}
