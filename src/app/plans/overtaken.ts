import type { Actor } from '../../kernel/actor.ts'
import { dayIn, plainDay } from '../../kernel/day.ts'
import type { Refusal } from '../../kernel/outcome.ts'
import type { OrgTx } from '../../shell/db.ts'
import { findOrganisation, findPerson } from '../people/people.ts'
import type { StoredObjective } from './store/objectives.ts'

/** "09:12" of a moment in an IANA zone. */
export function timeIn(moment: Date, zone: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(
    moment,
  )
}

/** Who changed an objective while the actor was typing, and when: somebody else, or the actor in another window. */
export async function overtakenBy(tx: OrgTx, actor: Actor, objective: StoredObjective): Promise<Refusal> {
  const zone = (await findOrganisation(tx))?.zone ?? 'Europe/London'
  const { changedBy } = objective
  const who = changedBy === actor.personId ? 'You' : (await findPerson(tx, changedBy))?.name
  const at = objective.changedAt
  return {
    message: `${who ?? 'Somebody'} changed ${objective.ref} on ${plainDay(dayIn(at, zone))} at ${timeIn(at, zone)}, after you opened it. What you typed is kept below. Compare the two, and save again.`,
  }
}
