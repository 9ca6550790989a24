import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fc } from '../../../../test/property.ts'
import { checkSheet, type SheetLine, sheetLines, sheetText, totalOf } from './score-sheet.ts'
import { seenLines, seenOf, seenText } from './seen.ts'

const line = (item: string, got = '', of = '', comment = ''): SheetLine => ({ item, got, of, comment })

test('a sheet’s total counts scored lines alone, and says how many did not apply', () => {
  const sheet = [line('Greeting', '2', '2'), line('Listening', '3,5', '5', 'Cut in once'), line('Hold')]
  assert.deepEqual(totalOf(sheet), { got: 5.5, of: 7, counted: 2, apart: 1 })
  assert.deepEqual(totalOf([]), { got: 0, of: 0, counted: 0, apart: 0 })
})

test('a line that cannot be read is named by its number, with what to do', () => {
  const said = (sheet: SheetLine) =>
    checkSheet([line('Greeting', '2', '2'), sheet]).map(({ message }) => message)
  assert.deepEqual(said(line('Hold')), [])
  assert.deepEqual(said(line('', '2', '2')), ['Line 2 has no words. Say what was asked.'])
  assert.deepEqual(said(line('Hold', 'good', '2')), [
    'Line 2: “good” is no score. Give a number, or leave it empty.',
  ])
  assert.deepEqual(said(line('Hold', '1')), [
    'Line 2 has a score and no “Out of”. Give the most it could get.',
  ])
  assert.deepEqual(said(line('Hold', '3', '2')), ['Line 2 got 3 out of 2. Change one of them.'])
})

test('whatever is typed into a sheet comes back as it was, on one line and with bars as strokes', () => {
  const cell = fc.string({ unit: 'grapheme', maxLength: 20 })
  const plain = (text: string) => text.replace(/\s+/g, ' ').replaceAll('|', '/').trim()
  fc.assert(
    fc.property(fc.array(fc.record({ item: cell, got: cell, of: cell, comment: cell })), (lines) => {
      const kept = lines
        .map(({ item, got, of, comment }) => line(plain(item), plain(got), plain(of), plain(comment)))
        .filter((one) => Object.values(one).some((text) => text !== ''))
      assert.deepEqual(sheetLines(sheetText(lines)), kept)
    }),
  )
})

test('what was seen keeps the words that the anchor had on that day, and leaves out what was not seen', () => {
  const levels = [1, 2, 3, 4, 5].map((level) => ({ level, anchor: `Anchor ${level}.` }))
  const heat = { code: 'CS-07', title: 'Handling complaints', levels }
  const seen = seenOf([
    { competency: heat, level: 3, words: 'All four steps.' },
    { competency: { ...heat, code: 'CS-01' }, level: null, words: 'Not watched for.' },
  ])
  assert.deepEqual(seen, [
    { competency: 'CS-07 Handling complaints', level: 3, anchor: 'Anchor 3.', words: 'All four steps.' },
  ])
  assert.deepEqual(seenLines(seenText(seen)), seen)
})
