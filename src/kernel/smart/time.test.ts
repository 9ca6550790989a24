import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkGoal } from '../smart.ts'
import { goalOf } from './reading.ts'
import { readTime } from './time.ts'

const TODAY = '2026-11-17'
const read = (text: string) => readTime(goalOf(text), TODAY)

test('dates are read the British way, and the next one is meant where no year is said', () => {
  const days: Record<string, string> = {
    'by 10/1/2027': '2027-01-10',
    'by 9 March': '2027-03-09',
    'by March 9th': '2027-03-09',
    'on June3rd, 2027': '2027-06-03',
    'ahead of 2027-03-18': '2027-03-18',
    'by 03.04.2027': '2027-04-03',
    'by Friday': '2026-11-20',
    'by the end of March': '2027-03-31',
    'by mid-February': '2027-02-15',
    'by Feb. 2028': '2028-02-29',
    'in May': '2027-05-31',
    'by Christmas': '2026-12-25',
    'before Easter': '2027-03-28',
    'before Easter 2028': '2028-04-16',
    'by the end of Q3': '2027-09-30',
    'in Q1 2028': '2028-03-31',
    'in the second quarter': '2027-06-30',
    'by the end of this quarter': '2026-12-31',
    'by the end of the month': '2026-11-30',
    'next month': '2026-12-31',
    'this year': '2026-12-31',
    'before the year is out': '2026-12-31',
    'by the close of the financial year': '2027-03-31',
    'by the end of the tax year': '2027-04-05',
    'by the end of FY26/27': '2027-03-31',
    'by year end': '2026-12-31',
    'by autumn': '2026-11-30',
    'by summer 2027': '2027-08-31',
    'over the next nine months': '2027-08-17',
    'in ten weeks': '2027-01-26',
    'within a fortnight': '2026-12-01',
    'in the next 90 days': '2027-02-15',
    'three weeks later': '2026-12-08',
    'in 2028': '2028-12-31',
    'by March 20': '2027-03-20',
    'by 31st January 27': '2027-01-31',
    'by 10.01.27': '2027-01-10',
    'by 3 June': '2027-06-03',
    'by 29 February': '2028-02-29',
    'by 2027/01/12': '2027-01-12',
    'by the end of financial year 2026/27': '2027-03-31',
    'by the end of academic year 2026/27': '2027-08-31',
    'by early spring': '2027-03-31',
    'by mid-winter': '2027-01-31',
    'by early 2027': '2027-03-31',
    'in 6 wks': '2026-12-29',
    'in 6 mths': '2027-05-17',
    'by the weekend': '2026-11-22',
    'by 1st': '2026-12-01',
    'by the March deadline': '2027-03-31',
    'by Jan-27': '2027-01-31',
    'by January ’28': '2028-01-31',
    'between January and April': '2027-04-30',
    'between now and Christmas': '2026-12-25',
    'by quarter three': '2027-09-30',
    'by the third quarter': '2027-09-30',
    'by Q2 2027/28': '2027-09-30',
    'by Q4 FY27': '2027-03-31',
    'by the end of the 2027/28 financial year': '2028-03-31',
    'by financial year end 2028': '2028-03-31',
    'by the end of H1': '2027-06-30',
    'within the quarter': '2026-12-31',
    'by mid-month': '2026-12-15',
    'by the middle of the month': '2026-12-15',
    'by month end': '2026-11-30',
    'by EOY': '2026-12-31',
    'by the 28th': '2026-11-28',
    'before the 9th of next month': '2026-12-09',
    'by Valentine’s Day': '2027-02-14',
    'before the clocks go forward': '2027-03-28',
    'when the clocks go back': '2027-10-31',
    'before Whitsun': '2027-05-16',
    'until Good Friday': '2027-03-26',
    'by Mothering Sunday': '2027-03-07',
    'by Boxing Day': '2026-12-26',
    'on St Andrew’s Day': '2026-11-30',
    'by winter 2028': '2028-02-28',
    tomorrow: '2026-11-18',
  }
  for (const [text, day] of Object.entries(days)) {
    const { letter, day: ours } = read(`Write up three calls ${text}`)
    assert.equal(letter.found, true, text)
    assert.equal(ours, day, text)
  }
})

test('an end without a day of its own is an end', () => {
  for (const text of [
    'before my next appraisal',
    'by the end of my apprenticeship',
    'by the time I turn 40',
    'this term',
    'four times a year',
    'each quarter',
    'over the past 14 days',
    'by half term',
    'by the half-year',
    'by week six',
    'by the end of week 12',
    'in the second week of term',
    'before Diwali',
    'by next appraisal',
    'before my second anniversary',
    'by close of play',
    'before freshers’ week',
    'until I pass probation',
    'by the time the new tills go live',
    'before the auditors come in',
    'Jan-Mar',
    'during the season (April-October)',
    'over the course of the year',
    'before the year is through',
    'by my six month review',
    'each Thursday for six weeks',
    'in each month of the spring',
  ]) {
    assert.equal(read(`Write up three calls ${text}`).letter.found, true, text)
  }
})

test('what fixes no date is not found', () => {
  for (const text of [
    'soon',
    'as soon as possible',
    'in the next few weeks',
    'over the coming few months',
    'on an ongoing basis',
    'by Feb. 20XX',
    'by xx (date)',
    'by [date]',
    'immediately',
    'within 20 seconds',
    'within two working days',
    'inside 5 days',
    'before the close of the following working day',
    'within three weeks of arrival',
    'since January 2025',
    'against the 2017 figures',
    'as customers may ask',
    'and march on',
    'on the third ring',
    'while the clocks are wrong',
    'before the caller leaves',
    'until the shift starts',
    'for the weekly bulletin',
    'in half an hour',
    'by [month] 20XX',
    'about the March complaints',
    'on the March complaints',
    'from the 2027 handbook',
    'about Q4 results',
    'with 365 days a year support',
    'by 31 February',
    'by 30 Feb',
    'by 13/13/2027',
    'by 2027-02-30',
    'as a fall in complaints',
  ]) {
    assert.equal(read(`Write up three calls ${text}`).letter.found, false, text)
  }
})

test('a service time in weeks says how fast, and not by when', () => {
  assert.equal(read('Resolve every complaint within 8 weeks').letter.found, false)
  assert.equal(read('Train every new starter within 8 weeks').letter.found, true)
})

test('a rhythm without an end is partly found, and with one it is found', () => {
  const rhythm = read('Listen to one call every week').letter
  assert.equal(rhythm.found, false)
  assert.equal(rhythm.partly, true)
  assert.equal(read('Listen to one call every week until Easter').letter.found, true)
})

test('a week of a course has no day of the calendar', () => {
  assert.equal(read('Write up three calls by the end of week 12').day, null)
})

test('the next Monday is meant, also on a Tuesday', () => {
  assert.equal(read('Write up three calls by Monday').day, '2026-11-23')
})

test('a day that no calendar has is said to be none, and the date field still gives an end', () => {
  const { because, lack } = read('Finish the module by 31 February').letter
  assert.match(because, /“by 31 February”: there is no such day/)
  assert.match(lack ?? '', /a day that the calendar has/)
  const { T } = checkGoal('Finish the module by 31 February', TODAY, { due: '2027-03-01' }).letters
  assert.equal(T.partly, true)
})

test('a day that has passed is named as passed, asked about, and no end to a goal that is planned today', () => {
  const text = 'Finish the module by 9 March 2025'
  const { letters, advice } = checkGoal(text, TODAY)
  assert.match(letters.T.because, /Sunday 9 March 2025, which has passed/)
  assert.equal(letters.T.partly, true)
  assert.ok(advice.includes('Give a date that is still to come.'))
  assert.equal(checkGoal(text, TODAY, {}).letters.T.found, false)
  const { T } = checkGoal(text, TODAY, { due: '2027-01-29' }).letters
  assert.equal(T.partly, true)
  assert.match(T.because, /which of the two do you mean/)
})
