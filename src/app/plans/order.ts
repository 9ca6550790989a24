import type { Actor } from '../../kernel/actor.ts'
import type { Id } from '../../kernel/id.ts'
import { done, type Outcome, refused } from '../../kernel/outcome.ts'
import type { OrgTx } from '../../shell/db.ts'
import { record } from '../history/history.ts'
import { GONE, NOT_YOURS } from './opened.ts'
import { maySee } from './read.ts'
import { exchange } from './rules/order.ts'
import { listStored, lockPlan, saveStored } from './store/objectives.ts'

/**
 * Puts an objective before or after the one next to it, among those that the actor sees. The order is the person's and
 * their leader's to change at any time: it asks for no agreement, and the next version says it.
 */
export async function moveObjective(
  tx: OrgTx,
  actor: Actor,
  asked: { personId: Id; objectiveId: Id; to: 'up' | 'down' },
): Promise<Outcome<null>> {
  const { personId, objectiveId, to } = asked
  if (actor.personId !== personId && !actor.leads.includes(personId)) return refused(NOT_YOURS)
  await lockPlan(tx, personId)
  const all = (await listStored(tx, personId)).filter(maySee(actor))
  if (!all.some((one) => one.objectiveId === objectiveId && one.state !== 'closed')) return refused(GONE)
  const both = exchange(all, objectiveId, to)
  if (!both) return done(null)
  const [one, other] = both
  await saveStored(tx, { ...one, place: other.place })
  await saveStored(tx, { ...other, place: one.place })
  const payload = one.private ? { private: true } : { to }
  await record(tx, { kind: 'plans.ordered', actor, personId, recordId: objectiveId, payload })
  return done(null)
}
