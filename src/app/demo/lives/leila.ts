import { addDays, plainDay, weekStart } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'
import { sayAspiration } from '../../careers/careers.ts'
import { keepFigure } from '../../evidence/evidence.ts'
import { countInTally, startTally } from '../../measures/measures.ts'
import { saveReflection } from '../../reflections/reflections.ts'
import { linkAccount, sayNoChanges } from '../../reviews/reviews.ts'
import { type Company, keep, type Moment, must, workingDay, workingDayAhead } from '../moments.ts'
import { RATINGS } from './leila-ratings.ts'
import { rated } from './rating.ts'
import { place, review, sign } from './reviewing.ts'
import { agreed, done, draft, needed, note } from './telling.ts'

/** Customers greeted within a minute, of those looked at on a Thursday afternoon: a week at a time, oldest first. */
const GREETED = [5, 6, 5, 6, 7, 6, 7, 6, 8, 7, 8, 8, 8]
const LOOKED_AT = 10

/** Leila Haddad: a learner on a retail placement. No helpdesk counts anything, so her tutor and she do. */
export function leila(company: Company): Moment[] {
  const { on, who, today, skill } = company
  const [me, tutor] = [who('Leila Haddad'), who('Joanne Whitfield')]
  const { personId } = me
  const [greeting, thanks, need, objective, account, reviewId] = [
    keep<Id>(),
    keep<Id>(),
    keep<Id>(),
    keep<Id>(),
    keep<Id>(),
    keep<Id>(),
  ]
  const weeks =
    (from: number, to: number): Moment['run'] =>
    async (tx, day) => {
      for (const [index, met] of GREETED.entries()) {
        const ago = GREETED.length - index
        const thursday = addDays(weekStart(today), 3 - 7 * ago)
        if (ago > from || ago < to || thursday > day) continue
        must(
          await countInTally(
            tx,
            me,
            { personId, tallyId: greeting.get(), day: thursday, met, of: LOOKED_AT },
            day,
          ),
        )
      }
    }
  return [
    on(95, '09:30', async (tx) => {
      greeting.put(
        must(
          await startTally(tx, tutor, {
            personId,
            name: 'Greeted within a minute',
            words:
              'Of the next ten customers who come in on Thursday from 2 pm, those whom Leila greets within a minute. The supervisor on the floor counts.',
            kind: 'share',
            betterIs: 'higher',
          }),
        ),
      )
      thanks.put(
        must(
          await startTally(tx, me, {
            personId,
            name: 'Thanks from customers',
            words:
              'Each time a customer thanks me for more than the change: in words, by name, or at the till.',
            kind: 'count',
            betterIs: 'higher',
          }),
        ),
      )
    }),
    on(93, '16:00', (tx, day) =>
      sayAspiration(
        tx,
        me,
        { personId, words: 'Finish my Level 2 and work in a shop where I may put things right for people.' },
        day,
      ),
    ),
    on(64, '15:00', (tx, day) =>
      note(
        tx,
        company,
        tutor,
        {
          of: me,
          kind: 'observation',
          title: 'First visit, Saturday afternoon rota',
          text: 'Leila is warm once somebody speaks to her. She waits at the rail until they do, and several customers left without a word.',
          happenedOn: day,
          detail: {
            observer: 'Joanne Whitfield, tutor',
            done: 'Tidied the rail with her back to the door. Helped four customers who asked, and helped them well.',
            said: '“Oh, sorry, I did not see you there.”',
            cycle: 'Welcome',
          },
          links: [
            ['CS-13', 'against', 'The first moment of truth passes: customers are not welcomed.'],
            ['CS-09', 'for', 'Once in the conversation she finds the right tone at once.'],
          ],
        },
        day,
      ),
    ),
    ...rated(company, { of: me, leader: tutor, ratings: RATINGS }, [57, 55, 54], '13:30'),
    on(54, '14:30', weeks(13, 8)),
    on(
      53,
      '10:30',
      needed(
        company,
        me,
        {
          code: 'CS-13',
          title: 'Welcome people before they ask',
          why: 'My tutor saw customers leave without a word, and about half are greeted within a minute.',
        },
        need,
      ),
    ),
    on(52, '12:00', async (tx, day) =>
      objective.put(
        await draft(
          tx,
          me,
          {
            title: 'Greet people within a minute',
            text: `Look up at the door and greet customers within a minute of their coming in, rising from 6 of 10 to 9 of 10 on Thursdays, by ${plainDay(workingDayAhead(today, 30))}.`,
            why: 'The qualification and the shop both ask for a welcome.',
            needId: need.get(),
            servesAspiration: true,
            measure: `tally:${greeting.get()}`,
            target: 0.9,
            due: workingDayAhead(today, 30),
            resources: 'The supervisor on the floor, who counts ten customers each Thursday.',
            success: 'Nine of ten on three Thursdays.',
            actions: [
              { what: 'Fold with my face to the door', owner: 'Leila Haddad', by: workingDay(today, 45) },
              {
                what: 'Watch how the supervisor opens a conversation',
                owner: 'Leila Haddad',
                by: workingDay(today, 20),
              },
            ],
          },
          day,
        ),
      ),
    ),
    on(50, '15:00', (tx, day) =>
      agreed(tx, me, tutor, [objective.get()], day, 'A stretch, and she wants it.'),
    ),
    on(44, '17:10', done(me, objective.get, 'Fold with my face')),
    on(28, '10:00', weeks(7, 5)),
    on(28, '14:00', async (tx, day) => {
      const id = reviewId.put(await review(tx, tutor, me, day))
      await place(
        tx,
        me,
        id,
        {
          objectiveId: objective.get(),
          where: 'going to plan',
          impact: 'People stay longer, and some ask me things.',
        },
        day,
      )
    }),
    on(28, '15:40', async (tx, day) =>
      account.put(
        must(
          await saveReflection(tx, me, {
            personId,
            model: 'gibbs',
            about: { kind: 'none', id: null, words: 'The woman who walked out' },
            stages: {
              description:
                'On a quiet morning a woman came in, looked round and left again. I was two metres away and folding. My supervisor asked me whether I had seen her, and I had.',
              feelings: 'I felt ashamed, because I had been afraid to speak first.',
              evaluation: 'The rail was tidy. The customer was gone, and she was the reason for the rail.',
              analysis:
                'I wait because I think that I disturb people. Nobody who wants to be left alone minds a good morning, so the fear has no reason.',
              conclusion: 'I could have turned round and said good morning, and nothing more.',
              action:
                'I will fold with my face to the door and say good morning to everybody, and leave it at that if they look away.',
            },
            impact: 'Eight of ten are greeted now. Two customers have asked for me by name.',
            sharing: 'leader',
            saidOn: day,
          }),
        ),
      ),
    ),
    on(27, '14:00', async (tx, day) => {
      const id = reviewId.get()
      must(await sayNoChanges(tx, me, { personId, reviewId: id, nothing: true }))
      must(await linkAccount(tx, me, { personId, reviewId: id, reflectionId: account.get() }))
      await sign(tx, me, me, id, null, day)
    }),
    on(27, '14:35', (tx, day) => sign(tx, tutor, me, reviewId.get(), workingDayAhead(today, 29), day)),
    on(19, '17:05', done(me, objective.get, 'Watch how the supervisor')),
    on(9, '12:15', async (tx, day) => {
      for (const [days, met] of [
        [40, 1],
        [26, 2],
        [12, 1],
      ] as const)
        must(
          await countInTally(
            tx,
            me,
            { personId, tallyId: thanks.get(), day: workingDay(today, days), met, of: null },
            day,
          ),
        )
    }),
    on(3, '16:40', weeks(4, 1)),
    on(2, '12:20', async (tx, day) =>
      must(
        await keepFigure(
          tx,
          me,
          {
            personId,
            measure: `tally:${greeting.get()}`,
            from: addDays(weekStart(today), -7 * 13),
            to: addDays(weekStart(today), -1),
            competencyId: skill('CS-13'),
            reason:
              'More customers are welcomed than when I began; whether it lasts, the next weeks will say.',
            bearing: 'for',
          },
          day,
        ),
      ),
    ),
  ]
}
