import type { Id } from '../../kernel/id.ts'
import { type Change, recorded } from '../history/history.ts'
import { findObjective, type PlanChange } from '../plans/plans.ts'
import { raiseCause } from './causes.ts'
import { eyesOf } from './eyes.ts'
import { answeredByDoing } from './relevance.ts'
import { targetWords } from './rules/causes.ts'
import { todayOf } from './today.ts'

/** What the history keeps of a plan's new version. */
type VersionMade = { reviewId: Id | null; changes: readonly PlanChange[] }

/** What may have amended or closed an objective. */
const MADE = ['plans.agreed', 'plans.amended', 'plans.saved', 'plans.closed']

/** A plan that changes answers what was asked of its objectives, and may ask it of others. Source: mission.md A7. */
export function listen(): void {
  recorded.listen(async (tx, change) => {
    const { personId, recordId: objectiveId } = change
    if (!MADE.includes(change.kind) || !personId || !objectiveId) return
    const today = await todayOf(tx)
    const objective = await findObjective(tx, personId, objectiveId, eyesOf(tx, personId), today)
    // A draft of a change answers nothing before it is agreed.
    if (objective?.state !== 'agreed' && objective?.state !== 'closed') return
    const answer = objective.state === 'closed' ? ('close' as const) : ('amend' as const)
    await answeredByDoing(tx, { personId, objectiveId, answer, by: actorOf(change) }, today)
  })

  recorded.listen(async (tx, change) => {
    const { personId } = change
    if (change.kind !== 'plans.version' || !personId) return
    const { reviewId, changes } = change.payload as VersionMade
    const changed = changes.filter(({ item }) => item !== 'order').map((one) => one.objectiveId)
    const today = await todayOf(tx)
    for (const { objectiveId, item, cause, ref, words, sharing } of changes) {
      if (item !== 'target') continue
      const open = sharing === undefined || sharing === 'assessor'
      await raiseCause(
        tx,
        {
          personId,
          sourceId: objectiveId,
          happening: { cause, targetOf: objectiveId, changed },
          words: targetWords({ ref, words, open }),
          by: actorOf(change),
          onlyWhereTouched: true,
          forNext: reviewId !== null,
        },
        today,
      )
    }
  })
}

const actorOf = ({ actor }: Change): Id | null => actor?.personId ?? null
