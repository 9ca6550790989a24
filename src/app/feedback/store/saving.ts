import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'
import type { OrgTx } from '../../../shell/db.ts'
import type { Question, Rater, RaterGroup, RoundState } from '../rules/round.ts'
import type { StoredAdjustment, StoredRound } from './rounds.ts'

/** A draft with nobody asked yet. */
export async function saveNewRound(
  tx: OrgTx,
  round: { personId: Id; purpose: string; competencyIds: readonly Id[]; plannedBy: Id },
): Promise<{ roundId: Id; ref: string }> {
  const { last } = await tx.db
    .insertInto('feedback_count')
    .values({ org_id: tx.orgId, person_id: round.personId, last: 1 })
    .onConflict((on) =>
      on.columns(['org_id', 'person_id']).doUpdateSet({ last: sql<number>`feedback_count.last + 1` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  const roundId = tx.newId()
  await tx.db
    .insertInto('feedback_round')
    .values({
      org_id: tx.orgId,
      round_id: roundId,
      person_id: round.personId,
      number: last,
      version: 1,
      state: 'draft',
      purpose: round.purpose,
      competency_ids: [...round.competencyIds],
      planned_by: round.plannedBy,
    })
    .execute()
  return { roundId, ref: `F-${last}` }
}

/** What may change of a round. Every change grows its version. */
export type RoundChange = {
  state?: RoundState
  purpose?: string
  competencyIds?: readonly Id[]
  questions?: readonly Question[]
  launchedBy?: Id
  launchedOn?: Day
  closesOn?: Day
  markedBy?: string
  sharedWithAssessor?: boolean
}

export async function changeRound(tx: OrgTx, roundId: Id, change: RoundChange): Promise<void> {
  await tx.db
    .updateTable('feedback_round')
    .set((of) => ({
      version: of('version', '+', 1),
      state: change.state,
      purpose: change.purpose,
      competency_ids: change.competencyIds && [...change.competencyIds],
      questions: change.questions && JSON.stringify(change.questions),
      launched_by: change.launchedBy,
      launched_on: change.launchedOn,
      closes_on: change.closesOn,
      marked_by: change.markedBy,
      shared_with_assessor: change.sharedWithAssessor,
    }))
    .where('org_id', '=', tx.orgId)
    .where('round_id', '=', roundId)
    .execute()
}

/** Takes away a round with all it holds. */
export async function deleteRound(tx: OrgTx, roundId: Id): Promise<void> {
  await tx.db
    .deleteFrom('feedback_round')
    .where('org_id', '=', tx.orgId)
    .where('round_id', '=', roundId)
    .execute()
}

/** Puts these groups in the place of the round's. Raters without a request get one. */
export async function saveGroups(
  tx: OrgTx,
  roundId: Id,
  groups: readonly (Omit<RaterGroup, 'raters'> & { raters: readonly Omit<Rater, 'requestId'>[] })[],
): Promise<void> {
  await tx.db
    .deleteFrom('feedback_group')
    .where('org_id', '=', tx.orgId)
    .where('round_id', '=', roundId)
    .execute()
  for (const { group, mode, threshold, raters } of groups) {
    await tx.db
      .insertInto('feedback_group')
      .values({ org_id: tx.orgId, round_id: roundId, group_name: group, mode, threshold })
      .execute()
    if (raters.length === 0) continue
    await tx.db
      .insertInto('feedback_request')
      .values(
        raters.map(({ personId, name, email }) => ({
          org_id: tx.orgId,
          request_id: tx.newId(),
          round_id: roundId,
          group_name: group,
          person_id: personId,
          name,
          email,
          state: 'asked',
        })),
      )
      .execute()
  }
}

/** Puts other words in the place of what a round's adjustments say. */
export async function rewordAdjustments(
  tx: OrgTx,
  { roundId, adjustments }: Pick<StoredRound, 'roundId' | 'adjustments'>,
  reword: (what: string) => string,
): Promise<void> {
  for (const what of new Set(adjustments.map((one) => one.what)))
    if (reword(what) !== what)
      await tx.db
        .updateTable('feedback_adjustment')
        .set({ what: reword(what) })
        .where('org_id', '=', tx.orgId)
        .where('round_id', '=', roundId)
        .where('what', '=', what)
        .execute()
}

export async function saveAdjustment(
  tx: OrgTx,
  roundId: Id,
  adjustment: StoredAdjustment & { place: number },
): Promise<void> {
  await tx.db
    .insertInto('feedback_adjustment')
    .values({
      org_id: tx.orgId,
      adjustment_id: tx.newId(),
      round_id: roundId,
      place: adjustment.place,
      made_by: adjustment.madeBy,
      what: adjustment.what,
      reason: adjustment.reason,
      made_on: adjustment.on,
    })
    .execute()
}
