import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'
import type { OrgTx } from '../../../shell/db.ts'
import type { Kept } from '../kept.ts'

/** A review's own row: what both write and sign stands in its parts. */
export type ReviewRow = {
  reviewId: Id
  personId: Id
  number: number
  state: 'open' | 'signed by one' | 'closed'
  heldOn: Day
  sinceDay: Day | null
  /** Counts up with each change that both sign for. */
  version: number
  changedBy: Id | null
  changedAt: Date
  planBefore: number
  planAfter: number | null
  /** The account whose action is asked about. */
  askedAbout: Id | null
  noChanges: boolean
  reflectionId: Id | null
  noAccount: string
  nextOn: Day | null
  /** From the first signature on; null again where that no longer stands. */
  kept: Kept | null
  openedBy: Id
  closedAt: Date | null
}

const reviews = (tx: OrgTx) => tx.db.selectFrom('review').selectAll().where('org_id', '=', tx.orgId)

const toRow = (
  row: Awaited<ReturnType<ReturnType<typeof reviews>['executeTakeFirstOrThrow']>>,
): ReviewRow => ({
  reviewId: row.review_id,
  personId: row.person_id,
  number: row.number,
  state: row.state as ReviewRow['state'],
  heldOn: row.held_on,
  sinceDay: row.since_day,
  version: row.version,
  changedBy: row.changed_by,
  changedAt: row.changed_at,
  planBefore: row.plan_before,
  planAfter: row.plan_after,
  askedAbout: row.asked_about,
  noChanges: row.no_changes,
  reflectionId: row.reflection_id,
  noAccount: row.no_account,
  nextOn: row.next_on,
  kept: row.kept as Kept | null,
  openedBy: row.opened_by,
  closedAt: row.closed_at,
})

/** A person's reviews, newest first. */
export async function listRows(tx: OrgTx, personId: Id): Promise<ReviewRow[]> {
  const rows = await reviews(tx).where('person_id', '=', personId).orderBy('number', 'desc').execute()
  return rows.map(toRow)
}

export async function findRow(tx: OrgTx, personId: Id, reviewId: Id): Promise<ReviewRow | null> {
  const row = await reviews(tx)
    .where('person_id', '=', personId)
    .where('review_id', '=', reviewId)
    .executeTakeFirst()
  return row ? toRow(row) : null
}

/** The review, locked against another change at the same moment. */
export async function lockRow(tx: OrgTx, personId: Id, reviewId: Id): Promise<ReviewRow | null> {
  const row = await reviews(tx)
    .where('person_id', '=', personId)
    .where('review_id', '=', reviewId)
    .forUpdate()
    .executeTakeFirst()
  return row ? toRow(row) : null
}

export async function insertReview(
  tx: OrgTx,
  review: Pick<
    ReviewRow,
    'reviewId' | 'personId' | 'number' | 'heldOn' | 'sinceDay' | 'planBefore' | 'askedAbout' | 'openedBy'
  >,
): Promise<void> {
  await tx.db
    .insertInto('review')
    .values({
      org_id: tx.orgId,
      review_id: review.reviewId,
      person_id: review.personId,
      number: review.number,
      state: 'open',
      held_on: review.heldOn,
      since_day: review.sinceDay,
      changed_at: tx.now,
      plan_before: review.planBefore,
      asked_about: review.askedAbout,
      opened_by: review.openedBy,
      opened_at: tx.now,
    })
    .execute()
}

/** Notes that what both sign for changed: the version counts up, and the review is open again, with nothing kept. */
export async function touchReview(tx: OrgTx, reviewId: Id, by: Id): Promise<void> {
  await tx.db
    .updateTable('review')
    .set({
      version: sql<number>`version + 1`,
      state: 'open',
      kept: null,
      changed_by: by,
      changed_at: tx.now,
    })
    .where('org_id', '=', tx.orgId)
    .where('review_id', '=', reviewId)
    .execute()
}

export async function updateReview(
  tx: OrgTx,
  reviewId: Id,
  set: Partial<Pick<ReviewRow, 'heldOn' | 'noChanges' | 'reflectionId' | 'noAccount' | 'state' | 'kept'>>,
): Promise<void> {
  await tx.db
    .updateTable('review')
    .set({
      ...(set.heldOn === undefined ? {} : { held_on: set.heldOn }),
      ...(set.noChanges === undefined ? {} : { no_changes: set.noChanges }),
      ...(set.reflectionId === undefined ? {} : { reflection_id: set.reflectionId }),
      ...(set.noAccount === undefined ? {} : { no_account: set.noAccount }),
      ...(set.state === undefined ? {} : { state: set.state }),
      ...(set.kept === undefined ? {} : { kept: set.kept && JSON.stringify(set.kept) }),
    })
    .where('org_id', '=', tx.orgId)
    .where('review_id', '=', reviewId)
    .execute()
}

export async function closeReview(
  tx: OrgTx,
  reviewId: Id,
  closing: { planBefore: number; planAfter: number; nextOn: Day; kept: Kept },
): Promise<void> {
  await tx.db
    .updateTable('review')
    .set({
      state: 'closed',
      plan_before: closing.planBefore,
      plan_after: closing.planAfter,
      next_on: closing.nextOn,
      kept: JSON.stringify(closing.kept),
      closed_at: tx.now,
    })
    .where('org_id', '=', tx.orgId)
    .where('review_id', '=', reviewId)
    .execute()
}

/** The day on which the next review is to be held; null where none is booked. */
export async function findDate(tx: OrgTx, personId: Id): Promise<Day | null> {
  const row = await tx.db
    .selectFrom('review_date')
    .select('day')
    .where('org_id', '=', tx.orgId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row?.day ?? null
}

export async function saveDate(tx: OrgTx, personId: Id, day: Day, by: Id | null): Promise<void> {
  const values = { day, set_by: by, set_at: tx.now }
  await tx.db
    .insertInto('review_date')
    .values({ org_id: tx.orgId, person_id: personId, ...values })
    .onConflict((conflict) => conflict.columns(['org_id', 'person_id']).doUpdateSet(values))
    .execute()
}
