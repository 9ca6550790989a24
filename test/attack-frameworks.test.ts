import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { fetchFile } from '../src/app/frameworks/fetching.ts'
import {
  beginDraft,
  frameworkInForce,
  listCompetencies,
  listLibrary,
} from '../src/app/frameworks/frameworks.ts'
import { importFramework } from '../src/app/frameworks/importing.ts'
import { writeMoodle } from '../src/app/frameworks/rules/moodle-write.ts'
import { paths } from '../src/app/paths.ts'
import { addCharacter, addOrganisation, type Character, openWorld, type World } from './world.ts'

const part = (number: number) => `e0000000-0000-4000-8000-${String(number).padStart(12, '0')}`

let world: World
let amara: Character
let dana: Character
let mallory: Character
let otherOrg: string
let ours: string

before(async () => {
  world = await openWorld()
  dana = await world.add({ name: 'Dana Price', standing: 'administrator' })
  amara = await world.add({ name: 'Amara Okafor' })
  ours = (await world.inOrg(frameworkInForce)).frameworkId
  otherOrg = (await addOrganisation(world.house, 'Elsewhere Ltd')).orgId
  mallory = await addCharacter(world, otherOrg, { name: 'Mallory Stone', standing: 'administrator' })
})

const EVIL = `<script>alert(1)</script><img src=x onerror=alert(2)>"'><svg/onload=alert(3)>`
const JS = 'javascript:alert(document.domain)'

/** A framework that says something hostile in every text it has. */
const hostile = (at = 0) => ({
  CFDocument: {
    identifier: part(at + 1),
    uri: JS,
    creator: EVIL,
    publisher: EVIL,
    title: `Hostile ${at} ${EVIL}`,
    description: EVIL,
    language: 'en',
    version: EVIL,
    officialSourceURL: JS,
    __proto__x: 1,
  },
  CFItems: [
    {
      identifier: part(at + 2),
      uri: JS,
      humanCodingScheme: `=cmd|' /C calc'!A0 ${EVIL}`,
      fullStatement: `${EVIL} [click](${JS}) \u202egnp.exe`,
      abbreviatedStatement: EVIL,
      notes: EVIL,
      CFItemType: EVIL,
      conceptKeywords: [EVIL],
    },
    { identifier: part(at + 3), uri: JS, humanCodingScheme: '@SUM(1)', fullStatement: '+1+1' },
  ],
  CFAssociations: [
    [2, 1],
    [3, 2],
  ].map(([from = 0, to = 0], index) => ({
    identifier: part(at + 4 + index),
    uri: JS,
    associationType: 'isChildOf',
    originNodeURI: { identifier: part(at + from), title: EVIL, uri: JS },
    destinationNodeURI: { identifier: part(at + to), title: EVIL, uri: JS },
  })),
})

const bytesOf = (value: unknown) => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value))
const fileOf = (value: unknown, name = 'x.json') => new File([bytesOf(value)], name)

const choose = (who: Character, file: File, format = '') =>
  who.session.post(paths.frameworkImport, { file, address: '', format })

const importIt = (value: unknown, name = 'x.json') =>
  world.inOrg((tx) =>
    importFramework(
      tx,
      dana.actor,
      { name, bytes: bytesOf(value), origin: 'https://here.example' },
      world.today,
    ),
  )

/** Nothing of the page runs what somebody wrote, and no link does. */
function harmless(html: string, where: string): void {
  assert.doesNotMatch(html, /<script>alert|<img src=x|<svg\/onload/, where)
  assert.doesNotMatch(html, /(?:href|src|action)="\s*(?:javascript|data|vbscript):(?!image)/i, where)
}

test('what an import says in any of its texts is text on every page that shows it, and no address of it is a link that runs', async () => {
  const preview = await choose(dana, fileOf(hostile(), `${EVIL}.json`))
  assert.equal(preview.status, 200, preview.text)
  harmless(preview.html, 'preview')
  const held = `${preview.path.split('?')[0]}?${new URLSearchParams({
    ...Object.fromEntries(new URLSearchParams(preview.path.split('?')[1])),
    name: JS,
  })}`
  const kept = await dana.session.post(held)
  assert.equal(kept.status, 200, kept.text)
  const version = (await world.inOrg(listLibrary)).find(({ frameworkId }) => frameworkId === part(1))?.version
  assert.ok(version)
  const pages = [
    paths.library,
    paths.framework(part(1)),
    paths.frameworkVersion(part(1), version),
    `${paths.frameworkVersion(part(1), version)}?at=${part(2)}`,
    `${paths.frameworkVersion(part(1), version)}?about=${encodeURIComponent(EVIL)}`,
    paths.frameworkMoving(part(1), version),
    paths.frameworkDifference(part(1)),
  ]
  for (const path of pages)
    for (const who of [dana, amara]) {
      const seen = await who.session.get(path)
      assert.ok([200, 403, 404].includes(seen.status), `${path} ${seen.status}`)
      harmless(seen.html, path)
    }
  await dana.session.post(paths.draft(part(1)))
  const drafts = [
    paths.draft(part(1)),
    paths.draftItem(part(1), part(2)),
    paths.draftPlace(part(1), part(2)),
    paths.draftSplit(part(1), part(2)),
    paths.draftRetirement(part(1), part(2)),
    paths.draftItemNew(part(1), part(2)),
    paths.draftPublishing(part(1)),
    `${paths.draft(part(1))}?item=${part(2)}`,
  ]
  for (const path of drafts) {
    const seen = await dana.session.get(path)
    assert.equal(seen.status, 200, path)
    harmless(seen.html, path)
  }
  await dana.session.post(paths.draftEnd(part(1)))
  const drawn = await world.inOrg((tx) => beginDraft(tx, dana.actor, { title: `Own ${EVIL}` }))
  assert.ok(drawn.ok)
  const drawing = await dana.session.get(paths.draftDrawing(drawn.value, part(1)))
  assert.equal(drawing.status, 200)
  harmless(drawing.html, 'drawing')
  const put = { from: part(1), version, item: [part(2), part(3)] }
  assert.equal((await dana.session.post(paths.draftDrawing(drawn.value), put)).status, 200)
  harmless((await dana.session.get(paths.draft(drawn.value))).html, 'own draft')
  harmless((await dana.session.get(paths.library)).html, 'library')
  await dana.session.post(paths.draftEnd(drawn.value))
})

test('once hostile competencies are in force, no page of theirs runs what they say', async () => {
  const before = (await world.inOrg(listLibrary)).find(({ inForce }) => inForce)
  const version = (await world.inOrg(listLibrary)).find(({ frameworkId }) => frameworkId === part(1))?.version
  assert.ok(before && version)
  const moveTo = async (path: string) => {
    const { html } = await dana.session.get(path)
    const from = /name="from" value="([^"]*)"/.exec(html)?.[1] ?? ''
    const fields = { from: from.replaceAll('&lt;', '<').replaceAll('&quot;', '"').replaceAll('&amp;', '&') }
    const moved = await dana.session.post(path, { ...fields, because: EVIL })
    assert.equal(moved.status, 200, moved.text.slice(0, 300))
  }
  await moveTo(paths.frameworkMoving(part(1), version))
  const competencies = await world.inOrg((tx) => listCompetencies(tx))
  assert.ok(competencies.length > 0)
  for (const path of [
    paths.frameworks,
    ...competencies.map(({ competencyId }) => paths.competency(competencyId)),
    paths.roles,
    paths.gaps(amara.personId),
    paths.occupationMapping(),
    paths.careerAdverts(amara.personId),
    paths.career(amara.personId),
  ])
    for (const who of [dana, amara]) harmless((await who.session.get(path)).html, path)
  await moveTo(paths.frameworkMoving(before.frameworkId, before.version))
  assert.equal((await world.inOrg(frameworkInForce)).frameworkId, ours)
})

test('exports name no formula to a spreadsheet, take no name for a path, and are not shown in the browser', async () => {
  const version =
    (await world.inOrg(listLibrary)).find(({ frameworkId }) => frameworkId === part(1))?.version ?? ''
  for (const format of ['case', 'moodle-csv', 'csv']) {
    const { status, html, headers } = await dana.session.get(paths.frameworkExport(part(1), version, format))
    assert.equal(status, 200)
    assert.match(headers.get('content-disposition') ?? '', /^attachment; filename="[\w.-]+"$/)
    assert.equal(headers.get('x-content-type-options'), 'nosniff')
    assert.doesNotMatch(headers.get('content-type') ?? '', /html/)
    if (format === 'csv') assert.doesNotMatch(html, /(^|,|\n)"?[=+@-][^",\n]/m)
  }
  assert.equal((await dana.session.get(paths.frameworkExport(part(1), version, 'exe'))).status, 404)
  assert.equal((await dana.session.get(paths.frameworkExport(part(1), '../../x', 'csv'))).status, 404)
})

test('JSON that is deep, wide, cyclic, doubled, or reaches for the prototype is refused with a sentence, and leaves nothing', async () => {
  const count = async () => (await world.inOrg(listLibrary)).length
  const before = await count()
  const base = hostile(100)
  const item = (fields: object) => ({ ...base, CFItems: [...base.CFItems, fields] })
  const bad: [string, unknown][] = [
    ['deep', `${'['.repeat(200_000)}${']'.repeat(200_000)}`],
    ['deep objects', `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`],
    ['quotes', `{"a":"${'\\'.repeat(2_000_001)}`],
    ['cut off', JSON.stringify(base).slice(0, -20)],
    ['an item twice', item({ identifier: part(102), fullStatement: 'Other words' })],
    ['the document as an item', item({ identifier: part(101), fullStatement: 'I am my own framework' })],
    ['identifier a path', item({ identifier: '../../etc/passwd', fullStatement: 'x' })],
    ['identifier an object', item({ identifier: { $ne: null }, fullStatement: 'x' })],
    ['NUL', item({ identifier: part(150), fullStatement: 'a\u0000b' })],
    [
      'half a pair',
      JSON.stringify(item({ identifier: part(150), fullStatement: 'a' })).replace('"a"', '"\\ud800"'),
    ],
    ['an item that is a number', { ...base, CFItems: [7] }],
    ['an item that is null', { ...base, CFItems: [null] }],
    ['no list', { ...base, CFItems: { length: 1e9 } }],
    [
      'a circle',
      {
        ...base,
        CFAssociations: [
          [2, 3],
          [3, 2],
        ].map(([from = 0, to = 0], at) => ({
          identifier: part(160 + at),
          associationType: 'isChildOf',
          originNodeURI: { identifier: part(100 + from) },
          destinationNodeURI: { identifier: part(100 + to) },
        })),
      },
    ],
  ]
  for (const [name, value] of bad) {
    const { status, text } = await choose(dana, fileOf(value), 'case')
    assert.equal(status, 422, `${name}: ${status} ${text.slice(0, 300)}`)
    assert.doesNotMatch(text, /undefined|\[object|NaN|at file:/, name)
  }
  assert.equal(await count(), before)
  const proto = JSON.stringify(hostile(200)).replace(
    '"language"',
    '"__proto__":{"retired":true,"public":true},"constructor":{"prototype":{"x":1}},"language"',
  )
  const kept = await importIt(proto.replaceAll('"notes"', '"__proto__"'))
  assert.ok(kept.ok, JSON.stringify(kept))
  assert.equal(({} as Record<string, unknown>).retired, undefined)
  assert.equal(({} as Record<string, unknown>).x, undefined)
  const entry = (await world.inOrg(listLibrary)).find(({ frameworkId }) => frameworkId === part(201))
  assert.equal(entry?.public, false)
})

test('lists of Moodle’s and plain ones that are crafted to keep the server busy are read or refused, one by one', async () => {
  const cell = (text: string) => `"${text.replaceAll('"', '""')}"`
  const empty = { frameworkId: part(301), title: 'M', version: null, publisher: '', uri: null, language: '' }
  const pkg = { ...empty, description: '', kind: 'competencies' as const, rest: {}, items: [] }
  const head = writeMoodle({ ...pkg, associations: [], definitions: [], source: null })
  const [headings = '', frame = ''] = head.split('\r\n')
  const columns = headings.split(',').length
  for (const long of [
    `<p>${' '.repeat(900_000)}x`,
    '<!--'.repeat(200_000),
    '</p '.repeat(200_000),
    '<a '.repeat(300_000),
    '&amp'.repeat(200_000),
    `<p>${'\n'.repeat(900_000)}x`,
    `<p>${'\t \n'.repeat(300_000)}x`,
  ]) {
    const cells = Array.from({ length: columns }, (_, at) =>
      at === 1 || at === 2 ? 'a' : at === 3 ? long : '',
    )
    const file = fileOf(`${headings}\r\n${frame}\r\n${cells.map(cell).join(',')}\r\n`, 'moodle.csv')
    const { status } = await choose(dana, file, 'moodle-csv')
    assert.ok([200, 422].includes(status), String(status))
  }
  for (const text of [
    `code,statement\n${'"'.repeat(1_000_001)}`,
    `${','.repeat(500_000)}\n${','.repeat(500_000)}`,
    `code,parent,statement\n${Array.from({ length: 20_000 }, (_, at) => `${at},${at + 1},x`).join('\n')}\n20000,0,x`,
    `__proto__,constructor,statement\n1,2,3\n`,
    `code,statement\n__proto__,x\nconstructor,y\n`,
  ]) {
    const { status, text: words } = await choose(dana, fileOf(text, 'list.csv'), 'csv')
    assert.ok([200, 422].includes(status), `${status} ${text.slice(0, 30)}`)
    assert.doesNotMatch(words, /undefined|\[object/)
  }
})

test('an address with a private end, by whatever spelling, is never asked, and neither is one that is no address', async () => {
  for (const host of [
    '127.1',
    '0177.0.0.1',
    '127.0.0.1.',
    '100.64.0.1',
    '192.0.0.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '[::]',
    '[::ffff:7f00:1]',
    '[::ffff:169.254.169.254]',
    '[64:ff9b::7f00:1]',
    '[2002:7f00:1::]',
    '[fe80::1]',
    '[ff02::1]',
    '①②⑦.⓪.⓪.①',
  ])
    for (const port of ['', ':22', ':5432']) {
      const outcome = await fetchFile(`https://${host}${port}/x`, { millis: 5000 })
      assert.ok(!outcome.ok && /is a private address/.test(outcome.refusals[0]?.message ?? ''), host + port)
    }
  for (const address of [
    'ftp://far.example/x',
    'data:application/json,{}',
    JS,
    'blob:https://far.example/x',
    'https://@:pass@far.example',
    'https://dana@far.example',
    '//far.example/x',
    'https://',
  ])
    assert.ok(!(await fetchFile(address)).ok, address)
  for (const address of ['https://127.0.0.1:5432/', 'http://far.example/', JS]) {
    const { status, html } = await dana.session.post(paths.frameworkImport, { address, format: '' })
    assert.equal(status, 422)
    harmless(html, address)
  }
  assert.equal(
    (await amara.session.post(paths.frameworkImport, { address: 'https://127.0.0.1/' })).status,
    403,
  )
})

test('a laid-aside file is its organisation’s own, and no address leads out of the folder', async () => {
  const preview = await choose(dana, fileOf(hostile(600)))
  const query = preview.path.split('?')[1] ?? ''
  assert.equal((await mallory.session.get(preview.path)).status, 422)
  assert.equal((await mallory.session.post(preview.path)).status, 422)
  for (const file of ['../../../../etc/passwd', '', 'a'.repeat(64), '..%2f..%2f']) {
    const asked = new URLSearchParams(query)
    asked.set('file', file)
    const { status } = await dana.session.get(`${paths.frameworkImportFile()}?${asked}`)
    assert.equal(status, 422, file)
  }
  for (const answers of ['{', '[]', '{"columns":{"__proto__":"code"}}', '{"headerLine":1e99}', 'null'])
    assert.ok(
      [200, 422].includes(
        (
          await dana.session.get(
            `${paths.frameworkImportFile()}?${query.replace('format=case', 'format=csv')}&answers=${encodeURIComponent(answers)}`,
          )
        ).status,
      ),
      answers,
    )
  assert.equal(
    (await world.inOrg(listLibrary)).some(({ frameworkId }) => frameworkId === part(601)),
    false,
  )
})
