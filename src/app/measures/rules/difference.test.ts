import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fc } from '../../../../test/property.ts'
import { differenceOf, levelOf, welch } from './difference.ts'

const near = (actual: number, expected: number, within: number) =>
  assert.ok(Math.abs(actual - expected) <= within, `${actual} is not ${expected}`)
const share = (met: number, of: number) => Array.from({ length: of }, (_, i) => Number(i < met))

// Student 1908 (Cushny and Peebles): hours of sleep gained by ten patients with each of two drugs.
const FIRST_DRUG = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2]
const SECOND_DRUG = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]

test('the difference of two shares has the interval that Newcombe published', () => {
  const { difference, low, high } = differenceOf('share', share(56, 70), share(48, 80))
  near(difference, 0.2, 1e-12)
  near(low, 0.0524, 0.00005)
  near(high, 0.3339, 0.00005)
})

test('the difference of two means has the interval that R gives for Student’s sleep data', () => {
  const { difference, low, high } = differenceOf('score', FIRST_DRUG, SECOND_DRUG)
  near(difference, -1.58, 1e-9)
  near(low, -3.3654832, 0.001)
  near(high, 0.2054832, 0.001)
})

test('the interval of one mean uses the 97.5% points of Student’s table', () => {
  const table: [freedom: number, point: number][] = [
    [4, 2.7764],
    [9, 2.2622],
    [17, 2.1098],
    [29, 2.0452],
    [120, 1.9799],
  ]
  for (const [freedom, point] of table) {
    const values = Array.from({ length: freedom + 1 }, (_, i) => i)
    const mean = freedom / 2
    const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / freedom)
    const { value, high } = levelOf('score', values)
    near((high - value) / (spread / Math.sqrt(freedom + 1)), point, 0.001)
  }
})

test('a mean of fewer than 5 values has no interval', () => {
  assert.throws(() => welch([1, 2, 3, 4], FIRST_DRUG), RangeError)
})

const scores = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 5, maxLength: 60 })
const shares = fc.array(fc.integer({ min: 0, max: 1 }), { minLength: 5, maxLength: 60 })
const groups = fc.oneof(
  fc.record({ unit: fc.constant('share' as const), first: shares, second: shares }),
  fc.record({ unit: fc.constantFrom('score' as const, 'seconds' as const), first: scores, second: scores }),
)

test('an interval holds its difference, and asked the other way round it is the same with its signs turned', () => {
  fc.assert(
    fc.property(groups, ({ unit, first, second }) => {
      const one = differenceOf(unit, first, second)
      const other = differenceOf(unit, second, first)
      assert.ok(one.low <= one.difference + 1e-12 && one.difference <= one.high + 1e-12)
      near(one.difference, -other.difference, 1e-9)
      near(one.low, -other.high, 1e-9)
      near(one.high, -other.low, 1e-9)
    }),
  )
})
