import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fc } from '../../../../test/property.ts'
import { personalDataIn, withoutPersonalData } from './file-words.ts'

const filler = fc.constantFrom(
  'the bill was read again ',
  'she rang back on Friday. ',
  'and so on, ',
  '\n',
  'x'.repeat(90),
)

test('a customer’s number is found and replaced wherever it stands in a long file', () => {
  fc.assert(
    fc.property(
      fc.array(filler, { maxLength: 120, size: 'max' }),
      fc.array(filler, { maxLength: 120, size: 'max' }),
      (before, after) => {
        const [first, rest] = [before.join(''), after.join('')]
        const words = `${first} ring 07700 900417 ${rest}`
        assert.ok(personalDataIn(words).some(({ found }) => found.includes('07700 900417')))
        assert.equal(withoutPersonalData(words), `${first} ring [phone] ${rest}`)
      },
    ),
  )
})

test('a number is found at every place of a long line', () => {
  for (let before = 700; before < 900; before += 1) {
    const words = `${'-'.repeat(before)} 07700 900417 ${'and so on '.repeat(120)}`
    assert.ok(withoutPersonalData(words).startsWith(`${'-'.repeat(before)} [phone] and so on `), `${before}`)
  }
})

test('words without a customer in them stay as they are', () => {
  fc.assert(
    fc.property(fc.array(filler, { maxLength: 200 }), (words) => {
      assert.equal(withoutPersonalData(words.join('')), words.join(''))
    }),
  )
})

test('the same detail is named once', () => {
  const words = 'Write to j.whitlock@mail.example.\n'.repeat(500)
  assert.equal(personalDataIn(words).length, 1)
  assert.doesNotMatch(withoutPersonalData(words), /whitlock/)
})

test('two million characters are searched in seconds, also where somebody means them to take long', () => {
  for (const hostile of [
    'a'.repeat(2_000_000),
    'a@b.co '.repeat(280_000),
    '0 '.repeat(1_000_000),
    'a.'.repeat(1_000_000),
  ]) {
    const started = performance.now()
    personalDataIn(hostile)
    assert.ok(performance.now() - started < 10_000, hostile.slice(0, 10))
  }
})
