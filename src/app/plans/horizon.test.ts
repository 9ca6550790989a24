import assert from 'node:assert/strict'
import { test } from 'node:test'
import { as, got } from '../../../test/developed.ts'
import { openPlans } from '../../../test/plan-desk.ts'
import {
  agreeLevels,
  beginPass,
  handIn,
  listAssessments,
  listNeeds,
  rate,
} from '../assessments/assessments.ts'
import { listCompetencies } from '../frameworks/frameworks.ts'
import { paths } from '../paths.ts'
import { listRoles, roleOf } from '../roles/roles.ts'

/** Amara's plan, where she and Ben have agreed that she is at level 2 of all that her role asks. */
async function atLevelTwo() {
  const desk = await openPlans()
  const { world, amara, ben } = desk
  const { personId } = amara
  const example = { when: 'Friday', who: 'a caller', did: 'I asked twice.', followed: 'it was settled' }
  const [own, leader] = [await as(world, amara), await as(world, ben)]
  const essential = await world.inOrg(async (tx) => {
    const role = await roleOf(tx, personId, world.today)
    assert.ok(role)
    const ids = role.requirements.map(({ competencyId }) => competencyId)
    for (const actor of [own, leader]) {
      const assessmentId = got(await beginPass(tx, actor, { personId, roleId: role.roleId }, world.today))
      for (const [at, competencyId] of ids.entries()) {
        const did = `${example.did} It was the call number ${at}.`
        const told = { competencyId, example: { ...example, did }, noExample: false, changed: '', note: '' }
        const rating = { ...told, level: 2 as const, evidenceIds: [] }
        got(await rate(tx, actor, { personId, assessmentId, rating }))
      }
      got(await handIn(tx, actor, { personId, assessmentId }, world.today))
    }
    const [newest] = await listAssessments(tx, personId, leader)
    const levels = ids.map((competencyId) => ({ competencyId, level: 2 as const, note: '' }))
    const agreed = { personId, round: newest?.round ?? 1, levels, together: true, finish: true }
    got(await agreeLevels(tx, leader, agreed, world.today))
    const titles = new Map((await listCompetencies(tx)).map((one) => [one.competencyId, one.title]))
    return role.requirements.flatMap(({ competencyId, essential, level }) =>
      essential && level > 2 ? [{ competencyId, title: titles.get(competencyId) ?? '' }] : [],
    )
  })
  return { ...desk, essential, own }
}

test('each essential gap of Amara’s role without a short-term objective is a hint, and one click begins it', async () => {
  const { amara, ben, chidi, at, essential, own, world, write } = await atLevelTwo()
  assert.ok(essential.length > 1)
  const hintFor = (title: string) => new RegExp(`${title} is essential for [^.]* short, and no objective`)
  const page = await amara.session.get(at('/plan'))
  for (const { title } of essential) assert.match(page.text, hintFor(title))
  assert.match((await ben.session.get(at('/plan'))).text, hintFor(essential[0]?.title ?? ''))
  assert.doesNotMatch((await chidi.session.get(at('/plan'))).html, /action="[^"]*\/gaps\/needs"/)

  const needs = await world.inOrg((tx) => listNeeds(tx, amara.personId, own))
  const fresh = essential.find(({ competencyId }) =>
    needs.every((need) => need.competencyId !== competencyId),
  )
  assert.ok(fresh)
  const form = [...page.html.matchAll(/<form class="one"[\s\S]*?<\/form>/g)].map(([html]) => html)
  const button = form.find((html) => html.includes(fresh.competencyId)) ?? ''
  const hidden = [...button.matchAll(/name="([^"]+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [
    name,
    value,
  ])
  const begun = await amara.session.post(paths.gapNeeds(amara.personId), Object.fromEntries(hidden))
  assert.match(begun.path, /objectives\/new\?need=/)
  const need = /need=([0-9a-f-]{36})/.exec(begun.path)?.[1] ?? ''
  await write({ need })
  assert.doesNotMatch((await amara.session.get(at('/plan'))).text, hintFor(fresh.title))
})

test('the plan says which role of her aspiration it takes as the next step, and says none where it takes none', async () => {
  const { amara, ben, at, world } = await atLevelTwo()
  const roles = await world.inOrg(listRoles)
  const own = await world.inOrg((tx) => roleOf(tx, amara.personId, world.today))
  const next = roles.find(
    ({ roleId, requirements }) =>
      roleId !== own?.roleId && requirements.some(({ essential, level }) => essential && level > 2),
  )
  assert.ok(next)
  const say = (aspiration: string) => amara.session.post(at('/aspiration'), { aspiration })
  await say(`To be ${next.title} one day`)
  const taken = new RegExp(`The next step is taken to be ${next.title}, which`)
  assert.match((await amara.session.get(at('/plan'))).text, taken)
  assert.match((await amara.session.get(at('/plan'))).text, new RegExp(`essential for ${next.title}`))
  assert.match((await ben.session.get(at('/plan'))).text, taken)
  await say(`Anything but ${next.title}`)
  const page = await amara.session.get(at('/plan'))
  assert.doesNotMatch(page.text, /The next step is taken to be/)
  assert.match(page.text, new RegExp(`essential for ${own?.title}`))
})

test('the plan says of each date what does not go together, offers the change, and stops nobody', async () => {
  const { amara, ben, at, write, agree } = await openPlans()
  const action = { actions: '1', 'a0-what': 'Show Ben the diary', 'a0-by-day': '5', 'a0-by-month': '2' }
  const first = await write({ ...action, 'a0-by-year': '2027' })
  const page = await amara.session.get(at('/plan'))
  assert.match(
    page.text,
    /“Show Ben the diary” falls on 5 February 2027, after O-1 is due on 29 January 2027/,
  )
  assert.match(page.html, new RegExp(`href="${at(`/objectives/${first}`)}\\?change=yes"`))
  assert.match(page.text, /29 Jan 2027\s+short-term/)
  assert.match((await agree(first)).text, /Agreed/)
  const seen = await ben.session.get(at('/plan'))
  assert.match(seen.text, /after O-1 is due/)
  assert.doesNotMatch(seen.html, /change=yes/, 'the change is hers to write')
})
