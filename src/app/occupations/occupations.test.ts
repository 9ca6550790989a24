import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { type Character, openWorld, type World } from '../../../test/world.ts'
import { listCompetencies, listCrosswalk } from '../frameworks/frameworks.ts'
import { paths } from '../paths.ts'
import { listRoles } from '../roles/roles.ts'
import {
  findOccupation,
  findPack,
  listOccupations,
  loadPack,
  PACK_NAMES,
  proposeCompetencies,
  proposedRole,
  relatedTo,
  skillsOf,
} from './occupations.ts'
import { decisionField, otherField } from './pages/mapping-page.tsx'
import { idFor, onetOccupationUri } from './rules/facts.ts'

let world: World
let dana: Character
let amara: Character

before(async () => {
  world = await openWorld({ today: '2026-11-22' })
  dana = await world.add({ name: 'Dana Price', standing: 'administrator' })
  amara = await world.add({ name: 'Amara Okafor', team: 'Northgate' })
})

const found = async (about: string) =>
  (await world.inOrg((tx) => listOccupations(tx, { about, limit: 50, offset: 0 }))).found

test('before anything is loaded Amara reads what belongs there, and Dana loads a pack', async () => {
  assert.match((await amara.session.get(paths.occupations)).text, /No occupations yet/)
  const loaded = await dana.session.post(paths.occupationPack('contact-centre'))
  assert.match(loaded.text, /Contact centre is loaded/)
  assert.match(loaded.text, /Contact centre supervisor/)
  assert.match((await dana.session.post(paths.occupationPack('contact-centre'))).text, /here already/)
})

test('every pack loads, again without a change, and says where its facts are from; none holds a description', async () => {
  for (const name of PACK_NAMES) {
    const pack = await findPack(name)
    assert.ok(pack)
    assert.equal(pack.attribution.length, 2)
    assert.doesNotMatch(JSON.stringify(pack.facts), /description/i)
    await world.inOrg((tx) => loadPack(tx, null, name))
    const again = await world.inOrg((tx) => loadPack(tx, null, name))
    assert.deepEqual(again, { ok: true, value: 0 })
    for (const { occupation, like } of pack.roles)
      for (const uri of [occupation, ...(like ? [like] : [])])
        assert.ok(await world.inOrg((tx) => findOccupation(tx, idFor(uri))), uri)
  }
})

test('Amara finds an occupation by its title, by another title and by its code, each page with its attribution', async () => {
  const byTitle = await amara.session.get(`${paths.occupations}?about=call+centre+agent`)
  assert.match(byTitle.text, /call centre agent 5244\.1 ISCO 5244, Contact centre salespersons ESCO 1\.2\.0/)
  assert.match(byTitle.text, /ESCO classification of the European Commission, version 1\.2\.0/)
  assert.match(byTitle.text, /O\*NET is a trademark of USDOL\/ETA/)
  const other = await amara.session.get(`${paths.occupations}?about=sales+floor+supervisor&from=onet`)
  assert.match(
    other.text,
    /First-Line Supervisors of Non-Retail Sales Workers also called Sales Floor Supervisor/,
  )
  assert.equal((await found('43-4051'))[0]?.title, 'Customer Service Representatives')
  assert.match((await amara.session.get(`${paths.occupations}?about=astronaut`)).text, /No title holds all/)
  assert.deepEqual(await found('100%'), [], 'a sign of SQL patterns is only a sign')
})

test('an ESCO occupation shows what is essential and optional, and which share most with it, with how many', async () => {
  const [agent] = await found('call centre agent')
  assert.ok(agent)
  const skills = await world.inOrg((tx) => skillsOf(tx, agent.occupationId))
  assert.equal(skills.filter(({ relation }) => relation === 'essential').length, 17)
  assert.equal(skills.filter(({ relation }) => relation === 'optional').length, 15)
  const shown = await amara.session.get(paths.occupation(agent.occupationId))
  assert.match(shown.text, /Essential 17 skills/)
  assert.match(shown.text, /shares \d+ of its 17 essential skills/)
  assert.match(shown.text, /Our roles that cite it/)
  assert.match(shown.text, /ESCO classification of the European Commission/)
  assert.doesNotMatch(shown.text, /Make this a role of ours/, 'that is Dana’s')
  const shared = (await world.inOrg((tx) => relatedTo(tx, agent.occupationId))).map(({ why }) =>
    Number(/shares (\d+)/.exec(why)?.[1]),
  )
  assert.deepEqual(
    shared,
    shared.toSorted((a, b) => b - a),
  )
})

test('an O*NET occupation shows its ratings and its job zone, and what lies near it leads on', async () => {
  const shown = await amara.session.get(paths.occupation(idFor(onetOccupationUri('43-4051.00'))))
  assert.match(shown.text, /Job Zone Two/)
  assert.match(shown.text, /Active Listening 4\.00/)
  assert.match(shown.text, /Telemarketers 41-9041\.00, among the nearest, by O\*NET/)
  assert.match(shown.html, new RegExp(paths.occupation(idFor(onetOccupationUri('43-1011.00')))))
  const thin = await amara.session.get(paths.occupation(idFor(onetOccupationUri('41-1011.00'))))
  assert.match(thin.text, /Only its code and title are here/)
  assert.match(
    thin.text,
    /First-Line Supervisors of Non-Retail Sales Workers 41-1012\.00, puts this one near itself, by O\*NET/,
  )
})

test('of an occupation no page holds a list without a line, also where all that lies near it is elsewhere', async () => {
  for (const { occupationId, title } of await found('')) {
    const { html } = await amara.session.get(paths.occupation(occupationId))
    assert.doesNotMatch(html, /<ul class="rows"><\/ul>/, title)
  }
})

test('roles that cite an occupation are named on its page', async () => {
  const cited = (await world.inOrg(listRoles)).find(({ sources }) =>
    sources.some(({ address }) => address.includes('6aa78e46-ce22-421f-8a75-e915ac63c9d0')),
  )
  assert.ok(cited)
  const [supervisor] = await found('3341.3')
  assert.match(
    (await amara.session.get(paths.occupation(supervisor?.occupationId ?? ''))).text,
    new RegExp(cited.title),
  )
})

test('nothing is related by itself: Dana decides each proposal, and what she decides is a link with its source', async () => {
  const about = { about: 'carry out active selling' }
  const shown = await dana.session.get(paths.occupationMapping(about))
  assert.match(shown.text, /carry out active selling ESCO 1\.2\.0\. Asked by \d+ occupations/)
  const skillId = /name="other-([0-9a-f-]{36})"/.exec(shown.html)?.[1] ?? ''
  const competencies = await world.inOrg(listCompetencies)
  const culture = competencies.find(({ code }) => code === 'CS-15')
  const measures = competencies.find(({ code }) => code === 'CS-18')
  assert.ok(culture && measures)
  const linked = async () =>
    (await world.inOrg((tx) => listCrosswalk(tx, culture.competencyId))).filter(
      ({ title }) => title === 'carry out active selling',
    )
  assert.deepEqual(await linked(), [])
  const kept = await dana.session.post(paths.occupationMapping(about), {
    [otherField(skillId)]: culture.competencyId,
  })
  assert.match(kept.text, /1 decision kept/)
  const [link] = await linked()
  assert.equal(link?.framework, 'ESCO')
  assert.equal(link.version, '1.2.0')
  assert.equal(link.relation, 'isRelatedTo')
  const again = await dana.session.post(paths.occupationMapping(about), {
    [decisionField(skillId, culture.competencyId)]: 'related',
  })
  assert.match(again.text, /Nothing differs from before/)
  await dana.session.post(paths.occupationMapping(about), {
    [decisionField(skillId, culture.competencyId)]: 'not related',
  })
  assert.deepEqual(await linked(), [])
  const after = await dana.session.get(paths.occupationMapping(about))
  assert.match(after.html, /value="not related" selected/)
  const wrong = await dana.session.post(paths.occupationMapping(about), {
    [decisionField(skillId, culture.competencyId)]: 'perhaps',
  })
  assert.equal(wrong.status, 422)
  assert.match(wrong.text, /Choose one of the answers/)
})

test('an occupation becomes a role when Dana confirms: levels from the links, the source cited, what she changed kept', async () => {
  const [supervisor] = await found('3341.4')
  assert.ok(supervisor)
  const address = paths.occupationRole(supervisor.occupationId)
  const proposed = await world.inOrg((tx) => proposedRole(tx, supervisor.occupationId))
  assert.ok(proposed && proposed.role.requirements.length > 3, 'the starter crosswalk proposes something')
  const page = await dana.session.get(address)
  assert.match(page.text, /This is a proposal, and nothing is added yet/)
  const before = (await world.inOrg(listRoles)).length
  const [first, second] = proposed.role.requirements
  assert.ok(first && second)
  const empty = await dana.session.post(address, { title: '', track: 'Line', responsibility: '4' })
  assert.equal(empty.status, 422)
  assert.equal((await world.inOrg(listRoles)).length, before)
  const added = await dana.session.post(address, {
    title: 'Shift supervisor',
    track: 'Line',
    responsibility: '4',
    sector: 'Contact centre',
    entry: '',
    [`level-${first.competencyId}`]: '4',
    [`needed-${first.competencyId}`]: 'essential',
  })
  assert.equal(added.status, 200, added.text)
  const role = (await world.inOrg(listRoles)).find(({ title }) => title === 'Shift supervisor')
  assert.deepEqual(
    role?.requirements.map(({ competencyId, level, essential }) => [competencyId, level, essential]),
    [[first.competencyId, 4, true]],
  )
  assert.equal(role?.sources[0]?.address, supervisor.uri)
  assert.equal(role?.sector, 'Contact centre')
  assert.match((await amara.session.get(paths.occupation(supervisor.occupationId))).text, /Shift supervisor/)
})

test('a role of the retail pack is proposed in its own words, and cites the occupation that stands in for it', async () => {
  const pack = await findPack('retail')
  const at = pack?.roles.findIndex(({ title }) => title === 'Shop floor supervisor') ?? -1
  const role = pack?.roles[at]
  assert.ok(role)
  const page = await dana.session.get(
    paths.occupationRole(idFor(role.occupation), { pack: 'retail', role: at }),
  )
  assert.match(page.html, /value="Shop floor supervisor"/)
  assert.match(page.html, /value="Retail"/)
  assert.match(page.text, /41-1011\.00 First-Line Supervisors of Retail Sales Workers/)
  assert.match(page.text, /41-1012\.00 First-Line Supervisors of Non-Retail Sales Workers/)
  assert.match(page.html, /value="[34]" selected/)
  const [agent] = await found('call centre agent')
  for (const of of [
    { pack: 'retail', role: 0 },
    { pack: 'retail', role: 99 },
  ])
    assert.equal(
      (await dana.session.get(paths.occupationRole(agent?.occupationId ?? '', of))).status,
      404,
      'a pack’s role stands under its own occupation alone',
    )
})

test('a job advert proposes competencies, each with the parts of the advert that say so, and not from what it offers', async () => {
  const advert = `Team leader, repairs desk
• Coach and give feedback to six advisers
• Handle customer complaints through to redress
• Report KPIs to the operations manager every week
We offer 25 days holiday, a pension and feedback coaching for your own career.`
  const proposals = await world.inOrg(async (tx) =>
    proposeCompetencies(advert, await listCompetencies(tx), await listCrosswalk(tx)),
  )
  const codes = new Map(
    (await world.inOrg(listCompetencies)).map(({ competencyId, code }) => [competencyId, code]),
  )
  const said = new Map(proposals.map(({ competencyId, because }) => [codes.get(competencyId), because]))
  assert.deepEqual(said.get('CS-02'), ['Coach and give feedback to six advisers'])
  assert.equal(said.get('CS-07')?.[0], 'Handle customer complaints through to redress')
  assert.ok(said.has('CS-18'), 'measures')
  assert.ok(!said.has('CS-11'), 'the name of the job alone says nothing of working as a team')
  assert.ok(!JSON.stringify([...said.values()]).includes('pension'))
})
