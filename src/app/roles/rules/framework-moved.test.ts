import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fc } from '../../../../test/property.ts'
import { carryRequirements, carryWords, type Removed } from './framework-moved.ts'
import type { LevelNumber, Requirement } from './profile.ts'

const asks = (competencyId: string, level: LevelNumber, essential = true, weight = 3): Requirement => ({
  competencyId,
  level,
  essential,
  weight,
  bands: [{ measure: 'csat', level: 4, from: 0.8 }],
  levelWords: { 4: 'Closes the till on their own.' },
})
const gone = (competencyId: string, replacedBy: string[] = []): Removed => ({
  competencyId,
  title: competencyId.toUpperCase(),
  replacedBy,
})

test('what took the place of a competency is asked for at the same level, without figures and words of the old one', () => {
  const [first, second] = carryRequirements(
    [asks('till', 4), asks('stock', 2, false)],
    [gone('till', ['payment'])],
    new Set(['payment', 'stock']),
  )
  assert.deepEqual(first, { ...asks('payment', 4), bands: null, levelWords: {} })
  assert.deepEqual(second, asks('stock', 2, false))
})

test('what nothing replaces is dropped, and both are said in words', () => {
  const requirements = [asks('till', 4), asks('stock', 2)]
  const removed = [gone('till'), gone('stock', ['goods', 'waste'])]
  const known = new Map([
    ['goods', 'Goods in'],
    ['waste', 'Waste'],
  ])
  assert.deepEqual(
    carryRequirements(requirements, removed, new Set(known.keys())).map(({ competencyId, level }) => [
      competencyId,
      level,
    ]),
    [
      ['goods', 2],
      ['waste', 2],
    ],
  )
  assert.deepEqual(carryWords(requirements, removed, known), [
    'TILL: no longer asked for, and nothing takes its place',
    'STOCK: Goods in and Waste asked for in its place, at level 2',
  ])
})

test('two that are replaced by one ask for the higher level once, essential where either was', () => {
  const requirements = [asks('a', 2, true, 1), asks('b', 4, false, 5)]
  const [only, ...others] = carryRequirements(
    requirements,
    [gone('a', ['c']), gone('b', ['c'])],
    new Set(['c']),
  )
  assert.deepEqual([only?.level, only?.essential, only?.weight, others.length], [4, true, 5, 0])
})

test('whatever is gone, a role asks only for what there is, each once, and never for less of what stays', () => {
  const id = fc.constantFrom('a', 'b', 'c', 'd', 'e')
  const level = fc.integer({ min: 1, max: 5 }).map((one) => one as LevelNumber)
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.tuple(id, level), { selector: ([one]) => one }),
      fc.uniqueArray(fc.tuple(id, fc.uniqueArray(id)), { selector: ([one]) => one }),
      (asked, removals) => {
        const known = new Set(['a', 'b', 'c', 'd', 'e'].filter((one) => !removals.some(([it]) => it === one)))
        const requirements = asked.map(([one, at]) => asks(one, at))
        const carried = carryRequirements(
          requirements,
          removals.map(([one, by]) => gone(one, by)),
          known,
        )
        assert.equal(new Set(carried.map(({ competencyId }) => competencyId)).size, carried.length)
        assert.ok(carried.every(({ competencyId }) => known.has(competencyId)))
        for (const [one, at] of asked)
          if (known.has(one))
            assert.ok((carried.find(({ competencyId }) => competencyId === one)?.level ?? 0) >= at)
      },
    ),
  )
})

test('what is back in use is asked for as the role asked it last, unless it already asks for it', () => {
  const formerly = [asks('till', 4), asks('payment', 1)]
  const known = new Map(['till', 'stock', 'payment'].map((one) => [one, one]))
  const requirements = [asks('stock', 2), asks('cash', 3)]
  const removed = [gone('cash', ['payment'])]
  assert.deepEqual(carryRequirements(requirements, removed, new Set(known.keys()), formerly), [
    asks('stock', 2),
    { ...asks('payment', 3), bands: null, levelWords: {} },
    asks('till', 4),
  ])
  assert.deepEqual(carryWords(requirements, removed, known, formerly), [
    'CASH: payment asked for in its place, at level 3',
    'till: asked for again, at level 4',
  ])
})

test('what takes a place is told as it is asked for then: at once, already, or higher than what went', () => {
  const known = new Map(['payment', 'stock', 'waste'].map((one) => [one, one]))
  const requirements = [asks('payment', 5), asks('waste', 3, false), asks('till', 4), asks('cash', 2)]
  const removed = [gone('till', ['payment', 'stock']), gone('cash', ['stock', 'waste'])]
  assert.deepEqual(carryWords(requirements, removed, known), [
    'TILL: payment asked for already, at level 5; stock asked for in its place, at level 4',
    'CASH: stock asked for in its place, at level 4; waste asked for already, at level 3, and essential now',
  ])
})
