import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { contactsOf } from '../../../seeds/contacts.ts'
import { TELEPHONE } from '../../../seeds/larkfield.ts'
import { putContacts } from '../../../test/imported.ts'
import { type Character, openWorld, type World } from '../../../test/world.ts'
import { addDays } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import { compared, comparedWords, figureSince, freezeCompared, pooled } from './measures.ts'

/** The Monday on which Amara's first-contact resolution was made to rise, and Grace's handle time to fall. */
const CHANGE = '2025-07-07'

let world: World
let ben: Character
const team = new Map<string, Id>()

before(async () => {
  world = await openWorld({ today: '2025-10-06' })
  ben = await world.add({ name: 'Ben Hughes', standing: 'leader', team: 'Northgate' })
  for (const { name } of TELEPHONE.people) {
    const { personId } = await world.add({ name, team: 'Northgate', leader: 'Ben Hughes' })
    team.set(name, personId)
  }
  await putContacts(world, contactsOf(TELEPHONE), Object.fromEntries(team))
})

const idOf = (name: string): Id => {
  const id = team.get(name)
  assert.ok(id)
  return id
}
const around = (name: string, measure: string, since = CHANGE) =>
  world.inOrg((tx) => compared(tx, idOf(name), measure, { since }, world.today))
const together = (names: readonly string[], viewerId: Id, measure = 'fcr') =>
  world.inOrg((tx) => pooled(tx, names.map(idOf), measure, { since: CHANGE }, world.today, viewerId))

test('Amara resolves more at the first contact since the change, and Priya’s weeks cannot tell', async () => {
  const amara = await around('Amara Okafor', 'fcr')
  assert.equal(amara?.says, 'higher')
  assert.ok(amara.difference && amara.difference.low > 0 && amara.difference.high < 0.4)
  assert.ok(amara.before.n > 100 && amara.after.n > 100)
  assert.match(comparedWords(amara).join(' '), /points higher, 95% interval from .* leaves out 0/)
  const priya = await around('Priya Nair', 'fcr')
  assert.equal(priya?.says, 'cannot tell')
  assert.match(comparedWords(priya).join(' '), /Cannot tell: the interval of the difference holds 0/)
})

test('a shorter handle time is lower, and that is for the better', async () => {
  const grace = await around('Grace Lim', 'handle_time')
  assert.equal(grace?.says, 'lower')
  assert.match(comparedWords(grace).join(' '), /That is for the better/)
  assert.ok(grace.after.level && grace.after.level.value < (grace.before.level?.value ?? 0))
})

test('contacts whose seven days are not over are left out of what is compared', async () => {
  const amara = await around('Amara Okafor', 'fcr')
  assert.equal(amara?.after.to, '2025-09-26')
  assert.equal((await around('Amara Okafor', 'csat'))?.after.to, '2025-10-04')
})

test('what is asked for of a measure that nobody keeps is nothing', async () => {
  assert.equal(await around('Amara Okafor', 'happiness'), null)
})

test('a kept comparison says from which rows it was counted, and when', async () => {
  const kept = await world.inOrg((tx) =>
    freezeCompared(tx, idOf('Amara Okafor'), 'fcr', { since: CHANGE }, world.today),
  )
  assert.equal(kept?.countedOn, '2025-10-06')
  assert.equal(kept.version, 'fcr.v1')
  assert.deepEqual(
    kept.sources.map(({ file }) => file),
    ['telephone.csv'],
  )
  assert.match(kept.rowsHash, /^[0-9a-f]{64}$/)
  const other = await world.inOrg((tx) =>
    freezeCompared(tx, idOf('Priya Nair'), 'fcr', { since: CHANGE }, world.today),
  )
  assert.notEqual(other?.rowsHash, kept.rowsHash)
})

test('people are pooled from three on; of two nobody sees the figure, and of one that one alone', async () => {
  const three = await together(['Amara Okafor', 'Priya Nair', 'Sofia Rossi'], ben.personId)
  assert.equal(three?.compared?.people, 3)
  const [amara, priya, sofia] = await Promise.all(
    ['Amara Okafor', 'Priya Nair', 'Sofia Rossi'].map((name) => around(name, 'fcr')),
  )
  assert.equal(
    three?.compared?.before.n,
    (amara?.before.n ?? 0) + (priya?.before.n ?? 0) + (sofia?.before.n ?? 0),
  )
  const two = await together(['Amara Okafor', 'Priya Nair'], ben.personId)
  assert.deepEqual(two, { compared: null, withheld: 'fewer than 3 people' })
  assert.equal((await together(['Amara Okafor'], ben.personId))?.withheld, 'fewer than 3 people')
  assert.equal((await together(['Amara Okafor'], idOf('Amara Okafor')))?.compared?.people, 1)
})

test('somebody with fewer than 5 on a side does not make up the number', async () => {
  const late = await world.inOrg((tx) =>
    pooled(tx, [...team.values()], 'fcr', { since: addDays('2025-10-05', -1) }, world.today, ben.personId),
  )
  assert.equal(late?.withheld, 'fewer than 3 people')
})

test('since a day, Amara’s figure is judged by the weeks before it', async () => {
  const since = (name: string, day: string) =>
    world.inOrg((tx) => figureSince(tx, idOf(name), 'fcr', day, world.today))
  const amara = await since('Amara Okafor', CHANGE)
  assert.equal(amara?.verdict, 'improvement signal')
  assert.equal(amara.from, CHANGE)
  assert.equal((await since('Priya Nair', CHANGE))?.verdict, 'no signal')
  assert.equal((await since('Amara Okafor', '2025-02-03'))?.verdict, 'too few points')
  assert.equal((await since('Amara Okafor', '2025-09-24'))?.verdict, 'too few points')
})
