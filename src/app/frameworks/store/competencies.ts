import type { Id } from '../../../kernel/id.ts'
import type { OrgTx } from '../../../shell/db.ts'
import type { Competency, Confidence, CrosswalkRow, Framework, Level } from '../rules/competency.ts'

export async function findFramework(tx: OrgTx): Promise<Framework | null> {
  const row = await tx.db
    .selectFrom('framework')
    .selectAll()
    .where('org_id', '=', tx.orgId)
    .where('in_force', '=', true)
    .executeTakeFirst()
  if (!row) return null
  return {
    frameworkId: row.framework_id,
    title: row.title,
    version: row.version,
    publisher: row.publisher,
    uri: row.uri,
  }
}

export async function saveFramework(tx: OrgTx, framework: Framework): Promise<void> {
  await tx.db
    .insertInto('framework')
    .values({
      org_id: tx.orgId,
      framework_id: framework.frameworkId,
      version: framework.version,
      title: framework.title,
      publisher: framework.publisher,
      uri: framework.uri,
      in_force: true,
    })
    .execute()
}

/** Kinds of items that people are assessed on; the rest holds the tree together or belongs to a qualification. */
const COMPETENCIES = ['knowledge', 'skill', 'behaviour'] as const

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
    .where('f.in_force', '=', true)
    .where('w.retired', '=', false)
    .where('w.kind', 'in', COMPETENCIES)

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
  words: row.words,
})

export async function listInForce(tx: OrgTx): Promise<Competency[]> {
  return tx.once('competencies', async () =>
    (await wordings(tx).orderBy('w.place').execute()).map(toCompetency),
  )
}

export async function findInForce(tx: OrgTx, competencyId: Id): Promise<Competency | null> {
  const row = await wordings(tx).where('w.item_id', '=', competencyId).executeTakeFirst()
  return row ? toCompetency(row) : null
}

/** What records of the organisation refer to stays the same across versions. */
export async function saveIdentities(tx: OrgTx, competencyIds: readonly Id[]): Promise<void> {
  if (competencyIds.length === 0) return
  await tx.db
    .insertInto('competency')
    .values(competencyIds.map((competencyId) => ({ org_id: tx.orgId, competency_id: competencyId })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function saveCompetencies(
  tx: OrgTx,
  of: Framework,
  competencies: readonly Competency[],
): Promise<void> {
  const version = { org_id: tx.orgId, framework_id: of.frameworkId, version: of.version }
  await saveIdentities(
    tx,
    competencies.map(({ competencyId }) => competencyId),
  )
  await tx.db
    .insertInto('framework_item')
    .values(
      competencies.map((each, index) => ({
        ...version,
        item_id: each.competencyId,
        place: index + 1,
        kind: each.kind,
        code: each.code,
        title: each.title,
        statement: each.statement,
        soft: each.soft,
        legal: each.legal,
        words: each.words,
        levels: JSON.stringify(each.levels),
        changed_at: tx.now,
      })),
    )
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
