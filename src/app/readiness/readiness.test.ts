import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { as, developFully, got } from '../../../test/developed.ts'
import { type Character, openWorld, type World } from '../../../test/world.ts'
import { addDays } from '../../kernel/day.ts'
import { paths } from '../paths.ts'
import { changePerson } from '../people/people.ts'
import { endPriority, planOf } from '../plans/plans.ts'
import { saveReflection } from '../reflections/reflections.ts'
import { setCadence, setUsualCadence } from '../reviews/reviews.ts'
import { readinessOf } from './readiness.ts'

let world: World
let amara: Character
let ben: Character
let chidi: Character
let dana: Character

before(async () => {
  world = await openWorld({ today: '2025-07-01' })
  ben = await world.add({ name: 'Ben Hughes', standing: 'leader', team: 'Northgate' })
  amara = await world.add({ name: 'Amara Okafor', team: 'Northgate', leader: 'Ben Hughes' })
  chidi = await world.add({ name: 'Chidi Eze', standing: 'assessor' })
  dana = await world.add({ name: 'Dana Cole', standing: 'administrator' })
  await developFully(world, amara, ben)
})

const rowOf = async (viewer: Character, check: number) => {
  const actor = await as(world, viewer)
  const rows = await world.inOrg((tx) => readinessOf(tx, amara.personId, actor, world.today))
  const row = rows[check - 1]
  assert.ok(row)
  return row
}

test('what each check asks for is said to Amara, to Ben and to Chidi who assesses her, behind the check itself', async () => {
  const admin = await as(world, dana)
  const { person } = amara
  await world.inOrg(async (tx) => {
    const place = { team: 'Northgate', leaderId: ben.personId, job: person.job, email: person.email }
    const standings = [...person.standings]
    const asked = { personId: amara.personId, name: person.name, ...place, standings, today: world.today }
    got(await changePerson(tx, admin, { ...asked, assessorIds: [chidi.personId] }))
  })
  for (const reader of [amara, ben, chidi]) {
    const { status, text } = await reader.session.get(paths.account(amara.personId))
    assert.equal(status, 200, reader.person.name)
    assert.equal(text.match(/What this asks of check \d+/g)?.length, 13)
    assert.match(text, /Two observations are one kind; an observation and a compliment are two/)
    assert.match(text, /Regular means the cadence in force: 12 weeks \(the usual one\)/)
    assert.doesNotMatch(text, /\d+ of 13/)
  }
})

test('“regular” follows the cadence in force: Dana’s for everybody, and Ben’s for Amara before it', async () => {
  const [admin, leader] = [await as(world, dana), await as(world, ben)]
  assert.equal((await rowOf(ben, 8)).state, 'there')
  await world.inOrg(async (tx) => got(await setUsualCadence(tx, admin, 6)))
  const strict = await rowOf(amara, 8)
  assert.match(strict.means, /6 weeks \(set by the organisation\)/)
  assert.match(strict.missing ?? '', /went by without a review, and the cadence is 6 weeks/)
  await world.inOrg(async (tx) => got(await setCadence(tx, leader, { personId: amara.personId, weeks: 16 })))
  const own = await rowOf(amara, 8)
  assert.match(own.means, /16 weeks \(set for this person\)/)
  assert.equal(own.state, 'there')
})

test('a quick note with just enough in each stage does not make the account of check 9', async () => {
  const sofia = await world.add({ name: 'Sofia Rossi', team: 'Northgate', leader: 'Ben Hughes' })
  const own = await as(world, sofia)
  const note = {
    what: 'A caller asked for a refund after forty days and I said no to her.',
    'so-what': 'She was cross because I guessed the rule, and Ben gave her another answer later.',
    'now-what': 'On Monday I will ask Ben for the rule.',
  }
  const save = (stages: Record<string, string>) =>
    world.inOrg(async (tx) =>
      got(
        await saveReflection(tx, own, {
          personId: sofia.personId,
          model: 'driscoll',
          about: { kind: 'none', id: null, words: 'a refund' },
          stages,
          impact: 'Since then no refund was refused and granted after all.',
          sharing: 'assessor',
          saidOn: world.today,
        }),
      ),
    )
  const ninth = async () => (await world.inOrg((tx) => readinessOf(tx, sofia.personId, own, world.today)))[8]
  await save(note)
  assert.match((await ninth())?.missing ?? '', /words are a note, not yet an account/)
  await save({
    ...note,
    what: `${note.what} Two days later Ben found it in the log, rang her and paid it back on the same day.`,
    'so-what': `${note['so-what']} I guessed since the rule book was closed and I wanted the queue to shrink.`,
  })
  assert.equal((await ninth())?.state, 'there')
})

test('what is missing is named as a thing, and a link asks the person to begin and others only to read', async () => {
  const kofi = await world.add({ name: 'Kofi Mensah', team: 'Northgate', leader: 'Ben Hughes' })
  const rows = async (viewer: Character) => {
    const actor = await as(world, viewer)
    return world.inOrg((tx) => readinessOf(tx, kofi.personId, actor, world.today))
  }
  const textOf = async (viewer: Character) =>
    (await rows(viewer)).flatMap(({ links }) => links.map(({ text }) => text))
  assert.ok((await textOf(kofi)).includes('Begin an account'))
  const asBen = await textOf(ben)
  assert.doesNotMatch(asBen.join(', '), /Begin|Finish|Write|Make|Ask|Add/)
  for (const { links } of await rows(ben))
    for (const { href } of links) assert.equal((await ben.session.get(href)).status, 200, href)
  const [eighth, twelfth] = [(await rows(kofi))[7], (await rows(kofi))[11]]
  assert.equal(eighth?.missing, 'A first review, held and signed')
  assert.equal(twelfth?.missing, 'Ratings, each with an example of one occasion')
})

test('a priority that has ended is served by nobody', async () => {
  const admin = await as(world, dana)
  assert.equal((await rowOf(ben, 13)).state, 'there')
  await world.inOrg(async (tx) => {
    const { priorities } = await planOf(tx, amara.personId, admin, world.today)
    for (const { priorityId } of priorities)
      got(await endPriority(tx, admin, priorityId, addDays(world.today, -1)))
  })
  assert.match((await rowOf(ben, 13)).missing ?? '', /O-1 names a priority that is no longer in force/)
})
