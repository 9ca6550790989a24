import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'
import type { OrgTx } from '../../../shell/db.ts'
import type { Entry, EntryChange, EntryKind } from '../rules/entries.ts'

const entries = (tx: OrgTx) => tx.db.selectFrom('notice_entry').selectAll().where('org_id', '=', tx.orgId)

type Row = Awaited<ReturnType<ReturnType<typeof entries>['executeTakeFirstOrThrow']>>

const toEntry = (row: Row): Entry => ({
  entryId: row.entry_id,
  personId: row.person_id,
  kind: row.kind as EntryKind,
  source: row.source,
  day: row.day,
  sequence: row.sequence,
  changedAt: row.changed_at,
  cancelledAt: row.cancelled_at,
})

/** Every entry of a person's own records, cancelled ones too; `lock` lets nobody else change them meanwhile. */
export async function listEntries(tx: OrgTx, personId: Id, lock?: 'lock'): Promise<Entry[]> {
  const query = entries(tx).where('person_id', '=', personId).orderBy('entry_id')
  const rows = await (lock ? query.forUpdate() : query).execute()
  return rows.map(toEntry)
}

export async function findEntry(tx: OrgTx, entryId: Id): Promise<Entry | null> {
  const row = await entries(tx).where('entry_id', '=', entryId).executeTakeFirst()
  return row ? toEntry(row) : null
}

/** The reviews of these people. */
export async function listReviewEntries(tx: OrgTx, personIds: readonly Id[]): Promise<Entry[]> {
  if (personIds.length === 0) return []
  const rows = await entries(tx)
    .where('kind', '=', 'review')
    .where('person_id', 'in', personIds)
    .orderBy('entry_id')
    .execute()
  return rows.map(toEntry)
}

/** Reviews, of anybody, from one day to another that are not off. */
export async function listReviewsFrom(tx: OrgTx, from: Day, to: Day): Promise<Entry[]> {
  const rows = await entries(tx)
    .where('kind', '=', 'review')
    .where('day', '>=', from)
    .where('day', '<=', to)
    .where('cancelled_at', 'is', null)
    .orderBy('entry_id')
    .execute()
  return rows.map(toEntry)
}

/** Makes a change of an entry: its sequence rises. */
export async function saveChange(tx: OrgTx, personId: Id, change: EntryChange): Promise<void> {
  const { entryId, kind, source, day, cancelled } = change
  const cancelled_at = cancelled ? tx.now : null
  if (entryId === null) {
    await tx.db
      .insertInto('notice_entry')
      .values({
        org_id: tx.orgId,
        entry_id: tx.newId(),
        person_id: personId,
        kind,
        source,
        day,
        changed_at: tx.now,
        cancelled_at,
      })
      .onConflict((conflict) => conflict.columns(['org_id', 'person_id', 'kind', 'source']).doNothing())
      .execute()
    return
  }
  await tx.db
    .updateTable('notice_entry')
    .set({ day, cancelled_at, changed_at: tx.now, sequence: sql`sequence + 1` })
    .where('org_id', '=', tx.orgId)
    .where('entry_id', '=', entryId)
    .execute()
}

/** Somebody who knows of a review by an invitation, and up to which change. */
export type Guest = { entryId: Id; personId: Id; sequence: number; cancelled: boolean }

export async function listGuests(tx: OrgTx, entryIds: readonly Id[]): Promise<Guest[]> {
  if (entryIds.length === 0) return []
  const rows = await tx.db
    .selectFrom('notice_guest')
    .selectAll()
    .where('org_id', '=', tx.orgId)
    .where('entry_id', 'in', entryIds)
    .execute()
  return rows.map((row) => ({
    entryId: row.entry_id,
    personId: row.person_id,
    sequence: row.sequence,
    cancelled: row.cancelled,
  }))
}

export async function saveGuest(tx: OrgTx, { entryId, personId, sequence, cancelled }: Guest): Promise<void> {
  await tx.db
    .insertInto('notice_guest')
    .values({ org_id: tx.orgId, entry_id: entryId, person_id: personId, sequence, cancelled })
    .onConflict((conflict) =>
      conflict.columns(['org_id', 'entry_id', 'person_id']).doUpdateSet({ sequence, cancelled }),
    )
    .execute()
}

/** Notes that somebody's calendar may have changed. */
export async function touch(tx: OrgTx, personId: Id): Promise<void> {
  await tx.db
    .insertInto('notice_touched')
    .values({ org_id: tx.orgId, person_id: personId })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Whose calendars may have changed: taken, so that whoever looks next finds what came since. */
export async function takeTouched(tx: OrgTx): Promise<Id[]> {
  const rows = await tx.db
    .deleteFrom('notice_touched')
    .where('org_id', '=', tx.orgId)
    .returning('person_id')
    .execute()
  return rows.map((row) => row.person_id)
}
