import { openWorld } from './test/world.ts'
import { loadDemo } from './src/app/demo/demo.ts'
import { test } from 'node:test'
test('time', async () => {
  const world = await openWorld({ today: '2026-11-17' })
  const t = performance.now()
  let last = t, w = ''
  await loadDemo(world.house, (words) => { const n = performance.now(); if (w) console.log(((n-last)/1000).toFixed(2), w); last = n; w = words })
  console.log('TOTAL', ((performance.now() - t)/1000).toFixed(2))
})
