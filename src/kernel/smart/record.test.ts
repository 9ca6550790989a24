import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkGoal, type GoalRecord } from '../smart.ts'

const TODAY = '2026-11-17'
const SENTENCE = 'Keep callers told until their complaint is settled'
const AMARA: GoalRecord = {
  baseline: 26,
  unit: '%',
  betterIs: 'lower',
  history: { low: 20, high: 34, best: 16 },
  teamMiddle: { low: 14, high: 22 },
  linkedNeed: 'Handling complaints',
  due: '2027-01-29',
  resources: '2 hours with Priya Nair',
}
const read = (record: GoalRecord, text = SENTENCE) => checkGoal(text, TODAY, record).letters

test('Amara’s target inside her own range is within reach', () => {
  const { A } = read({ ...AMARA, target: 22 })
  assert.equal(A?.found, true)
  assert.equal(A?.partly, undefined)
  assert.match(A?.because ?? '', /22% is within reach: your own figure has run between 20% and 34%/)
})

test('a target that only the team and her best weeks have reached is a stretch', () => {
  const { A } = read({ ...AMARA, target: 18 })
  assert.equal(A?.found, true)
  assert.equal(A?.partly, true)
  assert.match(
    A?.because ?? '',
    /stretch: the middle half of the team is at 14% to 22% and your best run was 16%/,
  )
  assert.match(A?.because ?? '', /something must change/)
})

test('a target beyond anything on record is not found, whichever way is better', () => {
  assert.equal(read({ ...AMARA, target: 5 }).A?.found, false)
  const higher = { target: 95, unit: '%', history: { low: 71, high: 83 }, betterIs: 'higher' } as const
  const { A } = read(higher)
  assert.equal(A?.found, false)
  assert.match(
    A?.because ?? '',
    /95% is beyond anything on record: your own figure has run between 71% and 83%/,
  )
})

test('a target where Amara already is asks for no change', () => {
  assert.match(read({ ...AMARA, target: 26 }).A?.because ?? '', /asks for no change/)
  assert.equal(read({ ...AMARA, target: 30 }).A?.found, false)
})

test('without past figures, named resources leave it to Amara and Ben, and nothing at all is not enough', () => {
  const named = read({ resources: 'Two hours a week' }).A
  assert.equal(named?.found, true)
  assert.equal(named?.partly, true)
  assert.equal(read({}).A?.found, false)
})

test('many objectives due in the same weeks make it partly found', () => {
  const { A } = read({ ...AMARA, target: 22, openObjectivesThen: 5 })
  assert.equal(A?.partly, true)
  assert.match(A?.because ?? '', /5 other objectives fall due in the same weeks/)
})

test('a due date that has passed is out of reach', () => {
  assert.match(read({ ...AMARA, target: 22, due: '2026-11-16' }).A?.because ?? '', /has passed/)
})

test('a goal is relevant where it is linked to a need, a priority or an aspiration', () => {
  assert.match(
    read({ linkedNeed: 'Handling complaints', priority: 'Winter peak', aspiration: true }).R?.because ?? '',
    /the need “Handling complaints”, the priority “Winter peak” and where you want to go/,
  )
  assert.equal(read({}).R?.found, false)
})

test('the measure and the date field complete M and T where the sentence has neither', () => {
  const reading = checkGoal(SENTENCE, TODAY, { ...AMARA, target: 22 })
  assert.match(
    reading.letters.M.because,
    /From 26% to 22%, by the measure. The sentence itself has no number/,
  )
  assert.match(reading.letters.T.because, /The date field says Friday 29 January 2027/)
  assert.equal(reading.verdict, 'smart')
})

test('a sentence and a date field far apart are asked about', () => {
  const apart = read({ ...AMARA, target: 22 }, `${SENTENCE} by June 2027`).T
  assert.equal(apart.partly, true)
  assert.match(apart.because, /which of the two do you mean/)
  const near = read({ ...AMARA, target: 22 }, `${SENTENCE} by the end of January 2027`).T
  assert.equal(near.partly, undefined)
  assert.match(near.because, /runs to Sunday 31 January 2027. The date field says Friday 29 January 2027/)
})

test('a goal whose record shows it out of reach is not smart', () => {
  const text = 'Bring reopened complaints down to 5% by the end of January 2027'
  assert.equal(checkGoal(text, TODAY).verdict, 'smart')
  assert.equal(checkGoal(text, TODAY, { ...AMARA, target: 5 }).verdict, 'partial')
})

test('seconds are told as a person says them', () => {
  const { M } = read(
    { baseline: 405, target: 226, unit: 's', betterIs: 'lower' },
    'Answer billing calls with a clear opening',
  )
  assert.match(M.because, /From 6 min 45 s to 3 min 46 s/)
})
