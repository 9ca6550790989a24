import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parse } from 'csv-parse/sync'
import iconv from 'iconv-lite'
import { fc } from '../../../../test/property.ts'
import { LEVEL_LABELS, type LevelNumber } from './competency.ts'
import type { FrameworkPackage, Item, ItemKind } from './item.ts'
import { type PlainAnswers, proposePlain, readPlain } from './plain-csv.ts'
import { writePlain } from './plain-write.ts'

const SPACE = '11111111-1111-4111-8111-111111111111'
const ABOUT = { title: 'Ours', publisher: 'Northgate', onto: null, space: SPACE }

function proposed(text: string | Uint8Array, answers: PlainAnswers = {}) {
  const outcome = proposePlain(typeof text === 'string' ? Buffer.from(text) : text, answers)
  assert.ok(outcome.ok, outcome.ok ? '' : outcome.refusals[0]?.message)
  return outcome.value
}

function read(text: string | Uint8Array, answers: PlainAnswers = {}): FrameworkPackage {
  const outcome = readPlain(proposed(text, answers), ABOUT)
  assert.ok(outcome.ok, outcome.ok ? '' : outcome.refusals[0]?.message)
  return outcome.value.package
}

const tree = ({ items }: FrameworkPackage) => {
  const codes = new Map(items.map(({ itemId, code, statement }) => [itemId, code || statement]))
  return items.map(({ code, statement, kind, parentId }) => [
    code || statement,
    kind,
    codes.get(parentId ?? '') ?? null,
  ])
}

test('Dana’s list with semicolons from a Windows machine is read by its headings: tree, kinds, levels by name, marks', () => {
  const text =
    'Ref;Stands under;Competency;Description;Type;Novice;Level 3 - on my own;Soft skill;Legal\n' +
    'C;;Conversation;Talks with customers;Heading;;;;\n' +
    'C1;C;Café;Serves at the café counter;Do;Is shown how;Does it alone;x;no\n'
  const pkg = read(iconv.encode(text, 'windows-1252'))
  assert.deepEqual(tree(pkg), [
    ['C', 'group', null],
    ['C1', 'skill', 'C'],
  ])
  const { title, statement, levels, soft, legal } = pkg.items[1] ?? {}
  assert.deepEqual([title, statement, soft, legal], ['Café', 'Serves at the café counter', true, false])
  assert.deepEqual(levels, [
    { level: 1, label: 'Novice', anchor: 'Is shown how' },
    { level: 3, label: 'on my own', anchor: 'Does it alone' },
  ])
})

test('without a column of parents the codes say what stands under what, and that is said', () => {
  const { byCode } = proposed('Code,Statement\n1,One\n1.1,In it\n1.1.2,Deep in it\n2,Two\n')
  assert.equal(byCode, 2)
  assert.deepEqual(tree(read('Code,Statement\n1,One\n1.1,In it\n1.1.2,Deep in it\n2,Two\n')), [
    ['1', 'group', null],
    ['1.1', 'group', '1'],
    ['1.1.2', 'skill', '1.1'],
    ['2', 'skill', null],
  ])
})

test('a column that was guessed wrongly is read as Dana says', () => {
  const text = 'No,What you do,Area\n1,Answers calls,\n2,Writes letters,\n'
  assert.deepEqual(
    proposed(text).questions.map(({ role }) => role),
    ['statement'],
  )
  assert.equal(read(text, { columns: { 'What you do': 'statement' } }).items[1]?.statement, 'Writes letters')
})

test('every row that cannot be read is named with why, and the whole is refused', () => {
  const bad = proposed(
    'Code,Parent,Statement,Kind,Soft,Identifier\n1,,One,Skill,maybe,\n1,,Again,,,\n2,9,Two,Trick,,not-a-uuid\n3,,,Skill,,\n4,5,Four,,,\n5,4,Five,,,\n',
  )
  assert.deepEqual(
    bad.faults.map(({ line, why }) => `${line} ${why}`),
    [
      '2 “maybe” is neither yes nor no.',
      '3 Line 2 has “1” too. Give each row a code of its own.',
      '4 “Trick” is no kind. Write heading, knowledge, skill, behaviour, unit, learning outcome or assessment criterion.',
      '4 “not-a-uuid” is no UUID. Leave the cell empty for a new item.',
      '4 It stands under “9”, which no row of the file is.',
      '5 It says nothing. Write its statement, or take the row out.',
      '6 It stands under itself, by way of “5 Five”. Put it under another row.',
    ],
  )
  const outcome = readPlain(bad, ABOUT)
  assert.match(outcome.ok ? '' : (outcome.refusals[0]?.message ?? ''), /^Line 2, “1 One”: “maybe” is neither/)
})

test('as the next version of a framework, what has the same code is the same item', () => {
  const first = read('Code,Statement\nA,One\nB,Two\n')
  const items = first.items.map((item, at) => ({
    ...item,
    itemId: `99999999-9999-4999-8999-99999999999${at}`,
  }))
  const before = { ...first, items }
  const again = readPlain(proposed('Code,Statement\nB,Two in other words\nC,Three\n'), {
    ...ABOUT,
    onto: before,
  })
  assert.ok(again.ok)
  const { frameworkId, items: now } = again.value.package
  assert.equal(frameworkId, before.frameworkId)
  assert.equal(now[0]?.itemId, before.items[1]?.itemId)
  assert.ok(!before.items.some(({ itemId }) => itemId === now[1]?.itemId))
})

const text = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
  .map((some) => some.toWellFormed().replaceAll('\0', '').replace(/\r/g, '').trim())
const KINDS: ItemKind[] = ['group', 'knowledge', 'skill', 'behaviour']
const packages = fc
  .array(
    fc.record({
      title: fc.oneof(fc.constant(''), text),
      statement: text,
      under: fc.nat(),
      kind: fc.constantFrom(...KINDS),
      soft: fc.boolean(),
      legal: fc.boolean(),
      levels: fc.uniqueArray(fc.constantFrom<LevelNumber>(1, 2, 3, 4, 5), { maxLength: 5 }),
    }),
    { minLength: 1, maxLength: 10 },
  )
  .map((rows): FrameworkPackage => {
    const items: Item[] = []
    rows.forEach((row, at) => {
      const statement = row.statement || 'Says something'
      items.push({
        itemId: `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`,
        parentId: items[row.under % (items.length + 1)]?.itemId ?? null,
        attached: true,
        kind: row.kind,
        typeWords: '',
        code: at % 3 === 0 ? '' : `K${at}`,
        title: row.title === statement ? '' : row.title,
        statement,
        soft: row.soft,
        legal: row.legal,
        words: [],
        levels: row.levels
          .toSorted((a, b) => a - b)
          .map((level) => ({ level, label: LEVEL_LABELS[level], anchor: `=${statement}` })),
        retired: false,
        replacedBy: null,
        uri: null,
        rest: {},
      })
    })
    return { ...read('Code,Statement\n1,One\n'), items }
  })

test('whatever a framework says, written as a plain list and read again it says the same, formulas included', () => {
  fc.assert(
    fc.property(packages, (pkg) => {
      const cells = parse(writePlain(pkg), { bom: true }).flat()
      const formulas = cells.filter((cell) => /^[=+\-@]/.test(cell) && !/^[+-]?\d[\d.,]*$|^[+-]+$/.test(cell))
      assert.deepEqual(formulas, [], 'no cell is a formula; a number or a lone mark may stay')
      const again = read(writePlain(pkg))
      const byId = (items: readonly Item[]) => new Map(items.map((item) => [item.itemId, item]))
      assert.deepEqual(byId(again.items), byId(pkg.items))
      assert.equal(writePlain(again), writePlain({ items: again.items }))
    }),
    { numRuns: 200 },
  )
})
