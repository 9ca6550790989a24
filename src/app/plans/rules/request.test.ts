import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fc } from '../../../../test/property.ts'
import type { Compared } from './differences.ts'
import { asAgreed, requestOf, without } from './request.ts'
import { someAction, someObjective } from './some-objective.ts'

const kept = someAction()
const agreed: Compared = someObjective({ target: 0.76, due: '2026-12-18', actions: [kept] })
const asked: Compared = {
  ...agreed,
  target: 0.8,
  due: '2027-01-18',
  success: 'Fewer ring twice',
  sharing: 'assessor',
  bands: { partly: '74%', met: '76%', exceeded: '80%' },
  actions: [{ ...kept, by: '2027-01-10' }, someAction({ actionId: 'new', what: 'Ask Priya' })],
}

test('what is declined of a change stands as it was agreed, whatever is declined: nothing else moves', () => {
  const keys = [...new Set(requestOf(agreed, asked).map(({ key }) => key))]
  assert.equal(keys.length, 6)
  fc.assert(
    fc.property(fc.subarray(keys), (declined) => {
      const left = requestOf(agreed, without(asked, agreed, declined)).map(({ key }) => key)
      assert.deepEqual(
        [...new Set(left)],
        keys.filter((key) => !declined.includes(key)),
      )
    }),
  )
})

test('where a whole change falls, what was done meanwhile stays done and money decided stays decided', () => {
  const money = { amount: 300, purpose: 'a course', reason: '', decidedBy: null, decidedOn: null }
  const before = { ...agreed, budget: { ...money, state: 'asked' as const } }
  const approved = { ...money, state: 'approved' as const, decidedBy: 'Ben Hughes' }
  const done = { ...kept, state: 'done' as const, doneOn: '2026-12-01', what: 'Quite another' }
  const back = asAgreed(before, { ...asked, actions: [done], budget: approved })
  assert.deepEqual([back.target, back.actions[0]?.what, back.actions[0]?.state], [0.76, kept.what, 'done'])
  assert.equal(back.budget?.state, 'approved')
  const more = asAgreed(before, { ...asked, budget: { ...approved, amount: 900 } })
  assert.deepEqual([more.budget?.amount, more.budget?.state], [300, 'asked'])
})
