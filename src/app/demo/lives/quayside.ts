import { plainDay } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'
import { type Company, type Moment, workingDay } from '../moments.ts'
import { assess, rated } from './rating.ts'
import { note } from './telling.ts'
import { USUAL } from './usual.ts'

/** Quayside: written tickets, and the beginnings of four plans. */
export function quayside(company: Company): Moment[] {
  const { on, who, today } = company
  const leah = who('Leah Coleman')
  const [hannah, marcus, ines] = [who('Hannah Boyle'), who('Marcus Bell'), who('Ines Duarte')]
  const thanks = (days: number, quote: string, text: string): Moment =>
    on(
      days,
      '14:30',
      (tx, day): Promise<Id> =>
        note(
          tx,
          company,
          leah,
          {
            of: ines,
            kind: 'compliment',
            title: `“${quote}”`,
            text,
            happenedOn: workingDay(today, days + 2),
            detail: {
              giver: `A customer, in the survey answered on ${plainDay(workingDay(today, days + 2))}`,
              quote,
            },
            links: [['CS-03', 'for', 'The customer could act on what was written without asking again.']],
          },
          day,
        ),
    )
  return [
    thanks(
      92,
      'I read it once and knew what to do',
      'An answer on a refund: the sum first, then when it arrives, then why it took so long.',
    ),
    ...rated(company, { of: marcus, leader: leah, ratings: USUAL }, [60, 58, 55]),
    thanks(
      37,
      'The first letter about my meter that I understood',
      'A letter on an exchanged meter, in six sentences.',
    ),
    on(15, '10:00', (tx, day) => assess(tx, company, { by: hannah, of: hannah, ratings: USUAL }, day)),
  ]
}
