import { plainDay } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'
import { makeNeed } from '../../assessments/assessments.ts'
import { agree, findObjective, listPriorities, markAction } from '../../plans/plans.ts'
import { saveReflection } from '../../reflections/reflections.ts'
import { addChange, answerAsked, linkAccount, sayNoChanges } from '../../reviews/reviews.ts'
import { type Company, keep, type Moment, must, workingDay, workingDayAhead } from '../moments.ts'
import { CALL_BACK_ACCOUNT } from './amara-words.ts'
import { actionOf, agreed, book, draft, place, review, sign } from './telling.ts'

type Holder = ReturnType<typeof keep<Id>>

/** What her evidence gives her plan to build on. */
export type Records = {
  reopened: Holder
  complaint: Holder
  card: Holder
  silence: Holder
  notes: Holder
  observed: Holder
  /** The figures kept in the weeks before the plan. */
  often: Holder
  reopening: Holder
}

/** Amara's needs, objectives and reviews. */
export function amaraPlan(company: Company, records: Records): Moment[] {
  const { on, who, today, skill } = company
  const [me, ben] = [who('Amara Okafor'), who('Ben Hughes')]
  const { personId } = me
  const ago = (days: number) => workingDay(today, days)
  const ahead = (days: number) => workingDayAhead(today, days)
  const needs = {
    typing: keep<Id>(),
    closing: keep<Id>(),
    told: keep<Id>(),
    coach: keep<Id>(),
    speak: keep<Id>(),
  }
  const plan = {
    typing: keep<Id>(),
    closing: keep<Id>(),
    told: keep<Id>(),
    coach: keep<Id>(),
    speak: keep<Id>(),
  }
  const reviews = { first: keep<Id>(), second: keep<Id>(), third: keep<Id>() }
  const none = { target: null, due: null, text: '', action: '', by: null, as: '' } as const

  const need =
    (
      holder: Holder,
      code: string,
      title: string,
      why: string,
      evidenceIds: () => readonly Id[] = () => [],
    ): Moment['run'] =>
    async (tx, day) =>
      holder.put(
        must(
          await makeNeed(
            tx,
            me,
            {
              personId,
              competencyId: skill(code),
              title,
              kind: 'professional',
              why,
              evidenceIds: evidenceIds(),
            },
            day,
          ),
        ),
      )
  const finished =
    (holder: Holder, starts: string): Moment['run'] =>
    async (tx, day) =>
      markAction(
        tx,
        me,
        {
          personId,
          objectiveId: holder.get(),
          actionId: await actionOf(tx, me, holder.get(), starts, day),
          done: true,
        },
        day,
      )
  const serves = async (tx: Parameters<Moment['run']>[0], title: string) =>
    (await listPriorities(tx)).find((one) => one.title === title)?.priorityId ?? null

  const beginning = [
    on(
      169,
      '10:10',
      need(
        needs.typing,
        'CS-03',
        'Type without looking down',
        'I fall behind the customer when I take notes, and my case notes are short because of it.',
        () => [records.notes.get()],
      ),
    ),
    on(168, '10:20', async (tx, day) => {
      const objective = {
        title: 'Type at 50 words a minute',
        text: `Type 50 words a minute without looking down, measured with the typing test on the learning platform, by ${plainDay(ago(60))}.`,
        why: 'My case notes are short because I type slowly, and colleagues work from them.',
        needId: needs.typing.get(),
        priorityId: await serves(tx, 'A complaint is closed once'),
        unit: 'count' as const,
        baseline: 31,
        target: 50,
        due: ago(60),
        resources: 'Twenty minutes a day for eight weeks, and the typing course on the learning platform.',
        success: '50 words a minute in two tests, a week apart.',
        actions: [
          { what: 'Take the typing course', owner: 'Amara Okafor', by: ago(120) },
          { what: 'Practise for twenty minutes a day', owner: 'Amara Okafor', by: ago(70) },
        ],
      }
      return plan.typing.put(await draft(tx, me, objective, day))
    }),
    on(165, '14:00', (tx, day) =>
      agreed(tx, me, ben, [plan.typing.get()], day, 'Both of us can see what it is.'),
    ),
    on(164, '14:10', (tx, day) => book(tx, ben, me, ago(112), day)),
    on(122, '16:40', finished(plan.typing, 'Take the typing course')),
    on(112, '10:00', async (tx, day) => {
      const reviewId = reviews.first.put(await review(tx, ben, me, day))
      must(
        await answerAsked(tx, me, {
          personId,
          reviewId,
          answer: 'yes',
          words: 'On every call since, and nobody has asked whether I am still there.',
        }),
      )
      await place(
        tx,
        me,
        me,
        reviewId,
        {
          objectiveId: plan.typing.get(),
          where: 'going to plan',
          impact:
            '41 words a minute. My notes are longer, and Priya said she could work from one without ringing me.',
        },
        day,
      )
      must(await sayNoChanges(tx, me, { personId, reviewId, nothing: true }))
      must(await linkAccount(tx, me, { personId, reviewId, reflectionId: records.silence.get() }))
    }),
    on(112, '10:42', (tx, day) => sign(tx, me, me, reviews.first.get(), null, day)),
    on(112, '10:44', (tx, day) => sign(tx, ben, me, reviews.first.get(), ago(56), day)),
    on(72, '16:45', finished(plan.typing, 'Practise')),
  ]

  const agreedPlan = [
    on(
      65,
      '11:00',
      need(
        needs.closing,
        'CS-06',
        'Check understanding before closing',
        'Customers come back because they leave the call without a next step: the observation and my figure both say so.',
        () => [records.observed.get(), records.often.get()],
      ),
    ),
    on(
      65,
      '11:20',
      need(
        needs.told,
        'CS-07',
        'Keep the customer told until it is settled',
        'I promise to ring back and do not always do it. About one complaint in five that I close comes back.',
        () => [records.complaint.get(), records.observed.get(), records.reopening.get()],
      ),
    ),
    on(
      64,
      '11:05',
      need(
        needs.coach,
        'CS-02',
        'Coach without taking over',
        'Senior advisers coach. Ellie lets me practise, and Ben sees more in it than I do.',
      ),
    ),
    on(64, '11:30', async (tx, day) =>
      must(
        await makeNeed(
          tx,
          me,
          {
            personId,
            competencyId: skill('CS-08'),
            title: 'Spot a vulnerable customer',
            kind: 'professional',
            why: 'I took the course. Nobody has seen me do it on a call.',
            evidenceIds: [],
          },
          day,
        ),
      ),
    ),
    on(55, '20:10', async (tx, day) =>
      needs.speak.put(
        must(
          await makeNeed(
            tx,
            me,
            {
              personId,
              competencyId: null,
              title: 'Speak without a script',
              kind: 'personal',
              why: 'For the allotment society, and for me: I would like to look up when I talk.',
              evidenceIds: [],
              private: true,
            },
            day,
          ),
        ),
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
    on(59, '10:30', async (tx, day) => {
      const closing = {
        title: 'Resolve calls at the first contact',
        text: `Ask every customer to say back what happens next before I close, and put the day into the diary, so that first-contact resolution rises from 68% to 76% by ${plainDay(ahead(26))}.`,
        why: 'My role needs level 4 at first contact, and customers ring twice because of how I close.',
        needId: needs.closing.get(),
        priorityId: await serves(tx, 'Settled in one call'),
        measure: 'fcr',
        target: 0.76,
        due: ahead(26),
        resources:
          'An hour with the billing clinic, two of my own calls a week to listen to, and Ben for an hour.',
        success:
          'First-contact resolution at 76% with an improvement signal, and Ben hears the check-back on three calls of three.',
        actions: [
          {
            what: 'Write the check-back card and try it for three weeks',
            owner: 'Amara Okafor',
            by: ago(56),
          },
          { what: 'Listen to two of my own calls each week', owner: 'Amara Okafor', by: ago(28) },
          { what: 'Spend an hour with the billing clinic', owner: 'Amara Okafor', by: ago(20) },
          { what: 'Explain estimates in my own words to Ben', owner: 'Amara Okafor', by: ago(7) },
        ],
      }
      const coach = {
        title: 'Coach a new starter through probation',
        text: `Hold six coaching sessions with Ellie Marsh and write down after each what she tried next, by ${plainDay(ahead(96))}.`,
        why: 'Senior adviser, my next role, asks for coaching at level 3.',
        needId: needs.coach.get(),
        priorityId: await serves(tx, 'Grow our own team leaders'),
        servesAspiration: true,
        unit: 'count' as const,
        baseline: 0,
        target: 6,
        due: ahead(96),
        resources: 'An hour each fortnight off the phones, which Ben rosters.',
        success: 'Six sessions held, and Ellie’s own account of what they changed.',
        actions: [
          { what: 'First session: listening', owner: 'Amara Okafor', by: ago(50) },
          { what: 'Second session: closing a call', owner: 'Amara Okafor', by: ago(36) },
          { what: 'Third session: a complaint call', owner: 'Amara Okafor', by: ahead(15) },
          { what: 'Ask Ellie for her account of the sessions', owner: 'Amara Okafor', by: ahead(90) },
        ],
      }
      plan.closing.put(await draft(tx, me, closing, day))
      plan.coach.put(await draft(tx, me, coach, day))
    }),
    on(57, '15:00', (tx, day) =>
      agreed(tx, me, ben, [plan.closing.get(), plan.coach.get()], day, 'We can both see what it is.'),
    ),
    on(56, '10:00', async (tx, day) => {
      const reviewId = reviews.second.put(await review(tx, ben, me, day))
      const which = { personId, reviewId }
      must(
        await answerAsked(tx, me, {
          ...which,
          answer: 'yes',
          words: 'On most calls. I notice when I forget.',
        }),
      )
      must(await answerAsked(tx, ben, { ...which, answer: 'yes', words: 'In all three calls I sat in on.' }))
      await place(
        tx,
        me,
        me,
        reviewId,
        {
          objectiveId: plan.typing.get(),
          where: 'met, with evidence',
          impact: '52 and 51 words a minute. Colleagues can work from my notes without ringing me.',
        },
        day,
      )
      await place(
        tx,
        me,
        me,
        reviewId,
        {
          objectiveId: plan.closing.get(),
          where: 'going to plan',
          impact: 'The card is on my desk. It is too early for the figure to say anything.',
        },
        day,
      )
      await place(
        tx,
        me,
        me,
        reviewId,
        {
          objectiveId: plan.coach.get(),
          where: 'going to plan',
          impact: 'Ellie and I have agreed the first two days.',
        },
        day,
      )
      must(
        await addChange(
          tx,
          ben,
          {
            ...which,
            objectiveId: plan.typing.get(),
            typed: {
              ...none,
              what: 'close',
              as: 'met',
              cause: 'target met',
              reason: '52 words a minute, then 51 a week later',
            },
          },
          day,
        ),
      )
      must(
        await addChange(
          tx,
          ben,
          {
            ...which,
            objectiveId: plan.closing.get(),
            typed: {
              ...none,
              what: 'action',
              action: 'Ask Ben to observe three billing calls with the card',
              by: ago(21),
              cause: 'feedback',
              reason: 'The observation showed calls that end without a day',
            },
          },
          day,
        ),
      )
      must(await linkAccount(tx, me, { ...which, reflectionId: records.card.get() }))
    }),
    on(56, '10:42', (tx, day) => sign(tx, me, me, reviews.second.get(), null, day)),
    on(56, '10:44', (tx, day) => sign(tx, ben, me, reviews.second.get(), ahead(2), day)),
    on(55, '16:30', finished(plan.closing, 'Write the check-back card')),
    on(49, '16:30', finished(plan.coach, 'First session')),
    on(36, '16:30', finished(plan.coach, 'Second session')),
    on(31, '21:00', finished(plan.speak, 'Give the short talk')),
    on(27, '16:30', finished(plan.closing, 'Listen to two')),
    on(24, '12:00', finished(plan.closing, 'Ask Ben to observe')),
    on(21, '16:30', finished(plan.closing, 'Spend an hour')),
  ]

  const now = [
    on(17, '12:30', async (tx, day) => {
      const objective = {
        title: 'Fewer complaints that come back',
        text: `Improve how I handle complaints, so that fewer come back, by telling every customer the next step and ringing back on the day promised, by ${plainDay(ahead(68))}.`,
        why: 'Customers have to complain twice because I promise a call and keep it in my head.',
        needId: needs.told.get(),
        priorityId: await serves(tx, 'A complaint is closed once'),
        measure: `tally:${records.reopened.get()}`,
        target: 0.18,
        due: ahead(68),
        resources:
          'Two hours with Priya Nair off the phones, which Ben rosters. The diary in the helpdesk, which I have.',
        success: 'Under one complaint in five comes back over eight weeks.',
        actions: [
          { what: 'Listen in on two complaint calls with Priya Nair', owner: 'Amara Okafor', by: ago(7) },
          { what: 'Roster two hours with Priya Nair', owner: 'Ben Hughes', by: ago(7) },
          {
            what: 'Put every promised call back in the diary, for six weeks',
            owner: 'Amara Okafor',
            by: ahead(26),
          },
          {
            what: 'Observe three complaint calls and give written feedback',
            owner: 'Ben Hughes',
            by: ahead(47),
          },
        ],
      }
      return plan.told.put(await draft(tx, me, objective, day))
    }),
    on(4, '10:00', async (tx, day) => {
      const reviewId = reviews.third.put(await review(tx, ben, me, day, ahead(2)))
      const which = { personId, reviewId }
      const closing = await findObjective(tx, personId, plan.closing.get(), ben, day)
      const due = ahead(68)
      if (closing?.due !== due)
        must(
          await addChange(
            tx,
            ben,
            {
              ...which,
              objectiveId: plan.closing.get(),
              typed: {
                ...none,
                what: 'due',
                due,
                cause: 'organisation priority',
                reason:
                  'The smart-meter switch brings new questions in the next weeks; the figure should hold through it.',
              },
            },
            day,
          ),
        )
      must(
        await addChange(
          tx,
          ben,
          {
            ...which,
            objectiveId: plan.closing.get(),
            typed: {
              ...none,
              what: 'action',
              action: 'Teach the check-back card at the team huddle',
              by: ahead(12),
              cause: 'feedback',
              reason: 'Ellie and Sofia asked for it after they had seen it',
            },
          },
          day,
        ),
      )
      must(await answerAsked(tx, ben, { ...which, answer: 'yes', words: 'Seen on three of three calls.' }))
    }),
    on(3, '12:40', async (tx, day) => {
      const which = { personId, reviewId: reviews.third.get() }
      must(
        await answerAsked(tx, me, {
          ...which,
          answer: 'yes',
          words: 'On every billing call since I wrote it. I forgot it twice on moves.',
        }),
      )
      await place(
        tx,
        me,
        me,
        reviews.third.get(),
        {
          objectiveId: plan.coach.get(),
          where: 'going to plan',
          impact: 'Ellie asks the questions now. Two of six sessions are held.',
        },
        day,
      )
    }),
    on(1, '17:10', async (tx, day) => {
      const reflectionId = must(
        await saveReflection(tx, me, {
          personId,
          model: 'gibbs',
          about: {
            kind: 'evidence',
            id: records.complaint.get(),
            words: 'The promised call back was not made',
          },
          stages: CALL_BACK_ACCOUNT,
          impact: '',
          sharing: 'assessor',
          saidOn: day,
        }),
      )
      must(await linkAccount(tx, me, { personId, reviewId: reviews.third.get(), reflectionId }))
    }),
  ]
  return [...beginning, ...agreedPlan, ...now]
}
