import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { as, got } from '../../../test/developed.ts'
import { type Character, openWorld, type World } from '../../../test/world.ts'
import { paths } from '../paths.ts'
import { addRole, listRoles, type RoleProfile } from '../roles/roles.ts'

let world: World
let amara: Character
let roles: RoleProfile[]

/** More than are drawn or listed at once. */
before(async () => {
  world = await openWorld({ today: '2026-11-23' })
  amara = await world.add({ name: 'Amara Okafor', team: 'Northgate' })
  const dana = await world.add({ name: 'Dana Cole', standing: 'administrator' })
  const actor = await as(world, dana)
  const [first] = await world.inOrg(listRoles)
  const requirements = first?.requirements.slice(0, 4) ?? []
  for (let number = 1; number <= 60; number++)
    await world.inOrg(async (tx) =>
      got(
        await addRole(
          tx,
          actor,
          {
            title: `Desk ${number} planner`,
            track: 'Desks',
            responsibility: 3,
            jobs: [],
            requirements,
            entry: '',
            sources: [],
            sector: null,
            mastery: null,
          },
          world.today,
        ),
      ),
    )
  roles = await world.inOrg(listRoles)
})

const options = (html: string) => [...html.matchAll(/<option /g)].length
const linkOf = (html: string, title: string) =>
  new RegExp(`href="([^"]+)"[^>]*>(?:(?!</a>)[\\s\\S])*: ${title}`)
    .exec(html)?.[1]
    ?.replaceAll('&amp;', '&') ?? ''

test('among many roles Amara searches for the one to aim for, and the page holds no list of all', async () => {
  assert.ok(roles.length > 60)
  const page = await amara.session.get(paths.careerTarget(amara.personId))
  assert.match(page.text, /Find a role of the organisation/)
  assert.ok(options(page.html) < 10, `${options(page.html)} options`)
  const found = await amara.session.get(`${paths.careerTarget(amara.personId)}?find=desk+17`)
  const chosen = await amara.session.get(linkOf(found.html, 'Desk 17 planner'))
  const role = roles.find(({ title }) => title === 'Desk 17 planner')
  assert.match(chosen.html, new RegExp(`<option value="${role?.roleId}" selected`))
  const said = await amara.session.post(paths.careerTarget(amara.personId), {
    role: role?.roleId ?? '',
    aspiration: '',
    why: 'The desk is near.',
  })
  assert.match(said.text, /Desk 17 planner/)
})

test('she gathers two ways to compare by searching, one after the other, and the first is not lost', async () => {
  const start = await amara.session.get(`${paths.careerComparisons(amara.personId)}?role=&find=desk+3`)
  assert.ok(options(start.html) < 20)
  const one = await amara.session.get(linkOf(start.html, 'Desk 3 planner'))
  const hidden = [...one.html.matchAll(/<input type="hidden" name="role" value="([^"]+)"/g)].map(
    ([, id]) => id,
  )
  const third = roles.find(({ title }) => title === 'Desk 3 planner')?.roleId
  assert.ok(hidden.includes(third))
  const kept = [...new Set(hidden)].map((id) => `role=${id}`).join('&')
  const searched = await amara.session.get(
    `${paths.careerComparisons(amara.personId)}?${kept}&find=team+leader`,
  )
  const both = await amara.session.get(linkOf(searched.html, 'Team leader'))
  assert.match(both.text, /Beside each other/)
  for (const title of ['Desk 3 planner', 'Team leader'])
    assert.match(both.html, new RegExp(`<th[^>]*>(?:<[^>]+>)*${title}`))
})

test('the map says how many roles near the one looked at are in its table, in plain words', async () => {
  const focus = roles.find(({ title }) => title === 'Desk 3 planner')?.roleId ?? ''
  const { text } = await amara.session.get(paths.career(amara.personId, { focus }))
  assert.match(text, /roles within two moves of Desk 3 planner; \d+ more of those are in the table\./)
  assert.doesNotMatch(text, /mores/)
})
