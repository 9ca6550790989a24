import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import {
  acting,
  afterwards,
  allAt,
  anonymously,
  answer,
  byName,
  type Cast,
  colleagues,
  launched,
  nominated,
  outsiders,
  tokens,
  value,
  withMail,
} from '../../../test/feedback-round.ts'
import { type Character, openWorld, type World } from '../../../test/world.ts'
import type { Actor } from '../../kernel/actor.ts'
import { addDays } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import { listHistory } from '../history/history.ts'
import {
  type AskedGroup,
  adjust,
  askedOf,
  cannotAnswer,
  clashesOf,
  discard,
  feedbackOf,
  findRound,
  launch,
  levelsFrom360,
  linksToHandOver,
  listRounds,
  nominate,
  openRequest,
  orgOfAnswer,
  type Round,
  releaseDue,
  shareWithAssessor,
} from './feedback.ts'
import { reminderDue } from './jobs.ts'

let world: World
let cast: Cast
let peers: Character[]
let dana: Character
let chidi: Character

before(async () => {
  world = await openWorld()
  withMail(world)
  const ben = await world.add({ name: 'Ben Hughes', standing: 'leader' })
  const add = (name: string) => world.add({ name, team: 'Northgate', leader: 'Ben Hughes' })
  const amara = await add('Amara Okafor')
  peers = []
  for (const name of ['Eve Jones', 'Femi Ade', 'Gwen Hall', 'Hari Patel', 'Ines Cruz', 'Jon Reed'])
    peers.push(await add(name))
  dana = await world.add({ name: 'Dana Price', standing: 'administrator' })
  chidi = await world.add({ name: 'Chidi Eze', standing: 'assessor' })
  await world.inOrg((tx) =>
    tx.db
      .insertInto('assignment')
      .values({ org_id: tx.orgId, assessor_id: chidi.personId, person_id: amara.personId })
      .execute(),
  )
  cast = { world, amara, ben }
})

const peer = (index: number): Character => {
  const found = peers[index]
  if (!found) throw new Error('no such peer')
  return found
}
const some = (...indexes: number[]) => colleagues(...indexes.map(peer))

const seen = async (who: Character, about = cast.amara) => {
  const viewer = await acting(world, who)
  return world.inOrg((tx) => feedbackOf(tx, about.personId, viewer, world.today))
}

const roundOf = async (roundId: Id, viewer?: Actor) => {
  const actor = viewer ?? (await acting(world, cast.amara))
  const round = await world.inOrg((tx) => findRound(tx, cast.amara.personId, roundId, actor))
  if (!round) throw new Error('no round')
  return round
}

const messages = (outcome: { ok: boolean; refusals?: { message: string }[] }) =>
  outcome.ok ? '' : (outcome.refusals ?? []).map(({ message }) => message).join(' ')

test('a round shows nothing of any kind until its last day has passed, and then the same to Amara and to Ben', async () => {
  const groups = [
    anonymously('peers', some(0, 1, 2, 3)),
    anonymously('customers', outsiders('Ann Lee', 'Bo Ray', 'Cy Fox')),
  ]
  const roundId = await launched(cast, groups)
  const { competencyIds, closesOn } = await roundOf(roundId)
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
  const before = JSON.stringify([await roundOf(roundId), await seen(cast.amara)])
  for (const [name, level, keep] of given)
    value(await answer(world, links.get(name), allAt(level, competencyIds, { keep })))
  assert.equal(JSON.stringify([await roundOf(roundId), await seen(cast.amara)]), before)
  assert.equal(
    await world.inOrg((tx) => releaseDue(tx, world.house.keys, closesOn ?? '')),
    0,
    'on the last day',
  )
  assert.equal(JSON.stringify([await roundOf(roundId), await seen(cast.amara)]), before)

  assert.equal(await afterwards(world), 1)
  assert.equal(await afterwards(world, 0), 0, 'a round is closed once')
  const { readings, held, texts } = await seen(cast.amara)
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
  assert.deepEqual(await seen(cast.ben), { readings, held, texts })
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
  for (const who of [chidi, dana, peer(0)]) {
    assert.deepEqual(await seen(who), nothing)
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
  assert.deepEqual(await seen(chidi), await seen(cast.amara))
  assert.deepEqual(await seen(dana), nothing)
  value(await world.inOrg((tx) => shareWithAssessor(tx, amara, { ...asked, shared: false })))
  assert.deepEqual(await seen(chidi), nothing)
})

test('whom an earlier round asked is said before the same people are asked in part', async () => {
  const clashes = (...groups: AskedGroup[]) =>
    world.inOrg((tx) => clashesOf(tx, world.house.keys, cast.amara.personId, groups))
  assert.deepEqual(await clashes(anonymously('peers', some(0, 1, 2, 3))), [], 'the same four')
  assert.deepEqual(await clashes(anonymously('peers', some(4, 5))), [], 'others')
  const [part] = await clashes(anonymously('reports', some(0, 1, 2)))
  assert.match(
    part?.words ?? '',
    /were among the 4 asked without names .* exactly the same 4 again, or others/,
  )
  const [named] = await clashes({ group: 'peers', mode: 'named', threshold: 1, raters: some(0, 4) })
  assert.match(named?.words ?? '', /their levels would be held back now; what they write is shown/)
  assert.deepEqual(
    await clashes(anonymously('customers', outsiders('Ann Lee'))),
    [],
    'of the customers nothing was shown',
  )
})

test('a second round that some of the same answer is held back for good, and its named words are shown', async () => {
  const groups = [anonymously('peers', some(0, 1, 2, 4))]
  const roundId = await launched(cast, groups)
  const { competencyIds } = await roundOf(roundId)
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
  const feedback = await seen(cast.amara)
  const own = <T extends { roundId: Id }>(all: T[]) => all.filter((one) => one.roundId === roundId)
  assert.deepEqual(own(feedback.readings), [])
  for (const { question, why } of own(feedback.held))
    assert.equal(why, question === 'change' ? 'fewer than k wrote' : 'shares raters with an earlier round')
  assert.deepEqual(
    own(feedback.texts).map(({ texts, by }) => [texts, by]),
    [[['Gwen signs'], 'Gwen Hall']],
  )
})

test('nobody changes a launched round: not its raters, its questions nor its end, and it is not taken away', async () => {
  const groups = [anonymously('peers', some(3, 4, 5))]
  const roundId = await launched(cast, groups)
  const round = await roundOf(roundId)
  const [amara, ben] = [await acting(world, cast.amara), await acting(world, cast.ben)]
  const { personId } = cast.amara
  const same = { personId, roundId, version: round.version }
  for (const outcome of [
    await world.inOrg((tx) => nominate(tx, amara, { ...same, groups: [], send: false }, world.house)),
    await world.inOrg((tx) =>
      adjust(tx, ben, { ...same, groups: [], reason: 'I would rather not' }, world.today),
    ),
    await world.inOrg((tx) =>
      launch(tx, ben, { ...same, closesOn: addDays(world.today, 30) }, world.today, world.house),
    ),
    await world.inOrg((tx) => discard(tx, amara, same)),
  ])
    assert.match(messages(outcome), /was launched/)
  assert.deepEqual(await roundOf(roundId), round)
  const entries = await world.inOrg((tx) => listHistory(tx, { recordId: roundId }))
  assert.deepEqual(
    entries.map(({ kind }) => kind),
    ['feedback.launched', 'feedback.nominated', 'feedback.planned'],
  )
})

test('while a round about Amara is open, another waits', async () => {
  const roundId = await nominated(cast, [anonymously('peers', some(0, 1, 2))])
  const ben = await acting(world, cast.ben)
  const asked = { personId: cast.amara.personId, roundId, version: 2, closesOn: addDays(world.today, 14) }
  const outcome = await world.inOrg((tx) => launch(tx, ben, asked, world.today, world.house))
  assert.match(messages(outcome), /is still open/)
  value(await world.inOrg(async (tx) => discard(tx, ben, asked)))
  await afterwards(world)
})

test('a link answers once, takes “I can’t” for an answer, ends with the round, and is no other’s', async () => {
  const roundId = await launched(cast, [anonymously('customers', outsiders('Di Moss', 'Ed Nash', 'Flo Orr'))])
  const { competencyIds } = await roundOf(roundId)
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
  const { competencyIds } = await roundOf(roundId)
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

test('groups that cannot stay anonymous, people asked twice and whoever reads the answers are refused, all at once', async () => {
  const amara = await acting(world, cast.amara)
  const roundId = await nominated(cast, [anonymously('peers', some(0, 1, 2))])
  const refuse = async (...groups: AskedGroup[]) => {
    const asked = { personId: cast.amara.personId, roundId, version: 2, groups, send: true }
    return messages(await world.inOrg((tx) => nominate(tx, amara, asked, world.house)))
  }
  assert.match(
    await refuse(anonymously('peers', some(0, 1))),
    /With 2 peers nobody could stay anonymous: ask at least 3, or ask them by name/,
  )
  assert.match(await refuse(anonymously('peers', some(0, 1, 2), 2)), /threshold from 3 to 10/)
  assert.match(await refuse(anonymously('peers', some(0, 1, 2, 0))), /Eve Jones is asked twice/)
  const twice = await refuse(
    anonymously('peers', [...some(0, 1), { personId: cast.amara.personId }, { personId: cast.ben.personId }]),
    anonymously('customers', [
      ...outsiders('Di Moss', 'Ed Nash'),
      { name: 'Eve', email: peer(0).person.email ?? '' },
    ]),
  )
  assert.match(twice, /Amara Okafor answers about themself already/)
  assert.match(twice, /Ben Hughes is asked as team leader/)
  assert.match(twice, /belongs to Eve Jones/)
  assert.match(
    await refuse(anonymously('peers', [...some(0, 1, 2), { personId: chidi.personId }])),
    /assessor/,
  )
  assert.match(
    await refuse(anonymously('peers', outsiders('Di Moss', 'Ed Nash', 'Flo Orr'))),
    /is no colleague/,
  )
  assert.match(await refuse(), /Ask somebody/)
  await world.inOrg((tx) => discard(tx, amara, { personId: cast.amara.personId, roundId }))
})

test('Ben adjusts with a reason that Amara sees; without one nothing changes, and an overtaken page is told so', async () => {
  const roundId = await nominated(cast, [anonymously('peers', some(0, 1, 2))])
  const ben = await acting(world, cast.ben)
  const base = { personId: cast.amara.personId, roundId, groups: [anonymously('peers', some(1, 2, 3))] }
  const without = await world.inOrg((tx) =>
    adjust(tx, ben, { ...base, version: 2, reason: ' ' }, world.today),
  )
  assert.match(messages(without), /Say why/)
  const old = await world.inOrg((tx) =>
    adjust(tx, ben, { ...base, version: 1, reason: 'Why not' }, world.today),
  )
  assert.match(messages(old), /Amara Okafor changed this round on/)
  assert.equal(old.conflict, 2)
  value(
    await world.inOrg((tx) =>
      adjust(tx, ben, { ...base, version: 2, reason: 'Hari sits beside you' }, world.today),
    ),
  )
  const { adjustments, version } = await roundOf(roundId)
  assert.equal(version, 3)
  assert.deepEqual(
    adjustments.map(({ by, what, reason }) => [by, what, reason]),
    [
      ['Ben Hughes', 'Added Hari Patel to the peers', 'Hari sits beside you'],
      ['Ben Hughes', 'Took Eve Jones out of the peers', 'Hari sits beside you'],
    ],
  )
  const amara = await acting(world, cast.amara)
  const asked = { personId: cast.amara.personId, roundId, version: 3, closesOn: addDays(world.today, 6) }
  const hers = await world.inOrg((tx) => launch(tx, amara, asked, world.today, world.house))
  assert.match(messages(hers), /not yours to change/, 'Ben launches, as he leads her')
  const soon = await world.inOrg((tx) => launch(tx, ben, asked, world.today, world.house))
  assert.match(messages(soon), /Choose a last day from/)
  await world.inOrg((tx) => discard(tx, ben, asked))
})

test('nobody has more than five open requests, and “I can’t” makes room', async () => {
  const others: Character[] = []
  for (let number = 1; number <= 6; number += 1)
    others.push(await world.add({ name: `Subject ${number}`, leader: 'Ben Hughes' }))
  const leaders = await Promise.all(
    others.map((_, index) => world.add({ name: `Leader ${index + 1}`, standing: 'leader' })),
  )
  const rounds: Id[] = []
  const launchFor = async (index: number) => {
    const [subject, leader] = [others[index], leaders[index]]
    if (!subject || !leader) throw new Error('nobody')
    await world.inOrg((tx) =>
      tx.db
        .updateTable('position')
        .set({ leader_id: leader.personId })
        .where('org_id', '=', tx.orgId)
        .where('person_id', '=', subject.personId)
        .execute(),
    )
    return launched({ world, amara: subject, ben: leader }, [anonymously('peers', some(0, 1, 2))])
  }
  for (let index = 0; index < 5; index += 1) rounds.push(await launchFor(index))
  const eve = await world.inOrg((tx) => askedOf(tx, world.house.keys, peer(0).personId, world.today))
  assert.equal(eve.length, 5)
  assert.ok(eve.every(({ own, name }) => !own && name.startsWith('Subject')))
  await assert.rejects(launchFor(5), /Eve Jones, Femi Ade and Gwen Hall have five open requests already/)
  for (const name of ['Eve Jones', 'Femi Ade', 'Gwen Hall']) {
    const token = (await tokens(world, rounds[0] ?? '')).get(name) ?? ''
    value(await world.inOrg((tx) => cannotAnswer(tx, world.house.keys, token, world.today)))
  }
  await launchFor(5)
  await afterwards(world)
})

test('whoever has no leader launches their own round', async () => {
  const { ben } = cast
  const alone: Cast = { world, amara: ben, ben }
  const roundId = await launched(alone, [anonymously('reports', some(0, 1, 2))])
  const actor = await acting(world, ben)
  const round = await world.inOrg((tx) => findRound(tx, ben.personId, roundId, actor))
  assert.deepEqual(
    round?.groups.map(({ group }) => group),
    ['self', 'reports'],
  )
  await afterwards(world)
})

test('links of people outside who answer by name are handed over by whoever launched; nobody else’s is ever shown', async () => {
  const groups = [
    anonymously('peers', some(3, 4, 5)),
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
  assert.deepEqual(await handed(dana), [])
  await afterwards(world)
})

test('of people outside a closed round keeps no address, and a name only where answers stand under it; who asks them again is still told', async () => {
  const groups = [anonymously('customers', outsiders('Mia Vale', 'Ned West', 'Oda York', 'Pia Zoll'))]
  const first = await launched(cast, groups)
  const { competencyIds } = await roundOf(first)
  const links = await tokens(world, first)
  for (const name of ['Mia Vale', 'Ned West', 'Oda York'])
    value(await answer(world, links.get(name), allAt(4, competencyIds)))
  value(await answer(world, links.get('Pia Zoll'), allAt(2, competencyIds, { signed: true })))
  await afterwards(world)
  const outside = async (id: Id) =>
    (await roundOf(id)).groups
      .filter(({ group }) => group === 'customers')
      .flatMap(({ raters }) => raters.map(({ name, email }) => [name, email]))
  assert.deepEqual(await outside(first), [
    ['', null],
    ['', null],
    ['', null],
    ['Pia Zoll', null],
  ])
  const { readings } = await seen(cast.amara)
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
  const { held } = await seen(cast.amara)
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
  const lines = async () => (await roundOf(roundId)).adjustments.map(({ what }) => what)
  assert.deepEqual(await lines(), ['Added Kai Lowe to the customers', 'Took Ira Jans out of the customers'])
  const asked = { personId, roundId, version: 3, closesOn: addDays(world.today, 14) }
  value(await world.inOrg((tx) => launch(tx, ben, asked, world.today, world.house)))
  await afterwards(world)
  assert.deepEqual(await lines(), ['Added somebody to the customers', 'Took somebody out of the customers'])
  const { groups: kept } = await roundOf(roundId)
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

test('reminders go a week and two days before the last day, never in the first three days and never after', () => {
  const due = (launchedOn: string, today: string) =>
    reminderDue({ launchedOn, closesOn: '2026-11-30' }, today)
  assert.deepEqual(
    ['2026-11-10', '2026-11-22', '2026-11-23', '2026-11-27', '2026-11-28', '2026-11-30', '2026-12-01'].map(
      (today) => due('2026-11-01', today),
    ),
    [null, null, 1, 1, 2, 2, null],
  )
  assert.equal(due('2026-11-23', '2026-11-24'), null)
  assert.equal(due('2026-11-23', '2026-11-26'), 1)
})
