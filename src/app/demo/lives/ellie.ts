import { plainDay } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'
import { propose } from '../../plans/plans.ts'
import { setCadence } from '../../reviews/reviews.ts'
import { type Company, keep, type Moment, must, workingDay, workingDayAhead } from '../moments.ts'
import { rated, type Said } from './rating.ts'
import { draft, needed, note } from './telling.ts'
import { USUAL } from './usual.ts'

/** Ellie Marsh: on probation, her first objective waits for an answer. */
export function ellie(company: Company): Moment[] {
  const { on, who, today } = company
  const [me, ben] = [who('Ellie Marsh'), who('Ben Hughes')]
  const { personId } = me
  const [need, quiz] = [keep<Id>(), keep<Id>()]
  const ratings: Record<string, Said> = {
    ...USUAL,
    'CS-06': { self: 3, leader: 3, agreed: 3 },
    'CS-04': { self: 2, leader: 2, agreed: 2 },
  }
  return [
    ...rated(company, { of: me, leader: ben, ratings }, [44, 42, 41], '09:30'),
    on(41, '09:50', async (tx) => must(await setCadence(tx, ben, { personId, weeks: 6 }))),
    on(35, '14:45', (tx, day) =>
      note(
        tx,
        company,
        who('Amara Okafor'),
        {
          of: me,
          kind: 'observation',
          title: 'Closing a call, second session',
          text: 'Ellie asked a customer to say back what happens next. The customer had the wrong month, and they put it right together.',
          happenedOn: workingDay(today, 36),
          detail: {
            observer: 'Amara Okafor, adviser',
            done: 'Asked for the next step in the customer’s words, and waited.',
            said: '“Just so that I know I was clear: what happens now?”',
          },
          links: [['CS-06', 'for', 'The mistake was found before the call ended, and not a week later.']],
        },
        day,
      ),
    ),
    on(
      7,
      '10:30',
      needed(
        company,
        me,
        {
          code: 'CS-04',
          why: 'I still look up every tariff rule, and customers wait.',
        },
        need,
      ),
    ),
    on(5, '12:00', async (tx, day) =>
      quiz.put(
        await draft(
          tx,
          me,
          {
            title: 'Know the eight tariffs',
            text: `Answer 22 of 25 questions in the tariff knowledge check without looking anything up, by ${plainDay(workingDayAhead(today, 33))}.`,
            why: 'My role needs level 3 in product knowledge, and my probation ends soon.',
            needId: need.get(),
            unit: 'count',
            baseline: 14,
            target: 22,
            due: workingDayAhead(today, 33),
            priority: 'Settled in one call',
            resources: 'The tariff cards, and half an hour with Sofia Rossi each week.',
            success: '22 of 25 in the knowledge check.',
            actions: [
              { what: 'Learn two tariffs each week', owner: 'Ellie Marsh', by: workingDayAhead(today, 26) },
            ],
          },
          day,
        ),
      ),
    ),
    on(4, '12:20', (tx, day) =>
      propose(tx, me, { personId, objectiveId: quiz.get(), words: 'Is 22 enough?' }, day),
    ),
  ]
}
