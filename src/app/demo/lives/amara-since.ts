import type { House } from '../../visit.ts'
import { type Company, type Moment, workingDay } from '../moments.ts'
import { note } from './telling.ts'

/** What was kept about Amara's work since her plan was agreed. */
export function amaraSince(house: House, company: Company): Moment[] {
  const { on, who, today } = company
  const me = who('Amara Okafor')
  return [
    on(40, '11:50', (tx, day) =>
      note(
        tx,
        company,
        who('Ellie Marsh'),
        {
          of: me,
          kind: 'peer feedback',
          title: 'Ellie on her second session',
          text: 'Amara sat beside me for an hour and did not take the headset once. She asked what I would try, and I tried it on the next call.',
          happenedOn: day,
          detail: {
            colleague: 'Ellie Marsh, adviser',
            colleagueWords: 'You asked me what I would try, and then you let me.',
          },
          links: [['CS-02', 'for', 'She asked and did not tell, and left the call to me.']],
        },
        day,
      ),
    ),
    on(33, '15:00', async (tx, day) => {
      const bytes = Buffer.from(CARD)
      const hash = await house.files.keep(tx.orgId, bytes)
      return note(
        tx,
        company,
        me,
        {
          of: me,
          kind: 'work product',
          title: 'The check-back card',
          text: 'A card of four lines that I keep beside the screen: what I do before I close a call.',
          happenedOn: workingDay(today, 68),
          files: [{ name: 'check-back-card.txt', hash, size: bytes.length, type: 'text/plain' }],
          detail: { cycle: 'Closing' },
          links: [['CS-06', 'for', 'The four lines make sure that nothing is left open when the call ends.']],
        },
        day,
      )
    }),
    on(30, '17:05', (tx, day) =>
      note(
        tx,
        company,
        me,
        {
          of: me,
          kind: 'reflection',
          title: 'Speaking at the allotment society',
          text: 'I read my notes word for word at the allotment society and lost the room after two minutes.',
          happenedOn: workingDay(today, 31),
          private: true,
          detail: {
            learnt: 'Nobody minds a pause. Everybody minds being read to.',
            next: 'Four words on a card, and look up.',
          },
        },
        day,
      ),
    ),
    on(12, '10:35', (tx, day) =>
      note(
        tx,
        company,
        me,
        {
          of: me,
          kind: 'compliment',
          title: '“I did not have to ring again”',
          text: 'A customer rang our switchboard to say that her move was settled in one call for the first time in three moves.',
          happenedOn: workingDay(today, 13),
          detail: {
            giver: 'A customer, through the switchboard',
            quote: 'Three moves, and the first time that I did not have to ring again.',
            cycle: 'Closing',
          },
          links: [['CS-06', 'for', 'The move was settled in one call, and the customer said so unasked.']],
        },
        day,
      ),
    ),
    on(1, '15:40', (tx, day) =>
      note(
        tx,
        company,
        me,
        {
          of: me,
          kind: null,
          text: 'A caller could not hear me well. I offered the chat and stayed with her until',
          happenedOn: null,
          draft: true,
        },
        day,
      ),
    ),
  ]
}

const CARD = `Before I close
1  What have we agreed? The customer says it in their own words.
2  What happens next, and on which day?
3  It is in the diary, not in my head.
4  Is there anything else?
`
