import type { Day } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'
import type { OrgTx } from '../../../shell/db.ts'
import type { JudgedVerdict, Letter } from '../rules/judgement.ts'
import { type Bearing, namesOf } from './items.ts'

/** What somebody judged of one letter of one link. Never changed: a later one stands beside it. */
export type Judgement = {
  linkId: Id
  letter: Letter
  verdict: JudgedVerdict
  words: string
  judgedBy: Id
  judgedByName: string
  judgedOn: Day
  /** The version of the item that was judged. */
  itemVersion: number
}

/** A link that was taken back, or said anew. */
export type EndedLink = { linkId: Id; competencyId: Id; reason: string; bearing: Bearing; endedOn: Day }

/** The judgements of an item's links, also of those taken back, oldest first. */
export async function listJudgements(tx: OrgTx, evidenceId: Id): Promise<Judgement[]> {
  const rows = await tx.db
    .selectFrom('evidence_judgement as j')
    .innerJoin('evidence_link as l', (join) =>
      join.onRef('l.org_id', '=', 'j.org_id').onRef('l.link_id', '=', 'j.link_id'),
    )
    .selectAll('j')
    .where('l.org_id', '=', tx.orgId)
    .where('l.evidence_id', '=', evidenceId)
    .orderBy('j.judgement_id')
    .execute()
  const names = await namesOf(
    tx,
    rows.map((row) => row.judged_by),
  )
  return rows.map((row) => ({
    linkId: row.link_id,
    letter: row.letter as Letter,
    verdict: row.verdict as JudgedVerdict,
    words: row.words,
    judgedBy: row.judged_by,
    judgedByName: names.get(row.judged_by) ?? '',
    judgedOn: row.judged_on,
    itemVersion: row.item_version,
  }))
}

export async function saveJudgements(
  tx: OrgTx,
  judgements: readonly Omit<Judgement, 'judgedByName'>[],
): Promise<void> {
  await tx.db
    .insertInto('evidence_judgement')
    .values(
      judgements.map((one) => ({
        org_id: tx.orgId,
        judgement_id: tx.newId(),
        link_id: one.linkId,
        letter: one.letter,
        verdict: one.verdict,
        words: one.words,
        judged_by: one.judgedBy,
        judged_on: one.judgedOn,
        item_version: one.itemVersion,
      })),
    )
    .execute()
}

/** The links of an item that no longer hold, newest first. */
export async function listEndedLinks(tx: OrgTx, evidenceId: Id): Promise<EndedLink[]> {
  const rows = await tx.db
    .selectFrom('evidence_link')
    .select(['link_id', 'competency_id', 'reason', 'bearing', 'ended_on'])
    .where('org_id', '=', tx.orgId)
    .where('evidence_id', '=', evidenceId)
    .where('ended_on', 'is not', null)
    .orderBy('link_id', 'desc')
    .execute()
  return rows.map((row) => ({
    linkId: row.link_id,
    competencyId: row.competency_id,
    reason: row.reason,
    bearing: row.bearing as Bearing,
    endedOn: row.ended_on ?? '',
  }))
}
