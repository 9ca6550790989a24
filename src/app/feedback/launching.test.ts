import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import {
  acting,
  afterwards,
  anonymously,
  type Cast,
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
import { sendDue } from '../../shell/outbox.ts'
import { listHistory } from '../history/history.ts'
import { paths } from '../paths.ts'
import {
  type AskedGroup,
  adjust,
  askedOf,
  cannotAnswer,
  discard,
  findRound,
  launch,
  nominate,
} from './feedback.ts'

let world: World
let cast: Team

before(async () => {
  cast = await openTeam()
  world = cast.world
})

test('nobody changes a launched round: not its raters, its questions nor its end, and it is not taken away', async () => {
  const groups = [anonymously('peers', cast.some(3, 4, 5))]
  const roundId = await launched(cast, groups)
  const round = await cast.roundOf(roundId)
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
  assert.deepEqual(await cast.roundOf(roundId), round)
  const entries = await world.inOrg((tx) => listHistory(tx, { recordId: roundId }))
  assert.deepEqual(
    entries.map(({ kind }) => kind),
    ['feedback.launched', 'feedback.nominated', 'feedback.planned'],
  )
})

test('while a round about Amara is open, another waits', async () => {
  const roundId = await nominated(cast, [anonymously('peers', cast.some(0, 1, 2))])
  const ben = await acting(world, cast.ben)
  const asked = { personId: cast.amara.personId, roundId, version: 2, closesOn: addDays(world.today, 14) }
  const outcome = await world.inOrg((tx) => launch(tx, ben, asked, world.today, world.house))
  assert.match(messages(outcome), /is still open/)
  value(await world.inOrg(async (tx) => discard(tx, ben, asked)))
  await afterwards(world)
})

test('groups that cannot stay anonymous, people asked twice and whoever reads the answers are refused, all at once', async () => {
  const amara = await acting(world, cast.amara)
  const roundId = await nominated(cast, [anonymously('peers', cast.some(0, 1, 2))])
  const refuse = async (...groups: AskedGroup[]) => {
    const asked = { personId: cast.amara.personId, roundId, version: 2, groups, send: true }
    return messages(await world.inOrg((tx) => nominate(tx, amara, asked, world.house)))
  }
  assert.match(
    await refuse(anonymously('peers', cast.some(0, 1))),
    /With 2 peers nobody could stay anonymous: ask at least 3, or ask them by name/,
  )
  assert.match(await refuse(anonymously('peers', cast.some(0, 1, 2), 2)), /threshold from 3 to 10/)
  assert.match(await refuse(anonymously('peers', cast.some(0, 1, 2, 0))), /Eve Jones is asked twice/)
  const twice = await refuse(
    anonymously('peers', [
      ...cast.some(0, 1),
      { personId: cast.amara.personId },
      { personId: cast.ben.personId },
    ]),
    anonymously('customers', [
      ...outsiders('Di Moss', 'Ed Nash'),
      { name: 'Eve', email: cast.peer(0).person.email ?? '' },
    ]),
  )
  assert.match(twice, /Amara Okafor answers about themself already/)
  assert.match(twice, /Ben Hughes is asked as team leader/)
  assert.match(twice, /belongs to Eve Jones/)
  assert.match(
    await refuse(anonymously('peers', [...cast.some(0, 1, 2), { personId: cast.chidi.personId }])),
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
  const roundId = await nominated(cast, [anonymously('peers', cast.some(0, 1, 2))])
  const ben = await acting(world, cast.ben)
  const base = { personId: cast.amara.personId, roundId, groups: [anonymously('peers', cast.some(1, 2, 3))] }
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
  const { adjustments, version } = await cast.roundOf(roundId)
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
    return launched({ world, amara: subject, ben: leader }, [anonymously('peers', cast.some(0, 1, 2))])
  }
  for (let index = 0; index < 5; index += 1) rounds.push(await launchFor(index))
  const eve = await world.inOrg((tx) => askedOf(tx, world.house.keys, cast.peer(0).personId, world.today))
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
  const roundId = await launched(alone, [anonymously('reports', cast.some(0, 1, 2))])
  const actor = await acting(world, ben)
  const round = await world.inOrg((tx) => findRound(tx, ben.personId, roundId, actor))
  assert.deepEqual(
    round?.groups.map(({ group }) => group),
    ['self', 'reports'],
  )
  await afterwards(world)
})

test('a launch that lost a race is done again, and posted twice is done once: everybody asked gets one invitation', async () => {
  const roundId = await nominated(cast, [anonymously('peers', cast.some(3, 4, 5))])
  const { keys, mail, jobs } = world.house
  const to: string[] = []
  let lasting = 0
  let looked = 0
  world.house.mail = {
    configured: true,
    async send(one) {
      to.push(one.to)
      return { how: 'sent' }
    },
  }
  world.house.jobs = {
    ...jobs,
    async send() {
      looked += 1
      await sendDue(world.house, world.orgId)
    },
  }
  world.house.keys = {
    ...keys,
    async lasting(name) {
      lasting += 1
      if (lasting === 7) throw Object.assign(new Error('somebody was first'), { code: '40001' })
      return keys.lasting(name)
    },
  }
  try {
    const path = paths.feedbackLaunch(cast.amara.personId, roundId)
    const [year = '', month = '', day = ''] = addDays(world.today, 14).split('-')
    const once = '0190aaaa-0000-7000-8000-00000000face'
    const fields = { version: '2', once, 'closes-day': day, 'closes-month': month, 'closes-year': year }
    const page = await cast.ben.session.post(path, fields)
    assert.match(page.text, /The round is open/)
    assert.ok(lasting > 12, 'the launch was run again')
    await cast.ben.session.post(path, fields)
    await cast.ben.session.post(path, { ...fields, once: '0190aaaa-0000-7000-8000-00000000feed' })
    await sendDue(world.house, world.orgId)
  } finally {
    Object.assign(world.house, { keys, mail, jobs })
  }
  assert.ok(looked > 0)
  assert.deepEqual(
    to.toSorted(),
    [cast.amara, cast.ben, cast.peer(3), cast.peer(4), cast.peer(5)].map(({ person }) => person.email).sort(),
  )
  await afterwards(world)
})
