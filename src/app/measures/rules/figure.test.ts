import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fc } from '../../../../test/property.ts'
import { contactBook } from './book.ts'
import type { Contact } from './contact.ts'
import { DEFINITIONS, definitionOf, type MeasureKey } from './definitions.ts'
import { figureOf } from './figure.ts'
import { chart, figure } from './measure.ts'
import { contactsBehind } from './observation.ts'
import { someContact } from './some-contact.ts'

const march = { people: ['Amara'], from: '2026-03-01', to: '2026-03-31' }

function over(measure: MeasureKey, contacts: readonly Contact[], scope = march) {
  const definition = definitionOf(measure)
  assert.ok(definition)
  return figure(definition, contactBook(contacts, '2026-07-01'), scope)
}
const rated = (...ratings: (number | null)[]) =>
  ratings.map((rating) => someContact('2026-03-02', { rating }))

test('satisfaction counts fours and fives among the rated, with its interval', () => {
  const found = over('csat', rated(5, 4, 4, 5, 3, 1, 5, 5, 4, 4, null, null))
  assert.deepEqual([found.numerator, found.denominator, found.n, found.value], [8, 10, 10, 0.8])
  assert.ok(Math.abs((found.low ?? 0) - 0.4902) < 0.0001 && Math.abs((found.high ?? 0) - 0.9433) < 0.0001)
  assert.equal(found.p90, null)
})

test('the mean score has the range of its scores and no interval', () => {
  const found = over('csat_mean', rated(5, 4, 3, 2, 5))
  assert.deepEqual([found.numerator, found.denominator, found.value], [19, 5, 3.8])
  assert.deepEqual([found.least, found.greatest, found.low, found.high], [2, 5, null, null])
})

test('a time is its median in seconds, with what 9 in 10 stay within', () => {
  const times = [100, 200, 300, 400, 5000]
  const found = over(
    'handle_time',
    times.map((handleSeconds) => someContact('2026-03-02', { handleSeconds })),
  )
  assert.deepEqual([found.value, Math.round(found.p90 ?? 0), found.unit], [300, 3160, 'seconds'])
  assert.deepEqual([found.numerator, found.denominator, found.low, found.high], [null, null, null, null])
})

test('a time is said to a tenth of a second, without the noise of its arithmetic', () => {
  const times = [100, 200, 300, 376, 380]
  const found = over(
    'handle_time',
    times.map((handleSeconds) => someContact('2026-03-02', { handleSeconds })),
  )
  assert.equal(JSON.stringify([found.value, found.p90]), '[300,378.4]')
})

test('the first reply is read from its moment where the source gives no seconds', () => {
  const contacts = [60, 120, 180, 240, 300].map((seconds) =>
    someContact('2026-03-02', {
      replySeconds: null,
      firstReplyAt: new Date(Date.parse('2026-03-02T10:00:00Z') + seconds * 1000),
    }),
  )
  assert.equal(over('first_reply', contacts).value, 180)
})

test('under 5 there is the raw count alone', () => {
  const found = over('csat', rated(5, 5, 5, 1))
  assert.deepEqual([found.numerator, found.denominator, found.n], [3, 4, 4])
  assert.deepEqual([found.value, found.low, found.high, found.verdict], [null, null, null, 'too few points'])
  assert.ok(found.reason)
})

test('from 5 to 29 there is the figure with its interval, and too few points', () => {
  for (const n of [5, 29]) {
    const found = over('csat', rated(...Array(n).fill(5)))
    assert.deepEqual([found.value, found.high, found.verdict, found.reason], [1, 1, 'too few points', null])
    assert.ok(found.low)
  }
})

test('a verdict is given from 30 on, whatever the chart says before', () => {
  const csat = definitionOf('csat')
  assert.ok(csat)
  const one = { day: '2026-03-02', value: 1, provisional: false }
  const says = (n: number) => figureOf(csat, Array(n).fill(one), march, 'improvement signal').verdict
  assert.deepEqual([says(29), says(30)], ['too few points', 'improvement signal'])
})

test('a contact nobody answered counts against no one, in no measure', () => {
  const lost = Array.from({ length: 50 }, () =>
    someContact('2026-03-02', { answered: false, outcome: 'unsolved', rating: 1, solvedAt: null }),
  )
  const taken = Array.from({ length: 6 }, () => someContact('2026-03-03', { rating: 5 }))
  for (const { key } of DEFINITIONS) {
    assert.deepEqual(over(key, [...lost, ...taken]), over(key, taken), key)
  }
})

test('only the people asked for and the days from first to last are counted', () => {
  const contacts = [
    ...rated(5, 5, 5, 5, 5),
    someContact('2026-02-28', { rating: 1 }),
    someContact('2026-03-31', { rating: 1 }),
    someContact('2026-04-01', { rating: 1 }),
    someContact('2026-03-05', { rating: 1, personKey: 'Ben' }),
  ]
  assert.equal(over('csat', contacts).denominator, 6)
  assert.equal(over('csat', contacts, { ...march, people: ['Amara', 'Ben'] }).denominator, 7)
})

test('every definition says what it counts, and has a version of its own', () => {
  assert.equal(new Set(DEFINITIONS.map((one) => one.version)).size, DEFINITIONS.length)
  for (const one of DEFINITIONS) {
    assert.match(one.version, new RegExp(`^${one.key}\\.v\\d+$`))
    assert.ok(one.words && one.denominatorWords && one.missingWords)
  }
  assert.equal(definitionOf('charm'), null)
})

const anyContact = fc
  .record({
    date: fc.integer({ min: 1, max: 28 }),
    month: fc.constantFrom('02', '03'),
    customer: fc.integer({ min: 1, max: 4 }),
    solved: fc.boolean(),
    answered: fc.boolean(),
    rating: fc.option(fc.integer({ min: 1, max: 5 })),
  })
  .map(({ date, month, customer, solved, answered, rating }) => {
    const day = `2026-${month}-${String(date).padStart(2, '0')}`
    const solvedAt = solved ? new Date(`${day}T10:00:00Z`) : null
    return someContact(day, {
      customerKey: `customer ${customer}`,
      outcome: solved ? 'solved' : 'unsolved',
      solvedAt,
      answered,
      rating,
    })
  })

test('the weeks add up to the period, the contacts behind a figure are those it counts, and their order is of no matter', () => {
  const scope = { people: ['Amara'], from: '2026-02-01', to: '2026-03-31' }
  fc.assert(
    fc.property(fc.array(anyContact, { maxLength: 80 }), (contacts) => {
      const book = contactBook(contacts, '2026-07-01')
      const turned = contactBook([...contacts].reverse(), '2026-07-01')
      for (const definition of DEFINITIONS) {
        const found = chart(definition, book, scope)
        const inWeeks = found.weeks.reduce((sum, week) => sum + week.figure.n, 0)
        assert.equal(inWeeks, found.figure.n)
        assert.equal(contactsBehind(definition.key, book, scope).length, found.figure.n)
        assert.deepEqual(chart(definition, turned, scope), found)
      }
    }),
  )
})
