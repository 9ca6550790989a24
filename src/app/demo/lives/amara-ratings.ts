import type { Id } from '../../../kernel/id.ts'
import { plain, type Said } from './rating.ts'

/** What each pass said. The examples stand only in the passes, which are blind to each other at first. */
export function ratings(cited?: { certificate: Id; observed: Id; calm: Id }): Record<string, Said> {
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
      'The Friday before my leave in the spring',
      'Nine customers with open cases',
      'Closed seven before I went home and handed two over to the late shift with a note.',
      'Both were rung that evening.',
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
      example: {
        when: 'In the winter',
        who: 'A daughter who rang for her father',
        did: 'Left the account closed, and told her how he can let us speak with her.',
        followed: 'He rang himself the next day, with her beside him.',
      },
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
      2,
      3,
      'In the summer',
      'A customer after three transfers',
      'Told her what I could see of the three calls before, so that she need not.',
      'She said that it was the first time.',
      {
        seen: {
          when: 'The complaint of the doubled bill',
          who: 'A customer who had been promised a call',
          did: 'Solved what was asked in that call, and left what came after it to chance.',
          followed: 'The customer had to begin again.',
        },
        note: 'Ben put it lower for what happens after a call. The three transfers persuaded him of level 3.',
      },
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
      'Myself, at a shared desk',
      'Set it up by the checklist and reported the loose cable behind it.',
      'It was mended the same day.',
    ),
    'CS-02': said(
      2,
      3,
      3,
      'Our first session, in the summer',
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

/** What the three passes said besides when she tried on the role of senior adviser, which asks for more than hers. */
export const BEYOND: Record<string, Said> = {
  'CS-11': {
    self: 4,
    leader: 4,
    agreed: 4,
    example: {
      when: 'The week of the system failure',
      who: 'The billing desk, which would not take our calls back',
      did: 'Went over to their desk, listened to what they were short of, and offered to sort their queue by promise.',
      followed: 'They took the urgent ones the same hour. No customer heard of the quarrel.',
    },
    seen: {
      when: 'The same week',
      who: 'Our team and billing',
      did: 'Settled with billing what I had meant to settle the next day.',
      followed: 'We have kept the way she agreed.',
    },
  },
  'CS-12': {
    self: 4,
    leader: 4,
    agreed: 4,
    example: {
      when: 'After my first afternoon with Ben beside me',
      who: 'Customers whose calls I closed too soon',
      did: 'Wrote the check-back card from what he had seen, and asked him to look again.',
      followed: 'Customers say the next step back to me now, and my figure moved.',
    },
    seen: {
      when: 'The three weeks with the card',
      who: 'Amara, and what I told her',
      did: 'Took the hardest part of it first and showed me the calls that went wrong.',
      followed: 'She came for the second observation before I thought of it.',
    },
  },
  'CS-18': {
    self: 2,
    leader: 2,
    agreed: 2,
    example: {
      when: 'The huddle in the summer',
      who: 'Tom, after his low week',
      did: 'Read my own chart out to him and said that one week is no trend.',
      followed: 'He asked about the interval, and I had to pass that to Priya.',
    },
    note: 'Reads her own chart. Explaining it to others is what a senior adviser does.',
  },
  ...plain({ 'CS-14': 3, 'CS-15': 3 }),
}

/** Her first round, when Larkfield began: what has changed since is the trend. */
export const FIRST_RATINGS: Record<string, Said> = {
  ...plain({
    'CS-01': 3,
    'CS-03': 2,
    'CS-04': 3,
    'CS-05': 3,
    'CS-06': 3,
    'CS-09': 3,
    'CS-13': 2,
    'CS-16': 3,
    'CS-17': 3,
    'CS-02': 2,
  }),
  'CS-07': { self: 4, leader: 3, agreed: 3 },
  'CS-08': { self: 3, leader: 3, agreed: null },
}
