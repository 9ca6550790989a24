import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { type Character, openWorld, type World } from '../../../test/world.ts'
import { paths } from '../paths.ts'
import { listLibrary, readPackage } from './frameworks.ts'

const SHARED = fileURLToPath(new URL('../../../../shared/data/interop/case/frameworks/', import.meta.url))

let world: World
let dana: Character
let amara: Character
before(async () => {
  world = await openWorld()
  dana = await world.add({ name: 'Dana Reyes', standing: 'administrator' })
  amara = await world.add({ name: 'Amara Okafor' })
})

const id = (number: number) => `d0000000-0000-4000-8000-${String(number).padStart(12, '0')}`
const at = '2026-01-01T00:00:00+00:00'
const uriOf = (kind: string, number: number) => `https://far.example/ims/case/v1p0/${kind}/${id(number)}`

type Line = { number: number; under?: number; says?: string; code?: string }

/** A framework as a server of CASE 1.0 gives it: number 1 is the framework itself. */
function framework(lines: readonly Line[], more: Record<string, unknown> = {}): Record<string, unknown> {
  const end = (number: number) => ({
    title: String(number),
    identifier: id(number),
    uri: uriOf('CFItems', number),
  })
  return {
    CFDocument: {
      identifier: id(1),
      uri: uriOf('CFDocuments', 1),
      lastChangeDateTime: at,
      creator: 'Far Council',
      title: 'Far framework',
      adoptionStatus: null,
      CFPackageURI: { title: 'Far framework', identifier: id(1), uri: uriOf('CFPackages', 1) },
    },
    CFItems: lines.map(({ number, says, code }) => ({
      identifier: id(number),
      uri: uriOf('CFItems', number),
      lastChangeDateTime: at,
      fullStatement: says ?? `Says ${number}`,
      ...(code ? { humanCodingScheme: code } : {}),
      unheardOf: { of: 'anybody' },
      notes: null,
    })),
    CFAssociations: lines.flatMap(({ number, under }) =>
      under === undefined
        ? []
        : [
            {
              identifier: id(1000 + number),
              uri: uriOf('CFAssociations', 1000 + number),
              lastChangeDateTime: at,
              associationType: 'isChildOf',
              originNodeURI: end(number),
              destinationNodeURI: end(under),
            },
          ],
    ),
    ...more,
  }
}

const file = (body: unknown, name = 'far.json') =>
  new File([typeof body === 'string' ? body : JSON.stringify(body)], name, { type: 'application/json' })

const offer = (body: unknown, name?: string) =>
  dana.session.post(paths.frameworkImport, { file: file(body, name), address: '', format: '' })

const keep = (previewPath: string) => dana.session.post(previewPath)

test('Dana sees what a file holds before anything is kept, and keeps it in one press', async () => {
  const preview = await offer(
    framework([
      { number: 2, under: 1, says: 'Listens', code: 'A' },
      { number: 3, under: 2, says: 'Asks <script>alert(1)</script> & repeats' },
      { number: 4, says: 'Stands alone' },
    ]),
  )
  assert.equal(preview.status, 200)
  assert.match(preview.text, /Far framework/)
  assert.match(
    preview.text,
    /1 item stands under nothing, not even the framework, and is kept so: “Stands alone”/,
  )
  assert.match(preview.text, /Far Council/)
  assert.ok(!preview.html.includes('<script>alert'), 'what a statement holds is text')
  assert.deepEqual(
    (await world.inOrg(listLibrary)).filter(({ frameworkId }) => frameworkId === id(1)),
    [],
  )
  const kept = await keep(preview.path)
  assert.equal(kept.status, 200)
  assert.match(kept.text, /is in the library, with 3 items/)
  assert.ok(!kept.html.includes('<script>alert'))
  const whole = await world.inOrg((tx) => readPackage(tx, id(1)))
  assert.deepEqual(
    whole?.items.map(({ statement, parentId, attached }) => [statement, parentId, attached]),
    [
      ['Listens', null, true],
      ['Asks <script>alert(1)</script> & repeats', id(2), true],
      ['Stands alone', null, false],
    ],
  )
  const again = await keep(
    (await offer({ CFPackage: framework([{ number: 2, under: 1, says: 'Listens', code: 'A' }]) })).path,
  )
  assert.match(again.text, /is in the library, with 1 item/)
  const same = await keep(
    (await offer(framework([{ number: 2, under: 1, says: 'Listens', code: 'A' }]))).path,
  )
  assert.match(same.text, /Nothing was added: version [^ ]+ says the same already/)
})

test('a file that does not hold together is refused with the item named, and nothing of it is kept', async () => {
  const before = await world.inOrg(listLibrary)
  const child = (from: number, to: number, marked?: string) => ({
    identifier: id(3000 + from),
    uri: uriOf('CFAssociations', 3000 + from),
    lastChangeDateTime: at,
    associationType: 'isChildOf',
    originNodeURI: { title: '', identifier: id(from), uri: '' },
    destinationNodeURI: { title: '', identifier: id(to), uri: '', ...(marked ? { targetType: marked } : {}) },
  })
  const lone = [
    { number: 12, says: 'Weighs a complaint', code: 'B.2' },
    { number: 13, says: 'Mends it' },
  ]
  const bad: [string, unknown, RegExp][] = [
    [
      'a round',
      framework(lone, { CFAssociations: [child(12, 13), child(13, 12)] }),
      /B\.2 “Weighs a complaint” stands under itself, by way of “Mends it”/,
    ],
    [
      'an item under itself',
      framework(lone, { CFAssociations: [child(13, 13)] }),
      /“Mends it” stands under itself\./,
    ],
    [
      'two of one identifier',
      framework([...lone, { number: 12, says: 'Comes again' }]),
      /Two items have the identifier d0000000-0000-4000-8000-000000000012: “Comes again” is item 3 of the file/,
    ],
    [
      'a parent that is nowhere',
      framework(lone, { CFAssociations: [child(12, 99)] }),
      /B\.2 “Weighs a complaint” stands under d0000000-0000-4000-8000-000000000099, which is neither in the file nor marked as outside it/,
    ],
    [
      'a child that is nowhere',
      framework(lone, { CFAssociations: [child(99, 12)] }),
      /is about d0000000-0000-4000-8000-000000000099, which is neither in the file nor marked as outside it/,
    ],
    ['a list', { CFDocuments: [{}, {}] }, /list of 2 frameworks \(CFDocuments\)/],
    [
      'NUL',
      framework([{ number: 12, under: 1, says: 'Weighs\0' }]),
      /“Weighs.?” holds NUL or half a character/,
    ],
    [
      'half a character',
      JSON.stringify(framework([{ number: 12, under: 1, says: 'Weighs HALF' }])).replace('HALF', '\\ud83d'),
      /holds NUL or half a character/,
    ],
    [
      'an identifier of its own',
      framework([], { CFItems: [{ identifier: 'B2', fullStatement: 'Weighs' }] }),
      /“Weighs” has the identifier “B2”, which is no UUID/,
    ],
    ['JSON that breaks off', '{"CFDocument": {', /not JSON: it cannot be read at line 1/],
    ['brackets within brackets', `{"CFDocument":${'['.repeat(100_000)}`, /nests 64 brackets and more/],
    ['a page', '<!doctype html><title>Sign in</title>', /no file of a framework that can be read/],
  ]
  for (const [name, body, words] of bad) {
    const refused = await offer(body)
    assert.equal(refused.status, 422, name)
    assert.match(refused.text, words, name)
  }
  assert.deepEqual(await world.inOrg(listLibrary), before)
})

test('a parent outside the file is let through where it is marked so, and said', async () => {
  const outside = framework([{ number: 12, says: 'Weighs' }], {
    CFAssociations: [
      {
        identifier: id(4000),
        associationType: 'isChildOf',
        originNodeURI: { identifier: id(12) },
        destinationNodeURI: {
          title: 'Complaints',
          identifier: 'S1.2',
          uri: 'https://x.example/S1.2',
          targetType: 'ext:sector',
        },
      },
    ],
  })
  const preview = await offer(outside)
  assert.match(preview.text, /1 item stands under something outside this file: “Weighs”/)
})

test('two million items are refused before anything is made of them', async () => {
  const many = `{"CFDocument":{"identifier":"${id(1)}","title":"Vast"},"CFItems":[${'{},'.repeat(1_999_999)}{}]}`
  const refused = await offer(many)
  assert.equal(refused.status, 422)
  assert.match(refused.text, /The file holds 2,000,000 items\. A framework may have 200,000/)
  const more = await offer(many.replaceAll('{},', '{"a":[{}]},'))
  assert.match(more.text, /more than 4,000,000 objects/)
})

test('an import that breaks off in the middle leaves nothing behind', async () => {
  const body = framework(
    Array.from({ length: 2500 }, (_, at) => ({ number: 10_000 + at, under: 1 })),
    {},
  ) as { CFDocument: { identifier: string; title: string } }
  body.CFDocument.identifier = id(77)
  body.CFDocument.title = 'Breaks off'
  const text = JSON.stringify(body).replaceAll(`"identifier":"${id(1)}"`, `"identifier":"${id(77)}"`)
  const preview = await offer(text)
  assert.match(preview.text, /Breaks off/)
  const { db } = world.house
  const inOrg = db.inOrg
  db.inOrg = (orgId, work, options) =>
    inOrg(
      orgId,
      async (tx) => {
        const done = await work(tx)
        if (!options?.readOnly) throw new Error('the power went')
        return done
      },
      options,
    )
  try {
    assert.equal((await keep(preview.path)).status, 500)
  } finally {
    db.inOrg = inOrg
  }
  assert.equal(await world.inOrg((tx) => readPackage(tx, id(77))), null)
  assert.match((await keep(preview.path)).text, /with 2,500 items/)
})

test('Amara may read the library’s files, and import nothing', async () => {
  assert.equal((await amara.session.get(paths.frameworkImport)).status, 403)
  assert.equal(
    (await amara.session.post(paths.frameworkImport, { address: 'https://far.example' })).status,
    403,
  )
  const [entry] = (await world.inOrg(listLibrary)).filter(({ frameworkId }) => frameworkId === id(77))
  assert.ok(entry)
  for (const format of ['case', 'moodle-csv', 'csv']) {
    const page = await amara.session.get(paths.frameworkExport(id(77), entry.version, format))
    assert.equal(page.status, 200, format)
    assert.match(page.headers.get('content-disposition') ?? '', /^attachment; filename="Breaks-off/)
  }
  assert.equal((await amara.session.get(paths.frameworkExport(id(77), entry.version, 'docx'))).status, 404)
})

test('every real framework of the folder is imported over the page and exported as it came', async (t) => {
  if (!existsSync(SHARED)) return t.skip('shared data is not here')
  for (const name of readdirSync(SHARED)) {
    const text = readFileSync(`${SHARED}${name}`, 'utf8')
    const source = JSON.parse(text) as {
      CFDocument?: { identifier: string }
      CFItems: { identifier: string }[]
    }
    if (!source.CFDocument) continue
    const kept = await keep((await offer(text, name)).path)
    assert.equal(kept.status, 200, `${name}: ${kept.text.slice(0, 500)}`)
    const { identifier } = source.CFDocument
    const version = (await world.inOrg((tx) => readPackage(tx, identifier)))?.version ?? ''
    const exported = await dana.session.get(paths.frameworkExport(identifier, version, 'case'))
    const came = JSON.parse(exported.html) as typeof source
    const words = (items: Record<string, unknown>[]) =>
      items.map(({ identifier, fullStatement, abbreviatedStatement, humanCodingScheme, uri }) => [
        identifier,
        fullStatement,
        abbreviatedStatement,
        humanCodingScheme,
        uri,
      ])
    assert.deepEqual(words(came.CFItems), words(source.CFItems), name)
  }
})
