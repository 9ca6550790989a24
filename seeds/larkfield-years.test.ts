import assert from 'node:assert/strict'
import { test } from 'node:test'
import { contactBook } from '../src/app/measures/rules/book.ts'
import { definitionOf, type MeasureKey } from '../src/app/measures/rules/definitions.ts'
import { chart } from '../src/app/measures/rules/measure.ts'
import { recentWeeks } from '../src/app/measures/rules/run.ts'
import { addDays, weekStart } from '../src/kernel/day.ts'
import { asContacts } from './contacts.ts'
import { callsUntil, ticketsUntil, WEEKS } from './larkfield-years.ts'

const MONDAY = '2026-11-16'
const STORIES: readonly (readonly [string, MeasureKey, string])[] = [
  ['Amara Okafor', 'fcr', 'improvement signal'],
  ['Amara Okafor', 'csat', 'no signal'],
  ['Priya Nair', 'fcr', 'no signal'],
  ['Priya Nair', 'csat', 'no signal'],
  ['Tom Walsh', 'csat', 'no signal'],
  ['Tom Walsh', 'fcr', 'no signal'],
  ['Grace Lim', 'handle_time', 'improvement signal'],
  ['Grace Lim', 'csat', 'no signal'],
  ['Grace Lim', 'fcr', 'no signal'],
  ['Yusuf Demir', 'fcr', 'concern signal'],
  ['Sofia Rossi', 'fcr', 'no signal'],
  ['Sofia Rossi', 'csat', 'no signal'],
  ['Ellie Marsh', 'fcr', 'no signal'],
  ['Kofi Mensah', 'fcr', 'too few points'],
  ['Dan Pryce', 'csat', 'too few points'],
]

test('on whichever day of the week the demo is loaded, the charts tell the same stories', () => {
  const all = asContacts(callsUntil(addDays(MONDAY, 6)))
  for (let day = MONDAY; day < addDays(MONDAY, 7); day = addDays(day, 1)) {
    const book = contactBook(
      all.filter((one) => one.day <= day),
      day,
    )
    for (const [person, measure, verdict] of STORIES) {
      const definition = definitionOf(measure)
      assert.ok(definition)
      const drawn = chart(definition, book, { people: [person], ...recentWeeks(day, day) })
      assert.equal(drawn.verdict, verdict, `${person}, ${measure}, loaded on ${day}`)
    }
  }
})

test('Tom’s low week is the lowest of his half year, in the last weeks, and inside his limits', () => {
  const book = contactBook(asContacts(callsUntil(MONDAY)), MONDAY)
  const definition = definitionOf('csat')
  assert.ok(definition)
  const drawn = chart(definition, book, { people: ['Tom Walsh'], ...recentWeeks(MONDAY, MONDAY) })
  const points = drawn.weeks.filter(({ state }) => state === 'complete')
  const low = Math.min(...points.map(({ figure }) => figure.value ?? 1))
  const at = points.findIndex(({ figure }) => figure.value === low)
  assert.ok(points.length - at <= 6, `${points.length - at} weeks ago`)
  assert.ok(low <= 0.5 && low > (drawn.drawn?.lower ?? 1), `${low}`)
})

test('two years of calls begin with a whole week, and weeks are the same on every day they are made', () => {
  const [earlier, later] = [callsUntil('2026-11-17'), callsUntil('2026-11-20')]
  assert.equal(earlier[0]?.day, addDays(weekStart('2026-11-17'), -7 * WEEKS))
  assert.deepEqual(
    later.filter(({ day }) => day <= '2026-11-17'),
    earlier,
  )
  assert.ok(earlier.length + ticketsUntil('2026-11-17').length > 25_000)
})
