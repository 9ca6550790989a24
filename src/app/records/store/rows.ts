import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'
import type { OrgTx } from '../../../shell/db.ts'
import type { RecordKind } from '../rules/kinds.ts'
import type { Content } from '../rules/record.ts'

/** One reading of a record, as it is kept. */
export type Kept = {
  recordId: Id
  sourceId: Id
  batchId: Id
  kind: RecordKind
  externalId: string
  name: string
  happenedOn: Day
  /** The keys of the competencies that it names. */
  competencies: string[]
  content: Content
  personId: Id | null
  evidenceId: Id | null
}

/** A reading to write. The hashes tell whether a later file says the same. */
export type Incoming = Omit<Kept, 'personId' | 'evidenceId'> & {
  rowHash: string
  saidHash: string
  textHash: string | null
}

const kept = (tx: OrgTx) =>
  tx.db
    .selectFrom('record_row as r')
    .select([
      'r.record_id as recordId',
      'r.source_id as sourceId',
      'r.batch_id as batchId',
      'r.kind',
      'r.external_id as externalId',
      'r.name',
      'r.happened_on as happenedOn',
      'r.competencies',
      'r.content',
      'r.person_id as personId',
      'r.evidence_id as evidenceId',
    ])
    .where('r.org_id', '=', tx.orgId)
    .orderBy('r.happened_on')
    .orderBy('r.external_id')
    .orderBy('r.record_id')

type Row = Awaited<ReturnType<ReturnType<typeof kept>['executeTakeFirstOrThrow']>>

const keptFrom = (row: Row): Kept => ({
  ...row,
  kind: row.kind as RecordKind,
  content: row.content as Content,
})

const anyOf = (values: readonly string[], type: 'uuid' | 'text') =>
  sql<string>`any(${[...values]}::${sql.raw(type)}[])`

/** What is known of records of a source by their numbers: the readings that hold now. */
export async function listCurrent(
  tx: OrgTx,
  sourceId: Id,
  externalIds: readonly string[],
): Promise<Map<string, { recordId: Id; saidHash: string; textHash: string | null; evidenceId: Id | null }>> {
  const rows = await tx.db
    .selectFrom('record_row')
    .select(['record_id', 'external_id', 'said_hash', 'text_hash', 'evidence_id'])
    .where('org_id', '=', tx.orgId)
    .where('source_id', '=', sourceId)
    .where('external_id', '=', anyOf(externalIds, 'text'))
    .where('superseded_by', 'is', null)
    .execute()
  return new Map(
    rows.map((row) => [
      row.external_id,
      {
        recordId: row.record_id,
        saidHash: row.said_hash,
        textHash: row.text_hash,
        evidenceId: row.evidence_id,
      },
    ]),
  )
}

/** Writes readings, each in the place of the one it supersedes. */
export async function saveRows(
  tx: OrgTx,
  rows: readonly Incoming[],
  superseded: readonly { recordId: Id; by: Id }[],
): Promise<void> {
  if (superseded.length > 0)
    await sql`
      update record_row r set superseded_by = s.by
      from jsonb_to_recordset(${JSON.stringify(
        superseded.map(({ recordId, by }) => ({ record_id: recordId, by })),
      )}::jsonb) as s(record_id uuid, by uuid)
      where r.org_id = ${tx.orgId} and r.record_id = s.record_id`.execute(tx.db)
  if (rows.length === 0) return
  await tx.db
    .insertInto('record_row')
    .values(
      rows.map((row) => ({
        org_id: tx.orgId,
        record_id: row.recordId,
        source_id: row.sourceId,
        batch_id: row.batchId,
        kind: row.kind,
        external_id: row.externalId,
        row_hash: row.rowHash,
        said_hash: row.saidHash,
        text_hash: row.textHash,
        name: row.name,
        happened_on: row.happenedOn,
        competencies: row.competencies,
        content: JSON.stringify(row.content),
      })),
    )
    .execute()
}

/** Readings that hold now and whose name is a person's, but that are nobody's evidence yet: those to keep, with whose they are. */
export async function listToKeep(tx: OrgTx, sourceId: Id): Promise<(Kept & { personId: Id })[]> {
  const rows = await kept(tx)
    .innerJoin('record_name as n', (join) =>
      join
        .onRef('n.org_id', '=', 'r.org_id')
        .onRef('n.source_id', '=', 'r.source_id')
        .onRef('n.name', '=', 'r.name'),
    )
    .select('n.person_id as whose')
    .where('r.source_id', '=', sourceId)
    .where('r.superseded_by', 'is', null)
    .where('r.evidence_id', 'is', null)
    .where('n.person_id', 'is not', null)
    .execute()
  return rows.flatMap(({ whose, ...row }) => (whose ? [{ ...keptFrom(row), personId: whose }] : []))
}

/** Notes whose evidence readings became, or with nulls that they are nobody's again. */
export async function saveWhose(
  tx: OrgTx,
  rows: readonly { recordId: Id; personId: Id | null; evidenceId: Id | null }[],
): Promise<void> {
  if (rows.length === 0) return
  const said = rows.map(({ recordId, personId, evidenceId }) => ({
    record_id: recordId,
    person_id: personId,
    evidence_id: evidenceId,
  }))
  await sql`
    update record_row r set person_id = s.person_id, evidence_id = s.evidence_id
    from jsonb_to_recordset(${JSON.stringify(said)}::jsonb) as s(record_id uuid, person_id uuid, evidence_id uuid)
    where r.org_id = ${tx.orgId} and r.record_id = s.record_id`.execute(tx.db)
}

/** The readings that hold now, are somebody's evidence, and name a competency by these words. */
export async function listNaming(tx: OrgTx, key: string): Promise<Kept[]> {
  const rows = await kept(tx)
    .where('r.superseded_by', 'is', null)
    .where('r.evidence_id', 'is not', null)
    .where(sql<boolean>`${key} = any(r.competencies)`)
    .execute()
  return rows.map(keptFrom)
}

/** The readings that hold now and are these items of evidence. */
export async function listBehind(tx: OrgTx, evidenceIds: readonly Id[]): Promise<Kept[]> {
  const rows = await kept(tx)
    .where('r.superseded_by', 'is', null)
    .where('r.evidence_id', '=', anyOf(evidenceIds, 'uuid'))
    .execute()
  return rows.map(keptFrom)
}

/** Somebody's records, or those of a period, newest first. */
export async function listOf(
  tx: OrgTx,
  personId: Id,
  days?: { from: Day; to: Day },
): Promise<(Kept & { source: string })[]> {
  let query = kept(tx)
    .innerJoin('record_source as s', (join) =>
      join.onRef('s.org_id', '=', 'r.org_id').onRef('s.source_id', '=', 'r.source_id'),
    )
    .select('s.name as source')
    .where('r.person_id', '=', personId)
    .where('r.superseded_by', 'is', null)
  if (days) query = query.where('r.happened_on', '>=', days.from).where('r.happened_on', '<=', days.to)
  const rows = await query.execute()
  return rows.map(({ source, ...row }) => ({ ...keptFrom(row), source })).reverse()
}

/** The first and the last day of which records of each kind tell, whoever they are about. */
export async function daysTold(tx: OrgTx): Promise<Map<RecordKind, { from: Day; to: Day }>> {
  const rows = await tx.db
    .selectFrom('record_row')
    .select(({ fn }) => ['kind', fn.min<Day>('happened_on').as('from'), fn.max<Day>('happened_on').as('to')])
    .where('org_id', '=', tx.orgId)
    .where('superseded_by', 'is', null)
    .groupBy('kind')
    .execute()
  return new Map(rows.map(({ kind, from, to }) => [kind as RecordKind, { from, to }]))
}

/** How many records an import left with a person, and how many wait for one; and how many it holds. */
export async function countOf(
  tx: OrgTx,
  batchId: Id,
): Promise<{ people: number; kept: number; waiting: number }> {
  const { rows } = await sql<{ people: number; kept: number; waiting: number }>`
    select count(distinct person_id)::int as people, (count(*) filter (where evidence_id is not null))::int as kept,
      (count(*) filter (where evidence_id is null))::int as waiting
    from record_row where org_id = ${tx.orgId} and batch_id = ${batchId} and superseded_by is null`.execute(
    tx.db,
  )
  return rows[0] ?? { people: 0, kept: 0, waiting: 0 }
}

/**
 * Takes an import's readings out. What they superseded holds again, unless a still later import says otherwise.
 * @returns how many records went; the evidence of those that held; and the evidence of what holds again
 */
export async function takeBack(
  tx: OrgTx,
  batchId: Id,
): Promise<{ gone: number; restored: number; ended: Id[]; again: Id[] }> {
  const { orgId } = tx
  const mine = await tx.db
    .selectFrom('record_row')
    .select(['record_id', 'evidence_id', 'superseded_by'])
    .where('org_id', '=', orgId)
    .where('batch_id', '=', batchId)
    .execute()
  const ids = mine.map((row) => row.record_id)
  const before = await tx.db
    .selectFrom('record_row')
    .select(['record_id', 'evidence_id', 'superseded_by'])
    .where('org_id', '=', orgId)
    .where('superseded_by', '=', anyOf(ids, 'uuid'))
    .execute()
  await tx.db.deleteFrom('record_row').where('org_id', '=', orgId).where('batch_id', '=', batchId).execute()
  const after = new Map(mine.map((row) => [row.record_id, row.superseded_by]))
  const now = before.map((row) => ({ ...row, by: after.get(row.superseded_by ?? '') ?? null }))
  if (now.length > 0)
    await sql`
      update record_row r set superseded_by = s.by
      from jsonb_to_recordset(${JSON.stringify(now.map(({ record_id, by }) => ({ record_id, by })))}::jsonb) as s(record_id uuid, by uuid)
      where r.org_id = ${orgId} and r.record_id = s.record_id`.execute(tx.db)
  const held = now.filter(({ by }) => by === null)
  const replaced = new Set(before.map((row) => row.superseded_by))
  return {
    gone: mine.filter((row) => row.superseded_by === null && !replaced.has(row.record_id)).length,
    restored: held.length,
    ended: mine.flatMap((row) => (row.superseded_by === null && row.evidence_id ? [row.evidence_id] : [])),
    again: held.flatMap((row) => (row.evidence_id ? [row.evidence_id] : [])),
  }
}

/** Readings of a source that hold now and are evidence of somebody else than their name is now matched to. */
export async function listMisplaced(tx: OrgTx, sourceId: Id): Promise<Kept[]> {
  const rows = await kept(tx)
    .innerJoin('record_name as n', (join) =>
      join
        .onRef('n.org_id', '=', 'r.org_id')
        .onRef('n.source_id', '=', 'r.source_id')
        .onRef('n.name', '=', 'r.name'),
    )
    .where('r.source_id', '=', sourceId)
    .where('r.superseded_by', 'is', null)
    .where('r.evidence_id', 'is not', null)
    .where(sql<boolean>`n.person_id is distinct from r.person_id`)
    .execute()
  return rows.map(keptFrom)
}
