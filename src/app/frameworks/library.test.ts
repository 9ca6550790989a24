import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'kysely'
import { addOrganisation, type Character, openWorld, type World } from '../../../test/world.ts'
import type { Id } from '../../kernel/id.ts'
import { listHistory } from '../history/history.ts'
import {
  addItem,
  beginDraft,
  type FrameworkPackage,
  frameworkInForce,
  type Item,
  keepPackage,
  listCompetencies,
  listLibrary,
  listVersionsOf,
  publishDraft,
  readPackage,
  setPublic,
} from './frameworks.ts'

let world: World
let dana: Character
let amara: Character

before(async () => {
  world = await openWorld()
  dana = await world.add({ name: 'Dana Price', standing: 'administrator' })
  amara = await world.add({ name: 'Amara Okafor' })
})

const FRAMEWORK = '0190bbbb-0000-7000-8000-000000000000'
const itemId = (n: number): Id => `0190bbbb-0000-7000-8000-${String(n).padStart(12, '0')}`

const item = (n: number, parent: number | null, parts: Partial<Item> = {}): Item => ({
  itemId: itemId(n),
  parentId: parent === null ? null : itemId(parent),
  attached: true,
  kind: 'skill',
  typeWords: 'Standard',
  code: `S.${n}`,
  title: '',
  statement: `Puts **number** ${n} right\n`,
  soft: n % 2 === 0,
  legal: false,
  words: ['right'],
  levels: [{ level: 3, label: 'on my own', anchor: 'I put it right' }],
  retired: false,
  replacedBy: null,
  uri: `https://standards.example/items/${n}`,
  rest: { z: 1, a: { b: [n, null] } },
  ...parts,
})

const pkg = (items: Item[], parts: Partial<FrameworkPackage> = {}): FrameworkPackage => ({
  frameworkId: FRAMEWORK,
  title: 'Standards of service',
  version: '1.0',
  publisher: 'Institute of Service',
  uri: 'https://standards.example/',
  language: 'en',
  description: 'What is asked.',
  kind: 'competencies',
  rest: { adoptionStatus: 'Adopted' },
  items,
  associations: [
    {
      associationId: itemId(701),
      type: 'isRelatedTo',
      originId: itemId(1),
      destinationId: 'http://data.europa.eu/esco/skill/x',
      sequence: null,
      rest: { destinationNodeURI: { targetType: 'ext:esco' } },
    },
  ],
  definitions: [{ kind: 'CFSubjects', definitionId: itemId(801), body: { title: 'Service' } }],
  source: { format: 'case', address: 'standards.json', sha256: 'ab'.repeat(32), readOn: '2026-11-17' },
  ...parts,
})

const keep = (asked: FrameworkPackage, by = dana) =>
  world.inOrg((tx) => keepPackage(tx, by.actor, asked, world.today))

test('what Dana imports is kept whole, in its order and word for word, beside the framework in force', async () => {
  const asked = pkg([item(1, null), item(3, 1), item(2, 1), item(4, null, { attached: false })])
  const kept = await keep(asked)
  assert.deepEqual(kept, {
    ok: true,
    value: { frameworkId: FRAMEWORK, title: asked.title, version: '1.0', items: 4, kept: true },
  })
  const read = await world.inOrg((tx) => readPackage(tx, FRAMEWORK))
  assert.ok(read)
  const tree = read.associations.filter(({ type }) => type === 'isChildOf')
  assert.deepEqual(
    { ...read, associations: read.associations.filter(({ type }) => type !== 'isChildOf') },
    asked,
  )
  assert.deepEqual(
    tree.map(({ originId, destinationId, sequence }) => [originId, destinationId, sequence]),
    [
      [itemId(1), FRAMEWORK, 1],
      [itemId(3), itemId(1), 1],
      [itemId(2), itemId(1), 2],
    ],
  )
  const library = await world.inOrg(listLibrary)
  assert.deepEqual(
    library.map(({ title, items, inForce, public: isPublic }) => [title, items, inForce, isPublic]),
    [
      ['Goldthread customer service competencies', 18, true, false],
      ['Standards of service', 4, false, false],
    ],
  )
  assert.equal((await world.inOrg(listCompetencies)).length, 18)
  const [entry] = await world.inOrg((tx) => listHistory(tx, { recordId: FRAMEWORK }))
  assert.equal(entry?.kind, 'framework.imported')
})

test('the same again is known again; another wording is the next version, and a name that is taken gets a number', async () => {
  const same = pkg([item(1, null), item(3, 1), item(2, 1), item(4, null, { attached: false })])
  const again = await keep({ ...same, source: null })
  assert.ok(again.ok && !again.value.kept)
  assert.ok((await keep({ ...same, version: null })).ok)
  assert.equal((await world.inOrg((tx) => listVersionsOf(tx, FRAMEWORK))).length, 1)
  const other = await keep({ ...same, items: [item(1, null, { statement: 'Another' })] })
  assert.ok(other.ok && other.value.kept)
  assert.equal(other.value.version, '1.0 (2)')
  const versions = await world.inOrg((tx) => listVersionsOf(tx, FRAMEWORK))
  assert.deepEqual(
    versions.map(({ version, items }) => [version, items]),
    [
      ['1.0 (2)', 1],
      ['1.0', 4],
    ],
  )
  const library = await world.inOrg(listLibrary)
  assert.deepEqual(
    library.map(({ version }) => version),
    ['2026-1', '1.0 (2)'],
    'the newest of each',
  )
  const old = await world.inOrg((tx) => readPackage(tx, FRAMEWORK, '1.0'))
  assert.equal(old?.items[0]?.statement, 'Puts **number** 1 right\n')
})

test('nothing is kept of a file with one wrong item, and nobody but an administrator imports', async () => {
  const id = '0190cccc-0000-7000-8000-000000000000'
  const wrong = await keep(pkg([item(1, 2), item(2, 1)], { frameworkId: id }))
  assert.match(
    wrong.ok ? '' : (wrong.refusals[0]?.message ?? ''),
    /S\.1 .* stands under itself, by way of S\.2/,
  )
  const broken = world.inOrg(async (tx) => {
    const kept = await keepPackage(tx, dana.actor, pkg([item(1, null)], { frameworkId: id }), world.today)
    assert.ok(kept.ok)
    throw new Error('the server dies')
  })
  await assert.rejects(broken, /dies/)
  assert.equal(await world.inOrg((tx) => readPackage(tx, id)), null)
  assert.ok(!(await keep(pkg([item(1, null)], { frameworkId: id }), amara)).ok)
})

test('a published version cannot be changed, by whatever way in: the database refuses', async () => {
  const asApp = (work: (tx: Parameters<Parameters<World['inOrg']>[0]>[0]) => Promise<unknown>) =>
    world.inOrg(work)
  for (const table of ['framework_item', 'framework_association', 'framework_definition'] as const) {
    await assert.rejects(
      asApp((tx) => tx.db.updateTable(table).set({ place: 99 }).execute()),
      /permission denied/,
    )
    await assert.rejects(
      asApp((tx) => tx.db.deleteFrom(table).execute()),
      /permission denied/,
    )
    await assert.rejects(
      sql`update ${sql.table(`goldthread.${table}`)} set place = 99`.execute(world.house.db.installation),
      /cannot be changed/,
    )
  }
  for (const change of [{ title: 'Other' }, { uri: 'x' }, { version: '9' }])
    await assert.rejects(
      asApp((tx) => tx.db.updateTable('framework').set(change).execute()),
      /permission denied/,
    )
  await assert.rejects(
    asApp((tx) => tx.db.deleteFrom('framework').execute()),
    /permission denied/,
  )
})

test('Dana makes a framework public, every version of it, and closes it again; the next version follows', async () => {
  const say = (isPublic: boolean, by = dana) =>
    world.inOrg((tx) => setPublic(tx, by.actor, FRAMEWORK, isPublic))
  assert.ok(!(await say(true, amara)).ok)
  assert.ok((await say(true)).ok)
  await keep(pkg([item(1, null, { statement: 'A third' })], { version: '3' }))
  const versions = () => world.inOrg((tx) => listVersionsOf(tx, FRAMEWORK))
  assert.ok((await versions()).every((each) => each.public))
  await world.inOrg(async (tx) => {
    assert.ok((await beginDraft(tx, dana.actor, { frameworkId: FRAMEWORK })).ok)
    const fields = { ...item(9, null), kind: 'skill' as const }
    assert.ok((await addItem(tx, dana.actor, { frameworkId: FRAMEWORK, parentId: null, fields })).ok)
    const asked = { frameworkId: FRAMEWORK, because: 'One more.' }
    assert.ok((await publishDraft(tx, dana.actor, asked, world.today)).ok)
  })
  assert.deepEqual((await versions()).map((each) => each.public).slice(0, 2), [true, true], 'a draft’s too')
  assert.ok((await say(false)).ok)
  assert.ok((await versions()).every((each) => !each.public))
  assert.ok(!(await world.inOrg((tx) => setPublic(tx, dana.actor, itemId(1), true))).ok)
})

test('a framework of another organisation is not there', async () => {
  const { orgId } = await addOrganisation(world.house, 'Quayside Homes')
  const there = await world.house.db.inOrg(orgId, async (tx) => [
    await readPackage(tx, FRAMEWORK),
    (await listLibrary(tx)).length,
    (await frameworkInForce(tx)).version,
  ])
  assert.deepEqual(there, [null, 1, '2026-1'])
})
