import type { Actor } from '../../kernel/actor.ts'
import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import { done, type Outcome, type Refusal, refused } from '../../kernel/outcome.ts'
import { listing } from '../../kernel/text.ts'
import type { OrgTx } from '../../shell/db.ts'
import { event } from '../../shell/events.ts'
import { needTitles } from '../assessments/assessments.ts'
import { record } from '../history/history.ts'
import { findPerson } from '../people/people.ts'
import { kept, next } from './opened.ts'
import { overtakenBy } from './overtaken.ts'
import { withReadings } from './read.ts'
import { checkProposal, type Objective, unmetLetters } from './rules/objective.ts'
import { listStored, lockPlan, saveSaid, saveStored } from './store/objectives.ts'
import { listVersions } from './store/plan.ts'
import { makeVersion } from './versions.ts'

/** A plan was agreed for the first time: later capabilities react in the same transaction. */
export const firstPlanAgreed = event<{ personId: Id; day: Day }>()

/**
 * Agrees objectives of a person: those others may read together make one new version of the plan. The leader agrees
 * what is proposed; the person alone agrees what only they see, and where nobody leads them the rest too.
 * @param asked.items each with the version seen, and the reason where letters of SMART are not met
 * @returns the plan's version in force afterwards; refusals name `unmet-ID`
 */
export async function agree(
  tx: OrgTx,
  actor: Actor,
  asked: { personId: Id; items: readonly { objectiveId: Id; version: number; reason: string }[] },
  today: Day,
): Promise<Outcome<number>> {
  const { personId, items } = asked
  const own = actor.personId === personId
  if (!own && !actor.leads.includes(personId))
    return refused({ message: 'Only the person who leads them can agree an objective.' })
  await lockPlan(tx, personId)
  const person = await findPerson(tx, personId)
  const all = withReadings(await listStored(tx, personId), await needTitles(tx, personId, actor), today)
  const refusals: Refusal[] = []
  const agreed: Objective[] = []
  for (const { objectiveId, version, reason } of items) {
    const objective = all.find((one) => one.objectiveId === objectiveId)
    if (!objective || (objective.private && !own)) {
      refusals.push({ message: 'This objective is no longer here.' })
      continue
    }
    const why =
      objective.version === version
        ? await whyNot(objective, { own, leader: person?.leader ?? null, reason })
        : [await overtakenBy(tx, objective)]
    refusals.push(...why)
    const unmet = unmetLetters(objective.reading).length > 0
    agreed.push({ ...objective, unmetReason: unmet ? reason : null })
  }
  if (refusals.length > 0) return refused(...refusals)
  const alone = own
  for (const objective of agreed) {
    const { reading: _, ...stored } = objective
    const settled = next(tx, actor, stored, {
      state: 'agreed',
      agreedOn: today,
      agreedAlone: alone,
      cause: null,
      causeReason: null,
    })
    await saveStored(tx, settled)
    await saveSaid(tx, objective.objectiveId, {
      kind: 'agreement',
      byId: actor.personId,
      byName: actor.name,
      day: today,
      words: objective.unmetReason ?? '',
    })
    await record(tx, {
      kind: 'plans.agreed',
      actor,
      personId,
      recordId: objective.objectiveId,
      payload: kept(settled),
    })
  }
  const causes = new Map(
    agreed.flatMap(({ objectiveId, cause, causeReason }) =>
      cause ? [[objectiveId, { cause, reason: causeReason ?? '' }] as const] : [],
    ),
  )
  const shared = agreed.some((objective) => !objective.private)
  if (!shared) return done((await listVersions(tx, personId))[0]?.version ?? 0)
  const made = await makeVersion(tx, actor, { personId, alone, reviewId: null, causes }, today)
  if (made === 1) await firstPlanAgreed.happen(tx, { personId, day: today })
  return done(made)
}

function whyNot(
  objective: Objective,
  by: { own: boolean; leader: string | null; reason: string },
): Refusal[] {
  const { ref, state, objectiveId } = objective
  if (state === 'agreed' || state === 'closed') return [{ message: `${ref} is ${state} already.` }]
  if (by.own && !objective.private && by.leader)
    return [
      {
        message: `${by.leader} agrees ${ref}: propose it. Nobody agrees with themself while somebody leads them.`,
      },
    ]
  if (!by.own && state !== 'proposed')
    return [{ message: `${ref} is not proposed now, so it cannot be agreed.` }]
  const unmet = unmetLetters(objective.reading)
  const reasoned: Refusal[] =
    unmet.length > 0 && !by.reason
      ? [
          {
            field: `unmet-${objectiveId}`,
            message: `${ref} is not yet ${listing(unmet).toLowerCase()}. Say why you agree it all the same.`,
          },
        ]
      : []
  return [...checkProposal(objective), ...reasoned]
}
