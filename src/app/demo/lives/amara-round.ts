import type { Id } from '../../../kernel/id.ts'
import { type AskedGroup, linksToHandOver, releaseDue, shareWithAssessor } from '../../feedback/feedback.ts'
import type { House } from '../../visit.ts'
import { type Company, keep, type Moment, must, workingDay } from '../moments.ts'
import { adjusted, colleagueSays, launched, nominated, type SaidInRound, saidInRound } from './asking.ts'

const CODES = ['CS-07', 'CS-06', 'CS-01', 'CS-09', 'CS-13', 'CS-05', 'CS-03']

/** Levels in the order of the codes. */
const said = (levels: readonly (number | null)[], keep = '', change = ''): SaidInRound => ({
  levels: Object.fromEntries(CODES.map((code, at) => [code, levels[at] ?? null])),
  keep,
  change,
})

const ANSWERS: readonly (readonly [by: string, said: SaidInRound])[] = [
  ['Amara Okafor', said([4, 3, 3, 3, 3, 4, 3])],
  [
    'Priya Nair',
    said(
      [3, 4, 5, 4, 4, 4, 3],
      'When a customer talks himself into a muddle you wait, and then you ask one question. It is nearly always the right one.',
      'When you promise a call back, put it where the rest of us can see it. Twice I had a customer on the line who had been promised one, and found nothing.',
    ),
  ],
  [
    'Grace Lim',
    said(
      [3, 4, 4, 4, 5, 3, 3],
      'The card. I saw you ask a customer to say back what happens next, and I have done it since.',
      'Write the name of the form into the note. I looked for it in three systems last month.',
    ),
  ],
  [
    'Sofia Rossi',
    said(
      [2, 3, 5, 3, 4, 4, null],
      'In the week of the system failure you sorted what was promised from what could wait, and rang those four first. The rest of us copied you.',
    ),
  ],
  [
    'Yusuf Demir',
    said(
      [3, 4, 4, 3, 4, 4, null],
      'You tell people what you are doing while they wait, so nobody asks whether you are still there.',
      'After a complaint, tell whoever takes the next shift what you said you would do.',
    ),
  ],
  [
    'Ben Hughes',
    said(
      [3, 4, 4, 3, 2, 4, 3],
      'You hear people out. On the three calls I sat in on, nobody had to say anything twice.',
      'See the whole way of the customer: what came before your call, and what must happen after it.',
    ),
  ],
]

/** Her 360 round: nine people asked, customers by name as links are handed over, and one competency held back of the peers. */
export function amaraRound(house: House, company: Company): Moment[] {
  const { on, who, today } = company
  const [me, ben] = [who('Amara Okafor'), who('Ben Hughes')]
  const { personId } = me
  const roundId = keep<Id>()
  const colleagues = (...names: string[]): AskedGroup => ({
    group: 'peers',
    mode: 'anonymous',
    threshold: 3,
    raters: names.map((name) => ({ personId: who(name).personId })),
  })
  const customers: AskedGroup = {
    group: 'customers',
    mode: 'named',
    threshold: 1,
    raters: [
      { name: 'The tenant of the moved visit', email: 'r.hallam@mail.example' },
      { name: 'The shop with two meters', email: 'office@twometers.example' },
      { name: 'The family that moved three times', email: 'p.osei@mail.example' },
    ],
  }
  const answer = (from: number, to: number): Moment['run'] => {
    return async (tx, day) => {
      for (const [by, words] of ANSWERS.slice(from, to))
        await colleagueSays(tx, house, company, { by, about: 'Amara Okafor', said: words }, day)
    }
  }
  return [
    on(30, '12:20', async (tx) =>
      roundId.put(
        await nominated(tx, house, company, {
          of: me,
          purpose: 'Before my next review: whether what I see in my complaints is what others see.',
          codes: CODES,
          groups: [colleagues('Priya Nair', 'Grace Lim', 'Sofia Rossi', 'Tom Walsh'), customers],
        }),
      ),
    ),
    on(29, '16:05', (tx, day) =>
      adjusted(
        tx,
        ben,
        {
          of: me,
          roundId: roundId.get(),
          groups: [colleagues('Priya Nair', 'Grace Lim', 'Sofia Rossi', 'Yusuf Demir'), customers],
          reason:
            'Yusuf takes over your open cases on Thursdays. Tom has not sat near you since the desks moved.',
        },
        day,
      ),
    ),
    on(28, '09:30', (tx, day) =>
      launched(tx, house, ben, { of: me, roundId: roundId.get(), closesOn: workingDay(today, 14) }, day),
    ),
    on(26, '12:40', answer(0, 2)),
    on(22, '16:50', answer(2, 4)),
    on(19, '11:15', async (tx, day) => {
      const links = await linksToHandOver(tx, house.keys, personId, roundId.get(), ben)
      const [first, second] = links
      for (const [link, levels] of [
        [first, [null, 4, 5, 4, 4, null, null]],
        [second, [3, 4, 4, 4, null, null, 4]],
      ] as const)
        if (link)
          await saidInRound(
            tx,
            house,
            company,
            link.token,
            said(levels, 'She told me what happens next.'),
            day,
          )
    }),
    on(17, '17:05', answer(4, 6)),
    on(11, '07:11', (tx, day) => releaseDue(tx, house.keys, day)),
    on(10, '12:30', async (tx) =>
      must(await shareWithAssessor(tx, me, { personId, roundId: roundId.get(), shared: true })),
    ),
  ]
}
