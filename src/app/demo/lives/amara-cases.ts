import type { Actor } from '../../../kernel/actor.ts'
import { addMonths } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'
import { exempt, seenOf, seenText, sheetText } from '../../evidence/evidence.ts'
import { listCompetencies } from '../../frameworks/frameworks.ts'
import { type Company, keep, type Moment, must, workingDay, workingDayAhead } from '../moments.ts'
import type { Records } from './amara-desk.ts'
import { judged } from './asking.ts'
import { note } from './telling.ts'

type Says = Parameters<typeof judged>[3]['says']

/** What Ben and Chidi checked, talked through and judged; what ends, and what the law asks for. */
export function amaraCases(company: Company, records: Records): Moment[] {
  const { on, who, today } = company
  const [me, ben, chidi] = [who('Amara Okafor'), who('Ben Hughes'), who('Chidi Eze')]
  const { personId } = me
  const seen = keep<Id>()
  const firstAid = workingDay(today, 376)
  const judges =
    (by: Actor, item: Records['calm'], code: string, says: Says): Moment['run'] =>
    (tx, day) =>
      judged(tx, company, by, { of: me, evidenceId: item.get(), code, says }, day)
  return [
    on(190, '16:15', (tx, day) =>
      note(
        tx,
        company,
        me,
        {
          of: me,
          kind: 'certificate',
          title: 'Emergency first aid at work',
          text: 'A day’s course with a test at its end. I was one of the two first aiders of our floor until it ran out.',
          happenedOn: firstAid,
          expiresOn: addMonths(firstAid, 12),
          detail: { awarder: 'Larkfield Energy, with its training provider' },
          links: [['CS-17', 'for', 'I learnt what to do first when somebody is hurt, and whom to call.']],
        },
        day,
      ),
    ),
    on(47, '15:25', (tx, day) =>
      note(
        tx,
        company,
        ben,
        {
          of: me,
          kind: 'audit',
          title: 'Call quality sheet, four calls',
          text: 'Four calls of one week, drawn by the telephone system and not by me. The greeting and the check of identity are steady; the note lacks the next step in two of four.',
          happenedOn: workingDay(today, 49),
          detail: {
            sheet: 'Call quality sheet, version 4',
            looked: '4',
            lines: sheetText([
              {
                item: 'Greeting, and who is calling',
                got: '8',
                of: '8',
                comment: 'Warm, and without the script',
              },
              { item: 'Identity checked before anything is said', got: '8', of: '8', comment: '' },
              { item: 'Need found before an answer is given', got: '7', of: '8', comment: '' },
              { item: 'Answer right', got: '8', of: '8', comment: '' },
              {
                item: 'Next step in the note',
                got: '4',
                of: '8',
                comment: 'Missing in two of the four',
              },
              { item: 'Payment taken by the rules', got: '', of: '', comment: 'No payment in these calls' },
            ]),
            cycle: 'Welcome',
          },
          links: [
            ['CS-08', 'for', 'Identity was checked in all four, before anything was said about the account.'],
            ['CS-03', 'against', 'Two of four notes leave out what happens next.'],
          ],
        },
        day,
      ),
    ),
    on(24, '11:10', async (tx, day) => {
      const competencies = await listCompetencies(tx)
      const anchored = (code: string, level: number, words: string) =>
        competencies.flatMap((competency) => (competency.code === code ? [{ competency, level, words }] : []))
      seen.put(
        await note(
          tx,
          company,
          ben,
          {
            of: me,
            kind: 'observation',
            title: 'Three billing calls with the card',
            text: 'Three billing calls in an afternoon. The card was used in all three, and each customer said back what happens next.',
            happenedOn: day,
            detail: {
              observer: 'Ben Hughes, team leader',
              setting: 'Listening in from the next desk, three calls of the billing queue',
              done: 'Asked the customer to say back the next step, named the day, and put it into the diary while the customer was on the line.',
              said: '“Before we finish: what have we agreed?”',
              seen: seenText(
                seenOf([
                  ...anchored('CS-06', 4, '“Before we finish: what have we agreed?”, in all three'),
                  ...anchored('CS-01', 4, '“You said twice that the date worries you. Why that date?”'),
                ]),
              ),
              moment:
                'In the third call, when the customer said back a wrong month. Amara thanked him for it, put it right, and he laughed: he had rung three times before.',
              cycle: 'Closing',
            },
            links: [
              [
                'CS-06',
                'for',
                'All three calls closed with a next step, a day, and the customer’s own words for it.',
              ],
              ['CS-13', 'for', 'She saw what would come after the call, and settled it while he was there.'],
            ],
          },
          day,
        ),
      )
    }),
    on(21, '10:10', (tx, day) =>
      note(
        tx,
        company,
        chidi,
        {
          of: me,
          kind: 'professional discussion',
          title: 'What a customer’s own data may be used for',
          text: 'Forty minutes on two cases of Amara’s: a son who rang for his mother, and a letter that went to the old address. She led, with her notes open.',
          happenedOn: day,
          detail: {
            areas:
              'Agreed a week before: who may speak for a customer, what to do when data went astray, and how she notices that somebody needs more care.',
            discussed:
              'Asked what she would have done had the son known every answer, she said that knowing the answers is not consent, and named the two ways to record it. Asked when a mistake is reported, she said the same day and to whom. On noticing a customer who struggles she gave one example, from a call that nobody else heard.',
            heldBy: 'Chidi Eze, assessor',
            recording: 'Recording kept with Chidi Eze, minutes 4 to 38',
            cycle: 'Finding out',
          },
          links: [
            [
              'CS-08',
              'for',
              'She explained whose consent counts and what is reported when, and why, without prompting.',
            ],
          ],
        },
        day,
      ),
    ),
    on(
      20,
      '14:00',
      judges(chidi, records.observed, 'CS-01', [
        ['valid', 'shown', 'What Ben wrote down is listening and asking, and nothing else.'],
        ['authentic', 'shown', 'Ben was there, and told me the same when I asked him.'],
        ['current', 'shown', 'She does the same work now as on that day.'],
        ['sufficient', 'not yet', 'One afternoon. I should like a second one, with a customer who is angry.'],
        ['reliable', 'shown', 'Three calls of three kinds, and the same in each.'],
      ]),
    ),
    on(
      20,
      '14:15',
      judges(chidi, records.certificate, 'CS-08', [
        ['valid', 'not yet', 'A test shows what she knew that day, and not what she does on a call.'],
        ['authentic', 'shown', 'Dana opened the record on the learning platform for me.'],
        ['current', 'shown', 'Until it runs out next month. Then it needs the new test.'],
      ]),
    ),
    on(
      19,
      '14:30',
      judges(chidi, records.calm, 'CS-07', [
        ['valid', 'shown', 'The customer names three of the four steps unasked.'],
        ['reliable', 'not yet', 'One letter, which Amara chose. The complaints log says something else.'],
      ]),
    ),
    on(
      18,
      '09:50',
      judges(ben, records.calm, 'CS-07', [
        ['valid', 'shown', 'It is about a complaint, and about what she did in it.'],
        ['reliable', 'shown', 'I know of two more like it which nobody wrote down.'],
      ]),
    ),
    on(10, '15:40', async (tx, day) =>
      must(
        await exempt(
          tx,
          ben,
          {
            personId,
            competencyId: company.skill('CS-17'),
            reason:
              'Amara is no longer a first aider, works at shared desks that facilities checks, and meets no customer in person. We look at it again before she works at home.',
            until: workingDayAhead(today, 120),
          },
          day,
        ),
      ),
    ),
  ]
}
