import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { contactsOf, type PlannedContact } from '../../../seeds/contacts.ts'
import { TELEPHONE } from '../../../seeds/larkfield.ts'
import { putContacts } from '../../../test/imported.ts'
import { fc } from '../../../test/property.ts'
import { type Character, openWorld, type World } from '../../../test/world.ts'
import { addDays } from '../../kernel/day.ts'
import { paths } from '../paths.ts'
import { importRecords } from './importing.ts'
import { recordRatesOf } from './records.ts'
import type { RecordKind } from './rules/kinds.ts'
import { areEnough, basisWords, figureWords, rateOf } from './rules/rate.ts'

const DAYS = { from: '2026-01-01', to: '2026-06-30' }

test('seven complaints in 2,310 contacts are 3.0 per 1,000, interval 1.5 to 6.2', () => {
  const rate = rateOf('complaint', DAYS, { count: 7, contacts: 2310 }, 'no signal')
  assert.equal(figureWords(rate), '3.0 per 1,000 contacts')
  assert.equal(basisWords(rate), '7 in 2,310 contacts, interval 1.5 to 6.2')
  assert.equal(rate.verdict, 'no signal')
})

test('no complaint at all still has an interval', () => {
  const rate = rateOf('complaint', DAYS, { count: 0, contacts: 1000 }, 'no signal')
  assert.deepEqual([rate.per1000, rate.low], [0, 0])
  assert.ok(rate.high !== null && rate.high > 3.7 && rate.high < 3.9, String(rate.high))
})

test('under 5 contacts only the count is shown, under 30 nothing is judged, more records than contacts make no rate', () => {
  const rate = (count: number, contacts: number) =>
    rateOf('complaint', DAYS, { count, contacts }, 'concern signal')
  assert.deepEqual([rate(1, 4).per1000, rate(1, 4).verdict], [null, 'too few points'])
  assert.equal(figureWords(rate(1, 4)), '1 complaint')
  assert.deepEqual([rate(1, 29).per1000?.toFixed(1), rate(1, 29).verdict], ['34.5', 'too few points'])
  assert.equal(rate(1, 30).verdict, 'concern signal')
  assert.match(rate(9, 8).reason ?? '', /more records than contacts/)
  assert.match(rate(2, 0).reason ?? '', /no contacts on these days/)
})

test('weeks that mostly hold none are not judged week by week', () => {
  assert.deepEqual([areEnough(7, 26), areEnough(26, 26), areEnough(0, 0)], [false, true, false])
})

test('property: a rate lies in its interval, and the interval within 0 to 1,000', () => {
  fc.assert(
    fc.property(fc.nat(5000), fc.nat(5000), (count, more) => {
      const { per1000, low, high } = rateOf(
        'compliment',
        DAYS,
        { count, contacts: count + more },
        'no signal',
      )
      if (per1000 === null || low === null || high === null) return assert.ok(count + more < 5)
      assert.ok(0 <= low && low <= per1000 + 1e-9 && per1000 <= high + 1e-9 && high <= 1000 + 1e-9)
    }),
  )
})

let world: World
let dana: Character
let amara: Character
let calls: PlannedContact[]

before(async () => {
  world = await openWorld({ today: '2025-10-07' })
  dana = await world.add({ name: 'Dana Price', standing: 'administrator' })
  amara = await world.add({ name: 'Amara Okafor' })
  await world.add({ name: 'Dan Pryce' })
  calls = contactsOf(TELEPHONE)
  await putContacts(world, calls, { 'Amara Okafor': amara.personId })
})

async function load(kind: RecordKind, days: readonly string[], who = 'Amara Okafor') {
  const rows = days.map((day, at) => `${who}-${at},${day},${who}`)
  const outcome = await importRecords(world.house, world.orgId, dana.actor, {
    kind,
    name: `${who}.csv`,
    bytes: Buffer.from(`Case,Date,Adviser\n${rows.join('\n')}\n`),
    answers: { name: `${kind} ${who}` },
  })
  assert.ok(outcome.ok && outcome.value.kind === 'loaded', JSON.stringify(outcome))
}

const rates = (range?: { from: string; to: string }) =>
  world.inOrg((tx) => recordRatesOf(tx, amara.personId, world.today, range))

test('before anything is imported there is no rate, and the page says what belongs there', async () => {
  assert.deepEqual(await rates(), [])
  const page = await amara.session.get(paths.records(amara.personId))
  assert.match(page.text, /No records are imported yet/)
})

test('Amara’s rate counts her own records among her own answered contacts, over the days that the file tells of', async () => {
  await load('complaint', ['2025-05-05', '2025-06-10'])
  await load('complaint', ['2025-04-14', '2025-09-26'], 'Dan Pryce')
  const [rate] = await rates()
  const taken = calls.filter(
    ({ person, answered, day }) =>
      person === 'Amara Okafor' && answered && day >= '2025-04-14' && day <= '2025-09-26',
  )
  assert.deepEqual([rate?.from, rate?.to], ['2025-04-14', '2025-09-26'])
  assert.deepEqual([rate?.count, rate?.contacts], [2, taken.length])
  assert.equal(rate?.verdict, 'too few points', 'two in half a year')
  const [may] = await rates({ from: '2025-05-01', to: '2025-05-31' })
  assert.deepEqual([may?.count, may?.from, may?.to], [1, '2025-05-01', '2025-05-31'])
  const [none] = await rates({ from: '2024-01-01', to: '2024-12-31' })
  assert.deepEqual([none?.per1000, none?.reason], [null, 'No records were imported for these days.'])
})

test('audits are counted and never made a rate', async () => {
  await load('audit', ['2025-07-08', '2025-07-09', '2025-07-10'])
  const audits = (await rates()).find(({ kind }) => kind === 'audit')
  assert.deepEqual([audits?.count, audits?.contacts, audits?.per1000, audits?.verdict], [3, null, null, null])
})

test('where compliments come every week they are judged by the rules of every other chart', async () => {
  const monday = '2025-04-07'
  const weekly = (of: (week: number) => number) =>
    Array.from({ length: 26 }, (_, week) =>
      Array.from({ length: of(week) }, () => addDays(monday, 7 * week)),
    ).flat()
  await load(
    'compliment',
    weekly((week) => (week < 17 ? 1 + (week % 2) : 6)),
  )
  await load('compliment', [addDays(monday, -1), '2025-10-05'], 'Dan Pryce')
  const rate = (await rates()).find(({ kind }) => kind === 'compliment')
  assert.equal(rate?.verdict, 'improvement signal')
  const page = await amara.session.get(paths.records(amara.personId))
  assert.match(page.text, /Improvement signal/i)
  assert.doesNotMatch(page.text, /\brank|\bbest of|position \d/i)
})
