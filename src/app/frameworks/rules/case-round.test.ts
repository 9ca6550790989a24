import assert from 'node:assert/strict'
import { test } from 'node:test'
import { packageCheck } from '../../../../test/case-schema.ts'
import { fc } from '../../../../test/property.ts'
import { readCase } from './case-read.ts'
import { caseChunks, writeCase } from './case-write.ts'
import type { Level, LevelNumber } from './competency.ts'
import type { FrameworkPackage, Item } from './item.ts'
import { inTreeOrder } from './tree.ts'

const ORIGIN = 'https://cs.example'
const WRITING = { origin: ORIGIN, at: '2026-11-17T10:00:00Z' }

const words = fc
  .string({ unit: 'grapheme', maxLength: 30 })
  .filter((text) => text.isWellFormed() && !text.includes('\0'))
const some = words.filter((text) => text !== '')
const or = <T, U>(one: fc.Arbitrary<T>, other: U) => fc.oneof(one, fc.constant(other))

const levels: fc.Arbitrary<Level[]> = fc
  .subarray([1, 2, 3, 4, 5] as LevelNumber[])
  .chain((numbers) =>
    fc
      .tuple(...numbers.map(() => fc.record({ label: words, anchor: words })))
      .map((said) => said.map((one, at) => ({ level: numbers[at] ?? 1, ...one }))),
  )

const KINDS = [
  'group',
  'knowledge',
  'skill',
  'behaviour',
  'unit',
  'learning outcome',
  'assessment criterion',
] as const

const item = (at: number, ids: readonly string[]): fc.Arbitrary<Item> =>
  fc
    .record({
      under: fc.integer({ min: -1, max: at - 1 }),
      attached: fc.boolean(),
      kind: fc.constantFrom(...KINDS),
      typeWords: or(some, ''),
      code: words,
      title: words,
      statement: words,
      soft: fc.boolean(),
      legal: fc.boolean(),
      words: fc.array(words, { maxLength: 3 }),
      levels,
      retired: fc.boolean(),
      replacedBy: or(fc.constantFrom(...ids), null),
      uri: or(fc.webUrl({ validSchemes: ['https'] }), null),
      notes: or(words, undefined),
    })
    .map(({ under, notes, ...rest }) => ({
      ...rest,
      itemId: ids[at] ?? '',
      parentId: under < 0 ? null : (ids[under] ?? null),
      attached: under >= 0 || rest.attached,
      rest: notes === undefined ? {} : { notes },
    }))

const framework: fc.Arbitrary<FrameworkPackage> = fc
  .uniqueArray(fc.uuid(), { minLength: 2, maxLength: 14 })
  .chain(([frameworkId = '', ...ids]) =>
    fc.record({
      frameworkId: fc.constant(frameworkId),
      title: some.filter((text) => text.trim() !== ''),
      version: or(some, null),
      publisher: some,
      uri: or(fc.webUrl({ validSchemes: ['https'] }), null),
      language: or(fc.constant('en-GB'), ''),
      description: words,
      kind: fc.constantFrom('competencies', 'qualification'),
      rest: fc.constant({}),
      items: fc.tuple(...ids.map((_, at) => item(at, ids))).map(treeOrdered),
      associations: fc.uniqueArray(
        fc.record({
          associationId: fc.uuid(),
          type: fc.constantFrom('isRelatedTo', 'precedes', 'exactMatchOf', 'ext:likes'),
          originId: fc.constantFrom(...ids),
          destinationId: fc.oneof(fc.constantFrom(...ids), fc.webUrl()),
          sequence: or(fc.nat(50), null),
          rest: fc.constant({}),
        }),
        { maxLength: 6, selector: ({ associationId }) => associationId },
      ),
      definitions: fc.constant([]),
      source: fc.constant(null),
    }),
  ) as fc.Arbitrary<FrameworkPackage>

/** Attached items first, as every package that was read has them. */
function treeOrdered(items: readonly Item[]): Item[] {
  const order = inTreeOrder(items)
  const loose = new Set(
    order.filter((one) => !one.attached && one.parentId === null).map(({ itemId }) => itemId),
  )
  const roots = new Map<string, string>()
  for (const one of order)
    roots.set(one.itemId, one.parentId === null ? one.itemId : (roots.get(one.parentId) ?? ''))
  const isLoose = (one: Item) => loose.has(roots.get(one.itemId) ?? '')
  return [...order.filter((one) => !isLoose(one)), ...order.filter(isLoose)]
}

function read(text: string): FrameworkPackage {
  const outcome = readCase(text, { origin: ORIGIN })
  if (!outcome.ok) throw new Error(outcome.refusals.map(({ message }) => message).join(' '))
  return outcome.value.package
}

const valid = packageCheck()

test('whatever a framework holds, it goes out strictly and comes back with every word, identifier and place', () => {
  fc.assert(
    fc.property(framework, (pkg) => {
      const written = writeCase(pkg, WRITING)
      assert.ok(valid(written), JSON.stringify(valid.errors?.slice(0, 2)))
      const text = [...caseChunks(pkg, WRITING)].join('')
      assert.deepEqual(JSON.parse(text), JSON.parse(JSON.stringify(written)))
      const again = read(text)
      const core = ({ rest: _, replacedBy, ...item }: Item) => ({ ...item, replacedBy })
      assert.deepEqual(again.items.map(core), pkg.items.map(core))
      const { title, version, publisher, uri, language, description } = pkg
      const head = { title, version, publisher, uri, language, description }
      assert.deepEqual(
        {
          ...head,
          ...Object.fromEntries(Object.keys(head).map((key) => [key, again[key as keyof typeof head]])),
        },
        head,
      )
      assert.deepEqual(
        again.associations
          .filter(({ type }) => type !== 'isChildOf')
          .map(({ rest: _, ...association }) => association),
        pkg.associations.map(({ rest: _, ...association }) => association),
      )
      assert.deepEqual(writeCase(again, WRITING), written, 'and a second time the same')
    }),
    { numRuns: 60 },
  )
})

/** A package whose every value may be anything. */
const anything = fc.jsonValue({ maxDepth: 3 })
const wild = fc.record(
  {
    CFDocument: fc.oneof(
      fc.record({
        identifier: or(fc.uuid(), 3),
        title: or(words, null),
        extensions: anything,
        subject: anything,
      }),
      anything,
    ),
    CFItems: fc.oneof(
      anything,
      fc.array(
        fc.record({
          identifier: fc.oneof(fc.uuid(), anything),
          fullStatement: anything,
          extensions: anything,
          CFItemTypeURI: anything,
        }),
      ),
    ),
    CFAssociations: fc.oneof(
      anything,
      fc.array(
        fc.record({
          identifier: fc.uuid(),
          associationType: anything,
          originNodeURI: anything,
          destinationNodeURI: anything,
          sequenceNumber: anything,
        }),
      ),
    ),
    CFDefinitions: fc.oneof(
      anything,
      fc.record({ CFConcepts: fc.array(fc.record({ identifier: fc.uuid(), title: anything })) }),
    ),
    CFRubrics: fc.oneof(anything, fc.array(fc.record({ identifier: fc.uuid(), CFRubricCriteria: anything }))),
  },
  { requiredKeys: [] },
)

test('whatever a file says, it is read or refused in words, and what is read goes out strictly', () => {
  fc.assert(
    fc.property(wild, (body) => {
      const outcome = readCase(JSON.stringify(body), { origin: ORIGIN })
      if (!outcome.ok) return assert.ok(outcome.refusals.every(({ message }) => message.length > 10))
      const written = writeCase(outcome.value.package, WRITING)
      assert.ok(valid(JSON.parse(JSON.stringify(written))), JSON.stringify(valid.errors?.slice(0, 2)))
    }),
    { numRuns: 400 },
  )
})

const id = (number: number) => `d0000000-0000-4000-8000-${String(number).padStart(12, '0')}`
const document = { identifier: id(1), title: 'Far framework', creator: 'Far Council' }
const child = (number: number, from: number, to: number, sequenceNumber?: number | string) => ({
  identifier: id(number),
  associationType: 'isChildOf',
  originNodeURI: { identifier: id(from) },
  destinationNodeURI: { identifier: id(to) },
  sequenceNumber,
})
const items = (...numbers: number[]) =>
  numbers.map((number) => ({ identifier: id(number), fullStatement: `Says ${number}` }))
const orderOf = (body: object) =>
  read(JSON.stringify({ CFDocument: document, ...body })).items.map(({ statement }) => statement)

test('brothers stand by their sequence numbers, those without as the file links them, and the file’s own order comes out again', () => {
  const CFItems = items(5, 4, 3, 2)
  const sorted = [child(12, 2, 1, 2), child(13, 3, 1, '1'), child(14, 4, 1), child(15, 5, 1)]
  assert.deepEqual(orderOf({ CFItems, CFAssociations: sorted }), ['Says 3', 'Says 2', 'Says 4', 'Says 5'])
  const bare = [child(12, 2, 1), child(14, 4, 1), child(13, 3, 1), child(15, 5, 1)]
  assert.deepEqual(orderOf({ CFItems, CFAssociations: bare }), ['Says 2', 'Says 4', 'Says 3', 'Says 5'])
  const pkg = read(JSON.stringify({ CFDocument: document, CFItems, CFAssociations: bare }))
  const written = writeCase(pkg, WRITING) as {
    CFItems: { identifier: string }[]
    CFAssociations: { identifier: string }[]
  }
  assert.deepEqual(
    written.CFItems.map(({ identifier }) => identifier),
    [5, 4, 3, 2].map(id),
  )
  assert.deepEqual(
    written.CFAssociations.map(({ identifier }) => identifier),
    [12, 14, 13, 15].map(id),
  )
})

test('texts are kept byte for byte: Markdown, line ends, spaces at the ends, composed and decomposed letters', () => {
  const says = ' | a | b |\r\n|---|---|\r\n\t*é* e\u0301 – “x” <b>&amp;</b> $x^2$ 😀\u2028 '
  const pkg = read(
    `\uFEFF${JSON.stringify({ CFDocument: document, CFItems: [{ identifier: id(2), fullStatement: says }] })}`,
  )
  assert.equal(pkg.items[0]?.statement, says)
  const written = writeCase(pkg, WRITING) as { CFItems: { fullStatement: string }[] }
  assert.equal(written.CFItems[0]?.fullStatement, says)
})

test('a file wrapped in CFPackage is read as one that is not; capitals of identifiers become small, and it is said', () => {
  const bare = {
    CFDocument: document,
    CFItems: [{ identifier: id(2).toUpperCase(), fullStatement: 'Listens' }],
    CFAssociations: null,
  }
  const outcome = readCase(JSON.stringify({ CFPackage: bare }), { origin: ORIGIN })
  assert.ok(outcome.ok)
  assert.equal(outcome.value.package.items[0]?.itemId, id(2))
  assert.match(
    outcome.value.warnings.join(' '),
    /1 identifier had capital letters and is kept in lower case: “Listens”/,
  )
})

test('a framework without items is a framework', () => {
  const pkg = read(JSON.stringify({ CFDocument: document, CFItems: [], CFAssociations: [] }))
  assert.equal(pkg.items.length, 0)
  assert.ok(valid(writeCase(pkg, WRITING)))
})

test('levels of a rubric are read, and where they are worded anew the new words go out in place of the old', () => {
  const rubric = {
    identifier: id(50),
    CFRubricCriteria: [
      {
        identifier: id(51),
        CFItemURI: { title: '', identifier: id(2), uri: '' },
        CFRubricCriterionLevels: [
          { identifier: id(52), quality: 'Expert', description: 'Leads', position: 2 },
          { identifier: id(53), quality: 'Novice', description: 'Begins', position: 1 },
        ],
      },
    ],
  }
  const pkg = read(JSON.stringify({ CFDocument: document, CFItems: items(2), CFRubrics: [rubric] }))
  assert.deepEqual(pkg.items[0]?.levels, [
    { level: 1, label: 'Novice', anchor: 'Begins' },
    { level: 2, label: 'Expert', anchor: 'Leads' },
  ])
  const same = writeCase(pkg, WRITING) as { CFRubrics: { identifier: string }[] }
  assert.deepEqual(
    same.CFRubrics.map(({ identifier }) => identifier),
    [id(50)],
  )
  const levels: Level[] = [
    { level: 1, label: 'Novice', anchor: 'Begins with help' },
    { level: 2, label: 'Expert', anchor: 'Leads' },
  ]
  const anew: FrameworkPackage = { ...pkg, items: pkg.items.map((one) => ({ ...one, levels })) }
  const written = writeCase(anew, WRITING)
  assert.ok(valid(written), JSON.stringify(valid.errors?.slice(0, 2)))
  assert.deepEqual(read(JSON.stringify(written)).items[0]?.levels, levels)
})

test('an item too deep, or under two others, is refused or said by its name', () => {
  const many = Array.from({ length: 102 }, (_, at) => at + 2)
  const chain = many.map((number) => child(1000 + number, number, number - 1))
  const deep = readCase(
    JSON.stringify({ CFDocument: document, CFItems: items(...many), CFAssociations: chain }),
    { origin: ORIGIN },
  )
  assert.match(deep.ok ? '' : (deep.refusals[0]?.message ?? ''), /“Says 103” stands 102 levels deep/)
  const twice = readCase(
    JSON.stringify({
      CFDocument: document,
      CFItems: items(2, 3),
      CFAssociations: [child(12, 2, 1), child(13, 3, 1), child(14, 3, 2)],
    }),
    { origin: ORIGIN },
  )
  assert.ok(twice.ok)
  assert.match(
    twice.value.warnings.join(' '),
    /1 item stands under more than one other and is shown under the first: “Says 3”/,
  )
})
