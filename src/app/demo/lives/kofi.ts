import type { Id } from '../../../kernel/id.ts'
import { offerTemplate, saveTemplate } from '../../plans/plans.ts'
import { roleOf } from '../../roles/roles.ts'
import { type Company, keep, type Moment, must, workingDay } from '../moments.ts'
import { note } from './telling.ts'

/** Kofi Mensah: too little evidence, said aloud. */
export function kofi(company: Company): Moment[] {
  const { on, who, today } = company
  const [me, ben] = [who('Kofi Mensah'), who('Ben Hughes')]
  const { personId } = me
  const starters = keep<Id>()
  return [
    on(21, '16:20', (tx, day) =>
      note(
        tx,
        company,
        me,
        {
          of: me,
          kind: 'reflection',
          title: 'My first month on the telephone',
          text: 'I put callers on hold too often because I am afraid of saying something wrong.',
          happenedOn: workingDay(today, 22),
          detail: {
            learnt: 'Most of the time I had the answer already.',
            next: 'Say what I know, and what I am checking.',
          },
          links: [['CS-04', 'against', 'I look up what I know already.']],
        },
        day,
      ),
    ),
    on(12, '13:40', async (tx, day) => {
      const role = await roleOf(tx, personId, day)
      const template = {
        name: 'The first half-year on the telephone',
        roleId: role?.roleId ?? null,
        cohort: 'New starters',
        items: [
          {
            title: 'Know the eight tariffs',
            text: 'Answer 22 of 25 questions in the tariff knowledge check without looking anything up, by [in 12 weeks].',
            competencyId: company.skill('CS-04'),
            measure: 'count',
            target: 22,
            weeks: 12,
            resources: 'The tariff cards, and half an hour a week with a colleague who knows them.',
            success: '22 of 25 in the knowledge check.',
            actions: [
              { what: 'Learn two tariffs each week', owner: 'me' as const, weeks: 4 },
              {
                what: 'Listen to three tariff calls and talk them through',
                owner: 'leader' as const,
                weeks: 6,
              },
            ],
          },
          {
            title: 'Close each call with a day',
            text: 'Ask each customer to say back what happens next, and have it heard on five calls of five, by [in 20 weeks].',
            competencyId: company.skill('CS-06'),
            measure: 'count',
            target: 5,
            weeks: 20,
            resources: 'The check-back card, and an hour of listening in.',
            success: 'Five calls of five, heard by somebody else.',
            actions: [{ what: 'Sit with somebody who uses the card', owner: 'me' as const, weeks: 2 }],
          },
        ],
      }
      starters.put(must(await saveTemplate(tx, ben, { ...template, templateId: null, version: 0 })))
    }),
    on(11, '09:20', async (tx, day) =>
      must(await offerTemplate(tx, ben, { templateId: starters.get(), personId }, day)),
    ),
  ]
}
