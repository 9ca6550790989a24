import assert from 'node:assert/strict'
import { test } from 'node:test'
import { caseOf, isOld, type Seen, toldOf } from './case.ts'
import { detailOf, fieldsFor } from './kinds.ts'

const today = '2026-11-17'
const whole: Seen = {
  kind: 'compliment',
  text: 'I checked the reading with her, promised a call on Friday, and rang on Friday as promised.',
  happenedOn: '2026-11-13',
  links: [{ reason: 'The promise was kept on the day.' }],
  detail: { giver: 'A customer', quote: 'You are the first who rang when they said.' },
  by: 'self',
  addedByName: 'Amara Okafor',
  hasFile: false,
  sameAs: [],
}
const missing = (seen: Partial<Seen>) =>
  caseOf({ ...whole, ...seen }, today)
    .filter((line) => !line.there)
    .map((line) => line.text)

test('what Amara wrote whole still says that nobody else stands behind it', () => {
  assert.deepEqual(missing({}), ['Only Amara Okafor stands behind it: nobody else has said so yet'])
  assert.deepEqual(missing({ by: 'other', addedByName: 'Ben Hughes' }), [])
})

test('each thing missing is named in its own line', () => {
  const said = missing({
    kind: null,
    text: 'It went well.',
    happenedOn: null,
    links: [],
    sameAs: ['E-3'],
  }).join('\n')
  for (const part of ['What kind', 'cannot count as current', '3 words', 'A competency', 'same file as E-3'])
    assert.ok(said.includes(part), part)
})

test('a complaint says which steps of HEAT are still to be told', () => {
  const [kind] = missing({
    kind: 'complaint',
    detail: { heard: 'Her bill had doubled.', apologised: 'For the wait.' },
  })
  assert.equal(kind, 'Complaint: still to say, Empathise, Take action, What came of it?')
})

test('a work product needs its file or where it can be seen, not both', () => {
  assert.match(missing({ kind: 'work product', detail: {} })[0] ?? '', /Where can it be seen/)
  assert.deepEqual(missing({ kind: 'work product', detail: {}, hasFile: true, by: 'other' }), [])
})

test('by the usual rule evidence is old from the day on which it is 12 months old', () => {
  assert.equal(isOld('2025-11-18', today), false)
  assert.equal(isOld('2025-11-17', today), true)
})

test('whoever stands behind it without a sign-in is named, not whoever sent the link', () => {
  const standsBehind = { name: 'Joan Field', relationship: 'a customer of nine years' }
  const lines = caseOf({ ...whole, by: 'other', addedByName: 'Ben Hughes', standsBehind }, today)
  assert.equal(lines.at(-1)?.text, 'Joan Field, a customer of nine years, stands behind it')
})

test('what an item tells is its kind and its words, apart from what it is linked to', () => {
  assert.deepEqual(
    toldOf(whole).map((line) => line.text),
    ['A kind is named: compliment', 'Says what happened, in 17 words'],
  )
})

test('what was said when an item was of another kind is kept and still shown; unknown keys are not', () => {
  const said = detailOf({
    giver: ' A customer ',
    heard: 'Her bill.',
    quote: '',
    cycle: 'Closing',
    other: 'x',
  })
  assert.deepEqual(said, { giver: 'A customer', heard: 'Her bill.', cycle: 'Closing' })
  assert.deepEqual(
    fieldsFor('compliment', said).map((field) => field.key),
    ['giver', 'quote', 'task', 'heard'],
  )
})
