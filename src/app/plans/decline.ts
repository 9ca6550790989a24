import type { Actor } from '../../kernel/actor.ts'
import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import { done, type Outcome, refused } from '../../kernel/outcome.ts'
import type { OrgTx } from '../../shell/db.ts'
import { record } from '../history/history.ts'
import { kept, next, open } from './opened.ts'
import { checkSaid } from './rules/checks.ts'
import { requestOf } from './rules/request.ts'
import { saveStored } from './store/objectives.ts'
import { saveSaid } from './store/said.ts'
import { agreedNow, stoodAgain } from './versions.ts'

/**
 * Declines what is proposed, with a reason that both read. A change falls, and the objective stands as it was agreed; a
 * new objective is a draft again, which can be changed and proposed again. What was asked stays in the history.
 * @returns refusals name `decline`
 */
export async function decline(
  tx: OrgTx,
  actor: Actor,
  asked: { personId: Id; objectiveId: Id; version: number; reason: string },
  today: Day,
): Promise<Outcome<null>> {
  const { personId, objectiveId, reason } = asked
  if (!actor.leads.includes(personId))
    return refused({ message: 'Only the person who leads them can decline an objective.' })
  const opened = await open(tx, actor, asked)
  if (!opened.ok) return opened
  const now = opened.value
  if (now.state !== 'proposed')
    return refused({ message: `${now.ref} is not proposed now, so there is nothing to decline.` })
  if (!reason) return refused({ field: 'decline', message: 'Say why you decline it: both of you read it.' })
  const long = checkSaid('decline', reason)
  if (long.length > 0) return refused(...long)
  const agreed = (await agreedNow(tx, personId)).find((one) => one.objectiveId === objectiveId)
  const words = agreed ? requestOf(agreed, now).map((item) => item.words) : []
  const declined = { on: today, by: actor.name, reason, asked: words.join('; ') }
  const after = agreed
    ? await stoodAgain(tx, actor, { ...now, declined }, agreed)
    : next(tx, actor, now, { state: 'draft', proposedOn: null, declined })
  await saveStored(tx, after)
  await saveSaid(tx, now, {
    kind: 'decline',
    byId: actor.personId,
    byName: actor.name,
    day: today,
    words: reason,
  })
  await record(tx, {
    kind: 'plans.declined',
    actor,
    personId,
    recordId: objectiveId,
    payload: { reason, asked: kept(now) },
  })
  return done(null)
}
