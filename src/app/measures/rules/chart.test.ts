import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addDays } from '../../../kernel/day.ts'
import { contactBook, coveredBy } from './book.ts'
import type { Contact } from './contact.ts'
import { definitionOf, type MeasureKey } from './definitions.ts'
import { chart } from './measure.ts'
import { ratedWeeks, someContact } from './some-contact.ts'

const MONDAY = '2026-01-05'
const steady = (weeks: number) => Array.from({ length: weeks }, (_, i) => (i % 2 === 0 ? 7 : 8))
const lastDay = (weeks: number) => addDays(MONDAY, weeks * 7 - 1)

function over(
  contacts: readonly Contact[],
  {
    measure = 'csat',
    from = MONDAY,
    to = '2026-12-31',
    asOf = '2027-01-31',
    baselineTo,
  }: Partial<{
    measure: MeasureKey
    from: string
    to: string
    asOf: string
    baselineTo: string
  }> = {},
) {
  const definition = definitionOf(measure)
  assert.ok(definition)
  return chart(definition, contactBook(contacts, asOf), { people: ['Amara'], from, to }, baselineTo)
}
const states = (found: ReturnType<typeof over>) => found.weeks.map((week) => week.state)

test('under 12 points there are points only: no limits, too few points', () => {
  const found = over(ratedWeeks(MONDAY, 10, steady(11)))
  assert.equal(found.points, 11)
  assert.deepEqual([found.limits, found.drawn, found.baseline], [null, null, null])
  assert.equal(found.verdict, 'too few points')
  assert.equal(found.figure.verdict, 'too few points')
  assert.equal(found.figure.n, 110)
  assert.ok(found.weeks.every((week) => week.figure.verdict === 'too few points'))
})

test('from 12 points on there are limits, and weeks that vary as ever are no signal', () => {
  const found = over(ratedWeeks(MONDAY, 10, steady(12)))
  assert.equal(found.points, 12)
  assert.equal(found.limits?.mean.toFixed(3), '0.750')
  assert.equal(found.limits?.upper.toFixed(3), '1.016')
  assert.deepEqual(found.drawn?.upper, 1, 'a share is drawn to 100% at most')
  assert.equal(found.verdict, 'no signal')
  assert.equal(found.figure.verdict, 'no signal')
})

test('Amara’s seven weeks above her mean are an improvement signal, and fewer satisfied customers a concern signal', () => {
  const up = over(ratedWeeks(MONDAY, 20, [...Array(7).fill(14), ...steady(12), ...Array(8).fill(18)]))
  assert.equal(up.verdict, 'improvement signal')
  assert.equal(up.figure.verdict, 'improvement signal')
  assert.equal(up.verdictWeek, addDays(MONDAY, 26 * 7))
  const down = over(ratedWeeks(MONDAY, 20, [...Array(14).fill(18), ...Array(8).fill(13)]))
  assert.equal(down.verdict, 'concern signal')
})

test('less time is an improvement of a time', () => {
  const weeks = Array.from({ length: 24 }, (_, week) =>
    Array.from({ length: 9 }, (_, i) =>
      someContact(addDays(MONDAY, week * 7 + (i % 7)), {
        handleSeconds: (week < 14 ? 300 : 200) + i * 5 + (week % 3),
      }),
    ),
  ).flat()
  assert.equal(over(weeks, { measure: 'handle_time' }).verdict, 'improvement signal')
})

test('a week is a point from 5 contacts on', () => {
  const four = { ...over([...ratedWeeks(MONDAY, 10, steady(3)), ...ratedWeeks(addDays(MONDAY, 21), 4, [4])]) }
  assert.deepEqual(states(four).slice(0, 4), ['complete', 'complete', 'complete', 'thin'])
  assert.equal(four.points, 3)
})

test('a week in which Amara was away is no point and breaks no chart', () => {
  const contacts = [
    ...ratedWeeks(MONDAY, 10, steady(6)),
    ...ratedWeeks(addDays(MONDAY, 49), 10, steady(6)),
    someContact(addDays(MONDAY, 44), { personKey: 'Ben' }),
  ]
  const found = over(contacts)
  assert.deepEqual(states(found)[6], 'thin')
  assert.deepEqual([found.weeks.length, found.points, found.verdict], [13, 12, 'no signal'])
})

test('weeks cut by the range are part weeks and never counted', () => {
  const found = over(ratedWeeks(MONDAY, 70, Array(4).fill(50)), {
    from: addDays(MONDAY, 2),
    to: addDays(MONDAY, 25),
  })
  assert.deepEqual(states(found), ['part', 'complete', 'complete', 'part'])
  assert.equal(found.weeks[0]?.figure.from, addDays(MONDAY, 2))
  assert.equal(found.weeks[0]?.figure.n, 50)
  assert.equal(found.weeks[3]?.figure.to, addDays(MONDAY, 25))
  assert.equal(found.verdictWeek, addDays(MONDAY, 14))
})

test('weeks cut by the edge of the data are part weeks', () => {
  const contacts = ratedWeeks(MONDAY, 70, Array(4).fill(50)).filter(
    (one) => one.day > '2026-01-06' && one.day < '2026-01-30',
  )
  assert.deepEqual(states(over(contacts)), ['part', 'complete', 'complete', 'part'])
})

test('a week that is not over today is a part week, on its Sunday too', () => {
  const contacts = ratedWeeks(MONDAY, 70, Array(3).fill(50))
  assert.deepEqual(states(over(contacts, { asOf: lastDay(3) })), ['complete', 'complete', 'part'])
  assert.deepEqual(states(over(contacts, { asOf: addDays(lastDay(3), 1) })), Array(3).fill('complete'))
})

test('where nobody works at weekends a week is whole on its last Friday', () => {
  const days = new Set(
    ['2026-01-05', '2026-01-06', '2026-01-07', '2026-01-08', '2026-01-09'].flatMap((day) => [
      day,
      addDays(day, 7),
    ]),
  )
  assert.deepEqual(coveredBy(days, '2026-03-01'), { from: '2026-01-05', to: '2026-01-18' })
  assert.deepEqual(coveredBy(days, '2026-01-17'), { from: '2026-01-05', to: '2026-01-16' })
  days.delete('2026-01-16')
  assert.deepEqual(coveredBy(days, '2026-03-01'), { from: '2026-01-05', to: '2026-01-15' })
  assert.equal(coveredBy(new Set(), '2026-03-01'), null)
})

test('a week whose customers may still come back is provisional and never counted', () => {
  const found = over(ratedWeeks(MONDAY, 14, steady(14)), { measure: 'fcr' })
  assert.deepEqual(states(found).slice(11), ['complete', 'complete', 'provisional'])
  assert.equal(found.figure.provisional, true)
  assert.equal(found.verdictWeek, addDays(MONDAY, 12 * 7))
  assert.equal(found.weeks[13]?.figure.verdict, 'too few points')
  assert.equal(found.verdict, 'no signal')
})

test('where a change is known the limits come from the weeks before it', () => {
  const contacts = ratedWeeks(MONDAY, 20, [
    ...Array(16)
      .fill(0)
      .map((_, i) => 12 + (i % 3)),
    15,
    15,
    15,
    15,
    15,
    15,
    15,
  ])
  const found = over(contacts, { baselineTo: lastDay(16) })
  assert.deepEqual(found.baseline, { from: MONDAY, to: addDays(MONDAY, 15 * 7), points: 16 })
  assert.equal(found.limits?.mean.toFixed(3), '0.647')
  assert.equal(found.verdict, 'improvement signal')
  assert.equal(over(contacts, { baselineTo: lastDay(11) }).limits, null, '11 points are no baseline')
})

test('an empty book has no weeks and no figure', () => {
  const found = over([])
  assert.deepEqual([found.weeks, found.verdict, found.figure.n], [[], 'too few points', 0])
})
