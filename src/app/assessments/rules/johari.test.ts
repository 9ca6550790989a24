import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { paneOf } from './johari.ts'

const level = fc.integer({ min: 2, max: 10 }).map((half) => half / 2)
const others = fc.array(level, { maxLength: 6 })
const self = fc.integer({ min: 1, max: 5 })

test('Amara’s 4 beside Ben’s 3 and colleagues’ 2.5 is a blind spot; beside Ben’s 4 it is open', () => {
  assert.equal(paneOf(4, [3, 2.5]).pane, 'blind spot')
  assert.equal(paneOf(4, [4, 2.5]).pane, 'open')
  assert.equal(paneOf(2, [3, 4.5]).pane, 'hidden strength')
})

test('where some see more and some see less and none the same, it stays unknown: they do not agree', () => {
  assert.deepEqual(paneOf(3, [1.5, 4.5]), { pane: 'unknown', why: 'others differ' })
})

test('without anybody else, or without an own rating, it is unknown, and says which', () => {
  assert.deepEqual(paneOf(3, []), { pane: 'unknown', why: 'nobody else' })
  assert.deepEqual(paneOf(null, [3]), { pane: 'unknown', why: 'no own rating' })
  assert.deepEqual(paneOf(null, []), { pane: 'unknown', why: 'nobody has said' })
})

test('the order in which others are asked changes nothing, and saying the same twice neither', () => {
  fc.assert(
    fc.property(self, others, (own, list) => {
      assert.deepEqual(paneOf(own, list), paneOf(own, [...list].reverse()))
      assert.deepEqual(paneOf(own, list), paneOf(own, [...list, ...list]))
    }),
  )
})

test('somebody who sees the same as oneself always makes it open', () => {
  fc.assert(fc.property(self, others, (own, list) => paneOf(own, [...list, own]).pane === 'open'))
})

test('turned upside down, a blind spot is a hidden strength', () => {
  const turned = (one: number) => 6 - one
  fc.assert(
    fc.property(self, others, (own, list) => {
      const [here, there] = [paneOf(own, list).pane, paneOf(turned(own), list.map(turned)).pane]
      const swap = { 'blind spot': 'hidden strength', 'hidden strength': 'blind spot' } as const
      assert.equal(there, here in swap ? swap[here as keyof typeof swap] : here)
    }),
  )
})
