import type { Day } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'
import type { Quiet } from '../../../kernel/quiet.ts'
import type { OrgTx } from '../../../shell/db.ts'
import type { NoticeKind } from '../rules/kinds.ts'
import { USUAL_QUIET } from '../rules/quiet.ts'

/** What somebody chose about being written to. */
export type Choice = {
  off: NoticeKind[]
  /** Null: the organisation's. */
  hours: { from: string; to: string } | null
  weekends: boolean | null
  /** 1 Monday to 7 Sunday. */
  digestWeekday: number
}

const USUAL: Choice = { off: [], hours: null, weekends: null, digestWeekday: 1 }

/** The organisation's quiet hours. */
export async function findHours(tx: OrgTx): Promise<Quiet> {
  const row = await tx.db
    .selectFrom('notice_hours')
    .selectAll()
    .where('org_id', '=', tx.orgId)
    .executeTakeFirst()
  return row ? { from: row.quiet_from, to: row.quiet_to, weekends: row.weekends } : USUAL_QUIET
}

export async function saveHours(tx: OrgTx, { from, to, weekends }: Quiet): Promise<void> {
  const values = { quiet_from: from, quiet_to: to, weekends }
  await tx.db
    .insertInto('notice_hours')
    .values({ org_id: tx.orgId, ...values })
    .onConflict((conflict) => conflict.column('org_id').doUpdateSet(values))
    .execute()
}

export async function findChoice(
  tx: OrgTx,
  personId: Id,
  lock?: 'lock',
): Promise<Choice & { digestOn: Day | null }> {
  const query = tx.db
    .selectFrom('notice_choice')
    .selectAll()
    .where('org_id', '=', tx.orgId)
    .where('person_id', '=', personId)
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst()
  if (!row) return { ...USUAL, digestOn: null }
  const { quiet_from: from, quiet_to: to } = row
  return {
    off: row.off as NoticeKind[],
    hours: from !== null && to !== null ? { from, to } : null,
    weekends: row.weekends,
    digestWeekday: row.digest_weekday,
    digestOn: row.digest_on,
  }
}

export async function saveChoice(tx: OrgTx, personId: Id, choice: Choice): Promise<void> {
  const values = {
    off: choice.off,
    quiet_from: choice.hours?.from ?? null,
    quiet_to: choice.hours?.to ?? null,
    weekends: choice.weekends,
    digest_weekday: choice.digestWeekday,
  }
  await tx.db
    .insertInto('notice_choice')
    .values({ org_id: tx.orgId, person_id: personId, ...values })
    .onConflict((conflict) => conflict.columns(['org_id', 'person_id']).doUpdateSet(values))
    .execute()
}

/** Claims the digest of a day for a person: false where it was claimed before. */
export async function claimDigest(tx: OrgTx, personId: Id, day: Day): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto('notice_choice')
    .values({ org_id: tx.orgId, person_id: personId, digest_on: day })
    .onConflict((conflict) =>
      conflict
        .columns(['org_id', 'person_id'])
        .doUpdateSet({ digest_on: day })
        .where((on) =>
          on.or([on('notice_choice.digest_on', 'is', null), on('notice_choice.digest_on', '<', day)]),
        ),
    )
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}
