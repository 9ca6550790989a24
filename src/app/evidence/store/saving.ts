import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'
import type { OrgTx } from '../../../shell/db.ts'
import type { FigureSnapshot } from '../../measures/measures.ts'
import type { EvidenceLink, StandsBehind, Stored } from './items.ts'

/** Takes the next numbers of a person's evidence and answers the last; whoever else adds to it at the same moment waits. */
export async function takeNumbers(tx: OrgTx, personId: Id, many = 1): Promise<number> {
  const row = await tx.db
    .insertInto('evidence_count')
    .values({ org_id: tx.orgId, person_id: personId, last: many })
    .onConflict((on) =>
      on.columns(['org_id', 'person_id']).doUpdateSet({ last: sql<number>`evidence_count.last + ${many}` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  return row.last
}

/** What can be said anew of an item. */
export type Said = Pick<
  Stored,
  'draft' | 'kind' | 'title' | 'text' | 'happenedOn' | 'detail' | 'private' | 'expiresOn' | 'declaredOn'
>

const columnsOf = (said: Said) => ({
  draft: said.draft,
  kind: said.kind,
  title: said.title,
  words: said.text,
  happened_on: said.happenedOn,
  detail: JSON.stringify(said.detail),
  private: said.private,
  expires_on: said.expiresOn,
  declared_on: said.declaredOn,
})

export async function saveNew(
  tx: OrgTx,
  item: Said & {
    personId: Id
    addedBy: Id
    addedOn: Day
    snapshot: FigureSnapshot | null
    standsBehind: StandsBehind | null
  },
): Promise<{ evidenceId: Id; ref: string }> {
  const [evidenceId, number] = [tx.newId(), await takeNumbers(tx, item.personId)]
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
      stands_behind: item.standsBehind === null ? null : JSON.stringify(item.standsBehind),
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

/** Says of an item that it is "only you", or no longer, whoever saved it since; answers its version now. */
export async function savePrivacy(tx: OrgTx, evidenceId: Id, onlyYou: boolean): Promise<number> {
  const { version } = await tx.db
    .updateTable('evidence')
    .set((on) => ({ private: onlyYou, version: on('version', '+', 1), saved_at: tx.now }))
    .where('org_id', '=', tx.orgId)
    .where('evidence_id', '=', evidenceId)
    .returning('version')
    .executeTakeFirstOrThrow()
  return version
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
