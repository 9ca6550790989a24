import { type Actor, administers, isOwn, leadsThem } from '../../kernel/actor.ts'
import type { Id } from '../../kernel/id.ts'
import { done, type Outcome, refused } from '../../kernel/outcome.ts'
import type { OrgTx } from '../../shell/db.ts'
import { record } from '../history/history.ts'
import { findPerson, type Person } from '../people/people.ts'
import { type Cadence, cadenceOf, checkWeeks } from './rules/cadence.ts'
import { findOwnWeeks, findUsualWeeks, saveOwnWeeks, saveUsualWeeks } from './store/cadence.ts'

/** How often a person's plan is to be reviewed, in whole weeks, and who set that. Source: mission.md A7; domain.md 1.5. */
export async function cadenceFor(tx: OrgTx, personId: Id): Promise<Cadence> {
  return cadenceOf(await findOwnWeeks(tx, personId), await findUsualWeeks(tx))
}

/** How often plans are reviewed where nothing was set for a person. */
export async function usualCadence(tx: OrgTx): Promise<Cadence> {
  return cadenceOf(null, await findUsualWeeks(tx))
}

/** Sets the organisation's rhythm. It counts for everybody for whom nobody set another. Refusals name `weeks`. */
export async function setUsualCadence(
  tx: OrgTx,
  actor: Actor,
  weeks: number | null,
): Promise<Outcome<Cadence>> {
  if (!administers(actor, null))
    return refused({ message: 'Only an administrator sets how often plans are reviewed.' })
  const checked = checkWeeks(weeks)
  if (!checked.ok) return checked
  const before = await usualCadence(tx)
  await saveUsualWeeks(tx, checked.value, actor.personId)
  const payload = { before: before.weeks, weeks: checked.value }
  await record(tx, { kind: 'reviews.usual-cadence', actor, personId: null, recordId: null, payload })
  return done(cadenceOf(null, checked.value))
}

/** Whether the actor sets how often a person's plan is reviewed: whoever leads them, or where nobody does, they. */
export function setsCadence(actor: Actor, person: Pick<Person, 'personId' | 'leaderId'>): boolean {
  return leadsThem(actor, person) || (isOwn(actor, person) && person.leaderId === null)
}

/** Sets how often one person's plan is reviewed; null lets the organisation's rhythm count again. */
export async function setCadence(
  tx: OrgTx,
  actor: Actor,
  asked: { personId: Id; weeks: number | null },
): Promise<Outcome<Cadence>> {
  const { personId, weeks } = asked
  const person = await findPerson(tx, personId)
  if (!person || !setsCadence(actor, person))
    return refused({
      message: person?.leader
        ? `${person.leader} sets how often this plan is reviewed. Ask them for other weeks.`
        : 'Only the person sets how often their plan is reviewed, as nobody leads them.',
    })
  const checked = weeks === null ? done(null) : checkWeeks(weeks)
  if (!checked.ok) return checked
  const before = await cadenceFor(tx, personId)
  await saveOwnWeeks(tx, personId, checked.value, actor.personId)
  const payload = { before, weeks: checked.value }
  await record(tx, { kind: 'reviews.cadence', actor, personId, recordId: personId, payload })
  return done(cadenceOf(checked.value, await findUsualWeeks(tx)))
}
