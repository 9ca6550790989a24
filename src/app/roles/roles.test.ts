import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openWorld, type World } from '../../../test/world.ts'
import { listCompetencies } from '../frameworks/frameworks.ts'
import { listHistory } from '../history/history.ts'
import { findRole, installRoles, listRoles, listVersions, roleOf, tracksOf } from './roles.ts'
import { addMoves, listAllMoves } from './store/moves.ts'

const codesOf = async (world: World) =>
  new Map((await world.inOrg(listCompetencies)).map((each) => [each.competencyId, each]))

const role = async (world: World, title: string) => {
  const found = (await world.inOrg(listRoles)).find((each) => each.title === title)
  assert.ok(found, title)
  return found
}

const world = await openWorld()
const amara = await world.add({ name: 'Amara Okafor' })
const dana = await world.add({ name: 'Dana Price', standing: 'administrator' })

test('a new organisation has fifteen roles on five tracks, the line first, whose requirements are competencies of its framework', async () => {
  const roles = await world.inOrg(listRoles)
  assert.equal(roles.length, 15)
  assert.deepEqual(tracksOf(roles), [
    'Line',
    'Resolution',
    'Quality and learning',
    'Planning and insight',
    'Customer relationships',
  ])
  const competencies = await codesOf(world)
  for (const { requirements } of roles)
    assert.ok(requirements.every((each) => competencies.has(each.competencyId)))
  await world.inOrg(installRoles)
  assert.deepEqual(await world.inOrg(listRoles), roles)
})

test('every profile asks for soft skills and for all three legal duties', async () => {
  const competencies = await codesOf(world)
  for (const { title, requirements } of await world.inOrg(listRoles)) {
    const needed = requirements
      .filter((each) => each.essential)
      .map((each) => competencies.get(each.competencyId))
    assert.ok(
      needed.some((each) => each?.soft),
      title,
    )
    assert.equal(needed.filter((each) => each?.legal).length, 3, title)
  }
})

test('no band is declared at the start: a measure is not a level', async () => {
  const roles = await world.inOrg(listRoles)
  assert.ok(roles.every((each) => each.requirements.every((one) => one.bands === null)))
})

test('a person’s role is the one their position names, else what their job title names, else the adviser’s', async () => {
  const titleOf = (personId: string) =>
    world.inOrg(async (tx) => (await roleOf(tx, personId, world.today))?.title)
  const kofi = await world.add({ name: 'Kofi Mensah', job: 'Senior complaints handler' })
  const placed = await world.add({ name: 'Ellie Marsh', job: 'Retail placement' })
  assert.equal(await titleOf(kofi.personId), 'Complaints handler')
  assert.equal(await titleOf(placed.personId), 'Customer service adviser')
  assert.equal(await titleOf(amara.personId), 'Customer service adviser')
})

test('Amara reads what the next role asks, at which level, and where that comes from', async () => {
  const { roleId } = await role(world, 'Team leader')
  const list = await amara.session.get('/roles')
  assert.match(list.text, /Customer service adviser , your role 2: answers for their own contacts/)
  const { status, text, html } = await amara.session.get(`/roles/${roleId}`)
  assert.equal(status, 200)
  assert.match(text, /Coaching others 4, in hard cases I hold one-to-ones .* essential 5/)
  assert.match(
    html,
    /href="http:\/\/data\.europa\.eu\/esco\/occupation\/6aa78e46-ce22-421f-8a75-e915ac63c9d0"/,
  )
  assert.doesNotMatch(text, /Declare these figures/)
})

test('Amara may not declare what figure makes a level', async () => {
  const { roleId, version } = await role(world, 'Customer service adviser')
  const { status } = await amara.session.post(`/roles/${roleId}/bands`, { version })
  assert.equal(status, 403)
})

test('a role that is not there is not found', async () => {
  assert.equal((await amara.session.get('/roles/00000000-0000-4000-8000-000000000000')).status, 404)
  const { roleId } = await role(world, 'Team leader')
  assert.equal((await amara.session.get(`/roles/${roleId}?version=1999-1`)).status, 404)
})

test('Dana declares figures: the profile gets a new version, the old one stays readable, history knows', async () => {
  const before = await role(world, 'Senior adviser')
  const settling = [...(await codesOf(world)).values()].find((each) => each.code === 'CS-06')
  assert.ok(settling)
  const path = `/roles/${before.roleId}`
  const fields = {
    version: before.version,
    competency: settling.competencyId,
    measure: 'fcr',
    'level-3': '70',
    'level-4': '78.5',
  }
  const { text } = await dana.session.post(`${path}/bands`, fields)
  assert.match(text, /Declared\. The profile is now version 2026-2/)
  assert.match(text, /Resolved first time: level 3 from 70%, level 4 from 78\.5%/)
  const now = await role(world, 'Senior adviser')
  assert.deepEqual(now.requirements.find((each) => each.competencyId === settling.competencyId)?.bands, [
    { measure: 'fcr', level: 3, from: 0.7 },
    { measure: 'fcr', level: 4, from: 0.785 },
  ])
  const old = await world.inOrg((tx) => findRole(tx, before.roleId, '2026-1'))
  assert.deepEqual(old, before)
  const versions = await world.inOrg((tx) => listVersions(tx, before.roleId))
  assert.deepEqual(
    versions.map((each) => [each.version, each.inForce]),
    [
      ['2026-2', true],
      ['2026-1', false],
    ],
  )
  assert.match(
    (await amara.session.get(`${path}?version=2026-1`)).text,
    /Version 2026-1 is no longer in force/,
  )
  const [entry] = await world.inOrg((tx) => listHistory(tx, { recordId: before.roleId }))
  assert.equal(entry?.kind, 'roles.bands-declared')
  assert.equal(entry?.actorId, dana.personId)
})

test('a form that somebody else overtook is refused with the version that is in force now', async () => {
  const { roleId, requirements } = await role(world, 'Team leader')
  const competency = requirements[0]?.competencyId ?? ''
  const fields = { version: '2026-1', competency, measure: 'csat', 'level-3': '80' }
  await dana.session.post(`/roles/${roleId}/bands`, fields)
  const second = await dana.session.post(`/roles/${roleId}/bands`, { ...fields, 'level-3': '85' })
  assert.equal(second.status, 409)
  assert.match(second.text, /Dana Price changed this role on 17 November 2026: it is now version 2026-2/)
  assert.match(second.html, /value="85"/)
})

test('figures that can’t be are refused, each at its field, and what Dana typed is kept', async () => {
  const { roleId, version } = await role(world, 'Quality analyst')
  const fields = {
    version,
    competency: '',
    measure: 'csat',
    'level-3': '80',
    'level-4': '70',
    'level-5': 'best',
  }
  const { status, text, html } = await dana.session.post(`/roles/${roleId}/bands`, fields)
  assert.equal(status, 422)
  assert.match(text, /Choose a competency\./)
  assert.match(text, /Level 4 asks no more than level 3\. Give a higher figure\./)
  assert.match(text, /Give level 5 as a number/)
  assert.match(html, /value="best"/)
  assert.equal((await role(world, 'Quality analyst')).version, version)
})

test('a move put in the place of another is read at once, although there are as many as before', async () => {
  const { house, orgId } = world
  const moves = () => house.db.inOrg(orgId, listAllMoves, { readOnly: true })
  const before = await moves()
  const [gone] = before
  assert.ok(gone)
  assert.ok(!before.some(({ from, to }) => from === gone.to && to === gone.from))
  await world.inOrg(async (tx) => {
    const old = tx.db.deleteFrom('role_move').where('from_id', '=', gone.from).where('to_id', '=', gone.to)
    await old.execute()
    await addMoves(tx, [{ from: gone.to, to: gone.from }])
  })
  const after = await moves()
  assert.equal(after.length, before.length)
  assert.ok(after.some(({ from, to }) => from === gone.to && to === gone.from))
})
