import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { as, got } from '../../../test/developed.ts'
import {
  afterwards,
  allAt,
  anonymously,
  answer,
  type Cast,
  colleagues,
  launched,
  tokens,
} from '../../../test/feedback-round.ts'
import { type Character, openWorld } from '../../../test/world.ts'
import type { Id } from '../../kernel/id.ts'
import { findRound } from '../feedback/feedback.ts'
import { paths } from '../paths.ts'
import { saveAssessors } from '../people/store/people.ts'
import { roleOf } from '../roles/roles.ts'
import {
  agreeLevels,
  beginPass,
  completenessOf,
  type Gap,
  gapsOf,
  handIn,
  johariOf,
  type RatedLevel,
  rate,
} from './assessments.ts'

let cast: Cast
let chidi: Character
let peers: Character[]

before(async () => {
  const world = await openWorld()
  const ben = await world.add({ name: 'Ben Hughes', team: 'Northgate', standing: 'leader' })
  const amara = await world.add({ name: 'Amara Okafor', team: 'Northgate', leader: 'Ben Hughes' })
  peers = []
  for (const name of ['Ellie Marsh', 'Farid Aziz', 'Grace Lim', 'Hana Sato'])
    peers.push(await world.add({ name, team: 'Northgate', leader: 'Ben Hughes' }))
  chidi = await world.add({ name: 'Chidi Eze', standing: 'assessor' })
  await world.inOrg((tx) => saveAssessors(tx, amara.personId, [chidi.personId]))
  cast = { world, ben, amara }
})

/** One side rates everything that the role asks at one level, and hands it in. */
async function passOf(who: Character, level: RatedLevel): Promise<void> {
  const { world, amara } = cast
  const actor = await as(world, who)
  const { personId } = amara
  await world.inOrg(async (tx) => {
    const role = await roleOf(tx, personId, world.today)
    assert.ok(role)
    const assessmentId = got(await beginPass(tx, actor, { personId, roleId: role.roleId }, world.today))
    const example = { when: '', who: '', did: '', followed: '' }
    const plain = { level, noExample: true, example, evidenceIds: [], changed: '', note: '' }
    for (const { competencyId } of role.requirements)
      got(await rate(tx, actor, { personId, assessmentId, rating: { competencyId, ...plain } }))
    got(await handIn(tx, actor, { personId, assessmentId }, world.today))
  })
}

const viewOf = async (who: Character) => {
  const viewer = await as(cast.world, who)
  const view = await cast.world.inOrg((tx) => johariOf(tx, cast.amara.personId, cast.world.today, viewer))
  assert.ok(view)
  return view
}
const panes = async (who: Character) =>
  Object.fromEntries(
    Object.entries(Object.groupBy((await viewOf(who)).items, ({ pane }) => pane)).map(([pane, list]) => [
      pane,
      list?.length,
    ]),
  )
const completeness = async (who: Character) => {
  const viewer = await as(cast.world, who)
  return cast.world.inOrg((tx) => completenessOf(tx, cast.amara.personId, viewer, cast.world.today))
}

/** A round of colleagues about Amara in which some answer at one level. Answers with what it asked about. */
async function roundOf(
  who: readonly Character[],
  answering: readonly Character[],
  level: number,
): Promise<Id[]> {
  const { world, amara } = cast
  const roundId = await launched(cast, [anonymously('peers', colleagues(...who))])
  const viewer = await as(world, amara)
  const round = await world.inOrg((tx) => findRound(tx, amara.personId, roundId, viewer))
  assert.ok(round)
  const links = await tokens(world, roundId)
  for (const { person } of answering)
    got(await answer(world, links.get(person.name), allAt(level, round.competencyIds)))
  await afterwards(world)
  return round.competencyIds
}

const gapsFor = async (who: Character): Promise<Gap[]> => {
  const viewer = await as(cast.world, who)
  const found = await cast.world.inOrg((tx) => gapsOf(tx, cast.amara.personId, cast.world.today, viewer))
  return found?.gaps ?? []
}

test('with nobody’s view there, all is unknown, and the page says why and what would bring one', async () => {
  assert.deepEqual(Object.keys(await panes(cast.amara)), ['unknown'])
  const { text } = await cast.amara.session.get(paths.johari(cast.amara.personId))
  assert.match(text, /Amara Okafor\. A Johari window/, 'so that a printed one says whose it is')
  assert.match(text, /There is nothing to compare yet\. You have not handed in a self-assessment/)
  assert.match(text, /No round of 360 feedback has closed/)
})

test('a pass that is blind places nothing, for neither side nor an assessor, until both are in', async () => {
  await passOf(cast.amara, 4)
  for (const who of [cast.amara, cast.ben, chidi])
    assert.deepEqual(Object.keys(await panes(who)), ['unknown'], who.person.name)
  const own = await completeness(cast.amara)
  assert.deepEqual([own?.complete, own?.lacking], [true, []])
  const seen = await completeness(cast.ben)
  assert.deepEqual([seen?.withheld, seen?.complete], [true, false])
  const { text } = await cast.ben.session.get(paths.gaps(cast.amara.personId))
  assert.match(
    text,
    /The self-assessment against .* in since 17 November 2026\. What it says is shown once both/,
  )
  await passOf(cast.ben, 3)
  assert.deepEqual(Object.keys(await panes(cast.amara)), ['blind spot'])
  const window = await cast.amara.session.get(paths.johari(cast.amara.personId))
  assert.match(window.text, /You 4, 17 November 2026; Ben Hughes 3\. From Ben Hughes alone\./)
  assert.match(window.text, /a group of 360 feedback stands here only from its threshold on/)
  assert.deepEqual((await completeness(cast.ben))?.complete, true)
})

test('two answers of a group of four are held back in the row, in the table and in the window, with the rule', async () => {
  const asked = await roundOf(peers, peers.slice(0, 2), 4)
  const held = (await gapsFor(cast.amara)).filter((gap) => gap.held.length > 0)
  assert.deepEqual(held.map(({ competency }) => competency.competencyId).sort(), [...asked].sort())
  assert.ok(held.every(({ levels }) => levels.every(({ source }) => source !== 'feedback')))
  const { text } = await cast.amara.session.get(paths.gaps(cast.amara.personId))
  assert.match(text, /Held back 360 feedback from peers is held back: fewer than 3 people answered/)
  assert.deepEqual(Object.keys(await panes(cast.amara)), ['blind spot'], 'nothing leaks into the window')
})

test('four answers stand beside self and leader, each for itself, and open what was a blind spot', async () => {
  const asked = await roundOf(peers, [cast.ben, ...peers], 4)
  const [gap] = (await gapsFor(cast.amara)).filter(({ competency }) =>
    asked.includes(competency.competencyId),
  )
  assert.deepEqual(
    gap?.levels.map(({ source, level, by }) => [source, level, by]),
    [
      ['self', 4, 'Amara Okafor'],
      ['leader', 3, 'Ben Hughes'],
      ['feedback', 4, 'Ben Hughes'],
      ['feedback', 4, '4 peers'],
    ],
  )
  assert.deepEqual([gap?.held, gap?.blindSpot, gap?.selfOnly], [[], false, false])
  assert.equal((await panes(cast.amara)).open, asked.length)
  const { text, html } = await cast.amara.session.get(paths.gaps(cast.amara.personId))
  assert.match(
    text,
    /You rate yourself 4\. Ben Hughes sees 3, 360 feedback, Ben Hughes: 4 and 360 feedback, 4 peers: most answers from 3 to 5, together 4 or higher\./,
  )
  assert.match(text, / 4 3 4, Ben Hughes 4 or higher \(4 peers\)/)
  const window = await cast.amara.session.get(paths.johari(cast.amara.personId))
  assert.match(
    window.text,
    /You 4, 17 November 2026; Ben Hughes 4 in 360 feedback and 4 peers most answers from 3 to 5, together 4 or higher\. /,
  )
  assert.match(html, /360 feedback, 4 peers 4/)
})

test('an assessor sees nothing of a round that was not shared with them: not in the row, not in the window', async () => {
  const levels = (await gapsFor(chidi)).flatMap((gap) => gap.levels)
  assert.ok(levels.every(({ source }) => source !== 'feedback'))
  assert.ok((await gapsFor(chidi)).every(({ held }) => held.length === 0))
  const { text } = await chidi.session.get(paths.johari(cast.amara.personId))
  assert.doesNotMatch(text, /4 peers/)
})

test('a change after agreeing is a new round, and the agreed level of each stands in the trend as it was', async () => {
  const { world, amara, ben } = cast
  const agree = async (round: number, level: RatedLevel) => {
    const actor = await as(world, ben)
    await world.inOrg(async (tx) => {
      const role = await roleOf(tx, amara.personId, world.today)
      const levels = (role?.requirements ?? []).map(({ competencyId }) => ({ competencyId, level, note: '' }))
      const asked = { personId: amara.personId, round, levels, together: true, finish: true }
      got(await agreeLevels(tx, actor, asked, world.today))
    })
  }
  await agree(1, 3)
  world.setToday('2027-03-10')
  await passOf(amara, 4)
  await passOf(ben, 4)
  await agree(2, 4)
  const met = (await gapsFor(amara)).filter(({ state }) => state === 'met')
  const exact = met.filter(({ levels }) => levels.every(({ source }) => source !== 'feedback'))
  assert.ok(exact.length > 0 && exact.length < met.length)
  const gaps = await amara.session.get(paths.gaps(amara.personId))
  assert.equal(
    gaps.text.match(/Sources agree\./g)?.length,
    exact.length,
    'what four said together is no exact level',
  )
  const window = await amara.session.get(paths.johari(amara.personId))
  assert.match(window.text, /You 4, 10 March 2027; Ben Hughes 4 and 4 peers most answers/)
  assert.doesNotMatch(window.text, /in 360 feedback/, 'Ben stands once, by what he said last')
  const { text, html } = await amara.session.get(paths.assessments(amara.personId))
  assert.match(text, /Agreed 3 on \d+ \w+ 202\d, 4 on 10 March 2027: 1 level up since the time before\./)
  assert.match(html, /agreed levels: 3 on [^"]*, 4 on 10 Mar/)
})
