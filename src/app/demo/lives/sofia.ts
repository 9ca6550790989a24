import { plainDay } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'
import { type Company, keep, type Moment, workingDay, workingDayAhead } from '../moments.ts'
import { rated, type Said } from './rating.ts'
import { keepsAll, quietReview } from './reviewing.ts'
import { agreed, done, draft, needed, note } from './telling.ts'
import { USUAL } from './usual.ts'

/** Sofia Rossi: an ordinary year. */
export function sofia(company: Company): Moment[] {
  const { on, who, today } = company
  const [me, ben] = [who('Sofia Rossi'), who('Ben Hughes')]
  const [need, tariffs] = [keep<Id>(), keep<Id>()]
  const ratings: Record<string, Said> = { ...USUAL, 'CS-04': { self: 2, leader: 2, agreed: 2 } }
  return [
    ...rated(company, { of: me, leader: ben, ratings }, [110, 109, 107]),
    on(
      103,
      '10:30',
      needed(
        company,
        me,
        {
          code: 'CS-04',
          why: 'I fetch help for every question on business tariffs.',
        },
        need,
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
            priority: 'Settled in one call',
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
    ...quietReview(
      company,
      {
        of: me,
        leader: ben,
        objectiveId: tariffs.get,
        where: 'going to plan',
        impact: 'Nine calls without help. Small businesses get their answer while they wait.',
        noAccount: 'Next time, about the calls that Priya checks.',
        next: workingDayAhead(today, 9),
      },
      47,
      '11:25',
    ),
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
    on(4, '12:50', (tx, day) => keepsAll(tx, me, me, day)),
  ]
}
