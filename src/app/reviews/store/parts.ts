import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { OrgTx } from '../../../shell/db.ts'
import type { Asked, ReviewCause, What } from '../rules/changes.ts'

export const WHERE_NOW = [
  'going to plan',
  'behind the plan',
  'met, with evidence',
  'no longer needed',
] as const
export type WhereNow = (typeof WHERE_NOW)[number]

export type AnswerRow = { personId: Id; answer: 'yes' | 'partly' | 'no'; words: string }

export type ProgressRow = {
  objectiveId: Id
  where: WhereNow
  impact: string
  private: boolean
  version: number
  saidBy: Id
  saidAt: Date
}

export type ChangeRow = {
  changeId: Id
  /** From 1, in the order of writing. */
  place: number
  objectiveId: Id
  ref: string
  title: string
  what: What
  asked: Asked
  before: string | null
  after: string | null
  words: string
  cause: ReviewCause
  reason: string
  madeBy: Id
  madeAt: Date
}

export async function listAnswers(tx: OrgTx, reviewId: Id): Promise<AnswerRow[]> {
  const rows = await tx.db
    .selectFrom('review_answer')
    .select(['person_id', 'answer', 'words'])
    .where('org_id', '=', tx.orgId)
    .where('review_id', '=', reviewId)
    .orderBy('answered_at')
    .execute()
  return rows.map((row) => ({
    personId: row.person_id,
    answer: row.answer as AnswerRow['answer'],
    words: row.words,
  }))
}

export async function saveAnswer(tx: OrgTx, reviewId: Id, answer: AnswerRow): Promise<void> {
  const values = { answer: answer.answer, words: answer.words, answered_at: tx.now }
  await tx.db
    .insertInto('review_answer')
    .values({ org_id: tx.orgId, review_id: reviewId, person_id: answer.personId, ...values })
    .onConflict((conflict) => conflict.columns(['org_id', 'review_id', 'person_id']).doUpdateSet(values))
    .execute()
}

export async function listProgress(
  tx: OrgTx,
  reviewIds: readonly Id[],
): Promise<(ProgressRow & { reviewId: Id })[]> {
  if (reviewIds.length === 0) return []
  const rows = await tx.db
    .selectFrom('review_progress')
    .selectAll()
    .where('org_id', '=', tx.orgId)
    .where('review_id', 'in', reviewIds)
    .execute()
  return rows.map((row) => ({
    reviewId: row.review_id,
    objectiveId: row.objective_id,
    where: row.place as WhereNow,
    impact: row.impact,
    private: row.private,
    version: row.version,
    saidBy: row.said_by,
    saidAt: row.said_at,
  }))
}

export async function saveProgress(
  tx: OrgTx,
  reviewId: Id,
  said: Omit<ProgressRow, 'version' | 'saidAt'>,
): Promise<void> {
  const values = {
    place: said.where,
    impact: said.impact,
    private: said.private,
    said_by: said.saidBy,
    said_at: tx.now,
  }
  await tx.db
    .insertInto('review_progress')
    .values({ org_id: tx.orgId, review_id: reviewId, objective_id: said.objectiveId, version: 1, ...values })
    .onConflict((conflict) =>
      conflict
        .columns(['org_id', 'review_id', 'objective_id'])
        .doUpdateSet({ ...values, version: sql<number>`review_progress.version + 1` }),
    )
    .execute()
}

export async function listChanges(
  tx: OrgTx,
  reviewIds: readonly Id[],
): Promise<(ChangeRow & { reviewId: Id })[]> {
  if (reviewIds.length === 0) return []
  const rows = await tx.db
    .selectFrom('review_change')
    .selectAll()
    .where('org_id', '=', tx.orgId)
    .where('review_id', 'in', reviewIds)
    .orderBy('place')
    .execute()
  return rows.map((row) => ({
    reviewId: row.review_id,
    changeId: row.change_id,
    place: row.place,
    objectiveId: row.objective_id,
    ref: row.ref,
    title: row.title,
    what: row.what as What,
    asked: row.asked as unknown as Asked,
    before: row.before,
    after: row.after,
    words: row.words,
    cause: row.cause as ReviewCause,
    reason: row.reason,
    madeBy: row.made_by,
    madeAt: row.made_at,
  }))
}

export async function insertChange(
  tx: OrgTx,
  reviewId: Id,
  change: Omit<ChangeRow, 'madeAt'>,
): Promise<void> {
  await tx.db
    .insertInto('review_change')
    .values({
      org_id: tx.orgId,
      review_id: reviewId,
      change_id: change.changeId,
      place: change.place,
      objective_id: change.objectiveId,
      ref: change.ref,
      title: change.title,
      what: change.what,
      asked: JSON.stringify(change.asked),
      before: change.before,
      after: change.after,
      words: change.words,
      cause: change.cause,
      reason: change.reason,
      made_by: change.madeBy,
      made_at: tx.now,
    })
    .execute()
}

export async function deleteChange(tx: OrgTx, reviewId: Id, changeId: Id): Promise<boolean> {
  const gone = await tx.db
    .deleteFrom('review_change')
    .where('org_id', '=', tx.orgId)
    .where('review_id', '=', reviewId)
    .where('change_id', '=', changeId)
    .executeTakeFirst()
  return gone.numDeletedRows > 0n
}
