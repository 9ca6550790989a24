import type { Id } from '../../../kernel/id.ts'
import type { House } from '../../visit.ts'
import { type Company, keep, type Moment, workingDayAhead } from '../moments.ts'
import { colleagueSays, launched, nominated } from './asking.ts'

/** Tom's round: open, so that it waits for colleagues and for Ben, and shows nothing. */
export function tomRound(house: House, company: Company): Moment[] {
  const { on, who, today } = company
  const [me, ben] = [who('Tom Walsh'), who('Ben Hughes')]
  const roundId = keep<Id>()
  const raters = ['Amara Okafor', 'Sofia Rossi', 'Grace Lim', 'Yusuf Demir']
  return [
    on(8, '12:10', async (tx) =>
      roundId.put(
        await nominated(tx, house, company, {
          of: me,
          purpose: 'I had one low week and cannot hear myself. What do you notice on my calls?',
          codes: ['CS-07', 'CS-06', 'CS-01', 'CS-09', 'CS-04', 'CS-05'],
          groups: [
            {
              group: 'peers',
              mode: 'anonymous',
              threshold: 3,
              raters: raters.map((name) => ({ personId: who(name).personId })),
            },
          ],
        }),
      ),
    ),
    on(7, '09:40', (tx, day) =>
      launched(tx, house, ben, { of: me, roundId: roundId.get(), closesOn: workingDayAhead(today, 15) }, day),
    ),
    on(4, '16:20', (tx, day) =>
      colleagueSays(
        tx,
        house,
        company,
        {
          by: 'Sofia Rossi',
          about: 'Tom Walsh',
          said: {
            levels: { 'CS-07': 3, 'CS-06': 4, 'CS-01': 3, 'CS-09': 4, 'CS-04': 4, 'CS-05': 3 },
            keep: 'On Friday you stayed on the line while the engineer was found, and told the customer each minute what you were doing.',
            change: 'Ask first what the sum in dispute is, and then offer something.',
          },
        },
        day,
      ),
    ),
  ]
}
