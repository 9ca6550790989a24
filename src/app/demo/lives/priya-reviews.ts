import type { Id } from '../../../kernel/id.ts'
import { saveReflection } from '../../reflections/reflections.ts'
import { answerAsked, leaveOutAccount, linkAccount, sayNoChanges } from '../../reviews/reviews.ts'
import { type Company, keep, type Moment, must, workingDay, workingDayAhead } from '../moments.ts'
import { change, place, review, sign } from './reviewing.ts'

type Holder = ReturnType<typeof keep<Id>>

/** Priya's two reviews, and the account between them. */
export function priyaReviews(
  company: Company,
  { talks, explain }: { talks: Holder; explain: Holder },
): Moment[] {
  const { on, who, today } = company
  const [me, ben] = [who('Priya Nair'), who('Ben Hughes')]
  const { personId } = me
  const [account, first, second] = [keep<Id>(), keep<Id>(), keep<Id>()]
  const ago = (days: number) => workingDay(today, days)
  return [
    on(101, '16:10', async (tx, day) =>
      account.put(
        must(
          await saveReflection(tx, me, {
            personId,
            model: 'gibbs',
            about: { kind: 'none', id: null, words: 'The talk in which I gave the answer' },
            stages: {
              description:
                'In my third talk with Sofia she did not know what to try. After ten seconds of silence I told her what I would do, and she wrote it down. Two weeks later she had not tried it.',
              feelings: 'I felt helpful at the time, and foolish two weeks later.',
              evaluation:
                'The talk was friendly and quick. It was my step and not hers, and so nothing came of it.',
              analysis:
                'I cannot bear a silence in which somebody does not know. I filled it because it eased me, not because it helped her.',
              conclusion:
                'I could have asked what she had seen others do, or left the question open until the next day.',
              action:
                'When somebody does not know, I will ask what they have seen work elsewhere, and wait. I write the step down only in their words.',
            },
            impact: 'Since then five of five steps were tried before the next talk.',
            sharing: 'assessor',
            saidOn: day,
          }),
        ),
      ),
    ),
    on(84, '10:00', async (tx, day) => {
      const reviewId = first.put(await review(tx, ben, me, day))
      must(
        await answerAsked(tx, me, {
          personId,
          reviewId,
          answer: 'partly',
          words: 'Twice. The third time I gave the answer again.',
        }),
      )
      await place(
        tx,
        me,
        reviewId,
        { objectiveId: talks.get(), where: 'going to plan', impact: 'Sofia now opens the talk herself.' },
        day,
      )
      await place(
        tx,
        me,
        reviewId,
        { objectiveId: explain.get(), where: 'going to plan', impact: 'Tom asked where the limits were.' },
        day,
      )
      must(await sayNoChanges(tx, me, { personId, reviewId, nothing: true }))
      must(await linkAccount(tx, me, { personId, reviewId, reflectionId: account.get() }))
      await sign(tx, me, me, reviewId, null, day)
    }),
    on(84, '10:35', (tx, day) => sign(tx, ben, me, first.get(), ago(28), day)),
    on(28, '10:00', async (tx, day) => {
      const reviewId = second.put(await review(tx, ben, me, day))
      const which = { personId, reviewId }
      must(
        await answerAsked(tx, me, {
          ...which,
          answer: 'yes',
          words: 'In every talk since. The silences are getting shorter.',
        }),
      )
      must(await answerAsked(tx, ben, { ...which, answer: 'yes', words: 'Sofia says the same.' }))
      await place(
        tx,
        me,
        reviewId,
        {
          objectiveId: talks.get(),
          where: 'going to plan',
          impact: 'Five of eight talks, and each step was tried before the next.',
        },
        day,
      )
      await place(
        tx,
        me,
        reviewId,
        {
          objectiveId: explain.get(),
          where: 'met, with evidence',
          impact: 'Six huddles. The team asks for the interval before I show it.',
        },
        day,
      )
      await change(
        tx,
        ben,
        { ...which, objectiveId: explain.get() },
        {
          what: 'close',
          as: 'met',
          cause: 'target met',
          reason: 'Six huddles held, the last one by Tom with her help',
        },
        day,
      )
      await change(
        tx,
        ben,
        { ...which, objectiveId: talks.get() },
        {
          what: 'action',
          action: 'Lead the huddle while Ben is away',
          by: workingDayAhead(today, 24),
          cause: 'aspiration',
          reason: 'A part of the next role that can be tried now',
        },
        day,
      )
      must(await leaveOutAccount(tx, me, { ...which, reason: 'Next time, about leading the huddle.' }))
      await sign(tx, me, me, reviewId, null, day)
    }),
    on(28, '10:40', (tx, day) => sign(tx, ben, me, second.get(), workingDayAhead(today, 28), day)),
  ]
}
