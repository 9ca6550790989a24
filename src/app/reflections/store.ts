import { sql } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import type { Sharing } from '../../kernel/sharing.ts'
import type { OrgTx } from '../../shell/db.ts'
import type { KeptComparison } from '../measures/measures.ts'
import type { Model } from './rules/models.ts'

/** What an account is about: a record, by its id, and words that say it; or words alone. */
export type About = { kind: 'evidence' | 'objective' | 'review' | 'none'; id: Id | null; words: string }

/** An account as it lies in the store. */
export type StoredAccount = {
  reflectionId: Id
  /** "R-3": counted per person, without a gap. */
  ref: string
  personId: Id
  model: Model
  about: About
  /** What was written, by the key of its stage. */
  texts: Record<string, string>
  impact: string
  /** A measure before and after, as it was counted when it was saved; null where none is chosen. */
  shown: KeptComparison | null
  sharing: Sharing
  saidOn: Day
  version: number
  savedAt: Date
}

const accounts = (tx: OrgTx) => tx.db.selectFrom('reflection').selectAll().where('org_id', '=', tx.orgId)

type Row = Awaited<ReturnType<ReturnType<typeof accounts>['executeTakeFirstOrThrow']>>

const toAccount = (row: Row): StoredAccount => ({
  reflectionId: row.reflection_id,
  ref: `R-${row.number}`,
  personId: row.person_id,
  model: row.model as Model,
  about: { kind: row.about_kind as About['kind'], id: row.about_id, words: row.about_words },
  texts: row.stages as Record<string, string>,
  impact: row.impact,
  shown: row.shown as KeptComparison | null,
  sharing: row.sharing as Sharing,
  saidOn: row.said_on,
  version: row.version,
  savedAt: row.saved_at,
})

/** A person's accounts, newest first, whoever may read them. */
export async function listAccounts(tx: OrgTx, personId: Id): Promise<StoredAccount[]> {
  const rows = await accounts(tx).where('person_id', '=', personId).orderBy('number', 'desc').execute()
  return rows.map(toAccount)
}

export async function findAccount(tx: OrgTx, personId: Id, reflectionId: Id): Promise<StoredAccount | null> {
  const row = await accounts(tx)
    .where('person_id', '=', personId)
    .where('reflection_id', '=', reflectionId)
    .executeTakeFirst()
  return row ? toAccount(row) : null
}

/** What can be said anew of an account. */
export type AccountSaid = Pick<StoredAccount, 'texts' | 'impact' | 'shown' | 'sharing'> & {
  aboutWords: string
}

const columnsOf = (said: AccountSaid) => ({
  about_words: said.aboutWords,
  stages: JSON.stringify(said.texts),
  impact: said.impact,
  shown: said.shown && JSON.stringify(said.shown),
  sharing: said.sharing,
})

export async function saveNewAccount(
  tx: OrgTx,
  account: AccountSaid & { personId: Id; model: Model; about: About; saidOn: Day },
): Promise<{ reflectionId: Id; ref: string }> {
  const { last } = await tx.db
    .insertInto('reflection_count')
    .values({ org_id: tx.orgId, person_id: account.personId, last: 1 })
    .onConflict((on) =>
      on.columns(['org_id', 'person_id']).doUpdateSet({ last: sql<number>`reflection_count.last + 1` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  const reflectionId = tx.newId()
  await tx.db
    .insertInto('reflection')
    .values({
      ...columnsOf(account),
      org_id: tx.orgId,
      reflection_id: reflectionId,
      person_id: account.personId,
      number: last,
      version: 1,
      model: account.model,
      about_kind: account.about.kind,
      about_id: account.about.id,
      said_on: account.saidOn,
      saved_at: tx.now,
    })
    .execute()
  return { reflectionId, ref: `R-${last}` }
}

/** Says an account anew and keeps what it said; false where it was saved since `version`. */
export async function saveAccount(
  tx: OrgTx,
  before: StoredAccount,
  version: number,
  said: AccountSaid,
): Promise<boolean> {
  const result = await tx.db
    .updateTable('reflection')
    .set({ ...columnsOf(said), version: version + 1, saved_at: tx.now })
    .where('org_id', '=', tx.orgId)
    .where('reflection_id', '=', before.reflectionId)
    .where('version', '=', version)
    .executeTakeFirst()
  if (result.numUpdatedRows !== 1n) return false
  await tx.db
    .insertInto('reflection_revision')
    .values({
      org_id: tx.orgId,
      reflection_id: before.reflectionId,
      version: before.version,
      about_words: before.about.words,
      stages: JSON.stringify(before.texts),
      impact: before.impact,
      shown: before.shown && JSON.stringify(before.shown),
      sharing: before.sharing,
      saved_at: before.savedAt,
    })
    .execute()
  return true
}
