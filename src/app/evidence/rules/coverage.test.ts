import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fc } from '../../../../test/property.ts'
import { type Covering, coverageOf, emptySources, emptyStages } from './coverage.ts'
import { KINDS, SERVICE_CYCLE } from './kinds.ts'

const today = '2026-11-17'
const item = (said: Partial<Covering>): Covering => ({
  kind: 'compliment',
  happenedOn: '2026-10-03',
  addedOn: '2026-10-04',
  detail: {},
  ...said,
})

test('sources name every kind, and count the last 12 months by the day it happened, or was added', () => {
  const { sources, from } = coverageOf(
    [
      item({}),
      item({ happenedOn: '2024-10-03' }),
      item({ kind: 'observation', happenedOn: null, addedOn: '2026-11-02' }),
    ],
    today,
  )
  assert.equal(from, '2025-11-17')
  assert.deepEqual(
    sources.filter(({ days }) => days.length > 0).map(({ kind, days }) => [kind, days.join()]),
    [
      ['compliment', '2026-10-03'],
      ['observation', '2026-11-02'],
    ],
  )
  assert.equal(sources.length, KINDS.length)
})

test('the first of the 12 months’ days counts, and so does today; the day before and tomorrow do not', () => {
  const on = (happenedOn: string) => coverageOf([item({ happenedOn })], today).items
  assert.deepEqual(['2025-11-16', '2025-11-17', '2026-11-17', '2026-11-18'].map(on), [0, 1, 1, 0])
})

test('the stages that nothing shows are named in their order, and the sources that nothing comes from', () => {
  const shown = ['Getting through', 'Welcome', 'Finding out', 'Solving']
  const coverage = coverageOf(
    shown.map((cycle) => item({ detail: { cycle } })),
    today,
  )
  assert.equal(emptyStages(coverage), 'Closing and Following up')
  assert.match(emptySources(coverage) ?? '', /^helpdesk measure, complaint, observation,/)
  assert.doesNotMatch(emptySources(coverage) ?? '', /compliment/)
  assert.equal(emptyStages(coverageOf([], today)), 'any stage')
  const whole = SERVICE_CYCLE.map((cycle) => item({ detail: { cycle } }))
  assert.equal(emptyStages(coverageOf(whole, today)), null)
})

test('a moment of truth is counted among observations and reflections alone', () => {
  const moment = { moment: 'When she heard that nobody had read her letter.' }
  const { moments } = coverageOf(
    [
      item({ kind: 'observation', detail: moment }),
      item({ kind: 'reflection' }),
      item({ kind: 'complaint', detail: moment }),
    ],
    today,
  )
  assert.deepEqual(moments, { asked: 2, named: 1 })
})

test('every item of the year stands in one kind, and in one stage or in none', () => {
  const day = fc.integer({ min: 0, max: 800 }).map((ago) => {
    const moment = new Date(Date.UTC(2026, 10, 17) - ago * 86_400_000)
    return moment.toISOString().slice(0, 10)
  })
  const any = fc.record({
    kind: fc.constantFrom(...KINDS),
    happenedOn: fc.option(day),
    addedOn: day,
    detail: fc.constantFrom(...SERVICE_CYCLE.map((cycle) => ({ cycle })), {}),
  })
  fc.assert(
    fc.property(fc.array(any, { maxLength: 40 }), (items) => {
      const { sources, stages, unplaced, items: all } = coverageOf(items, today)
      assert.equal(
        sources.reduce((sum, { days }) => sum + days.length, 0),
        all,
      )
      assert.equal(stages.reduce((sum, stage) => sum + stage.items, 0) + unplaced, all)
      for (const stage of stages)
        assert.equal(
          stage.kinds.reduce((sum, one) => sum + one.items, 0),
          stage.items,
        )
    }),
  )
})
