import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addDays } from '../../../kernel/day.ts'
import { contactBook } from './book.ts'
import { definitionOf } from './definitions.ts'
import { chart } from './measure.ts'
import { everyDay, lastRun, recentWeeks } from './run.ts'
import { ratedWeeks } from './some-contact.ts'

const MONDAY = '2026-01-05'
const calm = (weeks: number) => Array.from({ length: weeks }, (_, i) => (i % 2 === 0 ? 13 : 15))

function runOf(satisfied: number[], more: { to?: string } = {}) {
  const csat = definitionOf('csat')
  assert.ok(csat)
  const book = contactBook(ratedWeeks(MONDAY, 20, satisfied), '2027-01-01')
  return lastRun(chart(csat, book, { people: ['Amara'], from: MONDAY, to: more.to ?? '2026-12-31' }))
}

test('Amara’s weeks above her mean are counted back to where they began', () => {
  assert.deepEqual(runOf([...calm(14), 12, 17, 16, 17, 16, 17, 16, 17, 16]), {
    rule: 'shift',
    weeks: 8,
    up: true,
  })
})

test('weeks that fall one after another are a trend, counted from its highest', () => {
  assert.deepEqual(runOf([...calm(16), 17, 16, 15, 14, 13, 12, 11]), { rule: 'trend', weeks: 7, up: false })
})

test('one week outside the limits is one week', () => {
  assert.deepEqual(runOf([...calm(20), 3]), { rule: 'outside', weeks: 1, up: false })
})

test('ordinary weeks and too few weeks have no run', () => {
  assert.equal(runOf(calm(20)), null)
  assert.equal(runOf([...calm(10), 3]), null)
})

test('the weeks shown end with the week of the last contact, and never after today', () => {
  assert.deepEqual(recentWeeks('2026-11-11', '2026-11-30'), { from: '2026-05-18', to: '2026-11-15' })
  assert.deepEqual(recentWeeks('2026-11-11', '2026-11-12'), { from: '2026-05-18', to: '2026-11-12' })
})

test('every day goes on over a weekend on which nobody works, so that the last week is whole', () => {
  const weekdays = ratedWeeks(MONDAY, 20, calm(12)).filter(({ day }) => new Date(day).getUTCDay() % 6 !== 0)
  const book = contactBook(weekdays, '2027-01-01')
  assert.equal(book.range?.to, addDays(MONDAY, 11 * 7 + 4))
  assert.deepEqual(everyDay(book), { from: MONDAY, to: addDays(MONDAY, 11 * 7 + 6) })
  assert.equal(everyDay(contactBook([], '2027-01-01')), null)
})

test('a book of some contacts that is told what all of them say has the same edges as the whole', () => {
  const all = [...ratedWeeks(MONDAY, 20, calm(4)), ...ratedWeeks(MONDAY, 20, calm(6), { personKey: 'Ben' })]
  const whole = contactBook(all, '2027-01-01')
  const days = [...new Set(all.map(({ day }) => day))].sort()
  const lastAt = new Date(Math.max(...all.map(({ at }) => at.getTime())))
  const part = contactBook(
    all.filter(({ personKey }) => personKey === 'Amara'),
    '2027-01-01',
    { days, lastAt },
  )
  assert.deepEqual(
    [part.range, part.covered, part.knownUntil],
    [whole.range, whole.covered, whole.knownUntil],
  )
})
