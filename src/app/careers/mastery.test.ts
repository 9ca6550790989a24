import assert from 'node:assert/strict'
import { test } from 'node:test'
import { contactsOf } from '../../../seeds/contacts.ts'
import { TELEPHONE } from '../../../seeds/larkfield.ts'
import { agreeOn } from '../../../test/agreed.ts'
import { as, got } from '../../../test/developed.ts'
import { putContacts } from '../../../test/imported.ts'
import { type Character, openWorld, type World } from '../../../test/world.ts'
import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import { addEvidence, keepFigure } from '../evidence/evidence.ts'
import {
  beginDraft,
  findDraft,
  frameworkInForce,
  listCompetencies,
  publishDraft,
  putInForce,
  rewordItem,
} from '../frameworks/frameworks.ts'
import { paths } from '../paths.ts'
import { listRoles } from '../roles/roles.ts'
import { masteryOf } from './mastery.ts'

type Desk = { world: World; amara: Character; ben: Character; dana: Character }

/** Amara, an adviser at Northgate, whom Ben leads. */
async function northgate(today: Day): Promise<Desk> {
  const world = await openWorld({ today })
  const ben = await world.add({ name: 'Ben Hughes', standing: 'leader', team: 'Northgate' })
  const amara = await world.add({ name: 'Amara Okafor', team: 'Northgate', leader: 'Ben Hughes' })
  const dana = await world.add({ name: 'Dana Price', standing: 'administrator' })
  return { world, amara, ben, dana }
}

const roleCalled = (world: World, title: string) =>
  world.inOrg(async (tx) => {
    const role = (await listRoles(tx)).find((one) => one.title === title)
    assert.ok(role)
    return role.roleId
  })

const seniorOf = async ({ world, amara }: Desk) => {
  const viewer = await as(world, amara)
  const roleId = await roleCalled(world, 'Senior adviser')
  const seen = await world.inOrg((tx) => masteryOf(tx, amara.personId, roleId, viewer, world.today))
  assert.ok(seen)
  return seen
}

const coded = async (world: World, code: string): Promise<Id> => {
  const found = (await world.inOrg(listCompetencies)).find((one) => one.code === code)
  assert.ok(found, code)
  return found.competencyId
}

/** Somebody's evidence for one competency of Amara's, of an occasion on a day. */
async function shown(
  { world, amara }: Desk,
  by: Character,
  of: { code: string; kind: 'observation' | 'compliment' | 'work product'; on: Day },
) {
  const actor = await as(world, by)
  const links = [
    { competencyId: await coded(world, of.code), reason: 'It shows it.', bearing: 'for' as const },
  ]
  const detail: Record<string, string> =
    of.kind === 'observation'
      ? { observer: 'Ben Hughes, team leader', done: 'Explained the figures.' }
      : of.kind === 'compliment'
        ? { giver: 'A customer, by letter', quote: 'She explained it well.' }
        : { place: 'The shared folder' }
  const said = { kind: of.kind, title: `${of.kind} of ${of.on}`, text: 'What happened that day.' }
  const { personId } = amara
  await world.inOrg(async (tx) =>
    got(await addEvidence(tx, actor, { ...said, personId, happenedOn: of.on, links, detail }, world.today)),
  )
}

test('doing the present work better is no month of the next role’s; only others’ occasions of work it alone asks for are', async () => {
  const desk = await northgate('2026-11-17')
  const { world, amara, ben } = desk
  await agreeOn(world, amara, ben, () => 3)
  const actingOf = async () => (await seniorOf(desk)).parts.find(({ what }) => what === 'acting')?.now ?? ''
  // CS-09 is asked of an adviser at 3 and of a senior adviser at 4; CS-18 of a senior adviser alone.
  await shown(desk, amara, { code: 'CS-09', kind: 'compliment', on: '2026-06-10' })
  await shown(desk, amara, { code: 'CS-18', kind: 'work product', on: '2026-05-12' })
  await putContacts(
    world,
    contactsOf(TELEPHONE).filter((one) => one.person === 'Amara Okafor'),
    { 'Amara Okafor': amara.personId },
  )
  const own = await as(world, amara)
  const insight = await coded(world, 'CS-18')
  const figure = { personId: amara.personId, measure: 'csat', competencyId: insight, reason: 'It rose.' }
  const days = { from: '2025-04-01', to: '2025-06-30', bearing: 'for' as const }
  await world.inOrg(async (tx) => got(await keepFigure(tx, own, { ...figure, ...days }, world.today)))
  assert.match(await actingOf(), /No evidence from others shows it yet/)
  await shown(desk, ben, { code: 'CS-18', kind: 'observation', on: '2026-03-05' })
  assert.match(await actingOf(), /shows it in 1 month: March 2026$/)
})

test('what Amara wrote of herself is no source besides her, and Ben reads “besides the person”', async () => {
  const desk = await northgate('2026-11-17')
  const { world, amara, ben } = desk
  await agreeOn(world, amara, ben, () => 3)
  await shown(desk, amara, { code: 'CS-09', kind: 'work product', on: '2026-05-12' })
  await shown(desk, ben, { code: 'CS-09', kind: 'observation', on: '2026-06-01' })
  const listening = await coded(world, 'CS-09')
  const { held } = await seniorOf(desk)
  const sources = held.find(({ competencyId }) => competencyId === listening)?.sources ?? []
  assert.equal(sources.length, 1)
  const role = await roleCalled(world, 'Team leader')
  const at = paths.careerTarget(amara.personId)
  await amara.session.post(at, { role, aspiration: 'To lead a team', why: 'I like to coach.' })
  const [hers, his] = [await amara.session.get(at), await ben.session.get(at)]
  assert.match(hers.text, /kinds of source besides yourself/)
  assert.match(his.text, /kinds of source besides the person/)
  for (const { text } of [hers, his]) {
    assert.match(text, /What is looked for in a senior adviser, beyond levels/, 'the next step’s rule')
    assert.match(text, /What is looked for in a team leader, beyond levels/, 'and the target’s')
  }
})

test('one agreed round is held for no time; a second one says for how long, and of a new wording it begins anew', async () => {
  const desk = await northgate('2026-01-12')
  const { world, amara, ben, dana } = desk
  await agreeOn(world, amara, ben, () => 4)
  const [kept, reworded] = [await coded(world, 'CS-01'), await coded(world, 'CS-09')]
  const heldOf = async (competencyId: Id) => {
    const one = (await seniorOf(desk)).held.find((each) => each.competencyId === competencyId)
    return [one?.months, one?.held]
  }
  world.setToday('2026-11-17')
  assert.deepEqual(await heldOf(kept), [0, { since: '2026-01-12', last: '2026-01-12' }])
  const { parts } = await seniorOf(desk)
  assert.match(parts[0]?.now ?? '', /^0 of 15 /)
  assert.match(parts[0]?.open ?? '', /not known to be held that long: /)
  const senior = await roleCalled(world, 'Senior adviser')
  const at = paths.careerTarget(amara.personId)
  await amara.session.post(at, { role: senior, aspiration: 'Harder cases', why: 'I like them.' })
  const { text } = await amara.session.get(at)
  assert.match(text, /agreed once, on 12 January 2026 12 July 2026/, 'from which day a round can show it')
  await world.inOrg(async (tx) => {
    const { frameworkId } = await frameworkInForce(tx)
    got(await beginDraft(tx, dana.actor, { frameworkId }))
    const item = (await findDraft(tx, frameworkId))?.items.find(({ itemId }) => itemId === reworded)
    assert.ok(item)
    const { itemId, revision } = item
    const fields = { ...item, statement: 'You keep what you promised, and say so.' }
    got(await rewordItem(tx, dana.actor, { frameworkId, itemId, revision, fields }))
    const version = got(await publishDraft(tx, dana.actor, { frameworkId, because: 'Clearer.' }, world.today))
    got(await putInForce(tx, dana.actor, { frameworkId, version, because: 'Clearer.' }, world.today))
  })
  await agreeOn(world, amara, ben, () => 4)
  assert.deepEqual(await heldOf(kept), [10, { since: '2026-01-12', last: '2026-11-17' }])
  assert.deepEqual(await heldOf(reworded), [0, { since: '2026-11-17', last: '2026-11-17' }])
})
