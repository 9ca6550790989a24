import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { agreeOn } from '../../../test/agreed.ts'
import { as, got } from '../../../test/developed.ts'
import { type Character, openWorld, type World } from '../../../test/world.ts'
import type { Id } from '../../kernel/id.ts'
import { listCompetencies } from '../frameworks/frameworks.ts'
import { paths } from '../paths.ts'
import { listRoles } from '../roles/roles.ts'
import { setTarget } from './aspiration.ts'
import { routeTo } from './careers.ts'
import { confirmTarget, keepAdvert } from './targets.ts'

let world: World
let ben: Character
let amara: Character

before(async () => {
  world = await openWorld({ today: '2026-11-23' })
  ben = await world.add({ name: 'Ben Hughes', standing: 'leader', team: 'Northgate' })
  amara = await world.add({ name: 'Amara Okafor', team: 'Northgate', leader: 'Ben Hughes' })
  await agreeOn(world, amara, ben, () => 3)
})

const roleCalled = async (title: string): Promise<Id> => {
  const role = (await world.inOrg((tx) => listRoles(tx))).find((one) => one.title === title)
  assert.ok(role, title)
  return role.roleId
}
const career = (asked: { role?: Id } = {}) => paths.career(amara.personId, asked)

/** An advert that Amara alone reads. */
async function advert(title: string, responsibility: 2 | 4): Promise<Id> {
  const own = await as(world, amara)
  const { personId } = amara
  return world.inOrg(async (tx) => {
    const source = { title: 'Harbour Hotel', address: '' }
    const kept = { personId, title, source, seenOn: null, sector: '', responsibility }
    const text = 'You calm angry guests and put complaints right on the spot, every evening.'
    const targetId = got(await keepAdvert(tx, own, { ...kept, advert: text }, world.today))
    const [first] = await listCompetencies(tx)
    const asks = [
      { competencyId: first?.competencyId ?? '', level: 5 as const, essential: true, because: [] },
    ]
    const shared = { sector: '', sharing: 'me' as const, asks, revision: 1 }
    got(await confirmTarget(tx, own, { personId, targetId, title, responsibility, ...shared }))
    return targetId
  })
}

const aimFor = async (roleId: Id | null, words: string) => {
  const own = await as(world, amara)
  const asked = { personId: amara.personId, roleId, words, why: 'It suits me.', by: null }
  await world.inOrg(async (tx) => got(await setTarget(tx, own, asked, world.today)))
}

test('the same job elsewhere is a new job and no sideways move, wherever it is shown; one that leads a team is progression', async () => {
  const same = await advert('Customer service adviser, evenings', 2)
  const seen = await amara.session.get(career({ role: same }))
  assert.match(seen.text, /A new job, not progression: it stays at level 2\./)
  assert.doesNotMatch(seen.text, /sideways move into|it counts|sideways on the track/i)
  assert.match(seen.text, /Level 2 elsewhere, as much as before/)
  assert.match(seen.text, /15 roles on 5 tracks/, 'a job elsewhere is none of the roles here')
  await aimFor(same, 'Evenings by the sea')
  const own = await as(world, amara)
  const route = await world.inOrg((tx) => routeTo(tx, amara.personId, own, world.today))
  assert.equal(route?.character, 'a new job, not progression', 'the word that the readiness check hears')
  const lead = await advert('Shift leader', 4)
  assert.match((await amara.session.get(career({ role: lead }))).text, /Progression: from level 2 to level 4/)
})

test('the page of an advert’s role says that its levels are Amara’s own reading, and when it was read in plain words', async () => {
  const lead = await advert('Night manager', 4)
  const { text } = await amara.session.get(paths.careerRole(amara.personId, lead))
  assert.match(text, /Harbour Hotel, read 23 November 2026/)
  assert.match(text, /Levels asked by Night manager are those that you confirmed from the advert/)
  assert.doesNotMatch(text, /Levels asked are [^.]*’s own/)
  const map = await amara.session.get(career({ role: lead }))
  assert.match(map.text, /Levels asked are [^.]*’s own/)
  assert.match(map.text, /those that you confirmed from the advert/)
})

test('trying on a role below says that it answers for less, though no moves lead there', async () => {
  const trainee = await roleCalled('Trainee adviser')
  const { text } = await amara.session.get(paths.careerRole(amara.personId, trainee))
  assert.match(text, /No moves lead here/)
  assert.match(text, /A new job, not progression: level 1 answers for less than level 2\./)
})

test('an address with a role that is gone, or is Amara’s own, shows the way to her target and says why', async () => {
  const [lead, own] = [await roleCalled('Team leader'), await roleCalled('Customer service adviser')]
  await aimFor(lead, 'To lead a team')
  const nowhere = '00000000-0000-4000-8000-000000000000'
  for (const [role, why] of [
    [nowhere, /The role that was asked for is not here\./],
    ['elsewhere', /The role that was asked for is not here\./],
    [own, /Customer service adviser is the role you have now\./],
  ] as const) {
    const { text } = await amara.session.get(career({ role }))
    assert.match(text, why)
    assert.match(text, /Shown instead: the way to Team leader, the target\./)
    assert.match(text, /Ways to Team leader/)
    assert.doesNotMatch(text, /have not said which role/)
  }
  const plain = await amara.session.get(career())
  assert.doesNotMatch(plain.text, /Shown instead|not here/)
})

test('Ben reads that Amara named no role here while her target is an advert of her own, and nothing more of it', async () => {
  await aimFor(await advert('Front desk manager', 4), 'Somewhere by the sea')
  const { text } = await ben.session.get(career())
  assert.match(text, /Amara Okafor has not named a role here/)
  assert.doesNotMatch(text, /has not said which role|Front desk|Harbour/)
  await aimFor(await roleCalled('Customer service adviser'), 'To be good at what I do')
  const reached = await ben.session.get(career())
  assert.match(
    reached.text,
    /Customer service adviser, which Amara Okafor aimed for, is the role they have now/,
  )
})

test('the career page draws the route that Amara chose, and the one an address names where it names one', async () => {
  const lead = await roleCalled('Team leader')
  await aimFor(lead, 'To lead a team')
  const drawn = async (path: string) =>
    /<desc[^>]*>Your route runs from [^,]*, level 2, to (.*?)\. All roles/.exec(
      (await amara.session.get(path)).html,
    )?.[1]
  assert.equal(await drawn(career()), 'Senior adviser, then Team leader')
  await amara.session.post(paths.careerRoute(amara.personId), { kind: 'through a specialist role' })
  assert.match((await drawn(career())) ?? '', /^(?!Senior adviser).+, then Team leader$/)
  const named = paths.career(amara.personId, { role: lead, kind: 'fewest steps' })
  assert.equal(await drawn(named), 'Senior adviser, then Team leader')
})

test('the largest step is said as it is meant: what is to close, and what is to agree', async () => {
  const lead = await roleCalled('Team leader')
  const { text } = await amara.session.get(paths.career(amara.personId, { role: lead, kind: 'fewest steps' }))
  const sizes = [...text.matchAll(/(\d+) to close or agree in the largest step/g)].map(([, size]) =>
    Number(size),
  )
  assert.ok(sizes.length > 0)
  const left = [...text.matchAll(/(\d+) (?:more|levels?) to close, (\d+) not agreed/g)]
  assert.ok(left.some(([, levels, open]) => Number(levels) + Number(open) === sizes[0]))
})
