import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fc } from '../../../../test/property.ts'
import { findPersonalData, passesLuhn, redact } from './redaction.ts'
import { NOTES, readNote } from './redaction-set.ts'

const found = (text: string) => findPersonalData(text).map(({ kind, found }) => `${kind}: ${found}`)

test('what Amara wrote about a call gives away the customer in three places', () => {
  const text =
    'Ms Whitlock rang because her bill had doubled. She wants it in writing: j.whitlock@mail.example, 07700 900417.'
  assert.deepEqual(found(text), [
    'customer: Ms Whitlock',
    'e-mail: j.whitlock@mail.example',
    'phone: 07700 900417',
  ])
  assert.equal(
    redact(text, new Set(['07700 900417', 'j.whitlock@mail.example'])),
    'Ms Whitlock rang because her bill had doubled. She wants it in writing: [e-mail], [phone].',
  )
})

/** Texts labelled by hand: what is a customer's, and what only looks like it. Numbers are from the ranges kept for drama. */
const LABELLED: [string, string[]][] = [
  ['Ring her on +44 7700 900123 after six', ['phone: +44 7700 900123']],
  ['her number is (020) 7946 0018', ['phone: (020) 7946 0018']],
  ['01632 960983 or 0808 157 0192', ['phone: 01632 960983', 'phone: 0808 157 0192']],
  ['0044 1632 960983', ['phone: 0044 1632 960983']],
  ['lives at 4 Long Row, NG1 2AB', ['postcode: NG1 2AB']],
  ['sent to sw1a 1aa last week', ['postcode: sw1a 1aa']],
  ['EC1A1BB on the label', ['postcode: EC1A1BB']],
  ['card 4111 1111 1111 1111, expiry next May', ['card: 4111 1111 1111 1111']],
  ['read me 5555-5555-5555-4444', ['card: 5555-5555-5555-4444']],
  ['NI number QQ 12 34 56 C', []],
  ['NI number AB 12 34 56 C', ['NI number: AB 12 34 56 C']],
  ['ab123456c in the notes', ['NI number: ab123456c']],
  ['Mrs O’Connor asked twice', ['customer: Mrs O’Connor']],
  ['write to tom+bills@post.example.org please', ['e-mail: tom+bills@post.example.org']],
  ['The reference is 4111 1111 1111 1112', []],
  ['Order 20261113 was late by 45 minutes', ['order: 20261113']],
  ['In order to help, I put the account right by 2026', []],
  ['From 76% to 80% by 29/01/2027, 118 of 155 calls', []],
  ['On 13-11-2026 at 09:12 I rang back', []],
  ['See E-12, O-14 and R-3 in the plan', []],
  ['Meter reading 00482917 was wrong', []],
  ['A 0% rate and a 100% answer', []],
  ['I asked the customer what mattered most', []],
]

test('personal data is found in texts labelled by hand, and what only looks like it is left', () => {
  for (const [text, wanted] of LABELLED) assert.deepEqual(found(text), wanted, text)
})

test('a card has 13 to 19 digits that are not all the same; 12 or 20 are another number', () => {
  const cards = ['4222222222222', '36227206271667', '378282246310005', '6304000000000000000']
  for (const card of cards) {
    assert.ok(passesLuhn(card), card)
    assert.deepEqual(found(`she read me ${card} twice`), [`card: ${card}`])
  }
  for (const other of ['422222222222', '63040000000000000000', '0000000000000000']) {
    assert.ok(passesLuhn(other), other)
    assert.deepEqual(found(`the meter said ${other} twice`), [])
  }
})

test('the check sum holds for test card numbers and breaks with one digit', () => {
  for (const card of ['4111111111111111', '378282246310005', '6011111111111117']) assert.ok(passesLuhn(card))
  assert.ok(!passesLuhn('4111111111111112'))
})

test('whatever the text, replacing everything found leaves nothing to find and touches nothing else', () => {
  const pieces = fc.array(
    fc.oneof(
      fc.constantFrom(
        'a@b.example',
        '07700 900417',
        'NG1 2AB',
        'Ms Whitlock',
        '4111 1111 1111 1111',
        'AB123456C',
      ),
      fc.stringMatching(/^[a-z ,.]{0,12}$/),
    ),
    { maxLength: 8 },
  )
  fc.assert(
    fc.property(pieces, (parts) => {
      const text = parts.join(' / ')
      const places = findPersonalData(text)
      const clean = redact(text, new Set(places.map((one) => one.found)))
      assert.deepEqual(findPersonalData(clean), [])
      assert.equal(redact(text, new Set()), text)
      for (const place of places) assert.equal(text.slice(place.from, place.to), place.found)
    }),
  )
})

test('in the notes of Larkfield that a reader marked, nine places in ten are found and hardly anything else', () => {
  const notes = NOTES.map(readNote).map(({ text, marked }) => ({ marked, found: findPersonalData(text) }))
  const same = (
    a: { kind: string; from: number; to: number },
    b: { kind: string; from: number; to: number },
  ) => a.kind === b.kind && a.from < b.to && b.from < a.to
  const marked = notes.flatMap(({ marked, found }) =>
    marked.map((mark) => found.some((one) => same(one, mark))),
  )
  const found = notes.flatMap(({ marked, found }) =>
    found.map((one) => marked.some((mark) => same(one, mark))),
  )
  const share = (all: boolean[]) => all.filter(Boolean).length / all.length
  assert.ok(share(marked) >= 0.9, `recall ${share(marked)}`)
  assert.ok(share(found) >= 0.95, `precision ${share(found)}`)
})
