import type { Actor } from '../../kernel/actor.ts'
import { type Day, dayIn, plainDay } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import { done, type Outcome, type Refusal, refused } from '../../kernel/outcome.ts'
import type { OrgTx } from '../../shell/db.ts'
import { findOrganisation, findPerson } from '../people/people.ts'
import { planOf } from '../plans/plans.ts'
import { findReflection } from '../reflections/reflections.ts'
import { listAnswers, listProgress, saveAnswer, saveProgress, WHERE_NOW } from './store/parts.ts'
import { underReview } from './under-review.ts'
import { note, noteChange, openToChange, openToWrite } from './writing.ts'

/** A review of a person. */
export type Which = { personId: Id; reviewId: Id }

/** "Did it happen?", for oneself. */
export async function answerAsked(
  tx: OrgTx,
  actor: Actor,
  asked: Which & { answer: string; words: string },
): Promise<Outcome<null>> {
  const open = await openToChange(tx, actor, asked)
  if (!open.ok) return open
  const answer = (['yes', 'partly', 'no'] as const).find((one) => one === asked.answer)
  if (!answer) return refused({ field: 'answer', message: 'Choose whether it happened.' })
  if (answer !== 'yes' && !asked.words)
    return refused({ field: 'answer-words', message: 'Say in a few words what happened instead.' })
  const before = await listAnswers(tx, asked.reviewId)
  const same = before.find(({ personId }) => personId === actor.personId)
  if (same?.answer === answer && same.words === asked.words) return done(null)
  const about = open.value.askedAbout
  const account = about && (await findReflection(tx, asked.personId, about, actor))
  if (!account) return refused({ message: 'Nothing is asked about here.' })
  await saveAnswer(tx, asked.reviewId, { personId: actor.personId, answer, words: asked.words })
  if (account.sharing === 'me') await note(tx, actor, open.value, 'answered', {})
  else
    await noteChange(tx, actor, open.value, {
      kind: 'answered',
      why: 'answered “Did it happen?”',
      payload: { answer, words: asked.words },
    })
  return done(null)
}

/**
 * Says where an objective stands and what came of it. On an objective that only the person sees, nobody signs for it.
 * @param asked `version` is the version of the answer that the writer saw, 0 for none
 */
export async function sayProgress(
  tx: OrgTx,
  actor: Actor,
  asked: Which & { objectiveId: Id; where: string; impact: string; version: number },
  today: Day,
): Promise<Outcome<null> & { conflict?: number }> {
  const plan = await planOf(tx, asked.personId, actor, today)
  const objective = underReview(plan.objectives).find(({ objectiveId }) => objectiveId === asked.objectiveId)
  if (!objective)
    return refused({ message: 'This objective is no longer in the plan. Open the review again.' })
  const open = await (objective.private ? openToWrite : openToChange)(tx, actor, asked)
  if (!open.ok) return open
  const where = WHERE_NOW.find((one) => one === asked.where)
  if (!where) return refused({ field: 'where', message: 'Choose where this objective is now.' })
  if (where === 'met, with evidence' && !asked.impact)
    return refused({
      field: 'impact',
      message: 'Say what customers or colleagues now get that they did not.',
    })
  const before = (await listProgress(tx, [asked.reviewId])).find(
    ({ objectiveId }) => objectiveId === asked.objectiveId,
  )
  if ((before?.version ?? 0) !== asked.version)
    return conflict(
      before?.version ?? 0,
      await overtaken(tx, `the progress of ${objective.ref}`, before?.saidBy ?? null, before?.saidAt),
    )
  if (before?.where === where && before.impact === asked.impact) return done(null)
  const { objectiveId, impact } = asked
  await saveProgress(tx, asked.reviewId, {
    objectiveId,
    where,
    impact,
    private: objective.private,
    saidBy: actor.personId,
  })
  if (objective.private) await note(tx, actor, open.value, 'progress', { objectiveId })
  else
    await noteChange(tx, actor, open.value, {
      kind: 'progress',
      why: `changed the progress of ${objective.ref}`,
      payload: { objectiveId, where, impact },
    })
  return done(null)
}

/** A refusal because somebody else was there first, and the version that stands now. */
export function conflict(
  version: number,
  refusal: Refusal,
): ReturnType<typeof refused> & { conflict: number } {
  return { ...refused(refusal), conflict: version }
}

/** Who was there first, and when: what was typed is kept, and both are shown. */
export async function overtaken(
  tx: OrgTx,
  what: string,
  by: Id | null,
  at: Date | undefined,
): Promise<Refusal> {
  const who = by ? await findPerson(tx, by) : null
  const zone = (await findOrganisation(tx))?.zone ?? 'UTC'
  const when = at ? ` on ${plainDay(dayIn(at, zone))} at ${timeIn(at, zone)}` : ''
  return {
    message: `${who?.name ?? 'Somebody'} changed ${what}${when}, after you opened it. What you typed is kept below. Compare the two, and save again.`,
  }
}

/** "09:12" of a moment in an IANA zone. */
function timeIn(moment: Date, zone: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(
    moment,
  )
}
