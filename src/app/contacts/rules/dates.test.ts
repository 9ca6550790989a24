import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fc } from '../../../../test/property.ts'
import { dateOrderOf, noOrderEvidence, readClock, readDate, weighDate } from './dates.ts'
import type { DateOrder } from './mapping.ts'
import { zoneOf } from './zone.ts'

const iso = (text: string, order: DateOrder | null = 'dmy'): string => {
  const read = readDate(text, order)
  return read.ok ? new Date(read.value.ms).toISOString().replace('.000Z', '') : read.why
}
const orderOf = (...dates: string[]) => {
  const evidence = noOrderEvidence()
  dates.forEach((date, index) => {
    weighDate(evidence, date, index + 2)
  })
  return dateOrderOf(evidence)
}

test('dates are read as exports write them', () => {
  assert.equal(iso('13/10/2026 09:05'), '2026-10-13T09:05:00')
  assert.equal(iso('10/13/2026 9:05 PM', 'mdy'), '2026-10-13T21:05:00')
  assert.equal(iso('12:30 am'.replace(/^/, '03.04.2026 ')), '2026-04-03T00:30:00')
  assert.equal(iso('2024-10-30 15:15:11.744884', null), '2024-10-30T15:15:11.744Z')
  assert.equal(iso('2026-10-30T15:15:11+02:00', null), '2026-10-30T13:15:11')
  assert.equal(iso('29-02-2016 01:16'), '2016-02-29T01:16:00')
  assert.equal(iso('3 Apr 2026', null), '2026-04-03T00:00:00')
  assert.equal(iso('3. März 2026 14:05', null), '2026-03-03T14:05:00')
  assert.equal(iso('12 de fevereiro de 2026', null), '2026-02-12T00:00:00')
  assert.equal(iso('Apr 3, 2026 2:15 PM', null), '2026-04-03T14:15:00')
  assert.equal(iso('1461060000', null), '2016-04-19T10:00:00')
  assert.equal(iso('03/04/26', 'ymd'), '2003-04-26T00:00:00')
})

test('a date that cannot be is said to be so, never moved', () => {
  assert.equal(iso('31/11/2026'), 'November has 30 days')
  assert.equal(iso('29/02/2026'), 'February 2026 has 28 days')
  assert.equal(iso('01/13/2026'), 'There is no month 13')
  assert.equal(iso('01/10/2026 25:10'), 'The hour is 0 to 23')
  assert.equal(iso('soon'), '“soon” is not a date')
  assert.equal(iso('03/04/2026', null), 'The file does not say whether the day or the month comes first')
  assert.equal(readClock('13:00 pm').ok, false)
})

test('a day above 12 proves the order, naming its line', () => {
  assert.deepEqual(orderOf('03/04/2026', '13/10/2026'), {
    proved: true,
    order: 'dmy',
    because: 'Line 3: 13/10/2026 can only be day first.',
  })
  assert.deepEqual(orderOf('03/04/2026', '10/13/2026 09:00'), {
    proved: true,
    order: 'mdy',
    because: 'Line 3: 10/13/2026 09:00 can only be month first.',
  })
  assert.equal(orderOf('31/11/2026', '01/02/2026').proved, true)
  const year = orderOf('2026-04-03', '2026-05-06')
  assert.equal(year.proved && year.order, 'ymd')
})

test('dates with 12 or less in both places prove nothing, and neither do two that contradict each other', () => {
  assert.equal(orderOf('03/04/2026', '12/12/2026', '01/02/2026').proved, false)
  assert.equal(orderOf('13/04/2026', '04/13/2026').proved, false)
  assert.equal(orderOf('03/04/05', '06/07/08').proved, false)
})

test('one slip of the pen among many dates does not overturn what they prove', () => {
  const verdict = orderOf(...Array.from({ length: 40 }, (_, n) => `${13 + (n % 15)}/10/2026`), '10/13/2026')
  assert.equal(verdict.proved && verdict.order, 'dmy')
})

test('dates whose day and month are the same need no order', () => {
  assert.equal(orderOf('05/05/2026', '06/06/2026').proved, true)
})

test('local times become moments across both changes of the clocks', () => {
  const london = zoneOf('Europe/London')
  const moment = (text: string) =>
    new Date(london.toMoment(Date.parse(`${text}Z`))).toISOString().slice(0, 16)
  assert.equal(moment('2026-01-05T09:00'), '2026-01-05T09:00')
  assert.equal(moment('2026-07-05T09:00'), '2026-07-05T08:00')
  assert.equal(moment('2026-03-29T00:59'), '2026-03-29T00:59')
  assert.equal(moment('2026-03-29T02:00'), '2026-03-29T01:00')
  assert.equal(moment('2026-03-29T01:30'), '2026-03-29T01:30', 'skipped: read an hour later')
  assert.equal(moment('2026-10-25T01:30'), '2026-10-25T00:30', 'comes twice: the first')
  assert.equal(moment('2026-10-25T02:00'), '2026-10-25T02:00')
})

test('every moment of every zone, written as local time, comes back as itself or as its earlier twin', () => {
  const zones = [
    'Europe/London',
    'America/Sao_Paulo',
    'Australia/Lord_Howe',
    'Asia/Kathmandu',
    'America/New_York',
  ]
  const clocks = new Map(
    zones.map((zone) => [
      zone,
      new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' }),
    ]),
  )
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.integer({ min: 1_262_304_000, max: 1_893_456_000 }),
      (name, seconds) => {
        const zone = zoneOf(name)
        const written = clocks.get(name)?.format(seconds * 1000) ?? ''
        const back = zone.toMoment(Date.parse(`${written.replace(' ', 'T')}Z`))
        const apart = seconds * 1000 - back
        assert.ok(apart === 0 || apart === 3_600_000 || apart === 1_800_000, `${name} ${written}: ${apart}`)
        assert.equal(clocks.get(name)?.format(back), written)
      },
    ),
    { numRuns: 300 },
  )
})
