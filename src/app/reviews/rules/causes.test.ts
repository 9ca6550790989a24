import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cadenceOf, checkWeeks } from './cadence.ts'
import {
  complaintWords,
  levelChanges,
  levelWords,
  priorityWords,
  type Touchable,
  targetWords,
  touches,
} from './causes.ts'

const objective: Touchable = {
  kind: 'professional',
  competencyId: 'coaching',
  measure: 'fcr',
  priorityId: 'winter',
  servesAspiration: false,
  objectiveId: 'o-2',
  afterId: null,
}
const own: Touchable = { ...objective, kind: 'personal', competencyId: null, measure: null, priorityId: null }

test('another role puts every professional objective in question; the same role under another job title none', () => {
  assert.equal(touches({ cause: 'job role', roleChanged: true }, objective), true)
  assert.equal(touches({ cause: 'job role', roleChanged: true }, own), false)
  assert.equal(touches({ cause: 'job role', roleChanged: false }, objective), false)
})

test('a new profile and an upheld complaint touch the objectives on the competencies they name, and no other', () => {
  for (const cause of ['profile changed', 'feedback'] as const) {
    assert.equal(touches({ cause, competencyIds: ['coaching'] }, objective), true)
    assert.equal(touches({ cause, competencyIds: ['settling'] }, objective), false)
    assert.equal(touches({ cause, competencyIds: ['coaching'] }, own), false)
  }
})

test('a new priority touches what serves none and what shares its measure; a changed one what serves it', () => {
  const added = {
    cause: 'organisation priority' as const,
    priorityId: 'spring',
    measure: 'csat',
    added: true,
  }
  const loose = { ...objective, priorityId: null }
  assert.equal(touches(added, objective), false)
  assert.equal(touches(added, loose), true)
  assert.equal(touches(added, { ...objective, measure: 'csat' }), true)
  assert.equal(touches(added, own), false)
  const changed = { ...added, priorityId: 'winter', added: false }
  assert.equal(touches(changed, objective), true)
  assert.equal(touches(changed, loose), false)
  assert.equal(touches({ ...changed, measure: null }, { ...loose, measure: null }), false)
})

test('another aspiration touches what serves it, personal objectives too', () => {
  assert.equal(touches({ cause: 'aspiration' }, objective), false)
  assert.equal(touches({ cause: 'aspiration' }, { ...own, servesAspiration: true }), true)
})

test('a moved target touches what comes after it, unless that was changed together with it', () => {
  const moved = { cause: 'target missed' as const, targetOf: 'o-1', changed: ['o-1'] }
  assert.equal(touches(moved, objective), false)
  assert.equal(touches(moved, { ...objective, afterId: 'o-1' }), true)
  assert.equal(touches(moved, { ...own, afterId: 'o-1' }), true)
  assert.equal(touches({ ...moved, changed: ['o-1', 'o-2'] }, { ...objective, afterId: 'o-1' }), false)
  const words = 'target moved from 76% to 80%'
  assert.equal(targetWords({ ref: 'O-1', words, open: true }), `O-1, which comes first: ${words}`)
  assert.doesNotMatch(targetWords({ ref: 'O-1', words, open: false }), /O-1|76/)
})

test('levels are told before and now; what stayed and what has no title is not', () => {
  const titles = new Map([
    ['a', 'Coaching others'],
    ['b', 'Settling complaints'],
    ['c', 'Written words'],
    ['d', 'Listening'],
  ])
  const before = [
    { competencyId: 'a', level: 3 },
    { competencyId: 'b', level: 2 },
    { competencyId: 'd', level: 3 },
  ]
  const after = [
    { competencyId: 'a', level: 4 },
    { competencyId: 'c', level: 2 },
    { competencyId: 'd', level: 3 },
    { competencyId: 'x', level: 1 },
  ]
  assert.deepEqual(levelChanges(before, after, titles).map(levelWords), [
    'Coaching others: level 3 before, now level 4',
    'Written words: not asked before, now level 2',
    'Settling complaints: level 2 before, now not asked',
  ])
})

test('upheld complaints and changed priorities are told in a line; another owner of a priority is no cause', () => {
  assert.equal(complaintWords(['2026-11-03']), 'A complaint of 3 November 2026 was upheld')
  assert.equal(
    complaintWords(['2026-11-03', null, '2026-10-01']),
    '3 complaints of 1 October 2026 and 3 November 2026 were upheld',
  )
  assert.equal(priorityWords('added', 'Winter billing', []), 'New priority: Winter billing')
  assert.equal(
    priorityWords('changed', 'Winter billing', ['owner', 'dates', 'measure']),
    'The priority “Winter billing” has changed: its dates and its measure',
  )
  assert.equal(priorityWords('changed', 'Winter billing', ['owner', 'title']), null)
})

test('weeks set for a person count before the organisation’s, and those before the usual twelve', () => {
  assert.deepEqual(cadenceOf(4, 8), { weeks: 4, setFor: 'person' })
  assert.deepEqual(cadenceOf(null, 8), { weeks: 8, setFor: 'organisation' })
  assert.deepEqual(cadenceOf(null, null), { weeks: 12, setFor: 'usual' })
  for (const weeks of [null, 1, 27, 4.5, Number.NaN]) assert.equal(checkWeeks(weeks).ok, false, String(weeks))
  for (const weeks of [2, 26]) assert.equal(checkWeeks(weeks).ok, true)
})
