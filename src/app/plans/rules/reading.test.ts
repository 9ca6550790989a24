import assert from 'node:assert/strict'
import { test } from 'node:test'
import { figureWords, storedFigure, typedFigure } from './figures.ts'
import { dayReadBy, goalRecord, readObjective } from './reading.ts'
import { someObjective } from './some-objective.ts'

const expected = { low: 0.3, high: 1 }
const basis = {
  on: '2026-11-17',
  betterIs: 'higher' as const,
  now: { value: 0.74, low: 0.69, high: 0.79 },
  expected,
  best: { value: 0.82, low: 0.72, high: 0.9 },
  team: null,
}
const against = { need: null, others: [] }

test('figures are stored as shares and shown as per cent, there and back', () => {
  assert.equal(storedFigure(26.5, 'share'), 0.265)
  assert.equal(typedFigure(0.265, 'share'), 26.5)
  assert.equal(figureWords(0.8, 'share'), '80%')
  assert.equal(figureWords(226, 'seconds'), '3 min 46 s')
  assert.equal(figureWords(6, 'count'), '6')
})

test('the reading is given figures as they are shown, from Amara’s own past', () => {
  const record = goalRecord(someObjective({ baseline: 0.74, target: 0.8, basis }), against)
  assert.deepEqual(
    { baseline: record.baseline, target: record.target, unit: record.unit, history: record.history },
    { baseline: 74, target: 80, unit: '%', history: { low: 69, high: 79, best: 82 } },
  )
})

test('a target up to her best eight weeks is within reach, and one beyond all on record is not, however wide her single weeks run', () => {
  const at = (target: number) =>
    readObjective(someObjective({ baseline: 0.74, target, basis }), against, '2026-11-17').letters.A?.found
  assert.equal(at(0.8), true)
  assert.equal(at(0.9), false)
  assert.equal(at(0.7), false, 'it asks for no change')
})

test('relevant is what closes a need, serves a priority or the aspiration', () => {
  const read = (more: Parameters<typeof someObjective>[0], need: string | null = null) =>
    readObjective(someObjective(more), { need, others: [] }, '2026-11-17').letters.R?.found
  assert.equal(read({}), false)
  assert.equal(read({}, 'Handling complaints'), true)
  assert.equal(read({ priority: 'Winter billing' }), true)
  assert.equal(read({ servesAspiration: true }), true)
})

test('objectives that only Amara sees are not counted in the reading of one that others see', () => {
  const due = '2026-12-18'
  const others = [
    someObjective({ due, private: true, kind: 'personal' }),
    someObjective({ due: '2026-12-20' }),
    someObjective({ due: '2027-02-01' }),
  ]
  const count = (hidden: boolean) =>
    goalRecord(someObjective({ due, private: hidden }), { need: null, others }).openObjectivesThen
  assert.equal(count(false), 1)
  assert.equal(count(true), 2)
})

test('actions of Amara’s own that fall due in the same weeks are counted, and nobody else’s nor what is done', () => {
  const action = { actionId: 'a', what: 'Listen in', owner: 'Amara', withWhom: '', way: null, doneOn: null }
  const mine = { ...action, ownerId: 'amara', by: '2026-12-10', state: 'planned' } as const
  const actions = [
    mine,
    { ...mine, by: null },
    { ...mine, by: '2026-11-20' },
    { ...mine, ownerId: 'ben' },
    { ...mine, state: 'done' as const },
  ]
  const others = [someObjective({ due: '2027-03-01', actions }), someObjective({ state: 'closed', actions })]
  const record = goalRecord(someObjective({ due: '2026-12-18' }), { need: null, others })
  assert.equal(record.openActionsThen, 1)
  assert.equal(record.openObjectivesThen, undefined)
})

test('where the chart has limits, eight weeks together are the range and single weeks are said beside it', () => {
  const reach = { low: 0.67, high: 0.81 }
  const record = goalRecord(
    someObjective({ baseline: 0.74, target: 0.8, basis: { ...basis, reach } }),
    against,
  )
  assert.deepEqual(record.history, { low: 67, high: 81, best: 82, weekly: { low: 30, high: 100 } })
})

test('what was agreed is read as of the day it was said, so that a date which has passed since is still a date', () => {
  const met = someObjective({ due: '2026-09-18', agreedOn: '2026-06-05', state: 'closed' })
  const read = (more: Partial<typeof met>) => dayReadBy({ ...met, ...more }, '2026-11-17')
  assert.equal(
    read({ closedOn: '2026-09-22', amendedOn: '2026-09-22' }),
    '2026-06-05',
    'closing says nothing anew',
  )
  assert.equal(
    read({ state: 'agreed', amendedOn: '2026-09-22' }),
    '2026-06-05',
    'nor does an action added late',
  )
  assert.equal(read({ state: 'agreed', amendedOn: '2026-08-03' }), '2026-08-03')
  assert.equal(read({ state: 'proposed', agreedOn: null }), '2026-11-17')
  const text = 'Type 50 words a minute without looking down, by 18 September 2026.'
  const closed = { ...met, text, closedOn: '2026-09-22', amendedOn: '2026-09-22' }
  assert.equal(readObjective(closed, against, dayReadBy(closed, '2026-11-17')).letters.T?.found, true)
})
