import type { Id } from '../../kernel/id.ts'
import type { OrgTx } from '../../shell/db.ts'
import { chain, type Header, ORIGIN, type Stored } from './rules.ts'

/** Locks the head of the organisation's chain: whoever records next waits for this transaction. */
export async function lockHead(tx: OrgTx): Promise<{ seq: number; hash: Uint8Array }> {
  await tx.db
    .insertInto('history_head')
    .values({ org_id: tx.orgId, seq: 0, hash: Buffer.from(ORIGIN) })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return tx.db
    .selectFrom('history_head')
    .select(['seq', 'hash'])
    .where('org_id', '=', tx.orgId)
    .forUpdate()
    .executeTakeFirstOrThrow()
}

export async function findHead(tx: OrgTx): Promise<{ seq: number; hash: Uint8Array } | null> {
  const row = await tx.db
    .selectFrom('history_head')
    .select(['seq', 'hash'])
    .where('org_id', '=', tx.orgId)
    .executeTakeFirst()
  return row ?? null
}

export async function saveEntry(
  tx: OrgTx,
  before: Uint8Array,
  header: Header,
  salt: Uint8Array,
  payload: string,
): Promise<void> {
  const hash = Buffer.from(chain(before, header))
  await tx.db
    .insertInto('history_entry')
    .values({
      org_id: tx.orgId,
      seq: header.seq,
      at: header.at === null ? null : new Date(header.at),
      day: header.day,
      kind: header.kind,
      actor_id: header.actorId,
      person_id: header.personId,
      record_id: header.recordId,
      erases: [...header.erases],
      commitment: Buffer.from(header.commitment),
      hash,
    })
    .execute()
  await tx.db
    .insertInto('history_payload')
    .values({
      org_id: tx.orgId,
      seq: header.seq,
      person_id: header.personId,
      salt: Buffer.from(salt),
      payload,
    })
    .execute()
  await tx.db
    .updateTable('history_head')
    .set({ seq: header.seq, hash })
    .where('org_id', '=', tx.orgId)
    .execute()
}

const stored = (tx: OrgTx) =>
  tx.db
    .selectFrom('history_entry as e')
    .leftJoin('history_payload as p', (join) =>
      join.onRef('p.org_id', '=', 'e.org_id').onRef('p.seq', '=', 'e.seq'),
    )
    .select([
      'e.seq',
      'e.at',
      'e.day',
      'e.kind',
      'e.actor_id',
      'e.person_id',
      'e.record_id',
      'e.erases',
      'e.commitment',
      'e.hash',
      'p.salt',
      'p.payload',
    ])
    .where('e.org_id', '=', tx.orgId)

type Row = Awaited<ReturnType<ReturnType<typeof stored>['executeTakeFirstOrThrow']>>

const toStored = (row: Row): Stored => ({
  header: {
    seq: row.seq,
    at: row.at?.getTime() ?? null,
    day: row.day,
    kind: row.kind,
    actorId: row.actor_id,
    personId: row.person_id,
    recordId: row.record_id,
    erases: row.erases,
    commitment: row.commitment,
  },
  hash: row.hash,
  payload: row.salt && row.payload !== null ? { salt: row.salt, text: row.payload } : null,
})

/** Up to `limit` entries from `from` on, in order. */
export async function listEntries(tx: OrgTx, from: number, limit: number): Promise<Stored[]> {
  const rows = await stored(tx).where('e.seq', '>=', from).orderBy('e.seq').limit(limit).execute()
  return rows.map(toStored)
}

/** The newest entries about a person or a record, of some kinds alone where they are named. */
export async function listNewest(
  tx: OrgTx,
  about: { personId?: Id; recordId?: Id; kinds?: readonly string[] },
  limit: number,
): Promise<Stored[]> {
  let query = stored(tx).orderBy('e.seq', 'desc').limit(limit)
  if (about.personId) query = query.where('e.person_id', '=', about.personId)
  if (about.recordId) query = query.where('e.record_id', '=', about.recordId)
  if (about.kinds) query = query.where('e.kind', 'in', about.kinds)
  return (await query.execute()).map(toStored)
}

/** Deletes a person's payloads with their salts, and answers which entries they belonged to. */
export async function erasePayloads(tx: OrgTx, personId: Id): Promise<number[]> {
  const rows = await tx.db
    .deleteFrom('history_payload')
    .where('org_id', '=', tx.orgId)
    .where('person_id', '=', personId)
    .returning('seq')
    .execute()
  return rows.map((row) => row.seq).sort((a, b) => a - b)
}

/** The organisation's zone, in which its days begin. */
export async function findZone(tx: OrgTx): Promise<string> {
  const row = await tx.db
    .selectFrom('organisation')
    .select('zone')
    .where('org_id', '=', tx.orgId)
    .executeTakeFirstOrThrow()
  return row.zone
}
