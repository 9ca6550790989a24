import type { Career, Case } from './case.ts'
import { RULES, whole } from './some-case.ts'

type Mutable<T> = { -readonly [K in keyof T]: T[K] }
export const without = (change: (all: Mutable<Case>) => void): Case => {
  const all = structuredClone(whole())
  change(all)
  return all
}
export const objectives = (change: Partial<Case['objectives'][number]>) =>
  without((all) => {
    all.objectives = all.objectives.map((one) => ({ ...one, ...change }))
  })
const career = (change: (all: Career) => void) =>
  without((all) => {
    change(all.career)
  })
const needs = (change: Partial<Case['needs'][number]>) =>
  without((all) => {
    all.needs = all.needs.map((one) => ({ ...one, ...change }))
  })

/** What each check rests on, taken away. */
export const REMOVALS: { check: number; without: string; all: Case }[] = [
  {
    check: 1,
    without: 'the self-assessment',
    all: without((all) => {
      all.self = null
    }),
  },
  {
    check: 1,
    without: 'one rating',
    all: without((all) => {
      all.complete = { lacking: [{ title: 'Data protection' }] }
    }),
  },
  {
    check: 1,
    without: 'handing in',
    all: without((all) => {
      if (all.self) all.self.inOn = null
    }),
  },
  {
    check: 1,
    without: 'the profile in force',
    all: without((all) => {
      if (all.self) all.self.current = false
    }),
  },
  {
    check: 1,
    without: 'evidence, example or “no example yet”',
    all: without((all) => {
      all.complete = { lacking: [{ title: 'Listening' }] }
    }),
  },
  {
    check: 2,
    without: 'needs',
    all: without((all) => {
      all.needs = []
    }),
  },
  {
    check: 2,
    without: 'evidence from others',
    all: without((all) => {
      all.evidence = all.evidence.filter((one) => !one.outside)
    }),
  },
  {
    check: 3,
    without: 'a match to a framework',
    all: without((all) => {
      all.recognised = []
    }),
  },
  { check: 3, without: 'a competency', all: needs({ competencyId: null }) },
  {
    check: 4,
    without: 'a second outside source',
    all: without((all) => {
      all.evidence = all.evidence.slice(0, 1)
    }),
  },
  { check: 5, without: 'a reason of the need', all: needs({ why: ' ' }) },
  { check: 5, without: 'a reason of the objective', all: objectives({ why: '' }) },
  { check: 5, without: 'the competency of a professional need', all: needs({ competencyId: null }) },
  { check: 6, without: 'a need about a soft skill', all: needs({ competencyId: RULES }) },
  {
    check: 6,
    without: 'a rating of the soft skill',
    all: without((all) => {
      all.self?.ratings.shift()
    }),
  },
  {
    check: 7,
    without: 'objectives',
    all: without((all) => {
      all.objectives = []
    }),
  },
  { check: 7, without: 'a need', all: objectives({ needId: null }) },
  { check: 7, without: 'a letter of SMART', all: objectives({ unmet: ['Measurable'] }) },
  { check: 7, without: 'resources', all: objectives({ resources: '' }) },
  { check: 7, without: 'a date', all: objectives({ due: null }) },
  { check: 7, without: 'actions', all: objectives({ actions: 0 }) },
  { check: 7, without: 'a success criterion', all: objectives({ success: '' }) },
  { check: 7, without: 'agreement', all: objectives({ agreed: false }) },
  { check: 7, without: 'resources that are more than “tbc”', all: objectives({ resources: 'tbc' }) },
  {
    check: 7,
    without: 'a success criterion that can be judged',
    all: objectives({ success: 'I feel better' }),
  },
  { check: 5, without: 'a reason that is not of the other kind', all: objectives({ kind: 'personal' }) },
  {
    check: 8,
    without: 'reviews',
    all: without((all) => {
      all.reviews = []
    }),
  },
  {
    check: 8,
    without: 'a second review',
    all: without((all) => {
      all.reviews = all.reviews.slice(0, 1)
    }),
  },
  {
    check: 8,
    without: 'a signature',
    all: without((all) => {
      for (const one of all.reviews) one.signed = 1
    }),
  },
  {
    check: 8,
    without: 'regularity',
    all: without((all) => {
      all.today = '2027-03-01'
    }),
  },
  {
    check: 8,
    without: 'a cause',
    all: without((all) => {
      for (const one of all.changes) one.reason = ''
    }),
  },
  {
    check: 9,
    without: 'an account',
    all: without((all) => {
      all.accounts = []
    }),
  },
  {
    check: 9,
    without: 'a stage',
    all: without((all) => {
      for (const stage of all.accounts.flatMap(({ stages }) => stages)) stage.done = false
    }),
  },
  {
    check: 9,
    without: 'the impact',
    all: without((all) => {
      for (const account of all.accounts) account.impacts = ['']
    }),
  },
  {
    check: 10,
    without: 'a target role',
    all: career((all) => {
      all.target = null
      all.route = null
    }),
  },
  {
    check: 10,
    without: 'a route to it',
    all: career((all) => {
      all.route = null
    }),
  },
  {
    check: 10,
    without: 'growing responsibility: it is a move to the side',
    all: career((all) => {
      if (all.route) all.route.character = 'sideways'
    }),
  },
  {
    check: 10,
    without: 'progression: it is a new job',
    all: career((all) => {
      if (all.route) all.route.character = 'a new job, not progression'
    }),
  },
  {
    check: 10,
    without: 'a second source',
    all: career((all) => {
      all.sources = all.sources.slice(0, 1)
    }),
  },
  {
    check: 10,
    without: 'what was learnt from the sources',
    all: career((all) => {
      for (const source of all.sources) source.learnt = 'tbc'
    }),
  },
  {
    check: 10,
    without: 'why the sources can be relied on',
    all: career((all) => {
      for (const source of all.sources) source.why = '-'
    }),
  },
  {
    check: 10,
    without: 'two sources set against each other',
    all: career((all) => {
      all.compared = []
    }),
  },
  {
    check: 10,
    without: 'ways compared',
    all: career((all) => {
      all.ways = []
    }),
  },
  {
    check: 10,
    without: 'a way on another track',
    all: career((all) => {
      for (const way of all.ways) way.tracks = 1
    }),
  },
  {
    check: 10,
    without: 'a second way besides the present role',
    all: career((all) => {
      for (const way of all.ways) way.titles = ['Team leader']
    }),
  },
  {
    check: 10,
    without: 'a way onward that suits',
    all: career((all) => {
      for (const way of all.ways) way.onward = false
    }),
  },
  {
    check: 10,
    without: 'what they would answer for',
    all: career((all) => {
      for (const way of all.ways) way.grows = false
    }),
  },
  {
    check: 10,
    without: 'why it is progression',
    all: career((all) => {
      for (const way of all.ways) way.progression = 'Yes'
    }),
  },
  {
    check: 10,
    without: 'why one suits',
    all: career((all) => {
      for (const way of all.ways) way.why = 'n/a'
    }),
  },
  {
    check: 11,
    without: 'a SWOT',
    all: without((all) => {
      all.swot = null
    }),
  },
  {
    check: 12,
    without: 'ratings',
    all: without((all) => {
      all.self = null
    }),
  },
  {
    check: 12,
    without: 'one example',
    all: without((all) => {
      for (const one of all.self?.ratings ?? []) one.example = null
    }),
  },
  {
    check: 12,
    without: 'an example of its own for each rating',
    all: without((all) => {
      const [first, second] = all.self?.ratings ?? []
      if (first && second) Object.assign(first, { example: second.example, occasion: false })
    }),
  },
  {
    check: 12,
    without: 'one occasion: it tells of a habit',
    all: without((all) => {
      for (const { example } of all.self?.ratings ?? []) if (example) example.general = true
    }),
  },
  { check: 13, without: 'a priority', all: objectives({ priority: null }) },
  {
    check: 13,
    without: 'a priority that is in force',
    all: objectives({ priority: { title: 'Winter billing', inForce: false } }),
  },
  {
    check: 13,
    without: 'more than a question mark for an aspiration',
    all: without((all) => {
      all.aspiration = '?'
    }),
  },
  {
    check: 13,
    without: 'the aspiration',
    all: without((all) => {
      all.aspiration = null
    }),
  },
  { check: 13, without: 'an objective that serves it', all: objectives({ servesAspiration: false }) },
]
