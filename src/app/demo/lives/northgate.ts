import { addDays, plainDay, weekStart } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'
import { makeNeed } from '../../assessments/assessments.ts'
import { keepFigure } from '../../evidence/evidence.ts'
import {
  closeOwn,
  findObjective,
  listPriorities,
  propose,
  question,
  sayAspiration,
} from '../../plans/plans.ts'
import { saveReflection } from '../../reflections/reflections.ts'
import { leaveOutAccount, linkAccount, sayNoChanges } from '../../reviews/reviews.ts'
import { type Company, keep, type Moment, must, workingDay, workingDayAhead } from '../moments.ts'
import {
  agreed,
  assess,
  book,
  draft,
  note,
  place,
  plain,
  review,
  type Said,
  settle,
  sign,
} from './telling.ts'

/** What advisers of a usual year are agreed to stand at. */
export const USUAL = plain({
  'CS-01': 4,
  'CS-03': 3,
  'CS-04': 3,
  'CS-05': 3,
  'CS-06': 4,
  'CS-07': 3,
  'CS-08': 4,
  'CS-09': 3,
  'CS-13': 3,
  'CS-16': 3,
  'CS-17': 3,
  'CS-02': 2,
})

/** Tom Walsh: a panic over one low week, which the chart calms. */
export function tom(company: Company): Moment[] {
  const { on, who, today, skill } = company
  const [me, ben] = [who('Tom Walsh'), who('Ben Hughes')]
  const { personId } = me
  const [need, rescue, listen, calm] = [keep<Id>(), keep<Id>(), keep<Id>(), keep<Id>()]
  const reviewId = keep<Id>()
  const ratings: Record<string, Said> = {
    ...USUAL,
    'CS-07': { self: 3, leader: 3, agreed: 3, note: 'Sound in everyday complaints. Hard ones next.' },
  }
  const due = workingDayAhead(today, 40)
  return [
    on(150, '10:00', (tx, day) => assess(tx, company, { by: me, of: me, ratings }, day)),
    on(147, '14:20', (tx, day) => assess(tx, company, { by: ben, of: me, ratings }, day)),
    on(145, '11:30', (tx, day) => settle(tx, company, { leader: ben, of: me, ratings }, day)),
    on(140, '15:15', (tx, day) =>
      note(
        tx,
        company,
        ben,
        {
          of: me,
          kind: 'observation',
          title: 'A complaint that grew loud',
          text: 'Tom stayed polite when a customer shouted, and offered a solution before he had heard what was wrong.',
          happenedOn: day,
          detail: {
            observer: 'Ben Hughes, team leader',
            done: 'Let the customer shout for a minute, then offered a credit.',
            said: '“Would twenty pounds help?” before the customer had named the sum in dispute.',
          },
          links: [
            [
              'CS-07',
              'against',
              'The second step came before the first: he acted before he had heard the complaint out.',
            ],
          ],
        },
        day,
      ),
    ),
    on(138, '10:30', async (tx, day) =>
      need.put(
        must(
          await makeNeed(
            tx,
            me,
            {
              personId,
              competencyId: skill('CS-07'),
              kind: 'professional',
              why: 'I offer a way out before I know what is wrong. Ben saw it, and I know it from other calls.',
              evidenceIds: [],
            },
            day,
          ),
        ),
      ),
    ),
    on(136, '12:00', async (tx, day) =>
      listen.put(
        await draft(
          tx,
          me,
          {
            title: 'Hear the complaint out first',
            text: `Repeat every complaint in the customer’s words before I offer anything, and have Ben observe six complaint calls, by ${plainDay(due)}.`,
            why: 'My role needs level 4 in handling complaints.',
            needId: need.get(),
            unit: 'count',
            baseline: 0,
            target: 6,
            due,
            priorityId:
              (await listPriorities(tx)).find((one) => one.title === 'A complaint is closed once')
                ?.priorityId ?? null,
            resources: 'Ben for two hours each month.',
            success: 'In six observed calls, the customer’s own words come before the offer.',
            actions: [
              { what: 'Write my own opening sentence', owner: 'Tom Walsh', by: workingDay(today, 130) },
              { what: 'Observe three calls', owner: 'Ben Hughes', by: workingDay(today, 5) },
            ],
          },
          day,
        ),
      ),
    ),
    on(134, '15:00', (tx, day) =>
      agreed(tx, me, ben, [listen.get()], day, 'The six observations say enough.'),
    ),
    on(78, '11:00', async (tx, day) => {
      const id = reviewId.put(await review(tx, ben, me, day))
      await place(
        tx,
        me,
        me,
        id,
        {
          objectiveId: listen.get(),
          where: 'going to plan',
          impact: 'Customers say “yes, that is it” before I go on.',
        },
        day,
      )
      must(await sayNoChanges(tx, me, { personId, reviewId: id, nothing: true }))
      must(
        await leaveOutAccount(tx, me, {
          personId,
          reviewId: id,
          reason: 'I write one when Ben has observed the first three calls.',
        }),
      )
      await sign(tx, me, me, id, null, day)
    }),
    on(78, '11:30', (tx, day) => sign(tx, ben, me, reviewId.get(), workingDayAhead(today, 9), day)),
    on(25, '08:50', async (tx, day) =>
      rescue.put(
        await draft(
          tx,
          me,
          {
            title: 'Get my satisfaction back up',
            text: `Bring customer satisfaction from 50% back to 90% by ${plainDay(workingDayAhead(today, -10))}, by staying on each call until the customer sounds happy.`,
            why: 'Last week only half of my customers were satisfied.',
            needId: need.get(),
            measure: 'csat',
            target: 0.9,
            due: workingDay(today, 10),
            success: '90% in a week.',
          },
          day,
        ),
      ),
    ),
    on(25, '08:58', (tx, day) =>
      propose(
        tx,
        me,
        {
          personId,
          objectiveId: rescue.get(),
          words: 'I do not know what I did wrong. I want to put it right at once.',
        },
        day,
      ),
    ),
    on(24, '09:30', async (tx, day) => {
      const objective = await findObjective(tx, personId, rescue.get(), ben, day)
      must(
        await question(
          tx,
          ben,
          {
            personId,
            objectiveId: rescue.get(),
            version: objective?.version ?? 1,
            words:
              'Sixteen ratings or so in one week, Tom. Look at the chart with me: the week lies inside your limits, so there is nothing to explain. What would you learn by reacting to it?',
          },
          day,
        ),
      )
    }),
    on(20, '16:30', async (tx, day) => {
      const objective = await findObjective(tx, personId, rescue.get(), me, day)
      must(
        await closeOwn(
          tx,
          me,
          { personId, objectiveId: rescue.get(), version: objective?.version ?? 2, as: 'no longer needed' },
          day,
        ),
      )
    }),
    on(19, '16:00', async (tx, day) =>
      calm.put(
        must(
          await saveReflection(tx, me, {
            personId,
            model: 'kolb',
            about: { kind: 'none', id: null, words: 'The week that was only a week' },
            stages: {
              experience:
                'I saw fifty per cent for one week and did not sleep. I wrote an objective the same morning and began to keep customers on the line until they sounded happy.',
              observation:
                'Ben did not argue. He opened the chart and asked where the limits were. The week lay inside them, and the next two were ordinary without anything that I had done.',
              concept:
                'A single week of a dozen ratings moves a lot because so few people answer. It means nothing until it leaves the limits or seven weeks lie on one side.',
              experiment:
                'Next time a week looks bad, I will look at the chart before I change anything, and ask for an observation if I still worry.',
            },
            impact: '',
            sharing: 'leader',
            saidOn: day,
          }),
        ),
      ),
    ),
  ]
}

/** Grace Lim: shorter calls, and a review that waits for Ben's signature. */
export function grace(company: Company): Moment[] {
  const { on, who, today, skill } = company
  const [me, ben] = [who('Grace Lim'), who('Ben Hughes')]
  const { personId } = me
  const [need, notes, reviewId, account] = [keep<Id>(), keep<Id>(), keep<Id>(), keep<Id>()]
  const ratings: Record<string, Said> = {
    ...USUAL,
    'CS-07': { self: 4, leader: 4, agreed: 4 },
    'CS-05': { self: 2, leader: 2, agreed: 2 },
  }
  return [
    on(118, '10:00', (tx, day) => assess(tx, company, { by: me, of: me, ratings }, day)),
    on(116, '14:20', (tx, day) => assess(tx, company, { by: ben, of: me, ratings }, day)),
    on(114, '11:30', (tx, day) => settle(tx, company, { leader: ben, of: me, ratings }, day)),
    on(110, '10:30', async (tx, day) =>
      need.put(
        must(
          await makeNeed(
            tx,
            me,
            {
              personId,
              competencyId: skill('CS-05'),
              kind: 'professional',
              why: 'I write my notes after the call, from memory, and customers wait in the queue meanwhile.',
              evidenceIds: [],
            },
            day,
          ),
        ),
      ),
    ),
    on(108, '12:00', async (tx, day) =>
      notes.put(
        await draft(
          tx,
          me,
          {
            title: 'Write notes during the call',
            text: `Write every note during the call and with the customer, so that the handle time falls from 290 to 230 seconds by ${plainDay(workingDayAhead(today, 20))}.`,
            why: 'My role needs level 3 in organising own work.',
            needId: need.get(),
            priorityId:
              (await listPriorities(tx)).find((one) => one.title === 'Settled in one call')?.priorityId ??
              null,
            measure: 'handle_time',
            target: 230,
            due: workingDayAhead(today, 20),
            resources: 'The note templates that Priya wrote.',
            success: 'Shorter handle time, with satisfaction and first-contact resolution no worse.',
            actions: [
              { what: 'Try the templates for two weeks', owner: 'Grace Lim', by: workingDay(today, 85) },
            ],
          },
          day,
        ),
      ),
    ),
    on(106, '15:00', (tx, day) =>
      agreed(tx, me, ben, [notes.get()], day, 'Others have done it with the same templates.'),
    ),
    on(105, '15:10', (tx, day) => book(tx, ben, me, workingDay(today, 3), day)),
    on(6, '11:20', async (tx, day) =>
      must(
        await keepFigure(
          tx,
          me,
          {
            personId,
            measure: 'handle_time',
            from: addDays(weekStart(today), -77),
            to: addDays(weekStart(today), -8),
            competencyId: skill('CS-05'),
            reason: 'Notes written during the call: less time on each, and the other figures did not move.',
            bearing: 'for',
          },
          day,
        ),
      ),
    ),
    on(3, '13:00', async (tx, day) => {
      const id = reviewId.put(await review(tx, me, me, day))
      await place(
        tx,
        me,
        me,
        id,
        {
          objectiveId: notes.get(),
          where: 'met, with evidence',
          impact: 'Customers hear me read the note back, and correct it. The queue is shorter behind me.',
        },
        day,
      )
      must(await sayNoChanges(tx, me, { personId, reviewId: id, nothing: true }))
      account.put(
        must(
          await saveReflection(tx, me, {
            personId,
            model: 'kolb',
            about: { kind: 'none', id: null, words: 'Notes during the call' },
            stages: {
              experience:
                'For ten weeks I have written the note while the customer is on the line, and read it back to them before I close the call.',
              observation:
                'Two customers in the first week corrected me. Nobody minded the typing once I said what I was writing.',
              concept:
                'Writing it together is faster because nothing has to be remembered, and the customer checks it for nothing.',
              experiment: 'I will read every note back, also in chats, and show Kofi how when he is ready.',
            },
            impact: 'Handle time has fallen by about a quarter, and satisfaction has not.',
            sharing: 'leader',
            saidOn: day,
          }),
        ),
      )
      must(await linkAccount(tx, me, { personId, reviewId: id, reflectionId: account.get() }))
    }),
    on(2, '15:30', (tx, day) => sign(tx, me, me, reviewId.get(), null, day)),
  ]
}

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

/** Kofi Mensah and Dan Pryce: too little evidence, said aloud. */
export function newcomers(company: Company): Moment[] {
  const { on, who, today } = company
  const [kofi, dan] = [who('Kofi Mensah'), who('Dan Pryce')]
  return [
    on(21, '16:20', (tx, day) =>
      note(
        tx,
        company,
        kofi,
        {
          of: kofi,
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
    on(160, '09:20', (tx, day) =>
      sayAspiration(
        tx,
        dan,
        { personId: dan.personId, words: 'Stay in billing, and be somebody whom callers do not dread.' },
        day,
      ),
    ),
  ]
}
