import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { agreeOn } from '../../../test/agreed.ts'
import { as, got } from '../../../test/developed.ts'
import { type Character, openWorld, type World } from '../../../test/world.ts'
import type { Id } from '../../kernel/id.ts'
import type { Sharing } from '../../kernel/sharing.ts'
import { beginPass, handIn, listNeeds, rate } from '../assessments/assessments.ts'
import { addEvidence } from '../evidence/evidence.ts'
import { listCompetencies } from '../frameworks/frameworks.ts'
import { paths } from '../paths.ts'
import { listRoles, roleOf } from '../roles/roles.ts'
import { chooseRoute, findAspiration, setTarget } from './aspiration.ts'
import { listComparisons, saveComparison } from './comparison.ts'
import { type SheetRow, sheetOf } from './interview.ts'
import { needOfRole } from './needs.ts'
import { confirmTarget, keepAdvert } from './targets.ts'

let world: World
let ben: Character
let leila: Character

before(async () => {
  world = await openWorld({ today: '2026-11-17' })
  ben = await world.add({ name: 'Ben Hughes', standing: 'leader', team: 'Northgate' })
  leila = await world.add({ name: 'Leila Haddad', team: 'Northgate', leader: 'Ben Hughes' })
  await agreeOn(world, leila, ben, () => 2)
})

const roleCalled = async (title: string) => {
  const role = (await world.inOrg((tx) => listRoles(tx))).find((one) => one.title === title)
  assert.ok(role, title)
  return role
}
const competency = async (code: string) =>
  (await world.inOrg(listCompetencies)).find((one) => one.code === code)?.competencyId ?? ''

/** An advert that Leila keeps, which asks for two things at level 5. */
async function advert(title: string, codes: readonly string[], sharing: Sharing): Promise<Id> {
  const own = await as(world, leila)
  const { personId } = leila
  const ids = await Promise.all(codes.map(competency))
  return world.inOrg(async (tx) => {
    const text = 'You calm angry guests and put complaints right on the spot, every evening.'
    const source = { title: 'Harbour Hotel', address: '' }
    const kept = {
      personId,
      title,
      source,
      seenOn: null,
      sector: '',
      advert: text,
      responsibility: 4 as const,
    }
    const targetId = got(await keepAdvert(tx, own, kept, world.today))
    const asks = ids.map((competencyId) => ({
      competencyId,
      level: 5 as const,
      essential: true,
      because: [],
    }))
    const said = { personId, targetId, revision: 1, title, responsibility: 4 as const, sector: '', sharing }
    got(await confirmTarget(tx, own, { ...said, asks }))
    return targetId
  })
}

test('what Leila’s own advert asks becomes a need and an objective in one press, of which Ben reads nothing', async () => {
  const targetId = await advert('Night auditor', ['CS-07', 'CS-09'], 'me')
  const made = await leila.session.post(paths.careerNeeds(leila.personId, targetId), {
    competency: await competency('CS-07'),
  })
  assert.match(made.path, /objectives\/new\?need=/)
  const [hers, his] = [await as(world, leila), await as(world, ben)]
  const needsFor = (viewer: typeof hers) => world.inOrg((tx) => listNeeds(tx, leila.personId, viewer))
  assert.deepEqual(
    (await needsFor(hers)).map(({ kind, sharing }) => [kind, sharing]),
    [['both', 'me']],
  )
  assert.deepEqual(await needsFor(his), [])
  const need = (await needsFor(hers))[0]?.needId ?? ''
  const saved = await leila.session.post(`/people/${leila.personId}/objectives`, {
    need,
    kind: 'personal',
    sharing: 'me',
    title: 'Calm one angry guest a week',
    do: 'draft',
  })
  assert.equal(saved.status, 200, saved.text)
  assert.match(saved.text, /angry guest/)
  for (const path of [paths.plan(leila.personId), paths.needs(leila.personId), paths.gaps(leila.personId)])
    assert.doesNotMatch((await ben.session.get(path)).text, /Night auditor|angry guest/)
})

test('an advert shared with Ben makes a need that he reads; he cannot name one himself of what is not for all', async () => {
  const targetId = await advert('Duty manager', ['CS-09'], 'leader')
  const [hers, his] = [await as(world, leila), await as(world, ben)]
  const competencyId = await competency('CS-09')
  const asked = { personId: leila.personId, roleId: targetId, competencyId }
  const refused = await world.inOrg((tx) => needOfRole(tx, his, asked, world.today))
  assert.match(JSON.stringify(refused), /Only the person can name a need/)
  const needId = await world.inOrg(async (tx) => got(await needOfRole(tx, hers, asked, world.today)))
  const read = await world.inOrg((tx) => listNeeds(tx, leila.personId, his))
  assert.deepEqual(
    read.map((need) => [need.needId, need.sharing]),
    [[needId, 'leader']],
  )
})

test('once Leila keeps an advert to herself its page names the needs that still tell Ben which role it is', async () => {
  const targetId = await advert('Rota planner', ['CS-10'], 'leader')
  const hers = await as(world, leila)
  const { personId } = leila
  const asked = { personId, roleId: targetId, competencyId: await competency('CS-10') }
  const needId = await world.inOrg(async (tx) => got(await needOfRole(tx, hers, asked, world.today)))
  const path = paths.careerAdvert(personId, targetId)
  assert.doesNotMatch((await leila.session.get(path)).text, /names this role/)
  await world.inOrg(async (tx) => {
    const [title, responsibility] = ['Rota planner', 4 as const]
    const asks = [{ competencyId: asked.competencyId, level: 5 as const, essential: true, because: [] }]
    const said = { personId, targetId, revision: 2, title, responsibility, sector: '', asks }
    got(await confirmTarget(tx, hers, { ...said, sharing: 'me' }))
  })
  const page = await leila.session.get(path)
  assert.match(page.text, /N-\d+ names this role to people who may not read this page/)
  assert.match(page.html, new RegExp(`href="${paths.need(personId, needId)}"`))
})

test('a need of a role rests on the evidence that others may read, and names none that Leila keeps to herself', async () => {
  const own = await as(world, leila)
  const { personId } = leila
  const competencyId = await competency('CS-06')
  const links = [{ competencyId, reason: 'It shows it.', bearing: 'for' as const }]
  const kept = (isPrivate: boolean) =>
    world.inOrg(async (tx) =>
      got(
        await addEvidence(
          tx,
          own,
          {
            personId,
            kind: 'work product',
            title: 'An answer',
            text: 'What I wrote.',
            happenedOn: '2026-10-01',
            links,
            private: isPrivate,
            detail: { place: 'My folder' },
          },
          world.today,
        ),
      ),
    )
  const [open, secret] = [await kept(false), await kept(true)]
  const { roleId } = await roleCalled('Team leader')
  const asked = { personId, roleId, competencyId }
  const needId = await world.inOrg(async (tx) => got(await needOfRole(tx, own, asked, world.today)))
  for (const viewer of [own, await as(world, ben)]) {
    const need = (await world.inOrg((tx) => listNeeds(tx, personId, viewer))).find(
      (one) => one.needId === needId,
    )
    assert.deepEqual(need?.evidenceIds, [open])
    assert.doesNotMatch(JSON.stringify(need), new RegExp(secret))
  }
})

test('a comparison that Leila keeps to herself is read by nobody else, though its roles are everybody’s', async () => {
  const [hers, his] = [await as(world, leila), await as(world, ben)]
  const roleIds = [(await roleCalled('Team leader')).roleId, (await roleCalled('Quality analyst')).roleId]
  const { personId } = leila
  const words = {
    suits: roleIds[0] ?? null,
    why: 'I like to coach.',
    progression: 'I would lead six people.',
  }
  const asked = { personId, comparisonId: null, revision: null, roleIds, ...words }
  const compare = (sharing: Sharing) =>
    world.inOrg(async (tx) => got(await saveComparison(tx, hers, { ...asked, sharing }, world.today)))
  const secret = await compare('me')
  const read = async (viewer: typeof hers) =>
    (await world.inOrg((tx) => listComparisons(tx, personId, viewer))).map(({ comparisonId }) => comparisonId)
  assert.deepEqual([await read(hers), await read(his)], [[secret], []])
  const shared = await compare('leader')
  assert.deepEqual(await read(his), [shared])
  const { text } = await leila.session.get(paths.careerComparison(personId, shared))
  assert.match(text, /The way there/)
  assert.match(
    text,
    /Senior adviser, then Team leader|Quality analyst, then Team leader|Complaints handler, then Team leader/,
  )
  assert.match(text, /Progression: from level 2 to level 4/)
})

test('what Ben wrote beside his levels is not on Leila’s sheet for an interview; what she wrote is', async () => {
  const his = await as(world, ben)
  const hers = await as(world, leila)
  const { personId } = leila
  const role = await world.inOrg((tx) => roleOf(tx, personId, world.today))
  assert.ok(role)
  const competencyId = role.requirements[0]?.competencyId ?? ''
  const ids = role.requirements.map((one) => one.competencyId)
  await world.inOrg(async (tx) => {
    for (const [actor, did, level] of [
      [his, 'She left a caller waiting.', 4],
      [hers, 'I rang back within the hour.', 2],
    ] as const) {
      const assessmentId = got(await beginPass(tx, actor, { personId, roleId: role.roleId }, world.today))
      const example = { when: 'On Monday', who: 'a caller', did, followed: 'it was settled' }
      const told = { example, level, noExample: false, changed: '', note: '', evidenceIds: [] }
      for (const one of ids)
        got(await rate(tx, actor, { personId, assessmentId, rating: { competencyId: one, ...told } }))
      got(await handIn(tx, actor, { personId, assessmentId }, world.today))
    }
  })
  for (const viewer of [hers, his]) {
    const rows: SheetRow[] = await world.inOrg((tx) =>
      sheetOf(tx, { personId, role, viewer, today: world.today }),
    )
    assert.doesNotMatch(JSON.stringify(rows.map(({ star }) => star)), /left a caller waiting/)
    const row = rows.find(({ gap }) => gap.competency.competencyId === competencyId)
    assert.equal(row?.star?.action, 'I rang back within the hour.')
  }
  const sheet = await leila.session.get(paths.careerInterview(personId, role.roleId))
  assert.match(sheet.text, /What the role asks \(level 4\)/)
  assert.match(sheet.text, /You told this for a lower level than the role asks/)
  assert.match(sheet.text, /Task Not said yet/)
})

test('what Leila says was needed of her is kept beside her level, shown to change, and printed on the sheet', async () => {
  const { personId } = leila
  const role = await world.inOrg((tx) => roleOf(tx, personId, world.today))
  const competency = role?.requirements[0]?.competencyId ?? ''
  const { path } = await leila.session.post(paths.assessments(personId), { role: role?.roleId ?? '' })
  const told = { when: 'On Friday', who: 'a caller', did: 'I asked twice.', followed: 'It came.' }
  const rating = { competency, level: '4', ...told, task: 'To find a lost parcel by noon.', go: 'stop' }
  assert.equal((await leila.session.post(path, rating)).status, 200)
  const again = await leila.session.get(`${path}?competency=${competency}`)
  assert.match(again.html, /To find a lost parcel by noon\.<\/textarea>/)
  const sheet = await leila.session.get(paths.careerInterview(personId, role?.roleId))
  assert.match(sheet.text, /Task To find a lost parcel by noon\. Action I asked twice/)
})

test('a route is chosen on the way to a target alone, and goes with the target that it led to', async () => {
  const own = await as(world, leila)
  const { personId } = leila
  const choose = () =>
    world.inOrg((tx) => chooseRoute(tx, own, { personId, routeKind: 'through a specialist role' }))
  const kindNow = async () => (await world.inOrg((tx) => findAspiration(tx, personId, own)))?.routeKind
  const aim = async (title: string | null, words = 'Onward') => {
    const roleId = title && (await roleCalled(title)).roleId
    const asked = { personId, roleId, words, why: '', by: null }
    await world.inOrg(async (tx) => got(await setTarget(tx, own, asked, world.today)))
  }
  assert.match(JSON.stringify(await choose()), /Choose the role you want to reach first/)
  await aim(null)
  assert.match(JSON.stringify(await choose()), /Choose the role you want to reach first/)
  assert.equal(await kindNow(), null)
  await aim('Team leader')
  assert.ok((await choose()).ok)
  await aim('Team leader', 'To lead a team')
  assert.equal(await kindNow(), 'through a specialist role', 'other words for the same role keep it')
  await aim('Quality manager')
  assert.equal(await kindNow(), null)
})
