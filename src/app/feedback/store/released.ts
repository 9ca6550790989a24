import { randomUUID } from 'node:crypto'
import type { Id } from '../../../kernel/id.ts'
import type { OrgTx } from '../../../shell/db.ts'
import type { ReleasedReading, ReleasedText, WhyHeld } from '../rules/release.ts'
import type { Group, OpenQuestion } from '../rules/round.ts'
import type { Shown } from '../rules/shown.ts'

/** Keeps what a round shows. Numbers are of chance, and the order is that of the questions. */
export async function saveReadings(
  tx: OrgTx,
  roundId: Id,
  readings: readonly ReleasedReading[],
): Promise<void> {
  if (readings.length === 0) return
  await tx.db
    .insertInto('feedback_reading')
    .values(
      readings.map((one) => ({
        org_id: tx.orgId,
        reading_id: randomUUID(),
        round_id: roundId,
        group_name: one.group,
        question: one.question,
        threshold: one.threshold,
        held: one.kind === 'held' ? one.why : null,
        n: one.kind === 'held' ? null : one.kind === 'named' ? 1 : one.n,
        shown: one.kind === 'held' || !one.shown ? null : JSON.stringify(one.shown),
        members: one.kind === 'together' ? one.members : null,
        request_id: one.kind === 'named' ? one.request : null,
      })),
    )
    .execute()
}

/** Keeps the words of a round, in the order in which they come. */
export async function saveTexts(tx: OrgTx, roundId: Id, texts: readonly ReleasedText[]): Promise<void> {
  if (texts.length === 0) return
  await tx.db
    .insertInto('feedback_text')
    .values(
      texts.map(({ group, question, words, request }) => ({
        org_id: tx.orgId,
        text_id: randomUUID(),
        round_id: roundId,
        group_name: group,
        question,
        words,
        request_id: request,
      })),
    )
    .execute()
}

export type StoredReading = {
  roundId: Id
  group: Group
  question: string
  threshold: number
  held: WhyHeld | null
  n: number | null
  shown: Shown | null
  members: string[] | null
  request: Id | null
}

/** What some rounds show and hold, in the order in which it was kept. */
export async function readReadings(tx: OrgTx, roundIds: readonly Id[]): Promise<StoredReading[]> {
  if (roundIds.length === 0) return []
  const rows = await tx.db
    .selectFrom('feedback_reading')
    .selectAll()
    .where('org_id', '=', tx.orgId)
    .where('round_id', 'in', roundIds)
    .execute()
  return rows.map((row) => ({
    roundId: row.round_id,
    group: row.group_name as Group,
    question: row.question,
    threshold: row.threshold,
    held: row.held as WhyHeld | null,
    n: row.n,
    shown: row.shown as Shown | null,
    members: row.members,
    request: row.request_id,
  }))
}

/** What was written to the open questions of some rounds, in the mixed order in which it was kept. */
export async function readTexts(
  tx: OrgTx,
  roundIds: readonly Id[],
): Promise<{ roundId: Id; group: Group; question: OpenQuestion; words: string; request: Id | null }[]> {
  if (roundIds.length === 0) return []
  const rows = await tx.db
    .selectFrom('feedback_text')
    .selectAll()
    .where('org_id', '=', tx.orgId)
    .where('round_id', 'in', roundIds)
    .orderBy('text_id')
    .execute()
  return rows.map((row) => ({
    roundId: row.round_id,
    group: row.group_name as Group,
    question: row.question as OpenQuestion,
    words: row.words,
    request: row.request_id,
  }))
}
