import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Draft, DraftItem } from './draft.ts'
import type { Association, FrameworkPackage, Item } from './item.ts'
import { checkReplacements, versionOf } from './next-version.ts'

const FRAMEWORK = '0190aaaa-0000-7000-8000-000000000000'

const item = (itemId: string, parentId: string | null, parts: Partial<Item> = {}): Item => ({
  itemId,
  parentId,
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

const child = (originId: string, destinationId: string, sequence: number | null = null): Association => ({
  associationId: `${originId} in ${destinationId}`,
  type: 'isChildOf',
  originId,
  destinationId,
  sequence,
  rest: { uri: `https://standards.example/${originId}` },
})

/** Imported: no sequence numbers, one item in two places, one under nothing, links to elsewhere. */
const IMPORTED: FrameworkPackage = {
  frameworkId: FRAMEWORK,
  title: 'Standards of service',
  version: '1.0',
  publisher: 'Institute',
  uri: 'https://standards.example/',
  language: 'cy',
  description: '',
  kind: 'competencies',
  rest: { adoptionStatus: 'Adopted' },
  items: [
    item('a', null),
    item('b', 'a'),
    item('c', 'a'),
    item('d', null),
    item('e', null, { attached: false }),
  ],
  associations: [
    child('a', FRAMEWORK),
    child('b', 'a'),
    child('c', 'a'),
    child('c', 'd'),
    child('d', FRAMEWORK),
    { ...child('b', 'https://elsewhere.example/1'), type: 'isRelatedTo', associationId: 'link' },
    { ...child('d', 'a'), type: 'precedes', associationId: 'order' },
  ],
  definitions: [{ kind: 'CFSubjects', definitionId: 's', body: {} }],
  source: { format: 'case', address: 'file', sha256: '', readOn: '2026-11-17' },
}

const draft = (items: readonly Item[]): Draft => ({
  frameworkId: FRAMEWORK,
  baseVersion: '1.0',
  title: IMPORTED.title,
  publisher: IMPORTED.publisher,
  description: '',
  revision: 1,
  begunByName: 'Dana Price',
  begunAt: new Date(0),
  items: items.map(
    (each): DraftItem => ({ ...each, place: 1, revision: 1, changedByName: '', changedAt: new Date(0) }),
  ),
})

const byId = (all: readonly Association[]) =>
  Object.fromEntries(all.map((each) => [each.associationId, each]))

test('a draft of which nothing was changed says all that the version before says, association by association', () => {
  const next = versionOf(draft(IMPORTED.items), IMPORTED, [])
  assert.deepEqual(byId(next.associations), byId(IMPORTED.associations))
  const { associations: _, ...rest } = next
  const { associations: __, ...before } = IMPORTED
  assert.deepEqual(rest, { ...before, version: null, source: null })
})

test('an item put elsewhere gets a place of its own making; its second place and the places of all others stay', () => {
  const [a, b, c, d, e] = IMPORTED.items as [Item, Item, Item, Item, Item]
  const next = versionOf(draft([a, b, d, { ...c, parentId: 'b' }, e]), IMPORTED, [])
  const { 'c in a': gone, 'b in a': stays, ...others } = byId(next.associations)
  assert.equal(gone, undefined)
  assert.deepEqual(stays, { ...child('b', 'a'), sequence: 1 }, 'told in order, now that the order is another')
  assert.deepEqual(others['c in d'], child('c', 'd'))
  const [made] = next.associations.filter(
    ({ originId, destinationId }) => originId === 'c' && destinationId === 'b',
  )
  assert.deepEqual([made?.type, made?.sequence, made?.rest], ['isChildOf', 1, {}])
  assert.equal(next.associations.length, IMPORTED.associations.length)
})

test('an item that stood nowhere and is put somewhere is told of; one that stays nowhere is not', () => {
  const items = IMPORTED.items.map((each) => ({ ...each, attached: true }))
  const made = versionOf(draft(items), IMPORTED, []).associations.filter(({ originId }) => originId === 'e')
  assert.deepEqual(
    made.map(({ destinationId, sequence }) => [destinationId, sequence]),
    [[FRAMEWORK, 3]],
  )
})

test('what is retired says what replaces it, once, and says it no longer when it is brought back', () => {
  const [a, b, ...others] = IMPORTED.items as [Item, Item, ...Item[]]
  const retired = { ...b, retired: true, replacedBy: 'c' }
  const next = versionOf(draft([a, retired, ...others]), IMPORTED, [])
  const replaced = (pkg: FrameworkPackage) =>
    pkg.associations
      .filter(({ type }) => type === 'replacedBy')
      .map(({ originId, destinationId }) => `${originId} ${destinationId}`)
  assert.deepEqual(replaced(next), ['b c'])
  assert.deepEqual(replaced(versionOf(draft(next.items), next, [])), ['b c'])
  assert.deepEqual(replaced(versionOf(draft(IMPORTED.items), next, [])), [])
  const other = draft([a, { ...retired, replacedBy: 'd' }, ...others])
  assert.deepEqual(replaced(versionOf(other, next, [])), ['b d'])
})

test('an item that stands under something in another framework keeps saying so, whatever else is edited', () => {
  const outside = 'ext:https://elsewhere.example/heading'
  const links = [...IMPORTED.associations, child('e', outside), child('d', outside)]
  const imported = { ...IMPORTED, associations: [child('a', outside), ...links] }
  const [a, b, c, d, e] = IMPORTED.items as [Item, Item, Item, Item, Item]
  const next = versionOf(draft([a, { ...b, statement: 'Reworded' }, c, d, e]), imported, [])
  assert.deepEqual(byId(next.associations), byId(imported.associations))
})

test('what a draft says replaces an item must be in it; what an import said of elsewhere stays', () => {
  const [a, b, ...others] = IMPORTED.items as [Item, Item, ...Item[]]
  const gone = [a, { ...b, retired: true, replacedBy: 'x' }, ...others]
  assert.match(checkReplacements(IMPORTED, gone)[0]?.message ?? '', /“Says b” is no longer in the draft/)
  assert.deepEqual(checkReplacements({ ...IMPORTED, items: gone }, gone), [])
  assert.deepEqual(checkReplacements(null, [a, { ...b, retired: true, replacedBy: 'a' }]), [])
})
