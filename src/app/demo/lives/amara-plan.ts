import { plainDay } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'
import { answerAsked, linkAccount } from '../../reviews/reviews.ts'
import { type Company, keep, type Moment, must } from '../moments.ts'
import type { Desk, Records } from './amara-desk.ts'
import { change, place, review, sign } from './reviewing.ts'
import { agreed, draft } from './telling.ts'

/** The plan that came of her assessment, and its review. */
export function secondPlan(company: Company, records: Records, desk: Desk): Moment[] {
  const { on } = company
  const { me, ben, personId, ago, ahead, needs, plan, finished } = desk
  const held = keep<Id>()

  return [
    on(59, '10:30', async (tx, day) => {
      const closing = {
        title: 'Resolve calls at the first contact',
        text: `Ask every customer to say back what happens next before I close, and put the day into the diary, so that first-contact resolution rises from 68% to 76% by ${plainDay(ahead(26))}.`,
        why: 'My role needs level 4 at first contact, and customers ring twice because of how I close.',
        needId: needs.closing.get(),
        cause: 'organisation priority' as const,
        causeReason: 'Larkfield now wants bills settled in one call.',
        priority: 'Settled in one call',
        measure: 'fcr',
        target: 0.76,
        due: ahead(26),
        resources:
          'An hour with the billing clinic, two of my own calls a week to listen to, and Ben for an hour.',
        success:
          'First-contact resolution at 76% with an improvement signal, and Ben hears the check-back on three calls of three.',
        bands: {
          partly: '72%, or the check-back on three calls of three',
          met: '76% with an improvement signal, and the check-back on three calls of three',
          exceeded: 'The same, and a colleague who took up the card has a signal too',
        },
        actions: [
          {
            what: 'Write the check-back card and try it for three weeks',
            owner: 'Amara Okafor',
            by: ago(56),
            way: 'experience' as const,
          },
          {
            what: 'Listen to two of my own calls each week',
            owner: 'Amara Okafor',
            by: ago(28),
            withWhom: 'Priya Nair',
            way: 'others' as const,
          },
          {
            what: 'Spend an hour with the billing clinic',
            owner: 'Amara Okafor',
            by: ago(20),
            withWhom: 'Dan Pryce',
            way: 'others' as const,
          },
          {
            what: 'Explain estimates in my own words to Ben',
            owner: 'Amara Okafor',
            by: ago(7),
            withWhom: 'Ben Hughes',
            way: 'others' as const,
          },
        ],
      }
      const withEllie = { owner: 'Amara Okafor', withWhom: 'Ellie Marsh', way: 'experience' as const }
      const coach = {
        title: 'Coach a new starter through probation',
        text: `Hold six coaching sessions with Ellie Marsh and write down after each what she tried next, by ${plainDay(ahead(96))}.`,
        why: 'Senior adviser, my next role, asks for coaching at level 3.',
        needId: needs.coach.get(),
        cause: 'aspiration' as const,
        causeReason: 'I said that I want to become senior adviser.',
        priority: 'Grow our own team leaders',
        servesAspiration: true,
        unit: 'count' as const,
        baseline: 0,
        target: 6,
        due: ahead(96),
        resources: 'An hour each fortnight off the phones, which Ben rosters, and a day at the college.',
        budget: { amount: 140, purpose: 'the day on coaching at Northgate College' },
        success: 'Six sessions held, and Ellie’s own account of what they changed.',
        bands: {
          partly: 'Four sessions, each with a note of what she tried',
          met: 'Six sessions, and Ellie’s own account',
          exceeded: 'Ellie passes on to somebody newer what she learnt',
        },
        actions: [
          {
            what: 'Take the day on coaching at the college',
            owner: 'Amara Okafor',
            by: ago(42),
            way: 'course' as const,
          },
          { what: 'First session: listening', by: ago(50), ...withEllie },
          { what: 'Second session: closing a call', by: ago(36), ...withEllie },
          { what: 'Third session: a complaint call', by: ahead(15), ...withEllie },
          { what: 'Ask Ellie for her account of the sessions', owner: 'Amara Okafor', by: ahead(90) },
        ],
      }
      plan.closing.put(await draft(tx, me, closing, day))
      plan.coach.put(await draft(tx, me, coach, day))
    }),
    on(57, '15:00', (tx, day) =>
      agreed(
        tx,
        me,
        ben,
        [plan.closing.get(), plan.coach.get(), plan.sleep.get()],
        day,
        'We can both see what it is.',
        {
          approve: true,
          reason:
            'It is in this year’s money for growing our own leaders, and Ellie gives her somebody to practise with',
        },
      ),
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
        reviewId,
        {
          objectiveId: plan.coach.get(),
          where: 'going to plan',
          impact: 'Ellie and I have agreed the first two days.',
        },
        day,
      )
      await place(
        tx,
        me,
        reviewId,
        { objectiveId: plan.sleep.get(), where: 'going to plan', impact: 'The note is on the fridge.' },
        day,
      )
      await change(
        tx,
        ben,
        { ...which, objectiveId: plan.typing.get() },
        {
          what: 'close',
          as: 'met',
          cause: 'target met',
          reason: '52 words a minute, then 51 a week later',
        },
        day,
      )
      await change(
        tx,
        ben,
        { ...which, objectiveId: plan.closing.get() },
        {
          what: 'action',
          action: 'Ask Ben to observe three billing calls with the card',
          by: ago(21),
          cause: 'feedback',
          reason: 'The observation showed calls that end without a day',
        },
        day,
      )
      must(await linkAccount(tx, me, { ...which, reflectionId: records.card.get() }))
    }),
    on(56, '10:42', (tx, day) => sign(tx, me, me, held.get(), null, day)),
    on(56, '10:44', (tx, day) => sign(tx, ben, me, held.get(), ahead(2), day)),
    on(55, '16:30', finished(plan.closing, 'Write the check-back card')),
    on(49, '16:30', finished(plan.coach, 'First session')),
    on(43, '17:00', finished(plan.coach, 'Take the day')),
    on(36, '16:30', finished(plan.coach, 'Second session')),
    on(27, '16:30', finished(plan.closing, 'Listen to two')),
    on(24, '12:00', finished(plan.closing, 'Ask Ben to observe')),
    on(21, '16:30', finished(plan.closing, 'Spend an hour')),
  ]
}
