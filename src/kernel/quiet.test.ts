import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fc } from '../../test/property.ts'
import { dayIn, isoWeekday } from './day.ts'
import { endOfQuiet, momentOf, type Quiet } from './quiet.ts'

const USUAL: Quiet = { from: '18:00', to: '08:00', weekends: true }
const LONDON = 'Europe/London'
const at = (text: string) => new Date(text)
const end = (text: string, quiet: Quiet = USUAL, zone = LONDON) =>
  endOfQuiet(at(text), quiet, zone).toISOString()

test('a notice in the evening waits until the morning, one on a Friday evening until Monday, one at work goes at once', () => {
  assert.equal(end('2026-11-17T10:00:00Z'), '2026-11-17T10:00:00.000Z')
  assert.equal(end('2026-11-17T18:00:00Z'), '2026-11-18T08:00:00.000Z')
  assert.equal(end('2026-11-18T03:00:00Z'), '2026-11-18T08:00:00.000Z')
  assert.equal(end('2026-11-20T19:00:00Z'), '2026-11-23T08:00:00.000Z')
  assert.equal(end('2026-11-22T12:00:00Z'), '2026-11-23T08:00:00.000Z')
  assert.equal(end('2026-11-22T12:00:00Z', { ...USUAL, weekends: false }), '2026-11-22T12:00:00.000Z')
})

test('the morning is eight on the wall on both sides of a change of the clock', () => {
  assert.equal(
    end('2026-03-27T20:00:00Z'),
    '2026-03-30T07:00:00.000Z',
    'summer time has come over the weekend',
  )
  assert.equal(end('2026-10-23T20:00:00Z'), '2026-10-26T08:00:00.000Z', 'and gone')
  const daily = { ...USUAL, weekends: false }
  assert.equal(end('2026-03-28T20:00:00Z', daily), '2026-03-29T07:00:00.000Z', 'the night is an hour shorter')
  assert.equal(end('2026-10-24T20:00:00Z', daily), '2026-10-25T08:00:00.000Z', 'and an hour longer')
  assert.equal(end('2026-06-02T17:30:00Z', daily, 'America/New_York'), '2026-06-02T17:30:00.000Z')
})

test('quiet hours that end at a time the clock leaves out end when it has jumped', () => {
  const quiet = { from: '22:00', to: '01:30', weekends: false }
  assert.equal(end('2026-03-28T23:00:00Z', quiet), '2026-03-29T01:30:00.000Z', '02:30 on the wall')
  assert.equal(
    momentOf('2026-10-25', '01:30', LONDON).toISOString(),
    '2026-10-25T00:30:00.000Z',
    'the first of two',
  )
})

test('whatever the hours, the moment and the zone: a notice never goes in quiet hours, and never waits without need', () => {
  const time = fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom('00', '15', '30', '45'))
    .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${minute}`)
  const moment = fc
    .integer({
      min: Date.parse('2026-01-01T00:00:00Z') / 60_000,
      max: Date.parse('2027-12-31T00:00:00Z') / 60_000,
    })
    .map((minutes) => new Date(minutes * 60_000))
  const zone = fc.constantFrom(LONDON, 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'UTC')
  fc.assert(
    fc.property(moment, time, time, fc.boolean(), zone, (now, from, to, weekends, where) => {
      const quiet = { from, to, weekends }
      const then = endOfQuiet(now, quiet, where)
      assert.ok(then >= now)
      assert.deepEqual(endOfQuiet(then, quiet, where), then, 'the end is not quiet itself')
      if (weekends) assert.ok(isoWeekday(dayIn(then, where)) < 6)
      const before = new Date(then.getTime() - 60_000)
      if (then > now) assert.ok(endOfQuiet(before, quiet, where) > before, 'a minute earlier it was')
    }),
    { numRuns: 500 },
  )
})
