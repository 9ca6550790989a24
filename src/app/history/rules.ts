import { createHash } from 'node:crypto'
import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'

/** What the chain covers of an entry: everything but the payload, of which it holds a commitment. */
export type Header = {
  seq: number
  /** Milliseconds since 1970; null where the entry must not tell a finer time than its day. */
  at: number | null
  day: Day
  kind: string
  actorId: Id | null
  personId: Id | null
  recordId: Id | null
  /** Entries whose payloads this entry erased. */
  erases: readonly number[]
  commitment: Uint8Array
}

/** The hash before the first entry. */
export const ORIGIN = new Uint8Array(32)

/** Text of a JSON value with its keys in order, so that equal values have equal text. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}

/** Binds a payload without revealing it: SHA-256 of a 32-byte salt and the payload's text. */
export function commit(salt: Uint8Array, payload: string): Uint8Array {
  return createHash('sha256').update(salt).update(payload).digest()
}

/** The entry's place in the chain: SHA-256 of the hash before it and of its header. */
export function chain(before: Uint8Array, header: Header): Uint8Array {
  const { seq, at, day, kind, actorId, personId, recordId, erases } = header
  const commitment = Buffer.from(header.commitment).toString('hex')
  return createHash('sha256')
    .update(before)
    .update(canonical({ seq, at, day, kind, actorId, personId, recordId, erases, commitment }))
    .digest()
}

/** An entry as it is stored, with its payload where that has not been erased. */
export type Stored = { header: Header; hash: Uint8Array; payload: { salt: Uint8Array; text: string } | null }

/** Running state of a check from the first entry to the last. */
export type Check = {
  entries: number
  hash: Uint8Array
  missing: number[]
  erased: Set<number>
  firstBroken: number | null
}

export function startCheck(): Check {
  return { entries: 0, hash: ORIGIN, missing: [], erased: new Set(), firstBroken: null }
}

/** Checks the next entry: its number, its place in the chain, and its payload against the commitment. */
export function checkNext(check: Check, entry: Stored): void {
  const expected = check.entries + 1
  const { header, payload } = entry
  const broken =
    header.seq !== expected ||
    !same(entry.hash, chain(check.hash, header)) ||
    (payload !== null && !same(commit(payload.salt, payload.text), header.commitment))
  if (broken) check.firstBroken ??= Math.min(header.seq, expected)
  if (payload === null) check.missing.push(header.seq)
  for (const seq of header.erases) check.erased.add(seq)
  check.entries = expected
  check.hash = entry.hash
}

/**
 * Ends a check. A payload may be missing only where a later entry says that it was erased, and the head must be
 * the last entry: otherwise the tail was cut off.
 * @returns the number of entries, and the first entry that was tampered with, if any
 */
export function endCheck(
  check: Check,
  head: { seq: number; hash: Uint8Array } | null,
): { entries: number; ok: boolean; firstBroken?: number } {
  const unexplained = check.missing.find((seq) => !check.erased.has(seq))
  const cut =
    head !== null && (head.seq !== check.entries || !same(head.hash, check.hash))
      ? Math.min(head.seq, check.entries) + (head.seq > check.entries ? 1 : 0)
      : undefined
  const faults = [check.firstBroken ?? undefined, unexplained, cut].filter(
    (seq): seq is number => seq !== undefined,
  )
  if (faults.length === 0) return { entries: check.entries, ok: true }
  return { entries: check.entries, ok: false, firstBroken: Math.max(1, Math.min(...faults)) }
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.from(a).equals(Buffer.from(b))
}
