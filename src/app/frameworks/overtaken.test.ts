import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { type Character, openWorld, type World } from '../../../test/world.ts'
import { paths } from '../paths.ts'
import {
  type FrameworkPackage,
  findDraft,
  type Item,
  keepPackage,
  listCompetencies,
  listVersionsOf,
  readPackage,
  suggestedFor,
} from './frameworks.ts'

let world: World
let dana: Character
let deji: Character

before(async () => {
  world = await openWorld()
  dana = await world.add({ name: 'Dana Ellis', standing: 'administrator' })
  deji = await world.add({ name: 'Deji Bello', standing: 'administrator' })
})

const item = (itemId: string, parts: Partial<Item> = {}): Item => ({
  itemId,
  parentId: null,
  attached: true,
  kind: 'skill',
  typeWords: 'Standard',
  code: '',
  title: 'Hears out',
  statement: 'Hears the customer out.',
  soft: false,
  legal: false,
  words: [],
  levels: [],
  retired: false,
  replacedBy: null,
  uri: null,
  rest: {},
  ...parts,
})

const A = '0190cccc-0000-7000-8000-00000000000a'
const B = '0190cccc-0000-7000-8000-00000000000b'

/** Keeps a framework as an import does, and says what to call its next versions. */
async function imported(n: number, items: Item[], version = '1') {
  const frameworkId = `0190cccc-0000-7000-8000-${String(n).padStart(12, '0')}`
  const pkg: FrameworkPackage = {
    frameworkId,
    title: `Standards ${n}`,
    version,
    publisher: 'Institute of Service',
    uri: null,
    language: 'en',
    description: '',
    kind: 'competencies',
    rest: {},
    items,
    associations: [],
    definitions: [],
    source: null,
  }
  const kept = await world.inOrg((tx) => keepPackage(tx, dana.actor, pkg, world.today))
  assert.ok(kept.ok, JSON.stringify(kept))
  return frameworkId
}

const hidden = (html: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1]

test('an import beside an open draft is not undone unseen: publishing shows what it undoes, and asks', async () => {
  const frameworkId = await imported(1, [item(A)])
  await dana.session.post(paths.draft(frameworkId))
  await dana.session.post(paths.draftItemNew(frameworkId), { kind: 'skill', title: 'Our own' })
  const early = await dana.session.get(paths.draftPublishing(frameworkId))
  assert.doesNotMatch(early.html, /name="over"/)
  await imported(1, [item(A), item(B, { title: 'Calls back', statement: 'Calls back.' })], '2')
  const asked = { version: '3', because: 'Ours is added.' }
  const overtaken = await dana.session.post(paths.draftPublishing(frameworkId), {
    ...asked,
    seen: hidden(early.html, 'seen') ?? '',
  })
  assert.equal(overtaken.status, 409)
  assert.match(overtaken.text, /Version 2 came after this draft was begun from version 1/)
  assert.match(overtaken.text, /Calls back/)
  const unticked = await dana.session.post(paths.draftPublishing(frameworkId), {
    ...asked,
    seen: hidden(overtaken.html, 'seen') ?? '',
  })
  assert.equal(unticked.status, 422)
  assert.match(unticked.text, /Publishing the draft undoes what that version changed/)
  assert.equal((await world.inOrg((tx) => listVersionsOf(tx, frameworkId))).length, 2)
  const meant = await dana.session.post(paths.draftPublishing(frameworkId), { ...asked, over: '2' })
  assert.equal(meant.path, paths.frameworkVersion(frameworkId, '3'))
  const now = await world.inOrg((tx) => readPackage(tx, frameworkId))
  assert.deepEqual(now?.items.map(({ title }) => title).toSorted(), ['Hears out', 'Our own'])
})

test('Dana cannot throw away what Deji wrote in the draft since she last looked', async () => {
  const frameworkId = await imported(2, [item(A)])
  await dana.session.post(paths.draft(frameworkId))
  const seen = await dana.session.get(paths.draft(frameworkId))
  const mark = { revision: hidden(seen.html, 'revision') ?? '', begun: hidden(seen.html, 'begun') ?? '' }
  await deji.session.post(paths.draftItemNew(frameworkId), { kind: 'skill', title: 'Written by Deji' })
  const kept = await dana.session.post(paths.draftEnd(frameworkId), mark)
  assert.equal(kept.status, 409)
  assert.match(kept.text, /Somebody changed the draft meanwhile/)
  assert.match(kept.text, /Written by Deji/)
  const again = {
    revision: hidden(kept.html, 'revision') ?? '',
    begun: hidden(kept.html, 'begun') ?? '',
  }
  await dana.session.post(paths.draftEnd(frameworkId), again)
  assert.equal(await world.inOrg((tx) => findDraft(tx, frameworkId)), null)
})

test('an imported item whose form is saved untouched stays what its publisher wrote, to the byte', async () => {
  const levels: Item['levels'] = [
    { level: 2, label: '', anchor: ' I hear them\r\nout. ' },
    { level: 4, label: 'Merit', anchor: '' },
  ]
  const wrote = item(A, {
    code: ' H.1',
    title: 'Hears\nout ',
    statement: '  Hears **them** out.\r\n\r\nAll of it.\n',
    words: ['Hear', 'call, ring'],
    levels,
  })
  const frameworkId = await imported(3, [wrote])
  await dana.session.post(paths.draft(frameworkId))
  const revision = '1'
  const typed = {
    revision,
    kind: 'skill',
    code: ' H.1',
    title: 'Hearsout ',
    statement: '  Hears **them** out.\r\n\r\nAll of it.\r\n',
    words: 'Hear, call, ring',
    'anchor-2': ' I hear them\r\nout. ',
    'anchor-4': '',
  }
  const saved = await dana.session.post(paths.draftItem(frameworkId, A), typed)
  assert.match(saved.text, /is saved/)
  const [first] = (await world.inOrg((tx) => findDraft(tx, frameworkId)))?.items ?? []
  const { code, title, statement, words } = first ?? item(A)
  assert.deepEqual(
    { code, title, statement, words, levels: first?.levels },
    {
      code: wrote.code,
      title: wrote.title,
      statement: wrote.statement,
      words: wrote.words,
      levels,
    },
  )
  const none = await dana.session.post(paths.draftPublishing(frameworkId), { version: '2', because: 'Why.' })
  assert.match(none.text, /Nothing differs from version 1/)
  const other = await dana.session.post(paths.draftItem(frameworkId, A), {
    ...typed,
    revision: String(first?.revision),
    statement: 'Hears **them** out. All of it.',
  })
  assert.match(other.text, /is saved/)
  const [after] = (await world.inOrg((tx) => findDraft(tx, frameworkId)))?.items ?? []
  assert.equal(after?.statement, 'Hears **them** out. All of it.')
})

test('a publisher’s word suggests its competency whatever its capitals', async () => {
  const frameworkId = await imported(9, [item(A, { words: ['Apolog', 'Put Right'] }), item(B)])
  const all = await world.inOrg((tx) => listCompetencies(tx, { frameworkId, version: '1' }))
  const [found, ...more] = suggestedFor('She apologised, and put right what was wrong.', all)
  assert.deepEqual([found?.competency.competencyId, more.length], [A, 0])
})
