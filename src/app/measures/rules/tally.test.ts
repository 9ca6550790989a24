import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addDays } from '../../../kernel/day.ts'
import { type Tally, type TallyEntry, tallyChart } from './tally.ts'

const tally = (...entries: TallyEntry[]): Tally => ({
  name: 'Calls that met the standard',
  words: 'Observed calls in which every point of the greeting standard was met.',
  betterIs: 'higher',
  entries,
})
const year = { from: '2026-01-01', to: '2026-12-31' }

test('three observed calls are a raw count and no figure', () => {
  const { figure } = tallyChart(tally({ day: '2026-03-02', met: 2, of: 3 }), year, '2026-06-01')
  assert.deepEqual([figure.numerator, figure.denominator, figure.n, figure.value], [2, 3, 3, null])
  assert.equal(figure.verdict, 'too few points')
})

test('nine of ten have their interval and too few points', () => {
  const entries = [
    { day: '2026-03-02', met: 5, of: 5 },
    { day: '2026-03-20', met: 4, of: 5 },
  ]
  const { figure } = tallyChart(tally(...entries), year, '2026-06-01')
  assert.equal(figure.value, 0.9)
  assert.ok(Math.abs((figure.low ?? 0) - 0.5958) < 0.0001)
  assert.equal(figure.verdict, 'too few points')
})

test('two compliments are a count alone', () => {
  const { figure } = tallyChart(
    tally({ day: '2026-03-02', met: 1, of: null }, { day: '2026-03-09', met: 1, of: null }),
    year,
    '2026-06-01',
  )
  assert.deepEqual([figure.n, figure.numerator, figure.denominator, figure.value], [2, 2, null, null])
  assert.ok(figure.reason)
})

test('a standard kept for weeks has limits and a verdict like any measure', () => {
  const entries = Array.from({ length: 22 }, (_, week) => ({
    day: addDays('2026-01-05', week * 7 + 2),
    met: week < 14 ? 5 + (week % 2) : 9,
    of: 10,
  }))
  const found = tallyChart(tally(...entries), year, '2026-12-01')
  assert.ok(found.limits)
  assert.equal(found.figure.verdict, 'improvement signal')
})

test('more met than looked at is refused', () => {
  for (const entry of [
    { day: '2026-03-02', met: 4, of: 3 },
    { day: '2026-03-02', met: -1, of: 3 },
    { day: '2026-03-02', met: 0.5, of: null },
  ]) {
    assert.throws(() => tallyChart(tally(entry), year, '2026-06-01'), RangeError)
  }
})
