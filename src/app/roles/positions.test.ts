import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openWorld } from '../../../test/world.ts'
import { paths } from '../paths.ts'
import { findPerson, listPositions } from '../people/people.ts'
import { listRoles, roleOf } from './roles.ts'

const world = await openWorld()
const dana = await world.add({ name: 'Dana Price', standing: 'administrator' })
const ben = await world.add({ name: 'Ben Hughes', standing: 'leader', team: 'Northgate' })
const amara = await world.add({ name: 'Amara Okafor', team: 'Northgate', leader: 'Ben Hughes' })
const chidi = await world.add({ name: 'Chidi Eze', standing: 'assessor' })
const priya = await world.add({ name: 'Priya Nair' })

const roleId = async (title: string) =>
  (await world.inOrg(listRoles)).find((each) => each.title === title)?.roleId ?? ''
const on = (day: string) => {
  const [year = '', month = '', date = ''] = day.split('-')
  return { 'from-day': date, 'from-month': month, 'from-year': year }
}
const at = paths.positions(amara.personId)
const stands = { team: 'Northgate', leader: ben.personId }

test('Dana places Amara in another role from a day on, and the position before ends the day before', async () => {
  world.setToday('2026-12-01')
  const saved = await dana.session.post(at, {
    ...stands,
    role: await roleId('Senior adviser'),
    ...on('2026-11-30'),
  })
  assert.match(saved.text, /Amara Okafor is Senior adviser from that day on/)
  assert.match(
    saved.text,
    /Senior adviser Northgate Ben Hughes 30 November 2026 now Customer service adviser Northgate Ben Hughes 5 January 2026 29 November 2026/,
  )
  const role = await world.inOrg((tx) => roleOf(tx, amara.personId, '2026-12-01'))
  assert.equal(role?.title, 'Senior adviser')
  const earlier = await world.inOrg((tx) => roleOf(tx, amara.personId, '2026-11-20'))
  assert.equal(earlier?.title, 'Customer service adviser')
  assert.equal((await world.inOrg((tx) => findPerson(tx, amara.personId)))?.job, 'Senior adviser')
})

test('a role that was chosen stays where only the team changes; a sector is said beside it', async () => {
  const changed = await dana.session.post(paths.personChange(amara.personId), {
    name: 'Amara Okafor',
    standings: 'adviser',
    job: 'Senior adviser',
    team: 'Quayside',
    leader: ben.personId,
    assessors: chidi.personId,
    sector: 'contact centre',
  })
  assert.equal(changed.status, 200, changed.text)
  const [last] = (await world.inOrg((tx) => listPositions(tx, amara.personId))).toReversed()
  assert.deepEqual([last?.team, last?.roleId], ['Quayside', await roleId('Senior adviser')])
  assert.equal((await world.inOrg((tx) => findPerson(tx, amara.personId)))?.sector, 'contact centre')
  assert.match(
    (await dana.session.get(paths.personChange(amara.personId))).html,
    /name="sector"[^>]*value="contact centre"/,
  )
})

test('a day to come, or before the position began, is refused; so is leading oneself or a role that is not there', async () => {
  const role = await roleId('Team leader')
  const refused = async (fields: Record<string, string>) => {
    const page = await dana.session.post(at, { ...stands, role, ...on('2026-12-01'), ...fields })
    assert.equal(page.status, 422)
    return page.text
  }
  assert.match(await refused(on('2026-12-02')), /Choose today or a day before it/)
  assert.match(await refused(on('2026-11-16')), /began on 1 December 2026\. Choose that day or a later one/)
  assert.match(await refused(on('2026-11-31')), /Give the day from which it holds/)
  assert.match(await refused({ leader: 'whoever' }), /Choose somebody of this organisation, or nobody/)
  assert.match(
    await refused({ leader: amara.personId, role: '' }),
    /Choose a role of the list\. .*Nobody leads themself/,
  )
})

test('Ben and Chidi come to Amara’s positions from her page, and to her page from there', async () => {
  for (const who of [ben, chidi]) {
    const hers = await who.session.get(paths.person(amara.personId))
    assert.ok(hers.html.includes(`href="${at}"`), hers.text)
    const page = await who.session.get(at)
    assert.match(page.html, new RegExp(`href="${paths.person(amara.personId)}"[^>]*>Amara Okafor`))
  }
})

test('Amara’s sector is said on her positions, its roles come first, and it stands in the form for an advert', async () => {
  assert.match((await amara.session.get(at)).text, /Positions you have held Sector: contact centre/)
  assert.doesNotMatch((await amara.session.get(paths.roles)).text, /In your sector/)
  const role = (await world.inOrg(listRoles)).find(({ title }) => title === 'Quality analyst')
  await dana.session.post(paths.roleProfile(role?.roleId ?? ''), {
    version: role?.version ?? '',
    sector: 'Contact centre',
    because: 'It is of no other trade.',
  })
  assert.match(
    (await amara.session.get(paths.roles)).text,
    /In your sector, contact centre 1 role Quality analyst .* Line track/,
  )
  assert.doesNotMatch((await priya.session.get(paths.roles)).text, /In your sector/)
  assert.match(
    (await amara.session.get(paths.careerAdverts(amara.personId))).html,
    /name="sector"[^>]*value="contact centre"/,
  )
})

test('Amara and Ben read her positions and change none; another adviser does not read them', async () => {
  for (const who of [amara, ben]) {
    const page = await who.session.get(at)
    assert.match(page.text, /Senior adviser/)
    assert.doesNotMatch(page.text, /Another position, from a day on/)
    assert.equal((await who.session.post(at, {})).status, 403)
  }
  assert.equal((await priya.session.get(at)).status, 403)
})
