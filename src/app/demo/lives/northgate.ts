import { plainDay } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'
import { makeNeed } from '../../assessments/assessments.ts'
import { listPriorities, propose } from '../../plans/plans.ts'
import { leaveOutAccount, sayNoChanges } from '../../reviews/reviews.ts'
import { type Company, keep, type Moment, must, workingDay, workingDayAhead } from '../moments.ts'
import { agreed, assess, done, draft, note, place, review, type Said, settle, sign } from './telling.ts'

import { USUAL } from './usual.ts'
/** Yusuf Demir: a plan that nobody has looked at, while the figure slipped. */
export function yusuf(company: Company): Moment[] {
  const { on, who, today, skill } = company
  const [me, ben] = [who('Yusuf Demir'), who('Ben Hughes')]
  const { personId } = me
  const [need, letters, reviewId] = [keep<Id>(), keep<Id>(), keep<Id>()]
  const ratings: Record<string, Said> = {
    ...USUAL,
    'CS-03': { self: 2, leader: 1, agreed: 1, note: 'Customers ring to ask what a letter meant.' },
  }
  return [
    on(195, '10:00', (tx, day) => assess(tx, company, { by: me, of: me, ratings }, day)),
    on(193, '14:20', (tx, day) => assess(tx, company, { by: ben, of: me, ratings }, day)),
    on(191, '11:30', (tx, day) => settle(tx, company, { leader: ben, of: me, ratings }, day)),
    on(188, '10:30', async (tx, day) =>
      need.put(
        must(
          await makeNeed(
            tx,
            me,
            {
              personId,
              competencyId: skill('CS-03'),
              kind: 'professional',
              why: 'My letters answer the question and leave the customer to find the answer in them.',
              evidenceIds: [],
            },
            day,
          ),
        ),
      ),
    ),
    on(187, '12:00', async (tx, day) =>
      letters.put(
        await draft(
          tx,
          me,
          {
            title: 'Letters that need no second call',
            text: `Rewrite the ten letters I send most, answer first, and have Ines Duarte check each, by ${plainDay(workingDay(today, 90))}.`,
            why: 'My role needs level 3 in written communication.',
            needId: need.get(),
            unit: 'count',
            baseline: 0,
            target: 10,
            due: workingDay(today, 90),
            priorityId:
              (await listPriorities(tx)).find((one) => one.title === 'Settled in one call')?.priorityId ??
              null,
            resources: 'An hour a week, and Ines Duarte to check.',
            success: 'Ten letters in use, each checked.',
            actions: [
              { what: 'List the ten letters', owner: 'Yusuf Demir', by: workingDay(today, 170) },
              { what: 'Rewrite the first five', owner: 'Yusuf Demir', by: workingDay(today, 130) },
            ],
          },
          day,
        ),
      ),
    ),
    on(185, '15:00', (tx, day) => agreed(tx, me, ben, [letters.get()], day, 'The list says what it is.')),
    on(168, '16:30', done(me, letters.get, 'List the ten')),
    on(122, '11:00', async (tx, day) => {
      const id = reviewId.put(await review(tx, ben, me, day))
      await place(tx, me, me, id, { objectiveId: letters.get(), where: 'behind the plan', impact: '' }, day)
      must(await sayNoChanges(tx, me, { personId, reviewId: id, nothing: true }))
      must(await leaveOutAccount(tx, me, { personId, reviewId: id, reason: 'There was no time for one.' }))
      await sign(tx, me, me, id, null, day)
    }),
    on(122, '11:20', (tx, day) => sign(tx, ben, me, reviewId.get(), workingDay(today, 66), day)),
  ]
}

/** Ellie Marsh: on probation, her first objective waits for an answer. */
export function ellie(company: Company): Moment[] {
  const { on, who, today, skill } = company
  const [me, ben] = [who('Ellie Marsh'), who('Ben Hughes')]
  const { personId } = me
  const [need, quiz] = [keep<Id>(), keep<Id>()]
  const ratings: Record<string, Said> = {
    ...USUAL,
    'CS-06': { self: 3, leader: 3, agreed: 3 },
    'CS-04': { self: 2, leader: 2, agreed: 2 },
  }
  return [
    on(44, '10:00', (tx, day) => assess(tx, company, { by: me, of: me, ratings }, day)),
    on(42, '14:20', (tx, day) => assess(tx, company, { by: ben, of: me, ratings }, day)),
    on(41, '09:30', (tx, day) => settle(tx, company, { leader: ben, of: me, ratings }, day)),
    on(35, '14:45', (tx, day) =>
      note(
        tx,
        company,
        who('Amara Okafor'),
        {
          of: me,
          kind: 'observation',
          title: 'Closing a call, second session',
          text: 'Ellie asked a customer to say back what happens next. The customer had the wrong month, and they put it right together.',
          happenedOn: workingDay(today, 36),
          detail: {
            observer: 'Amara Okafor, adviser',
            done: 'Asked for the next step in the customer’s words, and waited.',
            said: '“Just so that I know I was clear: what happens now?”',
          },
          links: [['CS-06', 'for', 'The mistake was found before the call ended, and not a week later.']],
        },
        day,
      ),
    ),
    on(7, '10:30', async (tx, day) =>
      need.put(
        must(
          await makeNeed(
            tx,
            me,
            {
              personId,
              competencyId: skill('CS-04'),
              kind: 'professional',
              why: 'I still look up every tariff rule, and customers wait.',
              evidenceIds: [],
            },
            day,
          ),
        ),
      ),
    ),
    on(5, '12:00', async (tx, day) =>
      quiz.put(
        await draft(
          tx,
          me,
          {
            title: 'Know the eight tariffs',
            text: `Answer 22 of 25 questions in the tariff knowledge check without looking anything up, by ${plainDay(workingDayAhead(today, 33))}.`,
            why: 'My role needs level 3 in product knowledge, and my probation ends soon.',
            needId: need.get(),
            unit: 'count',
            baseline: 14,
            target: 22,
            due: workingDayAhead(today, 33),
            priorityId:
              (await listPriorities(tx)).find((one) => one.title === 'Settled in one call')?.priorityId ??
              null,
            resources: 'The tariff cards, and half an hour with Sofia Rossi each week.',
            success: '22 of 25 in the knowledge check.',
            actions: [
              { what: 'Learn two tariffs each week', owner: 'Ellie Marsh', by: workingDayAhead(today, 26) },
            ],
          },
          day,
        ),
      ),
    ),
    on(4, '12:20', (tx, day) =>
      propose(tx, me, { personId, objectiveId: quiz.get(), words: 'Is 22 enough?' }, day),
    ),
  ]
}

/** Sofia Rossi: an ordinary year. */
export function sofia(company: Company): Moment[] {
  const { on, who, today, skill } = company
  const [me, ben] = [who('Sofia Rossi'), who('Ben Hughes')]
  const { personId } = me
  const [need, tariffs, reviewId] = [keep<Id>(), keep<Id>(), keep<Id>()]
  const ratings: Record<string, Said> = { ...USUAL, 'CS-04': { self: 2, leader: 2, agreed: 2 } }
  return [
    on(110, '10:00', (tx, day) => assess(tx, company, { by: me, of: me, ratings }, day)),
    on(109, '14:20', (tx, day) => assess(tx, company, { by: ben, of: me, ratings }, day)),
    on(107, '11:30', (tx, day) => settle(tx, company, { leader: ben, of: me, ratings }, day)),
    on(103, '10:30', async (tx, day) =>
      need.put(
        must(
          await makeNeed(
            tx,
            me,
            {
              personId,
              competencyId: skill('CS-04'),
              kind: 'professional',
              why: 'I fetch help for every question on business tariffs.',
              evidenceIds: [],
            },
            day,
          ),
        ),
      ),
    ),
    on(102, '12:00', async (tx, day) =>
      tariffs.put(
        await draft(
          tx,
          me,
          {
            title: 'Answer business tariffs myself',
            text: `Answer questions on business tariffs in twenty calls without fetching help, and have Priya Nair check five of them, by ${plainDay(workingDayAhead(today, 19))}.`,
            why: 'My role needs level 3 in product knowledge.',
            needId: need.get(),
            unit: 'count',
            baseline: 0,
            target: 20,
            due: workingDayAhead(today, 19),
            priorityId:
              (await listPriorities(tx)).find((one) => one.title === 'Settled in one call')?.priorityId ??
              null,
            resources: 'Priya Nair for an hour each month.',
            success: 'Twenty calls, five of them checked and found right.',
            actions: [
              { what: 'Read the business tariff cards', owner: 'Sofia Rossi', by: workingDay(today, 80) },
              {
                what: 'Take the knowledge check on tariff changes',
                owner: 'Sofia Rossi',
                by: workingDay(today, 1),
              },
            ],
          },
          day,
        ),
      ),
    ),
    on(100, '15:00', (tx, day) =>
      agreed(tx, me, ben, [tariffs.get()], day, 'Twenty calls are plain enough.'),
    ),
    on(79, '16:30', done(me, tariffs.get, 'Read the business')),
    on(47, '11:00', async (tx, day) => {
      const id = reviewId.put(await review(tx, ben, me, day))
      await place(
        tx,
        me,
        me,
        id,
        {
          objectiveId: tariffs.get(),
          where: 'going to plan',
          impact: 'Nine calls without help. Small businesses get their answer while they wait.',
        },
        day,
      )
      must(await sayNoChanges(tx, me, { personId, reviewId: id, nothing: true }))
      must(
        await leaveOutAccount(tx, me, {
          personId,
          reviewId: id,
          reason: 'Next time, about the calls that Priya checks.',
        }),
      )
      await sign(tx, me, me, id, null, day)
    }),
    on(47, '11:25', (tx, day) => sign(tx, ben, me, reviewId.get(), workingDayAhead(today, 9), day)),
    on(26, '13:30', (tx, day) =>
      note(
        tx,
        company,
        me,
        {
          of: me,
          kind: 'compliment',
          title: '“She knew the answer”',
          text: 'The owner of a small bakery wrote that she got an answer about her business tariff at once.',
          happenedOn: workingDay(today, 27),
          detail: { giver: 'A customer, by e-mail', quote: 'No hold music. She knew the answer.' },
          links: [['CS-04', 'for', 'A question on a business tariff, answered without fetching help.']],
        },
        day,
      ),
    ),
  ]
}

/** Kofi Mensah: too little evidence, said aloud. */
export function kofi(company: Company): Moment[] {
  const { on, who, today } = company
  const me = who('Kofi Mensah')
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
  ]
}
