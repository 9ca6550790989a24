import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { type Character, openWorld, type World } from '../../../test/world.ts'
import { paths } from '../paths.ts'
import { addItem, beginDraft, findDraft } from './frameworks.ts'
import type { DraftItem } from './rules/draft.ts'

let world: World
let dana: Character
let deji: Character

before(async () => {
  world = await openWorld()
  dana = await world.add({ name: 'Dana Ellis', standing: 'administrator' })
  deji = await world.add({ name: 'Deji Bello', standing: 'administrator' })
})

/** A draft of a new framework with the items C1 and C3. */
async function written(title: string): Promise<{ frameworkId: string; items(): Promise<DraftItem[]> }> {
  const frameworkId = await world.inOrg(async (tx) => {
    const begun = await beginDraft(tx, dana.actor, { title })
    assert.ok(begun.ok)
    for (const [code, title] of [
      ['C1', 'Hears the customer out'],
      ['C3', 'Keeps the record'],
    ] as const) {
      const fields = { kind: 'skill', code, title, statement: `${title}, every time.` } as const
      const rest = { soft: false, legal: false, words: [], levels: [] }
      const asked = { frameworkId: begun.value, parentId: null, fields: { ...fields, ...rest } }
      assert.ok((await addItem(tx, dana.actor, asked)).ok)
    }
    return begun.value
  })
  const items = async () => (await world.inOrg((tx) => findDraft(tx, frameworkId)))?.items ?? []
  return { frameworkId, items }
}

const coded = (items: readonly DraftItem[], code: string): DraftItem => {
  const item = items.find((each) => each.code === code)
  assert.ok(item, `no item ${code}`)
  return item
}

test('Deji types while Dana publishes, takes the item out or drops the draft: his words are on the page, with why', async () => {
  const { frameworkId, items } = await written('Gone meanwhile')
  const typed = (code: string, revision: number) => ({
    kind: 'skill',
    code,
    title: '',
    statement: 'Calls back on the day that was promised.',
    revision: String(revision),
  })
  const c3 = coded(await items(), 'C3')
  await dana.session.post(paths.draftRetirement(frameworkId, c3.itemId), { revision: String(c3.revision) })
  const takenOut = await deji.session.post(paths.draftItem(frameworkId, c3.itemId), typed('C3', c3.revision))
  assert.equal(takenOut.status, 409)
  assert.match(takenOut.text, /This item is no longer in the draft/)
  assert.match(takenOut.html, /Calls back on the day that was promised\.<\/textarea>/)
  assert.ok(takenOut.html.includes(`action="${paths.draftItemNew(frameworkId)}"`))
  const c1 = coded(await items(), 'C1')
  await dana.session.post(paths.draftPublishing(frameworkId), { version: '1', because: 'The first.' })
  for (const at of [paths.draftItem(frameworkId, c1.itemId), paths.draftItemNew(frameworkId)]) {
    const published = await deji.session.post(at, typed('C1', c1.revision))
    assert.equal(published.status, 409, at)
    assert.match(published.text, /it was published or dropped/)
    assert.match(published.html, /Calls back on the day that was promised\.<\/textarea>/)
  }
  const split = await deji.session.post(paths.draftSplit(frameworkId, c1.itemId), {
    revision: String(c1.revision),
    'statement-1': 'Calls back on the day that was promised.',
  })
  assert.equal(split.status, 404)
  assert.match(split.text, /Nothing was saved.*Calls back on the day that was promised\./s)
  assert.doesNotMatch((await dana.session.get(paths.draft(frameworkId))).text, /Nothing was saved/)
})

test('words typed for an earlier draft do not overwrite those of the draft begun since', async () => {
  const { frameworkId, items } = await written('Begun again')
  const before = await deji.session.get(paths.draftItem(frameworkId, coded(await items(), 'C1').itemId))
  const begun = /name="begun" value="(\d+)"/.exec(before.html)?.[1] ?? ''
  const { itemId, revision } = coded(await items(), 'C1')
  const words = { kind: 'skill', code: 'C1', title: 'Hears the customer out', revision: String(revision) }
  await dana.session.post(paths.draftItem(frameworkId, itemId), { ...words, statement: 'Hears every word.' })
  await dana.session.post(paths.draftPublishing(frameworkId), { version: '1', because: 'The first.' })
  world.setToday('2026-11-17', '11:00')
  await dana.session.post(paths.draft(frameworkId))
  const late = await deji.session.post(paths.draftItem(frameworkId, itemId), {
    ...words,
    begun,
    statement: 'Hears most of it.',
  })
  assert.equal(late.status, 409)
  assert.match(late.html, /<del>.*Hears every word\./)
  assert.equal(coded(await items(), 'C1').statement, 'Hears every word.')
})
