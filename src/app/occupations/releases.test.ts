import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { escoTables, onetTables, type Tables } from '../../../test/occupation-tables.ts'
import { type Character, openWorld, type World } from '../../../test/world.ts'
import { paths } from '../paths.ts'
import { importOccupations, loadDownload, takeDownload } from './loading.ts'
import { listMapping } from './mapping.ts'
import { findOccupation, listOccupations, loadPack, skillsOf } from './occupations.ts'
import { removeRelease } from './releases.ts'
import { idFor, type Scheme } from './rules/facts.ts'
import { listReleases } from './store/releases.ts'

let world: World
let dana: Character
let amara: Character
let folder: string

before(async () => {
  world = await openWorld({ today: '2026-11-22' })
  dana = await world.add({ name: 'Dana Price', standing: 'administrator' })
  amara = await world.add({ name: 'Amara Okafor', team: 'Northgate' })
  folder = await mkdtemp(join(tmpdir(), 'goldthread-releases-'))
})
after(() => rm(folder, { recursive: true, force: true }))

async function load(scheme: Scheme, version: string, tables: Tables): Promise<void> {
  const path = await mkdtemp(join(folder, `${scheme}-`))
  for (const [name, rows] of Object.entries(tables))
    await writeFile(join(path, `${name}.txt`), rows.map((row) => row.join('\t')).join('\n'))
  const outcome = await importOccupations(world.house, world.orgId, null, { scheme, at: { path }, version })
  assert.ok(outcome.ok, JSON.stringify(outcome))
}

const versions = async () =>
  (await world.inOrg(listReleases)).map(({ scheme, version, shown }) => [scheme, version, shown])

test('a version that was loaded under a wrong number is taken away, and the one before it is shown again', async () => {
  await load('onet', '29.2', onetTables())
  const mistyped = onetTables()
  mistyped['Occupation Data']?.splice(2)
  await load('onet', '92.2', mistyped)
  assert.deepEqual(await versions(), [
    ['onet', '92.2', true],
    ['onet', '29.2', false],
  ])
  const address = paths.occupationRelease('onet', '92.2')
  assert.match((await dana.session.get(paths.occupationLoading)).html, new RegExp(`href="${address}"`))
  const page = await dana.session.get(address)
  assert.match(page.text, /1 occupation of O\*NET 92\.2 will be gone\..*Pages will show O\*NET 29\.2\./)
  assert.equal((await amara.session.get(address)).status, 403)
  assert.equal((await amara.session.post(address)).status, 403)
  const refused = await world.inOrg((tx) =>
    removeRelease(tx, amara.actor, { scheme: 'onet', version: '92.2' }),
  )
  assert.equal(refused.ok, false)
  assert.equal((await versions()).length, 2)
  const removed = await dana.session.post(address)
  assert.match(removed.text, /O\*NET 92\.2 is removed\. Pages show O\*NET 29\.2\./)
  assert.deepEqual(await versions(), [['onet', '29.2', true]])
  const { found } = await world.inOrg((tx) => listOccupations(tx, { limit: 10, offset: 0 }))
  assert.equal(found.length, 3)
  assert.equal((await world.inOrg((tx) => skillsOf(tx, found[1]?.occupationId ?? ''))).length > 0, true)
  assert.equal((await dana.session.get(address)).status, 404)
  assert.equal((await dana.session.get(paths.occupationRelease('isco', '29.2'))).status, 404)
})

test('the report of an older version says that it is kept, and which one is shown', async () => {
  const bytes = Buffer.from('O*NET-SOC Code\tTitle\n43-9901.00\tHelp Line Advisers\n')
  const file = { name: 'Occupation Data.txt', bytes }
  const loadId = await world.inOrg(async (tx) => {
    const taken = await takeDownload(world.house, tx, dana.actor, { scheme: 'onet', version: '28.1', file })
    assert.ok(taken.ok)
    return taken.value
  })
  await loadDownload(world.house, { orgId: world.orgId, loadId })
  const report = await dana.session.get(paths.occupationLoad(loadId))
  assert.match(report.text, /Version O\*NET 28\.1: kept, O\*NET 29\.2 is shown/)
})

test('only an administrator hands in a download, by whichever door', async () => {
  const file = { name: 'onet.zip', bytes: Buffer.from('x') }
  assert.deepEqual(
    await world.inOrg((tx) =>
      takeDownload(world.house, tx, amara.actor, { scheme: 'onet', version: '30.0', file }),
    ),
    { ok: false, refusals: [{ message: 'Only an administrator loads occupations.' }] },
  )
})

test('a starter pack leaves the descriptions of a download where they are', async () => {
  const uri = 'http://data.europa.eu/esco/occupation/0ededdc2-050a-4ec3-8e70-6295105fcd19'
  const tables = escoTables()
  const [head = [], first = []] = tables.occupations_en ?? []
  const own = first
    .with(1, uri)
    .with(3, 'call centre agent')
    .with(4, '')
    .with(6, 'Agents answer whoever rings.')
  await load('esco', '1.2.0', {
    occupations_en: [head, own],
    skills_en: [
      ['conceptUri', 'preferredLabel', 'skillType', 'description'],
      [
        'http://data.europa.eu/esco/skill/11111111-2222-4333-8444-555555555555',
        'carry out active selling',
        'skill/competence',
        'Speak so that somebody wants it.',
      ],
    ],
  })
  const loaded = await world.inOrg((tx) => loadPack(tx, dana.actor, 'contact-centre'))
  assert.ok(loaded.ok && loaded.value > 100)
  const agent = await world.inOrg((tx) => findOccupation(tx, idFor(uri)))
  assert.equal(agent?.description, 'Agents answer whoever rings.')
  const { mapped } = await world.inOrg((tx) =>
    listMapping(tx, { words: ['carry', 'out', 'active', 'selling'], limit: 5, offset: 0 }),
  )
  assert.deepEqual(
    mapped.map(({ skill }) => [skill.title, skill.description]),
    [['carry out active selling', 'Speak so that somebody wants it.']],
  )
})
