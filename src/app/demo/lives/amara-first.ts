import { plainDay } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'
import { answerAsked, linkAccount, sayNoChanges } from '../../reviews/reviews.ts'
import { type Company, keep, type Moment, must } from '../moments.ts'
import type { Desk, Records } from './amara-desk.ts'
import { book, place, review, sign } from './reviewing.ts'
import { agreed, draft, needed } from './telling.ts'

/** Her first plan and its review. */
export function firstPlan(company: Company, records: Records, desk: Desk): Moment[] {
  const { on } = company
  const { me, ben, personId, ago, needs, plan, finished } = desk
  const held = keep<Id>()

  return [
    on(
      169,
      '10:10',
      needed(
        company,
        me,
        {
          code: 'CS-03',
          title: 'Type without looking down',
          why: 'I fall behind the customer when I take notes, and my case notes are short because of it.',
          priority: 3,
          evidenceIds: () => [records.notes.get()],
        },
        needs.typing,
      ),
    ),
    on(168, '10:20', async (tx, day) => {
      const objective = {
        title: 'Type at 50 words a minute',
        text: `Type 50 words a minute without looking down, measured with the typing test on the learning platform, by ${plainDay(ago(60))}.`,
        why: 'My case notes are short because I type slowly, and colleagues work from them.',
        needId: needs.typing.get(),
        priority: 'A complaint is closed once',
        unit: 'count' as const,
        baseline: 31,
        target: 50,
        due: ago(60),
        resources: 'Twenty minutes a day for eight weeks, and the typing course on the learning platform.',
        success: '50 words a minute in two tests, a week apart.',
        actions: [
          { what: 'Take the typing course', owner: 'Amara Okafor', by: ago(120) },
          { what: 'Practise for twenty minutes a day', owner: 'Amara Okafor', by: ago(70) },
        ],
      }
      return plan.typing.put(await draft(tx, me, objective, day))
    }),
    on(165, '14:00', (tx, day) =>
      agreed(tx, me, ben, [plan.typing.get()], day, 'Both of us can see what it is.'),
    ),
    on(164, '14:10', (tx, day) => book(tx, ben, me, ago(112), day)),
    on(122, '16:40', finished(plan.typing, 'Take the typing course')),
    on(112, '10:00', async (tx, day) => {
      const reviewId = held.put(await review(tx, ben, me, day))
      must(
        await answerAsked(tx, me, {
          personId,
          reviewId,
          answer: 'yes',
          words: 'On every call since, and nobody has asked whether I am still there.',
        }),
      )
      await place(
        tx,
        me,
        reviewId,
        {
          objectiveId: plan.typing.get(),
          where: 'going to plan',
          impact:
            '41 words a minute. My notes are longer, and Priya said she could work from one without ringing me.',
        },
        day,
      )
      must(await sayNoChanges(tx, me, { personId, reviewId, nothing: true }))
      must(await linkAccount(tx, me, { personId, reviewId, reflectionId: records.silence.get() }))
    }),
    on(112, '10:42', (tx, day) => sign(tx, me, me, held.get(), null, day)),
    on(112, '10:44', (tx, day) => sign(tx, ben, me, held.get(), ago(56), day)),
    on(72, '16:45', finished(plan.typing, 'Practise')),
  ]
}
