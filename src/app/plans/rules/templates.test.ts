import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fc } from '../../../../test/property.ts'
import { addDays } from '../../../kernel/day.ts'
import { someAction, someObjective } from './some-objective.ts'
import {
  actionLines,
  checkTemplate,
  draftOf,
  itemOf,
  readActions,
  type TemplateItem,
  withDates,
  withoutNames,
  withWeeks,
} from './templates.ts'

const PEOPLE = [
  { name: 'Amara Okafor', as: 'me' },
  { name: 'Ben Hughes', as: 'my leader' },
  { name: 'Priya Nair', as: 'a colleague' },
  { name: 'April Stone', as: 'a colleague' },
]

test('a day in the words becomes weeks from the start, and weeks become a day again', () => {
  assert.equal(
    withWeeks('by 29 January 2027, and not 3 March', '2026-11-17'),
    'by [in 10 weeks], and not [in 15 weeks]',
  )
  assert.equal(withWeeks('since 3 March 2026', '2026-11-17'), 'since 3 March 2026')
  assert.equal(
    withDates('by [in 12 weeks] or [In 1 week]', '2026-11-17'),
    'by 9 February 2027 or 24 November 2026',
  )
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 104 }), fc.integer({ min: 0, max: 3000 }), (weeks, from) => {
      const start = addDays('2024-01-01', from)
      const words = `Ring back by [in ${weeks} weeks].`
      assert.equal(withWeeks(withDates(words, start), start), words)
    }),
  )
})

test('people are named by what they are to the person, and a month is no first name', () => {
  assert.equal(
    withoutNames('Priya Nair and Ben listen to Amara’s calls by 3 April. Priyanka helps.', PEOPLE),
    'a colleague and my leader listen to me’s calls by 3 April. Priyanka helps.',
  )
})

test('an agreed objective becomes an item without dates, names or the person’s own tally', () => {
  const item = itemOf(
    someObjective({
      text: 'Ring back with Priya by 29 January 2027.',
      due: '2027-01-29',
      agreedOn: '2026-11-17',
      measure: 'tally:1',
      target: 18,
      actions: [
        someAction({ what: 'Sit beside Priya Nair', by: '2026-12-01', owner: 'Ben Hughes', ownerId: 'ben' }),
        someAction({ state: 'dropped' }),
      ],
    }),
    PEOPLE,
    { competencyId: 'complaints', leaderId: 'ben' },
  )
  assert.equal(item.text, 'Ring back with a colleague by [in 10 weeks].')
  assert.deepEqual([item.measure, item.target, item.weeks], [null, null, 10])
  assert.deepEqual(item.actions, [{ what: 'Sit beside a colleague', owner: 'leader', weeks: 2 }])
})

test('actions are read from lines as they are written, each with its week', () => {
  const actions = readActions(
    '2: Listen in on two calls\n\nWeek 4. Roster two hours (leader)\n6) Show it (somebody else)',
  )
  assert.deepEqual(actions, [
    { what: 'Listen in on two calls', owner: 'me', weeks: 2 },
    { what: 'Roster two hours', owner: 'leader', weeks: 4 },
    { what: 'Show it', owner: 'other', weeks: 6 },
  ])
  assert.deepEqual(readActions(actionLines(actions)), actions)
  assert.equal(readActions('Listen in')[0]?.weeks, 0)
})

const ITEM: TemplateItem = {
  title: '',
  text: 'Answer billing calls alone by [in 12 weeks].',
  competencyId: 'billing',
  measure: 'count',
  target: 8,
  weeks: 12,
  resources: '',
  success: '',
  actions: [{ what: 'Sit beside my leader', owner: 'leader', weeks: 2 }],
}

test('a template names what it lacks, item by item', () => {
  const known = { roles: new Set<string>(), competencies: new Set(['billing']), measures: new Set(['count']) }
  const fields = (items: TemplateItem[], more = {}) =>
    checkTemplate({ name: 'Starters', roleId: null, cohort: '', items, ...more }, known).map(
      ({ field }) => field,
    )
  assert.deepEqual(fields([ITEM]), [])
  assert.deepEqual(fields([], { name: '', roleId: 'gone' }), ['name', 'role', 'i0-text'])
  const wrong = {
    ...ITEM,
    text: '',
    weeks: 0,
    actions: readActions('Listen in'),
    competencyId: 'x',
    measure: 'y',
  }
  assert.deepEqual(
    fields([ITEM, wrong]),
    ['text', 'weeks', 'actions', 'competency', 'measure'].map((part) => `i1-${part}`),
  )
})

test('a draft has the dates from the day it is begun, and the leader who is hers', () => {
  const draft = draftOf(ITEM, {
    start: '2026-11-17',
    need: { needId: 'need-3', why: 'Billing calls come back.' },
    unit: 'count',
    names: { me: 'Amara Okafor', leader: 'Ben Hughes', other: '' },
  })
  assert.equal(draft.text, 'Answer billing calls alone by 9 February 2027.')
  assert.deepEqual([draft.due, draft.needId, draft.measure, draft.target], ['2027-02-09', 'need-3', null, 8])
  assert.deepEqual(
    draft.actions.map(({ owner, by }) => [owner, by]),
    [['Ben Hughes', '2026-12-01']],
  )
})
