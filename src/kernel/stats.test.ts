import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fc } from '../../test/property.ts'
import { median, newcombe, quantile, wilson, xmr } from './stats.ts'

const near = (actual: number, expected: number, within = 0.00005) =>
  assert.ok(Math.abs(actual - expected) <= within, `${actual} is not ${expected}`)
const rules = (points: number[], better: 'higher' | 'lower' = 'higher', baseline?: number) =>
  xmr(points, better, { baseline }).points.map((point) => point.signal ?? '.')

test('the Wilson interval has its golden values', () => {
  const golden: [number, number, number, number][] = [
    [0, 5, 0, 0.4345],
    [4, 5, 0.3755, 0.9638],
    [5, 5, 0.5655, 1],
    [8, 10, 0.4902, 0.9433],
    [9, 10, 0.5958, 0.9821],
    [18, 20, 0.699, 0.9721],
    [27, 30, 0.7438, 0.9654],
    [45, 50, 0.7864, 0.9565],
    [90, 100, 0.8256, 0.9448],
    [180, 200, 0.8506, 0.9343],
  ]
  for (const [k, n, low, high] of golden) {
    near(wilson(k, n).low, low)
    near(wilson(k, n).high, high)
  }
})

test('a share of nothing, or of more than all, is refused', () => {
  for (const [k, n] of [
    [0, 0],
    [6, 5],
    [-1, 5],
    [Number.NaN, 5],
  ] as const) {
    assert.throws(() => wilson(k, n), RangeError)
  }
})

test('a Wilson interval holds its share and stays within 0 and 1', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5000 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, share) => {
      const k = Math.round(share * n)
      const { low, high } = wilson(k, n)
      assert.ok(0 <= low && low <= k / n && k / n <= high && high <= 1)
    }),
  )
})

test('the difference of two shares has the interval of its source', () => {
  const found = newcombe(56, 70, 48, 80)
  near(found.difference, 0.2)
  near(found.low, 0.0524)
  near(found.high, 0.3339)
  near(newcombe(10, 10, 0, 10).low, 0.6075)
  assert.equal(newcombe(10, 10, 0, 10).high, 1)
})

test('a difference turned round is the same with its sign turned', () => {
  const count = fc.integer({ min: 1, max: 400 })
  fc.assert(
    fc.property(count, count, fc.nat(), fc.nat(), (n1, n2, a, b) => {
      const [k1, k2] = [a % (n1 + 1), b % (n2 + 1)]
      const [one, other] = [newcombe(k1, n1, k2, n2), newcombe(k2, n2, k1, n1)]
      near(one.low, -other.high, 1e-12)
      near(one.difference, -other.difference, 1e-12)
    }),
  )
})

test('quantiles lie between neighbours in proportion', () => {
  assert.equal(quantile([10, 20, 30, 40], 0.5), 25)
  near(quantile([10, 20, 30, 40], 0.9), 37)
  assert.equal(quantile([7], 0.9), 7)
  assert.equal(median([5, 1, 3]), 3)
  assert.throws(() => quantile([], 0.5), RangeError)
  assert.throws(() => quantile([1, 2], 1.2), RangeError)
})

test('the golden vector has screened limits and one special point', () => {
  const points = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]
  const chart = xmr(points, 'lower')
  near(chart.mean, 1.944, 0.0005)
  assert.equal(chart.meanRange, 1)
  near(chart.lower, -0.72, 0.005)
  near(chart.upper, 4.6, 0.005)
  near(chart.nearUpper, 1.9444 + 1.7733, 0.0005)
  assert.deepEqual(
    chart.points.map((point) => point.signal),
    points.map((_, i) => (i === 4 ? 'outside' : null)),
  )
  assert.equal(chart.points[4]?.direction, 'concern')
})

test('seven in a row on one side of the mean are a shift, all seven marked; six are not', () => {
  const noise = [0, 4, 0, 4, 0, 4, 0, 4, 0, 4, 0, 4]
  const seven = [...noise, 3, 2.9, 3, 2.9, 3, 2.9]
  assert.deepEqual(rules([...seven, 0], 'higher', 12).slice(12), [
    'shift',
    'shift',
    'shift',
    'shift',
    'shift',
    'shift',
    '.',
  ])
  assert.equal(rules([...noise, 0, 3, 2.9, 3, 2.9, 3, 2.9, 0], 'higher', 12).includes('shift'), false)
  const chart = xmr(seven, 'lower', { baseline: 12 })
  assert.equal(chart.points.at(-1)?.direction, 'concern')
})

test('a point on the mean breaks a shift', () => {
  const noise = [0, 4, 0, 4, 0, 4, 0, 4, 0, 4, 4, 0]
  assert.equal(rules([...noise, 3, 2.9, 3, 2, 3, 2.9, 3, 2.9, 3], 'higher', 12).includes('shift'), false)
})

test('seven rising points are a trend, six or a tie are not', () => {
  const wide = [0, 90, 10, 80, 0, 90, 10, 80, 0, 90, 10, 80]
  const from = (...tail: number[]) => rules([...wide, ...tail], 'higher', 12).slice(12)
  assert.deepEqual(from(30, 34, 38, 42, 46, 50, 54), Array(7).fill('trend'))
  assert.equal(from(30, 34, 38, 42, 46, 50, 49).includes('trend'), false)
  assert.equal(from(30, 34, 38, 38, 42, 46, 50).includes('trend'), false)
})

test('a rising trend is an improvement below the mean too, and the peak goes to the later of two trends', () => {
  const wide = [0, 90, 10, 80, 0, 90, 10, 80, 0, 90, 10, 80]
  const up = [20, 25, 30, 35, 40, 45, 50]
  const tail = xmr([...wide, ...up, 44, 39, 34, 29, 24, 19], 'higher', { baseline: 12 }).points.slice(12)
  assert.deepEqual(tail[0], { signal: 'trend', direction: 'improvement' })
  assert.deepEqual(tail[5], { signal: 'trend', direction: 'improvement' })
  assert.deepEqual(tail[6], { signal: 'trend', direction: 'concern' })
})

test('two of three between the near limit and the limit are a signal only when all three are on one side', () => {
  const calm = [0, 4, 0, 4, 0, 4, 0, 4, 0, 4, 0, 4]
  const chart = xmr(calm, 'higher')
  near(chart.upper, 12.64)
  near(chart.nearUpper, 9.0933)
  const after = (...tail: number[]) => rules([...calm, ...tail], 'higher', 12).slice(12)
  assert.deepEqual(after(10, 3, 10), ['near', 'near', 'near'])
  assert.deepEqual(after(10, 1, 10), ['.', '.', '.'])
  assert.deepEqual(after(9, 3, 10), ['.', '.', '.'])
  assert.deepEqual(after(13, 3, 10), ['outside', '.', '.'])
})

test('outside comes before trend, trend before two of three, two of three before shift', () => {
  const calm = [0, 4, 0, 4, 0, 4, 0, 4, 0, 4, 0, 4]
  assert.deepEqual(rules([...calm, 2.5, 3, 4, 6, 10, 11, 14], 'higher', 12).slice(12), [
    ...Array(6).fill('trend'),
    'outside',
  ])
  assert.deepEqual(rules([...calm, 1, 10, 3, 10, 3, 3, 3, 3], 'higher', 12).slice(13), [
    'near',
    'near',
    'near',
    'shift',
    'shift',
    'shift',
    'shift',
  ])
})

test('points without variation are no signal, whatever the last digit of their mean', () => {
  assert.deepEqual(rules(Array(24).fill(0.8)), Array(24).fill('.'))
  assert.deepEqual(rules(Array(13).fill(0.1 + 0.2)), Array(13).fill('.'))
})

test('one odd week among equal ones does not make the equal ones signals of their own', () => {
  const chart = xmr([1, 1, 1, 1, 1, 0.8, 1, 1, 1, 1, 1, 1], 'higher')
  assert.ok(chart.upper > 1)
  assert.deepEqual(
    chart.points.map((point) => point.signal === 'outside'),
    [false, false, false, false, false, true, false, false, false, false, false, false],
  )
})

test('a single point, and two, make a chart without a signal; none makes no chart', () => {
  assert.deepEqual(rules([3]), ['.'])
  assert.deepEqual(rules([3, 9]), ['.', '.'])
  assert.throws(() => xmr([], 'higher'), RangeError)
})

const series = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 60 })

test('turning the direction round swaps improvement and concern and nothing else', () => {
  const swapped = { improvement: 'concern', concern: 'improvement' } as const
  fc.assert(
    fc.property(series, (points) => {
      const [higher, lower] = [xmr(points, 'higher'), xmr(points, 'lower')]
      assert.deepEqual(
        lower.points,
        higher.points.map((point) => ({ ...point, direction: point.direction && swapped[point.direction] })),
      )
      const mirrored = xmr(
        points.map((point) => -point),
        'lower',
      )
      assert.deepEqual(mirrored.points, higher.points)
    }),
  )
})

test('adding a constant, or another unit, changes no signal', () => {
  fc.assert(
    fc.property(
      series,
      fc.integer({ min: -1000, max: 1000 }),
      fc.constantFrom(2, 60, 0.25),
      (points, add, by) => {
        const plain = xmr(points, 'higher').points
        assert.deepEqual(
          xmr(
            points.map((point) => point + add),
            'higher',
          ).points,
          plain,
        )
        assert.deepEqual(
          xmr(
            points.map((point) => point * by),
            'higher',
          ).points,
          plain,
        )
      },
    ),
  )
})
