import type { Id } from '../../../kernel/id.ts'
import type { OrgTx } from '../../../shell/db.ts'
import type { Competency, Confidence, CrosswalkRow, Level } from '../rules/competency.ts'
import { COMPETENCY_KINDS } from '../rules/item.ts'

const wordings = (tx: OrgTx) =>
  tx.db
    .selectFrom('framework_item as w')
    .innerJoin('framework as f', (join) =>
      join
        .onRef('f.org_id', '=', 'w.org_id')
        .onRef('f.framework_id', '=', 'w.framework_id')
        .onRef('f.version', '=', 'w.version'),
    )
    .select([
      'w.item_id',
      'w.code',
      'w.title',
      'w.statement',
      'w.kind',
      'w.soft',
      'w.legal',
      'w.words',
      'w.levels',
    ])
    .where('w.org_id', '=', tx.orgId)
    .where('w.retired', '=', false)
    .where('w.kind', 'in', COMPETENCY_KINDS)

type Wording = Awaited<ReturnType<ReturnType<typeof wordings>['executeTakeFirstOrThrow']>>

const toCompetency = (row: Wording): Competency => ({
  competencyId: row.item_id,
  code: row.code,
  title: row.title || row.statement,
  statement: row.statement,
  kind: row.kind as Competency['kind'],
  soft: row.soft,
  legal: row.legal,
  levels: row.levels as Level[],
  words: row.words.map((word) => word.toLowerCase()),
})

export async function listInForce(tx: OrgTx): Promise<Competency[]> {
  return tx.once('competencies', async () =>
    (await wordings(tx).where('f.in_force', '=', true).orderBy('w.place').execute()).map(toCompetency),
  )
}

/** The competencies of one version, in its order and words. */
export async function listWorded(tx: OrgTx, of: { frameworkId: Id; version: string }): Promise<Competency[]> {
  return tx.once(`competencies ${of.frameworkId} ${of.version}`, async () =>
    (
      await wordings(tx)
        .where('f.framework_id', '=', of.frameworkId)
        .where('f.version', '=', of.version)
        .orderBy('w.place')
        .execute()
    ).map(toCompetency),
  )
}

export async function findInForce(tx: OrgTx, competencyId: Id): Promise<Competency | null> {
  const row = await wordings(tx)
    .where('f.in_force', '=', true)
    .where('w.item_id', '=', competencyId)
    .executeTakeFirst()
  return row ? toCompetency(row) : null
}

/** Competencies of any version, in force or not, each as the version made last words it. */
export async function listLastWorded(tx: OrgTx, competencyIds: readonly Id[]): Promise<Competency[]> {
  if (competencyIds.length === 0) return []
  const rows = await wordings(tx)
    .where('w.item_id', 'in', competencyIds)
    .distinctOn('w.item_id')
    .orderBy('w.item_id')
    .orderBy('f.made_at', 'desc')
    .execute()
  return rows.map(toCompetency)
}

/** Makes identities for what a version asks of people: what records refer to stays the same across versions. */
export async function saveIdentities(tx: OrgTx, of: { frameworkId: Id; version: string }): Promise<void> {
  await tx.db
    .insertInto('competency')
    .columns(['org_id', 'competency_id'])
    .expression(
      tx.db
        .selectFrom('framework_item')
        .select(['org_id', 'item_id'])
        .where('org_id', '=', tx.orgId)
        .where('framework_id', '=', of.frameworkId)
        .where('version', '=', of.version)
        .where('kind', 'in', COMPETENCY_KINDS),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function listLinks(tx: OrgTx, competencyId?: Id): Promise<CrosswalkRow[]> {
  const all = tx.db.selectFrom('crosswalk').selectAll().where('org_id', '=', tx.orgId).orderBy('place')
  const rows = await (competencyId ? all.where('competency_id', '=', competencyId) : all).execute()
  return rows.map((row) => ({
    competencyId: row.competency_id,
    framework: row.framework,
    publisher: row.publisher,
    version: row.version,
    address: row.address,
    code: row.code,
    title: row.title,
    relation: row.relation,
    source: row.source,
    confidence: row.confidence as Confidence,
  }))
}

export async function saveLinks(tx: OrgTx, rows: readonly CrosswalkRow[]): Promise<void> {
  await tx.db
    .insertInto('crosswalk')
    .values(
      rows.map(({ competencyId, ...row }, index) => ({
        org_id: tx.orgId,
        competency_id: competencyId,
        place: index + 1,
        ...row,
      })),
    )
    .execute()
}
