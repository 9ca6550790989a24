import { plainDay } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'
import { closeOwn, findObjective, propose, question } from '../../plans/plans.ts'
import { saveReflection } from '../../reflections/reflections.ts'
import { type Company, keep, type Moment, must, workingDay, workingDayAhead } from '../moments.ts'
import { rated, type Said } from './rating.ts'
import { quietReview } from './reviewing.ts'
import { agreed, done, draft, needed, note } from './telling.ts'
import { USUAL } from './usual.ts'

/** Tom Walsh: a panic over one low week, which the chart calms. */
export function tom(company: Company): Moment[] {
  const { on, who, today } = company
  const [me, ben] = [who('Tom Walsh'), who('Ben Hughes')]
  const { personId } = me
  const [need, rescue, listen, calm] = [keep<Id>(), keep<Id>(), keep<Id>(), keep<Id>()]
  const ratings: Record<string, Said> = {
    ...USUAL,
    'CS-07': { self: 3, leader: 3, agreed: 3, note: 'Sound in everyday complaints. Hard ones next.' },
  }
  const due = workingDayAhead(today, 40)
  return [
    ...rated(company, { of: me, leader: ben, ratings }, [150, 147, 145]),
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
    on(
      138,
      '10:30',
      needed(
        company,
        me,
        {
          code: 'CS-07',
          why: 'I offer a way out before I know what is wrong. Ben saw it, and I know it from other calls.',
        },
        need,
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
            priority: 'A complaint is closed once',
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
    on(131, '16:30', done(me, listen.get, 'Write my own')),
    ...quietReview(
      company,
      {
        of: me,
        leader: ben,
        objectiveId: listen.get,
        where: 'going to plan',
        impact: 'Customers say “yes, that is it” before I go on.',
        noAccount: 'I write one when Ben has observed the first three calls.',
        next: workingDayAhead(today, 9),
      },
      78,
      '11:30',
    ),
    on(34, '08:50', async (tx, day) =>
      rescue.put(
        await draft(
          tx,
          me,
          {
            title: 'Get my satisfaction back up',
            cause: 'feedback',
            causeReason: 'My ratings of last week.',
            text: `Bring customer satisfaction from 44% back to 90% by ${plainDay(workingDay(today, 20))}, by staying on each call until the customer sounds happy.`,
            why: 'Last week not even half of my customers were satisfied.',
            needId: need.get(),
            measure: 'csat',
            target: 0.9,
            due: workingDay(today, 20),
            success: '90% in a week.',
          },
          day,
        ),
      ),
    ),
    on(34, '08:58', (tx, day) =>
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
    on(33, '09:30', async (tx, day) => {
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
              'That is one week and a handful of ratings, Tom. Look at the chart with me: the week lies inside your limits, so there is nothing to explain. What would you learn by reacting to it?',
          },
          day,
        ),
      )
    }),
    on(
      33,
      '10:10',
      needed(company, me, {
        code: 'CS-18',
        title: 'Read my chart before I act on it',
        why: 'I wrote an objective over one week. Ben had to show me the limits.',
        priority: 2,
      }),
    ),
    on(5, '16:00', async (tx, day) =>
      calm.put(
        must(
          await saveReflection(tx, me, {
            personId,
            model: 'kolb',
            about: { kind: 'none', id: null, words: 'The week that was only a week' },
            stages: {
              experience:
                'I saw forty-four per cent for one week and did not sleep. I wrote an objective the same morning and began to keep customers on the line until they sounded happy.',
              observation:
                'Ben did not argue. He opened the chart and asked where the limits were. The week lay inside them, and the weeks since were ordinary without anything that I had done.',
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
    on(5, '16:40', async (tx, day) => {
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
  ]
}
