import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { importOccupations } from '../src/app/occupations/loading.ts'
import { listOccupations } from '../src/app/occupations/occupations.ts'
import { escoVersion } from '../src/app/occupations/rules/esco.ts'
import type { Scheme } from '../src/app/occupations/rules/facts.ts'
import { onetVersion } from '../src/app/occupations/rules/onet.ts'
import { paths } from '../src/app/paths.ts'
import { makeZip, type Part } from './crafted-files.ts'
import { crawl } from './fuzzing.ts'
import { escoTables, onetTables, type Tables } from './occupation-tables.ts'
import { addCharacter, addOrganisation, type Character, openWorld, type World } from './world.ts'

let world: World
let amara: Character
let dana: Character

before(async () => {
  world = await openWorld()
  amara = await world.add({ name: 'Amara Okafor' })
  dana = await world.add({ name: 'Dana Price', standing: 'administrator' })
})

const EVIL = '<script>alert(1)</script><img src=x onerror=alert(2)>'
const JS = 'javascript:alert(document.domain)'

const cell = (text: string) => `"${text.replaceAll('"', '""')}"`
const parts = (tables: Tables, ending: 'csv' | 'txt'): Part[] =>
  Object.entries(tables).map(([name, rows]) => ({
    name: `${name}.${ending}`,
    content: rows.map((row) => (ending === 'csv' ? row.map(cell).join(',') : row.join('\t'))).join('\n'),
  }))

const load = (scheme: Scheme, name: string, bytes: Uint8Array, version: string | null = '9.9') =>
  importOccupations(world.house, world.orgId, dana.actor, { scheme, at: { name, bytes }, version })

const heldHere = () => world.inOrg((tx) => listOccupations(tx, { limit: 1, offset: 0 }))

test('archives that swell, lie, hide, lead out of their folder or hold too many parts load nothing', async () => {
  const tables = parts(onetTables(), 'txt')
  const zeros = Buffer.alloc(5_000_000)
  const sheet = (name: string, content: string | Buffer, more: Partial<Part> = {}) =>
    makeZip([
      { name: '[Content_Types].xml', content: '<?xml version="1.0"?><Types/>' },
      { name, content, ...more },
    ])
  const bombs: [string, string, Buffer][] = [
    ['a table that claims less', 'onet.zip', makeZip([{ name: 'Skills.txt', content: zeros, claims: 10 }])],
    ['a sheet that swells', 'Skills.xlsx', sheet('xl/worksheets/sheet1.xml', zeros)],
    ['a sheet that claims less', 'Skills.xlsx', sheet('xl/worksheets/sheet1.xml', zeros, { claims: 10 })],
    ['a sheet in an archive', 'o.zip', makeZip([{ name: 'Skills.xlsx', content: sheet('xl/s.xml', zeros) }])],
    [
      'parts in one place',
      'o.xlsx',
      makeZip([...tables.slice(0, 1), { name: 'b', content: '', inPlaceOf: 0 }]),
    ],
    [
      'a name that leads out',
      'o.zip',
      makeZip([...tables, { name: '../../../tmp/Skills.txt', content: 'x' }]),
    ],
    ['a whole path', 'o.zip', makeZip([...tables, { name: '/etc/cron.d/Skills.txt', content: 'x' }])],
    ['a path of Windows', 'o.zip', makeZip([...tables, { name: 'C:\\x\\Skills.txt', content: 'x' }])],
    [
      'too many parts',
      'o.zip',
      makeZip(Array.from({ length: 5001 }, (_, at) => ({ name: `${at}.txt`, content: '' }))),
    ],
    ['cut off', 'o.zip', makeZip(tables).subarray(0, 900)],
    ['no spreadsheet', 'Skills.xlsx', Buffer.from('PK\u0003\u0004 nothing')],
    [
      'a table of quotation marks',
      'occupations_en.csv',
      Buffer.from(`conceptUri,x\n"${'x'.repeat(2_000_000)}`),
    ],
  ]
  for (const [name, file, bytes] of bombs) {
    const outcome = await load(file.endsWith('csv') ? 'esco' : 'onet', file, bytes)
    assert.ok(!outcome.ok, name)
    for (const { message } of outcome.refusals)
      assert.doesNotMatch(message, /undefined|\/work\/|node_modules/)
  }
  assert.equal((await heldHere()).of, 0)
})

test('what a download says is text on every page, and no address of it is a link that runs', async () => {
  const tables = escoTables()
  for (const rows of Object.values(tables)) {
    const [headings = []] = rows
    for (const row of rows.slice(1))
      for (const [at, heading] of headings.entries())
        if (/label|description/i.test(heading)) row[at] = `${row[at] ?? ''} ${EVIL}`
  }
  const from = tables.occupations_en?.[1]?.[1] ?? ''
  tables['occupation-skills'] = [
    ['occupationUri', 'relationType', 'skillType', 'skillLabel', 'skillUri', 'skillDescription'],
    [from, 'essential', 'skill/competence', `said here ${EVIL}`, JS, EVIL],
    [from, 'essential', 'skill/competence', `said there ${EVIL}`, '', EVIL],
    [from, 'essential', 'skill/competence', `said above ${EVIL}`, '', EVIL],
  ]
  tables.transversalSkillsCollection_en = [
    ['conceptUri', 'preferredLabel', 'description'],
    [JS, `said there ${EVIL}`, EVIL],
  ]
  tables.skillsHierarchy_en = [
    [1, 2, 3].flatMap((level) => [`Level ${level} URI`, `Level ${level} preferred term`]),
    [JS, `said above ${EVIL}`, '', '', '', ''],
  ]
  const loaded = await load('esco', 'esco-9.9.0.zip', makeZip(parts(tables, 'csv')), null)
  assert.ok(loaded.ok, JSON.stringify(loaded).slice(0, 600))
  for (const who of [dana, amara]) {
    const { pages } = await crawl(who, [paths.occupations, paths.occupationMapping(), paths.roles], 60)
    assert.match([...pages.values()].join(''), /said here/)
    for (const [path, html] of pages) {
      assert.doesNotMatch(html, /<script>alert|<img src=x/, path)
      assert.doesNotMatch(html, /(?:href|src|action)="\s*(?:javascript|data|vbscript):(?!image)/i, path)
    }
  }
})

test('a name made to be searched for a version for ever is searched in passing', () => {
  assert.equal(escoVersion([`${'esco'.repeat(16_000)}x`]), null)
  assert.equal(onetVersion([`${'db_'.repeat(20_000)}x`, `${'onet'.repeat(16_000)}`]), null)
  assert.equal(escoVersion(['ESCO dataset - v1.2.0 - classification - en - csv.zip']), '1.2.0')
})

test('another organisation’s occupations and loads are not there, and only Dana loads or decides', async () => {
  const { orgId } = await addOrganisation(world.house, 'Elsewhere Ltd')
  const mallory = await addCharacter(world, orgId, { name: 'Mallory Stone', standing: 'administrator' })
  const { found } = await heldHere()
  const id = found[0]?.occupationId ?? ''
  assert.ok(id)
  for (const path of [paths.occupation(id), paths.occupationRole(id)])
    assert.equal((await mallory.session.get(path)).status, 404, path)
  const file = new File(['x'], 'onet.zip')
  const sent = await dana.session.post(paths.occupationLoading, { scheme: 'onet', file })
  assert.equal(sent.status, 200)
  for (const who of [mallory, amara])
    assert.ok([403, 404].includes((await who.session.get(sent.path)).status))
  for (const [path, fields] of [
    [paths.occupationLoading, { scheme: 'onet' }],
    [paths.occupationPack('retail'), {}],
    [paths.occupationRole(id), { title: 'x' }],
    [paths.occupationMapping(), { decision: 'related' }],
  ] as [string, Record<string, string>][])
    assert.equal((await amara.session.post(path, fields)).status, 403, path)
  for (const about of ['%', '_', "'", '\\', '(', '[a-z]', '&', '!', ':*', '%%'.repeat(100), '\u0000'])
    for (const page of ['1', '-1', '1e9', '9999', 'x']) {
      const asked = new URLSearchParams({ about: about.replace('\u0000', ''), page, from: 'x' })
      assert.equal((await amara.session.get(`${paths.occupations}?${asked}`)).status, 200, about)
    }
})
