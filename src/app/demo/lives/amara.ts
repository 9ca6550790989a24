import { addDays, type Day, weekStart } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'
import type { OrgTx } from '../../../shell/db.ts'
import { keepFigure } from '../../evidence/evidence.ts'
import { countInTally, startTally } from '../../measures/measures.ts'
import { sayAspiration } from '../../plans/plans.ts'
import { keepAsEvidence, saveReflection } from '../../reflections/reflections.ts'
import type { House } from '../../visit.ts'
import { type Company, keep, type Moment, must, workingDay } from '../moments.ts'
import { amaraPlan, type Records } from './amara-plan.ts'
import { CARD_ACCOUNT, SILENCE_ACCOUNT } from './amara-words.ts'
import { assess, note, type Said, settle } from './telling.ts'

/** Complaints of hers that came back, a week at a time, oldest first: of six closed each week. */
const CAME_BACK = [1, 2, 1, 0, 2, 1, 1, 2, 0, 1, 2, 1, 1, 0, 2, 1, 1, 2, 2, 3, 2, 2, 3, 2, 2]

/** Amara Okafor: a blind spot, a hidden strength, and one change that shows. */
export function amara(house: House, company: Company): Moment[] {
  const { on, who, today } = company
  const [me, ben] = [who('Amara Okafor'), who('Ben Hughes')]
  const { personId } = me
  const records: Records = {
    reopened: keep<Id>(),
    complaint: keep<Id>(),
    card: keep<Id>(),
    silence: keep<Id>(),
    notes: keep<Id>(),
    observed: keep<Id>(),
    often: keep<Id>(),
    reopening: keep<Id>(),
  }
  const [certificate, calm] = [keep<Id>(), keep<Id>()]

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
    on(208, '09:40', (tx, day) =>
      sayAspiration(
        tx,
        me,
        { personId, words: 'Team leader within two years, by way of senior adviser.' },
        day,
      ),
    ),
    on(206, '11:15', async (tx, day) =>
      certificate.put(
        await note(
          tx,
          company,
          me,
          {
            of: me,
            kind: 'work product',
            title: 'Certificate, data protection in customer contacts',
            text: 'I finished the e-learning module on data protection and took its test: 18 of 20.',
            happenedOn: workingDay(today, 260),
            detail: { place: 'Learning platform, my record, open to Dana Price' },
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
            },
            links: [['CS-03', 'against', 'A colleague could not go on from the note without asking again.']],
          },
          day,
        ),
      ),
    ),
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
    on(149, '16:10', async (tx, day) =>
      records.silence.put(must(await saveReflection(tx, me, { ...SILENCE_ACCOUNT, personId, saidOn: day }))),
    ),
    on(148, '09:30', async (tx, day) =>
      keepAsEvidence(
        tx,
        me,
        {
          personId,
          reflectionId: records.silence.get(),
          competencyId: company.skill('CS-09'),
          reason: 'I saw what my silence does to somebody who is waiting.',
          bearing: 'for',
        },
        day,
      ),
    ),
    on(94, '12:45', async (tx, day) =>
      calm.put(
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
    on(80, '16:30', countFrom(25, 12)),
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
              cycle: 'Closing',
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
    on(69, '10:00', (tx, day) =>
      assess(
        tx,
        company,
        {
          by: me,
          of: me,
          ratings: ratings({
            certificate: certificate.get(),
            observed: records.observed.get(),
            calm: calm.get(),
          }),
        },
        day,
      ),
    ),
    on(68, '13:30', (tx, day) => assess(tx, company, { by: ben, of: me, ratings: ratings() }, day)),
    on(66, '10:30', (tx, day) => settle(tx, company, { leader: ben, of: me, ratings: ratings() }, day)),
    on(58, '16:00', async (tx, day) =>
      records.card.put(must(await saveReflection(tx, me, { ...CARD_ACCOUNT, personId, saidOn: day }))),
    ),
    on(40, '11:50', (tx, day) =>
      note(
        tx,
        company,
        who('Ellie Marsh'),
        {
          of: me,
          kind: 'compliment',
          title: 'Ellie on her second session',
          text: 'Amara sat beside me for an hour and did not take the headset once. She asked what I would try, and I tried it on the next call.',
          happenedOn: day,
          detail: {
            giver: 'Ellie Marsh, adviser',
            quote: 'You asked me what I would try, and then you let me.',
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
          file: { name: 'check-back-card.txt', hash, size: bytes.length, type: 'text/plain' },
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
    on(24, '11:10', (tx, day) =>
      note(
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
            done: 'Asked the customer to say back the next step, named the day, and put it into the diary while the customer was on the line.',
            said: '“Before we finish: what have we agreed?”',
            cycle: 'Closing',
          },
          links: [
            [
              'CS-06',
              'for',
              'All three calls closed with a next step, a day, and the customer’s own words for it.',
            ],
          ],
        },
        day,
      ),
    ),
    on(18, '16:20', countFrom(11, 4)),
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
    ...amaraPlan(company, records),
  ]
}

const CARD = `Before I close
1  What have we agreed? The customer says it in their own words.
2  What happens next, and on which day?
3  It is in the diary, not in my head.
4  Is there anything else?
`

/** What each pass said. The examples stand only in the passes, which are blind to each other at first. */
function ratings(cited?: { certificate: Id; observed: Id; calm: Id }): Record<string, Said> {
  const said = (
    self: Said['self'],
    leader: Said['leader'],
    agreed: Said['agreed'],
    when: string,
    customer: string,
    did: string,
    followed: string,
    more: Partial<Said> = {},
  ): Said => ({
    self,
    leader,
    agreed,
    example: { when, who: customer, did, followed },
    ...more,
  })
  return {
    'CS-01': said(
      3,
      4,
      4,
      'In the spring',
      'A customer who was moving home',
      'Let him finish, then asked which of the two bills worried him.',
      'It was the smaller one. We settled it in four minutes.',
      {
        seen: {
          when: 'The three calls I sat in on',
          who: 'A complaint, a move and a bill',
          did: 'Open questions, then one to check.',
          followed: 'Nobody had to say anything twice.',
        },
        note: 'Amara rates herself low here. Use it as evidence for senior adviser.',
      },
    ),
    'CS-03': said(
      3,
      3,
      3,
      'Last quarter',
      'A customer who asked for it in writing',
      'Wrote three short paragraphs with the sum, the reason and the date.',
      'He answered “clear, thank you”.',
    ),
    'CS-04': said(
      3,
      3,
      3,
      'Last month',
      'A customer on a fixed tariff',
      'Looked up the exit fee while she waited and told her both sums.',
      'She stayed, and said why.',
    ),
    'CS-05': said(
      4,
      4,
      4,
      'Most weeks',
      'Customers with open cases',
      'Close my list before I go home and hand over what I cannot close.',
      'Cases of mine seldom wait for me.',
      {
        seen: {
          when: 'The week of the system failure',
          who: 'The whole team',
          did: 'Sorted the open cases by promise and rang the four that were due.',
          followed: 'None of the four complained.',
        },
      },
    ),
    'CS-06': said(
      3,
      3,
      3,
      'A call in the summer',
      'A customer with an estimated bill',
      'Explained the estimate and closed the call.',
      'She rang again two days later: she had not known what to do next.',
      cited ? { cites: [cited.observed] } : {},
    ),
    'CS-07': said(
      4,
      3,
      3,
      'In the summer',
      'A customer with a bill three times the usual',
      'Heard her out, apologised, and rang back with the reading on the day I had named.',
      'She wrote to say thank you.',
      {
        ...(cited && { cites: [cited.calm] }),
        seen: {
          when: 'The complaint of the doubled bill',
          who: 'A customer who had been promised a call',
          did: 'Heard her out and explained well, and did not ring back.',
          followed: 'She rang again and complained. It was upheld.',
        },
        note: 'All four steps of HEAT in an everyday case. The last one, keeping the promise, does not hold yet in a hard one.',
      },
    ),
    'CS-08': {
      self: 4,
      leader: 4,
      agreed: null,
      ...(cited && { cites: [cited.certificate] }),
      note: 'Neither of us has seen it on a call. We agree a level after an observation.',
    },
    'CS-09': said(
      3,
      3,
      3,
      'In the spring',
      'A widower closing an account',
      'Slowed down, used his wife’s name, and did not put him on hold.',
      'He thanked me for not hurrying him.',
    ),
    'CS-13': said(
      3,
      3,
      3,
      'In the summer',
      'A customer after three transfers',
      'Told her what I could see of the three calls before, so that she need not.',
      'She said that it was the first time.',
    ),
    'CS-16': said(
      3,
      3,
      3,
      'Last month',
      'A customer who was hard of hearing',
      'Asked how she would like to go on, and moved to chat.',
      'It is on her account, so that nobody has to ask again.',
    ),
    'CS-17': said(
      3,
      3,
      3,
      'This year',
      'Myself, working two days at home',
      'Set up my desk by the checklist and reported the loose cable here.',
      'It was mended the same day.',
    ),
    'CS-02': said(
      2,
      3,
      3,
      'With Ellie, since she began',
      'Ellie Marsh, who is new',
      'Sat with her, named one thing I saw and asked what she would try.',
      'She tried it on the next call.',
      {
        seen: {
          when: 'Her first session with Ellie',
          who: 'Ellie Marsh',
          did: 'Asked and waited, and wrote down what they agreed.',
          followed: 'Ellie asked for a second session.',
        },
      },
    ),
  }
}
