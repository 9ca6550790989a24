import { plainDay } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'
import { askAboutStale } from '../../staleness/staleness.ts'
import { type Company, keep, type Moment, must, workingDay } from '../moments.ts'
import { rated, type Said } from './rating.ts'
import { quietReview } from './reviewing.ts'
import { agreed, done, draft, needed } from './telling.ts'
import { USUAL } from './usual.ts'

/** Yusuf Demir: a plan that nobody has looked at, while the figure slipped. */
export function yusuf(company: Company): Moment[] {
  const { on, who, today } = company
  const [me, ben] = [who('Yusuf Demir'), who('Ben Hughes')]
  const [need, letters] = [keep<Id>(), keep<Id>()]
  const ratings: Record<string, Said> = {
    ...USUAL,
    'CS-03': { self: 2, leader: 1, agreed: 1, note: 'Customers ring to ask what a letter meant.' },
  }
  return [
    ...rated(company, { of: me, leader: ben, ratings }, [195, 193, 191]),
    on(
      188,
      '10:30',
      needed(
        company,
        me,
        {
          code: 'CS-03',
          why: 'My letters answer the question and leave the customer to find the answer in them.',
        },
        need,
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
            priority: 'Settled in one call',
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
    ...quietReview(
      company,
      {
        of: me,
        leader: ben,
        objectiveId: letters.get,
        where: 'behind the plan',
        impact: '',
        noAccount: 'There was no time for one.',
        next: workingDay(today, 66),
      },
      122,
      '11:20',
    ),
    on(6, '15:30', async (tx, day) => must(await askAboutStale(tx, who('Ruth Adeyemi'), me.personId, day))),
  ]
}
