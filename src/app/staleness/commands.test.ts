import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { on, openReviews, reviewsAt } from '../../../test/review-desk.ts'
import type { Character } from '../../../test/world.ts'
import type { Day } from '../../kernel/day.ts'
import { findOrganisation, setLeft } from '../people/people.ts'
import { commands as reviews } from '../reviews/commands.ts'
import { commands } from './commands.ts'
import { staleOf } from './staleness.ts'

let desk: Awaited<ReturnType<typeof openReviews>>
let amara: Character

before(async () => {
  desk = await openReviews()
  amara = await desk.world.add({ name: 'Amara Okafor', team: 'Northgate', leader: 'Ben Hughes' })
  await desk.agreeObjective(amara, 'Resolve 76% of billing contacts first time by 18 December 2026')
})

/** What a command answers on a day: its document and its words. */
async function run([command]: typeof commands, today: Day): Promise<{ document: unknown; words: string }> {
  const { world } = desk
  const org = await world.inOrg(findOrganisation)
  assert.ok(command && org)
  const answers: { document: unknown; words: string }[] = []
  const code = await command.run({
    values: {},
    positionals: [],
    house: world.house,
    orgId: world.orgId,
    org,
    today,
    answer: (document, words) => answers.push({ document, words }),
    say: assert.fail,
  })
  assert.equal(code, 0)
  const [answer, ...more] = answers
  assert.ok(answer && more.length === 0)
  return answer
}

// The plan was agreed on 29 September 2026, so its first review is due on 24 November and 12 weeks are over on 22 December.
test('whose review is due is told as the team page tells it', async () => {
  const dueOn = async (day: Day) => (await run(reviews, day)).document
  assert.deepEqual(await dueOn('2026-11-09'), [])
  const one = { person: 'Amara Okafor', leader: 'Ben Hughes', since: '2026-09-29', next: '2026-11-24' }
  assert.deepEqual(await dueOn('2026-11-10'), [{ ...one, state: 'due soon', weeks: 6 }])
  assert.deepEqual(await dueOn('2026-11-25'), [{ ...one, state: 'overdue', weeks: 8 }])
  assert.deepEqual(await dueOn('2026-12-22'), [{ ...one, state: 'stale', weeks: 12 }])
  assert.match(
    (await run(reviews, '2026-12-22')).words,
    /^Amara Okafor: stale; agreed 29 September 2026, 12 weeks ago; next 24 November 2026$/,
  )
})

test('what has waited is told on the day on which it reaches Ben, and not while Amara alone sees it', async () => {
  const own = await desk.actorIn(amara)
  const on = async (day: Day) => (await run(commands, day)).document as { kind: string; ref: string }[]
  const seen = await desk.world.inOrg((tx) => staleOf(tx, amara.personId, own, '2026-10-17'))
  assert.deepEqual(
    seen.map(({ kind }) => kind),
    ['action late'],
  )
  assert.deepEqual(await on('2026-10-17'), [])
  assert.match((await run(commands, '2026-10-17')).words, /Nothing has waited long enough/)
  const [thing, ...more] = await on('2026-10-31')
  assert.equal(more.length, 0)
  assert.deepEqual(thing, {
    person: 'Amara Okafor',
    kind: 'action late',
    ref: 'O-1',
    what: seen[0]?.what,
    since: '2026-10-17',
    step: 1,
  })
})

test('the most pressing comes first, then whoever has waited longest; whoever has left is told of by neither command', async () => {
  const { world } = desk
  world.setToday('2026-10-06')
  const ada = await world.add({ name: 'Ada Bell', team: 'Northgate', leader: 'Ben Hughes' })
  await desk.agreeObjective(ada, 'Close 40 chats a week by 18 December 2026')
  const named = async (of: typeof commands, day: Day) =>
    ((await run(of, day)).document as { person: string; state?: string }[]).map(({ person, state }) =>
      state ? `${person}: ${state}` : person,
    )
  assert.deepEqual(await named(reviews, '2026-11-25'), ['Amara Okafor: overdue', 'Ada Bell: due soon'])
  assert.deepEqual(await named(reviews, '2026-12-22'), ['Amara Okafor: stale', 'Ada Bell: overdue'])
  assert.deepEqual(await named(reviews, '2026-12-29'), ['Amara Okafor: stale', 'Ada Bell: stale'])
  world.setToday('2026-12-04')
  await amara.session.post(`${reviewsAt(amara)}/next`, on('next', '2026-12-15'))
  assert.deepEqual(await named(reviews, '2026-12-08'), ['Ada Bell: overdue', 'Amara Okafor: due soon'])
  assert.ok((await named(commands, '2026-10-31')).includes('Ada Bell'))
  await world.inOrg((tx) => setLeft(tx, desk.ben.actor, ada.personId, '2026-10-30'))
  assert.deepEqual(await named(reviews, '2026-12-29'), ['Amara Okafor: stale'])
  assert.deepEqual(await named(commands, '2026-10-31'), ['Amara Okafor'])
})
