import { test } from 'node:test'
import { openWorld } from '../../../test/world.ts'
import { deleteDemo, loadDemo } from './demo.ts'

test('try', async () => {
  const world = await openWorld({ today: '2026-11-17' })
  let t = performance.now()
  const start = t
  await loadDemo(world.house, (w) => {
    console.log(((performance.now() - t) / 1000).toFixed(1), '|', w)
    t = performance.now()
  })
  console.log('total', ((performance.now() - start) / 1000).toFixed(1))
  t = performance.now()
  await deleteDemo(world.house)
  console.log('deleted in', ((performance.now() - t) / 1000).toFixed(2))
})
