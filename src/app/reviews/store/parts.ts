import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { OrgTx } from '../../../shell/db.ts'
import type { Asked, ReviewCause, What } from '../rules/changes.ts'
import type { Side } from '../rules/sections.ts'

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

export type SignatureRow = {
  signatureId: Id
  personId: Id
  name: string
  side: Side
  at: Date
  voidedAt: Date | null
  voidedBy: Id | null
  voidedWhy: string | null
}

export type CorrectionRow = { correctionId: Id; words: string; madeBy: Id; madeAt: Date }

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
    .orderBy('change_id')
    .execute()
  return rows.map((row) => ({
    reviewId: row.review_id,
    changeId: row.change_id,
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

/** Every signature of the reviews, the voided ones too, in order of time. */
export async function listSignatures(
  tx: OrgTx,
  reviewIds: readonly Id[],
): Promise<(SignatureRow & { reviewId: Id })[]> {
  if (reviewIds.length === 0) return []
  const rows = await tx.db
    .selectFrom('review_signature')
    .selectAll()
    .where('org_id', '=', tx.orgId)
    .where('review_id', 'in', reviewIds)
    .orderBy('signed_at')
    .orderBy('signature_id')
    .execute()
  return rows.map((row) => ({
    reviewId: row.review_id,
    signatureId: row.signature_id,
    personId: row.person_id,
    name: row.name,
    side: row.side as Side,
    at: row.signed_at,
    voidedAt: row.voided_at,
    voidedBy: row.voided_by,
    voidedWhy: row.voided_why,
  }))
}

export async function insertSignature(
  tx: OrgTx,
  reviewId: Id,
  signature: { personId: Id; name: string; side: Side; reviewVersion: number },
): Promise<void> {
  await tx.db
    .insertInto('review_signature')
    .values({
      org_id: tx.orgId,
      review_id: reviewId,
      signature_id: tx.newId(),
      person_id: signature.personId,
      name: signature.name,
      side: signature.side,
      review_version: signature.reviewVersion,
      signed_at: tx.now,
    })
    .execute()
}

/** Voids the signatures that stand, saying why. Answers how many. */
export async function voidSignatures(tx: OrgTx, reviewId: Id, by: Id, why: string): Promise<number> {
  const result = await tx.db
    .updateTable('review_signature')
    .set({ voided_at: tx.now, voided_by: by, voided_why: why })
    .where('org_id', '=', tx.orgId)
    .where('review_id', '=', reviewId)
    .where('voided_at', 'is', null)
    .executeTakeFirst()
  return Number(result.numUpdatedRows)
}

export async function listCorrections(tx: OrgTx, reviewId: Id): Promise<CorrectionRow[]> {
  const rows = await tx.db
    .selectFrom('review_correction')
    .selectAll()
    .where('org_id', '=', tx.orgId)
    .where('review_id', '=', reviewId)
    .orderBy('correction_id')
    .execute()
  return rows.map((row) => ({
    correctionId: row.correction_id,
    words: row.words,
    madeBy: row.made_by,
    madeAt: row.made_at,
  }))
}

export async function insertCorrection(
  tx: OrgTx,
  reviewId: Id,
  correction: { correctionId: Id; words: string; madeBy: Id },
): Promise<void> {
  await tx.db
    .insertInto('review_correction')
    .values({
      org_id: tx.orgId,
      review_id: reviewId,
      correction_id: correction.correctionId,
      words: correction.words,
      made_by: correction.madeBy,
      made_at: tx.now,
    })
    .execute()
}
