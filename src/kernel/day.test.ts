import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayOf, isDay } from './day.ts'

test('a day is one that the calendar and PostgreSQL both have', () => {
  for (const day of ['0001-01-01', '2024-02-29', '9999-12-31']) assert.ok(isDay(day), day)
  for (const text of [
    '0000-01-01',
    '2026-02-29',
    '2026-13-01',
    '12026-01-01',
    '2026-1-1',
    '2026-01-01T00',
    '',
  ])
    assert.ok(!isDay(text), text)
  assert.equal(dayOf(0, 1, 1), null)
  assert.equal(dayOf(12026, 1, 1), null)
})
