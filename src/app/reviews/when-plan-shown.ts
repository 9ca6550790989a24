import { daysBetween, plainDay } from '../../kernel/day.ts'
import { planShown } from '../plans/plans.ts'
import { cadenceFor } from './cadence.ts'
import { openCauses, openQuestions } from './causes.ts'

/** Tells the plan's page how long a plan may lie, what is asked of its objectives, and which review is proposed. */
export function listen(): void {
  planShown.listen(async (tx, { personId, viewer, today, told }) => {
    told.days = 7 * (await cadenceFor(tx, personId)).weeks
    const questions = await openQuestions(tx, personId, viewer)
    for (const { ref, title, words, raisedOn } of questions)
      told.waiting.push({
        text: `Is ${ref} still relevant? Keep, amend or close it`,
        meta: `${title}. ${words}`,
        objectiveId: null,
        days: Math.max(0, daysBetween(raisedOn, today)),
        late: false,
      })
    const asked = new Set(questions.map(({ causeId }) => causeId))
    for (const { causeId, words, raisedOn } of await openCauses(tx, personId))
      if (!asked.has(causeId))
        told.waiting.push({
          text: 'Hold a review: something has changed',
          meta: `${words}, ${plainDay(raisedOn)}`,
          objectiveId: null,
          days: Math.max(0, daysBetween(raisedOn, today)),
          late: false,
        })
  })
}
