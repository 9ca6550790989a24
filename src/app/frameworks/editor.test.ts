import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { type Character, openWorld, type World } from '../../../test/world.ts'
import { paths } from '../paths.ts'
import { findDraft, listVersionsOf } from './frameworks.ts'
import type { DraftItem } from './rules/draft.ts'

let world: World
let dana: Character
let deji: Character
let amara: Character

before(async () => {
  world = await openWorld()
  dana = await world.add({ name: 'Dana Ellis', standing: 'administrator' })
  deji = await world.add({ name: 'Deji Bello', standing: 'administrator' })
  amara = await world.add({ name: 'Amara Okafor', team: 'Northgate' })
})

/** A new framework of a heading and three items under it, as Dana writes it in the editor. */
async function written(title: string): Promise<{ frameworkId: string; items(): Promise<DraftItem[]> }> {
  const begun = await dana.session.post(paths.frameworkNew, { title })
  assert.equal(begun.status, 200)
  const frameworkId = begun.path.split('/')[3] ?? ''
  const items = async () => (await world.inOrg((tx) => findDraft(tx, frameworkId)))?.items ?? []
  await dana.session.post(paths.draftItemNew(frameworkId), { kind: 'group', title: 'Complaints' })
  const [heading] = await items()
  for (const [code, title] of [
    ['C1', 'Hears the customer out'],
    ['C2', 'Settles the complaint'],
    ['C3', 'Keeps the record'],
  ] as const)
    await dana.session.post(paths.draftItemNew(frameworkId), {
      under: heading?.itemId ?? '',
      kind: 'skill',
      code,
      title,
      statement: `${title}, every time.`,
    })
  return { frameworkId, items }
}

const order = (items: readonly DraftItem[]) => items.map(({ code, title }) => code || title)
const coded = (items: readonly DraftItem[], code: string): DraftItem => {
  const item = items.find((each) => each.code === code)
  assert.ok(item, `no item ${code}`)
  return item
}

test('Dana writes a framework: a heading, and items in their order under it', async () => {
  const { frameworkId, items } = await written('Complaints at Larkfield')
  assert.deepEqual(order(await items()), ['Complaints', 'C1', 'C2', 'C3'])
  const page = await dana.session.get(paths.draft(frameworkId))
  assert.match(page.text, /Complaints at Larkfield: first version/)
  assert.match(page.text, /3 items under it/)
})

test('one press moves an item, and the same button waits for the next press', async () => {
  const { frameworkId, items } = await written('Moving by buttons')
  const c3 = coded(await items(), 'C3').itemId
  const up = await dana.session.post(paths.draftSteps(frameworkId), { up: c3 })
  assert.deepEqual(order(await items()), ['Complaints', 'C1', 'C3', 'C2'])
  assert.ok(up.path.endsWith(`#up-${c3}`), up.path)
  assert.match(up.text, /is now 2 of 3 under “Complaints”/)
  await dana.session.post(paths.draftSteps(frameworkId), { in: c3 })
  assert.equal(coded(await items(), 'C3').parentId, coded(await items(), 'C1').itemId)
  await dana.session.post(paths.draftSteps(frameworkId), { out: c3 })
  await dana.session.post(paths.draftSteps(frameworkId), { down: c3 })
  assert.deepEqual(order(await items()), ['Complaints', 'C1', 'C2', 'C3'])
  const far = await dana.session.post(paths.draftSteps(frameworkId), { down: c3 })
  assert.match(far.text, /cannot go further down/)
})

test('an item is moved under another and after another, and never below itself', async () => {
  const { frameworkId, items } = await written('Moving by form')
  const [c1, c3] = [coded(await items(), 'C1').itemId, coded(await items(), 'C3').itemId]
  const form = await dana.session.get(`${paths.draftPlace(frameworkId, c3)}?under=none`)
  assert.match(form.html, /name="under" value="none"/)
  await dana.session.post(paths.draftPlace(frameworkId, c3), { under: 'none', after: 'none' })
  assert.deepEqual(order(await items()), ['C3', 'Complaints', 'C1', 'C2'])
  const heading = (await items()).find(({ title }) => title === 'Complaints')?.itemId ?? ''
  const refused = await dana.session.post(paths.draftPlace(frameworkId, heading), {
    under: c1,
    after: 'none',
  })
  assert.equal(refused.status, 422)
  assert.match(refused.text, /cannot stand under .*Hears the customer out/)
})

test('two people who reword one item lose nothing: the second sees both, and decides', async () => {
  const { frameworkId, items } = await written('Two at once')
  const { itemId, revision } = coded(await items(), 'C2')
  const at = paths.draftItem(frameworkId, itemId)
  const words = { kind: 'skill', code: 'C2', title: 'Settles the complaint', revision: String(revision) }
  await dana.session.post(at, { ...words, statement: 'Settles the complaint within three days.' })
  const second = await deji.session.post(at, { ...words, statement: 'Settles the complaint fairly.' })
  assert.equal(second.status, 409)
  assert.match(second.text, /Dana Ellis changed C2 .* on 17 November 2026 at 10:00/)
  assert.match(second.html, /<del>.*within three days\.<\/del>/)
  assert.match(second.html, /Settles the complaint fairly\.<\/textarea>/)
  assert.equal(coded(await items(), 'C2').statement, 'Settles the complaint within three days.')
  const again = /name="revision" value="(\d+)"/.exec(second.html)?.[1] ?? ''
  await deji.session.post(at, {
    ...words,
    revision: again,
    statement: 'Settles the complaint fairly, within three days.',
  })
  assert.equal(coded(await items(), 'C2').statement, 'Settles the complaint fairly, within three days.')
})

test('two people who change different items are both heard', async () => {
  const { frameworkId, items } = await written('Two items at once')
  const [c1, c2] = [coded(await items(), 'C1'), coded(await items(), 'C2')]
  const save = (who: Character, { itemId, revision, code, kind, title }: DraftItem, statement: string) =>
    who.session.post(paths.draftItem(frameworkId, itemId), {
      kind,
      code,
      title,
      statement,
      revision: String(revision),
    })
  await save(dana, c1, 'Hears it all.')
  await save(deji, c2, 'Settles it all.')
  assert.deepEqual((await items()).map(({ statement }) => statement).filter(Boolean), [
    'Hears it all.',
    'Settles it all.',
    'Keeps the record, every time.',
  ])
})

test('what was typed is kept where a reworded item says nothing', async () => {
  const { frameworkId, items } = await written('Typed in vain')
  const { itemId, revision } = coded(await items(), 'C1')
  const page = await dana.session.post(paths.draftItem(frameworkId, itemId), {
    kind: 'skill',
    code: 'C1-new',
    title: '',
    statement: ' ',
    revision: String(revision),
  })
  assert.equal(page.status, 422)
  assert.match(page.html, /value="C1-new"/)
  assert.match(page.text, /Say what the item asks/)
})

test('a published item is split and retired, and names what is used instead', async () => {
  const { frameworkId, items } = await written('Splitting')
  await dana.session.post(paths.draftPublishing(frameworkId), { version: '1', because: 'The first.' })
  await dana.session.post(paths.draft(frameworkId))
  const c2 = coded(await items(), 'C2')
  const one = await dana.session.post(paths.draftSplit(frameworkId, c2.itemId), {
    revision: String(c2.revision),
    'statement-1': 'Settles the complaint fairly.',
  })
  assert.equal(one.status, 422)
  assert.match(one.html, /Settles the complaint fairly\.<\/textarea>/)
  await dana.session.post(paths.draftSplit(frameworkId, c2.itemId), {
    revision: String(c2.revision),
    'code-1': 'C2a',
    'statement-1': 'Settles the complaint fairly.',
    'code-3': 'C2b',
    'statement-3': 'Says in writing what was settled.',
  })
  assert.deepEqual(order(await items()), ['Complaints', 'C1', 'C2', 'C2a', 'C2b', 'C3'])
  const c3 = coded(await items(), 'C3')
  const c2b = coded(await items(), 'C2b')
  await dana.session.post(paths.draftRetirement(frameworkId, c3.itemId), {
    revision: String(c3.revision),
    replacedBy: c2b.itemId,
  })
  const page = await dana.session.get(paths.draft(frameworkId))
  assert.match(page.text, /Use C2b “Says in writing what was settled\.” instead/)
  await dana.session.post(paths.draftReturn(frameworkId, c3.itemId))
  assert.equal(coded(await items(), 'C3').retired, false)
})

test('an item that no version holds is taken out rather than retired', async () => {
  const { frameworkId, items } = await written('Taken out')
  const c3 = coded(await items(), 'C3')
  const page = await dana.session.post(paths.draftRetirement(frameworkId, c3.itemId), {
    revision: String(c3.revision),
  })
  assert.match(page.text, /is taken out/)
  assert.deepEqual(order(await items()), ['Complaints', 'C1', 'C2'])
})

test('publishing shows the difference first and asks why; the version is then in the library, and not in force', async () => {
  const { frameworkId, items } = await written('Publishing')
  await dana.session.post(paths.draftPublishing(frameworkId), { version: '1', because: 'The first.' })
  await dana.session.post(paths.draft(frameworkId))
  const { itemId, revision } = coded(await items(), 'C1')
  await dana.session.post(paths.draftItem(frameworkId, itemId), {
    kind: 'skill',
    code: 'C1',
    title: 'Hears the customer out',
    statement: 'Hears the customer out, without interrupting.',
    revision: String(revision),
  })
  const shown = await dana.session.get(paths.draftPublishing(frameworkId))
  assert.match(shown.html, /<del>.*every time\.<\/del>/)
  assert.match(shown.html, /<ins>.*without interrupting\.<\/ins>/)
  const silent = await dana.session.post(paths.draftPublishing(frameworkId), { version: '2', because: '' })
  assert.equal(silent.status, 422)
  assert.match(silent.html, /name="version"[^>]*value="2"/)
  const published = await dana.session.post(paths.draftPublishing(frameworkId), {
    version: '2',
    because: 'Interrupting is what customers complained of.',
  })
  assert.equal(published.path, paths.frameworkVersion(frameworkId, '2'))
  assert.match(published.text, /1 item reworded: C1 “Hears the customer out”/)
  assert.match(published.text, /Nobody is assessed on this version/)
  const versions = await world.inOrg((tx) => listVersionsOf(tx, frameworkId))
  assert.deepEqual(
    versions.map(({ version, inForce }) => [version, inForce]),
    [
      ['2', false],
      ['1', false],
    ],
  )
})

test('items are taken from another framework, with what stands under them where that is ticked too', async () => {
  const source = await written('A national framework')
  const [heading, c1] = await source.items()
  await dana.session.post(paths.draftPublishing(source.frameworkId), { version: '1', because: 'The first.' })
  const { frameworkId, items } = await written('Ours')
  const from = paths.draftDrawing(frameworkId, source.frameworkId)
  assert.match((await dana.session.get(from)).text, /Take items from A national framework/)
  const none = await dana.session.post(from, { from: source.frameworkId, version: '1' })
  assert.equal(none.status, 422)
  const taken = await dana.session.post(paths.draftDrawing(frameworkId), {
    from: source.frameworkId,
    version: '1',
    item: [heading?.itemId ?? '', c1?.itemId ?? ''],
  })
  assert.match(taken.text, /2 items taken/)
  assert.deepEqual(order(await items()), ['Complaints', 'C1', 'C2', 'C3', 'Complaints', 'C1'])
})

test('a draft that is thrown away is gone, and nobody but an administrator sees one', async () => {
  const { frameworkId } = await written('Thrown away')
  assert.equal((await amara.session.get(paths.draft(frameworkId))).status, 403)
  assert.equal((await amara.session.post(paths.draftSteps(frameworkId), { up: 'x' })).status, 403)
  await dana.session.post(paths.draftEnd(frameworkId))
  assert.equal((await dana.session.get(paths.draft(frameworkId))).status, 404)
})

test('what somebody types into an item is text, and never a part of the page', async () => {
  const { frameworkId, items } = await written('Scripts')
  const [heading] = await items()
  await dana.session.post(paths.draftItemNew(frameworkId), {
    under: heading?.itemId ?? '',
    kind: 'skill',
    statement: '<script>alert(1)</script> & <b>bold</b>',
  })
  const page = await dana.session.get(paths.draft(frameworkId))
  assert.ok(!page.html.includes('<script>alert'))
  assert.match(page.html, /&lt;script>alert\(1\)|&lt;script&gt;alert\(1\)/)
})
