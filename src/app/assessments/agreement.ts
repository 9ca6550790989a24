import { type Actor, leadsThem } from '../../kernel/actor.ts'
import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import { done, type Outcome, type Refusal, refused } from '../../kernel/outcome.ts'
import type { OrgTx } from '../../shell/db.ts'
import { frameworkInForce } from '../frameworks/frameworks.ts'
import { record } from '../history/history.ts'
import { findPerson } from '../people/people.ts'
import { listRoundsFor } from './passes.ts'
import { blankRating, checkRating, type RatedLevel } from './rules/rating.ts'
import { lockPerson, savePass, saveRating, setIn } from './store/passes.ts'

/** What was said of one competency in the conversation; no level where the two do not agree yet. */
export type AgreedLevel = { competencyId: Id; level: RatedLevel | null; note: string }

/**
 * Writes down what a leader and the person agreed in conversation: a third record, which changes neither pass. Saved as
 * often as wanted; with `finish` it is locked. Only once both passes are in, and only by the person's leader.
 * @param asked `together` says that the person was in the conversation; finishing needs it, and a level or more
 * @returns refusals name `together`, `levels` or `note-` and the competency
 */
export async function agreeLevels(
  tx: OrgTx,
  actor: Actor,
  asked: {
    personId: Id
    round: number
    levels: readonly AgreedLevel[]
    together: boolean
    finish: boolean
  },
  today: Day,
): Promise<Outcome<Id>> {
  const { personId, finish, together } = asked
  if (!leadsThem(actor, { personId }))
    return refused({ message: 'Only the person’s leader writes down the level agreed, with the person.' })
  await lockPerson(tx, personId)
  const round = (await listRoundsFor(tx, personId, actor)).find((each) => each.round === asked.round)
  if (!round?.open) return refused({ message: 'Both passes must be in before a level can be agreed.' })
  if (round.agreed?.inOn)
    return refused({ message: 'The levels of this round are agreed and locked. Begin a new round.' })
  if (!round.newest) return refused({ message: 'A newer round has begun. Agree the levels of that one.' })
  const levels = asked.levels.filter(({ competencyId }) =>
    round.asked.some(({ competency }) => competency.competencyId === competencyId),
  )
  const refusals: Refusal[] = levels.flatMap((each) => {
    const checked = checkRating({ ...blankRating(each.competencyId), note: each.note })
    return checked.ok
      ? []
      : checked.refusals.map(({ message }) => ({ field: `note-${each.competencyId}`, message }))
  })
  const name = (await findPerson(tx, personId))?.name ?? 'the person'
  if (finish && !together)
    refusals.push({ field: 'together', message: `Say that you and ${name} agreed these levels together.` })
  if (finish && !levels.some(({ level }) => level !== null))
    refusals.push({ field: 'levels', message: 'Agree one level or more. The others can stay open.' })
  if (refusals.length > 0) return refused(...refusals)
  const assessmentId = round.agreed?.assessmentId ?? tx.newId()
  if (!round.agreed)
    await savePass(tx, {
      assessmentId,
      personId,
      round: round.round,
      pass: 'agreed',
      byId: actor.personId,
      framework: await frameworkInForce(tx),
    })
  for (const { competencyId, level, note } of levels)
    await saveRating(tx, assessmentId, { ...blankRating(competencyId), level, note })
  if (finish) await setIn(tx, assessmentId, actor.personId, today)
  await record(tx, {
    kind: finish ? 'assessments.agreed' : 'assessments.agreement-saved',
    actor,
    personId,
    recordId: assessmentId,
    payload: finish ? { round: round.round, together: name, levels } : { round: round.round },
  })
  return done(assessmentId)
}
