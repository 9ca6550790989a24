import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fc } from '../../../../test/property.ts'
import { addDays, type Day } from '../../../kernel/day.ts'
import type { Account, Case } from './case.ts'
import { saysImpact } from './impact.ts'
import { reflectiveAccount, regularReviews } from './reviewed.ts'
import { whole } from './some-case.ts'

const TODAY = '2026-11-17'
const reviewed = (days: readonly Day[], weeks: number, agreedOn: Day): Case => ({
  ...whole(),
  today: TODAY,
  agreedOn,
  cadence: { weeks, setFor: 'person' },
  reviews: days.map((heldOn, index) => ({ number: index + 1, heldOn, signed: 2, alone: false })),
})

test('Amara’s reviews thirteen weeks apart are regular by a cadence of thirteen weeks and not of twelve', () => {
  const days = ['2026-07-21', '2026-10-20']
  assert.equal(regularReviews(reviewed(days, 13, '2026-06-16')).state, 'there')
  const found = regularReviews(reviewed(days, 12, '2026-06-16'))
  assert.equal(found.state, 'missing')
  assert.match(found.missing ?? '', /13 weeks went by without a review, and the cadence is 12 weeks/)
})

test('what counts is the longest time: before the first review, between two, and since the last', () => {
  const gap = fc.integer({ min: 14, max: 120 })
  fc.assert(
    fc.property(gap, gap, gap, fc.integer({ min: 2, max: 26 }), (before, between, since, weeks) => {
      const last = addDays(TODAY, -since)
      const first = addDays(last, -between)
      const { state } = regularReviews(reviewed([first, last], weeks, addDays(first, -before)))
      assert.equal(state, Math.max(before, between, since) <= 7 * weeks ? 'there' : 'missing')
    }),
  )
})

test('two reviews of two days are one occasion', () => {
  const found = regularReviews(reviewed(['2026-11-09', '2026-11-10'], 12, '2026-10-19'))
  assert.match(found.missing ?? '', /at least 2 weeks apart: these are one occasion/)
})

test('a change whose reason only repeats that it changed has no reason', () => {
  const changes = [{ ref: 'O-1', cause: 'target missed', reason: 'changed' }]
  assert.match(
    regularReviews({ ...whole(), changes }).missing ?? '',
    /O-1 changed without a cause and a reason/,
  )
  const back = [{ ref: 'O-2', cause: 'job role', reason: 'Job role.' }]
  assert.match(regularReviews({ ...whole(), changes: back }).missing ?? '', /O-2 changed without/)
})

const [account] = whole().accounts
assert.ok(account)
const missingOf = (change: Partial<Account>) =>
  reflectiveAccount({ ...whole(), accounts: [{ ...account, ...change }] }).missing

test('an account is whole with every stage, a cause, an action and what changed at work', () => {
  assert.equal(missingOf({}), null)
  assert.match(missingOf({ hints: ['cause'] }) ?? '', /names no cause/)
  assert.match(missingOf({ hints: ['description'] }) ?? '', /nearly all description/)
  assert.match(missingOf({ hints: ['action'] }) ?? '', /action is missing/)
  assert.match(missingOf({ impacts: [''] }) ?? '', /not written up/)
  assert.match(missingOf({ impacts: ['I feel more confident now that it is over.'] }) ?? '', /no change/)
})

test('thirty-eight words, just enough in each stage, are a note', () => {
  const stages = account.stages.map((stage, index) => ({ ...stage, words: [15, 15, 8][index] ?? 0 }))
  assert.match(missingOf({ stages }) ?? '', /38 words are a note, not yet an account/)
})

test('of two accounts the one that lacks less is named', () => {
  const other = { ...account, ref: 'R-2', stages: account.stages.map((stage) => ({ ...stage, done: false })) }
  const found = reflectiveAccount({ ...whole(), accounts: [other, account] })
  assert.equal(found.state, 'there')
  assert.match(found.what, /^R-1/)
})

test('an impact is a change or a figure at work, and neither an intention, a feeling, nor still to come', () => {
  for (const text of [
    'Since then all 23 promises were booked and 21 kept on the day.',
    'My repeat contacts fell from 14% to 12% of 180.',
    'Four such chats since; none of them came back within the week.',
    'Customers now thank me by name, which did not happen before.',
    'Nobody has rung to ask where their parcel is since then.',
    'My manager counted 12 such calls on 3 June, all closed.',
  ])
    assert.equal(saysImpact(text), true, text)
  for (const text of [
    '',
    'Better.',
    'In future I will ring everybody back and my customers will be much happier.',
    'I feel more confident now than I was before.',
    'This has had a big impact on my practice and I have learnt a great deal.',
    'Nothing changed yet: the noon report starts next week.',
    'I never thought about it before and I think about it now.',
    'It has made me better at my job than I was before.',
    'My manager said well done after the review.',
    'The account was written on 12 May 2026, after review 2.',
    'I look at customers with other eyes now.',
  ])
    assert.equal(saysImpact(text), false, text)
})

test('before the first review its day is said as what is there, and the review itself as what is missing', () => {
  const found = regularReviews({ ...whole(), reviews: [], nextReviewOn: '2026-11-24' })
  assert.match(found.what, /the first is set for 24 November 2026/)
  assert.equal(found.missing, 'A first review, held and signed')
})
