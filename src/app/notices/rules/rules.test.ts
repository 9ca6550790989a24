import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fc } from '../../../../test/property.ts'
import { endOfQuiet } from '../../../kernel/quiet.ts'
import { type DigestChoice, digestAhead, digestDue } from './digest-day.ts'
import { changesOf, type Entry } from './entries.ts'
import { checkQuiet, readTime, USUAL_QUIET } from './quiet.ts'

const LONDON = 'Europe/London'
const at = (text: string) => new Date(text)
const MONDAY: DigestChoice = { weekday: 1, sentFor: null, quiet: USUAL_QUIET, zone: LONDON }

test('a time is read as people type it, and refused where it is none', () => {
  assert.deepEqual(['8', '8:30', '18.00', ' 09:15 '].map(readTime), ['08:00', '08:30', '18:00', '09:15'])
  assert.deepEqual(
    checkQuiet({ from: readTime('25'), to: readTime('soon') }).map(({ field }) => field),
    ['from', 'to'],
  )
  assert.deepEqual(checkQuiet(USUAL_QUIET), [])
})

test('the digest goes on Monday from eight, once, and on Wednesday not any more', () => {
  const due = (moment: string, sentFor: string | null = null) => digestDue(at(moment), { ...MONDAY, sentFor })
  assert.equal(due('2026-11-16T07:59:00Z'), null)
  assert.equal(due('2026-11-16T08:00:00Z'), '2026-11-16')
  assert.equal(due('2026-06-15T07:00:00Z'), '2026-06-15', 'eight on the wall in summer')
  assert.equal(due('2026-11-16T09:00:00Z', '2026-11-16'), null)
  assert.equal(due('2026-11-17T10:00:00Z'), '2026-11-16', 'after a rest of the server')
  assert.equal(due('2026-11-18T08:00:00Z'), null)
})

test('no digest goes in quiet hours: not after a rest, not at a quiet weekend, not in a morning of one’s own', () => {
  const due = (moment: string, choice: Partial<typeof MONDAY> = {}) =>
    digestDue(at(moment), { ...MONDAY, ...choice })
  assert.equal(due('2026-11-17T02:00:00Z'), null, 'on Tuesday at two after a rest of the server')
  assert.equal(due('2026-11-17T08:00:00Z'), '2026-11-16')
  assert.equal(due('2026-11-17T20:00:00Z'), null)
  const late = { quiet: { from: '19:00', to: '09:00', weekends: true } }
  assert.equal(due('2026-11-16T08:30:00Z', late), null)
  assert.equal(due('2026-11-16T09:00:00Z', late), '2026-11-16')
  const morning = { quiet: { from: '07:00', to: '12:00', weekends: true } }
  assert.equal(due('2026-11-16T08:30:00Z', morning), null)
  assert.equal(due('2026-11-16T12:00:00Z', morning), '2026-11-16')
  const saturday = { weekday: 6 }
  assert.equal(due('2026-11-21T10:00:00Z', saturday), null)
  assert.equal(due('2026-11-23T07:59:00Z', saturday), null)
  assert.equal(due('2026-11-23T08:00:00Z', saturday), '2026-11-21', 'on Monday, when the weekend is over')
  assert.equal(due('2026-11-25T08:00:00Z', saturday), null)
  const open = { weekday: 6, quiet: { ...USUAL_QUIET, weekends: false } }
  assert.equal(due('2026-11-21T10:00:00Z', open), '2026-11-21')
})

test('whatever the hours and the weekday: a digest goes once a week, and never in quiet hours', () => {
  const time = fc.integer({ min: 0, max: 23 }).map((hour) => `${String(hour).padStart(2, '0')}:30`)
  const start = at('2026-11-16T00:00:00Z').getTime()
  fc.assert(
    fc.property(time, time, fc.boolean(), fc.integer({ min: 1, max: 7 }), (from, to, weekends, weekday) => {
      const quiet = { from, to, weekends }
      let sentFor: string | null = '2026-11-15'
      const sent: Date[] = []
      for (let minutes = 0; minutes < 21 * 1440; minutes += 15) {
        const moment = new Date(start + minutes * 60_000)
        const day = digestDue(moment, { weekday, sentFor, quiet, zone: LONDON })
        if (day === null) continue
        sentFor = day
        sent.push(moment)
        assert.deepEqual(endOfQuiet(moment, quiet, LONDON), moment)
      }
      assert.ok(
        sent.length === 3 || (sent.length === 2 && (weekday === 7 || (weekends && weekday > 4))),
        `${sent.length}`,
      )
    }),
    { numRuns: 20 },
  )
})

test('a digest is ahead in the morning of the day on which it goes, and not once it went', () => {
  const ahead = (moment: string, choice: Partial<typeof MONDAY> = {}) =>
    digestAhead(at(moment), { ...MONDAY, ...choice })
  assert.equal(ahead('2026-11-15T23:00:00Z'), false)
  assert.equal(ahead('2026-11-16T00:30:00Z'), true)
  assert.equal(ahead('2026-11-16T09:00:00Z'), true)
  assert.equal(ahead('2026-11-16T09:00:00Z', { sentFor: '2026-11-16' }), false)
  assert.equal(ahead('2026-11-17T09:00:00Z'), false)
  assert.equal(ahead('2026-11-23T07:00:00Z', { weekday: 6, sentFor: '2026-11-14' }), true)
})

const entry = (one: Partial<Entry> & { source: string }): Entry => ({
  entryId: `id-${one.source}`,
  personId: 'amara',
  kind: 'review',
  day: '2026-12-01',
  sequence: 0,
  changedAt: at('2026-11-01T00:00:00Z'),
  cancelledAt: null,
  ...one,
})

test('a calendar changes only where the day moved, a thing came, or went', () => {
  const known = [
    entry({ source: '1' }),
    entry({ source: '2' }),
    entry({ source: '3' }),
    entry({ source: '4', cancelledAt: at('2026-11-02T00:00:00Z') }),
    entry({ source: '5', day: '2026-10-01' }),
    entry({ source: '6', day: '2026-10-01' }),
  ]
  const wanted = [
    { kind: 'review', source: '1', day: '2026-12-01' },
    { kind: 'review', source: '2', day: '2026-12-08' },
    { kind: 'review', source: '4', day: '2026-12-01' },
    { kind: 'review', source: '5', day: '2026-10-02', over: true },
    { kind: 'action', source: '1', day: '2026-12-01' },
  ] as const
  assert.deepEqual(
    changesOf(known, wanted, '2026-11-17').map(({ entryId, kind, source, day, cancelled }) => [
      entryId,
      kind,
      source,
      day,
      cancelled,
    ]),
    [
      ['id-2', 'review', '2', '2026-12-08', false],
      ['id-4', 'review', '4', '2026-12-01', false],
      [null, 'action', '1', '2026-12-01', false],
      ['id-3', 'review', '3', '2026-12-01', true],
    ],
  )
  assert.deepEqual(
    changesOf([], [{ kind: 'review', source: '9', day: '2026-01-01', over: true }], '2026-11-17'),
    [],
  )
})
