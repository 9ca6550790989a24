import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { STARTER_COMPETENCIES } from '../starter/starter.ts'
import { suggestedFor } from './suggestion.ts'

const titles = (text: string) => suggestedFor(text, STARTER_COMPETENCIES).map((each) => each.competency.title)

test('what a customer of Amara said points at the competencies it is about', () => {
  assert.equal(titles('I complained twice and nobody apologised')[0], 'Handling complaints')
  assert.equal(
    titles('She read my bank details out to my ex: a data protection breach')[0],
    'Data protection and vulnerable customers',
  )
  assert.equal(
    titles('He let me finish, listened, and asked the right question')[0],
    'Listening and questioning',
  )
  assert.ok(titles('You never wrote back to my e-mail').includes('Written communication'))
})

test('a word counts from its beginning only, and says which word it was', () => {
  assert.deepEqual(titles('The replan was unwritable'), [])
  const [first] = suggestedFor('They apologised', STARTER_COMPETENCIES)
  assert.deepEqual(first?.because, ['apologised'])
})

test('a text without any of the words points at nothing', () => {
  assert.deepEqual(titles('Blue seven window'), [])
  assert.deepEqual(titles(''), [])
})

test('any text gets an answer, and no competency twice', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      const found = titles(text)
      assert.equal(new Set(found).size, found.length)
    }),
  )
})
