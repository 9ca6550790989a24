import { sayAspiration } from '../../careers/careers.ts'
import { setAgeRule } from '../../evidence/evidence.ts'
import { addPriority, changePriority, listPriorities } from '../../plans/plans.ts'
import { type Company, type Moment, must, workingDay, workingDayAhead } from '../moments.ts'

/** What the organisation itself wants, set by its administrator. */
export function larkfield({ on, who, today, skill }: Company): Moment[] {
  const dana = who('Dana Price')
  const priority =
    (title: string, owner: string, days: number, measure: string | null = null): Moment['run'] =>
    async (tx) =>
      must(await addPriority(tx, dana, { title, owner, from: workingDay(today, days), to: null, measure }))
  const dan = who('Dan Pryce')
  return [
    on(160, '09:20', (tx, day) =>
      sayAspiration(
        tx,
        dan,
        { personId: dan.personId, words: 'Stay in billing, and be somebody whom callers do not dread.' },
        day,
      ),
    ),
    on(208, '16:30', async (tx, day) =>
      must(
        await setAgeRule(
          tx,
          dana,
          {
            competencyId: skill('CS-04'),
            months: 6,
            reason: 'Tariffs change twice a year, so what somebody knew before the last change shows little.',
            before: { months: 12, reason: null },
          },
          day,
        ),
      ),
    ),
    on(209, '11:00', priority('Settled in one call', 'Ruth Adeyemi', 200, 'fcr')),
    on(209, '11:04', priority('A complaint is closed once', 'Ruth Adeyemi', 200)),
    on(209, '11:09', priority('Grow our own team leaders', 'Dana Price', 200)),
    on(23, '09:10', priority('Smart-meter switch: nobody asks twice', 'Ruth Adeyemi', 20)),
    on(5, '09:05', async (tx) => {
      const settled = (await listPriorities(tx)).find(({ title }) => title === 'Settled in one call')
      if (!settled) throw new Error('No such priority')
      must(await changePriority(tx, dana, { ...settled, to: workingDayAhead(today, 133) }))
    }),
  ]
}
