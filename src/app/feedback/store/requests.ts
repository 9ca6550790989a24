import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'
import type { OrgTx } from '../../../shell/db.ts'
import type { Mark } from '../rules/release.ts'
import type { Group } from '../rules/round.ts'

/** `ended` says no more than that the round is closed: whether it was answered is not known any longer. */
export type RequestState = 'asked' | 'answered' | 'cannot' | 'ended'

export type Request = {
  requestId: Id
  roundId: Id
  group: Group
  personId: Id | null
  name: string
  email: string | null
  state: RequestState
}

const requests = (tx: OrgTx) =>
  tx.db
    .selectFrom('feedback_request')
    .select(['request_id', 'round_id', 'group_name', 'person_id', 'name', 'email', 'state'])
    .where('org_id', '=', tx.orgId)

type Row = Awaited<ReturnType<ReturnType<typeof requests>['executeTakeFirstOrThrow']>>

const toRequest = (row: Row): Request => ({
  requestId: row.request_id,
  roundId: row.round_id,
  group: row.group_name as Group,
  personId: row.person_id,
  name: row.name,
  email: row.email,
  state: row.state as RequestState,
})

/** A request; `lock` makes whoever answers it next wait for this transaction. */
export async function findRequest(tx: OrgTx, requestId: Id, lock?: 'lock'): Promise<Request | null> {
  const query = requests(tx).where('request_id', '=', requestId)
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst()
  return row ? toRequest(row) : null
}

export async function markRequest(tx: OrgTx, requestId: Id, state: 'answered' | 'cannot'): Promise<void> {
  await tx.db
    .updateTable('feedback_request')
    .set({ state })
    .where('org_id', '=', tx.orgId)
    .where('request_id', '=', requestId)
    .execute()
}

/** How many requests of open rounds still wait, by the rater's key: a colleague's id, or an address in lower case. */
export async function countWaiting(tx: OrgTx): Promise<Map<string, number>> {
  const rows = await tx.db
    .selectFrom('feedback_request as q')
    .innerJoin('feedback_round as r', (join) =>
      join.onRef('r.org_id', '=', 'q.org_id').onRef('r.round_id', '=', 'q.round_id'),
    )
    .select([
      sql<string>`coalesce(q.person_id::text, lower(q.email))`.as('rater'),
      sql<number>`count(*)::int`.as('waiting'),
    ])
    .where('q.org_id', '=', tx.orgId)
    .where('q.state', '=', 'asked')
    .where('q.group_name', '<>', 'self')
    .where('r.state', '=', 'open')
    .groupBy('rater')
    .execute()
  return new Map(rows.map((row) => [row.rater, row.waiting]))
}

/** What waits for a colleague in rounds that are open on this day. */
export async function listWaitingFor(
  tx: OrgTx,
  personId: Id,
  today: Day,
): Promise<{ requestId: Id; about: Id; closesOn: Day }[]> {
  const rows = await tx.db
    .selectFrom('feedback_request as q')
    .innerJoin('feedback_round as r', (join) =>
      join.onRef('r.org_id', '=', 'q.org_id').onRef('r.round_id', '=', 'q.round_id'),
    )
    .select(['q.request_id', 'r.person_id', 'r.closes_on'])
    .where('q.org_id', '=', tx.orgId)
    .where('q.person_id', '=', personId)
    .where('q.state', '=', 'asked')
    .where('r.state', '=', 'open')
    .where('r.closes_on', '>=', today)
    .orderBy('r.closes_on')
    .orderBy('q.request_id')
    .execute()
  return rows.flatMap((row) =>
    row.closes_on ? [{ requestId: row.request_id, about: row.person_id, closesOn: row.closes_on }] : [],
  )
}

/** Takes note of a reminder to everybody who has had fewer than `count`, still waits, and may be written to. */
export async function takeReminders(tx: OrgTx, roundId: Id, count: 1 | 2): Promise<Request[]> {
  const rows = await tx.db
    .updateTable('feedback_request')
    .set({ reminders: count })
    .where('org_id', '=', tx.orgId)
    .where('round_id', '=', roundId)
    .where('state', '=', 'asked')
    .where('reminders', '<', count)
    .returning(['request_id', 'round_id', 'group_name', 'person_id', 'name', 'email', 'state'])
    .execute()
  return rows.map(toRequest)
}

/** What stays of somebody outside: marks by question, and a name or `''`. */
export type Forgotten = { name: string; marks: Readonly<Record<string, Mark>> }

/**
 * Writes every request of a round anew, in the order of their ids and all alike: neither their state, nor the transaction
 * that wrote them, nor their place says any longer who answered, or in which order. Of people outside no address stays.
 */
export async function endRequests(
  tx: OrgTx,
  roundId: Id,
  outside: ReadonlyMap<Id, Forgotten>,
): Promise<void> {
  const rows = await tx.db
    .deleteFrom('feedback_request')
    .where('org_id', '=', tx.orgId)
    .where('round_id', '=', roundId)
    .returningAll()
    .execute()
  const anew = rows.sort((a, b) => (a.request_id < b.request_id ? -1 : 1))
  await tx.db
    .insertInto('feedback_request')
    .values(
      anew.map((row) => {
        const { name, marks } = outside.get(row.request_id) ?? { name: row.name, marks: null }
        const address = marks ? { email: null, marks: JSON.stringify(marks) } : {}
        return { ...row, name, ...address, state: 'ended', reminders: 0 }
      }),
    )
    .execute()
}
