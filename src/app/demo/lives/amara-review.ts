import { plainDay } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'
import { findObjective } from '../../plans/plans.ts'
import { saveReflection } from '../../reflections/reflections.ts'
import { answerAsked, linkAccount } from '../../reviews/reviews.ts'
import { type Company, keep, type Moment, must } from '../moments.ts'
import type { Desk, Records } from './amara-desk.ts'
import { CALL_BACK_ACCOUNT } from './amara-words.ts'
import { change, place, review } from './reviewing.ts'
import { draft } from './telling.ts'

/** The draft that waits, and the review in progress. */
export function reviewNow({ on }: Company, records: Records, desk: Desk): Moment[] {
  const { me, ben, personId, ago, ahead, needs, plan } = desk
  const held = keep<Id>()

  return [
    on(17, '12:30', async (tx, day) => {
      const objective = {
        title: 'Fewer complaints that come back',
        text: `Improve how I handle complaints, so that fewer come back, by telling every customer the next step and ringing back on the day promised, by ${plainDay(ahead(68))}.`,
        why: 'Customers have to complain twice because I promise a call and keep it in my head.',
        needId: needs.told.get(),
        cause: 'feedback' as const,
        causeReason: 'A customer had to complain twice.',
        priority: 'A complaint is closed once',
        measure: `tally:${records.reopened.get()}`,
        target: 0.18,
        due: ahead(68),
        afterId: plan.closing.get(),
        resources:
          'Two hours with Priya Nair off the phones, which Ben rosters. The diary in the helpdesk, which I have.',
        success: 'Under one complaint in five comes back over eight weeks.',
        bands: {
          partly: 'Under one in five, in four weeks of eight',
          met: 'Under one in five over eight weeks',
          exceeded: 'Under one in ten over eight weeks',
        },
        actions: [
          {
            what: 'Listen in on two complaint calls with Priya Nair',
            owner: 'Amara Okafor',
            by: ago(7),
            withWhom: 'Priya Nair',
            way: 'others' as const,
          },
          { what: 'Roster two hours with Priya Nair', owner: 'Ben Hughes', by: ago(7) },
          {
            what: 'Put every promised call back in the diary, for six weeks',
            owner: 'Amara Okafor',
            by: ahead(26),
            way: 'experience' as const,
          },
          {
            what: 'Observe three complaint calls and give written feedback',
            owner: 'Ben Hughes',
            by: ahead(47),
          },
        ],
      }
      return plan.told.put(await draft(tx, me, objective, day))
    }),
    on(4, '10:00', async (tx, day) => {
      const reviewId = held.put(await review(tx, ben, me, day, ahead(2)))
      const which = { personId, reviewId }
      const closing = await findObjective(tx, personId, plan.closing.get(), ben, day)
      const due = ahead(68)
      if (closing?.due !== due)
        await change(
          tx,
          ben,
          { ...which, objectiveId: plan.closing.get() },
          {
            what: 'due',
            due,
            cause: 'organisation priority',
            reason:
              'The smart-meter switch brings new questions in the next weeks; the figure should hold through it.',
          },
          day,
        )
      await change(
        tx,
        ben,
        { ...which, objectiveId: plan.closing.get() },
        {
          what: 'action',
          action: 'Teach the check-back card at the team huddle',
          by: ahead(12),
          cause: 'feedback',
          reason: 'Ellie and Sofia asked for it after they had seen it',
        },
        day,
      )
      must(await answerAsked(tx, ben, { ...which, answer: 'yes', words: 'Seen on three of three calls.' }))
    }),
    on(3, '12:40', async (tx, day) => {
      const which = { personId, reviewId: held.get() }
      must(
        await answerAsked(tx, me, {
          ...which,
          answer: 'yes',
          words: 'On every billing call since I wrote it. I forgot it twice on moves.',
        }),
      )
      await place(
        tx,
        me,
        held.get(),
        {
          objectiveId: plan.coach.get(),
          where: 'going to plan',
          impact: 'Ellie asks the questions now. Two of six sessions are held.',
        },
        day,
      )
    }),
    on(1, '17:10', async (tx, day) => {
      const reflectionId = must(
        await saveReflection(tx, me, {
          personId,
          model: 'gibbs',
          about: {
            kind: 'evidence',
            id: records.complaint.get(),
            words: 'The promised call back was not made',
          },
          stages: CALL_BACK_ACCOUNT,
          impact: '',
          sharing: 'assessor',
          saidOn: day,
        }),
      )
      must(await linkAccount(tx, me, { personId, reviewId: held.get(), reflectionId }))
    }),
  ]
}
