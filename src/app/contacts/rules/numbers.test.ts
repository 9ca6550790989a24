import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decimalOf, noDecimalEvidence, readDuration, readNumber, weighNumber } from './numbers.ts'
import { rejectsCsv } from './rejects.ts'

const markOf = (...numbers: string[]) => {
  const evidence = noDecimalEvidence()
  numbers.forEach((number, index) => {
    weighNumber(evidence, number, index + 2)
  })
  return decimalOf(evidence)
}

test('the decimal mark is proved by a number that can be read in one way only', () => {
  for (const [numbers, decimal] of [
    [['1,234', '1,5'], ','],
    [['1,234', '1.5'], '.'],
    [['1.234,5'], ','],
    [['1,234,567'], '.'],
    [['0,123'], ','],
    [['12', '7'], null],
  ] as const) {
    const verdict = markOf(...numbers)
    assert.deepEqual(verdict.proved && verdict.decimal, decimal, numbers.join(' '))
  }
})

test('1,234 alone, or both marks in one file, is for a person to say', () => {
  assert.equal(markOf('1,234', '12').proved, false)
  assert.equal(markOf('1,5', '2.5').proved, false)
})

test('numbers are read by the mark of the file', () => {
  assert.equal(readNumber('1.234,5', ','), 1234.5)
  assert.equal(readNumber('1,234', '.'), 1234)
  assert.equal(readNumber('1,5', '.'), null)
  assert.equal(readNumber('2.0', null), 2)
  assert.equal(readNumber('four', '.'), null)
})

test('lengths of time are read as clocks, numbers of a unit, and words', () => {
  assert.equal(readDuration('00:02:23', null, 1), 143)
  assert.equal(readDuration('02:23', null, 1), 143)
  assert.equal(readDuration('26:00:00', null, 1), 93_600)
  assert.equal(readDuration('1,5', ',', 60), 90)
  assert.equal(readDuration('2 min 23 s', null, 1), 143)
  assert.equal(readDuration('1h 5m', null, 1), 3900)
  assert.equal(readDuration('02:75', null, 1), null)
  assert.equal(readDuration('-5', null, 1), null)
  assert.equal(readDuration('a while', null, 1), null)
})

test('a cell that a spreadsheet would run as a formula is disarmed, and a number or a dash is left alone', () => {
  const csv = rejectsCsv(
    ['agent', 'topic', 'score', 'note'],
    [{ line: 7, says: 'topic x', why: 'Why "so"', row: ['=HYPERLINK("x")', '@SUM(1)', '-5', '-'] }],
  )
  assert.equal(
    csv,
    '\ufeff"Line in the first file","What it says","Why it was not loaded","agent","topic","score","note"\r\n' +
      '"7","topic x","Why ""so""","\'=HYPERLINK(""x"")","\'@SUM(1)","-5","-"\r\n',
  )
})
