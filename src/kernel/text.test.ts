import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ending, within } from './text.ts'

test('Amara’s words end a sentence of ours with one mark, hers where it closes one already', () => {
  assert.equal(ending('I want to keep\ncustomers told'), 'I want to keep customers told.')
  assert.equal(ending('I want to keep customers told. '), 'I want to keep customers told.')
  assert.equal(ending('How do I close my calls?'), 'How do I close my calls?')
  assert.equal(ending('Tell me all!'), 'Tell me all!')
  assert.equal(ending('He asked “Why me?”'), 'He asked “Why me?”')
  assert.equal(ending('And then…'), 'And then…')
  assert.equal(ending('And then...'), 'And then...')
  assert.equal(ending('In calls (on gas)'), 'In calls (on gas).')
})

test('within a longer sentence the full stop at their end is left out, and no other mark', () => {
  assert.equal(within(' My calls. '), 'My calls')
  assert.equal(within('My calls?'), 'My calls?')
})
