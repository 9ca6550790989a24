import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import {
  beginDraft,
  findDraft,
  frameworkInForce,
  keepPackage,
  listCompetencies,
  setPublic,
} from '../src/app/frameworks/frameworks.ts'
import { importFramework } from '../src/app/frameworks/importing.ts'
import { paths } from '../src/app/paths.ts'
import { form, raw } from './requests.ts'
import { addCharacter, addOrganisation, type Character, openWorld, type World } from './world.ts'

const BASE = '/ims/case/v1p1'
const UNKNOWN = '11111111-1111-4111-8111-111111111111'
const part = (number: number) => `e0000000-0000-4000-8000-${String(number).padStart(12, '0')}`

let world: World
let amara: Character
let dana: Character
let efe: Character
let mallory: Character
let otherOrg: string
let ours: string

/** A framework of two items, one under the other. */
const council = (at: number) => ({
  CFDocument: {
    identifier: part(at + 1),
    uri: 'https://far.example/1',
    creator: 'C',
    title: `Council ${at}`,
  },
  CFItems: [2, 3].map((number) => ({ identifier: part(at + number), fullStatement: `Statement ${number}` })),
  CFAssociations: [
    [2, 1],
    [3, 2],
  ].map(([from = 0, to = 0]) => ({
    identifier: part(at + 10 + from),
    associationType: 'isChildOf',
    originNodeURI: { identifier: part(at + from) },
    destinationNodeURI: { identifier: part(at + to) },
  })),
})

const importBy = (who: Character, value: unknown) =>
  world.house.db.inOrg(who.actor.orgId, (tx) =>
    importFramework(
      tx,
      who.actor,
      { name: 'x.json', bytes: Buffer.from(JSON.stringify(value)), origin: 'https://here.example' },
      world.today,
    ),
  )

const ask = async (path: string, init: RequestInit = {}) => {
  const response = await world.site.request(`http://localhost:3000${BASE}${path}`, init)
  return { status: response.status, text: await response.text(), headers: response.headers }
}

before(async () => {
  world = await openWorld()
  dana = await world.add({ name: 'Dana Price', standing: 'administrator' })
  amara = await world.add({ name: 'Amara Okafor' })
  efe = await world.add({ name: 'Efe Aydin', standing: 'administrator' })
  ours = (await world.inOrg(frameworkInForce)).frameworkId
  otherOrg = (await addOrganisation(world.house, 'Elsewhere Ltd')).orgId
  mallory = await addCharacter(world, otherOrg, { name: 'Mallory Stone', standing: 'administrator' })
  assert.ok((await importBy(dana, council(0))).ok)
})

test('the open addresses answer nothing of drafts, of what is closed and of another organisation, whatever is asked', async () => {
  assert.ok((await importBy(dana, council(400))).ok)
  await world.inOrg((tx) => setPublic(tx, dana.actor, part(401), true))
  const draft = await world.inOrg((tx) => beginDraft(tx, dana.actor, { frameworkId: part(401) }))
  assert.ok(draft.ok)
  const added = await dana.session.post(paths.draftItemNew(part(401)), {
    kind: 'skill',
    statement: 'Draft quokka words',
    title: 'Quokka',
    under: '',
  })
  assert.equal(added.status, 200, added.text)
  const hidden = (await world.inOrg((tx) => findDraft(tx, part(401))))?.items.find(
    ({ title }) => title === 'Quokka',
  )
  assert.ok(hidden)
  for (const kind of ['CFItems', 'CFItemAssociations', 'CFAssociations', 'CFDocuments', 'CFPackages'])
    assert.equal((await ask(`/${kind}/${hidden.itemId}`)).status, 404, kind)
  const whole = await ask(`/CFPackages/${part(401)}`)
  assert.equal(whole.status, 200)
  assert.doesNotMatch(whole.text, /quokka/i)
  assert.match(whole.headers.get('content-type') ?? '', /^application\/json/)
  for (const id of [part(1), part(2), ours, UNKNOWN])
    for (const kind of ['CFItems', 'CFItemAssociations', 'CFDocuments', 'CFPackages', 'CFRubrics'])
      assert.equal((await ask(`/${kind}/${id}`)).status, 404, `${kind} ${id}`)
  for (const path of ['/CFDocuments', `/CFDocuments/${part(401)}`, `/CFItems/${part(402)}`]) {
    const signedIn = await dana.session.get(`${BASE}${path}`)
    assert.equal(signedIn.headers.get('set-cookie'), null, path)
    const { headers } = await ask(path)
    assert.equal(headers.get('access-control-allow-credentials'), null)
  }
  assert.equal((await ask(`/CFItems/${UNKNOWN}`)).headers.get('cache-control'), 'no-store')
})

test('paging, sorting and filtering by nonsense is refused, and writing to the open addresses is not possible', async () => {
  for (const query of [
    'limit=-1',
    'limit=0',
    'limit=1e9',
    'limit=99999999999999999999',
    'offset=-5',
    'offset=NaN',
    'sort=__proto__',
    'sort=constructor',
    "sort=title';drop table framework",
    'orderBy=up',
    'fields=__proto__',
    'fields=orgId',
    "filter=orgId='x'",
    "filter=__proto__='x'",
    "filter=title~'x",
    `filter=${"title='a' OR ".repeat(300)}`,
  ])
    assert.equal((await ask(`/CFDocuments?${query}`)).status, 400, query)
  const far = await ask('/CFDocuments?limit=999999999&offset=999999999')
  assert.equal(far.status, 200)
  assert.deepEqual(JSON.parse(far.text), { CFDocuments: [] })
  const crlf = await ask(`/CFDocuments?limit=1&x=${encodeURIComponent('\r\nset-cookie: a=b')}`)
  assert.equal(crlf.headers.get('set-cookie'), null)
  const head = await ask('/CFDocuments', { method: 'HEAD' })
  assert.equal(head.status, 200)
  assert.equal(head.text, '')
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
    const { status, headers } = await ask(`/CFDocuments/${part(401)}`, {
      method,
      headers: { origin: 'http://localhost:3000' },
    })
    assert.ok(status >= 400 && status < 500, `${method} ${status}`)
    assert.equal(headers.get('access-control-allow-methods'), null)
  }
  for (const id of [`${part(401)}%00`, '%2e%2e%2f', `${part(401)}'--`, 'x'.repeat(4000)])
    assert.equal((await ask(`/CFDocuments/${id}`)).status, 404, id.slice(0, 50))
})

test('whoever opens a later copy of somebody’s framework, or of one item of it, does not speak in its place', async () => {
  const theirs = council(700)
  assert.ok((await importBy(mallory, theirs)).ok)
  await world.house.db.inOrg(otherOrg, (tx) => setPublic(tx, mallory.actor, part(701), true))
  const item = { identifier: part(702), fullStatement: 'Tampered' }
  world.setToday('2026-11-18')
  const thief = { CFDocument: { identifier: part(710), title: 'Mine', creator: 'x', uri: 'x' } }
  for (const copy of [
    { ...theirs, CFItems: [item], CFAssociations: [] },
    { ...thief, CFItems: [item], CFAssociations: [] },
  ]) {
    const kept = await importBy(dana, copy)
    assert.ok(kept.ok, JSON.stringify(kept))
    await world.inOrg((tx) => setPublic(tx, dana.actor, kept.value.id, true))
  }
  for (const path of [
    `/CFItems/${part(702)}`,
    `/CFItemAssociations/${part(702)}`,
    `/CFPackages/${part(701)}`,
    `/CFDocuments/${part(701)}`,
  ]) {
    const { status, text } = await ask(path)
    assert.equal(status, 200)
    assert.doesNotMatch(text, /Tampered/, path)
  }
  const list = JSON.parse((await ask('/CFDocuments')).text) as { CFDocuments: { identifier: string }[] }
  assert.equal(list.CFDocuments.filter(({ identifier }) => identifier === part(701)).length, 1)
})

test('what two administrators do at once to one draft is never lost and never published unread', async () => {
  const id = part(1)
  await dana.session.post(paths.draft(id))
  const hiddenIn = (html: string, name: string) =>
    new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1]
  const revision = hiddenIn((await dana.session.get(paths.draftSplit(id, part(3)))).html, 'revision') ?? ''
  const reworded = { kind: 'skill', statement: 'Efe said so', title: '', revision }
  assert.equal((await efe.session.post(paths.draftItem(id, part(3)), reworded)).status, 200)
  const split = { revision, 'title-1': 'One', 'statement-1': 'a', 'title-2': 'Two', 'statement-2': 'b' }
  for (const [path, fields] of [
    [paths.draftSplit(id, part(3)), split],
    [paths.draftRetirement(id, part(3)), { revision }],
    [paths.draftItem(id, part(3)), { ...reworded, statement: 'Dana said so' }],
  ] as [string, Record<string, string>][]) {
    const answer = await dana.session.post(path, fields)
    assert.equal(answer.status, 409, path)
    assert.match(answer.text, /Efe/)
  }
  const seen = hiddenIn((await dana.session.get(paths.draftPublishing(id))).html, 'seen') ?? ''
  const added = { kind: 'skill', statement: 'Slipped in', title: '', under: '' }
  assert.equal((await efe.session.post(paths.draftItemNew(id), added)).status, 200)
  const because = { because: 'Clearer words.', version: '2' }
  const unread = await dana.session.post(paths.draftPublishing(id), { ...because, seen })
  assert.equal(unread.status, 409)
  assert.match(unread.text, /Somebody changed the draft meanwhile.*Slipped in/)
  const read = hiddenIn(unread.html, 'seen') ?? ''
  const both = [dana, efe].map((who) =>
    who.session.post(paths.draftPublishing(id), { ...because, seen: read }),
  )
  const published = (await Promise.all(both)).map(({ status }) => status).sort()
  assert.equal(published[0], 200)
  assert.ok([404, 409, 422].includes(published[1] ?? 0), String(published))
})

test('an identifier of another organisation is not found by any form, and nobody but an administrator posts one', async () => {
  const [competency] = await world.inOrg((tx) => listCompetencies(tx))
  assert.ok(competency)
  const kept = await world.inOrg((tx) =>
    keepPackage(
      tx,
      dana.actor,
      {
        ...{
          frameworkId: part(501),
          title: 'Ours alone',
          version: '1',
          publisher: '',
          uri: null,
          language: '',
        },
        ...{ description: '', kind: 'competencies', rest: {}, items: [], associations: [], definitions: [] },
        source: null,
      },
      world.today,
    ),
  )
  assert.ok(kept.ok)
  await dana.session.post(paths.draft(part(501)))
  const item = competency.competencyId
  const posts: [string, Record<string, string>][] = [
    [paths.frameworkSharing(part(501)), { public: 'yes' }],
    [paths.draft(part(501)), {}],
    [paths.draftSteps(part(501)), { up: item }],
    [paths.draftEnd(part(501)), {}],
    [paths.draftItemNew(part(501)), { kind: 'skill', statement: 'x', title: 'x' }],
    [paths.draftItem(part(501), item), { kind: 'skill', statement: 'x', revision: '1' }],
    [paths.draftPlace(part(501), item), { under: '', after: '' }],
    [paths.draftSplit(part(501), item), { revision: '1' }],
    [paths.draftRetirement(part(501), item), { revision: '1' }],
    [paths.draftReturn(part(501), item), {}],
    [paths.draftDrawing(part(501)), { from: part(1), version: '1', item }],
    [paths.draftPublishing(part(501)), { because: 'x' }],
    [paths.frameworkMoving(part(501), '1'), { because: 'x' }],
  ]
  for (const [path, fields] of posts) {
    assert.equal((await amara.session.post(path, fields)).status, 403, path)
    const theirs = await mallory.session.post(path, fields)
    assert.ok([404, 409, 422].includes(theirs.status), `${path} ${theirs.status}`)
    const nobodys = await mallory.session.post(path.replaceAll(part(501), UNKNOWN), fields)
    assert.equal(theirs.status, nobodys.status, `${path} tells ours from nobody’s`)
    assert.doesNotMatch(theirs.text, /Ours alone/)
    const foreign = await raw(world, path, form(fields, { origin: 'https://evil.example' }))
    assert.equal(foreign.status, 403, path)
  }
  const draft = await world.inOrg((tx) => findDraft(tx, part(501)))
  assert.ok(draft)
  for (const path of [paths.framework(part(501)), paths.draft(part(501)), paths.draftPublishing(part(501))])
    assert.equal((await mallory.session.get(path)).status, 404, path)
  const own = await mallory.session.post(paths.frameworkNew, { title: 'Mine' })
  const mine = /library\/([0-9a-f-]{36})\/draft/.exec(own.path)?.[1] ?? ''
  for (const odd of ['x', "'; --", UNKNOWN, part(501), item]) {
    const fields = { kind: 'skill', title: 'a', statement: 'a', under: odd }
    const { status } = await mallory.session.post(paths.draftItemNew(mine), fields)
    assert.ok([200, 404, 422].includes(status), `under ${odd}: ${status}`)
    const drawn = { from: odd, version: '1', item: odd }
    assert.ok([404, 422].includes((await mallory.session.post(paths.draftDrawing(mine), drawn)).status), odd)
  }
  const parents = (await world.house.db.inOrg(otherOrg, (tx) => findDraft(tx, mine)))?.items ?? []
  assert.ok(parents.every(({ parentId }) => parentId === null))
})
