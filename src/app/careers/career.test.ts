import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { agreeOn } from '../../../test/agreed.ts'
import { as, got } from '../../../test/developed.ts'
import { type Character, openWorld, type World } from '../../../test/world.ts'
import { listNeeds } from '../assessments/assessments.ts'
import { paths } from '../paths.ts'
import { place } from '../people/people.ts'
import { listMoves, listRoles, type RoleProfile, saveMoves } from '../roles/roles.ts'
import { routesFor, routeTo } from './careers.ts'

let world: World
let ben: Character
let amara: Character
let chidi: Character
let roles: RoleProfile[]

const roleOf = (title: string) => {
  const found = roles.find((role) => role.title === title)
  assert.ok(found, `${title} in ${roles.map((role) => role.title).join(', ')}`)
  return found.roleId
}
const career = (asked: Parameters<typeof paths.career>[1] = {}) => paths.career(amara.personId, asked)

before(async () => {
  world = await openWorld({ today: '2026-11-23' })
  ben = await world.add({ name: 'Ben Hughes', standing: 'leader', team: 'Northgate' })
  amara = await world.add({ name: 'Amara Okafor', team: 'Northgate', leader: 'Ben Hughes' })
  chidi = await world.add({ name: 'Chidi Eze', standing: 'adviser', team: 'Southgate' })
  roles = await world.inOrg(listRoles)
  await agreeOn(world, amara, ben, () => 3)
})

test('before Amara names a role, the map shows where she stands and the page asks her to choose one', async () => {
  const page = await amara.session.get(career())
  assert.equal(page.status, 200)
  assert.match(page.text, /Where you could go from here/)
  assert.match(page.text, /You, since/)
  assert.match(page.text, /15 roles on 5 tracks/)
  assert.match(page.text, /You have not said which role you aim for/)
  assert.doesNotMatch(page.html, /cm-route/)
})

test('since when Chidi has his role is read over changes of team and title, and ends where another role was between', async () => {
  const since = async () => (await chidi.session.get(paths.career(chidi.personId))).text
  assert.match(await since(), /You, since January 2026/)
  const stand = (from: string, role: string, job: string) =>
    world.inOrg((tx) =>
      place(tx, null, {
        personId: chidi.personId,
        team: 'Quayside',
        leaderId: null,
        job,
        roleId: role ? roleOf(role) : null,
        from,
      }),
    )
  await stand('2026-03-02', '', 'Customer adviser')
  await stand('2026-06-01', 'Customer service adviser', 'Voice of the customer')
  assert.match(await since(), /You, since January 2026/)
  await stand('2026-08-03', 'Senior adviser', 'Senior')
  await stand('2026-10-05', 'Customer service adviser', 'Adviser')
  assert.match(await since(), /You, since October 2026/)
})

test('trying on team leader draws the route, says its steps and levels, and what it is', async () => {
  const page = await amara.session.get(career({ role: roleOf('Team leader') }))
  assert.match(page.text, /Your route in gold: 2 steps, \d+ levels to close/)
  assert.match(page.text, /Ways to Team leader/)
  assert.match(page.text, /Progression: from level 2 to level 4\./)
  assert.match(page.text, /What stands between you and the next step/)
  assert.match(page.html, /class="cm-route"/)
  assert.match(page.text, /Make Team leader your target/)
})

test('the three kinds of route are different ways, or one way that says so', async () => {
  const viewer = await as(world, amara)
  const routes = await world.inOrg(async (tx) =>
    got(
      await routesFor(tx, {
        personId: amara.personId,
        toRoleId: roleOf('Team leader'),
        viewer,
        today: world.today,
      }),
    ),
  )
  const kinds = routes.flatMap(({ kind, also }) => [kind, ...also])
  assert.deepEqual([...kinds].sort(), ['fewest steps', 'smallest largest gap', 'through a specialist role'])
  const through = routes.find(({ kind, also }) => [kind, ...also].includes('through a specialist role'))
  assert.ok(through?.steps.slice(0, -1).some(({ track }) => track !== 'Line'))
})

test('a specialism at the same level of responsibility is a sideways move, and the way back is a new job', async () => {
  const grace = await world.add({ name: 'Grace Lim', team: 'Northgate', job: 'Senior adviser' })
  const [senior, analyst] = [roleOf('Senior adviser'), roleOf('Quality analyst')]
  const dana = { ...(await as(world, ben)), standings: ['administrator' as const] }
  await world.inOrg(async (tx) => {
    const kept = (await listMoves(tx)).filter(({ from }) => from === analyst).map(({ to }) => to)
    const before = (await listMoves(tx)).filter(({ to }) => to === analyst).map(({ from }) => from)
    got(await saveMoves(tx, dana, { roleId: analyst, from: [...before, senior], to: [...kept, senior] }))
  })
  const page = await grace.session.get(paths.career(grace.personId, { role: analyst }))
  assert.match(page.text, /A sideways move into a specialism: other work at level 3, and it counts\./)
  assert.doesNotMatch(page.text, /Progression: from/)
  const quentin = await world.add({ name: 'Quentin Ash', team: 'Northgate', job: 'Quality analyst' })
  const back = await quentin.session.get(paths.career(quentin.personId, { role: senior }))
  assert.match(back.text, /A new job, not progression: it stays at level 3\./)
})

test('one click on the career page makes the need of a gap, and leads to its objective', async () => {
  const role = roleOf('Team leader')
  const page = await amara.session.get(career({ role }))
  const form = [...page.html.matchAll(/<form class="one"[\s\S]*?<\/form>/g)]
    .map(([html]) => html)
    .find((html) => html.includes('Make an objective'))
  assert.ok(form)
  const action = /action="([^"]+)"/.exec(form)?.[1] ?? ''
  const competency = /name="competency" value="([^"]+)"/.exec(form)?.[1] ?? ''
  const begun = await amara.session.post(action, { competency })
  assert.match(begun.path, /objectives\/new\?need=/)
  const viewer = await as(world, amara)
  const needs = await world.inOrg((tx) => listNeeds(tx, amara.personId, viewer))
  assert.equal(needs.filter((need) => need.competencyId === competency).length, 1)
  assert.match(
    needs.find((need) => need.competencyId === competency)?.why ?? '',
    /asks for level \d in .*level agreed is 3/,
  )
  await amara.session.post(action, { competency })
  const again = await world.inOrg((tx) => listNeeds(tx, amara.personId, viewer))
  assert.equal(again.length, needs.length, 'twice makes no second need')
})

test('trying on a role gives the shortest list first: what the next step needs, and then the rest', async () => {
  const page = await amara.session.get(paths.careerRole(amara.personId, roleOf('Team leader')))
  assert.equal(page.status, 200)
  assert.match(page.text, /You as Team leader/)
  assert.match(page.text, /First: what [^.]* needs/)
  assert.ok(page.text.indexOf('First: what') < page.text.indexOf('After that'))
  assert.match(page.text, /Assess yourself against Team leader/)
  const begun = await amara.session.post(paths.assessments(amara.personId), { role: roleOf('Team leader') })
  assert.match(begun.text, /Against Team leader/)
})

test('Ben sees where Amara could go and names needs; a colleague sees nothing', async () => {
  const seen = await ben.session.get(career({ role: roleOf('Team leader') }))
  assert.match(seen.text, /Where Amara Okafor could go from here/)
  assert.match(seen.text, /Name it as a need/)
  assert.doesNotMatch(seen.text, /your target/i)
  assert.equal((await chidi.session.get(career())).status, 403)
  assert.equal((await chidi.session.get(paths.careerRole(amara.personId, roleOf('Team leader')))).status, 403)
})

test('the route to her target is the one Amara chose', async () => {
  const viewer = await as(world, amara)
  const target = roleOf('Team leader')
  const { personId } = amara
  assert.equal(await world.inOrg((tx) => routeTo(tx, personId, viewer, world.today)), null)
  await amara.session.post(paths.careerTarget(personId), {
    role: target,
    aspiration: 'To lead a team',
    why: 'I like to coach.',
  })
  const page = await amara.session.get(career())
  assert.match(page.text, /Your target/)
  const chosen = await amara.session.post(paths.careerRoute(personId), { kind: 'through a specialist role' })
  assert.match(chosen.text, /Your route is kept/)
  assert.match(chosen.text, /Your choice/)
  const route = await world.inOrg((tx) => routeTo(tx, personId, viewer, world.today))
  assert.ok(route?.steps.slice(0, -1).some(({ track }) => track !== 'Line'))
  assert.equal(route?.steps.at(-1)?.roleId, target)
})

test('an address with a role that is not there shows the map all the same; trying it on is a page that is not found', async () => {
  const nowhere = '00000000-0000-4000-8000-000000000000'
  assert.equal(
    (await amara.session.get(career({ role: nowhere, focus: nowhere, kind: 'fastest' }))).status,
    200,
  )
  assert.equal((await amara.session.get(paths.careerRole(amara.personId, nowhere))).status, 404)
})

test('everything on the map stands in the table too, and every role is a link that looks around it', async () => {
  const page = await amara.session.get(career({ focus: roleOf('Quality analyst') }))
  for (const { title, roleId } of roles) {
    assert.ok(page.html.includes(`focus=${roleId}`), title)
    assert.match(page.html, new RegExp(`<th scope="row"[^>]*>(?:<span>)?<a [^>]*>${title}</a>`))
  }
  assert.match(page.text, /Show all roles and moves as a table/)
})

test('what comes from ESCO or O*NET is said on the page', async () => {
  const page = await amara.session.get(career({ role: roleOf('Team leader') }))
  assert.match(page.text, /This service uses the ESCO classification of the European Commission/)
  assert.match(page.text, /O\*NET.*USDOL\/ETA/)
})
