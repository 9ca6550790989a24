import { addDays, plainDay, weekStart } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'
import { keepFigure } from '../../evidence/evidence.ts'
import { saveReflection } from '../../reflections/reflections.ts'
import { linkAccount, sayNoChanges } from '../../reviews/reviews.ts'
import { type Company, keep, type Moment, must, workingDay, workingDayAhead } from '../moments.ts'
import { rated, type Said } from './rating.ts'
import { book, keepsAll, place, review, sign } from './reviewing.ts'
import { agreed, done, draft, needed } from './telling.ts'
import { USUAL } from './usual.ts'

/** Grace Lim: shorter calls, and a review that waits for Ben's signature. */
export function grace(company: Company): Moment[] {
  const { on, who, today, skill } = company
  const [me, ben] = [who('Grace Lim'), who('Ben Hughes')]
  const { personId } = me
  const [need, notes, reviewId, account] = [keep<Id>(), keep<Id>(), keep<Id>(), keep<Id>()]
  const ratings: Record<string, Said> = {
    ...USUAL,
    'CS-07': { self: 4, leader: 4, agreed: 4 },
    'CS-05': { self: 2, leader: 2, agreed: 2 },
  }
  return [
    ...rated(company, { of: me, leader: ben, ratings }, [92, 90, 88]),
    on(
      84,
      '10:30',
      needed(
        company,
        me,
        {
          code: 'CS-05',
          why: 'I write my notes after the call, from memory, and customers wait in the queue meanwhile.',
        },
        need,
      ),
    ),
    on(82, '12:00', async (tx, day) =>
      notes.put(
        await draft(
          tx,
          me,
          {
            title: 'Write notes during the call',
            text: `Write every note during the call and with the customer, so that the handle time falls from 290 to 230 seconds by ${plainDay(workingDayAhead(today, 20))}.`,
            why: 'My role needs level 3 in organising own work.',
            needId: need.get(),
            priority: 'Settled in one call',
            measure: 'handle_time',
            target: 230,
            due: workingDayAhead(today, 20),
            resources: 'The note templates that Priya wrote.',
            success: 'Shorter handle time, with satisfaction and first-contact resolution no worse.',
            actions: [
              { what: 'Try the templates for two weeks', owner: 'Grace Lim', by: workingDay(today, 62) },
            ],
          },
          day,
        ),
      ),
    ),
    on(80, '15:00', (tx, day) =>
      agreed(tx, me, ben, [notes.get()], day, 'Others have done it with the same templates.'),
    ),
    on(79, '15:10', (tx, day) => book(tx, ben, me, workingDay(today, 3), day)),
    on(63, '16:30', done(me, notes.get, 'Try the templates')),
    on(6, '11:20', async (tx, day) =>
      must(
        await keepFigure(
          tx,
          me,
          {
            personId,
            measure: 'handle_time',
            from: addDays(weekStart(today), -77),
            to: addDays(weekStart(today), -8),
            competencyId: skill('CS-05'),
            reason: 'Notes written during the call: less time on each, and the other figures did not move.',
            bearing: 'for',
          },
          day,
        ),
      ),
    ),
    on(4, '16:10', (tx, day) => keepsAll(tx, ben, me, day)),
    on(3, '13:00', async (tx, day) => {
      const id = reviewId.put(await review(tx, me, me, day))
      await place(
        tx,
        me,
        id,
        {
          objectiveId: notes.get(),
          where: 'met, with evidence',
          impact: 'Customers hear me read the note back, and correct it. The queue is shorter behind me.',
        },
        day,
      )
      must(await sayNoChanges(tx, me, { personId, reviewId: id, nothing: true }))
      account.put(
        must(
          await saveReflection(tx, me, {
            personId,
            model: 'kolb',
            about: { kind: 'none', id: null, words: 'Notes during the call' },
            stages: {
              experience:
                'For ten weeks I have written the note while the customer is on the line, and read it back to them before I close the call.',
              observation:
                'Two customers in the first week corrected me. Nobody minded the typing once I said what I was writing.',
              concept:
                'Writing it together is faster because nothing has to be remembered, and the customer checks it for nothing.',
              experiment: 'I will read every note back, also in chats, and show Kofi how when he is ready.',
            },
            impact: 'Handle time has fallen by about a quarter, and satisfaction has not.',
            sharing: 'leader',
            saidOn: day,
          }),
        ),
      )
      must(await linkAccount(tx, me, { personId, reviewId: id, reflectionId: account.get() }))
    }),
    on(2, '15:30', (tx, day) => sign(tx, me, me, reviewId.get(), null, day)),
  ]
}
