import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fc } from '../../../../test/property.ts'
import { addDays, addMonths, type Day } from '../../../kernel/day.ts'
import { type Held, heldOver, lookAgainOn, masteryParts, monthsBetween } from './mastery.ts'

const day = fc.integer({ min: 0, max: 2000 }).map((n): Day => addDays('2024-01-31', n))

test('a level that Amara kept counts from the first round that agreed it to the last, whatever rounds did not ask', () => {
  const rounds = [
    { on: '2026-09-01', level: 4 },
    { on: '2026-01-10', level: 3 },
    { on: '2026-05-01', level: null },
    { on: '2026-03-10', level: 4 },
  ]
  assert.deepEqual(heldOver(rounds, 4), { since: '2026-03-10', last: '2026-09-01' })
  assert.deepEqual(heldOver(rounds, 3), { since: '2026-01-10', last: '2026-09-01' })
  assert.equal(heldOver(rounds, 5), null)
})

test('a round that agreed less breaks it, and it counts anew from the next that agrees it', () => {
  const rounds = [
    { on: '2026-01-10', level: 4 },
    { on: '2026-04-10', level: 3 },
    { on: '2026-07-10', level: 4 },
  ]
  assert.deepEqual(heldOver(rounds, 4), { since: '2026-07-10', last: '2026-07-10' })
  assert.equal(heldOver(rounds.slice(0, 2), 4), null)
})

test('a higher level is never held for longer than a lower one, nor by fewer rounds', () => {
  const round = fc.record({ on: day, level: fc.option(fc.integer({ min: 1, max: 5 }), { nil: null }) })
  fc.assert(
    fc.property(
      fc.uniqueArray(round, { selector: ({ on }) => on, maxLength: 8 }),
      fc.integer({ min: 1, max: 4 }),
      (rounds, level) => {
        const [low, high] = [heldOver(rounds, level), heldOver(rounds, level + 1)]
        if (high !== null) assert.ok(low !== null && low.since <= high.since && low.last === high.last)
      },
    ),
  )
})

test('months are whole ones by the calendar', () => {
  assert.equal(monthsBetween('2026-03-10', '2026-09-09'), 5)
  assert.equal(monthsBetween('2026-03-10', '2026-09-10'), 6)
  assert.equal(monthsBetween('2026-08-31', '2027-02-28'), 6)
  assert.equal(monthsBetween('2026-09-10', '2026-03-10'), 0)
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 40 }), (from, months) => {
      assert.equal(monthsBetween(from, addMonths(from, months)), months)
      assert.ok(months === 0 || monthsBetween(from, addDays(addMonths(from, months), -1)) < months)
    }),
  )
})

const held = (change: Partial<Held>): Held => ({
  competencyId: 'c',
  title: 'Listening',
  required: 4,
  agreed: 4,
  held: { since: '2026-05-10', last: '2026-11-10' },
  months: 6,
  sources: ['Compliment', 'Observation'],
  ...change,
})

test('what is open is said competency by competency, and nothing is promised', () => {
  const rule = { months: 6, sources: 2, actingMonths: 3 }
  const all = [
    held({}),
    held({
      title: 'Coaching',
      held: { since: '2026-09-01', last: '2026-09-01' },
      months: 0,
      sources: ['Observation'],
    }),
    held({ title: 'Writing', held: { since: '2026-06-01', last: '2026-10-01' }, months: 4 }),
    held({ title: 'Rota', agreed: 2, held: null, months: 0, sources: [] }),
  ]
  const parts = masteryParts(rule, all, ['2026-09', '2026-10'], false)
  assert.deepEqual(
    parts.map(({ now, open }) => [now, open]),
    [
      [
        '1 of 4 essential competencies held that long',
        'Not at the level yet: Rota; not known to be held that long: Coaching and Writing',
      ],
      ['2 of 4 essential competencies have that', 'None yet: Rota; too few: Coaching'],
      [
        'Evidence from others shows it in 2 months: September 2026 and October 2026',
        'Evidence of 1 more month of work that this role asks for and the present one does not',
      ],
    ],
  )
  assert.deepEqual(
    all.map((one) => lookAgainOn(one, rule.months)),
    [null, '2027-03-01', '2026-12-01', null],
    'the earliest day on which a round can show it',
  )
  assert.equal(parts[1]?.asked, 'Evidence from 2 kinds of source besides the person')
  for (const { now, open } of parts)
    assert.doesNotMatch(`${now} ${open}`, /\b(?:will be|ready|qualif|promot|pass|entitled)/i)
})

test('what a role does not ask is not spoken of, and once all is there nothing is open', () => {
  assert.deepEqual(masteryParts({ months: 0, sources: 0, actingMonths: 0 }, [held({})], [], true), [])
  const parts = masteryParts({ months: 6, sources: 2, actingMonths: 1 }, [held({})], ['2026-10'], true)
  assert.deepEqual(
    parts.map(({ open }) => open),
    [null, null, null],
  )
})

test('where the next role is the same work done better, no month of it is counted, and people judge', () => {
  const [part, ...others] = masteryParts({ months: 0, sources: 0, actingMonths: 3 }, [held({})], null, true)
  assert.deepEqual(others, [])
  assert.match(part?.now ?? '', /no competency that the present role does not ask for too/)
  assert.match(part?.open ?? '', /people judge it/)
})
