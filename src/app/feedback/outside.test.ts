import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import {
  acting,
  afterwards,
  allAt,
  anonymously,
  answer,
  byName,
  launched,
  messages,
  nominated,
  openTeam,
  outsiders,
  type Team,
  tokens,
  value,
} from '../../../test/feedback-round.ts'
import type { Character, World } from '../../../test/world.ts'
import { addDays } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import { listHistory } from '../history/history.ts'
import {
  type AskedGroup,
  adjust,
  cannotAnswer,
  clashesOf,
  launch,
  linksToHandOver,
  openRequest,
  orgOfAnswer,
} from './feedback.ts'

let world: World
let cast: Team

before(async () => {
  cast = await openTeam()
  world = cast.world
})

test('a link answers once, takes “I can’t” for an answer, ends with the round, and is no other’s', async () => {
  const roundId = await launched(cast, [anonymously('customers', outsiders('Di Moss', 'Ed Nash', 'Flo Orr'))])
  const { competencyIds } = await cast.roundOf(roundId)
  const links = await tokens(world, roundId)
  const token = links.get('Di Moss') ?? ''
  const stateOf = async (name: string) =>
    (await world.inOrg((tx) => openRequest(tx, world.house.keys, links.get(name) ?? '', world.today)))?.state
  assert.equal(await orgOfAnswer(world.house.keys, token), world.orgId)
  for (const wrong of ['', 'x', `${token}A`, token.slice(0, -2), `B${token.slice(1)}`])
    assert.equal(await orgOfAnswer(world.house.keys, wrong), null, wrong)

  const [first = ''] = competencyIds
  const { [first]: _, ...rest } = allAt(3, competencyIds).levels
  const missing = await answer(world, token, { levels: rest, keep: '', change: '', signed: false })
  assert.deepEqual(missing.ok ? [] : missing.refusals.map(({ field }) => field), [first])
  assert.match(messages(await answer(world, token, allAt(null, competencyIds))), /at least one question/)
  const long = await answer(world, token, allAt(3, competencyIds, { keep: 'x'.repeat(2001) }))
  assert.match(messages(long), /2,000 characters/)
  assert.equal(await stateOf('Di Moss'), 'open')

  value(await answer(world, token, allAt(3, competencyIds)))
  assert.equal(await stateOf('Di Moss'), 'answered')
  assert.match(messages(await answer(world, token, allAt(1, competencyIds))), /answered already/)
  value(
    await world.inOrg((tx) => cannotAnswer(tx, world.house.keys, links.get('Ed Nash') ?? '', world.today)),
  )
  assert.equal(await stateOf('Ed Nash'), 'cannot')
  assert.match(
    messages(await answer(world, links.get('Ed Nash'), allAt(1, competencyIds))),
    /answered already/,
  )
  world.setToday(addDays(world.today, 15))
  assert.match(
    messages(await answer(world, links.get('Flo Orr'), allAt(1, competencyIds))),
    /last day has passed/,
  )
  await afterwards(world, 0)
  for (const name of ['Di Moss', 'Ed Nash', 'Flo Orr']) assert.equal(await stateOf(name), 'closed')
})

test('of two answers by one link at the same moment one counts', async () => {
  const roundId = await launched(cast, [
    anonymously('customers', outsiders('Gia Poe', 'Hal Quin', 'Ivy Rae')),
  ])
  const { competencyIds } = await cast.roundOf(roundId)
  const token = (await tokens(world, roundId)).get('Gia Poe')
  const both = await Promise.all([1, 5].map((level) => answer(world, token, allAt(level, competencyIds))))
  assert.equal(both.filter(({ ok }) => ok).length, 1)
  const boxes = await world.inOrg((tx) =>
    tx.db
      .selectFrom('feedback_sealed')
      .select('sealed_id')
      .where('org_id', '=', tx.orgId)
      .where('round_id', '=', roundId)
      .execute(),
  )
  assert.equal(boxes.length, 1)
  await afterwards(world)
})

test('links of people outside who answer by name are handed over by whoever launched; nobody else’s is ever shown', async () => {
  const groups = [
    anonymously('peers', cast.some(3, 4, 5)),
    byName('customers', outsiders('Jo Shaw', 'Kit Tate', 'Lea Umi')),
  ]
  const roundId = await launched(cast, groups)
  const handed = async (who: Character) => {
    const actor = await acting(world, who)
    return world.inOrg((tx) => linksToHandOver(tx, world.house.keys, cast.amara.personId, roundId, actor))
  }
  assert.deepEqual(
    (await handed(cast.ben)).map(({ name }) => name),
    ['Jo Shaw', 'Kit Tate', 'Lea Umi'],
  )
  assert.deepEqual(await handed(cast.amara), [])
  assert.deepEqual(await handed(cast.dana), [])
  await afterwards(world)
})

test('of people outside a closed round keeps no address, and a name only where answers stand under it; who asks them again is still told', async () => {
  const groups = [anonymously('customers', outsiders('Mia Vale', 'Ned West', 'Oda York', 'Pia Zoll'))]
  const first = await launched(cast, groups)
  const { competencyIds } = await cast.roundOf(first)
  const links = await tokens(world, first)
  for (const name of ['Mia Vale', 'Ned West', 'Oda York'])
    value(await answer(world, links.get(name), allAt(4, competencyIds)))
  value(await answer(world, links.get('Pia Zoll'), allAt(2, competencyIds, { signed: true })))
  await afterwards(world)
  const outside = async (id: Id) =>
    (await cast.roundOf(id)).groups
      .filter(({ group }) => group === 'customers')
      .flatMap(({ raters }) => raters.map(({ name, email }) => [name, email]))
  assert.deepEqual(await outside(first), [
    ['', null],
    ['', null],
    ['', null],
    ['Pia Zoll', null],
  ])
  const { readings } = await cast.seen(cast.amara)
  const named = readings.filter(({ roundId: id, by }) => id === first && by !== null)
  assert.deepEqual([...new Set(named.map(({ by }) => by))], ['Pia Zoll'])
  assert.equal(named.length, competencyIds.length)

  const clashes = (...groups: AskedGroup[]) =>
    world.inOrg((tx) => clashesOf(tx, world.house.keys, cast.amara.personId, groups))
  const part = await clashes(anonymously('customers', outsiders('Mia Vale', 'Una Kerr', 'Vic Lund')))
  assert.match(part[0]?.words ?? '', /1 customer of these was among the 4 asked without names/)
  assert.deepEqual(await clashes(anonymously('customers', outsiders('Una Kerr', 'Vic Lund'))), [])
  const pia = await clashes(anonymously('customers', outsiders('Pia Zoll', 'Una Kerr', 'Vic Lund')))
  assert.match(pia[0]?.words ?? '', /answered by name/)

  const second = await launched(cast, [
    anonymously('customers', outsiders('Pia Zoll', 'Una Kerr', 'Vic Lund', 'Wim Moor')),
  ])
  const again = await tokens(world, second)
  for (const name of ['Pia Zoll', 'Una Kerr', 'Vic Lund'])
    value(await answer(world, again.get(name), allAt(4, competencyIds)))
  await afterwards(world)
  const { held } = await cast.seen(cast.amara)
  assert.deepEqual(
    [...new Set(held.filter((one) => one.roundId === second && !one.question).map(({ why }) => why))],
    ['shares raters with an earlier round'],
    'Pia answered by name before: three less her would be two',
  )
})

test('a line of what Ben changed names nobody outside any longer once the round has closed, nor does the history', async () => {
  const { personId } = cast.amara
  const roundId = await nominated(cast, [byName('customers', outsiders('Gus Holt', 'Ira Jans'))])
  const ben = await acting(world, cast.ben)
  const groups = [byName('customers', outsiders('Gus Holt', 'Kai Lowe'))]
  const base = { personId, roundId, version: 2, groups, reason: 'Another call' }
  value(await world.inOrg((tx) => adjust(tx, ben, base, world.today)))
  const lines = async () => (await cast.roundOf(roundId)).adjustments.map(({ what }) => what)
  assert.deepEqual(await lines(), ['Added Kai Lowe to the customers', 'Took Ira Jans out of the customers'])
  const asked = { personId, roundId, version: 3, closesOn: addDays(world.today, 14) }
  value(await world.inOrg((tx) => launch(tx, ben, asked, world.today, world.house)))
  await afterwards(world)
  assert.deepEqual(await lines(), ['Added somebody to the customers', 'Took somebody out of the customers'])
  const { groups: kept } = await cast.roundOf(roundId)
  assert.deepEqual(
    kept
      .flatMap(({ group, raters }) => (group === 'customers' ? raters : []))
      .map(({ name, email }) => [name, email]),
    [
      ['Gus Holt', null],
      ['Kai Lowe', null],
    ],
    'asked by name, they are named',
  )
  const history = JSON.stringify(await world.inOrg((tx) => listHistory(tx, { recordId: roundId })))
  for (const name of ['Gus', 'Ira', 'Kai']) assert.ok(!history.includes(name), name)
})
