import assert from 'node:assert/strict'
import { test } from 'node:test'
import { changeLines, changesOf, diffPlans } from './diff.ts'
import { movedBy } from './differences.ts'
import { someAction, someObjective } from './some-objective.ts'

const before = someObjective({ baseline: 0.74, target: 0.76, due: '2026-12-18' })

test('a review’s changes read as one sentence with their cause', () => {
  const after = { ...before, target: 0.8, due: '2027-01-18' }
  const changes = changesOf(
    diffPlans([before], [after]),
    new Map([[before.objectiveId, { cause: 'target missed' as const, reason: 'winter bills came late' }]]),
  )
  assert.deepEqual(
    changeLines(changes).map((line) => `${line.ref}: ${line.words}`),
    [
      'O-1: target moved from 76% to 80%; due a month later, on 18 January 2027 and not 18 December 2026; because the target was missed: winter bills came late',
    ],
  )
})

test('a plan that did not change has no difference, and the first plan is all added', () => {
  assert.deepEqual(diffPlans([before], [before]), [])
  assert.deepEqual(
    diffPlans([], [before]).map((one) => one.differences.map((each) => each.words)),
    [['added: “Ring back on the day promised”']],
  )
})

test('an objective taken out and one closed are told apart', () => {
  const closed = { ...before, state: 'closed' as const, closedAs: 'met' as const }
  assert.equal(diffPlans([before], [])[0]?.differences[0]?.words, 'taken out')
  assert.equal(diffPlans([before], [closed])[0]?.differences[0]?.words, 'closed, met')
})

test('actions added, done, changed and dropped are each said', () => {
  const action = (actionId: string, what: string) => someAction({ actionId, what })
  const one = {
    ...before,
    actions: [action('a', 'Listen in'), action('b', 'Ring back'), action('c', 'Teach')],
  }
  const two = {
    ...before,
    actions: [
      { ...action('a', 'Listen in'), state: 'done' as const, doneOn: '2026-12-01' },
      { ...action('b', 'Ring back'), by: '2026-12-11' },
      { ...action('c', 'Teach'), state: 'dropped' as const },
      action('d', 'Read the card'),
    ],
  }
  const words = diffPlans([one], [two])[0]?.differences.map((each) => each.words) ?? []
  assert.match(words[0] ?? '', /^action done: “Listen in”/)
  assert.match(words[1] ?? '', /^action changed to “Ring back”, Amara Okafor, by 11 December 2026/)
  assert.match(words[2] ?? '', /^action dropped: “Teach”/)
  assert.match(words[3] ?? '', /^action added: “Read the card”/)
  assert.equal(words.length, 4)
})

test('an action done between two reviews is no change of the plan, and is given none of its causes', () => {
  const action = someAction({ actionId: 'a', what: 'Listen in' })
  const one = { ...before, actions: [action] }
  const two = {
    ...before,
    due: '2027-01-18',
    actions: [{ ...action, state: 'done' as const, doneOn: '2026-12-01' }],
  }
  const causes = new Map([
    [before.objectiveId, { cause: 'organisation priority' as const, reason: 'winter bills' }],
  ])
  assert.deepEqual(
    changesOf(diffPlans([one], [two]), causes).map(({ item, cause }) => [item, cause]),
    [['due date', 'organisation priority']],
  )
})

test('a date moves by whole months where it can, else by weeks or days', () => {
  assert.equal(movedBy('2026-12-18', '2027-01-18'), 'a month later')
  assert.equal(movedBy('2026-12-18', '2027-03-18'), '3 months later')
  assert.equal(movedBy('2026-12-18', '2027-01-29'), '6 weeks later')
  assert.equal(movedBy('2026-12-18', '2026-12-11'), 'a week earlier')
  assert.equal(movedBy('2026-12-18', '2026-12-20'), '2 days later')
})
