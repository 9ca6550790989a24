import { type RawBuilder, type SelectQueryBuilder, sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'
import type { OrgTx } from '../../../shell/db.ts'
import type { DB } from '../../../shell/db-types.ts'
import type { FigureSnapshot } from '../../measures/measures.ts'
import { listPeople } from '../../people/people.ts'
import type { EvidenceKind } from '../rules/kinds.ts'
import { listFiles } from './files.ts'

export type Bearing = 'for' | 'against'
export type EvidenceLink = { competencyId: Id; reason: string; bearing: Bearing; madeBy: Id | null }
/** A link as it is kept: by which judgements know it, and since when. */
export type KeptLink = EvidenceLink & { linkId: Id; madeOn: Day }
/** A kept file: its name, and the SHA-256 of its content in hex. */
export type EvidenceFile = {
  name: string
  hash: string
  size: number
  type: string
  /** Why it stays as it is although a customer's data was found in it. */
  keptBecause?: string | null
}
export type KeptFile = EvidenceFile & { fileId: Id; addedBy: Id; addedOn: Day }

/** Whoever stands behind an item without a sign-in here: as they named themself, and what they are to the person. */
export type StandsBehind = {
  name: string
  relationship: string
  as: 'witness' | 'expert witness' | 'customer' | 'record'
}

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
  /** Null where the command line imported it. */
  addedBy: Id | null
  addedByName: string
  /** Who stands behind it: the person alone, somebody else, or the helpdesk's own records. */
  by: 'self' | 'other' | 'helpdesk'
  links: KeptLink[]
  /** The few details that its kind asks for, by key. */
  detail: Record<string, string>
  snapshot: FigureSnapshot | null
  /** The day on which an import behind the snapshot was undone. */
  undoneOn: Day | null
  files: KeptFile[]
  /** The last day on which it still holds, where it ends by itself. */
  expiresOn: Day | null
  /** Null where whoever added it stands behind it. */
  standsBehind: StandsBehind | null
  /** The day on which whoever added it declared it their own account of what happened. */
  declaredOn: Day | null
  /** "Only you": nobody but the person reads it. */
  private: boolean
  version: number
  savedAt: Date
}

/** Whether an item still counts: a kept figure outlives its import, another system's record does not. */
export const counts = ({ undoneOn, snapshot }: Pick<Stored, 'undoneOn' | 'snapshot'>): boolean =>
  undoneOn === null || snapshot !== null

/** What others may read and what counts, of the rows of `evidence` under a name: no drafts, nothing "only you", `counts`. */
export const countsForOthers = (as: string): RawBuilder<boolean> =>
  sql<boolean>`(not ${sql.ref(`${as}.draft`)} and not ${sql.ref(`${as}.private`)} and (${sql.ref(`${as}.undone_on`)} is null or ${sql.ref(`${as}.snapshot`)} is not null))`

/** Names of whoever added or linked something; null is the command line. */
export async function namesOf(tx: OrgTx, ids: readonly (Id | null)[]): Promise<Map<Id | null, string>> {
  if (ids.length === 0) return new Map()
  const people = (await listPeople(tx)).map(({ personId, name }): [Id | null, string] => [personId, name])
  return new Map([[null, 'the command line'], ...people])
}

const items = (tx: OrgTx) => tx.db.selectFrom('evidence as e').selectAll('e').where('e.org_id', '=', tx.orgId)

type Query = ReturnType<typeof items>
type Row = Awaited<ReturnType<Query['executeTakeFirstOrThrow']>>

function byOf(row: Row, snapshot: FigureSnapshot | null): Stored['by'] {
  if (snapshot && snapshot.provenance.sources.length > 0) return 'helpdesk'
  return row.added_by === row.person_id && row.stands_behind === null ? 'self' : 'other'
}

function toStored(row: Row, links: KeptLink[], files: KeptFile[], addedByName: string): Stored {
  const snapshot = row.snapshot as FigureSnapshot | null
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
    addedByName,
    by: byOf(row, snapshot),
    links,
    detail: row.detail as Record<string, string>,
    snapshot,
    undoneOn: row.undone_on,
    files,
    expiresOn: row.expires_on,
    standsBehind: row.stands_behind as StandsBehind | null,
    declaredOn: row.declared_on,
    private: row.private,
    version: row.version,
    savedAt: row.saved_at,
  }
}

async function withLinks(tx: OrgTx, rows: Row[]): Promise<Stored[]> {
  if (rows.length === 0) return []
  const links = await tx.db
    .selectFrom('evidence_link')
    .select(['link_id', 'evidence_id', 'competency_id', 'reason', 'bearing', 'made_by', 'made_on'])
    .where('org_id', '=', tx.orgId)
    .where(
      'evidence_id',
      'in',
      rows.map((row) => row.evidence_id),
    )
    .where('ended_on', 'is', null)
    .orderBy('link_id')
    .execute()
  const files = await listFiles(
    tx,
    rows.map((row) => row.evidence_id),
  )
  const names = await namesOf(
    tx,
    rows.map((row) => row.added_by),
  )
  const linksOf = new Map<Id, KeptLink[]>()
  for (const link of links) {
    const kept = linksOf.get(link.evidence_id) ?? []
    kept.push({
      linkId: link.link_id,
      competencyId: link.competency_id,
      reason: link.reason,
      bearing: link.bearing as Bearing,
      madeBy: link.made_by,
      madeOn: link.made_on,
    })
    linksOf.set(link.evidence_id, kept)
  }
  return rows.map((row) =>
    toStored(
      row,
      linksOf.get(row.evidence_id) ?? [],
      files.get(row.evidence_id) ?? [],
      names.get(row.added_by) ?? '',
    ),
  )
}

/** A person's items, drafts and private ones too, newest first. */
export async function listStored(
  tx: OrgTx,
  personId: Id,
  only: { draft: boolean; includePrivate: boolean; competencyId?: Id },
): Promise<Stored[]> {
  return tx.once(`evidence ${personId} ${JSON.stringify(only)}`, async () => {
    const { competencyId } = only
    let query = items(tx).where('e.person_id', '=', personId).where('e.draft', '=', only.draft)
    if (!only.includePrivate) query = query.where('e.private', '=', false)
    if (competencyId !== undefined) query = query.where((on) => on.exists(linked(tx, competencyId)))
    return withLinks(tx, await query.orderBy('e.number', 'desc').execute())
  })
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

/** Which of a person's items, newest first, are linked to which competency: never drafts, nor what is "only you". */
export async function listLinked(tx: OrgTx, personId: Id): Promise<{ evidenceId: Id; competencyId: Id }[]> {
  const rows = await tx.each('evidence linked', personId, async (personIds) => {
    const all = await tx.db
      .selectFrom('evidence as e')
      .innerJoin('evidence_link as l', (join) =>
        join.onRef('l.org_id', '=', 'e.org_id').onRef('l.evidence_id', '=', 'e.evidence_id'),
      )
      .select(['e.person_id', 'e.evidence_id', 'l.competency_id'])
      .where('e.org_id', '=', tx.orgId)
      .where('e.person_id', 'in', personIds)
      .where('e.kind', 'is not', null)
      .where(countsForOthers('e'))
      .where('l.ended_on', 'is', null)
      .orderBy('e.number', 'desc')
      .execute()
    return Map.groupBy(all, (row) => row.person_id)
  })
  return (rows ?? []).map((row) => ({ evidenceId: row.evidence_id, competencyId: row.competency_id }))
}
