import type { Id } from '../../../kernel/id.ts'
import type { OrgTx } from '../../../shell/db.ts'
import type {
  Competency,
  Confidence,
  CrosswalkRow,
  Framework,
  Level,
  LevelNumber,
} from '../rules/competency.ts'

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

const wordings = (tx: OrgTx) =>
  tx.db
    .selectFrom('competency_wording as w')
    .innerJoin('framework as f', (join) =>
      join
        .onRef('f.org_id', '=', 'w.org_id')
        .onRef('f.framework_id', '=', 'w.framework_id')
        .onRef('f.version', '=', 'w.version'),
    )
    .select(['w.competency_id', 'w.code', 'w.title', 'w.statement', 'w.kind', 'w.soft', 'w.legal', 'w.words'])
    .where('w.org_id', '=', tx.orgId)
    .where('f.in_force', '=', true)

const levels = (tx: OrgTx) =>
  tx.db
    .selectFrom('competency_level as l')
    .innerJoin('framework as f', (join) =>
      join
        .onRef('f.org_id', '=', 'l.org_id')
        .onRef('f.framework_id', '=', 'l.framework_id')
        .onRef('f.version', '=', 'l.version'),
    )
    .select(['l.competency_id', 'l.level', 'l.label', 'l.anchor'])
    .where('l.org_id', '=', tx.orgId)
    .where('f.in_force', '=', true)
    .orderBy('l.level')

type Wording = Awaited<ReturnType<ReturnType<typeof wordings>['executeTakeFirstOrThrow']>>
type LevelRow = Awaited<ReturnType<ReturnType<typeof levels>['executeTakeFirstOrThrow']>>

const toLevel = (row: LevelRow): Level => ({
  level: row.level as LevelNumber,
  label: row.label,
  anchor: row.anchor,
})

const toCompetency = (row: Wording, rows: readonly LevelRow[]): Competency => ({
  competencyId: row.competency_id,
  code: row.code,
  title: row.title,
  statement: row.statement,
  kind: row.kind as Competency['kind'],
  soft: row.soft,
  legal: row.legal,
  levels: rows.filter((level) => level.competency_id === row.competency_id).map(toLevel),
  words: row.words,
})

export async function listInForce(tx: OrgTx): Promise<Competency[]> {
  return tx.once('competencies', async () => {
    const rows = await wordings(tx).orderBy('w.place').execute()
    const all = await levels(tx).execute()
    return rows.map((row) => toCompetency(row, all))
  })
}

export async function findInForce(tx: OrgTx, competencyId: Id): Promise<Competency | null> {
  const row = await wordings(tx).where('w.competency_id', '=', competencyId).executeTakeFirst()
  if (!row) return null
  return toCompetency(row, await levels(tx).where('l.competency_id', '=', competencyId).execute())
}

export async function saveCompetencies(
  tx: OrgTx,
  of: Framework,
  competencies: readonly Competency[],
): Promise<void> {
  const version = { org_id: tx.orgId, framework_id: of.frameworkId, version: of.version }
  await tx.db
    .insertInto('competency')
    .values(competencies.map(({ competencyId }) => ({ org_id: tx.orgId, competency_id: competencyId })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await tx.db
    .insertInto('competency_wording')
    .values(
      competencies.map((each, index) => ({
        ...version,
        competency_id: each.competencyId,
        place: index + 1,
        code: each.code,
        title: each.title,
        statement: each.statement,
        kind: each.kind,
        soft: each.soft,
        legal: each.legal,
        words: each.words,
      })),
    )
    .execute()
  await tx.db
    .insertInto('competency_level')
    .values(
      competencies.flatMap((each) =>
        each.levels.map((level) => ({ ...version, competency_id: each.competencyId, ...level })),
      ),
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
