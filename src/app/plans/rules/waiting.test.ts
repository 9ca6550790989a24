import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lateBy, stageOf } from './objective.ts'
import { someAction, someObjective } from './some-objective.ts'
import { staleFor, waitingIn } from './waiting.ts'

const amara = { personId: 'amara', name: 'Amara Okafor' }
const ben = { personId: 'ben', name: 'Ben Hughes' }
const today = '2026-11-17'
const waiting = (viewerId: string, ...objectives: ReturnType<typeof someObjective>[]) =>
  waitingIn({ objectives, person: amara, leader: ben, viewerId, nextReviewOn: null, today }).map(
    (one) => one.text,
  )

test('what is proposed waits for Ben, and each of the two reads it their way', () => {
  const one = someObjective({ ref: 'O-14', state: 'proposed', agreedOn: null, proposedOn: '2026-11-13' })
  assert.deepEqual(waiting('amara', one), ['You wait for Ben Hughes: agree or question O-14'])
  assert.deepEqual(waiting('ben', one), ['Amara Okafor waits for you: agree or question O-14'])
  assert.deepEqual(waiting('chidi', one), ['Amara Okafor waits for Ben Hughes: agree or question O-14'])
})

test('a question waits for Amara', () => {
  const one = someObjective({ ref: 'O-15', state: 'questioned' })
  assert.deepEqual(waiting('amara', one), ['Ben Hughes waits for you: answer the question on O-15'])
})

test('late actions come first, by how late they are, and say whose they are', () => {
  const action = (what: string, owner: typeof ben, by: string) =>
    someAction({ what, owner: owner.name, ownerId: owner.personId, by })
  const one = someObjective({
    ref: 'O-15',
    actions: [action('Listen in', amara, '2026-11-10'), action('Roster 2 hours', ben, '2026-11-03')],
  })
  const proposed = someObjective({ ref: 'O-16', state: 'proposed', agreedOn: null, proposedOn: '2026-10-01' })
  assert.deepEqual(waiting('amara', proposed, one), [
    'You wait for Ben Hughes: Roster 2 hours',
    'Your action is late: Listen in',
    'You wait for Ben Hughes: agree or question O-16',
  ])
})

test('an action of a draft is late for nobody until the draft is proposed', () => {
  const late = someAction({ what: 'Listen in', ownerId: 'amara', by: '2026-11-10' })
  const draft = { state: 'draft' as const, agreedOn: null, actions: [late] }
  const never = someObjective({ ...draft, proposedOn: null })
  const declined = someObjective({ ...draft, proposedOn: '2026-11-01' })
  for (const who of ['amara', 'ben', 'chidi']) {
    assert.deepEqual(waiting(who, never), [])
    assert.equal(waiting(who, declined).length, 1)
  }
})

test('a review that comes within two weeks, or was missed, is said', () => {
  const due = (nextReviewOn: string) =>
    waitingIn({ objectives: [], person: amara, leader: ben, viewerId: 'amara', nextReviewOn, today })[0]
  assert.equal(due('2026-11-24')?.late, false)
  assert.equal(due('2026-11-10')?.late, true)
  assert.equal(due('2027-01-19'), undefined)
})

test('an action is late the day after its date, and never once it is done or dropped', () => {
  const on = (by: string, state: 'planned' | 'done' | 'dropped' = 'planned') => lateBy({ by, state }, today)
  assert.equal(on('2026-11-17'), 0)
  assert.equal(on('2026-11-16'), 1)
  assert.equal(on('2026-11-10', 'done'), 0)
  assert.equal(on('2026-11-10', 'dropped'), 0)
})

test('a plan is stale after twelve weeks in which nobody looked at it', () => {
  assert.equal(staleFor('2026-08-25', today), null)
  assert.equal(staleFor('2026-08-24', today), 85)
  assert.equal(staleFor(null, today), null)
})

test('an objective moves along the thread as it is agreed, acted on and closed', () => {
  const done = someAction({ state: 'done', doneOn: today })
  assert.equal(stageOf(someObjective({ state: 'proposed' }), today), 'Objective')
  assert.equal(stageOf(someObjective({}), today), 'Actions')
  assert.equal(stageOf(someObjective({ actions: [done] }), today), 'Review and reflection')
  assert.equal(stageOf(someObjective({ due: '2026-11-16' }), today), 'Review and reflection')
  assert.equal(stageOf(someObjective({ state: 'closed' }), today), 'Impact on practice')
})
