import assert from 'node:assert/strict'
import { test } from 'node:test'
import { changedParts, servingNone } from './priorities.ts'
import { actionsDone } from './progress.ts'

const BILLING = { title: 'Winter billing', owner: 'Dana Price', from: '2026-11-02', to: null, measure: 'fcr' }

test('a changed end and a changed beginning are one thing: its dates', () => {
  assert.deepEqual(changedParts(BILLING, { ...BILLING, from: '2026-11-03', to: '2027-03-01' }), ['dates'])
  assert.deepEqual(changedParts(BILLING, { ...BILLING, title: 'Billing', measure: null }), [
    'title',
    'measure',
  ])
  assert.deepEqual(changedParts(BILLING, BILLING), [])
})

const need = (needId: string, kind = 'professional') => ({ needId, kind })
const objective = (needId: string, more: { priorityId?: string; closedAs?: 'met' | 'not met' } = {}) => ({
  ref: `O of ${needId}`,
  needId,
  priorityId: more.priorityId ?? null,
  state: more.closedAs ? ('closed' as const) : ('agreed' as const),
  closedAs: more.closedAs ?? null,
})

test('a need serves no priority while none of its open objectives does; a met or a personal one is not asked', () => {
  const found = servingNone(
    [need('alone'), need('loose'), need('serving'), need('met'), need('missed'), need('own', 'personal')],
    [
      objective('loose'),
      objective('serving'),
      objective('serving', { priorityId: 'billing' }),
      objective('met', { closedAs: 'met' }),
      objective('missed', { priorityId: 'billing', closedAs: 'not met' }),
      objective('own'),
    ],
  )
  assert.deepEqual(
    found.map((one) => [one.need.needId, one.open]),
    [
      ['alone', []],
      ['loose', ['O of loose']],
      ['missed', []],
    ],
  )
})

test('dropped actions count for nothing; a planned one past its date is late, and the next is the first to come', () => {
  const action = (state: 'planned' | 'done' | 'dropped', by: string | null) => ({
    actionId: `${state}-${by}`,
    what: 'Sit with Priya',
    owner: 'Amara Okafor',
    ownerId: null,
    withWhom: '',
    way: null,
    by,
    state,
    doneOn: null,
  })
  const all = [
    action('done', '2026-11-01'),
    action('planned', '2026-11-16'),
    action('planned', '2026-12-01'),
    action('planned', '2026-11-17'),
    action('dropped', '2026-11-02'),
    action('planned', null),
  ]
  assert.deepEqual(actionsDone(all, '2026-11-17'), { done: 1, of: 5, late: 1, next: '2026-11-17' })
})
