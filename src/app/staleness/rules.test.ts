import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fc } from '../../../test/property.ts'
import { addDays, isoWeekday } from '../../kernel/day.ts'
import {
  findStale,
  leftToReview,
  lineAbove,
  nextReviewDay,
  reviewAhead,
  type StalePlan,
  stepOf,
  USUAL_STEPS,
  withoutCovered,
} from './rules.ts'

const today = '2026-11-17'
type Objective = StalePlan['objectives'][number]
const action = (more: Partial<Objective['actions'][number]> = {}): Objective['actions'][number] => ({
  actionId: 'listen',
  what: 'Listen in on two calls',
  owner: 'Amara Okafor',
  ownerId: 'amara',
  by: null,
  state: 'planned',
  ...more,
})
const objective = (more: Partial<Objective> = {}): Objective => ({
  objectiveId: 'o1',
  ref: 'O-1',
  title: 'Ring back on the day promised',
  needId: 'n1',
  kind: 'professional',
  sharing: 'assessor',
  state: 'agreed',
  due: null,
  agreedOn: '2026-11-10',
  closedAs: null,
  closedOn: null,
  actions: [action()],
  ...more,
})
const plan = (more: Partial<StalePlan> = {}): StalePlan => ({
  personId: 'amara',
  objectives: [objective()],
  needs: [],
  agreedOn: '2026-11-10',
  heldOn: null,
  nextOn: null,
  cadenceWeeks: 12,
  ...more,
})
const kinds = (more: Partial<StalePlan>, on = today) =>
  findStale(plan(more), on).map(({ kind, since }) => [kind, since])

test('a plan that was agreed last week waits for nothing', () => {
  assert.deepEqual(kinds({}), [])
})

test('the review waits from the day on which the cadence is over: after the last review, or the first agreement', () => {
  const agreed = { agreedOn: '2026-01-05', heldOn: '2026-08-25' }
  assert.deepEqual(kinds(agreed, '2026-11-16'), [])
  assert.deepEqual(kinds(agreed), [['no review', '2026-11-17']])
  assert.deepEqual(kinds({ ...agreed, cadenceWeeks: 6 }), [['no review', '2026-10-06']])
  assert.deepEqual(kinds({ agreedOn: '2026-08-24' }), [['no review', '2026-11-16']])
})

// Twelve weeks are over on 26 October 2026, and four more on 23 November.
const late = { agreedOn: '2026-08-03' }

test('a review booked within four weeks is on its way; one whose day passed too waits from that day', () => {
  assert.deepEqual(kinds({ ...late, nextOn: '2026-12-15' }), [])
  assert.deepEqual(kinds({ ...late, nextOn: '2026-12-16' }), [['no review', '2026-10-26']])
  assert.deepEqual(kinds({ ...late, nextOn: '2026-11-12' }), [['no review', '2026-11-13']])
  assert.deepEqual(kinds({ ...late, nextOn: '2026-09-01' }), [['no review', '2026-10-26']])
})

test('booking again and again excuses nothing: four weeks after the cadence is over the review waits all the same', () => {
  const booked = { ...late, nextOn: '2026-12-01' }
  assert.deepEqual(kinds(booked, '2026-11-22'), [])
  assert.deepEqual(kinds(booked, '2026-11-23'), [['no review', '2026-10-26']])
  for (let on = '2026-11-23'; on < '2027-06-01'; on = addDays(on, 26)) {
    assert.deepEqual(kinds({ ...late, nextOn: addDays(on, 26) }, on), [['no review', '2026-10-26']])
    assert.deepEqual(kinds({ ...late, nextOn: on }, addDays(on, 1)), [['no review', '2026-11-23']])
  }
})

test('nor does it keep what waits from those further up', () => {
  const lain = { ...late, heldOn: null, cadenceWeeks: 12 }
  assert.equal(leftToReview({ ...lain, nextOn: '2026-12-01' }, '2026-11-22'), true)
  assert.equal(leftToReview({ ...lain, nextOn: '2026-12-01' }, '2026-11-23'), false)
  assert.equal(leftToReview({ ...lain, nextOn: null }, '2026-11-22'), false)
  assert.equal(leftToReview({ ...lain, agreedOn: null, nextOn: '2026-12-01' }, '2026-11-23'), true)
})

test('where nothing is agreed with anybody there is nothing to review', () => {
  const lain = { agreedOn: '2026-01-05' }
  assert.deepEqual(kinds({ ...lain, objectives: [] }), [])
  assert.deepEqual(kinds({ ...lain, objectives: [objective({ state: 'closed', closedAs: 'met' })] }), [])
  assert.deepEqual(kinds({ ...lain, objectives: [objective({ sharing: 'me', kind: 'personal' })] }), [])
})

test('a date has passed the day after it, and not once the objective is closed', () => {
  const due = (day: string, state = 'agreed') => kinds({ objectives: [objective({ due: day, state })] })
  assert.deepEqual(due(today), [])
  assert.deepEqual(due('2026-11-16'), [['deadline passed', '2026-11-17']])
  assert.deepEqual(due('2026-11-16', 'closed'), [])
})

test('an objective waits for its first action two weeks after it was agreed; a dropped action is none', () => {
  const agreedOn = '2026-11-03'
  assert.deepEqual(kinds({ objectives: [objective({ agreedOn, actions: [] })] }), [
    ['objective without action', today],
  ])
  const dropped = [action({ state: 'dropped' })]
  assert.equal(kinds({ objectives: [objective({ agreedOn, actions: dropped })] }).length, 1)
  assert.deepEqual(kinds({ objectives: [objective({ agreedOn, actions: [], state: 'draft' })] }), [])
})

test('an action is late only with the person who owns it', () => {
  const lateBy = (more: object) =>
    kinds({ objectives: [objective({ actions: [action({ by: '2026-11-01', ...more })] })] })
  assert.deepEqual(lateBy({}), [['action late', '2026-11-02']])
  assert.deepEqual(lateBy({ ownerId: null, owner: '' }), [['action late', '2026-11-02']])
  assert.deepEqual(lateBy({ ownerId: 'ben', owner: 'Ben Hughes' }), [])
  assert.deepEqual(lateBy({ state: 'done' }), [])
})

test('a need waits two weeks for its objective, and again where the last was closed without having been met', () => {
  const needs = [
    {
      needId: 'n2',
      ref: 'N-2',
      title: 'Complaints',
      sharing: 'assessor',
      madeOn: '2026-10-01',
      priority: 2,
    } as const,
  ]
  const closed = (closedAs: string) =>
    objective({ objectiveId: 'o2', needId: 'n2', state: 'closed', closedAs, closedOn: '2026-10-20' })
  assert.deepEqual(kinds({ needs }), [['need without objective', '2026-10-15']])
  assert.deepEqual(kinds({ needs: needs.map((need) => ({ ...need, priority: 3 })) }), [])
  assert.deepEqual(kinds({ needs, objectives: [objective({ needId: 'n2', state: 'draft' })] }), [])
  assert.deepEqual(kinds({ needs, objectives: [closed('met')] }), [])
  assert.deepEqual(kinds({ needs, objectives: [closed('no longer needed')] }), [])
  assert.deepEqual(kinds({ needs, objectives: [closed('not met')] }), [
    ['need without objective', '2026-11-03'],
  ])
})

test('where an objective’s own date has passed, its late action is not said beside it', () => {
  const both = findStale(
    plan({ objectives: [objective({ due: '2026-11-10', actions: [action({ by: '2026-11-01' })] })] }),
    today,
  )
  assert.deepEqual(
    both.map(({ kind }) => kind),
    ['action late', 'deadline passed'],
  )
  assert.deepEqual(
    withoutCovered(both).map(({ kind }) => kind),
    ['deadline passed'],
  )
})

const line = ['ben', 'grace', 'head']
const step = (days: number, more: object = {}) =>
  stepOf(
    { since: addDays(today, -days), reach: 'line', ...more },
    { steps: USUAL_STEPS, line, ahead: false, ...more },
    today,
  )

test('the person sees it at once, their leader after 14 days, each further up after 14 more, to the top', () => {
  assert.deepEqual(
    [0, 13, 14, 27, 28, 41, 42, 400].map((days) => step(days)),
    [0, 0, 1, 1, 2, 2, 3, 3],
  )
})

test('what is private goes to nobody, what is personal to the leader alone, and with nobody above it stays', () => {
  assert.equal(step(400, { reach: 'person' }), 0)
  assert.equal(step(400, { reach: 'leader' }), 1)
  assert.equal(step(400, { line: [] }), 0)
})

test('how far something may go follows what its person shares: a personal objective goes no further than the leader', () => {
  const reaches = (more: Partial<Objective>) =>
    findStale(plan({ objectives: [objective({ due: '2026-11-10', ...more })] }), today).map(
      ({ reach }) => reach,
    )
  assert.deepEqual(reaches({}), ['line'])
  assert.deepEqual(reaches({ sharing: 'leader' }), ['leader'])
  assert.deepEqual(reaches({ sharing: 'assessor', kind: 'personal' }), ['leader'])
  assert.deepEqual(reaches({ sharing: 'me', kind: 'personal' }), ['person'])
})

test('while a review is on its way it goes no further than the leader', () => {
  assert.equal(step(400, { ahead: true }), 1)
  assert.equal(step(13, { ahead: true }), 0)
  assert.equal(reviewAhead('2026-12-15', today), true)
  assert.equal(reviewAhead('2026-12-16', today), false)
  assert.equal(reviewAhead('2026-11-02', today), false)
  assert.equal(reviewAhead(null, today), false)
})

test('a step is never taken back as days pass', () => {
  fc.assert(
    fc.property(
      fc.nat(500),
      fc.integer({ min: 1, max: 90 }),
      fc.integer({ min: 1, max: 90 }),
      (days, leaderDays, lineDays) => {
        const steps = { leaderDays, lineDays }
        assert.ok(step(days + 1, { steps }) >= step(days, { steps }))
        assert.equal(step(days, { steps }) === 0, days < leaderDays)
      },
    ),
  )
})

test('the line goes up from leader to leader, past whoever left, and ends where leaders lead each other', () => {
  const people = (...all: [string, string | null, string?][]) =>
    new Map(all.map(([id, leaderId, state = 'active']) => [id, { leaderId, state }]))
  assert.deepEqual(lineAbove(people(['amara', 'ben'], ['ben', 'grace'], ['grace', null]), 'amara'), [
    'ben',
    'grace',
  ])
  assert.deepEqual(lineAbove(people(['amara', 'ben'], ['ben', 'grace', 'left'], ['grace', null]), 'amara'), [
    'grace',
  ])
  assert.deepEqual(lineAbove(people(['amara', 'ben'], ['ben', 'amara']), 'amara'), ['ben'])
  assert.deepEqual(lineAbove(people(['amara', null]), 'amara'), [])
})

test('the day offered for a review is a Tuesday at least three days away, and never over Christmas', () => {
  assert.equal(nextReviewDay('2026-11-17'), '2026-11-24')
  assert.equal(nextReviewDay('2026-11-21'), '2026-11-24')
  assert.equal(nextReviewDay('2026-11-22'), '2026-12-01')
  assert.equal(nextReviewDay('2026-12-23'), '2027-01-05')
  for (let ahead = 0; ahead < 400; ahead += 1) {
    const from = addDays(today, ahead)
    const day = nextReviewDay(from)
    assert.equal(isoWeekday(day), 2)
    assert.ok(day >= addDays(from, 3) && day <= addDays(from, 23), `${from} ${day}`)
  }
})
