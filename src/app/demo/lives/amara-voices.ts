import { type Company, keep, type Moment, workingDay } from '../moments.ts'
import { answeredByLink, askedByLink } from './asking.ts'

/** What people outside saw of Amara's work: a witness, a customer and an expert answered by a link, one has not yet. */
export function amaraVoices(company: Company): Moment[] {
  const { on, who, today, skill } = company
  const [me, ben] = [who('Amara Okafor'), who('Ben Hughes')]
  const [fitter, chat, expert] = [keep<string>(), keep<string>(), keep<string>()]
  const visit = workingDay(today, 51)
  const call = workingDay(today, 38)
  const heard = workingDay(today, 25)
  return [
    on(46, '12:20', async (tx, day) =>
      fitter.put(
        await askedByLink(
          tx,
          company,
          me,
          {
            of: me,
            kind: 'witness',
            name: 'Marek Nowak',
            relationship: 'Fits meters for our contractor',
            about: 'The meter visit that was moved twice',
            happenedOn: visit,
            purpose: 'For my development record: what happens to a customer after my call ends.',
            codes: ['CS-06', 'CS-13'],
          },
          day,
        ),
      ),
    ),
    on(43, '18:35', (tx, day) =>
      answeredByLink(
        tx,
        fitter.get(),
        {
          as: 'witness',
          name: 'Marek Nowak',
          work: 'Meter fitter, Fenland Metering',
          relationship: 'I was at the customer’s door while Amara was on the telephone',
          contact: 'm.nowak@fenlandmetering.example',
          sawOn: visit,
          done: 'The tenant had taken two mornings off and I could not get to the meter. Amara stayed on the line, asked me what I needed, rang the landlord for the key, and rang the tenant back before I had packed up.',
          said: '“I am not putting the telephone down until you know when.”',
          lines: [
            { competencyId: skill('CS-06'), shows: 'for', words: 'Nobody had to ring anybody again.' },
            {
              competencyId: skill('CS-13'),
              shows: 'for',
              words: 'She thought of the landlord, who was in none of our notes.',
            },
          ],
          declared: true,
          signature: 'Marek Nowak',
          expert: null,
        },
        day,
      ),
    ),
    on(37, '12:10', async (tx, day) =>
      chat.put(
        await askedByLink(
          tx,
          company,
          me,
          {
            of: me,
            kind: 'customer',
            name: 'A customer who could not hear me well',
            relationship: '',
            about: 'The call that went on in the chat',
            happenedOn: call,
            purpose: 'To learn whether it helped to go on in writing.',
            codes: ['CS-16', 'CS-09'],
          },
          day,
        ),
      ),
    ),
    on(34, '19:50', (tx, day) =>
      answeredByLink(
        tx,
        chat.get(),
        {
          as: 'customer',
          words:
            'I hear badly on the telephone and most people just talk louder. She asked how I would like to go on, and waited in the chat until I had found it. It is written down now, so I need not ask again.',
          well: 'yes',
          sawOn: call,
          firstName: 'Rosa',
        },
        day,
      ),
    ),
    on(23, '09:15', async (tx, day) =>
      expert.put(
        await askedByLink(
          tx,
          company,
          ben,
          {
            of: me,
            kind: 'expert witness',
            name: 'Hilary Stone',
            relationship: 'Trains complaint handlers at a neighbouring firm',
            about: 'Two recorded complaint calls, heard with Ben',
            happenedOn: heard,
            purpose: 'An outside view of how Amara handles complaints, before her review.',
            codes: ['CS-07'],
          },
          day,
        ),
      ),
    ),
    on(20, '13:05', (tx, day) =>
      answeredByLink(
        tx,
        expert.get(),
        {
          as: 'expert witness',
          name: 'Hilary Stone',
          work: 'Complaints trainer, Ouse Valley Water',
          relationship: 'None before these two calls',
          contact: 'hilary.stone@ousevalley.example',
          sawOn: heard,
          done: 'In both calls she heard the customer out and said what she had understood before she said anything else. She apologised for what had gone wrong and not for how the customer felt. In the second call she promised an answer “soon” where a day was possible.',
          said: '“That should not have happened, and I am sorry that it did.”',
          lines: [
            {
              competencyId: skill('CS-07'),
              shows: 'for',
              words: 'Three of four steps are sound in both calls. The last one, in one of them, had no day.',
            },
          ],
          declared: true,
          signature: 'Hilary Stone',
          expert: {
            competence: 'Fourteen years in complaints, eight of them training others.',
            assessing: 'evaluates',
            assessingWords: 'I assess the calls of twelve complaint handlers each quarter.',
            conflict: 'none',
            conflictWords: '',
          },
        },
        day,
      ),
    ),
    on(5, '16:10', (tx, day) =>
      askedByLink(
        tx,
        company,
        me,
        {
          of: me,
          kind: 'witness',
          name: 'Petra Lang',
          relationship: 'Works in our billing clinic',
          about: 'The hour I spent in the billing clinic',
          happenedOn: workingDay(today, 21),
          purpose: 'For my development record: whether I can explain an estimate so that it is understood.',
          codes: ['CS-04'],
        },
        day,
      ),
    ),
  ]
}
