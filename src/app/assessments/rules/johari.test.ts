import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fc } from '../../../../test/property.ts'
import { aloneOf, othersOf, paneOf as paneOfViews } from './johari.ts'

const paneOf = (self: number | null, levels: readonly number[]) =>
  paneOfViews(
    self,
    levels.map((level) => ({ level })),
  )

const level = fc.integer({ min: 2, max: 10 }).map((half) => half / 2)
const others = fc.array(level, { maxLength: 6 })
const self = fc.integer({ min: 1, max: 5 })

test('Amara’s 4 beside Ben’s 3 and colleagues’ 2.5 is a blind spot; beside Ben’s 4 it is open', () => {
  assert.equal(paneOf(4, [3, 2.5]).pane, 'blind spot')
  assert.equal(paneOf(4, [4, 2.5]).pane, 'open')
  assert.equal(paneOf(2, [3, 4.5]).pane, 'hidden strength')
})

const says = (source: string, by: string, level: number, on = '2026-11-12', n?: number) => ({
  source,
  by,
  level,
  on,
  n,
})

test('Ben’s pass and his answer by name are one source, by what he said last; groups and others stand beside', () => {
  const pass = says('leader', 'Ben Hughes', 3)
  const before = says('feedback', 'Ben Hughes', 2, '2026-11-11', 1)
  const sameDay = says('feedback', 'Ben Hughes', 3, '2026-11-12', 1)
  const after = says('feedback', 'Ben Hughes', 4, '2026-11-13', 1)
  const peers = says('feedback', '4 peers', 4, '2026-11-13', 4)
  assert.deepEqual(othersOf([pass, before]), [pass])
  assert.deepEqual(othersOf([pass, sameDay]), [pass])
  assert.deepEqual(othersOf([pass, after]), [after])
  const ellie = says('feedback', 'Ellie Marsh', 3, '2026-11-13', 1)
  assert.deepEqual(othersOf([pass, after, peers, ellie]), [after, peers, ellie])
})

test('self, the agreed level and figures are no view of others', () => {
  const levels = ['self', 'agreed', 'measure'].map((source) => says(source, 'Amara Okafor', 3))
  assert.deepEqual(othersOf(levels), [])
})

test('one leader or one answer by name stands alone; a group, two, or nobody does not', () => {
  const pass = says('leader', 'Ben Hughes', 3)
  const peers = says('feedback', '4 peers', 4, '2026-11-13', 4)
  assert.equal(aloneOf([pass]), 'Ben Hughes')
  assert.equal(aloneOf([says('feedback', 'Ellie Marsh', 3, '2026-11-13', 1)]), 'Ellie Marsh')
  assert.deepEqual([aloneOf([peers]), aloneOf([pass, peers]), aloneOf([])], [null, null, null])
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

test('an end of the scale shown as one is above or below Amara only where all of it is', () => {
  const top = { level: 4, reaches: 5 }
  const bottom = { level: 2, reaches: 1 }
  assert.equal(paneOfViews(5, [top]).pane, 'open')
  assert.equal(paneOfViews(1, [bottom]).pane, 'open')
  assert.equal(paneOfViews(3, [top]).pane, 'hidden strength')
  assert.equal(paneOfViews(3, [bottom]).pane, 'blind spot')
})
