import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fc } from '../../../../test/property.ts'
import { BANDED, levelByBands, readBands, versionAfter } from './bands.ts'
import type { Band, LevelNumber } from './profile.ts'

const typed = (...figures: (number | null)[]) =>
  figures.map((figure, index) => ({
    level: (index + 2) as LevelNumber,
    figure,
    text: figure === null ? '' : String(figure),
  }))
const read = (measure: string, ...figures: (number | null)[]) => {
  const outcome = readBands(measure, typed(...figures))
  assert.ok(outcome.ok, JSON.stringify(outcome))
  return outcome.value
}

test('a measure is not a level: without bands a figure of Amara’s makes none', () => {
  assert.equal(levelByBands(null, 'fcr', 0.74), null)
  assert.equal(levelByBands(read('csat', null, 70), 'fcr', 0.74), null)
})

test('a share is typed in per cent and reaches the highest level whose figure it meets', () => {
  const bands = read('fcr', 60, 70, 78, 85)
  assert.deepEqual(bands[1], { measure: 'fcr', level: 3, from: 0.7 })
  assert.deepEqual(
    [0.5, 0.6, 0.74, 0.78, 0.99].map((value) => levelByBands(bands, 'fcr', value)),
    [1, 2, 3, 4, 5],
  )
})

test('where fewer seconds are better, the figure is a most and not a least', () => {
  const bands = read('first_reply', 600, 120)
  assert.deepEqual(
    [900, 600, 121, 120, 5].map((value) => levelByBands(bands, 'first_reply', value)),
    [1, 2, 2, 3, 3],
  )
})

test('a level that asks no more than the one below is refused, and so are figures that can’t be', () => {
  const fields = (measure: string, ...figures: (number | null)[]) => {
    const outcome = readBands(measure, typed(...figures))
    return outcome.ok ? [] : outcome.refusals.map((refusal) => refusal.field)
  }
  assert.deepEqual(fields('fcr', 70, 70), ['level-3'])
  assert.deepEqual(fields('handle_time', 300, null, 400), ['level-4'])
  assert.deepEqual(fields('csat', null, 120, -1), ['level-3', 'level-4'])
  assert.deepEqual(fields('mood', 1), ['measure'])
})

test('words in place of a figure are refused and not read as empty', () => {
  const outcome = readBands('fcr', [{ level: 3, figure: null, text: 'most' }])
  assert.ok(!outcome.ok)
  assert.equal(outcome.refusals[0]?.field, 'level-3')
})

test('leaving every level empty takes the bands of that measure away', () => {
  assert.deepEqual(read('fcr', null, null, null, null), [])
})

test('a better figure never makes a lower level', () => {
  const figure = fc.double({ min: 0, max: 1, noNaN: true })
  fc.assert(
    fc.property(
      fc.constantFrom(...BANDED),
      fc.uniqueArray(figure, { minLength: 1, maxLength: 4 }),
      figure,
      figure,
      ({ measure, betterIs }, froms, one, other) => {
        const order = froms.sort((a, b) => (betterIs === 'higher' ? a - b : b - a))
        const bands: Band[] = order.map((from, index) => ({
          measure,
          level: (index + 2) as LevelNumber,
          from,
        }))
        const [worse, better] = [one, other].sort((a, b) => (betterIs === 'higher' ? a - b : b - a))
        const low = levelByBands(bands, measure, worse ?? 0)
        const high = levelByBands(bands, measure, better ?? 0)
        assert.ok(low !== null && high !== null && low <= high)
      },
    ),
  )
})

test('versions are numbered within their year', () => {
  assert.equal(versionAfter('2026-1', '2026-11-22'), '2026-2')
  assert.equal(versionAfter('2026-9', '2026-12-31'), '2026-10')
  assert.equal(versionAfter('2026-2', '2027-01-04'), '2027-1')
  assert.equal(versionAfter('2027-1', '2026-12-31'), '2027-2')
})
