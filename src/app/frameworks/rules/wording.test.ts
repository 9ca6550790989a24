import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fc } from '../../../../test/property.ts'
import { changedWords } from './wording.ts'

const said = (parts: ReturnType<typeof changedWords>, ...kinds: string[]) =>
  parts
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ text }) => text)
    .join(' ')

test('a rewording is shown word by word, and what stayed stands between', () => {
  assert.deepEqual(
    changedWords('Answers complaints politely, in time', 'Settles complaints fairly, in time'),
    [
      { kind: 'removed', text: 'Answers' },
      { kind: 'added', text: 'Settles' },
      { kind: 'same', text: 'complaints' },
      { kind: 'removed', text: 'politely,' },
      { kind: 'added', text: 'fairly,' },
      { kind: 'same', text: 'in time' },
    ],
  )
})

test('where hardly a word stayed, the two wordings are shown whole', () => {
  assert.deepEqual(changedWords('Answers a complaint', 'Settles what a customer was promised in time'), [
    { kind: 'removed', text: 'Answers a complaint' },
    { kind: 'added', text: 'Settles what a customer was promised in time' },
  ])
})

test('the parts hold both wordings whole', () => {
  const texts = fc
    .array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 15 })
    .map((words) => words.join(' '))
  fc.assert(
    fc.property(texts, texts, (before, after) => {
      const parts = changedWords(before, after)
      assert.equal(said(parts, 'same', 'removed'), before)
      assert.equal(said(parts, 'same', 'added'), after)
      assert.ok(before !== after || parts.every(({ kind }) => kind === 'same'))
    }),
  )
})

test('two long texts that share nothing are shown one after the other', () => {
  const long = (word: string) => Array.from({ length: 1500 }, (_, at) => `${word}${at}`).join(' ')
  assert.deepEqual(
    changedWords(long('old'), long('new')).map(({ kind }) => kind),
    ['removed', 'added'],
  )
})
