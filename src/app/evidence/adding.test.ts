import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { type Character, openWorld, type World } from '../../../test/world.ts'
import { listCompetencies } from '../frameworks/frameworks.ts'
import { paths } from '../paths.ts'
import { addEvidence, listDrafts, listEvidence } from './evidence.ts'

let world: World
let amara: Character
let competencies: Awaited<ReturnType<typeof listCompetencies>>

before(async () => {
  world = await openWorld()
  amara = await world.add({ name: 'Amara Okafor', team: 'Northgate' })
  competencies = await world.inOrg((tx) => listCompetencies(tx))
})

const SAID = { 'd-giver': 'A customer, by letter', 'd-quote': 'She rang when she said.' }
const itemsOf = (who: Character) => world.inOrg((tx) => listEvidence(tx, who.personId))
const idOf = (code: string) => competencies.find((one) => one.code === code)?.competencyId ?? ''

test('whoever adds an item may declare it their own account, and the day of it stays', async () => {
  const at = paths.evidence(amara.personId)
  const base = { ...SAID, text: 'A card from the allotment society.', kind: 'compliment' }
  const saved = await amara.session.post(at, { ...base, declared: 'yes' })
  const declaredOn = async () => (await itemsOf(amara))[0]?.declaredOn
  assert.equal(await declaredOn(), world.today)
  const today = world.today
  world.setToday('2026-11-20')
  await amara.session.post(saved.path, {
    ...base,
    text: 'A card from the society.',
    declared: 'yes',
    version: '1',
  })
  assert.equal(await declaredOn(), today)
  await amara.session.post(saved.path, { ...base, version: '2' })
  assert.equal(await declaredOn(), null)
  world.setToday(today)
})

test('a draft is linked where it is written, each competency with its reason, and says so once it is kept', async () => {
  const [heat, ear] = [idOf('CS-07'), idOf('CS-01')]
  const base = { ...SAID, text: 'She wrote that I had listened.' }
  const drafted = await amara.session.post(paths.evidence(amara.personId), {
    ...base,
    competency: [heat, ear],
    [`reason-${ear}`]: 'She says so.',
  })
  assert.match(drafted.path, /\/change$/)
  assert.match(drafted.html, new RegExp(`name="competency" value="${heat}"[^>]* checked`))
  assert.match(drafted.html, /value="She says so\."/)
  const item = drafted.path.replace(/\/change$/, '')
  const kept = await amara.session.post(item, {
    ...base,
    kind: 'compliment',
    version: '1',
    competency: ear,
    [`reason-${ear}`]: 'She says so.',
    [`reason-${heat}`]: 'Not sure of it yet.',
  })
  assert.equal(kept.status, 200, kept.text)
  const [saved] = await itemsOf(amara)
  assert.deepEqual(
    saved?.links.map(({ competencyId, reason }) => [competencyId, reason]),
    [[ear, 'She says so.']],
  )
})

test('a reason without its competency is not dropped: Amara is asked which she meant', async () => {
  const refused = await amara.session.post(paths.evidence(amara.personId), {
    ...SAID,
    text: 'Thanks for ringing.',
    kind: 'compliment',
    reason: 'The promise was kept.',
  })
  assert.equal(refused.status, 422)
  assert.match(refused.text, /You said why it bears on a competency, and chose none/)
  assert.match(refused.html, /value="The promise was kept\."/)
})

test('what a witness stands behind is kept without the typed form, and nobody changes its words', async () => {
  const added = await world.inOrg((tx) =>
    addEvidence(
      tx,
      amara,
      {
        personId: amara.personId,
        kind: 'witness testimony',
        text: 'I stood beside her when the customer shouted.',
        happenedOn: null,
        links: [],
        standsBehind: { name: 'Rosa Lind', relationship: 'Duty manager', as: 'witness' },
      },
      world.today,
    ),
  )
  assert.ok(added.ok)
  const path = paths.evidenceItem(amara.personId, added.value)
  assert.equal((await amara.session.get(`${path}/change`)).status, 404)
  const tried = await amara.session.post(path, {
    text: 'I was perfect.',
    kind: 'witness testimony',
    version: '1',
  })
  assert.equal(tried.status, 404)
  assert.ok((await itemsOf(amara)).some(({ text }) => text.startsWith('I stood beside her')))
  assert.ok(
    !(await world.inOrg((tx) => listDrafts(tx, amara.personId, amara))).some(
      ({ text }) => text === 'I was perfect.',
    ),
  )
})
