import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkAfter, dueTooEarly, exchange, inOrder, withoutUnseen } from './order.ts'
import { someAction, someObjective } from './some-objective.ts'
import { onlyCourses } from './ways.ts'

const plan = () => {
  const [one, two, three] = [1, 2, 3].map((place) => someObjective({ place }))
  assert.ok(one && two && three)
  return { one, two, three }
}

test('an objective moves past the next open one, and at the end stays where it is', () => {
  const { one, two, three } = plan()
  const closed = { ...two, state: 'closed' as const }
  assert.deepEqual(exchange([one, closed, three], one.objectiveId, 'down'), [one, three])
  assert.equal(exchange([one, two, three], one.objectiveId, 'up'), null)
  assert.deepEqual(
    inOrder([three, closed, one]).map(({ place }) => place),
    [1, 3],
  )
})

test('what a reader may not see is not named as what comes first', () => {
  const { one, two, three } = plan()
  const after = { ...three, afterId: two.objectiveId, after: two.ref }
  assert.deepEqual(
    withoutUnseen([one, after]).map((each) => each.after),
    [null, null],
  )
  assert.deepEqual(
    withoutUnseen([one, two, after]).map((each) => each.after),
    [null, null, two.ref],
  )
})

test('objectives cannot wait for each other, by way of others either: the refusal names both', () => {
  const { one, two, three } = plan()
  const chain = [one, { ...two, afterId: one.objectiveId }, { ...three, afterId: two.objectiveId }]
  const refusal = checkAfter({ ...one, afterId: three.objectiveId }, chain)
  assert.equal(refusal.length, 1)
  assert.match(refusal[0]?.message ?? '', new RegExp(`${three.ref} comes after ${one.ref} already`))
  assert.equal(checkAfter({ ...one, afterId: one.objectiveId }, chain).length, 1)
  assert.equal(checkAfter({ ...one, afterId: 'gone' }, chain).length, 1)
  assert.equal(checkAfter({ ...three, afterId: one.objectiveId }, chain).length, 0)
})

test('an objective that falls due before the one it waits for is told', () => {
  const { one, two } = plan()
  const first = { ...one, due: '2027-02-01' }
  const early = { ...two, afterId: one.objectiveId, due: '2027-01-18' }
  assert.match(dueTooEarly(early, [first, early]) ?? '', /18 January 2027, before O-\d+, .* 1 February 2027/)
  assert.equal(dueTooEarly({ ...early, due: '2027-02-01' }, [first]), null)
  assert.equal(dueTooEarly(early, [{ ...first, state: 'closed' }]), null)
})

test('a hint comes where every action is a course, and where one is not, none', () => {
  const course = someAction({ way: 'course' })
  assert.equal(onlyCourses([course]), true)
  assert.equal(onlyCourses([course, someAction({ way: null })]), false)
  assert.equal(onlyCourses([course, someAction({ way: 'others', state: 'dropped' })]), true)
  assert.equal(onlyCourses([]), false)
})
