import assert from 'node:assert/strict'
import { test } from 'node:test'
import { canBeJudged, givesReason, saysNothing, speaksOfOther } from './words.ts'

test('what Amara types only to fill a field says nothing', () => {
  for (const text of [
    '',
    ' ',
    '-',
    '?',
    '…',
    'x',
    'xx',
    'tbc',
    'TBC.',
    'n/a',
    'N/A',
    'none',
    'see above',
    'I don’t know yet',
  ])
    assert.equal(saysNothing(text), true, `“${text}”`)
  for (const text of [
    'bot',
    'Chat coach',
    '11%',
    'an hour with Ben',
    'none of fifteen in the audit',
    'Nothing but the diary',
  ])
    assert.equal(saysNothing(text), false, `“${text}”`)
})

test('a reason says more than that it is work, or personal', () => {
  for (const text of [
    'personal',
    'because it is professional',
    'my work',
    'It is my job.',
    'asdf',
    'changed',
    '-',
  ])
    assert.equal(givesReason(text), false, `“${text}”`)
  for (const text of ['the job asks for it', 'Callers ring again', 'Ben finds ten too few', 'for my family'])
    assert.equal(givesReason(text), true, `“${text}”`)
})

test('a reason of the other kind is named only where it is plain', () => {
  assert.equal(speaksOfOther('personal', 'my customers ring again within the week'), true)
  assert.equal(speaksOfOther('professional', 'I love my garden at weekends'), true)
  assert.equal(speaksOfOther('personal', 'for my family, nobody at work asks for it'), false)
  assert.equal(speaksOfOther('personal', 'I want to be braver'), false)
  assert.equal(speaksOfOther('both', 'my customers ring again'), false)
})

test('a success criterion that is only felt cannot be judged', () => {
  for (const text of ['I feel I am a better coach', 'customers are happier', 'still good', 'tbc', ''])
    assert.equal(canBeJudged(text), false, `“${text}”`)
  for (const text of [
    '11% or lower',
    'the certificate',
    'nine of ten, marked by Ben',
    'Fewer callers ring again',
  ])
    assert.equal(canBeJudged(text), true, `“${text}”`)
})
