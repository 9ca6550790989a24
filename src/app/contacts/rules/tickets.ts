import { sha256 } from './cells.ts'
import type { ContactRow } from './contact.ts'
import type { Grain } from './mapping.ts'

/** What repeated ids say about whether several rows tell of one ticket. */
export type GrainEvidence = {
  /** Ids on more than one row, word-for-word repeats not counted. */
  repeated: number
  /** Of these, the ids whose rows agree on when the contact opened and on its customer. */
  agreeing: number
  agrees: { id: string; lines: readonly [number, number] } | null
  differs: { id: string; lines: readonly [number, number] } | null
}

export type GrainVerdict =
  | { proved: true; grain: Grain | null; because: string }
  | { proved: false; because: string }

/** Contacts gathered row by row, held apart by their id. */
type Gathering = {
  first: Map<string, ContactRow>
  /** The rows after the first of an id that has several. */
  further: Map<string, ContactRow[]>
  /** The row hashes of these. */
  hashes: Set<string>
}

export function emptyGathering(): Gathering {
  return { first: new Map(), further: new Map(), hashes: new Set() }
}

/** Adds a row; false where it repeats an earlier one word for word, and is not added. */
export function gather(into: Gathering, row: ContactRow): boolean {
  const first = into.first.get(row.externalId)
  if (!first) {
    into.first.set(row.externalId, row)
    return true
  }
  if (first.rowHash === row.rowHash || into.hashes.has(row.rowHash)) return false
  into.hashes.add(row.rowHash)
  const more = into.further.get(row.externalId)
  if (more) more.push(row)
  else into.further.set(row.externalId, [row])
  return true
}

/** Source: helpdesk.md 4.3 (a ticket fans out over one row per category and interaction). */
export function grainEvidence({ first, further }: Gathering): GrainEvidence {
  const evidence: GrainEvidence = { repeated: further.size, agreeing: 0, agrees: null, differs: null }
  for (const [id, rows] of further) {
    const start = first.get(id)
    const other = rows.find(
      ({ openedAt, customer }) =>
        openedAt.getTime() !== start?.openedAt.getTime() || customer !== start.customer,
    )
    if (other) evidence.differs ??= { id, lines: [start?.line ?? 0, other.line] }
    else {
      evidence.agreeing += 1
      evidence.agrees ??= { id, lines: [start?.line ?? 0, rows[0]?.line ?? 0] }
    }
  }
  return evidence
}

/**
 * Several rows of one id tell of one ticket where all of them agree on when it opened and on its customer. Where
 * only some do, a person must say. Null where no id repeats: there is nothing to decide.
 */
export function grainOf({ repeated, agreeing, agrees, differs }: GrainEvidence): GrainVerdict {
  if (repeated === 0) return { proved: true, grain: null, because: 'Every id occurs once.' }
  if (agreeing === repeated && agrees) {
    const [a, b] = agrees.lines
    return {
      proved: true,
      grain: 'ticket',
      because: `Lines ${a} and ${b} both tell of ${agrees.id}: opened at the same moment, other columns differ.`,
    }
  }
  const [a, b] = differs?.lines ?? [0, 0]
  return {
    proved: false,
    because: `Lines ${a} and ${b} both say ${differs?.id}, with different moments or customers. One contact or two?`,
  }
}

const earliest = (dates: readonly (Date | null)[]): Date | null =>
  dates.reduce((a, b) => (a === null || (b !== null && b < a) ? b : a), null)
const latest = (dates: readonly (Date | null)[]): Date | null =>
  dates.reduce((a, b) => (a === null || (b !== null && b > a) ? b : a), null)
const last = <T>(values: readonly (T | null)[]): T | null =>
  values.findLast((value) => value !== null) ?? null
const agreed = <T>(values: readonly (T | null)[]): T | null => {
  const said = values.filter((value) => value !== null)
  return said.every((value) => value === said[0]) ? (said[0] ?? null) : null
}

/**
 * One ticket from its rows: opened at the earliest moment, first reply the earliest, solved the latest; the agent,
 * outcome and score that were said last; topic and handle time only where the rows agree.
 */
function foldTicket(start: ContactRow, more: readonly ContactRow[]): ContactRow {
  const rows = [start, ...more]
  const opening = rows.reduce((a, b) => (b.openedAt < a.openedAt ? b : a))
  const replies = rows.flatMap(({ replySeconds }) => (replySeconds === null ? [] : [replySeconds]))
  const answered = rows.some((row) => row.answered)
  return {
    externalId: start.externalId,
    rowHash: sha256(
      rows
        .map(({ rowHash }) => rowHash)
        .toSorted()
        .join('\n'),
    ),
    line: start.line,
    rows: rows.length,
    agentName: last(rows.map((row) => row.agentName)),
    customer: last(rows.map((row) => row.customer)),
    topic: agreed(rows.map((row) => row.topic)),
    openedAt: opening.openedAt,
    day: opening.day,
    firstReplyAt: earliest(rows.map((row) => row.firstReplyAt)),
    replySeconds: replies.length === 0 ? null : replies.reduce((a, b) => Math.min(a, b)),
    solvedAt: latest(rows.map((row) => row.solvedAt)),
    outcome: last(rows.map((row) => row.outcome)),
    answered,
    rating: last(rows.map((row) => row.rating)),
    handleSeconds: agreed(rows.map((row) => row.handleSeconds)),
  }
}

/** The contacts of a gathering, in the order of the file. */
export function contactsOf({ first, further }: Gathering, grain: Grain | null): ContactRow[] {
  const contacts: ContactRow[] = []
  for (const [id, row] of first) {
    const more = further.get(id)
    if (!more) contacts.push(row)
    else if (grain === 'ticket') contacts.push(foldTicket(row, more))
    else {
      contacts.push(row)
      for (const other of more) contacts.push({ ...other, externalId: `${id}~${other.rowHash.slice(0, 12)}` })
    }
  }
  return contacts
}
