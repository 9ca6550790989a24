import { addDays, type Day, weekStart } from '../../../kernel/day.ts'
import type { OrgTx } from '../../../shell/db.ts'
import { keepFigure } from '../../evidence/evidence.ts'
import { countInTally, startTally } from '../../measures/measures.ts'
import { type Company, type Moment, must } from '../moments.ts'
import type { Records } from './amara-desk.ts'

/** Complaints of hers that came back, a week at a time, oldest first: of six closed each week. */
const CAME_BACK = [1, 2, 1, 0, 2, 1, 1, 2, 0, 1, 2, 1, 1, 0, 2, 1, 1, 2, 2, 3, 2, 2, 3, 2, 2]

/** Amara's figures that are kept as evidence, and the tally that Ben keeps of her complaints. */
export function amaraFigures(company: Company, records: Records): Moment[] {
  const { on, who, today } = company
  const [me, ben] = [who('Amara Okafor'), who('Ben Hughes')]
  const { personId } = me
  const keepShown = async (
    tx: OrgTx,
    asked: { measure: string; from: Day; to: Day; code: string; bearing: 'for' | 'against'; reason: string },
    day: Day,
  ) => {
    const { code, ...rest } = asked
    return must(await keepFigure(tx, me, { personId, competencyId: company.skill(code), ...rest }, day))
  }
  const weeksAgo = (weeks: number) => addDays(weekStart(today), -7 * weeks)
  const countFrom = (first: number, last: number) => async (tx: OrgTx, day: Day) => {
    for (const [index, met] of CAME_BACK.entries()) {
      const weeks = CAME_BACK.length - index
      const friday = addDays(weeksAgo(weeks), 4)
      if (weeks > first || weeks < last || friday > day) continue
      must(
        await countInTally(
          tx,
          ben,
          { personId, tallyId: records.reopened.get(), day: friday, met, of: 6 },
          day,
        ),
      )
    }
  }

  return [
    on(172, '09:10', async (tx) =>
      records.reopened.put(
        must(
          await startTally(tx, ben, {
            personId,
            name: 'Complaints that came back',
            words:
              'Of the complaints Amara closed in the week, those that the customer opened again within 28 days. Ben reads it from the complaints log each Friday.',
            kind: 'share',
            betterIs: 'lower',
          }),
        ),
      ),
    ),
    on(80, '16:30', countFrom(25, 12)),
    on(70, '09:25', async (tx, day) =>
      records.often.put(
        await keepShown(
          tx,
          {
            measure: 'fcr',
            from: weeksAgo(26),
            to: addDays(weeksAgo(11), 6),
            code: 'CS-06',
            bearing: 'against',
            reason: 'More than a quarter of my customers had to come back about the same thing.',
          },
          day,
        ),
      ),
    ),
    on(70, '09:40', async (tx, day) =>
      records.reopening.put(
        await keepShown(
          tx,
          {
            measure: `tally:${records.reopened.get()}`,
            from: weeksAgo(25),
            to: addDays(weeksAgo(11), 6),
            code: 'CS-07',
            bearing: 'against',
            reason: 'About one complaint in five that I close is opened again.',
          },
          day,
        ),
      ),
    ),
    on(18, '16:20', countFrom(11, 4)),
    on(5, '09:15', (tx, day) =>
      keepShown(
        tx,
        {
          measure: 'fcr',
          from: weeksAgo(10),
          to: addDays(weeksAgo(3), 6),
          code: 'CS-06',
          bearing: 'for',
          reason: 'Since the check-back card, fewer customers have to come back about the same thing.',
        },
        day,
      ),
    ),
    on(3, '16:50', countFrom(3, 1)),
  ]
}
