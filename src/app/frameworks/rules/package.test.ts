import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isId } from '../../../kernel/id.ts'
import type { FrameworkPackage, Item } from './item.ts'
import { checkPackage } from './package.ts'
import { associationIdOf, inCycle, inTreeOrder, isWithin, withTree } from './tree.ts'
import { freeVersion, versionAfter } from './version.ts'

const ID = (n: number) => `0190aaaa-0000-7000-8000-${String(n).padStart(12, '0')}`

const item = (n: number, parent: number | null, parts: Partial<Item> = {}): Item => ({
  itemId: ID(n),
  parentId: parent === null ? null : ID(parent),
  attached: true,
  kind: 'skill',
  typeWords: '',
  code: `C-${n}`,
  title: '',
  statement: `Puts number ${n} right`,
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

const packageOf = (items: Item[], parts: Partial<FrameworkPackage> = {}): FrameworkPackage => ({
  frameworkId: ID(999),
  title: 'Service',
  version: null,
  publisher: '',
  uri: null,
  language: 'en',
  description: '',
  kind: 'competencies',
  rest: {},
  items,
  associations: [],
  definitions: [],
  source: null,
  ...parts,
})

const why = (pkg: FrameworkPackage) =>
  checkPackage(pkg)
    .map(({ message }) => message)
    .join(' ')

test('what cannot be kept is refused with the item named', () => {
  assert.equal(why(packageOf([item(1, null), item(2, 1)])), '')
  assert.match(
    why(packageOf([item(1, 2), item(2, 1)])),
    /C-1 “Puts number 1 right” stands under itself, by way of C-2/,
  )
  assert.match(why(packageOf([item(1, 1), item(2, 3), item(3, 2)])), /C-1 .* stands under itself\./)
  assert.match(why(packageOf([item(1, null), item(1, null)])), /Two items have the identifier .*0001: C-1/)
  assert.match(why(packageOf([item(1, 7)])), /C-1 .* stands under .*0007, which is not in the framework/)
  assert.match(why(packageOf([item(1, null, { itemId: 'ABC' })])), /ABC, is not a lower-case UUID/)
  assert.match(why(packageOf([], { title: ' ' })), /no title/)
  const twin = {
    associationId: ID(5),
    type: 'isPeerOf',
    originId: ID(1),
    destinationId: ID(2),
    sequence: null,
    rest: {},
  }
  assert.match(why(packageOf([item(1, null)], { associations: [twin, twin] })), /Two associations have/)
})

test('characters that are not text are refused wherever they hide; those that only look like it are kept', () => {
  for (const parts of [
    { statement: 'a\0b' },
    { title: 'a\ud800' },
    { levels: [{ level: 1 as const, label: 'x', anchor: '\udfff' }] },
    { rest: { note: ['\0'] } },
  ])
    assert.match(why(packageOf([item(1, null, parts)])), /C-1 .* holds a character that is not text/)
  assert.equal(
    why(packageOf([item(1, null, { rest: { note: '\\u0000 \\\\ud800' }, statement: '\u{1F600}' })])),
    '',
  )
})

test('each item comes before what stands under it, in the order of its file', () => {
  const items = [item(3, 1), item(1, null), item(4, 3), item(2, null), item(5, 1)]
  assert.deepEqual(
    inTreeOrder(items).map(({ code }) => code),
    ['C-1', 'C-3', 'C-4', 'C-5', 'C-2'],
  )
  assert.deepEqual(inCycle(items), [])
  assert.ok(isWithin(items, ID(4), ID(1)))
  assert.ok(!isWithin(items, ID(2), ID(1)))
})

test('where items stand is told once each, under identifiers that are the same whenever they are made', () => {
  const told = withTree(packageOf([item(1, null), item(2, 1), item(3, null, { attached: false })]))
  assert.deepEqual(
    told.associations.map(({ originId, destinationId, sequence }) => [originId, destinationId, sequence]),
    [
      [ID(1), ID(999), 1],
      [ID(2), ID(1), 1],
    ],
  )
  assert.equal(withTree(told), told)
  const [first] = told.associations
  assert.ok(first && isId(first.associationId))
  assert.equal(first.associationId, associationIdOf(ID(999), ID(1), 'isChildOf', ID(999)))
  assert.notEqual(first.associationId, associationIdOf(ID(999), ID(2), 'isChildOf', ID(999)))
})

test('versions are numbered within their year, and a name that is taken gets a number', () => {
  assert.equal(versionAfter(null, '2026-11-22'), '2026-1')
  assert.equal(versionAfter('2026-9', '2026-11-22'), '2026-10')
  assert.equal(versionAfter('2026-2', '2027-01-04'), '2027-1')
  assert.equal(versionAfter('1.1', '2026-11-22'), '2026-1')
  assert.equal(freeVersion('1.1', ['1.1', '1.1 (2)']), '1.1 (3)')
  assert.equal(freeVersion('1.2', ['1.1']), '1.2')
})
