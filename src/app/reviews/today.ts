import { type Day, dayIn } from '../../kernel/day.ts'
import type { OrgTx } from '../../shell/db.ts'
import { findOrganisation } from '../people/people.ts'

/** The organisation's day at the moment of the transaction. */
export async function todayOf(tx: OrgTx): Promise<Day> {
  return dayIn(tx.now, (await findOrganisation(tx))?.zone ?? 'UTC')
}
