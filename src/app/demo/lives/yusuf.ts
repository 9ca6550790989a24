import { plainDay } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'
import { makeNeed } from '../../assessments/assessments.ts'
import { listPriorities } from '../../plans/plans.ts'
import { leaveOutAccount, sayNoChanges } from '../../reviews/reviews.ts'
import { type Company, keep, type Moment, must, workingDay } from '../moments.ts'
import { agreed, assess, done, draft, place, review, type Said, settle, sign } from './telling.ts'

import { USUAL } from './usual.ts'
/** Yusuf Demir: a plan that nobody has looked at, while the figure slipped. */
export function yusuf(company: Company): Moment[] {
  const { on, who, today, skill } = company
  const [me, ben] = [who('Yusuf Demir'), who('Ben Hughes')]
  const { personId } = me
  const [need, letters, reviewId] = [keep<Id>(), keep<Id>(), keep<Id>()]
  const ratings: Record<string, Said> = {
    ...USUAL,
    'CS-03': { self: 2, leader: 1, agreed: 1, note: 'Customers ring to ask what a letter meant.' },
  }
  return [
    on(195, '10:00', (tx, day) => assess(tx, company, { by: me, of: me, ratings }, day)),
    on(193, '14:20', (tx, day) => assess(tx, company, { by: ben, of: me, ratings }, day)),
    on(191, '11:30', (tx, day) => settle(tx, company, { leader: ben, of: me, ratings }, day)),
    on(188, '10:30', async (tx, day) =>
      need.put(
        must(
          await makeNeed(
            tx,
            me,
            {
              personId,
              competencyId: skill('CS-03'),
              kind: 'professional',
              why: 'My letters answer the question and leave the customer to find the answer in them.',
              evidenceIds: [],
            },
            day,
          ),
        ),
      ),
    ),
    on(187, '12:00', async (tx, day) =>
      letters.put(
        await draft(
          tx,
          me,
          {
            title: 'Letters that need no second call',
            text: `Rewrite the ten letters I send most, answer first, and have Ines Duarte check each, by ${plainDay(workingDay(today, 90))}.`,
            why: 'My role needs level 3 in written communication.',
            needId: need.get(),
            unit: 'count',
            baseline: 0,
            target: 10,
            due: workingDay(today, 90),
            priorityId:
              (await listPriorities(tx)).find((one) => one.title === 'Settled in one call')?.priorityId ??
              null,
            resources: 'An hour a week, and Ines Duarte to check.',
            success: 'Ten letters in use, each checked.',
            actions: [
              { what: 'List the ten letters', owner: 'Yusuf Demir', by: workingDay(today, 170) },
              { what: 'Rewrite the first five', owner: 'Yusuf Demir', by: workingDay(today, 130) },
            ],
          },
          day,
        ),
      ),
    ),
    on(185, '15:00', (tx, day) => agreed(tx, me, ben, [letters.get()], day, 'The list says what it is.')),
    on(168, '16:30', done(me, letters.get, 'List the ten')),
    on(122, '11:00', async (tx, day) => {
      const id = reviewId.put(await review(tx, ben, me, day))
      await place(tx, me, me, id, { objectiveId: letters.get(), where: 'behind the plan', impact: '' }, day)
      must(await sayNoChanges(tx, me, { personId, reviewId: id, nothing: true }))
      must(await leaveOutAccount(tx, me, { personId, reviewId: id, reason: 'There was no time for one.' }))
      await sign(tx, me, me, id, null, day)
    }),
    on(122, '11:20', (tx, day) => sign(tx, ben, me, reviewId.get(), workingDay(today, 66), day)),
  ]
}
