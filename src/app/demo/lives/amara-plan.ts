import { plainDay } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'
import { makeNeed } from '../../assessments/assessments.ts'
import { agree } from '../../plans/plans.ts'
import { addChange, answerAsked, linkAccount } from '../../reviews/reviews.ts'
import { type Company, keep, type Moment, must } from '../moments.ts'
import type { Desk, Records } from './amara-desk.ts'
import { agreed, draft, place, review, sign } from './telling.ts'

/** The needs of her assessment, the plan that came of them, and its review. */
export function secondPlan({ on, skill }: Company, records: Records, desk: Desk): Moment[] {
  const { me, ben, personId, ago, ahead, needs, plan, need, finished, serves } = desk
  const held = keep<Id>()
  const none = { target: null, due: null, text: '', action: '', by: null, as: '' } as const

  return [
    on(
      65,
      '11:00',
      need(
        needs.closing,
        'CS-06',
        'Check understanding before closing',
        'Customers come back because they leave the call without a next step: the observation and my figure both say so.',
        { evidenceIds: () => [records.observed.get(), records.often.get()], rest: { priority: 1 } },
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
        {
          evidenceIds: () => [records.complaint.get(), records.observed.get(), records.reopening.get()],
          rest: { priority: 1, from: 'complaint' },
        },
      ),
    ),
    on(
      64,
      '11:05',
      need(
        needs.coach,
        'CS-02',
        'Coach without taking over',
        'Senior advisers coach, and I should like to be good at it for its own sake. Ellie lets me practise.',
        { rest: { kind: 'both', from: 'aspiration', sharing: 'assessor' } },
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
    on(63, '12:15', async (tx, day) =>
      must(
        await makeNeed(
          tx,
          me,
          {
            personId,
            competencyId: skill('CS-04'),
            title: 'Answer what colleagues ask about tariffs',
            kind: 'professional',
            why: 'A senior adviser is asked first. I think that I look up too much, and nobody has looked at it with me.',
            evidenceIds: [],
            priority: 3,
            from: 'role change',
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
              priority: 3,
              from: 'aspiration',
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
      const reviewId = held.put(await review(tx, ben, me, day))
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
    on(56, '10:42', (tx, day) => sign(tx, me, me, held.get(), null, day)),
    on(56, '10:44', (tx, day) => sign(tx, ben, me, held.get(), ahead(2), day)),
    on(55, '16:30', finished(plan.closing, 'Write the check-back card')),
    on(49, '16:30', finished(plan.coach, 'First session')),
    on(36, '16:30', finished(plan.coach, 'Second session')),
    on(31, '21:00', finished(plan.speak, 'Give the short talk')),
    on(27, '16:30', finished(plan.closing, 'Listen to two')),
    on(24, '12:00', finished(plan.closing, 'Ask Ben to observe')),
    on(21, '16:30', finished(plan.closing, 'Spend an hour')),
  ]
}
