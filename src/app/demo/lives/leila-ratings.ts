import { plain, type Said } from './rating.ts'

/** What Leila, her tutor and both together say of her levels. */
export const RATINGS: Record<string, Said> = {
  ...plain({
    'CS-01': 3,
    'CS-02': 1,
    'CS-03': 2,
    'CS-04': 2,
    'CS-05': 3,
    'CS-06': 2,
    'CS-08': 2,
    'CS-13': 2,
    'CS-16': 3,
    'CS-17': 3,
  }),
  'CS-07': { self: 1, leader: 1, agreed: 1, note: 'You have fetched help each time, as you should.' },
  'CS-09': {
    self: 2,
    leader: 3,
    agreed: 3,
    example: {
      when: 'My second week',
      who: 'A man returning a coat of his wife’s',
      task: 'To take the coat back without a receipt, and to see that it was not about the coat.',
      did: 'Stopped folding and listened.',
      followed: 'He told me that she had died, and thanked me for the chair.',
    },
    seen: {
      when: 'My first visit',
      who: 'A mother with two tired children',
      did: 'Knelt down and asked the children what they were looking for.',
      followed: 'The mother laughed and bought the shoes.',
    },
  },
}
