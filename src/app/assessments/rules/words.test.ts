import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fc } from '../../../../test/property.ts'
import { genericExample, genericIn } from './generic.ts'
import { internalUnder } from './internal.ts'
import { LABELLED_ENTRIES } from './labelled-entries.ts'
import { LATER_ENTRIES } from './labelled-entries-later.ts'
import { OWN_EXAMPLES } from './labelled-examples.ts'
import { hintsOfNeed, skipsSoft } from './need-hints.ts'
import { misplaced } from './swot.ts'
import { trendOf } from './trend.ts'

/** Of those the rule speaks of how many rightly, and of those it should speak of how many it does. */
function measured(cases: readonly { label: boolean; rule: boolean }[]) {
  const both = cases.filter(({ label, rule }) => label && rule).length
  return {
    precision: both / cases.filter(({ rule }) => rule).length,
    recall: both / cases.filter(({ label }) => label).length,
  }
}

test('of our own examples, those that tell no happening are hinted at and the others are left alone', () => {
  assert.ok(OWN_EXAMPLES.length >= 80)
  const { precision, recall } = measured(
    OWN_EXAMPLES.map(({ text, concrete }) => ({ label: !concrete, rule: genericIn(text) !== null })),
  )
  assert.ok(precision >= 0.9 && recall >= 0.9, `precision ${precision}, recall ${recall}`)
})

test('“I am good with people” is general, and the words that make it so are named', () => {
  assert.deepEqual(genericIn('I am good with people.')?.words, ['i am good'])
  assert.deepEqual(genericIn('I always ring back and usually on time')?.words, ['always', 'usually'])
  assert.equal(genericIn('On Friday I rang Mrs Doyle back at four, and she stayed with us.'), null)
})

test('an example is read over its four parts, and nothing is said before what was done is there', () => {
  const parts = { when: 'Tuesday', who: 'a caller', did: 'I rang back', followed: 'it stayed closed' }
  assert.equal(genericExample(parts), null)
  assert.deepEqual(genericExample({ ...parts, when: 'usually', did: 'I am polite' })?.words, [
    'usually',
    'i am polite',
  ])
  assert.equal(genericExample({ ...parts, did: '' }), null)
})

test('reading the same text again, or with other spaces, says the same; any text can be read', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 400 }), (text) => {
      assert.deepEqual(genericIn(text), genericIn(`  ${text.replaceAll(' ', '  ')} `))
      internalUnder(text)
    }),
  )
})

test('of 69 labelled entries, those that speak of the person are told from those that speak of the world', () => {
  assert.ok(LABELLED_ENTRIES.length >= 60)
  const { precision, recall } = measured(
    LABELLED_ENTRIES.map(({ text, internal }) => ({ label: internal, rule: internalUnder(text) !== null })),
  )
  assert.ok(precision >= 0.9 && recall >= 0.9, `precision ${precision}, recall ${recall}`)
})

test('of 40 entries labelled after the rule was made, it speaks of two in three that it should, and seldom of others', () => {
  assert.equal(LATER_ENTRIES.length, 40)
  const { precision, recall } = measured(
    LATER_ENTRIES.map(({ text, internal }) => ({ label: internal, rule: internalUnder(text) !== null })),
  )
  assert.ok(precision >= 0.8 && recall >= 0.65, `precision ${precision}, recall ${recall}`)
})

test('whose name an entry holds changes nothing', () => {
  for (const text of ['@ could teach me', '@ is leaving', 'I could ask @ for feedback'])
    assert.deepEqual(
      ['Priya', 'Ben', 'Farid', 'Wilhelmina'].map((name) => internalUnder(text.replace('@', name))?.words),
      Array(4).fill(internalUnder(text.replace('@', 'Somebody'))?.words),
      text,
    )
})

test('only opportunities and threats can hold what lies in the person by mistake', () => {
  const words = 'My lack of confidence'
  assert.deepEqual(
    (['strength', 'weakness', 'opportunity', 'threat'] as const).map(
      (quarter) => misplaced(quarter, words) !== null,
    ),
    [false, false, true, true],
  )
})

const OUTSIDE = [{ outside: true }]
const kinds = (need: Parameters<typeof hintsOfNeed>[0], evidence = OUTSIDE) =>
  hintsOfNeed(need, evidence).map(({ kind }) => kind)

test('a professional need that speaks of private life, and a personal one that names work figures, are pointed out', () => {
  const choir = { title: 'Sing again', why: 'I miss the choir at the weekend' }
  const fcr = { title: 'Settle calls', why: 'My FCR is under the target' }
  assert.deepEqual(kinds({ kind: 'professional', ...choir }), ['private words'])
  assert.deepEqual(kinds({ kind: 'personal', ...fcr }), ['work words'])
  assert.deepEqual(kinds({ kind: 'personal', ...choir }), [])
  assert.deepEqual(kinds({ kind: 'professional', ...fcr }), [])
  assert.deepEqual(kinds({ kind: 'both', ...fcr }), [], '“both” is mixed on purpose')
})

test('a need for the work that rests on one’s own word alone, or on nothing, says so; a personal one need not', () => {
  const need = { title: 'Listening', why: 'I interrupt' }
  assert.deepEqual(kinds({ kind: 'professional', ...need }, [{ outside: false }]), ['self only'])
  assert.deepEqual(kinds({ kind: 'both', ...need }, []), ['no evidence'])
  assert.deepEqual(kinds({ kind: 'personal', ...need }, []), [])
})

test('needs for the work without a soft skill are told; no needs, or personal ones alone, are not', () => {
  const soft = new Set(['listening'])
  const of = (kind: 'professional' | 'personal' | 'both', competencyId: string | null) => ({
    kind,
    competencyId,
  })
  assert.equal(skipsSoft([of('professional', 'billing')], soft), true)
  assert.equal(skipsSoft([of('professional', 'billing'), of('both', 'listening')], soft), false)
  assert.equal(skipsSoft([of('personal', null)], soft), false)
  assert.equal(skipsSoft([], soft), false)
})

test('a trend keeps each agreed level as it was and says how the last differs from the one before', () => {
  const points = [
    { round: 3, on: '2026-11-03', level: 4 },
    { round: 1, on: '2025-07-01', level: 2 },
    { round: 2, on: '2026-01-12', level: 3 },
  ]
  const trend = trendOf(points)
  assert.deepEqual([trend?.points.map(({ level }) => level), trend?.move, trend?.by], [[2, 3, 4], 'up', 1])
  assert.equal(trendOf([]), null)
  assert.equal(trendOf(points.slice(0, 1))?.move, 'first')
})
