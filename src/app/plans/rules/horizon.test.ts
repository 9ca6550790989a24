import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type HorizonAsked, hintsIn, horizonOf, roleWanted } from './horizon.ts'
import { someAction, someObjective } from './some-objective.ts'

const TODAY = '2026-11-17'
const REVIEW = { day: '2026-12-01', held: false }
const ADVISER = { roleId: 'adviser', title: 'Customer service adviser' }
const COMPLAINTS = { competencyId: 'complaints', title: 'Complaints', short: 2, needIds: ['need-3'] }

const said = (asked: Partial<HorizonAsked>) =>
  hintsIn({ objectives: [], gaps: [], role: ADVISER, reviews: [REVIEW], today: TODAY, ...asked })
const words = (asked: Partial<HorizonAsked>) => said(asked).map((hint) => hint.words)

test('an objective is short-term up to six months from the day it was agreed', () => {
  const agreed = { agreedOn: '2026-09-29', madeOn: '2026-01-05' }
  assert.equal(horizonOf({ ...agreed, due: '2027-03-29' }), 'short-term')
  assert.equal(horizonOf({ ...agreed, due: '2027-03-30' }), 'longer-term')
  assert.equal(horizonOf({ agreedOn: null, madeOn: '2026-11-17', due: '2027-05-17' }), 'short-term')
  assert.equal(horizonOf({ ...agreed, due: null }), null)
})

test('an essential gap that no short-term objective closes is named, with the need to begin from', () => {
  const closing = { needId: 'need-3', due: '2027-05-17' }
  assert.deepEqual(words({ gaps: [COMPLAINTS], objectives: [someObjective(closing)] }), [])
  const [none] = said({ gaps: [COMPLAINTS] })
  assert.equal(
    none?.words,
    'Complaints is essential for Customer service adviser and 2 levels short, and no objective closes it by 17 May 2027.',
  )
  assert.deepEqual(none?.mend, {
    kind: 'objective',
    needId: 'need-3',
    competencyId: 'complaints',
    roleId: 'adviser',
    title: 'Complaints',
  })
  const far = someObjective({ ...closing, due: '2027-05-18', objectiveId: 'far', ref: 'O-4' })
  const [late] = said({ gaps: [COMPLAINTS], objectives: [far] })
  assert.match(late?.words ?? '', /O-4 closes it only by 18 May 2027\. A first step/)
  assert.deepEqual(late?.mend, { kind: 'change', objectiveId: 'far', ref: 'O-4' })
  const closed = someObjective({ ...closing, state: 'closed' })
  assert.match(words({ gaps: [COMPLAINTS], objectives: [closed] })[0] ?? '', /no objective closes it/)
})

test('an objective that is overdue, or still a draft, closes no gap, and the hint says what it lacks', () => {
  const closing = { needId: 'need-3', due: '2027-01-29', objectiveId: 'ring', ref: 'O-1' }
  const hint = (more: object) =>
    said({ gaps: [COMPLAINTS], objectives: [someObjective({ ...closing, ...more })] })[0]
  assert.equal(hint({ due: TODAY }), undefined, 'today it still counts')
  const late = hint({ due: '2026-11-16' })
  assert.match(
    late?.words ?? '',
    /O-1, which is to close it, was due on 16 November 2026\. Give it a new date/,
  )
  assert.deepEqual(late?.mend, { kind: 'change', objectiveId: 'ring', ref: 'O-1' })
  const draft = { state: 'draft', agreedOn: null } as const
  assert.match(hint(draft)?.words ?? '', /O-1, which is to close it, is a draft\. Propose it/)
  assert.equal(hint({ state: 'draft' }), undefined, 'what was agreed counts while a change to it is a draft')
  assert.match(hint({ due: null })?.words ?? '', /O-1, which is to close it, has no date/)
})

test('everything due in one week is said once, and the last in order is the one to move', () => {
  const two = (first: string, second: string) => [
    someObjective({ ref: 'O-1', due: first, place: 2 }),
    someObjective({ ref: 'O-2', due: second, place: 1 }),
  ]
  const [hint, ...others] = said({ objectives: two('2027-01-25', '2027-01-29') })
  assert.equal(others.length, 0)
  assert.match(
    hint?.words ?? '',
    /Everything is due in one week, from 25 January 2027 to 29 January 2027: O-2 and O-1\./,
  )
  assert.equal(hint?.mend.kind === 'change' && hint.mend.ref, 'O-1')
  assert.deepEqual(words({ objectives: two('2027-01-25', '2027-02-01') }), [])
  assert.deepEqual(words({ objectives: two('2027-01-25', '2027-01-29').slice(1) }), [])
})

test('an action after its objective, and an objective before the one it waits for, are said', () => {
  const first = someObjective({ ref: 'O-1', due: '2027-03-26' })
  const early = someObjective({
    ref: 'O-2',
    due: '2027-01-29',
    afterId: first.objectiveId,
    actions: [
      someAction({ by: '2027-02-05', what: 'Ask Priya' }),
      someAction({ by: '2027-02-05', state: 'done', doneOn: TODAY }),
    ],
  })
  assert.deepEqual(words({ objectives: [first, early] }), [
    'The action “Ask Priya” falls on 5 February 2027, after O-2 is due on 29 January 2027.',
    'O-2 falls due on 29 January 2027, before O-1, which comes first and is due on 26 March 2027.',
  ])
})

test('no review before an agreed objective is due is said; of drafts, and of what only she sees, nothing is', () => {
  const objectives = [
    someObjective({ ref: 'O-1', due: '2026-11-27' }),
    someObjective({ ref: 'O-2', due: '2027-03-26' }),
    someObjective({ ref: 'O-3', due: '2026-11-20', state: 'draft' }),
    someObjective({ ref: 'O-4', due: '2026-11-20', sharing: 'me' }),
  ]
  assert.deepEqual(words({ objectives }), [
    'No review falls before O-1 is due on 27 November 2026: the next is on 1 December 2026.',
  ])
  const none = {
    objectives,
    reviews: [
      { ...REVIEW, held: true },
      { day: '2026-11-10', held: false },
    ],
  }
  assert.deepEqual(words(none), [
    'No review falls before O-1 is due on 27 November 2026 and O-2 is due on 26 March 2027.',
  ])
})

test('the role that her aspiration names is the next step, by its longest name', () => {
  const leader = { title: 'Team leader', jobs: ['contact centre team leader'] }
  const centre = { title: 'Contact centre', jobs: [''] }
  assert.equal(roleWanted('To be a contact-centre Team Leader by 2028.', [centre, leader]), leader)
  assert.equal(roleWanted('To lead a team.', [centre, leader]), null)
})

test('a role that her words turn away is not the next step, and one that she only is not yet still is', () => {
  const leader = { title: 'Team leader', jobs: [''] }
  const coach = { title: 'Coach', jobs: [''] }
  const adviser = { title: 'Customer service adviser', jobs: ['adviser'] }
  const senior = { title: 'Senior adviser', jobs: [''] }
  const wanted = (words: string) => roleWanted(words, [adviser, leader, coach, senior])?.title ?? null
  assert.equal(wanted('Anything but team leader.'), null)
  assert.equal(wanted('I do not want to be a team leader; rather a coach.'), 'Coach')
  assert.equal(wanted('Coach instead of team leader'), 'Coach')
  assert.equal(wanted('Not a team leader yet, but soon.'), 'Team leader')
  assert.equal(wanted('Anything but senior adviser'), null, 'nor the adviser within it')
  assert.equal(wanted('Never a coach, then a coach after all'), 'Coach')
})
