import { plain, type Said } from './rating.ts'

/** What Priya, Ben and both together say of her against a team leader's role. */
export const RATINGS: Record<string, Said> = {
  ...plain({
    'CS-01': 4,
    'CS-03': 4,
    'CS-04': 4,
    'CS-05': 4,
    'CS-06': 4,
    'CS-08': 4,
    'CS-09': 4,
    'CS-10': 4,
    'CS-11': 4,
    'CS-12': 4,
    'CS-13': 4,
    'CS-14': 4,
    'CS-15': 3,
    'CS-16': 4,
    'CS-17': 4,
    'CS-07': 5,
  }),
  'CS-02': {
    self: 3,
    leader: 3,
    agreed: 3,
    example: {
      when: 'When Ellie began',
      who: 'Ellie Marsh',
      did: 'Sat beside her for a morning, named one thing and asked what she would try.',
      followed: 'She tried it on her next call.',
    },
    seen: {
      when: 'A one-to-one that I asked her to hold',
      who: 'Sofia Rossi',
      did: 'Went from a goal to a next step, and wrote it down.',
      followed: 'The step was not looked at again.',
    },
    note: 'Holds a good talk. The coming back to it is what a team leader needs.',
  },
  'CS-18': {
    self: 3,
    leader: 3,
    agreed: 3,
    example: {
      when: 'The team huddle on satisfaction',
      who: 'The team',
      did: 'Said what the figure counts and what it leaves out.',
      followed: 'Tom asked what the limits are.',
    },
  },
}
