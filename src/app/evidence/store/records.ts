import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'
import type { OrgTx } from '../../../shell/db.ts'
import type { EvidenceKind } from '../rules/kinds.ts'
import type { Bearing, StandsBehind } from './items.ts'
import { takeNumbers } from './saving.ts'

/** Items written at a time: far under the number of values that one statement may hold. */
const CHUNK = 500

/** An item as another system's record tells it. */
export type RecordItem = {
  personId: Id
  kind: EvidenceKind
  title: string
  text: string
  happenedOn: Day
  detail: Readonly<Record<string, string>>
  standsBehind: StandsBehind
}

/** Saves items of one or more people, numbered for each in the order given. Answers them in that order. */
export async function saveAll(
  tx: OrgTx,
  items: readonly RecordItem[],
  by: Id | null,
  day: Day,
): Promise<{ evidenceId: Id; ref: string }[]> {
  const next = new Map<Id, number>()
  for (const { personId } of items) next.set(personId, (next.get(personId) ?? 0) + 1)
  for (const [personId, many] of [...next].toSorted(([a], [b]) => (a < b ? -1 : 1)))
    next.set(personId, (await takeNumbers(tx, personId, many)) - many + 1)
  const rows = items.map((item) => {
    const number = next.get(item.personId) ?? 1
    next.set(item.personId, number + 1)
    return {
      org_id: tx.orgId,
      evidence_id: tx.newId(),
      person_id: item.personId,
      number,
      version: 1,
      draft: false,
      kind: item.kind,
      title: item.title,
      words: item.text,
      happened_on: item.happenedOn,
      detail: JSON.stringify(item.detail),
      private: false,
      stands_behind: JSON.stringify(item.standsBehind),
      added_by: by,
      added_on: day,
      saved_at: tx.now,
    }
  })
  for (let at = 0; at < rows.length; at += CHUNK)
    await tx.db
      .insertInto('evidence')
      .values(rows.slice(at, at + CHUNK))
      .execute()
  return rows.map(({ evidence_id, number }) => ({ evidenceId: evidence_id, ref: `E-${number}` }))
}

/** Links many items to competencies; what is linked already stays as it is. Answers the items that were linked. */
export async function saveLinks(
  tx: OrgTx,
  links: readonly { evidenceId: Id; competencyId: Id; reason: string; bearing: Bearing }[],
  by: Id | null,
  day: Day,
): Promise<Id[]> {
  const linked: Id[] = []
  for (let at = 0; at < links.length; at += CHUNK) {
    const rows = await tx.db
      .insertInto('evidence_link')
      .values(
        links.slice(at, at + CHUNK).map((link) => ({
          org_id: tx.orgId,
          link_id: tx.newId(),
          evidence_id: link.evidenceId,
          competency_id: link.competencyId,
          bearing: link.bearing,
          reason: link.reason,
          made_by: by,
          made_on: day,
        })),
      )
      .onConflict((on) => on.doNothing())
      .returning('evidence_id')
      .execute()
    linked.push(...rows.map((row) => row.evidence_id))
  }
  return linked
}

/** Whose items these are, with their references. */
export async function ownersOf(
  tx: OrgTx,
  evidenceIds: readonly Id[],
): Promise<{ evidenceId: Id; personId: Id; ref: string }[]> {
  if (evidenceIds.length === 0) return []
  const rows = await tx.db
    .selectFrom('evidence')
    .select(['evidence_id', 'person_id', 'number'])
    .where('org_id', '=', tx.orgId)
    .where('evidence_id', '=', sql<Id>`any(${[...evidenceIds]}::uuid[])`)
    .orderBy('person_id')
    .orderBy('number')
    .execute()
  return rows.map((row) => ({
    evidenceId: row.evidence_id,
    personId: row.person_id,
    ref: `E-${row.number}`,
  }))
}

/** Says on which day items ended with the import that they came with; null: that they hold again. */
export async function saveEnd(tx: OrgTx, evidenceIds: readonly Id[], day: Day | null): Promise<void> {
  await tx.db
    .updateTable('evidence')
    .set({ undone_on: day })
    .where('org_id', '=', tx.orgId)
    .where('evidence_id', '=', sql<Id>`any(${[...evidenceIds]}::uuid[])`)
    .execute()
}
