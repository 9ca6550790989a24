import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fc } from '../../../../test/property.ts'
import { byWeight, readLevels, type Source, type SourceLevel } from './levels.ts'

const says = (source: Source, level: number): SourceLevel => ({ source, level, on: '2026-11-12', by: source })
const read = (required: number, ...levels: SourceLevel[]) => readLevels(required, levels, false)

test('Amara says 4 where Ben says 3 and customers’ figures stand at 2: a blind spot', () => {
  const reading = read(4, says('self', 4), says('leader', 3), says('measure', 2))
  assert.equal(reading.blindSpot, true)
  assert.equal(reading.hiddenStrength, false)
})

test('one other source beside Amara is enough to keep it from being a blind spot, whatever the mean says', () => {
  const reading = read(4, says('self', 4), says('leader', 4), says('feedback', 1), says('measure', 1))
  assert.equal(reading.blindSpot, false)
})

test('less than one level above is no blind spot, exactly one is', () => {
  assert.equal(read(4, says('self', 4), says('feedback', 3.1)).blindSpot, false)
  assert.equal(read(4, says('self', 4), says('feedback', 3)).blindSpot, true)
})

test('Priya says 3 where everybody else sees 4 or more: a hidden strength', () => {
  const reading = read(4, says('self', 3), says('leader', 4), says('feedback', 4.3))
  assert.equal(reading.hiddenStrength, true)
  assert.equal(reading.blindSpot, false)
})

test('the level agreed is no other source: self had a part in it', () => {
  const reading = read(4, says('self', 4), says('agreed', 3))
  assert.equal(reading.blindSpot, false)
  assert.deepEqual([reading.short, reading.state], [1, 'short'])
})

test('only an agreed level is short or met', () => {
  assert.equal(read(4, says('self', 2), says('leader', 2)).state, 'not agreed')
  assert.equal(read(4).state, 'not rated')
  assert.equal(read(3, says('agreed', 3)).state, 'met')
  assert.deepEqual(read(3, says('agreed', 4)).short, -1)
})

test('it is self only until anybody else says a level, or gives evidence', () => {
  assert.equal(read(4, says('self', 4)).selfOnly, true)
  assert.equal(readLevels(4, [says('self', 4)], true).selfOnly, false)
  assert.equal(read(4, says('self', 4), says('leader', 4)).selfOnly, false)
  assert.equal(read(4).selfOnly, false)
})

test('of competencies that weigh the same, the one furthest short comes first, and one without a level as if met', () => {
  const gap = (code: string, weight: number, short: number | null) => ({
    code,
    short,
    requirement: { weight },
  })
  const sorted = byWeight([
    gap('above', 2, -1),
    gap('not agreed', 2, null),
    gap('one short', 2, 1),
    gap('heaviest', 3, 0),
    gap('two short', 2, 2),
  ])
  assert.deepEqual(
    sorted.map(({ code }) => code),
    ['heaviest', 'two short', 'one short', 'not agreed', 'above'],
  )
})

test('nothing is ever a blind spot and a hidden strength, and self alone is neither', () => {
  const others = fc.array(
    fc.record({
      source: fc.constantFrom<Source>('leader', 'feedback', 'measure'),
      level: fc.double({ min: 1, max: 5, noNaN: true }),
    }),
    { maxLength: 4 },
  )
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5 }), others, (self, rest) => {
      const levels = [says('self', self), ...rest.map(({ source, level }) => says(source, level))]
      const { blindSpot, hiddenStrength } = readLevels(4, levels, false)
      assert.ok(!(blindSpot && hiddenStrength))
      if (rest.length === 0) assert.ok(!blindSpot && !hiddenStrength)
      assert.equal(blindSpot, rest.length > 0 && Math.max(...rest.map(({ level }) => level)) <= self - 1)
    }),
  )
})
