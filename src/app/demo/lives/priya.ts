import { addDays, addMonths, plainDay, weekStart } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'
import { setTarget } from '../../careers/careers.ts'
import { keepFigure } from '../../evidence/evidence.ts'
import { place as placeIn } from '../../people/people.ts'
import { type Company, keep, type Moment, must, workingDay, workingDayAhead } from '../moments.ts'
import { roleCalled } from './amara-career.ts'
import { RATINGS } from './priya-ratings.ts'
import { priyaReviews } from './priya-reviews.ts'
import { rated } from './rating.ts'
import { book } from './reviewing.ts'
import { agreed, done, draft, needed, note } from './telling.ts'

/** Priya Nair: a senior adviser on the way to team leader. */
export function priya(company: Company): Moment[] {
  const { on, who, today, skill } = company
  const [me, ben, dana] = [who('Priya Nair'), who('Ben Hughes'), who('Dana Price')]
  const { personId } = me
  const [coaching, figures] = [keep<Id>(), keep<Id>()]
  const [talks, explain] = [keep<Id>(), keep<Id>()]
  const ago = (days: number) => workingDay(today, days)
  return [
    on(207, '13:00', async (tx, day) =>
      must(
        await setTarget(
          tx,
          me,
          {
            personId,
            roleId: await roleCalled(tx, 'Team leader'),
            words: 'Team leader of Northgate or Quayside within a year.',
            why: 'I run the floor when Ben is away, and should like to answer for it by name.',
            by: addMonths(day, 12),
          },
          day,
        ),
      ),
    ),
    on(176, '09:00', (tx) =>
      placeIn(tx, dana, {
        personId,
        team: 'Northgate',
        leaderId: ben.personId,
        job: 'Senior adviser',
        roleId: null,
        from: ago(176),
      }),
    ),
    on(150, '12:10', (tx, day) =>
      note(
        tx,
        company,
        me,
        {
          of: me,
          kind: 'compliment',
          title: '“She told me what my choices were”',
          text: 'A customer in debt wrote to thank me for setting out three ways to pay, with what each would cost her.',
          happenedOn: ago(151),
          detail: {
            giver: 'A customer, by letter',
            quote: 'She told me what my choices were and let me choose.',
          },
          links: [
            [
              'CS-07',
              'for',
              'An old and heated complaint, settled with what it cost the customer put right.',
            ],
          ],
        },
        day,
      ),
    ),
    ...rated(company, { of: me, leader: ben, role: 'Team leader', ratings: RATINGS }, [141, 139, 137]),
    on(136, '15:20', (tx, day) =>
      note(
        tx,
        company,
        ben,
        {
          of: me,
          kind: 'observation',
          title: 'A one-to-one with Sofia',
          text: 'Priya asked, listened and agreed one step with Sofia. They did not say when they would look at it again.',
          happenedOn: day,
          detail: {
            observer: 'Ben Hughes, team leader',
            done: 'Goal, what is, what could be, one step. Wrote it down and gave Sofia the paper.',
            said: '“What would you like to be different by the end of the month?”',
          },
          links: [
            ['CS-02', 'for', 'She held to the order from goal to next step, and the step was Sofia’s own.'],
          ],
        },
        day,
      ),
    ),
    on(
      135,
      '10:00',
      needed(
        company,
        me,
        {
          code: 'CS-02',
          title: 'Come back to what was agreed',
          why: 'A team leader’s one-to-ones lead to something. Mine end well and are not looked at again.',
        },
        coaching,
      ),
    ),
    on(
      135,
      '10:20',
      needed(
        company,
        me,
        {
          code: 'CS-18',
          title: 'Say when there are too few points',
          why: 'I can read my own chart. I cannot yet explain to others when a figure says nothing.',
        },
        figures,
      ),
    ),
    on(133, '12:00', async (tx, day) => {
      talks.put(
        await draft(
          tx,
          me,
          {
            title: 'Hold one-to-ones that lead to something',
            text: `Hold eight one-to-ones with Sofia Rossi and Kofi Mensah, and look back at the step agreed in each, by ${plainDay(workingDayAhead(today, 40))}.`,
            why: 'Team leader, my next role, asks for coaching at level 4.',
            needId: coaching.get(),
            priority: 'Grow our own team leaders',
            servesAspiration: true,
            unit: 'count',
            baseline: 0,
            target: 8,
            due: workingDayAhead(today, 40),
            resources: 'Half an hour a fortnight for each, which Ben rosters.',
            success: 'Eight talks with notes, seven of them opening with the step of the time before.',
            actions: [
              { what: 'Agree a rhythm with Sofia', owner: 'Priya Nair', by: ago(125) },
              { what: 'Hold the first four talks', owner: 'Priya Nair', by: ago(60) },
              { what: 'Have Ben observe one', owner: 'Ben Hughes', by: workingDayAhead(today, 12) },
            ],
          },
          day,
        ),
      )
      explain.put(
        await draft(
          tx,
          me,
          {
            title: 'Explain our figures at the huddle',
            text: `Explain one figure of the team at each of six huddles, with its count and its interval, by ${plainDay(ago(60))}.`,
            why: 'A team leader answers for how figures are read.',
            needId: figures.get(),
            priority: 'Grow our own team leaders',
            servesAspiration: true,
            unit: 'count',
            baseline: 0,
            target: 6,
            due: ago(60),
            resources: 'Ten minutes at the huddle on Mondays.',
            success: 'Six huddles, and a colleague who asks for the interval unasked.',
            actions: [{ what: 'Prepare the first three', owner: 'Priya Nair', by: ago(110) }],
          },
          day,
        ),
      )
    }),
    on(131, '15:00', (tx, day) =>
      agreed(tx, me, ben, [talks.get(), explain.get()], day, 'The counts are plain.'),
    ),
    on(130, '15:10', (tx, day) => book(tx, ben, me, ago(84), day)),
    on(124, '16:30', done(me, talks.get, 'Agree a rhythm')),
    on(112, '16:35', done(me, explain.get, 'Prepare')),
    on(40, '20:05', (tx, day) =>
      draft(
        tx,
        me,
        {
          title: 'Sign with a neighbour who is deaf',
          text: `Hold five short talks in sign language with my neighbour, without paper, by ${plainDay(workingDayAhead(today, 90))}.`,
          kind: 'personal',
          sharing: 'assessor',
          why: 'It is for us two. Ben and Chidi may read it, since a customer may be glad of it one day.',
          unit: 'count',
          baseline: 0,
          target: 5,
          due: workingDayAhead(today, 90),
          resources: 'The evening course at the library, and my neighbour.',
          actions: [
            {
              what: 'Begin the evening course',
              owner: 'Priya Nair',
              by: workingDayAhead(today, 20),
              way: 'course',
            },
          ],
        },
        day,
      ),
    ),
    on(61, '16:35', done(me, talks.get, 'Hold the first four')),
    on(30, '11:20', async (tx, day) =>
      must(
        await keepFigure(
          tx,
          me,
          {
            personId,
            measure: 'csat',
            from: addDays(weekStart(today), -7 * 25),
            to: addDays(weekStart(today), -36),
            competencyId: skill('CS-01'),
            reason: 'Steady over half a year: customers are heard, week after week.',
            bearing: 'for',
          },
          day,
        ),
      ),
    ),
    ...priyaReviews(company, { talks, explain }),
  ]
}
