import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import type { OrgTx } from '../../shell/db.ts'
import {
  type Batch,
  type Counts,
  changeBatch,
  findBatch,
  knownNames,
  saveRejects,
} from '../contacts/contacts.ts'
import { markUndone } from '../evidence/evidence.ts'
import { listCompetencies } from '../frameworks/frameworks.ts'
import { record } from '../history/history.ts'
import { listPeople } from '../people/people.ts'
import type { Ready } from './considering.ts'
import { type By, settleEvidence } from './keeping.ts'
import { hashesOf, saysOtherwise } from './rules/hashing.ts'
import { keyOf, type RecordRow } from './rules/record.ts'
import { whoseIs } from './rules/whose.ts'
import { listNamed, saveNamed } from './store/competencies.ts'
import { type Incoming, listCurrent, saveRows } from './store/rows.ts'
import { fillNames, holdSource, listMatched, saveImport, saveNames } from './store/sources.ts'

/** Records written at a time. */
const CHUNK = 500

/**
 * Loads what a file of records holds, all of it or nothing: within one transaction. Records that are here unchanged
 * are passed over; a changed one takes the place of the earlier, whose evidence ends. Whose name is known becomes
 * their evidence at once, the others wait for somebody to say.
 * @param onProgress is told how many records were written, of how many
 * @returns null where the import was loaded meanwhile by another attempt
 */
export async function load(
  tx: OrgTx,
  actor: By | null,
  batch: Pick<Batch, 'batchId' | 'fileName' | 'sha256'>,
  ready: Ready,
  today: Day,
  clock: () => Date,
  onProgress: (written: number, of: number) => Promise<void> = async () => {},
): Promise<Counts | null> {
  const { kind, name, reading } = ready
  const mapping = { ...ready.mapping, name }
  const { batchId } = batch
  const sourceId = await holdSource(tx, kind, name, mapping)
  if ((await findBatch(tx, batchId))?.state !== 'loading') return null
  await saveImport(tx, batchId, sourceId)
  const { records } = reading
  await noteNames(tx, sourceId, records)
  await noteCompetencies(tx, records)
  let fresh = 0
  for (let at = 0; at < records.length; at += CHUNK) {
    const chunk = records.slice(at, at + CHUNK)
    fresh += await writeChunk(tx, actor, { ready, sourceId, batchId, chunk, today })
    await onProgress(at + chunk.length, records.length)
  }
  await settleEvidence(tx, actor, { sourceId, name }, today)
  const counts: Counts = {
    read: reading.rows,
    accepted: fresh,
    rejected: reading.rejected.length,
    duplicates: reading.rows - fresh - reading.rejected.length,
    contacts: fresh,
    unanswered: 0,
  }
  await saveRejects(tx, batchId, reading.rejected)
  await changeBatch(tx, batchId, {
    state: 'loaded',
    answers: mapping,
    counts,
    progress: records.length,
    progressOf: records.length,
    loadedAt: clock(),
    refusal: null,
  })
  const { read, accepted, rejected, duplicates } = counts
  await record(tx, {
    kind: 'records.imported',
    actor,
    personId: null,
    recordId: batchId,
    payload: {
      file: batch.fileName,
      sha256: batch.sha256,
      holds: kind,
      source: name,
      withText: mapping.withText,
      ...{ read, accepted, rejected, duplicates },
    },
  })
  return counts
}

/** Writes what is new or says otherwise. Answers how many that were. */
async function writeChunk(
  tx: OrgTx,
  actor: By | null,
  to: { ready: Ready; sourceId: Id; batchId: Id; chunk: readonly RecordRow[]; today: Day },
): Promise<number> {
  const { ready, sourceId, batchId, chunk, today } = to
  const known = await listCurrent(
    tx,
    sourceId,
    chunk.map(({ externalId }) => externalId),
  )
  const rows: Incoming[] = []
  const superseded: { recordId: Id; by: Id }[] = []
  const ended: Id[] = []
  for (const { externalId, rowHash, name, happenedOn, competencies, content, ...rest } of chunk) {
    const hashes = hashesOf({ externalId, rowHash, name, happenedOn, competencies, content, ...rest })
    const before = known.get(externalId)
    if (before && !saysOtherwise(hashes, before, ready.mapping.withText)) continue
    const recordId = tx.newId()
    if (before) superseded.push({ recordId: before.recordId, by: recordId })
    if (before?.evidenceId) ended.push(before.evidenceId)
    const keys = competencies.map(keyOf)
    rows.push({
      ...{ recordId, sourceId, batchId, kind: ready.kind, externalId, rowHash, name, happenedOn, content },
      competencies: keys,
      ...hashes,
    })
  }
  await saveRows(tx, rows, superseded)
  await markUndone(tx, actor, ended, today)
  return rows.length
}

/** Notes the names of a file; whose a name is without doubt is known at once. */
async function noteNames(tx: OrgTx, sourceId: Id, records: readonly RecordRow[]): Promise<void> {
  const people = (await listPeople(tx)).filter(({ state }) => state !== 'left')
  const matched = [...(await listMatched(tx)), ...(await knownNames(tx))]
  const names = [...new Set(records.map(({ name }) => name))].map((name) => ({
    name,
    personId: whoseIs(name, people, matched),
  }))
  await saveNames(tx, sourceId, names)
  await fillNames(
    tx,
    sourceId,
    names.flatMap(({ name, personId }) => (personId ? [{ name, personId }] : [])),
  )
}

/** Notes the words by which a file names competencies; a code or a title of the framework in force is known at once. */
async function noteCompetencies(tx: OrgTx, records: readonly RecordRow[]): Promise<void> {
  const words = new Map<string, string>()
  for (const { competencies } of records)
    for (const one of competencies) words.set(keyOf(one), words.get(keyOf(one)) ?? one)
  if (words.size === 0) return
  const noted = new Set((await listNamed(tx, [...words.keys()])).map(({ key }) => key))
  const inForce = await listCompetencies(tx)
  await saveNamed(
    tx,
    [...words]
      .filter(([key]) => !noted.has(key))
      .map(([key, one]) => ({
        key,
        words: one,
        competencyId:
          inForce.find(({ code, title }) => keyOf(code) === key || keyOf(title) === key)?.competencyId ??
          null,
      })),
  )
}
