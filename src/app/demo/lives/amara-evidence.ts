import { addMonths } from '../../../kernel/day.ts'
import { type Company, type Moment, workingDay } from '../moments.ts'
import type { Records } from './amara-desk.ts'
import { note } from './telling.ts'

/** What others and Amara kept about her work before her plan was agreed. */
export function amaraEvidence(company: Company, records: Records): Moment[] {
  const { on, who, today } = company
  const [me, ben] = [who('Amara Okafor'), who('Ben Hughes')]
  return [
    on(206, '11:15', async (tx, day) =>
      records.certificate.put(
        await note(
          tx,
          company,
          me,
          {
            of: me,
            kind: 'certificate',
            title: 'Data protection in customer contacts',
            text: 'I finished the e-learning module on data protection and took its test: 18 of 20. Larkfield asks for it each year.',
            happenedOn: workingDay(today, 344),
            expiresOn: addMonths(workingDay(today, 344), 12),
            detail: {
              awarder: 'Larkfield Energy, on the learning platform',
              place: 'Learning platform, my record, open to Dana Price',
            },
            links: [
              ['CS-08', 'for', 'I learnt what counts as personal data and what to check before I share any.'],
            ],
          },
          day,
        ),
      ),
    ),
    on(184, '15:20', (tx, day) =>
      note(
        tx,
        company,
        me,
        {
          of: me,
          kind: 'work product',
          title: 'Knowledge check on tariffs, 24 of 25',
          text: 'The last knowledge check on tariffs that I took: 24 of 25. The one I missed was the exit fee on a fixed tariff.',
          happenedOn: workingDay(today, 425),
          detail: { place: 'Learning platform, my record, open to Dana Price', cycle: 'Solving' },
          links: [['CS-04', 'for', 'It checked the tariffs that I explain every day.']],
        },
        day,
      ),
    ),
    on(173, '15:10', async (tx, day) =>
      records.notes.put(
        await note(
          tx,
          company,
          who('Priya Nair'),
          {
            of: me,
            kind: 'observation',
            title: 'Six case notes, read as the next to call',
            text: 'I took over six of Amara’s cases while she was away. What she had said was right, and in four of the six I had to ring the customer to find out what was agreed.',
            happenedOn: day,
            detail: {
              observer: 'Priya Nair, senior adviser',
              done: 'Notes of one or two lines, typed after the call.',
              said: '“Customer rang re bill, explained.”',
              cycle: 'Solving',
            },
            links: [['CS-03', 'against', 'A colleague could not go on from the note without asking again.']],
          },
          day,
        ),
      ),
    ),
    on(150, '10:05', (tx, day) =>
      note(
        tx,
        company,
        me,
        {
          of: me,
          kind: 'compliment',
          title: '“The first who told me what would happen next”',
          text: 'A customer who was moving home rang a second time to thank me for sorting out two final bills.',
          happenedOn: workingDay(today, 151),
          detail: {
            giver: 'A customer, through the switchboard',
            quote:
              'She let me finish, asked me two things, and then told me what would happen next. She is the first who did.',
            cycle: 'Finding out',
          },
          links: [['CS-01', 'for', 'I let the customer finish, and two questions were enough.']],
        },
        day,
      ),
    ),
    on(94, '12:45', async (tx, day) =>
      records.calm.put(
        await note(
          tx,
          company,
          me,
          {
            of: me,
            kind: 'compliment',
            title: '“She stayed calm and rang me back”',
            text: 'A customer with a bill three times the usual wrote to say thank you. I had rung back with the meter reading on the day I named.',
            happenedOn: workingDay(today, 96),
            detail: {
              giver: 'A customer, by e-mail',
              quote: 'I was rude and she stayed calm. And she rang me back when she said.',
              cycle: 'Following up',
            },
            links: [
              [
                'CS-07',
                'for',
                'I heard the complaint out, apologised for the wait and kept the day I had named.',
              ],
            ],
          },
          day,
        ),
      ),
    ),
    on(81, '10:20', async (tx, day) =>
      records.complaint.put(
        await note(
          tx,
          company,
          ben,
          {
            of: me,
            kind: 'complaint',
            title: 'The promised call back was not made',
            text: 'A customer whose bill had doubled was promised a call back within two days. Nobody rang. She rang again five days later and complained.',
            happenedOn: workingDay(today, 83),
            detail: {
              heard:
                'The bill doubled, she was promised a call, and had to ring again and explain it all from the start.',
              task: 'To say why the bill was right, and to win back somebody whom we had let down twice.',
              empathised: 'Amara said that she would have been cross as well, and did not argue.',
              apologised: 'For the call that was not made. The estimate itself was right.',
              action:
                'Amara explained the estimate, took a reading and sent the corrected bill the same day.',
              outcome: 'Upheld. The customer accepted the new bill and £20 for her trouble.',
              cycle: 'Following up',
            },
            links: [
              [
                'CS-07',
                'against',
                'The explanation was right and the promise was not kept, so the complaint came back.',
              ],
            ],
          },
          day,
        ),
      ),
    ),
    on(74, '14:15', async (tx, day) =>
      records.observed.put(
        await note(
          tx,
          company,
          ben,
          {
            of: me,
            kind: 'observation',
            title: 'Three calls, side by side',
            text: 'I sat with Amara for three calls: a complaint, a move and a bill. She hears people out better than anybody in the team. She closes without saying what happens next.',
            happenedOn: day,
            detail: {
              observer: 'Ben Hughes, team leader',
              done: 'Let each customer finish. Asked open questions, then one closed one to check. Noted the promise of a call in the free text of the case, not in the diary.',
              said: '“Let me tell you what I have understood.” In two of three calls she ended with “I will look into it”, without a day.',
              setting: 'Beside her at her desk, three calls in one afternoon',
              moment:
                'In the second call, when she said back what she had understood: the customer’s voice dropped, and from then on he answered what she asked.',
              cycle: 'Finding out',
            },
            links: [
              ['CS-07', 'for', 'She heard the customer out and empathised in all three calls.'],
              ['CS-01', 'for', 'Open questions first, and she checked what she had understood.'],
              [
                'CS-06',
                'against',
                'Two of three calls ended without a next step or a day, so the customer has to ring again.',
              ],
            ],
          },
          day,
        ),
      ),
    ),
  ]
}
