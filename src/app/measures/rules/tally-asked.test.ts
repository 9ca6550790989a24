import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkEntry, checkTally } from './tally-asked.ts'

const TODAY = '2026-11-17'
const fields = (refusals: { field?: string }[]) => refusals.map(({ field }) => field)
const asked = { name: 'Compliments', words: 'In writing.', kind: 'count', betterIs: 'higher' }

test('Chidi hears everything that a tally lacks at once', () => {
  assert.deepEqual(fields(checkTally({ name: '', words: '', kind: '', betterIs: '' }, [])), [
    'name',
    'words',
    'kind',
    'better',
  ])
  assert.deepEqual(checkTally(asked, ['Observed calls']), [])
})

test('a person keeps one tally of a name, however it is written', () => {
  assert.deepEqual(fields(checkTally(asked, ['compliments'])), ['name'])
})

test('a day to come, no day and no such day are refused', () => {
  for (const day of ['2026-11-18', null, 'wrong'] as const)
    assert.deepEqual(fields(checkEntry({ day, met: 1, of: 2 }, 'share', TODAY)), ['day'])
  assert.deepEqual(checkEntry({ day: TODAY, met: 1, of: 2 }, 'share', TODAY), [])
})

test('none of three is an entry of a share, and nothing is no entry of a count', () => {
  assert.deepEqual(checkEntry({ day: TODAY, met: 0, of: 3 }, 'share', TODAY), [])
  assert.deepEqual(fields(checkEntry({ day: TODAY, met: 0, of: null }, 'count', TODAY)), ['met'])
  assert.deepEqual(checkEntry({ day: TODAY, met: 2, of: null }, 'count', TODAY), [])
})

test('parts of a time, and more met than looked at, are refused', () => {
  assert.deepEqual(fields(checkEntry({ day: TODAY, met: 1.5, of: 2 }, 'share', TODAY)), ['met'])
  assert.deepEqual(fields(checkEntry({ day: TODAY, met: 3, of: 2 }, 'share', TODAY)), ['met'])
  assert.deepEqual(fields(checkEntry({ day: TODAY, met: 3, of: null }, 'share', TODAY)), ['of'])
})
