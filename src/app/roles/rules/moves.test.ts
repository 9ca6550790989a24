import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fc } from '../../../../test/property.ts'
import { chosenWays, waysOf } from './moves.ts'
import { byTrack } from './order.ts'
import type { Responsibility } from './profile.ts'

test('of two who change the moves of a role at once, neither loses what the other did', () => {
  const seen = { from: ['trainee'], to: ['senior'] }
  const danas = chosenWays({ from: ['trainee', 'temp'], to: ['senior'] }, seen, seen)
  const bens = chosenWays({ from: ['trainee'], to: [] }, seen, danas)
  assert.deepEqual(bens, { from: ['trainee', 'temp'], to: [] })
})

test('where nobody else changed anything, what is chosen is what stands', () => {
  const ids = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'))
  const ways = fc.record({ from: ids, to: ids })
  fc.assert(
    fc.property(ways, ways, (chosen, seen) => {
      const now = chosenWays(chosen, seen, seen)
      assert.deepEqual(new Set(now.from), new Set(chosen.from))
      assert.deepEqual(new Set(now.to), new Set(chosen.to))
    }),
  )
})

test('the ways of a role are the moves that end and begin at it', () => {
  const moves = [
    { from: 'a', to: 'b' },
    { from: 'b', to: 'c' },
    { from: 'a', to: 'c' },
  ]
  assert.deepEqual(waysOf('b', moves), { from: ['a'], to: ['c'] })
})

test('the line comes first, then tracks as they came, each from the least responsibility up', () => {
  const role = (track: string, responsibility: number) => ({
    track,
    responsibility: responsibility as Responsibility,
  })
  const roles = [role('Quality', 5), role('Line', 4), role('Sales', 3), role('Quality', 3), role('Line', 1)]
  assert.deepEqual(
    byTrack(roles).map(({ track, responsibility }) => `${track} ${responsibility}`),
    ['Line 1', 'Line 4', 'Quality 3', 'Quality 5', 'Sales 3'],
  )
})
