import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fc } from '../../../../test/property.ts'
import { addDays, type Day } from '../../../kernel/day.ts'
import { attentionOf, endedOn } from './attention.ts'
import { checkAgeRule, currencyWords, endOf, readCurrency, stateAt, USUAL_RULE } from './currency.ts'
import { checkExemption, legalStateOf } from './legal.ts'

const today = '2026-11-17'
const certificate = { happenedOn: '2026-01-20', expiresOn: '2026-11-17' }
const on = (day: Day, items: Parameters<typeof readCurrency>[0] = [certificate]) =>
  readCurrency(items, USUAL_RULE, day)

test('a certificate is in date on the day before its last, and out of date on the very day', () => {
  assert.equal(on('2026-10-17').state, 'current')
  assert.equal(on('2026-10-18').state, 'ageing')
  assert.equal(on('2026-11-16').state, 'ageing')
  assert.equal(on('2026-11-17').state, 'stale')
  assert.equal(
    currencyWords(on('2026-11-16'), '2026-11-16'),
    'Goes out of date on 17 November 2026, tomorrow',
  )
  assert.equal(currencyWords(on('2026-11-17'), '2026-11-17'), 'Out of date from today')
  assert.equal(currencyWords(on('2026-11-18'), '2026-11-18'), 'Out of date since 17 November 2026')
})

test('the rule of the competency and the item’s own last day: whichever comes first', () => {
  assert.equal(endOf(certificate, 12), '2026-11-17')
  assert.equal(endOf(certificate, 6), '2026-07-20')
  assert.equal(endOf({ happenedOn: '2026-03-31', expiresOn: null }, 6), '2026-09-30')
  assert.equal(endOf({ happenedOn: null, expiresOn: '2027-01-01' }, 6), '2027-01-01')
})

test('one newer item keeps a competency in date; one without a day does not', () => {
  const old = { happenedOn: '2025-01-10', expiresOn: null }
  const fresh = { happenedOn: '2026-11-01', expiresOn: null }
  const undated = { happenedOn: null, expiresOn: null }
  assert.equal(on(today, [old, fresh]).state, 'current')
  const both = on(today, [old, undated])
  assert.deepEqual([both.state, both.undated, both.newest], ['stale', 1, '2025-01-10'])
  const none = on(today, [undated])
  assert.equal(none.state, 'none')
  assert.equal(currencyWords(none, today), 'No day to go by: 1 item without a date')
  assert.equal(currencyWords(on(today, []), today), 'No evidence yet')
})

const day = fc.integer({ min: 0, max: 2500 }).map((days) => addDays('2021-01-01', days))
const dated = fc.record({ happenedOn: fc.option(day), expiresOn: fc.option(day) })

test('whatever there is, it turns on the day it ends and not before, and more evidence never makes it older', () => {
  fc.assert(
    fc.property(
      fc.array(dated, { maxLength: 8 }),
      dated,
      fc.integer({ min: 1, max: 120 }),
      (items, more, months) => {
        const rule = { months, reason: null }
        const { endsOn } = readCurrency(items, rule, today)
        const added = readCurrency([...items, more], rule, today)
        if (!endsOn) return
        assert.equal(readCurrency(items, rule, endsOn).state, 'stale')
        assert.notEqual(readCurrency(items, rule, addDays(endsOn, -1)).state, 'stale')
        assert.equal(stateAt(endsOn, addDays(endsOn, -31)), 'current')
        assert.ok((added.endsOn ?? '') >= endsOn)
      },
    ),
  )
})

test('an item is out of date by the strictest of the competencies that it bears on', () => {
  const item = {
    happenedOn: '2026-04-01',
    expiresOn: null,
    by: 'other' as const,
    links: [{ competencyId: 'a' }],
  }
  const ruleOf = (id: string) => (id === 'b' ? { months: 6, reason: 'The system was replaced.' } : USUAL_RULE)
  assert.equal(endedOn(item, ruleOf, today), null)
  const both = { ...item, links: [{ competencyId: 'a' }, { competencyId: 'b' }] }
  assert.equal(endedOn(both, ruleOf, today), '2026-10-01')
  assert.deepEqual(attentionOf(both, ruleOf, today), ['old'])
  assert.deepEqual(attentionOf({ happenedOn: null, expiresOn: null, by: 'self', links: [] }, ruleOf, today), [
    'date',
    'competency',
    'self',
  ])
})

test('an age rule is 1 to 120 whole months, and says why', () => {
  assert.deepEqual(checkAgeRule(1, 'The system changes each month.'), [])
  assert.deepEqual(
    [0, 121, null].map((months) => checkAgeRule(months, 'Because.')[0]?.field),
    ['months', 'months', 'months'],
  )
  assert.deepEqual(
    checkAgeRule(null, '').map(({ field }) => field),
    ['months', 'reason'],
  )
})

test('a legal duty: evidence in date first, then what was said not to apply, through its last day', () => {
  const said = { untilDay: today }
  assert.equal(legalStateOf({ state: 'current', items: 1 }, said, today), 'evidenced')
  assert.equal(legalStateOf({ state: 'stale', items: 1 }, said, today), 'does not apply')
  assert.equal(legalStateOf({ state: 'stale', items: 1 }, said, addDays(today, 1)), 'evidenced')
  assert.equal(legalStateOf({ state: 'none', items: 0 }, said, today), 'does not apply')
  assert.equal(legalStateOf({ state: 'none', items: 0 }, said, addDays(today, 1)), 'lapsed')
  assert.equal(legalStateOf({ state: 'none', items: 0 }, null, today), 'missing')
})

test('that a duty does not apply is said with a reason, for 24 months at most', () => {
  assert.deepEqual(checkExemption('Warehouse work.', '2028-11-17', today), [])
  assert.equal(checkExemption('Warehouse work.', '2028-11-18', today)[0]?.field, 'until')
  assert.equal(checkExemption('Warehouse work.', today, today)[0]?.field, 'until')
  assert.deepEqual(
    checkExemption('', null, today).map(({ field }) => field),
    ['reason', 'until'],
  )
})
