import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fc } from '../../../../test/property.ts'
import { addDays, dayOf } from '../../../kernel/day.ts'
import { type CarryItem, changesAtEnd, checkCarry, planYear, yearToClose } from './carry.ts'
import { someObjective } from './some-objective.ts'

const YEAR = planYear('2026-11-17', 1)

const item = (more: Partial<CarryItem>): CarryItem => ({
  objectiveId: 'ring-back',
  version: 1,
  fate: 'carry',
  due: '2027-03-26',
  text: '',
  cause: 'feedback',
  reason: '',
  ...more,
})

test('a plan year begins in the organisation’s month, holds its day, and lasts twelve months', () => {
  assert.deepEqual(YEAR, { from: '2026-01-01', to: '2026-12-31', name: '2026' })
  assert.equal(planYear('2027-03-31', 4).name, '2026 to 2027')
  assert.equal(planYear('2027-04-01', 4).from, '2027-04-01')
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 1, max: 12 }), (days, month) => {
      const day = addDays('2000-01-01', days)
      const { from, to } = planYear(day, month)
      assert.ok(from <= day && day <= to)
      assert.equal(planYear(addDays(to, 1), month).from, addDays(to, 1))
      assert.equal(from, dayOf(Number(from.slice(0, 4)), month, 1))
    }),
  )
})

test('a year can be closed from eight weeks before its end, and afterwards until it is closed', () => {
  const plan = { firstAgreedOn: '2026-03-02', closedTo: null }
  assert.equal(yearToClose('2026-11-05', 1, plan), null)
  assert.equal(yearToClose('2026-11-06', 1, plan)?.name, '2026')
  assert.equal(yearToClose('2026-12-31', 1, plan)?.name, '2026')
  assert.equal(yearToClose('2027-02-01', 1, plan)?.name, '2026')
  assert.equal(yearToClose('2027-02-01', 1, { ...plan, closedTo: '2026-12-31' }), null)
  assert.equal(yearToClose('2027-11-10', 1, { ...plan, closedTo: '2026-12-31' })?.name, '2027')
  assert.equal(yearToClose('2026-02-01', 1, { firstAgreedOn: '2026-01-12', closedTo: null }), null)
  assert.equal(yearToClose('2026-12-01', 1, { firstAgreedOn: null, closedTo: null }), null)
})

test('each agreed open objective needs an end, and one that is carried over a date in the next year', () => {
  const ringBack = someObjective({ objectiveId: 'ring-back', ref: 'O-1' })
  const fields = (items: CarryItem[], all = [ringBack]) =>
    checkCarry(items, all, YEAR).map(({ field }) => field)
  assert.deepEqual(fields([]), ['fate-ring-back'])
  assert.deepEqual(fields([item({ due: '2026-12-31' })]), ['due-ring-back'])
  assert.deepEqual(fields([item({ due: null, cause: null })]), ['due-ring-back', 'cause-ring-back'])
  assert.deepEqual(fields([item({ cause: 'other' })]), ['reason-ring-back'])
  assert.deepEqual(fields([item({ fate: 'met', due: null, cause: null })]), [])
  assert.deepEqual(fields([item({ fate: 'no longer needed', cause: null })]), ['cause-ring-back'])
  assert.deepEqual(fields([item({ version: 2 })]), ['fate-ring-back'])
  assert.deepEqual(fields([item({})], [{ ...ringBack, state: 'proposed' }]), ['fate-ring-back'])
  assert.deepEqual(fields([], [{ ...ringBack, private: true }]), [])
  assert.deepEqual(fields([], [{ ...ringBack, state: 'draft', agreedOn: null }]), [])
})

test('an objective that is carried over as it stands changes nothing in the plan', () => {
  const ringBack = someObjective({
    objectiveId: 'ring-back',
    due: '2027-03-26',
    text: 'Ring back.\r\nEach day.',
  })
  assert.deepEqual(changesAtEnd([item({ text: 'Ring back.\nEach day.' })], [ringBack]), [])
  assert.deepEqual(changesAtEnd([item({ due: '2027-04-30' })], [ringBack]), [
    { objectiveId: 'ring-back', cause: 'feedback', reason: '', due: '2027-04-30' },
  ])
  assert.deepEqual(changesAtEnd([item({ fate: 'not met', cause: null })], [ringBack]), [
    { objectiveId: 'ring-back', cause: 'target missed', reason: '', close: 'not met' },
  ])
})
