import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fc } from '../../../../test/property.ts'
import { STARTER_COMPETENCIES } from '../starter/starter.ts'
import { stemOf, suggestedFor } from './suggestion.ts'
import { SAID } from './suggestion-set.ts'

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

test('endings do not hide a word', () => {
  assert.deepEqual(['waiting', 'waited', 'waits'].map(stemOf), ['wait', 'wait', 'wait'])
  assert.deepEqual(['stopped', 'replies', 'glass'].map(stemOf), ['stop', 'reply', 'glass'])
})

test('more than half of what is suggested at Larkfield is what a reader named, far above the three most frequent', () => {
  const right = (codesFor: (text: string) => string[]) => {
    const given = SAID.flatMap(([codes, text]) => codesFor(text).map((code) => codes.includes(code)))
    return given.filter(Boolean).length / given.length
  }
  const rule = right((text) =>
    suggestedFor(text, STARTER_COMPETENCIES)
      .slice(0, 3)
      .map(({ competency }) => competency.code),
  )
  assert.ok(rule > 0.5, `precision at 3 is ${rule}`)
  assert.ok(rule > 2 * right(() => ['CS-14', 'CS-09', 'CS-06']))
})
