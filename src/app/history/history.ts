import { randomBytes } from 'node:crypto'
import type { Actor } from '../../kernel/actor.ts'
import { type Day, dayIn } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import type { OrgTx } from '../../shell/db.ts'
import { event } from '../../shell/events.ts'
import { canonical, checkNext, commit, endCheck, startCheck } from './rules.ts'
import { erasePayloads, findHead, findZone, listEntries, listNewest, lockHead, saveEntry } from './store.ts'

/** A change to record: what was done (`evidence.added`), by whom, about whom, to which record, and its content. */
export type Change = {
  kind: string
  actor: Pick<Actor, 'personId'> | null
  personId: Id | null
  recordId: Id | null
  payload: unknown
}

/** An entry of the history as it is read back. `payload` is null once it was erased. */
export type Entry = {
  seq: number
  at: Date | null
  day: Day
  kind: string
  actorId: Id | null
  personId: Id | null
  recordId: Id | null
  payload: unknown
}

/** A change was recorded: later capabilities react in the same transaction, to the kinds they know. */
export const recorded = event<Change>()

/** Records a change in the same transaction as the change itself. Every door that changes something calls this. */
export async function record(tx: OrgTx, change: Change): Promise<void> {
  await append(tx, { ...change, at: tx.now.getTime(), actorId: change.actor?.personId ?? null, erases: [] })
  await recorded.happen(tx, change)
}

/** Records that something promised anonymous came: which kind, for which round; no actor, no time finer than the day. */
export async function recordAnonymously(tx: OrgTx, change: { kind: string; recordId: Id }): Promise<void> {
  await append(tx, { ...change, at: null, actorId: null, personId: null, payload: {}, erases: [] })
}

/** Erases the content of every entry about a person. The chain stays true; an entry says what was erased, not what it held. */
export async function eraseContent(
  tx: OrgTx,
  actor: Pick<Actor, 'personId'> | null,
  personId: Id,
): Promise<number> {
  const erases = await erasePayloads(tx, personId)
  await append(tx, {
    kind: 'history.erased',
    at: tx.now.getTime(),
    actorId: actor?.personId ?? null,
    personId: null,
    recordId: null,
    payload: {},
    erases,
  })
  return erases.length
}

async function append(
  tx: OrgTx,
  change: {
    kind: string
    at: number | null
    actorId: Id | null
    personId: Id | null
    recordId: Id | null
    payload: unknown
    erases: number[]
  },
): Promise<void> {
  const { payload, ...rest } = change
  const head = await lockHead(tx)
  const salt = randomBytes(32)
  const text = canonical(payload)
  const header = {
    ...rest,
    seq: head.seq + 1,
    day: dayIn(tx.now, await findZone(tx)),
    commitment: commit(salt, text),
  }
  await saveEntry(tx, head.hash, header, salt, text)
}

/** Whether the organisation's history is as it was written; where not, the first entry that was tampered with. */
export async function verifyHistory(
  tx: OrgTx,
): Promise<{ entries: number; ok: boolean; firstBroken?: number }> {
  const check = startCheck()
  for (let from = 0; ; ) {
    const entries = await listEntries(tx, from, 2000)
    for (const entry of entries) checkNext(check, entry)
    const last = entries.at(-1)
    if (!last || entries.length < 2000) break
    from = last.header.seq + 1
  }
  return endCheck(check, await findHead(tx))
}

/** The last entry's number and the first eight characters of its hash: quoted on paper, they hold the history in place. */
export async function historyHead(tx: OrgTx): Promise<{ seq: number; hash: string } | null> {
  const head = await findHead(tx)
  return head && { seq: head.seq, hash: Buffer.from(head.hash).toString('hex').slice(0, 8) }
}

/** The newest entries about a person or a record, newest first; of some kinds alone where they are named. */
export async function listHistory(
  tx: OrgTx,
  about: { personId?: Id; recordId?: Id; kinds?: readonly string[] },
  limit = 50,
): Promise<Entry[]> {
  const entries = await listNewest(tx, about, limit)
  return entries.map(({ header, payload }) => ({
    seq: header.seq,
    at: header.at === null ? null : new Date(header.at),
    day: header.day,
    kind: header.kind,
    actorId: header.actorId,
    personId: header.personId,
    recordId: header.recordId,
    payload: payload === null ? null : (JSON.parse(payload.text) as unknown),
  }))
}
