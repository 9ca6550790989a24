import { plainDay } from '../../../kernel/day.ts'
import { agree } from '../../plans/plans.ts'
import { type Company, type Moment, must } from '../moments.ts'
import type { Desk } from './amara-desk.ts'
import { draft, needed, told } from './telling.ts'

/** What she learns for herself: one objective that nobody else sees, and one that Ben alone reads too. */
export function amaraOwn(company: Company, desk: Desk): Moment[] {
  const { on } = company
  const { me, personId, ago, ahead, needs, plan, finished } = desk

  return [
    on(58, '21:15', async (tx, day) => {
      const objective = {
        title: 'Asleep by midnight after a late shift',
        text: `Walk home and leave the phone in the hall after each late shift, so that I am asleep by midnight on four late shifts of five, by ${plainDay(ahead(40))}.`,
        kind: 'personal' as const,
        sharing: 'leader' as const,
        why: 'It is for me. Ben reads it because he makes the roster.',
        cause: 'other' as const,
        causeReason: 'My late shifts began after the plan was agreed',
        due: ahead(40),
        resources: 'A notebook beside the bed.',
        success: 'Four of five late shifts in two months of my own notes.',
        actions: [
          { what: 'Note the hour for a month', owner: 'Amara Okafor', by: ago(24) },
          {
            what: 'Look at the roster together',
            owner: 'Amara Okafor',
            by: ahead(15),
            withWhom: 'Ben Hughes',
            way: 'others' as const,
          },
        ],
      }
      return plan.sleep.put(await draft(tx, me, objective, day))
    }),
    on(
      55,
      '20:10',
      needed(
        company,
        me,
        {
          code: null,
          title: 'Speak without a script',
          kind: 'personal',
          why: 'For the allotment society, and for me: I would like to look up when I talk.',
          priority: 3,
          from: 'aspiration',
        },
        needs.speak,
      ),
    ),
    on(54, '20:20', async (tx, day) => {
      const objective = {
        title: 'Speak at a community evening',
        text: `Speak for ten minutes at the community evening without reading from my notes, by ${plainDay(ahead(128))}.`,
        kind: 'personal' as const,
        private: true,
        why: 'It is for me and for the allotment society, not for work.',
        needId: needs.speak.get(),
        due: ahead(128),
        resources: 'The society’s meetings, and a friend who listens.',
        success: 'Ten minutes, four words on a card.',
        actions: [
          { what: 'Give the short talk on compost', owner: 'Amara Okafor', by: ago(30) },
          { what: 'Put my name down for the spring evening', owner: 'Amara Okafor', by: ahead(40) },
        ],
      }
      const objectiveId = plan.speak.put(await draft(tx, me, objective, day))
      must(
        await agree(
          tx,
          me,
          { personId, items: [{ objectiveId, version: 1, reason: 'I shall know when I have done it' }] },
          day,
        ),
      )
    }),
    on(31, '21:00', finished(plan.speak, 'Give the short talk')),
    on(
      30,
      '20:40',
      told(me, plan.speak.get, 'Twelve people came, and I looked up twice. Less paper next time.'),
    ),
    on(25, '22:10', finished(plan.sleep, 'Note the hour')),
  ]
}
