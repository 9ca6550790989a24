import type { Company, Moment } from '../moments.ts'
import type { Desk, Records } from './amara-desk.ts'
import { needed } from './telling.ts'

/** The needs of her second assessment. */
export function amaraNeeds(company: Company, records: Records, desk: Desk): Moment[] {
  const { on } = company
  const { me, needs } = desk
  return [
    on(
      65,
      '11:00',
      needed(
        company,
        me,
        {
          code: 'CS-06',
          title: 'Check understanding before closing',
          why: 'Customers come back because they leave the call without a next step: the observation and my figure both say so.',
          priority: 1,
          evidenceIds: () => [records.observed.get(), records.often.get()],
        },
        needs.closing,
      ),
    ),
    on(
      65,
      '11:20',
      needed(
        company,
        me,
        {
          code: 'CS-07',
          title: 'Keep the customer told until it is settled',
          why: 'I promise to ring back and do not always do it. About one complaint in five that I close comes back.',
          priority: 1,
          from: 'complaint',
          evidenceIds: () => [records.complaint.get(), records.observed.get(), records.reopening.get()],
        },
        needs.told,
      ),
    ),
    on(
      64,
      '11:05',
      needed(
        company,
        me,
        {
          code: 'CS-02',
          title: 'Coach without taking over',
          why: 'Senior advisers coach, and I should like to be good at it for its own sake. Ellie lets me practise.',
          kind: 'both',
          from: 'aspiration',
          sharing: 'assessor',
        },
        needs.coach,
      ),
    ),
    on(
      64,
      '11:30',
      needed(company, me, {
        code: 'CS-08',
        title: 'Spot a vulnerable customer',
        why: 'I took the course. Nobody has seen me do it on a call.',
      }),
    ),
    on(
      63,
      '12:15',
      needed(company, me, {
        code: 'CS-04',
        title: 'Answer what colleagues ask about tariffs',
        why: 'A senior adviser is asked first. I think that I look up too much, and nobody has looked at it with me.',
        priority: 3,
        from: 'role change',
      }),
    ),
  ]
}
