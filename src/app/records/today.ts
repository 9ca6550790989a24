import { type Day, dayIn } from '../../kernel/day.ts'
import type { OrgTx } from '../../shell/db.ts'
import { findOrganisation } from '../people/people.ts'

/** The day of a transaction in the organisation's own zone. */
export async function organisationDay(tx: OrgTx): Promise<Day> {
  return dayIn(tx.now, (await findOrganisation(tx))?.zone ?? 'UTC')
}
