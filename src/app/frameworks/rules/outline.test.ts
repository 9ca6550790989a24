import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fc } from '../../../../test/property.ts'
import type { Item } from './item.ts'
import { type Branch, outlineOf, trailTo } from './outline.ts'
import { STEPS, stepOf } from './steps.ts'
import { inTreeOrder } from './tree.ts'

const item = (itemId: string, parentId: string | null, statement = itemId): Item => ({
  itemId,
  parentId,
  attached: true,
  kind: 'skill',
  typeWords: '',
  code: '',
  title: '',
  statement,
  soft: false,
  legal: false,
  words: [],
  levels: [],
  retired: false,
  replacedBy: null,
  uri: null,
  rest: {},
})

const TREE = [
  item('complaints', null, 'Complaints'),
  item('settles', 'complaints', 'Settles a complaint fairly'),
  item('records', 'complaints', 'Keeps the record of a complaint'),
  item('calls', null, 'Calls'),
  item('listens', 'calls', 'Hears the customer out'),
  item('asks', 'listens', 'Asks open questions'),
]

const shape = (branches: readonly Branch[]): unknown[] =>
  branches.map((branch) =>
    branch.branches.length > 0 ? [branch.item.itemId, shape(branch.branches)] : branch.item.itemId,
  )

const countOf = (branches: readonly Branch[]): number =>
  branches.reduce((sum, branch) => sum + 1 + countOf(branch.branches), 0)

test('a small framework is shown whole, each item with how many stand under it', () => {
  const outline = outlineOf(TREE, { limit: 100 })
  assert.deepEqual(shape(outline.branches), [
    ['complaints', ['settles', 'records']],
    ['calls', [['listens', ['asks']]]],
  ])
  assert.deepEqual(
    outline.branches.map(({ under }) => under),
    [2, 2],
  )
})

test('of a large framework the page shows what is nearest the top, and says how much it hides', () => {
  const outline = outlineOf(TREE, { limit: 3 })
  assert.deepEqual(shape(outline.branches), [['complaints', ['settles']], 'calls'])
  assert.deepEqual(
    outline.branches.map(({ hidden }) => hidden),
    [1, 1],
  )
})

test('a page that begins below one item says what it stands under', () => {
  const outline = outlineOf(TREE, { at: 'listens', limit: 100 })
  assert.deepEqual(shape(outline.branches), ['asks'])
  assert.deepEqual(
    outline.trail.map(({ itemId }) => itemId),
    ['calls', 'listens'],
  )
})

test('a search finds items by all of its words, and shows what they stand under', () => {
  const outline = outlineOf(TREE, { about: 'COMPLAINT fair', limit: 100 })
  assert.deepEqual(shape(outline.branches), [['complaints', ['settles']]])
  assert.equal(outline.found, 1)
  assert.equal(outline.branches[0]?.found, false)
  assert.equal(outline.branches[0]?.branches[0]?.found, true)
  assert.equal(outlineOf(TREE, { about: 'nobody says this', limit: 100 }).branches.length, 0)
})

test('what its publisher put under nothing is shown apart', () => {
  const outline = outlineOf([...TREE, { ...item('stray', null), attached: false }], { limit: 100 })
  assert.equal(outline.branches.length, 2)
  assert.deepEqual(shape(outline.loose), ['stray'])
  const short = outlineOf([...TREE, { ...item('stray', null), attached: false }], { limit: 3 })
  assert.deepEqual(shape(short.loose), ['stray'], 'it is at the top, and so before what stands deeper')
})

/** Trees in tree order, of up to 20 items. */
const trees = fc
  .array(fc.nat(), { minLength: 1, maxLength: 20 })
  .map((picks) =>
    inTreeOrder(
      picks.map((pick, at) => item(`i${at}`, pick % (at + 1) === at ? null : `i${pick % (at + 1)}`)),
    ),
  )

test('a page never shows more items than it may, and nothing twice', () => {
  fc.assert(
    fc.property(trees, fc.integer({ min: 1, max: 25 }), (items, limit) => {
      const { branches } = outlineOf(items, { limit })
      assert.equal(countOf(branches), Math.min(limit, items.length))
    }),
  )
})

/** The tree after a step, as the editor keeps it. */
function stepped(
  items: readonly Item[],
  itemId: string,
  { parentId, afterId }: NonNullable<ReturnType<typeof stepOf>>,
) {
  const moved = items.find((each) => each.itemId === itemId)
  if (!moved) return [...items]
  const others = items.filter((each) => each !== moved)
  const at = afterId === null ? 0 : others.findIndex((each) => each.itemId === afterId) + 1
  return inTreeOrder([...others.slice(0, at), { ...moved, parentId }, ...others.slice(at)])
}

test('Up after Down and Out after In lead back to where an item stood', () => {
  fc.assert(
    fc.property(trees, fc.nat(), (items, pick) => {
      const { itemId = '' } = items[pick % items.length] ?? {}
      const order = items.map((each) => `${each.itemId} ${each.parentId}`)
      for (const [there, back] of [
        ['down', 'up'],
        ['in', 'out'],
      ] as const) {
        const place = stepOf(items, itemId, there)
        if (!place) continue
        const after = stepped(items, itemId, place)
        const again = stepOf(after, itemId, back)
        assert.ok(again)
        assert.deepEqual(
          stepped(after, itemId, again).map((each) => `${each.itemId} ${each.parentId}`),
          order,
        )
      }
    }),
  )
})

test('no step puts an item under itself or loses one', () => {
  fc.assert(
    fc.property(trees, fc.nat(), (items, pick) => {
      const { itemId = '' } = items[pick % items.length] ?? {}
      for (const step of STEPS) {
        const place = stepOf(items, itemId, step)
        if (!place) continue
        const after = stepped(items, itemId, place)
        assert.equal(after.length, items.length)
        assert.ok(!trailTo(after, itemId).some((each) => each.itemId === itemId))
      }
    }),
  )
})

test('the first cannot go up, the last cannot go down, and the top cannot go out', () => {
  assert.equal(stepOf(TREE, 'complaints', 'up'), null)
  assert.equal(stepOf(TREE, 'complaints', 'out'), null)
  assert.equal(stepOf(TREE, 'complaints', 'in'), null)
  assert.equal(stepOf(TREE, 'records', 'down'), null)
  assert.deepEqual(stepOf(TREE, 'calls', 'in'), { parentId: 'complaints', afterId: 'records' })
  assert.deepEqual(stepOf(TREE, 'records', 'out'), { parentId: null, afterId: 'complaints' })
})
