import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fc } from '../../../../test/property.ts'
import { addDays, type Day } from '../../../kernel/day.ts'
import { contrast, daysAround, judgeChange, withheldOf } from './compare.ts'
import { type Definition, definitionOf } from './definitions.ts'
import type { Observation } from './observation.ts'

const definition = (key: string): Definition => {
  const one = definitionOf(key)
  assert.ok(one)
  return one
}
const CSAT = definition('csat')

/** A Monday. */
const SINCE = '2026-06-01'

/** `perWeek` contacts in each week from a Monday on, of which so many were met as the list says. */
const weeks = (monday: Day, perWeek: number, met: readonly number[]): Observation[] =>
  met.flatMap((good, week) =>
    Array.from({ length: perWeek }, (_, i) => ({
      day: addDays(monday, week * 7 + (i % 7)),
      value: Number(i < good),
      provisional: false,
    })),
  )
/** Weeks by turns a little over and under a mean. */
const around = (mean: number, many: number) => Array.from({ length: many }, (_, i) => mean + (i % 2 ? 1 : -1))
const before = (many: number) => addDays(SINCE, -7 * many)

function judged(all: readonly Observation[], last = '2026-08-31') {
  return judgeChange(CSAT, all, daysAround(SINCE, last), { from: '2025-01-06', to: last })
}

test('the 13 weeks before a change stand against up to 26 from its first day on', () => {
  const { history, before, after } = daysAround(SINCE, '2027-06-01')
  assert.deepEqual(before, { from: '2026-03-02', to: '2026-05-31' })
  assert.deepEqual(after, { from: SINCE, to: '2026-11-29' })
  assert.equal(history.to, '2026-03-01')
  assert.equal(daysAround(SINCE, '2026-07-05').after.to, '2026-07-05')
  assert.deepEqual(daysAround(SINCE, '2026-05-01').after, { from: SINCE, to: SINCE })
})

test('Amara’s satisfaction after a change is higher, lower, or one cannot tell, as the interval says', () => {
  const says = (good: number) =>
    judged([...weeks(before(13), 20, around(14, 13)), ...weeks(SINCE, 20, around(good, 13))]).says
  assert.equal(says(18), 'higher')
  assert.equal(says(15), 'cannot tell')
  assert.equal(says(10), 'lower')
})

test('under 30 on a side is too few to judge, and under 5 nothing is compared', () => {
  const old = weeks(before(13), 20, around(10, 13))
  const few = judged([...old, ...weeks(SINCE, 29, [29])])
  assert.equal(few.says, 'too few to judge')
  assert.ok(few.difference && few.difference.low > 0)
  assert.equal(judged([...old, ...weeks(SINCE, 30, [30])]).says, 'higher')
  const none = judged([...old, ...weeks(SINCE, 4, [4])])
  assert.equal(none.difference, null)
  assert.equal(none.after.level, null)
})

test('a change made soon after a concern signal has a baseline that was picked for being bad', () => {
  const slump = [...around(16, 22), 4, 15, 17, 15]
  const { picked, fairer } = judged([
    ...weeks(before(78), 20, around(16, 52)),
    ...weeks(before(26), 20, slump),
    ...weeks(SINCE, 20, around(16, 13)),
  ])
  assert.deepEqual(picked, { why: 'concern signal', week: before(4) })
  assert.equal(fairer?.before.to, addDays(before(13), -1))
  assert.equal(fairer?.says, 'cannot tell')
})

test('a baseline in the worse third of the year before it was picked for being bad, and is set against that year', () => {
  const year = Array.from({ length: 39 }, (_, i) => [12, 14, 16, 18][i % 4] ?? 14)
  const after = weeks(SINCE, 20, around(15, 13))
  const low = [...weeks(before(65), 20, year), ...weeks(before(26), 20, around(12, 26)), ...after]
  const bad = judged(low)
  assert.deepEqual(bad.picked, { why: 'worse third', weeks: 52 })
  assert.equal(bad.says, 'higher')
  assert.equal(bad.fairer?.says, 'cannot tell')
  const usual = judged([...weeks(before(65), 20, year), ...weeks(before(26), 20, around(15, 26)), ...after])
  assert.equal(usual.picked, null)
  assert.equal(usual.fairer, null)
})

test('where lower is better, the worse third is the upper one', () => {
  const time = definition('handle_time')
  const timed = (monday: Day, seconds: readonly number[]) =>
    seconds.flatMap((value, week) =>
      Array.from({ length: 10 }, (_, i) => ({
        day: addDays(monday, week * 7 + (i % 7)),
        value: value + i,
        provisional: false,
      })),
    )
  const year = timed(
    before(65),
    Array.from({ length: 39 }, (_, i) => [200, 240, 280, 320][i % 4] ?? 240),
  )
  const picked = (seconds: number) =>
    judgeChange(time, [...year, ...timed(before(26), around(seconds, 26))], daysAround(SINCE, '2026-08-31'), {
      from: '2025-01-06',
      to: '2026-08-31',
    }).picked
  assert.deepEqual(picked(315), { why: 'worse third', weeks: 52 })
  assert.equal(picked(205), null)
})

test('a short history picks nothing: nobody knows what was usual', () => {
  const { picked } = judged([
    ...weeks(before(24), 20, around(18, 11)),
    ...weeks(before(13), 20, around(12, 13)),
    ...weeks(SINCE, 20, around(18, 13)),
  ])
  assert.equal(picked?.why === 'worse third', false)
})

test('the same days the other way round turn the difference about', () => {
  const days = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 13, maxLength: 13 })
  fc.assert(
    fc.property(days, days, (first, second) => {
      const all = [...weeks(before(13), 20, first), ...weeks(SINCE, 20, second)]
      const { before: earlier, after: later } = daysAround(SINCE, addDays(SINCE, 90))
      const one = contrast(CSAT, all, earlier, later)
      const other = contrast(CSAT, all, later, earlier)
      assert.ok(one.difference && other.difference)
      assert.ok(Math.abs(one.difference.low + other.difference.high) < 1e-9)
      const turned = { higher: 'lower', lower: 'higher' } as const
      assert.equal(other.says, one.says === 'higher' || one.says === 'lower' ? turned[one.says] : one.says)
    }),
  )
})

test('a figure of two people, or of one and a shadow, is withheld', () => {
  const each = (...sizes: number[]) => sizes.map((size) => ({ before: size, after: size }))
  assert.equal(withheldOf(each(50, 50)), 'fewer than 3 people')
  assert.equal(withheldOf(each(50, 40, 30)), null)
  assert.equal(withheldOf(each(81, 10, 9)), 'mostly one person')
  assert.equal(withheldOf(each(80, 10, 10)), null)
  assert.equal(withheldOf([...each(10, 10), { before: 10, after: 100 }]), 'mostly one person')
})
