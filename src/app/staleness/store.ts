import { sql } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import type { OrgTx } from '../../shell/db.ts'
import type { StaleFound, StaleKind, StaleSteps } from './rules.ts'

/** Something that waits, as it was noticed. */
export type StaleRow = {
  thingId: Id
  personId: Id
  kind: StaleKind
  ref: string
  recordId: Id
  since: Day
  /** To whom it was shown. */
  shownTo: Id[]
}

/** The steps that an administrator has set; null where none has. */
export async function findSteps(tx: OrgTx): Promise<StaleSteps | null> {
  return tx.once('stale steps', async () => {
    const row = await tx.db
      .selectFrom('stale_step')
      .select(['leader_days', 'line_days'])
      .where('org_id', '=', tx.orgId)
      .executeTakeFirst()
    return row ? { leaderDays: row.leader_days, lineDays: row.line_days } : null
  })
}

export async function saveSteps(tx: OrgTx, { leaderDays, lineDays }: StaleSteps, by: Id): Promise<void> {
  const values = { leader_days: leaderDays, line_days: lineDays, set_by: by, set_at: tx.now }
  await tx.db
    .insertInto('stale_step')
    .values({ org_id: tx.orgId, ...values })
    .onConflict((conflict) => conflict.column('org_id').doUpdateSet(values))
    .execute()
}

/** What waits and was noticed already: of one person, or of everybody. */
export async function listOpen(tx: OrgTx, personId?: Id): Promise<StaleRow[]> {
  const rows = await tx.db
    .selectFrom('stale_thing as t')
    .selectAll('t')
    .select(
      sql<
        Id[]
      >`array(select s.to_id from stale_showing s where s.org_id = t.org_id and s.thing_id = t.thing_id)`.as(
        'shown_to',
      ),
    )
    .where('t.org_id', '=', tx.orgId)
    .where('t.ended_on', 'is', null)
    .$if(personId !== undefined, (query) => query.where('t.person_id', '=', personId ?? ''))
    .execute()
  return rows.map((row) => ({
    thingId: row.thing_id,
    personId: row.person_id,
    kind: row.kind as StaleKind,
    ref: row.ref,
    recordId: row.record_id,
    since: row.since_day,
    shownTo: row.shown_to,
  }))
}

/** Notes what waits. Answers false where somebody else noted it at this moment. */
export async function insertThing(
  tx: OrgTx,
  thing: Pick<StaleFound, 'kind' | 'ref' | 'recordId' | 'since'> & { thingId: Id; personId: Id },
  today: Day,
): Promise<boolean> {
  const { thingId: thing_id, personId: person_id, kind, ref, recordId: record_id, since: since_day } = thing
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto('stale_thing')
    .values({ org_id: tx.orgId, thing_id, person_id, kind, ref, record_id, since_day, noticed_on: today })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Notes that it waits no longer. Answers false where somebody else noted it at this moment. */
export async function endThing(tx: OrgTx, thingId: Id, today: Day): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('stale_thing')
    .set({ ended_on: today })
    .where('org_id', '=', tx.orgId)
    .where('thing_id', '=', thingId)
    .where('ended_on', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Notes to whom it is shown. Answers false where that was noted before. */
export async function insertShowing(
  tx: OrgTx,
  { thingId, step, toId }: { thingId: Id; step: number; toId: Id },
  today: Day,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto('stale_showing')
    .values({ org_id: tx.orgId, thing_id: thingId, step, to_id: toId, shown_on: today })
    .onConflict((conflict) => conflict.columns(['org_id', 'thing_id', 'to_id']).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Every showing of what still waits that nobody has claimed: claimed by this, once and for all. */
export async function claimShowings(
  tx: OrgTx,
): Promise<{ personId: Id; toPersonId: Id; kind: StaleKind; ref: string }[]> {
  const rows = await tx.db
    .updateTable('stale_showing as s')
    .from('stale_thing as t')
    .set({ claimed: true })
    .whereRef('t.org_id', '=', 's.org_id')
    .whereRef('t.thing_id', '=', 's.thing_id')
    .where('s.org_id', '=', tx.orgId)
    .where('s.claimed', '=', false)
    .where('t.ended_on', 'is', null)
    .returning(['t.person_id', 's.to_id', 't.kind', 't.ref'])
    .execute()
  return rows.map((row) => ({
    personId: row.person_id,
    toPersonId: row.to_id,
    kind: row.kind as StaleKind,
    ref: row.ref,
  }))
}

/** Who further up asked a leader about something that still waits, and when. */
export type Asking = { personId: Id; kind: StaleKind; recordId: Id; byId: Id; by: string; askedOn: Day }

export async function listAskings(tx: OrgTx): Promise<Asking[]> {
  return tx.once('stale askings', async () => {
    const rows = await tx.db
      .selectFrom('stale_showing as s')
      .innerJoin('stale_thing as t', (join) =>
        join.onRef('t.org_id', '=', 's.org_id').onRef('t.thing_id', '=', 's.thing_id'),
      )
      .innerJoin('person as p', (join) =>
        join.onRef('p.org_id', '=', 's.org_id').onRef('p.person_id', '=', 's.to_id'),
      )
      .select(['t.person_id', 't.kind', 't.record_id', 's.to_id', 'p.name', 's.asked_on'])
      .where('s.org_id', '=', tx.orgId)
      .where('t.ended_on', 'is', null)
      .where('s.asked_on', 'is not', null)
      .execute()
    return rows.flatMap((row) =>
      row.asked_on === null
        ? []
        : [
            {
              personId: row.person_id,
              kind: row.kind as StaleKind,
              recordId: row.record_id,
              byId: row.to_id,
              by: row.name,
              askedOn: row.asked_on,
            },
          ],
    )
  })
}

export async function saveAsking(tx: OrgTx, thingId: Id, byId: Id, today: Day): Promise<void> {
  await tx.db
    .updateTable('stale_showing')
    .set({ asked_on: today })
    .where('org_id', '=', tx.orgId)
    .where('thing_id', '=', thingId)
    .where('to_id', '=', byId)
    .execute()
}
