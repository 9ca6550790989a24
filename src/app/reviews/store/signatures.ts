import type { Id } from '../../../kernel/id.ts'
import type { OrgTx } from '../../../shell/db.ts'
import type { Side } from '../rules/sections.ts'

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
    .orderBy('side', 'desc')
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
