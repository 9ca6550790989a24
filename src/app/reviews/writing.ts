import type { Actor } from '../../kernel/actor.ts'
import type { Id } from '../../kernel/id.ts'
import { done, type Outcome, refused } from '../../kernel/outcome.ts'
import type { OrgTx } from '../../shell/db.ts'
import { record } from '../history/history.ts'
import type { Side } from './rules/sections.ts'
import { lockRow, type ReviewRow, touchReview } from './store/reviews.ts'
import { listSignatures, voidSignatures } from './store/signatures.ts'

/** Which of the two the actor is for this person's review; null for everybody else. */
export function sideOf(actor: Actor, personId: Id): Side | null {
  if (actor.personId === personId) return 'person'
  return actor.leads.includes(personId) ? 'leader' : null
}

/** The review, locked for a change by this actor; or why it cannot be changed. */
export async function openToWrite(
  tx: OrgTx,
  actor: Actor,
  asked: { personId: Id; reviewId: Id },
): Promise<Outcome<ReviewRow>> {
  if (!sideOf(actor, asked.personId))
    return refused({ message: 'Only the person and whoever leads them write in a review.' })
  const row = await lockRow(tx, asked.personId, asked.reviewId)
  if (!row) return refused({ message: 'This review is no longer here.' })
  if (row.state === 'closed')
    return refused({ message: 'This review is closed. Add a correction beside it.' })
  return done(row)
}

/** As `openToWrite`, for what both sign: whoever has signed takes the signature back before changing anything. */
export async function openToChange(
  tx: OrgTx,
  actor: Actor,
  asked: { personId: Id; reviewId: Id },
): Promise<Outcome<ReviewRow>> {
  const open = await openToWrite(tx, actor, asked)
  if (!open.ok) return open
  const signed = await listSignatures(tx, [asked.reviewId])
  if (signed.some(({ personId, voidedAt }) => personId === actor.personId && voidedAt === null))
    return refused({ message: 'You have signed this review. Take your signature back, then change it.' })
  return open
}

/**
 * Notes a change of what both sign: the version counts up, a signature that stood is void, and the history has it.
 * @param why completes "Ben Hughes ...": "changed the progress of O-14"
 */
export async function noteChange(
  tx: OrgTx,
  actor: Actor,
  row: ReviewRow,
  change: { kind: string; why: string; payload: unknown },
): Promise<void> {
  await touchReview(tx, row.reviewId, actor.personId)
  const voided = await voidSignatures(tx, row.reviewId, actor.personId, change.why)
  await note(tx, actor, row, change.kind, { voided, ...(change.payload as object) })
}

/** Writes a review's entry of the history. */
export async function note(
  tx: OrgTx,
  actor: Actor,
  row: Pick<ReviewRow, 'personId' | 'reviewId'>,
  kind: string,
  payload: unknown,
): Promise<void> {
  await record(tx, {
    kind: `reviews.${kind}`,
    actor,
    personId: row.personId,
    recordId: row.reviewId,
    payload,
  })
}
