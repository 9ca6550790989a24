import assert from 'node:assert/strict'
import { test } from 'node:test'
import { agreeOn } from '../../../test/agreed.ts'
import { as, got } from '../../../test/developed.ts'
import { openPlans } from '../../../test/plan-desk.ts'
import { makeNeed } from '../assessments/assessments.ts'
import { routeTo } from '../careers/careers.ts'
import { paths } from '../paths.ts'
import { listRoles } from '../roles/roles.ts'

/** Amara aims for team leader, and has one objective that only the last step needs, and one that the next step needs. */
async function onTheWay() {
  const desk = await openPlans()
  const { world, amara, ben, write } = desk
  const { personId } = amara
  await agreeOn(world, amara, ben, () => 3)
  const roles = await world.inOrg(listRoles)
  const leader = roles.find(({ title }) => title === 'Team leader')
  assert.ok(leader)
  await amara.session.post(paths.careerTarget(personId), {
    role: leader.roleId,
    aspiration: 'To lead a team',
    why: 'I like to coach.',
  })
  const own = await as(world, amara)
  const route = await world.inOrg((tx) => routeTo(tx, personId, own, world.today))
  assert.ok(route && route.steps.length > 1)
  const needs = (step: number) =>
    (route.steps[step]?.gap ?? [])
      .filter(({ essential, required, agreed }) => essential && (agreed === null || required > agreed))
      .map(({ competencyId }) => competencyId)
  const first = needs(0)[0]
  const last = needs(route.steps.length - 1).find((id) => !needs(0).includes(id))
  assert.ok(first && last)
  const objectiveFor = async (competencyId: string, title: string) => {
    const asked = {
      personId,
      competencyId,
      kind: 'professional' as const,
      why: 'The route asks it.',
      evidenceIds: [],
    }
    const need = await world.inOrg(async (tx) => got(await makeNeed(tx, own, asked, world.today)))
    return write({ need, title })
  }
  await objectiveFor(last, 'For the last step')
  await objectiveFor(first, 'For the next step')
  return { ...desk, route }
}

test('Amara’s plan says which step needs each objective, and one press puts them in the order of her route', async () => {
  const { amara, ben, at, plan, route } = await onTheWay()
  const page = await amara.session.get(at('/plan'))
  assert.match(page.text, new RegExp(`for the step to ${route.steps[0]?.title}`))
  assert.match(page.text, new RegExp(`for the step to ${route.steps.at(-1)?.title}`))
  assert.match(page.text, /do not stand in the order in which the steps need them/)
  assert.match(page.html, /Order along the route/)
  const ordered = await amara.session.post(paths.planAlongRoute(amara.personId))
  assert.match(ordered.text, /The objectives stand along the route now/)
  assert.doesNotMatch(ordered.html, />Order along the route/)
  const titles = (await plan()).objectives.sort((a, b) => a.place - b.place).map(({ title }) => title)
  assert.deepEqual(titles, ['For the next step', 'For the last step'])
  assert.match((await ben.session.get(at('/plan'))).text, /The route leads to Team leader/)
})

test('the next step of the plan in time is the next step of the route, and not the target', async () => {
  const { amara, at, route } = await onTheWay()
  const next = route.steps[0]?.title ?? ''
  const { text } = await amara.session.get(at('/plan'))
  assert.match(text, new RegExp(`The next step on your route to Team leader is ${next}\\.`))
  assert.match(text, new RegExp(`is essential for ${next} and`))
  assert.doesNotMatch(text, /is essential for Team leader/)
})

test('without a target the plan offers no order along a route, and refuses one', async () => {
  const { amara, at, chidi, write } = await openPlans()
  await write({})
  assert.doesNotMatch((await amara.session.get(at('/plan'))).text, /Order along the route/)
  const refused = await amara.session.post(paths.planAlongRoute(amara.personId))
  assert.equal(refused.status, 422)
  assert.match(refused.text, /No role is aimed for/)
  assert.equal((await chidi.session.post(paths.planAlongRoute(amara.personId))).status, 403)
})

test('Ben’s press orders what he may see, and leaves what Amara keeps to herself where it stands', async () => {
  const { amara, ben, at, plan, write } = await onTheWay()
  const secret = await write({ title: 'Mine', kind: 'personal', sharing: 'me', need: '' }, 'draft')
  const order = async () =>
    (await plan()).objectives
      .toSorted((a, b) => a.place - b.place)
      .map(({ title, place }) => [title, place] as const)
  // She puts hers first; the other two still stand the wrong way round.
  for (let press = 0; press < 2; press++)
    await amara.session.post(at(`/objectives/${secret}/order`), { to: 'up' })
  const [mine] = await order()
  assert.equal(mine?.[0], 'Mine')
  const ordered = await ben.session.post(paths.planAlongRoute(amara.personId))
  assert.match(ordered.text, /The objectives stand along the route now/)
  const after = await order()
  assert.deepEqual(
    after.map(([title]) => title),
    ['Mine', 'For the next step', 'For the last step'],
  )
  assert.deepEqual(after[0], mine)
})
