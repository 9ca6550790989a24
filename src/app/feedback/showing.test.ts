import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import {
  acting,
  afterwards,
  allAt,
  anonymously,
  answer,
  launched,
  openTeam,
  outsiders,
  type Team,
  tokens,
  value,
} from '../../../test/feedback-round.ts'
import type { World } from '../../../test/world.ts'
import type { Id } from '../../kernel/id.ts'
import {
  type AskedGroup,
  clashesOf,
  findRound,
  levelsFrom360,
  listRounds,
  type Round,
  releaseDue,
  shareWithAssessor,
} from './feedback.ts'

let world: World
let cast: Team

before(async () => {
  cast = await openTeam()
  world = cast.world
})

test('a round shows nothing of any kind until its last day has passed, and then the same to Amara and to Ben', async () => {
  const groups = [
    anonymously('peers', cast.some(0, 1, 2, 3)),
    anonymously('customers', outsiders('Ann Lee', 'Bo Ray', 'Cy Fox')),
  ]
  const roundId = await launched(cast, groups)
  const { competencyIds, closesOn } = await cast.roundOf(roundId)
  const links = await tokens(world, roundId)
  const given: [string, number, string][] = [
    ['Amara Okafor', 3, ''],
    ['Ben Hughes', 2, 'Ben writes by name'],
    ['Eve Jones', 4, 'zebra'],
    ['Femi Ade', 3, 'yak'],
    ['Gwen Hall', 4, 'wren'],
    ['Hari Patel', 3, ''],
    ['Ann Lee', 5, 'customer words'],
    ['Bo Ray', 5, ''],
  ]
  const before = JSON.stringify([await cast.roundOf(roundId), await cast.seen(cast.amara)])
  for (const [name, level, keep] of given)
    value(await answer(world, links.get(name), allAt(level, competencyIds, { keep })))
  assert.equal(JSON.stringify([await cast.roundOf(roundId), await cast.seen(cast.amara)]), before)
  assert.equal(
    await world.inOrg((tx) => releaseDue(tx, world.house.keys, closesOn ?? '')),
    0,
    'on the last day',
  )
  assert.equal(JSON.stringify([await cast.roundOf(roundId), await cast.seen(cast.amara)]), before)

  assert.equal(await afterwards(world), 1)
  assert.equal(await afterwards(world, 0), 0, 'a round is closed once')
  const { readings, held, texts } = await cast.seen(cast.amara)
  const first = readings.filter(({ competencyId }) => competencyId === competencyIds[0])
  assert.deepEqual(
    first.map(({ group, n, shown, by }) => ({ group, n, shown, by })),
    [
      { group: 'self', n: 1, shown: { kind: 'level', level: 3 }, by: 'Amara Okafor' },
      { group: 'leader', n: 1, shown: { kind: 'level', level: 2 }, by: 'Ben Hughes' },
      { group: 'peers', n: 4, shown: { kind: 'about', level: 3.5 }, by: null },
    ],
  )
  assert.ok(
    held.some(
      ({ group, why, competencyId }) =>
        group === 'customers' && why === 'fewer than k' && competencyId === competencyIds[0],
    ),
  )
  assert.deepEqual([...(texts.find(({ group }) => group === 'peers')?.texts ?? [])].sort(), [
    'wren',
    'yak',
    'zebra',
  ])
  assert.ok(!JSON.stringify(texts).includes('customer words'))
  assert.deepEqual(await cast.seen(cast.ben), { readings, held, texts })
  const levels = levelsFrom360(readings).filter(({ competencyId }) => competencyId === competencyIds[0])
  assert.deepEqual(
    levels.map(({ by, level, words }) => [by, level, words]),
    [
      ['Ben Hughes', 2, '2'],
      ['4 peers', 3.5, 'about 3.5'],
    ],
  )
})

test('an assessor reads a round once Amara shares it; an administrator, a colleague and a rater never', async () => {
  const [round] = await world.inOrg(async (tx) =>
    listRounds(tx, cast.amara.personId, await acting(world, cast.amara)),
  )
  const roundId = round?.roundId ?? ''
  const { personId } = cast.amara
  const nothing = { readings: [], held: [], texts: [] }
  for (const who of [cast.chidi, cast.dana, cast.peer(0)]) {
    assert.deepEqual(await cast.seen(who), nothing)
    const viewer = await acting(world, who)
    const rounds: Round[] = await world.inOrg((tx) => listRounds(tx, personId, viewer))
    assert.deepEqual(rounds, [])
    const found: Round | null = await world.inOrg((tx) => findRound(tx, personId, roundId, viewer))
    assert.equal(found, null)
  }
  const asked = { personId, roundId, shared: true }
  const [amara, ben] = [await acting(world, cast.amara), await acting(world, cast.ben)]
  assert.equal((await world.inOrg((tx) => shareWithAssessor(tx, ben, asked))).ok, false)
  value(await world.inOrg((tx) => shareWithAssessor(tx, amara, asked)))
  assert.deepEqual(await cast.seen(cast.chidi), await cast.seen(cast.amara))
  assert.deepEqual(await cast.seen(cast.dana), nothing)
  value(await world.inOrg((tx) => shareWithAssessor(tx, amara, { ...asked, shared: false })))
  assert.deepEqual(await cast.seen(cast.chidi), nothing)
})

test('whom an earlier round asked is said before the same people are asked in part', async () => {
  const clashes = (...groups: AskedGroup[]) =>
    world.inOrg((tx) => clashesOf(tx, world.house.keys, cast.amara.personId, groups))
  assert.deepEqual(await clashes(anonymously('peers', cast.some(0, 1, 2, 3))), [], 'the same four')
  assert.deepEqual(await clashes(anonymously('peers', cast.some(4, 5))), [], 'others')
  const [part] = await clashes(anonymously('reports', cast.some(0, 1, 2)))
  assert.match(
    part?.words ?? '',
    /were among the 4 asked without names .* exactly the same 4 again, or others/,
  )
  const [named] = await clashes({ group: 'peers', mode: 'named', threshold: 1, raters: cast.some(0, 4) })
  assert.match(named?.words ?? '', /their levels would be held back now; what they write is shown/)
  assert.deepEqual(
    await clashes(anonymously('customers', outsiders('Ann Lee'))),
    [],
    'of the customers nothing was shown',
  )
})

test('a second round that some of the same answer is held back for good, and its named words are shown', async () => {
  const groups = [anonymously('peers', cast.some(0, 1, 2, 4))]
  const roundId = await launched(cast, groups)
  const { competencyIds } = await cast.roundOf(roundId)
  const links = await tokens(world, roundId)
  for (const name of ['Eve Jones', 'Femi Ade', 'Ines Cruz'])
    value(await answer(world, links.get(name), allAt(4, competencyIds, { keep: `of ${name}` })))
  value(
    await answer(
      world,
      links.get('Gwen Hall'),
      allAt(5, competencyIds, { keep: 'Gwen signs', signed: true }),
    ),
  )
  await afterwards(world)
  const feedback = await cast.seen(cast.amara)
  const own = <T extends { roundId: Id }>(all: T[]) => all.filter((one) => one.roundId === roundId)
  assert.deepEqual(own(feedback.readings), [])
  for (const { question, why } of own(feedback.held))
    assert.equal(why, question === 'change' ? 'fewer than k wrote' : 'shares raters with an earlier round')
  assert.deepEqual(
    own(feedback.texts).map(({ texts, by }) => [texts, by]),
    [[['Gwen signs'], 'Gwen Hall']],
  )
})
