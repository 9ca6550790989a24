import { plainDay } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'
import { makeNeed } from '../../assessments/assessments.ts'
import { listPriorities } from '../../plans/plans.ts'
import { leaveOutAccount, sayNoChanges } from '../../reviews/reviews.ts'
import { type Company, keep, type Moment, must, workingDay, workingDayAhead } from '../moments.ts'
import { agreed, assess, done, draft, note, place, review, type Said, settle, sign } from './telling.ts'

import { USUAL } from './usual.ts'
/** Sofia Rossi: an ordinary year. */
export function sofia(company: Company): Moment[] {
  const { on, who, today, skill } = company
  const [me, ben] = [who('Sofia Rossi'), who('Ben Hughes')]
  const { personId } = me
  const [need, tariffs, reviewId] = [keep<Id>(), keep<Id>(), keep<Id>()]
  const ratings: Record<string, Said> = { ...USUAL, 'CS-04': { self: 2, leader: 2, agreed: 2 } }
  return [
    on(110, '10:00', (tx, day) => assess(tx, company, { by: me, of: me, ratings }, day)),
    on(109, '14:20', (tx, day) => assess(tx, company, { by: ben, of: me, ratings }, day)),
    on(107, '11:30', (tx, day) => settle(tx, company, { leader: ben, of: me, ratings }, day)),
    on(103, '10:30', async (tx, day) =>
      need.put(
        must(
          await makeNeed(
            tx,
            me,
            {
              personId,
              competencyId: skill('CS-04'),
              kind: 'professional',
              why: 'I fetch help for every question on business tariffs.',
              evidenceIds: [],
            },
            day,
          ),
        ),
      ),
    ),
    on(102, '12:00', async (tx, day) =>
      tariffs.put(
        await draft(
          tx,
          me,
          {
            title: 'Answer business tariffs myself',
            text: `Answer questions on business tariffs in twenty calls without fetching help, and have Priya Nair check five of them, by ${plainDay(workingDayAhead(today, 19))}.`,
            why: 'My role needs level 3 in product knowledge.',
            needId: need.get(),
            unit: 'count',
            baseline: 0,
            target: 20,
            due: workingDayAhead(today, 19),
            priorityId:
              (await listPriorities(tx)).find((one) => one.title === 'Settled in one call')?.priorityId ??
              null,
            resources: 'Priya Nair for an hour each month.',
            success: 'Twenty calls, five of them checked and found right.',
            actions: [
              { what: 'Read the business tariff cards', owner: 'Sofia Rossi', by: workingDay(today, 80) },
              {
                what: 'Take the knowledge check on tariff changes',
                owner: 'Sofia Rossi',
                by: workingDayAhead(today, 12),
              },
            ],
          },
          day,
        ),
      ),
    ),
    on(100, '15:00', (tx, day) =>
      agreed(tx, me, ben, [tariffs.get()], day, 'Twenty calls are plain enough.'),
    ),
    on(79, '16:30', done(me, tariffs.get, 'Read the business')),
    on(47, '11:00', async (tx, day) => {
      const id = reviewId.put(await review(tx, ben, me, day))
      await place(
        tx,
        me,
        me,
        id,
        {
          objectiveId: tariffs.get(),
          where: 'going to plan',
          impact: 'Nine calls without help. Small businesses get their answer while they wait.',
        },
        day,
      )
      must(await sayNoChanges(tx, me, { personId, reviewId: id, nothing: true }))
      must(
        await leaveOutAccount(tx, me, {
          personId,
          reviewId: id,
          reason: 'Next time, about the calls that Priya checks.',
        }),
      )
      await sign(tx, me, me, id, null, day)
    }),
    on(47, '11:25', (tx, day) => sign(tx, ben, me, reviewId.get(), workingDayAhead(today, 9), day)),
    on(26, '13:30', (tx, day) =>
      note(
        tx,
        company,
        me,
        {
          of: me,
          kind: 'compliment',
          title: '“She knew the answer”',
          text: 'The owner of a small bakery wrote that she got an answer about her business tariff at once.',
          happenedOn: workingDay(today, 27),
          detail: { giver: 'A customer, by e-mail', quote: 'No hold music. She knew the answer.' },
          links: [['CS-04', 'for', 'A question on a business tariff, answered without fetching help.']],
        },
        day,
      ),
    ),
  ]
}
