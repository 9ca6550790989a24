import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { as, developFully } from '../../../test/developed.ts'
import { type Character, openWorld, type World } from '../../../test/world.ts'
import { listRoles } from '../roles/roles.ts'
import { masteryOf } from './mastery.ts'

let world: World
let amara: Character
let ben: Character

const at = (tail: string) => `/people/${amara.personId}/career/${tail}`
const called = async (title: string) =>
  (await world.inOrg((tx) => listRoles(tx))).find((role) => role.title === title)?.roleId ?? ''

before(async () => {
  world = await openWorld({ today: '2025-07-01' })
  ben = await world.add({ name: 'Ben Hughes', standing: 'leader', team: 'Northgate' })
  amara = await world.add({ name: 'Amara Okafor', team: 'Northgate', leader: 'Ben Hughes' })
  await developFully(world, amara, ben)
})

test('the sheet for an interview holds the example that Amara wrote, in four parts, with the evidence beside it', async () => {
  const role = await called('Senior adviser')
  for (const reader of [amara, ben]) {
    const { status, text, html } = await reader.session.get(`${at('interview')}?role=${role}`)
    assert.equal(status, 200)
    assert.match(text, /Examples for Senior adviser/)
    assert.match(text, /Situation .+ Task .+ Action .+ Result/)
    assert.match(text, /No example yet/)
    assert.match(html, new RegExp(`/people/${amara.personId}/evidence/[0-9a-f-]{36}">E-\\d+`))
  }
})

test('how long levels have been held is counted between the rounds that agreed them, and no post is promised', async () => {
  const role = await called('Senior adviser')
  await amara.session.post(at('target'), { role, why: 'The hard cases.' })
  const { text } = await amara.session.get(at('target'))
  assert.match(text, /What is looked for in a senior adviser, beyond levels/)
  assert.match(text, /A closed gap is not a promise of a post/)
  const viewer = await as(world, ben)
  const seen = await world.inOrg((tx) => masteryOf(tx, amara.personId, role, viewer, world.today))
  const kept = (seen?.held ?? []).filter(({ held }) => held !== null)
  assert.ok(kept.length > 0)
  assert.ok(kept.every(({ agreed, required }) => (agreed ?? 0) >= required))
  const later = await world.inOrg((tx) => masteryOf(tx, amara.personId, role, viewer, '2027-07-01'))
  for (const one of kept) {
    assert.equal(one.months, 0, 'agreed once')
    const then = later?.held.find(({ competencyId }) => competencyId === one.competencyId)
    assert.equal(then?.months, 0, 'no round came after, so nobody knows')
  }
})

test('a role that asks for nothing beyond levels has no such part', async () => {
  const viewer = await as(world, ben)
  const roles = await world.inOrg((tx) => listRoles(tx))
  const free = roles.find(({ mastery }) => mastery === null)
  assert.ok(free)
  assert.equal(
    await world.inOrg((tx) => masteryOf(tx, amara.personId, free.roleId, viewer, world.today)),
    null,
  )
})
