import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fc } from '../../../../test/property.ts'
import { asksTheSame, differenceOf, type FrameworkDiff, isSame } from './difference.ts'
import type { Association, Item } from './item.ts'
import { linkOf } from './tree.ts'

const FRAMEWORK = '0190aaaa-0000-7000-8000-000000000000'

const item = (itemId: string, parts: Partial<Item> = {}): Item => ({
  itemId,
  parentId: null,
  attached: true,
  kind: 'skill',
  typeWords: '',
  code: '',
  title: '',
  statement: `Says ${itemId}`,
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

const of = (items: Item[], associations: Association[] = []) => ({ items, associations })

/** Items of a few identifiers, each under one that comes before it, in some order, some retired. */
const version = fc
  .uniqueArray(
    fc.record({
      itemId: fc.constantFrom(...'abcdefgh'),
      under: fc.nat(),
      statement: fc.constantFrom('Listens', 'Writes', 'Puts it right'),
      kind: fc.constantFrom('skill' as const, 'knowledge' as const),
      code: fc.constantFrom('', '1'),
      soft: fc.boolean(),
      anchor: fc.constantFrom('I try', 'I do'),
      retired: fc.boolean(),
    }),
    { selector: ({ itemId }) => itemId, maxLength: 8 },
  )
  .map((drawn) => {
    const items: Item[] = []
    for (const { under, anchor, ...parts } of drawn) {
      const above = items.filter(({ retired }) => !retired)
      const parentId = above[under % (above.length + 1)]?.itemId ?? null
      items.push(item(parts.itemId, { ...parts, parentId, levels: [{ level: 1, label: 'aware', anchor }] }))
    }
    return items
  })

const inUse = (items: readonly Item[]) => items.filter(({ retired }) => !retired)
const words = ({ statement, title, code, kind, soft, legal, words: some, levels, parentId }: Item) =>
  JSON.stringify([statement, title, code, kind, soft, legal, some, levels, parentId])

/** The later version's items in use, made of the earlier one's and what differs. */
function applied(before: readonly Item[], diff: FrameworkDiff): Item[] {
  const gone = new Set([...diff.removed, ...diff.moved].map(({ item: { itemId } }) => itemId))
  const now = new Map(diff.reworded.map(({ after }) => [after.itemId, after]))
  const stays = inUse(before).filter(({ itemId }) => !gone.has(itemId))
  return [
    ...stays.map((each) => now.get(each.itemId) ?? each),
    ...diff.moved.map(({ item: each }) => each),
    ...diff.added,
  ]
}

const said = (items: readonly Item[]) => items.map((each) => `${each.itemId} ${words(each)}`).sort()

test('between a version and itself nothing differs', () => {
  fc.assert(
    fc.property(version, (items) => {
      const diff = differenceOf(of(items), of(items))
      assert.ok(isSame(diff))
      assert.equal(diff.unchanged, inUse(items).length)
    }),
  )
})

test('what stayed, what was reworded, moved and added make the later version, and nothing else does', () => {
  fc.assert(
    fc.property(version, version, (before, after) => {
      const diff = differenceOf(of(before), of(after))
      assert.deepEqual(said(applied(before, diff)), said(inUse(after)))
      const other = new Set([...diff.added, ...diff.moved.map((one) => one.item)].map(({ itemId }) => itemId))
      for (const [parent, children] of Map.groupBy(inUse(after), ({ parentId }) => parentId))
        assert.deepEqual(
          children.filter(({ itemId }) => !other.has(itemId)).map(({ itemId }) => itemId),
          inUse(before)
            .filter(
              ({ itemId, parentId }) =>
                parentId === parent && children.some((each) => each.itemId === itemId && !other.has(itemId)),
            )
            .map(({ itemId }) => itemId),
        )
      const told = new Set([
        ...diff.reworded.map((one) => one.after.itemId),
        ...diff.moved.map((one) => one.item.itemId),
      ])
      assert.equal(diff.unchanged + diff.added.length + told.size, inUse(after).length)
    }),
  )
})

test('the other way round, what was added is removed and what was reworded is reworded back', () => {
  fc.assert(
    fc.property(version, version, (a, b) => {
      const [there, back] = [differenceOf(of(a), of(b)), differenceOf(of(b), of(a))]
      const ids = (items: readonly Item[]) => items.map(({ itemId }) => itemId).sort()
      assert.deepEqual(ids(there.added), ids(back.removed.map((one) => one.item)))
      assert.deepEqual(
        ids(there.reworded.map((one) => one.after)),
        ids(back.reworded.map((one) => one.after)),
      )
    }),
  )
})

test('one item put elsewhere is one move, and those it passes have not moved', () => {
  const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((id) => item(id)) as [Item, Item, Item, Item]
  const { moved } = differenceOf(of([a, b, c, d]), of([d, a, b, c]))
  assert.deepEqual(
    moved.map(({ item: { itemId }, from, to }) => [itemId, from.place, to.place]),
    [['d', 4, 1]],
  )
  const under = differenceOf(of([a, b]), of([a, { ...b, parentId: 'a' }]))
  assert.deepEqual(
    under.moved.map(({ from, to }) => [from.parentId, to.parentId]),
    [[null, 'a']],
  )
})

test('what is used instead is found by way of what was replaced itself, and through items drawn from elsewhere', () => {
  const complaints = item('a')
  const split = of(
    [
      item('a', { retired: true, replacedBy: 'b' }),
      item('b', { retired: true, replacedBy: 'd' }),
      item('c'),
      item('d'),
    ],
    [linkOf(FRAMEWORK, 'a', 'replacedBy', 'c'), linkOf(FRAMEWORK, 'b', 'replacedBy', 'a')],
  )
  assert.deepEqual(differenceOf(of([complaints]), split).removed[0]?.replacedBy.toSorted(), ['c', 'd'])
  const drawn = of([item('z')], [linkOf(FRAMEWORK, 'z', 'exactMatchOf', 'a')])
  assert.deepEqual(differenceOf(of([complaints]), drawn).removed[0]?.replacedBy, ['z'])
})

test('a rating carries where statement, kind and levels are the same, whatever the name, the code or the place', () => {
  const before = item('a', { levels: [{ level: 1, label: 'aware', anchor: 'I listen' }] })
  const elsewhere = { ...before, title: 'Hearing', code: '9', parentId: 'b', soft: true }
  assert.ok(asksTheSame(before, elsewhere))
  for (const other of [
    { statement: 'Listens and writes' },
    { kind: 'behaviour' as const },
    { levels: [{ level: 1 as const, label: 'aware', anchor: 'I hear' }] },
    { levels: [] },
  ])
    assert.ok(!asksTheSame(before, { ...before, ...other }), JSON.stringify(other))
})

test('where an item is only its name, a rating of the old name is none of the new', () => {
  const named = item('a', { title: 'Listens', statement: '' })
  assert.ok(asksTheSame(named, item('b', { title: 'Listens', statement: '', code: '9' })))
  assert.ok(!asksTheSame(named, { ...named, title: 'Coaches' }))
  assert.ok(!asksTheSame({ ...named, statement: ' ' }, { ...named, statement: ' ', title: 'Coaches' }))
})
