import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fc } from '../../../test/property.ts'
import { callTarget, checkGoal, type GoalRecord, renderReading, summaryOf, unmetNames } from '../smart.ts'

const TODAY = '2026-11-17'
const SENTENCE = 'Ring callers back about their complaint'
const AMARA: GoalRecord = {
  baseline: 26,
  unit: '%',
  betterIs: 'lower',
  history: { low: 20, high: 34, best: 16, weekly: { low: 8, high: 44 } },
  teamMiddle: { low: 14, high: 22 },
  linkedNeed: 'Handling complaints',
  due: '2027-01-29',
  resources: '2 hours with Priya Nair',
}
const read = (record: GoalRecord, text = SENTENCE) => checkGoal(text, TODAY, record).letters

test('Amara’s target inside what eight of her weeks come to is within reach', () => {
  const { A } = read({ ...AMARA, target: 22 })
  assert.equal(A?.found, true)
  assert.equal(A?.partly, undefined)
  assert.match(
    A?.because ?? '',
    /^Within reach\. Your weekly figure usually runs between 8% and 44%, eight weeks together between 20% and 34%; 22% lies inside that\./,
  )
})

test('a target inside single weeks and outside eight together is a stretch, where the team or her best weeks have held it', () => {
  const { A } = read({ ...AMARA, target: 18 })
  assert.equal(A?.found, true)
  assert.equal(A?.partly, true)
  assert.match(
    A?.because ?? '',
    /^A stretch\..*18% is beyond that, so something must change: your best eight weeks were 16% and the middle half of the team lies between 14% and 22%/,
  )
  assert.match(A?.lack ?? '', /what will be different/)
})

test('what somebody in the team has held is a stretch, and no colleague’s figure is said', () => {
  const { A } = read({ ...AMARA, target: 11, teamHeld: 10 })
  assert.match(A?.because ?? '', /^A stretch.*somebody in the team has held about that level\./)
  assert.doesNotMatch(A?.because ?? '', /10%/)
})

test('a target that nobody has held is not found, whichever way is better', () => {
  assert.match(
    read({ ...AMARA, target: 5, teamHeld: 10 }).A?.because ?? '',
    /^Nobody has held it\..*5% by Friday 29 January 2027 asks for a level that nobody in the team has held for eight weeks\./,
  )
  const higher = {
    target: 95,
    unit: '%',
    history: { low: 76, high: 80, weekly: { low: 71, high: 83 } },
    betterIs: 'higher',
  } as const
  const { A } = read({ ...higher, teamHeld: 90 })
  assert.equal(A?.found, false)
  assert.match(A?.because ?? '', /Your weekly figure usually runs between 71% and 83%/)
  assert.match(A?.lack ?? '', /somebody has held/)
})

test('where too few colleagues have figures, nothing is said of the team', () => {
  const { A } = read({ ...AMARA, teamMiddle: undefined, target: 5 })
  assert.match(A?.because ?? '', /a level that you have not held; too few colleagues have figures/)
})

test('a target is called by the same names whichever way is better', () => {
  const calls = (target: number) => callTarget({ ...AMARA, teamHeld: 10, target })
  assert.deepEqual([26, 20, 19, 10, 9].map(calls), [
    'asks for no change',
    'within reach',
    'a stretch',
    'a stretch',
    'nobody has held it',
  ])
  assert.equal(callTarget(AMARA), 'no target')
  assert.equal(callTarget({ baseline: 26, target: 20 }), 'no past')
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100 }), (target) => {
      const mirror = (at: number) => 100 - at
      const turned: GoalRecord = {
        betterIs: 'higher',
        baseline: mirror(26),
        target: mirror(target),
        history: { low: mirror(34), high: mirror(20), best: mirror(16) },
        teamMiddle: { low: mirror(22), high: mirror(14) },
        teamHeld: mirror(10),
      }
      assert.equal(callTarget(turned), calls(target))
    }),
  )
})

test('a harder target is never called easier', () => {
  const order = ['asks for no change', 'within reach', 'a stretch', 'nobody has held it']
  const level = fc.integer({ min: 0, max: 100 })
  fc.assert(
    fc.property(fc.tuple(level, level, level, level, level), ([a, b, best, held, baseline]) => {
      const [easier, harder] = a < b ? [a, b] : [b, a]
      const record = {
        baseline,
        betterIs: 'higher',
        history: { low: 40, high: 60, best },
        teamHeld: held,
      } as const
      const rank = (target: number) => order.indexOf(callTarget({ ...record, target }))
      assert.ok(rank(easier) <= rank(harder))
    }),
  )
})

test('fewer weeks than a chart needs to show a change are said', () => {
  const { A } = read({ ...AMARA, target: 22, due: '2026-12-20' })
  assert.equal(A?.partly, true)
  assert.match(A?.because ?? '', /4 weeks are left, and a chart takes 7 weeks on the better side/)
  assert.doesNotMatch(read({ ...AMARA, target: 22 }).A?.because ?? '', /left/)
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

test('other objectives and actions due in the same weeks are counted, and many make it partly found', () => {
  const few = read({ ...AMARA, target: 22, openObjectivesThen: 1, openActionsThen: 2 }).A
  assert.equal(few?.partly, undefined)
  assert.match(
    few?.because ?? '',
    /1 other objective and 2 other actions of yours fall due in the same weeks\./,
  )
  const many = read({ ...AMARA, target: 22, openObjectivesThen: 5 }).A
  assert.equal(many?.partly, true)
  assert.match(
    many?.because ?? '',
    /5 other objectives of yours fall due in the same weeks, which is a lot at once/,
  )
  assert.equal(read({ ...AMARA, target: 22, openActionsThen: 8 }).A?.partly, true)
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

test('each link is named, with the competency and the role behind the need, and what is not linked', () => {
  const linked = read({ linkedNeed: 'Calmer calls', competency: 'Handling complaints', role: 'Adviser' }).R
  assert.match(
    linked?.because ?? '',
    /the need “Calmer calls” of the competency “Handling complaints”, which the role Adviser asks for\. Not linked to a priority or where you want to go\./,
  )
  assert.match(read({}).R?.lack ?? '', /choose the need it closes/)
  assert.match(read({ priority: 'Winter peak' }).R?.lack ?? '', /the gap behind it/)
})

test('SMARTER also asks how progress shows and whether a review falls before the date', () => {
  const set = { smarter: true, a: 'achievable' } as const
  const bare = checkGoal(SENTENCE, TODAY, { ...AMARA, target: 22, letters: set })
  assert.equal(bare.letters.E?.found, false)
  assert.equal(bare.letters.R2?.found, false)
  assert.deepEqual(unmetNames(bare), ['Evaluated', 'Reviewed'])
  assert.equal(summaryOf(bare), '5 of 7 found')
  assert.equal(bare.verdict, 'smart', 'the verdict rests on the same letters as before')
  const whole = read({ ...AMARA, letters: set, measureName: 'Complaints reopened', reviews: ['2026-11-24'] })
  assert.match(whole.E?.because ?? '', /Progress shows by “Complaints reopened”\./)
  assert.match(whole.R2?.because ?? '', /Tuesday 24 November 2026 falls before the date/)
  assert.equal(read({ ...AMARA, letters: set, reviews: ['2026-11-10', '2027-02-02'] }).R2?.found, false)
  assert.equal(read({ ...AMARA, letters: set, success: 'Ben hears fewer come back.' }).E?.found, true)
  assert.equal(read(AMARA).E, undefined)
})

test('where A asks for agreement, it is found once both agreed, whatever the figures say', () => {
  const set = { smarter: false, a: 'agreed' } as const
  const beyond = { ...AMARA, target: 5, letters: set }
  const open = checkGoal(SENTENCE, TODAY, beyond)
  assert.equal(open.letters.A?.partly, true)
  assert.match(open.letters.A?.because ?? '', /not agreed yet\. Nobody has held it\./)
  assert.match(renderReading(open), /<h3>Agreed <span>partly found/)
  assert.deepEqual(unmetNames(open), [])
  assert.equal(read({ ...beyond, agreement: 'agreed' }).A?.partly, undefined)
  assert.match(read({ ...beyond, agreement: 'proposed' }).A?.because ?? '', /waits to be agreed/)
})

test('what would complete a letter stands beside it, once', () => {
  const html = renderReading(checkGoal('Get better with callers', TODAY, {}))
  assert.equal(html.match(/To complete it:/g)?.length, 5)
  assert.doesNotMatch(html, /smart-advice/)
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

test('a figure in the words that is not the field’s is asked about', () => {
  const M = (text: string, record: GoalRecord = {}) => read({ ...AMARA, target: 18, ...record }, text).M
  const asked = M('Bring reopened complaints down to 5% by June')
  assert.equal(asked.partly, true)
  assert.match(asked.because, /The measure’s field says 18%: which of the two do you mean\?/)
  for (const text of [
    'Bring reopened complaints from 26% to 18% by June',
    'Cut reopened complaints by 8 percentage points by June',
    'Cut reopened complaints by 31% by June',
    'Write six articles on complaints by June',
    'Close nine in 50 complaints again at most',
  ])
    assert.equal(M(text).partly, undefined, text)
  const time = { unit: 's', baseline: 450, target: 405 }
  assert.equal(M('Bring handle time from 7:30 to 6:45', time).partly, undefined)
  assert.equal(M('Bring handle time down to 5 minutes', time).partly, true)
})

test('a goal linked to nothing is not smart, however it is worded', () => {
  const text = 'Bring reopened complaints down to 22% by the end of January 2027'
  const linked = { ...AMARA, target: 22 }
  assert.equal(checkGoal(text, TODAY, linked).verdict, 'smart')
  assert.equal(checkGoal(text, TODAY, { ...linked, linkedNeed: undefined }).verdict, 'partial')
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
