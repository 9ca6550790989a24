import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { checkGoal } from '../src/kernel/smart.ts'
import { openPlans, RING_BACK } from './plan-desk.ts'

/** What a pattern may stumble over, said over and over. */
const PIECES = [
  '1,',
  '1 ',
  '1.',
  '[',
  '(',
  '“',
  '31/12/',
  '31/12/2026 ',
  '1 January ',
  'by next ',
  'from 1 to 2 ',
  'increase calls by ',
  'two hundred and ',
  'twenty-',
  'in 3 weeks ',
  'every other ',
  'out of ',
  'the end of the ',
  '12:00 ',
  '½',
  ' ',
  '\n',
  '👩🏽‍🚒',
]

/** Seconds of the processor, so that a busy machine does not count. */
function secondsFor(work: () => unknown): number {
  const from = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(from)
  return (user + system) / 1e6
}

test('no goal takes long to read, whatever its 100,000 characters are', () => {
  for (const piece of PIECES)
    for (const [start, end] of [
      ['', ''],
      ['Reduce ', ' by 31 March 2027'],
    ] as const) {
      const text = start + piece.repeat(100_000 / piece.length) + end
      const seconds = secondsFor(() => checkGoal(text, '2026-11-17'))
      assert.ok(seconds < 1.5, `${seconds.toFixed(2)} s for ${JSON.stringify(start + piece)}`)
    }
})

let desk: Awaited<ReturnType<typeof openPlans>>
before(async () => {
  desk = await openPlans()
})

const at = (end: string) => `/people/${desk.amara.personId}/objectives${end}`

test('a form with a goal as long as a form can be is refused, with its words, before anybody waits long', async () => {
  const { amara } = desk
  for (const text of ['1,'.repeat(200_000), 'by next '.repeat(50_000)])
    for (const [path, act] of [
      [at(''), 'check'],
      [at(''), 'propose'],
      [at('/wording'), 'next'],
    ] as const) {
      const from = process.cpuUsage()
      const page = await amara.session.post(path, { ...RING_BACK, text, do: act })
      const { user } = process.cpuUsage(from)
      assert.ok(page.status < 500, `${page.status} ${path}`)
      assert.ok(user / 1e6 < 10, `${(user / 1e6).toFixed(1)} s for ${path} ${act}`)
    }
})
