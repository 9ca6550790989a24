import type { Actor } from '../../kernel/actor.ts'
import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import type { OrgTx } from '../../shell/db.ts'
import { needTitles } from '../assessments/assessments.ts'
import { record } from '../history/history.ts'
import { readBy } from './basis.ts'
import { next } from './opened.ts'
import { withReadings } from './read.ts'
import { changesOf, diffPlans } from './rules/diff.ts'
import type { Cause, Objective } from './rules/objective.ts'
import { checkAfter, withoutUnseen } from './rules/order.ts'
import { asAgreed } from './rules/request.ts'
import { listStored, type StoredObjective } from './store/objectives.ts'
import { findContent, listVersions, saveVersion } from './store/plan.ts'

/** Keeps the plan as it is agreed now, as the next version. What only the person sees is never part of it. */
export async function makeVersion(
  tx: OrgTx,
  actor: Actor,
  asked: {
    personId: Id
    alone: boolean
    reviewId: Id | null
    causes: ReadonlyMap<Id, { cause: Cause; reason: string }>
  },
  today: Day,
): Promise<number> {
  const { personId, alone, reviewId, causes } = asked
  const [latest] = await listVersions(tx, personId)
  const before = await agreedNow(tx, personId)
  const content = await inPlan(tx, actor, personId, before, today)
  const version = (latest?.version ?? 0) + 1
  const changes = changesOf(diffPlans(before, content), causes)
  const agreedBy = actor.personId
  const agreedByName = actor.name
  await saveVersion(tx, personId, {
    version,
    agreedOn: today,
    agreedBy,
    agreedByName,
    alone,
    reviewId,
    changes,
    content,
  })
  await record(tx, {
    kind: 'plans.version',
    actor,
    personId,
    recordId: personId,
    payload: { version, reviewId, alone, changes },
  })
  return version
}

/** The agreed objectives; one that is being changed stands as it was agreed last. */
async function inPlan(
  tx: OrgTx,
  actor: Actor,
  personId: Id,
  before: readonly Objective[],
  today: Day,
): Promise<Objective[]> {
  const stored = (await listStored(tx, personId)).filter((one) => !one.private && one.agreedOn !== null)
  const shown = withoutUnseen(stored)
  const now = withReadings(shown, await needTitles(tx, personId, actor), today, await readBy(tx, personId))
  return now.flatMap((objective) =>
    objective.state === 'agreed' || objective.state === 'closed'
      ? [objective]
      : before.filter((one) => one.objectiveId === objective.objectiveId),
  )
}

/** The objectives of the version in force, as they were agreed; none while there is no version. */
export async function agreedNow(tx: OrgTx, personId: Id): Promise<Objective[]> {
  const [latest] = await listVersions(tx, personId)
  return latest ? ((await findContent(tx, personId, latest.version)) ?? []) : []
}

/**
 * An objective whose change falls: as it was agreed, under its next version. Its place among the others is not part of
 * the change; it comes after another no longer where that one meanwhile waits for it.
 */
export async function stoodAgain(
  tx: OrgTx,
  actor: Actor,
  now: StoredObjective,
  agreed: Objective,
): Promise<StoredObjective> {
  const { reading: _, ...rest } = asAgreed(agreed, now)
  const others = (await listStored(tx, now.personId)).filter((one) => one.objectiveId !== now.objectiveId)
  const turns = checkAfter(rest, [...others, rest]).length > 0
  return next(tx, actor, now, {
    ...rest,
    place: now.place,
    ...(turns && { afterId: null, after: null }),
    declined: now.declined,
  })
}
