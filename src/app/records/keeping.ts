import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import type { OrgTx } from '../../shell/db.ts'
import { keepRecords, markUndone, type NewRecord } from '../evidence/evidence.ts'
import { listCompetencies } from '../frameworks/frameworks.ts'
import { bearingOf, sheetLinesOf, standsBehind, titleOf } from './rules/telling.ts'
import { listNamed } from './store/competencies.ts'
import { type Kept, listMisplaced, listToKeep, saveWhose } from './store/rows.ts'
import { tellUpheld } from './upheld.ts'

/** Whoever acts. */
export type By = { personId: Id }

/**
 * Makes the evidence of a source what its records and names say now: a record whose name is somebody's becomes an
 * item of theirs, and one whose name is somebody else's now, or nobody's, ends where it was.
 * @returns how many items were kept
 */
export async function settleEvidence(
  tx: OrgTx,
  actor: By | null,
  source: { sourceId: Id; name: string },
  today: Day,
): Promise<number> {
  const misplaced = await listMisplaced(tx, source.sourceId)
  await markUndone(
    tx,
    actor,
    misplaced.flatMap(({ evidenceId }) => evidenceId ?? []),
    today,
  )
  await saveWhose(
    tx,
    misplaced.map(({ recordId }) => ({ recordId, personId: null, evidenceId: null })),
  )
  const rows = await listToKeep(tx, source.sourceId)
  if (rows.length === 0) return 0
  const meaning = await meanings(tx)
  const items = rows.map((row) => evidenceOf(row, source.name, meaning))
  const kept = await keepRecords(tx, actor, items, today)
  await saveWhose(
    tx,
    rows.map(({ recordId, personId }, at) => ({ recordId, personId, evidenceId: kept[at] ?? null })),
  )
  await tellUpheld(
    tx,
    actor,
    rows.map((row, at) => ({ ...row, evidenceId: kept[at] ?? null })),
    today,
  )
  return kept.length
}

/** Which competencies in force the words of files are known to mean. */
async function meanings(tx: OrgTx): Promise<Map<string, Id>> {
  const inForce = new Set((await listCompetencies(tx)).map(({ competencyId }) => competencyId))
  return new Map(
    (await listNamed(tx)).flatMap(({ key, competencyId }) =>
      competencyId && inForce.has(competencyId) ? [[key, competencyId] as const] : [],
    ),
  )
}

function evidenceOf(
  row: Kept & { personId: Id },
  source: string,
  meaning: ReadonlyMap<string, Id>,
): NewRecord {
  const { personId, kind, content, happenedOn, externalId } = row
  const competencyIds = new Set(row.competencies.flatMap((key) => meaning.get(key) ?? []))
  const bears = bearingOf(kind, content)
  return {
    personId,
    kind,
    title: titleOf(kind, content),
    text: content.text ?? content.done ?? content.said ?? '',
    happenedOn,
    detail: detailOf(content),
    sheet: kind === 'audit' ? sheetLinesOf(content) : [],
    standsBehind: standsBehind(kind, content, { source, externalId }),
    links: bears ? [...competencyIds].map((competencyId) => ({ competencyId, ...bears })) : [],
  }
}

function detailOf({ sheet, by, done, said, lines, score }: Kept['content']): Record<string, string> {
  const isAudit = sheet !== undefined || lines !== undefined || score !== undefined
  const told = { sheet, observer: isAudit ? undefined : by, done, said }
  return Object.fromEntries(Object.entries(told).flatMap(([key, words]) => (words ? [[key, words]] : [])))
}
