import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fc } from '../../../../test/property.ts'
import { alongRoute, stepNeeding } from './along-route.ts'
import { inOrder } from './order.ts'

const objective = (number: number, afterId: string | null = null, state: 'agreed' | 'closed' = 'agreed') => ({
  objectiveId: `o${number}`,
  ref: `O-${number}`,
  place: number,
  state,
  afterId,
})
type One = ReturnType<typeof objective>
const ordered = (all: readonly One[], stepOf: (id: string) => number | null) => {
  const moved = new Map(alongRoute(all, stepOf).map(({ one, place }) => [one.objectiveId, place]))
  return inOrder(all.map((one) => ({ ...one, place: moved.get(one.objectiveId) ?? one.place }))).map(
    ({ objectiveId }) => objectiveId,
  )
}

test('what the next step needs comes first, then the steps after, then what no step needs', () => {
  const steps: Record<string, number> = { o2: 1, o3: 0 }
  assert.deepEqual(
    ordered([objective(1), objective(2), objective(3)], (id) => steps[id] ?? null),
    ['o3', 'o2', 'o1'],
  )
})

test('an objective never comes before the one it waits for, whichever step needs it', () => {
  const all = [objective(1), objective(2), objective(3, 'o1')]
  assert.deepEqual(
    ordered(all, (id) => (id === 'o3' ? 0 : null)),
    ['o1', 'o3', 'o2'],
  )
})

test('what stands along the route already stays where it is', () => {
  assert.deepEqual(
    alongRoute([objective(1), objective(2)], () => 0),
    [],
  )
})

test('the first step that asks for more than is agreed needs it; a helpful level needs nothing', () => {
  const gap = (required: number, agreed: number | null, essential = true) => [
    { competencyId: 'coaching', required, agreed, essential },
  ]
  const steps = [
    { title: 'Senior adviser', gap: gap(3, 3) },
    { title: 'Team leader', gap: gap(4, 3) },
  ]
  assert.deepEqual(stepNeeding(steps, 'coaching'), { step: 1, title: 'Team leader' })
  assert.equal(stepNeeding(steps, 'complaints'), null)
  assert.equal(stepNeeding([{ title: 'Senior adviser', gap: gap(5, 1, false) }], 'coaching'), null)
  assert.equal(stepNeeding([{ title: 'Senior adviser', gap: gap(1, null) }], 'coaching')?.step, 0)
})

test('whatever waits for whatever, nothing is lost, nothing goes before what it waits for, and a second time changes nothing', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ place: fc.nat(5), after: fc.option(fc.nat(7)), step: fc.option(fc.nat(3)) }), {
        maxLength: 8,
      }),
      (said) => {
        const all = said.map(({ place, after }, index) => ({
          ...objective(index, after !== null && after < index ? `o${after}` : null),
          place,
        }))
        const stepOf = (id: string) => said[Number(id.slice(1))]?.step ?? null
        const order = ordered(all, stepOf)
        assert.deepEqual([...order].sort(), all.map(({ objectiveId }) => objectiveId).sort())
        for (const { objectiveId, afterId } of all)
          if (afterId) assert.ok(order.indexOf(afterId) < order.indexOf(objectiveId))
        const moved = new Map(alongRoute(all, stepOf).map(({ one, place }) => [one.objectiveId, place]))
        const after = all.map((one) => ({ ...one, place: moved.get(one.objectiveId) ?? one.place }))
        assert.deepEqual(alongRoute(after, stepOf), [])
      },
    ),
  )
})
