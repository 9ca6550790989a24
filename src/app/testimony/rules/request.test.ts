import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fc } from '../../../../test/property.ts'
import { addDays } from '../../../kernel/day.ts'
import { type Asking, checkAsking, reminderDue, stateOf } from './request.ts'

const TODAY = '2026-11-17'

const asking = (changed: Partial<Asking> = {}): Asking => ({
  kind: 'witness',
  name: 'Femi Adeyemi',
  email: '',
  relationship: '',
  about: 'The visit that was moved twice',
  happenedOn: '2026-11-03',
  purpose: 'It shows how I keep customers told.',
  competencyIds: [],
  days: 14,
  ...changed,
})

const fields = (changed: Partial<Asking>) => checkAsking(asking(changed), TODAY).map(({ field }) => field)

test('a witness can be asked with a name, an occasion and a purpose; an address and a relationship may be missing', () => {
  assert.deepEqual(checkAsking(asking(), TODAY), [])
  assert.deepEqual(checkAsking(asking({ happenedOn: null, days: 60 }), TODAY), [])
})

test('each thing that is missing or wrong is said at its own field, all at once', () => {
  assert.deepEqual(
    fields({
      kind: null,
      name: '',
      about: '',
      purpose: '',
      days: null,
      email: 'nobody',
      happenedOn: '2026-11-18',
    }),
    ['kind', 'name', 'email', 'about', 'happened', 'purpose', 'days'],
  )
  assert.deepEqual(fields({ days: 0 }), ['days'])
  assert.deepEqual(fields({ days: 61 }), ['days'])
  assert.deepEqual(fields({ competencyIds: ['1', '2', '3', '4', '5', '6'] }), ['competency'])
  assert.deepEqual(fields({ name: 'Femi\nBcc: everybody' }), ['name'])
  assert.deepEqual(fields({ email: 'femi@quayside.example, all@quayside.example' }), ['email'])
})

const request = (changed: Partial<Parameters<typeof reminderDue>[0]> = {}) => ({
  state: 'waiting' as const,
  openedOn: null,
  askedOn: TODAY,
  endsOn: addDays(TODAY, 14),
  email: 'femi@quayside.example',
  remindedOn: null,
  ...changed,
})

test('a link works through its last day, and has ended on the next', () => {
  assert.equal(stateOf(request(), addDays(TODAY, 14)), 'waiting')
  assert.equal(stateOf(request({ openedOn: TODAY }), addDays(TODAY, 14)), 'opened')
  assert.equal(stateOf(request(), addDays(TODAY, 15)), 'ended')
  assert.equal(stateOf(request({ state: 'answered' }), addDays(TODAY, 15)), 'answered')
})

test('a reminder is due from half way on, until the day before the last', () => {
  const due = Array.from({ length: 20 }, (_, day) => day).filter((day) =>
    reminderDue(request(), addDays(TODAY, day)),
  )
  assert.deepEqual(due, [7, 8, 9, 10, 11, 12, 13])
})

test('nobody is reminded who answered, declined, was let go, was reminded before or gave no address', () => {
  const later = addDays(TODAY, 8)
  assert.equal(reminderDue(request(), later), true)
  for (const state of ['answered', 'cannot say', 'not for me', 'revoked'] as const)
    assert.equal(reminderDue(request({ state }), later), false, state)
  assert.equal(reminderDue(request({ remindedOn: addDays(TODAY, 7) }), later), false)
  assert.equal(reminderDue(request({ email: null }), later), false)
})

test('however long a link works, a reminder is never due on the day of asking, on the last day, or after it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: -2, max: 70 }), (days, at) => {
      const due = reminderDue(request({ endsOn: addDays(TODAY, days) }), addDays(TODAY, at))
      if (at <= 0 || at >= days) assert.equal(due, false)
      if (at === days - 1 && days > 1) assert.equal(due, true)
    }),
  )
})
