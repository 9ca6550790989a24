// Sends twisted forms and addresses as Amara, Ben and Dana for 60 seconds and prints how many were sent, what was answered,
// and each request the server failed on: there should be none. Another seed sends other requests.
// `GOLDTHREAD_TEST_DATABASE=postgres://... node --import tsx --test bench/fuzz.ts`, with SECONDS=300 SEED=7 for more.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openBattlefield } from '../test/battlefield.ts'
import { attack } from '../test/fuzzing.ts'

test('twisted requests never make the server fail', async () => {
  const field = await openBattlefield()
  const [seconds, seed] = [Number(process.env.SECONDS ?? 60), Number(process.env.SEED ?? Date.now() % 1e6)]
  const until = performance.now() + seconds * 1000
  const goesOn = () => performance.now() < until
  const { sent, statuses, crashes } = await attack(await field.grounds(), { goesOn, seed })
  console.log(JSON.stringify({ seed, sent, statuses }))
  for (const { fields, ...crash } of crashes)
    console.log(
      JSON.stringify({ ...crash, fields: fields.map(([name, value]) => [name, value.slice(0, 60)]) }),
    )
  assert.equal(crashes.length, 0)
})
