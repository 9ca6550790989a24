import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { packageCheck } from '../../../test/case-schema.ts'
import { addCharacter, addOrganisation, type Character, openWorld, type World } from '../../../test/world.ts'
import { paths } from '../paths.ts'
import { frameworkInForce, listCrosswalk, setPublic } from './frameworks.ts'
import { importFramework } from './importing.ts'

const SCHEMA = fileURLToPath(
  new URL(
    '../../../../shared/data/interop/case/schemas/opencase/official/case-v1p1-cfpackage.json',
    import.meta.url,
  ),
)
const BASE = '/ims/case/v1p1'
const UNKNOWN = '11111111-1111-4111-8111-111111111111'

let world: World
let dana: Character
let ours: string
before(async () => {
  world = await openWorld()
  dana = await world.add({ name: 'Dana Reyes', standing: 'administrator' })
  ours = (await world.inOrg(frameworkInForce)).frameworkId
})

type Answered = { status: number; body: Record<string, unknown>; headers: Headers }

async function ask(path: string, headers: Record<string, string> = {}): Promise<Answered> {
  const response = await world.site.request(`http://localhost:3000${BASE}${path}`, { headers })
  const text = await response.text()
  return { status: response.status, body: text ? JSON.parse(text) : {}, headers: response.headers }
}

const open = (frameworkId: string, isPublic: boolean) =>
  world.inOrg((tx) => setPublic(tx, dana.actor, frameworkId, isPublic))

type Identified = { identifier: string; [member: string]: unknown }
type Package = {
  CFItems: Identified[]
  CFAssociations: (Identified & { destinationNodeURI: { targetType?: string; uri: string } })[]
  CFRubrics: Identified[]
  CFDefinitions: { CFItemTypes: Identified[] }
}

/** A framework of CASE 1.0 with one of each kind of part. */
const part = (number: number) => `e0000000-0000-4000-8000-${String(number).padStart(12, '0')}`
const far = {
  CFDocument: {
    identifier: part(1),
    uri: 'https://far.example/1',
    creator: 'Far Council',
    title: 'Far framework',
  },
  CFItems: [{ identifier: part(2), uri: 'https://far.example/2', fullStatement: 'Listens <b>well</b>' }],
  CFAssociations: [
    {
      identifier: part(3),
      associationType: 'isChildOf',
      originNodeURI: { identifier: part(2) },
      destinationNodeURI: { identifier: part(1) },
    },
  ],
  CFDefinitions: {
    CFConcepts: [{ identifier: part(4), title: 'Care', hierarchyCode: '1' }],
    CFSubjects: [
      { identifier: part(5), title: 'Service', hierarchyCode: '1' },
      { identifier: part(6), title: 'By phone', hierarchyCode: '1.1' },
      { identifier: part(10), title: 'Sales', hierarchyCode: '10' },
    ],
    CFLicenses: [{ identifier: part(7), title: 'Open', licenseText: 'Use it' }],
    CFItemTypes: [{ identifier: part(8), title: 'Skill', hierarchyCode: '1' }],
    CFAssociationGroupings: [{ identifier: part(9), title: 'Set' }],
  },
}

const EVERY = [
  ['CFDocuments', 1],
  ['CFPackages', 1],
  ['CFItems', 2],
  ['CFItemAssociations', 2],
  ['CFAssociations', 3],
  ['CFConcepts', 4],
  ['CFSubjects', 5],
  ['CFLicenses', 7],
  ['CFItemTypes', 8],
  ['CFAssociationGroupings', 9],
] as const

test('what Dana has not made public is nowhere, at none of the addresses', async () => {
  const file = new File([JSON.stringify(far)], 'far.json')
  const preview = await dana.session.post(paths.frameworkImport, { file, address: '', format: '' })
  assert.equal((await dana.session.post(preview.path)).status, 200)
  assert.deepEqual((await ask('/CFDocuments')).body, { CFDocuments: [] })
  for (const [kind, number] of EVERY) assert.equal((await ask(`/${kind}/${part(number)}`)).status, 404, kind)
  assert.equal((await ask(`/CFPackages/${ours}`)).status, 404)
})

test('once it is public anybody reads every part of it by its identifier, without a sign-in and without a cookie', async () => {
  await open(part(1), true)
  for (const [kind, number] of EVERY) {
    const answer = await ask(`/${kind}/${part(number)}`)
    assert.equal(answer.status, 200, kind)
    assert.match(answer.headers.get('content-type') ?? '', /^application\/json/)
    assert.equal(answer.headers.get('x-content-type-options'), 'nosniff')
    assert.equal(answer.headers.get('access-control-allow-origin'), '*')
    assert.equal(answer.headers.get('set-cookie'), null)
  }
  const { body: item } = await ask(`/CFItems/${part(2)}`)
  assert.equal(item.fullStatement, 'Listens <b>well</b>')
  assert.deepEqual(item.CFDocumentURI, {
    title: 'Far framework',
    identifier: part(1),
    uri: 'https://far.example/1',
  })
  const { body: subjects } = await ask(`/CFSubjects/${part(5)}`)
  assert.deepEqual(
    (subjects.CFSubjects as Identified[]).map(({ title }) => title),
    ['Service', 'By phone'],
  )
  const { body: around } = await ask(`/CFItemAssociations/${part(2)}`)
  assert.equal((around.CFItem as Identified).identifier, part(2))
  assert.deepEqual(
    (around.CFAssociations as Identified[]).map(({ identifier }) => identifier),
    [part(3)],
  )
  assert.equal((await ask(`/CFItems/${part(2).toUpperCase()}`)).status, 200)
  await open(part(1), false)
  for (const [kind, number] of EVERY) assert.equal((await ask(`/${kind}/${part(number)}`)).status, 404, kind)
})

test('the framework in force goes out with levels, kinds and links to ESCO and O*NET, strictly', async (t) => {
  await open(ours, true)
  const { body } = await ask(`/CFPackages/${ours}`)
  const pkg = body as unknown as Package
  const links = await world.inOrg((tx) => listCrosswalk(tx))
  const targets = new Set(pkg.CFAssociations.map(({ destinationNodeURI }) => destinationNodeURI.targetType))
  assert.ok(targets.has('ext:esco') && targets.has('ext:onet'), [...targets].join())
  assert.ok(
    pkg.CFAssociations.filter(({ destinationNodeURI }) => destinationNodeURI.targetType).length >=
      links.length * 0.9,
  )
  const [rubric = { identifier: '', CFRubricCriteria: [] }] = pkg.CFRubrics
  assert.equal((rubric.CFRubricCriteria as unknown[]).length, pkg.CFItems.length)
  for (const [kind, parts] of [
    ['CFItems', pkg.CFItems],
    ['CFAssociations', pkg.CFAssociations.slice(0, 3)],
    ['CFAssociations', pkg.CFAssociations.slice(-3)],
    ['CFRubrics', pkg.CFRubrics],
    ['CFItemTypes', pkg.CFDefinitions.CFItemTypes],
  ] as const)
    for (const { identifier } of parts) {
      const answer = await ask(`/${kind}/${identifier}`)
      assert.equal(answer.status, 200, `${kind} ${identifier}`)
      assert.equal(answer.body.identifier, identifier)
    }
  for (const { uri } of pkg.CFItems)
    assert.match(String(uri), /^https:\/\/localhost:3000\/ims\/case\/v1p1\/CFItems\//)
  if (!existsSync(SCHEMA)) t.diagnostic('the official schema is not here: our reading of it is asked')
  const validate = packageCheck(existsSync(SCHEMA) ? JSON.parse(readFileSync(SCHEMA, 'utf8')) : undefined)
  assert.ok(validate(body), JSON.stringify(validate.errors?.slice(0, 3)))
})

test('a list is paged, sorted, filtered and cut to members; what it cannot do it refuses by name', async () => {
  await open(ours, true)
  await open(part(1), true)
  const titles = async (query: string) =>
    ((await ask(`/CFDocuments${query}`)).body.CFDocuments as Identified[]).map(({ title }) => title)
  const all = await titles('?sort=title')
  assert.equal(all.length, 2)
  assert.deepEqual(await titles('?sort=title&orderBy=desc'), all.toReversed())
  const second = await ask('/CFDocuments?sort=title&limit=1&offset=1')
  assert.equal(second.headers.get('x-total-count'), '2')
  assert.match(second.headers.get('link') ?? '', /<https:[^>]*offset=0[^>]*>; rel="prev"/)
  assert.deepEqual(await titles('?sort=title&limit=1&offset=1'), all.slice(1))
  assert.deepEqual(await titles("?filter=title~'FAR'"), ['Far framework'])
  assert.deepEqual(await titles("?filter=title='x' OR creator='Far Council'"), ['Far framework'])
  assert.deepEqual((await ask("/CFDocuments?fields=title&filter=title~'far'")).body.CFDocuments, [
    { title: 'Far framework' },
  ])
  for (const [query, code] of [
    ['limit=0', 'invalid_selection_field'],
    ['offset=-1', 'invalid_selection_field'],
    ['sort=colour', 'invalid_sort_field'],
    ['fields=title,colour', 'invalid_selection_field'],
    ['filter=title', 'invalid_selection_field'],
  ]) {
    const { status, body } = await ask(`/CFDocuments?${query}`)
    assert.equal(status, 400, query)
    assert.equal(body.imsx_codeMajor, 'failure')
    assert.equal(JSON.stringify(body.imsx_codeMinor).includes(`"${code}"`), true, query)
  }
})

test('an unknown identifier, one that is none, and an address that is none are each 404 as CASE says it', async () => {
  for (const kind of [...EVERY.map(([kind]) => kind), 'CFRubrics'])
    for (const [identifier, code] of [
      [UNKNOWN, 'unknownobject'],
      ['11111111-1111-3111-8111-111111111111', 'unknownobject'],
      ['not-a-uuid', 'invalid_uuid'],
      ["'; drop table framework; --", 'invalid_uuid'],
    ] as const) {
      const { status, body } = await ask(`/${kind}/${encodeURIComponent(identifier)}`)
      assert.equal(status, 404, `${kind} ${identifier}`)
      assert.equal(body.imsx_codeMajor, 'failure')
      assert.ok(JSON.stringify(body.imsx_codeMinor).includes(code))
    }
  assert.equal((await ask('/CFNothing')).body.imsx_severity, 'error')
})

test('whoever has a framework already is told that it is the same, until it is not', async () => {
  await open(ours, true)
  const first = await ask(`/CFPackages/${ours}`)
  const etag = first.headers.get('etag') ?? ''
  assert.ok(etag)
  assert.equal((await ask(`/CFPackages/${ours}`, { 'if-none-match': etag })).status, 304)
  const competencyId = (first.body.CFItems as Identified[])[0]?.identifier ?? ''
  await world.inOrg((tx) =>
    tx.db
      .deleteFrom('crosswalk')
      .where('org_id', '=', tx.orgId)
      .where('competency_id', '=', competencyId)
      .execute(),
  )
  assert.equal((await ask(`/CFPackages/${ours}`, { 'if-none-match': etag })).status, 200)
})

test('of a framework that two organisations keep only the one that opened it is read', async () => {
  const { orgId } = await addOrganisation(world.house, 'Other House')
  const chidi = await addCharacter(world, orgId, { name: 'Chidi Eze', standing: 'administrator' })
  await open(part(1), false)
  await world.house.db.inOrg(orgId, async (tx) => {
    const bytes = Buffer.from(JSON.stringify(far).replaceAll('Far framework', 'Theirs'))
    const asked = { name: 'theirs.json', bytes, origin: 'https://localhost:3000' }
    assert.ok((await importFramework(tx, chidi.actor, asked, world.today)).ok)
  })
  assert.equal((await ask(`/CFDocuments/${part(1)}`)).status, 404)
  await world.house.db.inOrg(orgId, (tx) => setPublic(tx, chidi.actor, part(1), true))
  assert.equal((await ask(`/CFDocuments/${part(1)}`)).body.title, 'Theirs')
})
