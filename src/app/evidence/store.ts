import { type SelectQueryBuilder, sql } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import type { OrgTx } from '../../shell/db.ts'
import type { DB } from '../../shell/db-types.ts'
import type { FigureSnapshot } from '../measures/measures.ts'
import type { EvidenceKind } from './rules/kinds.ts'

export type Bearing = 'for' | 'against'
export type EvidenceLink = { competencyId: Id; reason: string; bearing: Bearing; madeBy: Id }
/** A kept file: its name, and the SHA-256 of its content in hex. */
export type EvidenceFile = { name: string; hash: string; size: number; type: string }

/** An item as it lies in the store: a draft may have no kind yet. */
export type Stored = {
  evidenceId: Id
  /** "E-12": counted per person, without a gap. */
  ref: string
  personId: Id
  draft: boolean
  kind: EvidenceKind | null
  title: string
  text: string
  /** Null where nobody has said when. */
  happenedOn: Day | null
  addedOn: Day
  addedBy: Id
  addedByName: string
  /** Who stands behind it: the person alone, somebody else, or the helpdesk's own records. */
  by: 'self' | 'other' | 'helpdesk'
  links: EvidenceLink[]
  /** The few details that its kind asks for, by key. */
  detail: Record<string, string>
  snapshot: FigureSnapshot | null
  /** The day on which an import behind the snapshot was undone. */
  undoneOn: Day | null
  file: EvidenceFile | null
  /** "Only you": nobody but the person reads it. */
  private: boolean
  version: number
  savedAt: Date
}

export type Revision = Pick<
  Stored,
  'kind' | 'title' | 'text' | 'happenedOn' | 'detail' | 'version' | 'savedAt'
>

const items = (tx: OrgTx) =>
  tx.db
    .selectFrom('evidence as e')
    .innerJoin('person as p', (join) =>
      join.onRef('p.org_id', '=', 'e.org_id').onRef('p.person_id', '=', 'e.added_by'),
    )
    .selectAll('e')
    .select('p.name as added_by_name')
    .where('e.org_id', '=', tx.orgId)

type Query = ReturnType<typeof items>
type Row = Awaited<ReturnType<Query['executeTakeFirstOrThrow']>>

function byOf(row: Row, snapshot: FigureSnapshot | null): Stored['by'] {
  if (snapshot && snapshot.provenance.sources.length > 0) return 'helpdesk'
  return row.added_by === row.person_id ? 'self' : 'other'
}

function toStored(row: Row, links: EvidenceLink[]): Stored {
  const snapshot = row.snapshot as FigureSnapshot | null
  const file =
    row.file_hash === null
      ? null
      : {
          name: row.file_name ?? '',
          hash: row.file_hash,
          size: row.file_size ?? 0,
          type: row.file_type ?? 'application/octet-stream',
        }
  return {
    evidenceId: row.evidence_id,
    ref: `E-${row.number}`,
    personId: row.person_id,
    draft: row.draft,
    kind: row.kind as EvidenceKind | null,
    title: row.title,
    text: row.words,
    happenedOn: row.happened_on,
    addedOn: row.added_on,
    addedBy: row.added_by,
    addedByName: row.added_by_name,
    by: byOf(row, snapshot),
    links,
    detail: row.detail as Record<string, string>,
    snapshot,
    undoneOn: row.undone_on,
    file,
    private: row.private,
    version: row.version,
    savedAt: row.saved_at,
  }
}

async function withLinks(tx: OrgTx, rows: Row[]): Promise<Stored[]> {
  if (rows.length === 0) return []
  const links = await tx.db
    .selectFrom('evidence_link')
    .select(['evidence_id', 'competency_id', 'reason', 'bearing', 'made_by'])
    .where('org_id', '=', tx.orgId)
    .where(
      'evidence_id',
      'in',
      rows.map((row) => row.evidence_id),
    )
    .where('ended_on', 'is', null)
    .orderBy('link_id')
    .execute()
  return rows.map((row) =>
    toStored(
      row,
      links
        .filter((link) => link.evidence_id === row.evidence_id)
        .map((link) => ({
          competencyId: link.competency_id,
          reason: link.reason,
          bearing: link.bearing as Bearing,
          madeBy: link.made_by,
        })),
    ),
  )
}

/** A person's items, drafts and private ones too, newest first. */
export async function listStored(
  tx: OrgTx,
  personId: Id,
  only: { draft: boolean; includePrivate: boolean; competencyId?: Id },
): Promise<Stored[]> {
  const { competencyId } = only
  let query = items(tx).where('e.person_id', '=', personId).where('e.draft', '=', only.draft)
  if (!only.includePrivate) query = query.where('e.private', '=', false)
  if (competencyId !== undefined) query = query.where((on) => on.exists(linked(tx, competencyId)))
  return withLinks(tx, await query.orderBy('e.number', 'desc').execute())
}

const linked = (tx: OrgTx, competencyId: Id): SelectQueryBuilder<DB, 'evidence_link', { one: number }> =>
  tx.db
    .selectFrom('evidence_link')
    .select(sql<number>`1`.as('one'))
    .whereRef('evidence_link.org_id', '=', sql.ref('e.org_id'))
    .whereRef('evidence_link.evidence_id', '=', sql.ref('e.evidence_id'))
    .where('evidence_link.competency_id', '=', competencyId)
    .where('evidence_link.ended_on', 'is', null)

export async function findStored(tx: OrgTx, personId: Id, evidenceId: Id): Promise<Stored | null> {
  const rows = await items(tx)
    .where('e.person_id', '=', personId)
    .where('e.evidence_id', '=', evidenceId)
    .execute()
  return (await withLinks(tx, rows))[0] ?? null
}

/** The next number of a person's evidence; whoever else adds to it at the same moment waits. */
export async function nextNumber(tx: OrgTx, personId: Id): Promise<number> {
  const row = await tx.db
    .insertInto('evidence_count')
    .values({ org_id: tx.orgId, person_id: personId, last: 1 })
    .onConflict((on) =>
      on.columns(['org_id', 'person_id']).doUpdateSet({ last: sql<number>`evidence_count.last + 1` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  return row.last
}

/** What can be said anew of an item. */
export type Said = Pick<
  Stored,
  'draft' | 'kind' | 'title' | 'text' | 'happenedOn' | 'detail' | 'private' | 'file'
>

const columnsOf = (said: Said) => ({
  draft: said.draft,
  kind: said.kind,
  title: said.title,
  words: said.text,
  happened_on: said.happenedOn,
  detail: JSON.stringify(said.detail),
  private: said.private,
  file_name: said.file?.name ?? null,
  file_hash: said.file?.hash ?? null,
  file_size: said.file?.size ?? null,
  file_type: said.file?.type ?? null,
})

export async function saveNew(
  tx: OrgTx,
  item: Said & { personId: Id; addedBy: Id; addedOn: Day; snapshot: FigureSnapshot | null },
): Promise<{ evidenceId: Id; ref: string }> {
  const [evidenceId, number] = [tx.newId(), await nextNumber(tx, item.personId)]
  await tx.db
    .insertInto('evidence')
    .values({
      ...columnsOf(item),
      org_id: tx.orgId,
      evidence_id: evidenceId,
      person_id: item.personId,
      number,
      version: 1,
      snapshot: item.snapshot === null ? null : JSON.stringify(item.snapshot),
      added_by: item.addedBy,
      added_on: item.addedOn,
      saved_at: tx.now,
    })
    .execute()
  const batches = [...new Set(item.snapshot?.provenance.sources.map((source) => source.batchId))]
  if (batches.length > 0) {
    await tx.db
      .insertInto('evidence_import')
      .values(batches.map((batch_id) => ({ org_id: tx.orgId, evidence_id: evidenceId, batch_id })))
      .execute()
  }
  return { evidenceId, ref: `E-${number}` }
}

/** Says an item anew; false where somebody saved it since `version`. */
export async function saveChange(tx: OrgTx, evidenceId: Id, version: number, said: Said): Promise<boolean> {
  const result = await tx.db
    .updateTable('evidence')
    .set({ ...columnsOf(said), version: version + 1, saved_at: tx.now })
    .where('org_id', '=', tx.orgId)
    .where('evidence_id', '=', evidenceId)
    .where('version', '=', version)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

export async function saveRevision(tx: OrgTx, item: Stored): Promise<void> {
  await tx.db
    .insertInto('evidence_revision')
    .values({
      org_id: tx.orgId,
      evidence_id: item.evidenceId,
      version: item.version,
      kind: item.kind,
      title: item.title,
      words: item.text,
      happened_on: item.happenedOn,
      detail: JSON.stringify(item.detail),
      private: item.private,
      saved_at: item.savedAt,
    })
    .execute()
}

/** What an item said before, newest first. */
export async function listRevisions(tx: OrgTx, evidenceId: Id): Promise<Revision[]> {
  const rows = await tx.db
    .selectFrom('evidence_revision')
    .selectAll()
    .where('org_id', '=', tx.orgId)
    .where('evidence_id', '=', evidenceId)
    .orderBy('version', 'desc')
    .execute()
  return rows.map((row) => ({
    kind: row.kind as EvidenceKind | null,
    title: row.title,
    text: row.words,
    happenedOn: row.happened_on,
    detail: row.detail as Record<string, string>,
    version: row.version,
    savedAt: row.saved_at,
  }))
}

/** Puts a revision's words again, with a customer's personal data taken out. */
export async function cleanRevision(
  tx: OrgTx,
  evidenceId: Id,
  revision: Pick<Revision, 'version' | 'title' | 'text' | 'detail'>,
): Promise<void> {
  await tx.db
    .updateTable('evidence_revision')
    .set({ title: revision.title, words: revision.text, detail: JSON.stringify(revision.detail) })
    .where('org_id', '=', tx.orgId)
    .where('evidence_id', '=', evidenceId)
    .where('version', '=', revision.version)
    .execute()
}

export async function saveLink(tx: OrgTx, evidenceId: Id, link: EvidenceLink, day: Day): Promise<void> {
  await tx.db
    .insertInto('evidence_link')
    .values({
      org_id: tx.orgId,
      link_id: tx.newId(),
      evidence_id: evidenceId,
      competency_id: link.competencyId,
      bearing: link.bearing,
      reason: link.reason,
      made_by: link.madeBy,
      made_on: day,
    })
    .execute()
}

export async function endLink(tx: OrgTx, evidenceId: Id, competencyId: Id, day: Day): Promise<void> {
  await tx.db
    .updateTable('evidence_link')
    .set({ ended_on: day })
    .where('org_id', '=', tx.orgId)
    .where('evidence_id', '=', evidenceId)
    .where('competency_id', '=', competencyId)
    .where('ended_on', 'is', null)
    .execute()
}

/** Refs of the person's other items, not drafts, with the same words or the same file. */
export async function listSame(tx: OrgTx, item: Stored): Promise<string[]> {
  const rows = await tx.db
    .selectFrom('evidence')
    .select('number')
    .where('org_id', '=', tx.orgId)
    .where('person_id', '=', item.personId)
    .where('evidence_id', '<>', item.evidenceId)
    .where('draft', '=', false)
    .where('private', '=', false)
    .where((on) =>
      item.file
        ? on.or([on('words', '=', item.text), on('file_hash', '=', item.file.hash)])
        : on('words', '=', item.text),
    )
    .orderBy('number')
    .execute()
  return rows.map((row) => `E-${row.number}`)
}

/** Everybody's items that were counted from an import, with whose they are. */
export async function listRestingOn(
  tx: OrgTx,
  batchId: Id,
): Promise<
  { evidenceId: Id; ref: string; personId: Id; personName: string; title: string; private: boolean }[]
> {
  const rows = await tx.db
    .selectFrom('evidence_import as i')
    .innerJoin('evidence as e', (join) =>
      join.onRef('e.org_id', '=', 'i.org_id').onRef('e.evidence_id', '=', 'i.evidence_id'),
    )
    .innerJoin('person as p', (join) =>
      join.onRef('p.org_id', '=', 'e.org_id').onRef('p.person_id', '=', 'e.person_id'),
    )
    .select(['e.evidence_id', 'e.number', 'e.person_id', 'p.name', 'e.title', 'e.private'])
    .where('i.org_id', '=', tx.orgId)
    .where('i.batch_id', '=', batchId)
    .orderBy('p.name')
    .orderBy('e.number')
    .execute()
  return rows.map((row) => ({
    evidenceId: row.evidence_id,
    ref: `E-${row.number}`,
    personId: row.person_id,
    personName: row.name,
    title: row.title,
    private: row.private,
  }))
}

export async function saveUndone(tx: OrgTx, evidenceIds: readonly Id[], day: Day): Promise<void> {
  if (evidenceIds.length === 0) return
  await tx.db
    .updateTable('evidence')
    .set({ undone_on: day })
    .where('org_id', '=', tx.orgId)
    .where('evidence_id', 'in', [...evidenceIds])
    .execute()
}
