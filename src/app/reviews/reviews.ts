import type { Actor } from '../../kernel/actor.ts'
import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import type { OrgTx } from '../../shell/db.ts'
import type { Figure } from '../measures/measures.ts'
import { type PlanChange, withheldFrom } from '../plans/plans.ts'
import { ITEM_WORDS } from './rules/changes.ts'
import { type ChangeRow, listChanges, listProgress, type WhereNow } from './store/parts.ts'
import { listRows, type ReviewRow } from './store/reviews.ts'
import { listSignatures, type SignatureRow } from './store/signatures.ts'

export { leaveOutAccount, linkAccount } from './account.ts'
export { cadenceFor, setCadence, setUsualCadence, usualCadence } from './cadence.ts'
export { type OpenCause, type OpenQuestion, openCauses, openQuestions } from './causes.ts'
export { addChange, sayNoChanges, takeBackChange } from './changing.ts'
export { rhythmFor } from './next.ts'
export { answerQuestion } from './relevance.ts'
export type { Cadence } from './rules/cadence.ts'
export { firstReviewOn, type Rhythm, rhythmOf } from './rules/rhythm.ts'
export { addCorrection, signReview, takeBackSignature } from './signing.ts'
export { bookReview, holdToday, startReview } from './starting.ts'
export { answerAsked, sayProgress } from './telling.ts'
export { type ReviewView, viewReview } from './view.ts'

/** A review as later capabilities read it. What only the person sees is there for nobody else. */
export type Review = {
  reviewId: Id
  number: number
  personId: Id
  heldOn: Day | null
  state: ReviewRow['state']
  sinceDay: Day | null
  /** `figure` is what the measure said when the review closed; null while it is open. */
  progress: { objectiveId: Id; where: WhereNow | null; impact: string; figure: Figure | null }[]
  changes: PlanChange[]
  reflectionId: Id | null
  /** Those that stand, in order. */
  signatures: { personId: Id; name: string; as: 'person' | 'leader'; at: Date }[]
  /** Whether nobody leads the person, so that nobody else signed. */
  alone: boolean
  nextOn: Day | null
  planVersionBefore: number
  planVersionAfter: number | null
}

/** A person's reviews, newest first, as the viewer may see them. */
export async function listReviews(tx: OrgTx, personId: Id, viewer: Actor): Promise<Review[]> {
  const rows = await listRows(tx, personId)
  const ids = rows.map(({ reviewId }) => reviewId)
  const own = viewer.personId === personId
  const withheld = await withheldFrom(tx, personId, viewer)
  const isShown = ({ objectiveId }: { objectiveId: Id }) => !withheld.has(objectiveId)
  const progress = (await listProgress(tx, ids)).filter((said) => (own || !said.private) && isShown(said))
  const changes = (await listChanges(tx, ids)).filter(isShown)
  const signatures = await listSignatures(tx, ids)
  const of =
    (row: ReviewRow) =>
    ({ reviewId }: { reviewId: Id }) =>
      reviewId === row.reviewId
  return rows.map((row) => ({
    reviewId: row.reviewId,
    number: row.number,
    personId,
    heldOn: row.heldOn,
    state: row.state,
    sinceDay: row.sinceDay,
    progress: progress.filter(of(row)).map(({ objectiveId, where, impact }) => ({
      objectiveId,
      where,
      impact,
      figure: closedAs(row)?.objectives.find((one) => one.objectiveId === objectiveId)?.figure ?? null,
    })),
    changes: changes.filter(of(row)).map(toPlanChange),
    reflectionId: row.reflectionId,
    signatures: signatures.filter(of(row)).flatMap(toSignature),
    alone: closedAs(row)?.alone ?? false,
    nextOn: row.nextOn,
    planVersionBefore: row.planBefore,
    planVersionAfter: row.planAfter,
  }))
}

/** What a closed review shows; null while it is open, also where one of the two has signed. */
const closedAs = (row: ReviewRow) => (row.state === 'closed' ? row.kept : null)

function toPlanChange(change: ChangeRow): PlanChange {
  const { objectiveId, ref, what, words, before, after, cause, reason } = change
  return { objectiveId, ref, item: ITEM_WORDS[what], words, before, after, cause, reason }
}

function toSignature({ personId, name, side, at, voidedAt }: SignatureRow): Review['signatures'] {
  return voidedAt === null ? [{ personId, name, as: side, at }] : []
}
