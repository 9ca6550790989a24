import { plainDay } from '../../../kernel/day.ts'
import { decline, findObjective } from '../../plans/plans.ts'
import { findReflection, saveReflection } from '../../reflections/reflections.ts'
import { setCadence } from '../../reviews/reviews.ts'
import { type Company, type Moment, must } from '../moments.ts'
import type { Desk, Records } from './amara-desk.ts'
import { CARD_ACCOUNT, CARD_IMPACT } from './amara-words.ts'
import { askedAnew, told } from './telling.ts'

/** How her plan went between two reviews: what she asked to change, what she noted, and what her figure came to show. */
export function amaraAsked({ on }: Company, records: Records, desk: Desk): Moment[] {
  const { me, ben, personId, ago, ahead, plan } = desk

  return [
    on(164, '14:20', async (tx) => must(await setCadence(tx, ben, { personId, weeks: 10 }))),
    on(
      44,
      '17:05',
      told(
        me,
        plan.closing.get,
        'About one customer in six says back something else than I said. That is why I ask.',
      ),
    ),
    on(
      35,
      '17:20',
      told(
        me,
        plan.coach.get,
        'Two sessions held. In the second Ellie found the mistake herself, before I had said a word.',
      ),
    ),
    on(34, '13:05', (tx, day) =>
      askedAnew(
        tx,
        me,
        plan.coach.get(),
        {
          text: `Hold ten coaching sessions, six with Ellie Marsh and four with Kofi Mensah, and write down after each what they tried next, by ${plainDay(ahead(96))}.`,
          target: 10,
          cause: 'feedback',
          causeReason: 'Ellie says that the sessions help her',
          words: 'Kofi asked me whether he may have some too.',
        },
        day,
      ),
    ),
    on(32, '09:40', async (tx, day) => {
      const objectiveId = plan.coach.get()
      const objective = await findObjective(tx, personId, objectiveId, ben, day)
      must(
        await decline(
          tx,
          ben,
          {
            personId,
            objectiveId,
            version: objective?.version ?? 1,
            reason:
              'Ten hours off the phones do not fit beside the smart-meter switch. Hold the six with Ellie first; Kofi sits with Priya meanwhile, and we look at it again at the review.',
          },
          day,
        ),
      )
    }),
    on(
      8,
      '17:00',
      told(
        me,
        plan.closing.get,
        'On every billing call this week. I forgot it on two moves, where the day is not mine to name.',
      ),
    ),
    on(6, '12:40', async (tx, day) => {
      const reflectionId = records.card.get()
      const { version } = (await findReflection(tx, personId, reflectionId, me)) ?? {}
      must(
        await saveReflection(tx, me, {
          ...CARD_ACCOUNT,
          personId,
          saidOn: day,
          impact: CARD_IMPACT,
          change: { measure: 'fcr', since: ago(68), anew: false },
          reflectionId,
          version,
        }),
      )
    }),
  ]
}
