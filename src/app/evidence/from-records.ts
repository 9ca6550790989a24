import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import type { OrgTx } from '../../shell/db.ts'
import { record } from '../history/history.ts'
import type { By } from './read.ts'
import type { AskedLink } from './rules/check.ts'
import type { EvidenceKind } from './rules/kinds.ts'
import { type SheetLine, sheetText } from './rules/score-sheet.ts'
import { ownersOf, type RecordItem, saveAll, saveEnd, saveLinks } from './store/records.ts'
import { evidenceFallen } from './upheld.ts'

/** A compliment, complaint, audit or observation as another system's export tells it, with what it names. */
export type NewRecord = RecordItem & {
  kind: Extract<EvidenceKind, 'compliment' | 'complaint' | 'audit' | 'observation'>
  links: readonly AskedLink[]
  /** The lines of an audit’s score sheet; none for what is none. */
  sheet: readonly SheetLine[]
}

/** What is linked to a competency that a record named. */
export type RecordLink = AskedLink & { evidenceId: Id }

/**
 * Keeps what another system recorded, many items at once, with one entry in the history for each person. Nothing is
 * asked of them that a typed item is asked: the record stands behind them, and they may hold no words. Answers their
 * ids in the order given. Source: mission.md A3.
 * @param actor null for the command line
 */
export async function keepRecords(
  tx: OrgTx,
  actor: By | null,
  records: readonly NewRecord[],
  today: Day,
): Promise<Id[]> {
  if (records.length === 0) return []
  const items = records.map(({ sheet, detail, ...item }) => ({
    ...item,
    detail: sheet.length > 0 ? { ...detail, lines: sheetText(sheet) } : detail,
  }))
  const kept = await saveAll(tx, items, actor?.personId ?? null, today)
  const links = records.flatMap(({ links }, at) => {
    const evidenceId = kept[at]?.evidenceId
    return evidenceId ? links.map((link) => ({ ...link, evidenceId })) : []
  })
  await saveLinks(tx, links, actor?.personId ?? null, today)
  const byPerson = Map.groupBy(
    kept.map((one, at) => ({ ...one, personId: items[at]?.personId ?? '', kind: items[at]?.kind })),
    ({ personId }) => personId,
  )
  for (const [personId, own] of byPerson)
    await record(tx, {
      kind: 'evidence.records-kept',
      actor,
      personId,
      recordId: null,
      payload: { items: own.map(({ evidenceId, ref, kind }) => ({ evidenceId, ref, kind })) },
    })
  return kept.map(({ evidenceId }) => evidenceId)
}

/** Links kept records to the competency that somebody says their words mean. Answers how many were linked anew. */
export async function linkRecords(
  tx: OrgTx,
  actor: By,
  links: readonly RecordLink[],
  today: Day,
): Promise<number> {
  const linked = await saveLinks(tx, links, actor.personId, today)
  const competencies = [...new Set(links.map(({ competencyId }) => competencyId))]
  await tell(tx, actor, 'evidence.records-linked', linked, { competencies })
  return linked.length
}

/**
 * Ends records whose import was undone, or that a later file tells otherwise: they stay readable, say so, and count
 * no more. With null they hold again.
 */
export async function markUndone(
  tx: OrgTx,
  actor: By | null,
  evidenceIds: readonly Id[],
  day: Day | null,
): Promise<void> {
  if (evidenceIds.length === 0) return
  await saveEnd(tx, evidenceIds, day)
  if (day !== null) {
    const byPerson = Map.groupBy(await ownersOf(tx, evidenceIds), ({ personId }) => personId)
    for (const [personId, items] of byPerson)
      await evidenceFallen.happen(tx, { personId, evidenceIds: items.map(({ evidenceId }) => evidenceId) })
  }
  await tell(
    tx,
    actor,
    day === null ? 'evidence.records-restored' : 'evidence.records-undone',
    evidenceIds,
    {},
  )
}

async function tell(
  tx: OrgTx,
  actor: By | null,
  kind: string,
  evidenceIds: readonly Id[],
  more: object,
): Promise<void> {
  const byPerson = Map.groupBy(await ownersOf(tx, evidenceIds), ({ personId }) => personId)
  for (const [personId, items] of byPerson)
    await record(tx, {
      kind,
      actor,
      personId,
      recordId: null,
      payload: { ...more, refs: items.map(({ ref }) => ref) },
    })
}
