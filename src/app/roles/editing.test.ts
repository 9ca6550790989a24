import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openWorld } from '../../../test/world.ts'
import { listCompetencies } from '../frameworks/frameworks.ts'
import { listHistory } from '../history/history.ts'
import { paths } from '../paths.ts'
import { findRole, listMoves, listRoles, roleOf, setRetired } from './roles.ts'

const world = await openWorld()
const dana = await world.add({ name: 'Dana Price', standing: 'administrator' })
const ben = await world.add({ name: 'Ben Hughes', standing: 'leader', team: 'Northgate' })
const amara = await world.add({ name: 'Amara Okafor', team: 'Northgate', leader: 'Ben Hughes' })

const called = async (title: string) => {
  const found = (await world.inOrg(listRoles)).find((each) => each.title === title)
  assert.ok(found, title)
  return found
}
const competency = async (code: string) => {
  const found = (await world.inOrg(listCompetencies)).find((one) => one.code === code)
  assert.ok(found, code)
  return found
}

test('Dana adds a role, says where people come to it from, and Amara reads all of it', async () => {
  const [complaints, knowledge] = [await competency('CS-07'), await competency('CS-04')]
  const fields = {
    title: 'Knowledge manager',
    track: 'Quality and learning',
    responsibility: '4',
    sector: 'contact centre',
    jobs: 'knowledge lead\narticle editor',
    entry: 'Articles that others find, use and correct.',
    [`level-${knowledge.competencyId}`]: '5',
    [`level-${complaints.competencyId}`]: '3',
    [`needed-${complaints.competencyId}`]: 'helpful',
    months: '6',
    actingMonths: '3',
    'source-0': 'ESCO 1.2.0, 2424.2 corporate trainer',
    'address-0': 'http://data.europa.eu/esco/occupation/0ba06640-e0ac-4911-9e43-289a8e41651e',
  }
  const moves = await dana.session.post(paths.roleNew, fields)
  assert.match(moves.text, /Knowledge manager is added\. Say where people come to it from/)
  const role = await called('Knowledge manager')
  assert.equal(role.version, '2026-1')
  const [analyst, manager] = [await called('Quality analyst'), await called('Quality manager')]
  const saved = await dana.session.post(paths.roleMoves(role.roleId), {
    from: analyst.roleId,
    to: manager.roleId,
    'seen-from': '',
    'seen-to': '',
  })
  assert.match(saved.text, /The moves are saved/)
  const { text } = await amara.session.get(paths.role(role.roleId))
  assert.match(
    text,
    /Quality and learning track, profile 2026-1, contact centre\. Responsibility 4 of 6: answers for a team/,
  )
  assert.match(
    text,
    /Before promotion, beside the levels: levels held for 6 months, 3 months of doing part of this work already\. A closed gap is not a promise of a post/,
  )
  assert.match(text, /People come here from Quality analyst .* People go on to Quality manager/)
  assert.match(text, /This service uses the ESCO classification of the European Commission, version 1\.2\.0/)
  const change = await dana.session.get(paths.roleProfile(role.roleId))
  assert.match(change.text, /This service uses the ESCO classification of the European Commission/)
  assert.doesNotMatch(text, /Change the moves|Retire/)
  const kofi = await world.add({ name: 'Kofi Mensah', job: 'Article editor' })
  const his = await world.inOrg((tx) => roleOf(tx, kofi.personId, world.today))
  assert.equal(his?.title, 'Knowledge manager')
})

test('a role without a title, a track or anything essential is refused, and what was typed is kept', async () => {
  const refused = await dana.session.post(paths.roleNew, { entry: 'Kept words', responsibility: '4' })
  assert.equal(refused.status, 422)
  for (const words of [
    /Give the role a title/,
    /Name the track/,
    /at least one competency that is essential/,
  ])
    assert.match(refused.text, words)
  assert.match(refused.html, /Kept words/)
  const { competencyId } = await competency('CS-04')
  const twin = {
    title: 'team leader',
    track: 'Line',
    responsibility: '4',
    [`level-${competencyId}`]: '5',
  }
  assert.match((await dana.session.post(paths.roleNew, twin)).text, /Another role has this title/)
})

test('Dana changes everything of a profile but its levels: what differs is said in words, the old version stays', async () => {
  const before = await called('Workforce planner')
  const page = await dana.session.post(paths.roleProfile(before.roleId), {
    version: before.version,
    title: 'Resource planner',
    track: 'Planning',
    responsibility: '4',
    sector: 'retail',
    jobs: 'workforce planner',
    entry: 'Spreadsheets.',
    months: '',
    sources: '',
    actingMonths: '',
    'source-0': '',
    'address-0': '',
    because: 'Planning serves the shops too.',
  })
  assert.match(
    page.text,
    /Version 2026-2 is in force\. Title: Workforce planner became Resource planner\. Track: Planning and insight became Planning\. Responsibility: 3, handles the hard cases became 4, leads a team or a practice\. Sector: none became retail\. Other names of the job: with workforce planner, without .*\. What employers expect at the start: said in other words\. Sources: without .*\. Before promotion: levels held for 6 months, .* became nothing beyond levels\./,
  )
  const after = await called('Resource planner')
  assert.deepEqual(after.requirements, before.requirements)
  assert.deepEqual([after.mastery, after.sector, after.responsibility], [null, 'retail', 4])
  assert.deepEqual(await world.inOrg((tx) => findRole(tx, before.roleId, before.version)), before)
})

test('what a level looks like in a role stands in place of the framework’s words, for whoever has it', async () => {
  const role = await called('Customer service adviser')
  const { competencyId, levels } = await competency('CS-07')
  const at = paths.roleLevels(role.roleId, competencyId)
  const words = 'Settles a disputed bill in the first call, and books the credit.'
  const form = { version: role.version, 'words-4': words, 'words-3': levels[2]?.anchor ?? '' }
  assert.match(
    (await dana.session.post(at, { ...form, because: '' })).text,
    /Say in a sentence why the role asks something else now/,
  )
  const saved = await dana.session.post(at, { ...form, because: 'Bills are what we are asked about.' })
  assert.match(saved.text, /Handling complaints: level 4 described in other words/)
  const now = await called('Customer service adviser')
  const asked = now.requirements.find((each) => each.competencyId === competencyId)
  assert.deepEqual(asked?.levelWords, { 4: words })
  const begun = await amara.session.post(paths.assessments(amara.personId), { role: role.roleId })
  assert.equal(begun.status, 200, begun.text)
  const pass = /action="([^"]*)"[^>]*data-keep="pass-/.exec(begun.html)?.[1] ?? ''
  const rating = await amara.session.get(`${pass}?competency=${competencyId}`)
  assert.ok(rating.text.includes(words) || begun.text.includes(words), rating.text.slice(0, 400))
  assert.equal((await amara.session.get(at)).status, 403)
  const late = await dana.session.post(at, { ...form, 'words-4': 'Otherwise.', because: 'Late.' })
  assert.equal(late.status, 409)
  assert.match(late.text, /Dana Price changed this role .* version 2026-2/)
  assert.match(late.html, /Otherwise\./)
})

test('a retired role takes nobody new, keeps who has it, stands on no map, and can be brought back', async () => {
  const role = await called('Complaints lead')
  const sofia = await world.add({ name: 'Sofia Rossi', job: 'Complaints lead' })
  const onMap = async () =>
    (await world.inOrg(listMoves)).filter(({ from, to }) => from === role.roleId || to === role.roleId).length
  assert.equal(await onMap(), 2)
  assert.match((await dana.session.get(paths.role(role.roleId))).text, /1 person has it and keeps it/)
  await dana.session.post(paths.roleRetirement(role.roleId))
  assert.ok(!(await world.inOrg(listRoles)).some(({ roleId }) => roleId === role.roleId))
  assert.equal(await onMap(), 0)
  const hers = await world.inOrg((tx) => roleOf(tx, sofia.personId, world.today))
  assert.equal(hers?.roleId, role.roleId)
  assert.match((await amara.session.get(paths.role(role.roleId))).text, /This role is retired/)
  const placed = await dana.session.post(paths.positions(amara.personId), {
    role: role.roleId,
    leader: ben.personId,
    'from-day': '17',
    'from-month': '11',
    'from-year': '2026',
  })
  assert.match(placed.text, /Complaints lead is retired\. Choose another role/)
  await dana.session.post(paths.roleReturn(role.roleId))
  assert.equal(await onMap(), 2)
  const kinds = (await world.inOrg((tx) => listHistory(tx, { recordId: role.roleId }))).map(
    ({ kind }) => kind,
  )
  assert.deepEqual(kinds, ['roles.restored', 'roles.retired'])
})

test('Amara reads the roles as they are now, whoever is retired and brought back meanwhile', async () => {
  const [lead, analyst] = [await called('Complaints lead'), await called('Quality analyst')]
  const reads = async () => {
    const { text } = await amara.session.get(paths.roles)
    return [/Complaints lead/.test(text), /Quality analyst/.test(text)]
  }
  assert.deepEqual(await reads(), [true, true])
  await dana.session.post(paths.roleRetirement(lead.roleId))
  assert.deepEqual(await reads(), [false, true])
  world.setToday('2026-11-18')
  const { today } = world
  await world.inOrg(async (tx) => {
    await setRetired(tx, dana.actor, { roleId: lead.roleId, retired: false, today })
    await setRetired(tx, dana.actor, { roleId: analyst.roleId, retired: true, today })
  })
  assert.deepEqual(await reads(), [true, false], 'as many are retired as before')
  await dana.session.post(paths.roleReturn(analyst.roleId))
  assert.deepEqual(await reads(), [true, true])
})

test('an organisation of before gets the starter roles it lacks with one press, and keeps its own as they are', async () => {
  const gone = await called('Insight analyst')
  const kept = await world.inOrg(listRoles)
  await world.house.db.installation
    .deleteFrom('role')
    .where('org_id', '=', world.orgId)
    .where('role_id', '=', gone.roleId)
    .execute()
  assert.match(
    (await dana.session.get(paths.roles)).text,
    /Starter roles you do not have 1 role Insight analyst/,
  )
  assert.doesNotMatch((await amara.session.get(paths.roles)).text, /Starter roles you do not have/)
  assert.match((await dana.session.post(paths.roleStarters)).text, /Added: Insight analyst\./)
  assert.deepEqual(new Set(await world.inOrg(listRoles)), new Set(kept))
  const moves = await world.inOrg(listMoves)
  assert.equal(moves.filter(({ from, to }) => from === gone.roleId || to === gone.roleId).length, 3)
})

test('among many roles one is found by a word of its title, track, sector or other names', async () => {
  const { competencyId } = await competency('CS-04')
  assert.doesNotMatch((await amara.session.get(paths.roles)).text, /Find a role/)
  for (let at = 1; at <= 28; at++)
    await dana.session.post(paths.roleNew, {
      title: `Shop role ${at}`,
      track: 'Shops',
      responsibility: '2',
      jobs: at === 7 ? 'till captain' : '',
      [`level-${competencyId}`]: '3',
    })
  const found = await amara.session.get(`${paths.roles}?about=TILL`)
  assert.match(found.text, /Shops track .* Shop role 7/)
  assert.doesNotMatch(found.text, /Shop role 8|Team leader/)
  assert.match((await amara.session.get(`${paths.roles}?about=zzz`)).text, /says “zzz”\. Try a shorter word/)
})
