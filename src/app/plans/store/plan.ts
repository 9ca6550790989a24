import type { Day } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'
import { listing } from '../../../kernel/text.ts'
import type { OrgTx } from '../../../shell/db.ts'
import { yearName } from '../rules/carry.ts'
import type { PlanChange } from '../rules/diff.ts'
import type { Action, Objective } from '../rules/objective.ts'
import { listEnds, type YearEnd } from './carry.ts'

/** A version of a plan without what it holds. */
export type PlanVersion = {
  version: number
  agreedOn: Day
  agreedBy: Id
  agreedByName: string
  /** Set by the person alone: nobody leads them. */
  alone: boolean
  reviewId: Id | null
  /** The plan year that ended with it, such as "2026"; "2026 and 2027" where nothing changed between the two. */
  endsYear: string | null
  changes: PlanChange[]
}

/** Every version of a person's plan, newest first. */
export async function listVersions(tx: OrgTx, personId: Id): Promise<PlanVersion[]> {
  const rows = await tx.each('plan versions', personId, async (personIds) => {
    const all = await tx.db
      .selectFrom('plan_version')
      .select([
        'person_id',
        'version',
        'agreed_on',
        'agreed_by',
        'agreed_by_name',
        'alone',
        'review_id',
        'changes',
      ])
      .where('org_id', '=', tx.orgId)
      .where('person_id', 'in', personIds)
      .orderBy('version', 'desc')
      .execute()
    return Map.groupBy(all, (row) => row.person_id)
  })
  const ends = await listEnds(tx, personId)
  return (rows ?? []).map((row) => ({
    version: row.version,
    endsYear: endsIn(ends.filter(({ planVersion }) => planVersion === row.version)),
    agreedOn: row.agreed_on,
    agreedBy: row.agreed_by,
    agreedByName: row.agreed_by_name,
    alone: row.alone,
    reviewId: row.review_id,
    changes: row.changes as unknown as PlanChange[],
  }))
}

const endsIn = (ends: readonly YearEnd[]) =>
  listing(ends.map(({ from, to }) => yearName(from, to)).reverse()) || null

/** The objectives of a version as they were agreed; null where there is no such version. */
export async function findContent(tx: OrgTx, personId: Id, version: number): Promise<Objective[] | null> {
  const row = await tx.db
    .selectFrom('plan_version')
    .select('content')
    .where('org_id', '=', tx.orgId)
    .where('person_id', '=', personId)
    .where('version', '=', version)
    .executeTakeFirst()
  if (!row) return null
  return (row.content as unknown as KeptObjective[]).map(asKept)
}

type Later = 'sharing' | 'bands' | 'budget' | 'afterId' | 'after' | 'place' | 'amendedOn' | 'declined'
type KeptAction = Omit<Action, 'withWhom' | 'way'> & Partial<Pick<Action, 'withWhom' | 'way'>>
/** An objective as a version keeps it: one kept by an earlier release says less, and had nothing of what it leaves out. */
type KeptObjective = Omit<Objective, Later | 'changedAt' | 'actions'> &
  Partial<Pick<Objective, Later>> & { changedAt: string; actions: KeptAction[] }

const asKept = (kept: KeptObjective): Objective => ({
  sharing: kept.private ? 'me' : 'assessor',
  bands: { partly: '', met: '', exceeded: '' },
  budget: null,
  afterId: null,
  after: null,
  place: Number(kept.ref.slice(2)),
  amendedOn: null,
  declined: null,
  ...kept,
  actions: kept.actions.map((action) => ({ withWhom: '', way: null, ...action })),
  changedAt: new Date(kept.changedAt),
})

export async function saveVersion(
  tx: OrgTx,
  personId: Id,
  version: Omit<PlanVersion, 'endsYear'> & { content: readonly Objective[] },
): Promise<void> {
  await tx.db
    .insertInto('plan_version')
    .values({
      org_id: tx.orgId,
      person_id: personId,
      version: version.version,
      agreed_on: version.agreedOn,
      agreed_by: version.agreedBy,
      agreed_by_name: version.agreedByName,
      alone: version.alone,
      review_id: version.reviewId,
      content: JSON.stringify(version.content),
      changes: JSON.stringify(version.changes),
    })
    .execute()
}

/** A review as the plan needs to know it: which, when, and whether it was held. */
export type PlannedReview = { number: number; reviewId: Id | null; day: Day; held: boolean }

export async function listReviewDays(tx: OrgTx, personId: Id): Promise<PlannedReview[]> {
  const rows = await tx.each('review days', personId, async (personIds) => {
    const all = await tx.db
      .selectFrom('plan_review')
      .selectAll()
      .where('org_id', '=', tx.orgId)
      .where('person_id', 'in', personIds)
      .orderBy('number')
      .execute()
    return Map.groupBy(all, (row) => row.person_id)
  })
  return (rows ?? []).map((row) => ({
    number: row.number,
    reviewId: row.review_id,
    day: row.day,
    held: row.held,
  }))
}

export async function saveReviewDay(tx: OrgTx, personId: Id, review: PlannedReview): Promise<void> {
  const values = { review_id: review.reviewId, day: review.day, held: review.held }
  await tx.db
    .insertInto('plan_review')
    .values({ org_id: tx.orgId, person_id: personId, number: review.number, ...values })
    .onConflict((conflict) => conflict.columns(['org_id', 'person_id', 'number']).doUpdateSet(values))
    .execute()
}
