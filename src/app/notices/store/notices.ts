import type { Day } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'
import type { OrgTx } from '../../../shell/db.ts'
import type { NoticeKind } from '../rules/kinds.ts'

/** Something that somebody is to be told. */
export type Notice = {
  noticeId: Id
  personId: Id
  kind: NoticeKind
  /** Whom it is about. */
  aboutId: Id
  recordId: Id | null
  day: Day | null
  at: Date
}

/** Keeps what somebody is to be told; the same thing, by its key, is kept once. */
export async function saveNotice(
  tx: OrgTx,
  notice: Pick<Notice, 'personId' | 'kind' | 'aboutId' | 'recordId' | 'day'> & { onceKey: string },
): Promise<void> {
  await tx.db
    .insertInto('notice')
    .values({
      org_id: tx.orgId,
      notice_id: tx.newId(),
      person_id: notice.personId,
      kind: notice.kind,
      about_id: notice.aboutId,
      record_id: notice.recordId,
      day: notice.day,
      at: tx.now,
      once_key: notice.onceKey,
    })
    .onConflict((conflict) => conflict.columns(['org_id', 'person_id', 'once_key']).doNothing())
    .execute()
}

/** Everything that nobody was told yet, oldest first; locked, so that another who looks leaves it out. */
export async function lockWaiting(tx: OrgTx, personId: Id): Promise<Notice[]> {
  const rows = await tx.db
    .selectFrom('notice')
    .select(['notice_id', 'person_id', 'kind', 'about_id', 'record_id', 'day', 'at'])
    .where('org_id', '=', tx.orgId)
    .where('person_id', '=', personId)
    .where('told_at', 'is', null)
    .orderBy('at')
    .orderBy('notice_id')
    .forUpdate()
    .skipLocked()
    .execute()
  return rows.map((row) => ({
    noticeId: row.notice_id,
    personId: row.person_id,
    kind: row.kind as NoticeKind,
    aboutId: row.about_id,
    recordId: row.record_id,
    day: row.day,
    at: row.at,
  }))
}

/** Who is to be told something. */
export async function listToTell(tx: OrgTx): Promise<Id[]> {
  const rows = await tx.db
    .selectFrom('notice')
    .select('person_id')
    .distinct()
    .where('org_id', '=', tx.orgId)
    .where('told_at', 'is', null)
    .execute()
  return rows.map((row) => row.person_id)
}

export async function markTold(tx: OrgTx, noticeIds: readonly Id[]): Promise<void> {
  if (noticeIds.length === 0) return
  await tx.db
    .updateTable('notice')
    .set({ told_at: tx.now })
    .where('org_id', '=', tx.orgId)
    .where('notice_id', 'in', noticeIds)
    .execute()
}

/** Forgets what is older than a moment, told or not: nobody wants it any more. */
export async function forgetNotices(tx: OrgTx, before: Date): Promise<void> {
  await tx.db.deleteFrom('notice').where('org_id', '=', tx.orgId).where('at', '<', before).execute()
}
