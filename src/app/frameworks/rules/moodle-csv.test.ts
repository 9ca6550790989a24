import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { fc } from '../../../../test/property.ts'
import { isId } from '../../../kernel/id.ts'
import type { FrameworkPackage, Item } from './item.ts'
import { MOODLE, readMoodle } from './moodle-csv.ts'
import { isMoodleCsv } from './moodle-rows.ts'
import { writeMoodle } from './moodle-write.ts'

const SPACE = '11111111-1111-4111-8111-111111111111'
const HEAD =
  'Parent ID number,ID number,Short name,Description,Description format,Scale values,Scale configuration,Rule type,Rule outcome,Rule config,Cross-referenced competency ID numbers,Exported ID,Is framework,Taxonomy'
const FRAMEWORK =
  ',Service,Service at the desk,,1,"Not yet,There","[{""scaleid"":""7""},{""id"":2,""scaledefault"":1,""proficient"":1}]",,,,,,1,"{""1"":""domain"",""2"":""behaviour""}"'

const file = (...rows: string[]) => Buffer.from([HEAD, FRAMEWORK, ...rows].join('\n'))

function read(bytes: Uint8Array): FrameworkPackage {
  const outcome = readMoodle(bytes, SPACE)
  assert.ok(outcome.ok, outcome.ok ? '' : outcome.refusals[0]?.message)
  return outcome.value.package
}

const saidOf = (bytes: Uint8Array): string[] => {
  const outcome = readMoodle(bytes, SPACE)
  return outcome.ok ? ['read'] : outcome.refusals.map(({ message }) => message)
}

test('Dana’s Moodle file becomes a tree with its kinds by level, in the file’s order, and what only Moodle reads is kept', () => {
  const { items, title, rest } = read(
    file(
      '1,1.2,Keeps promises,"Rings back by the time <b>agreed</b> &amp; says why",1,,,,0,,,88,,',
      '1,1.1,Listens,,1,,,core_competency\\competency_rule_all,2,,1.2,,,',
      ',1,With customers,,1,,,,0,,,,,',
    ),
  )
  assert.equal(title, 'Service at the desk')
  assert.deepEqual(
    items.map(({ code, kind, title: short, statement }) => [code, kind, short, statement]),
    [
      ['1', 'group', '', 'With customers'],
      ['1.2', 'behaviour', 'Keeps promises', 'Rings back by the time agreed & says why'],
      ['1.1', 'behaviour', '', 'Listens'],
    ],
  )
  assert.equal((rest[MOODLE] as { scaleValues: string }).scaleValues, 'Not yet,There')
  assert.deepEqual(items[2]?.rest[MOODLE], {
    format: '1',
    ruleType: 'core_competency\\competency_rule_all',
    ruleOutcome: '2',
  })
  assert.equal(JSON.stringify(items[1]?.rest[MOODLE]).includes('"exportedId":"88"'), true)
  assert.ok(items.every(({ itemId }) => isId(itemId)))
})

test('a comma within an ID number is %2C in a cross-reference, both ways', () => {
  const bytes = file(',"A,1",One,,1,,,,0,,,,,', ',B,Two,,1,,,,0,,"A%2C1,C",,,', ',C,Three,,1,,,,0,,,,,')
  const pkg = read(bytes)
  const codes = new Map(pkg.items.map(({ itemId, code }) => [itemId, code]))
  assert.deepEqual(
    pkg.associations.map(({ type, originId, destinationId }) => [
      type,
      codes.get(originId),
      codes.get(destinationId),
    ]),
    [
      ['isRelatedTo', 'B', 'A,1'],
      ['isRelatedTo', 'B', 'C'],
    ],
  )
  assert.match(writeMoodle(pkg), /"A%2C1,C"/)
})

test('what cannot be read names its row, all at once: twice the same number, no such parent, a circle, no name, no framework', () => {
  assert.deepEqual(saidOf(file(',1,One,,1,,,,0,,,,,', ',1,Again,,1,,,,0,,,,,', '9,2,,,1,,,,0,,,,,')), [
    'Line 4, “1 Again”: Line 3 has “1” too. Give each row a code of its own.',
    'Line 5, “2”: It has no short name. Give it one.',
    'Line 5, “2”: It stands under “9”, which no row of the file is.',
  ])
  assert.match(
    saidOf(file('2,1,One,,1,,,,0,,,,,', '1,2,Two,,1,,,,0,,,,,'))[0] ?? '',
    /under itself, by way of/,
  )
  assert.match(
    saidOf(Buffer.from(`${HEAD}\n,1,One,,1,,,,0,,,,,\n`))[0] ?? '',
    /No row says what the framework/,
  )
  assert.match(saidOf(Buffer.from('code,name\n1,One\n'))[0] ?? '', /not a framework as Moodle exports it/)
  assert.match(
    saidOf(file(FRAMEWORK))[0] ?? '',
    /^Line 3, “Service Service at the desk”: Line 2 is the framework/,
  )
})

test('a cross-reference to what is not in the file is left out with a warning that names its line', () => {
  const outcome = readMoodle(file(',1,One,,1,,,,0,,9,,,'), SPACE)
  assert.deepEqual(outcome.ok && outcome.value.warnings, [
    'Cross-references to what is not in the file were left out: “9” on line 3.',
  ])
})

test('headings of another language are read by their place; a plain list is not taken for Moodle’s', () => {
  const [, ...rows] = file(',1,Eins,,1,,,,0,,,,,').toString().split('\n')
  const other = 'a,b,c,d,e,f,g,h,i,j,k,l,m,n'
  assert.equal(read(Buffer.from([other, ...rows].join('\n'))).items[0]?.statement, 'Eins')
  assert.equal(isMoodleCsv(file(',1,One,,1,,,,0,,,,,')), true)
  assert.equal(isMoodleCsv(Buffer.from('code,parent,statement\n1,,One\n2,1,Two\n')), false)
})

test('the same file is the same framework when it is read again, and another one for another organisation', () => {
  const bytes = file(',1,One,,1,,,,0,,,,,')
  const other = readMoodle(bytes, '22222222-2222-4222-8222-222222222222')
  assert.deepEqual(read(bytes), read(bytes))
  assert.notEqual(other.ok && other.value.package.frameworkId, read(bytes).frameworkId)
})

test('a name that is longer than Moodle keeps is cut, the words of a script are no words', () => {
  const pkg = read(
    file(',1,One,"<script>alert(1)</script><STYLE>p{}</STYLE><p>Listens</p><!-- never",1,,,,0,,,,,'),
  )
  assert.equal(pkg.items[0]?.statement, 'Listens\n<!-- never'.replace('\n', '\n'))
  const long = 'Listens to whoever calls and to whoever is called '.repeat(4).trim()
  const [item] = pkg.items
  assert.ok(item)
  const written = writeMoodle({
    ...pkg,
    title: long,
    items: [{ ...item, title: long, statement: 'Listens' }],
  })
  const again = read(Buffer.from(written))
  assert.ok(
    [again.title, again.items[0]?.title].every(
      (name) => name && name.length <= 100 && long.startsWith(name.slice(0, -1)),
    ),
  )
  assert.equal(again.items[0]?.statement, 'Listens')
})

test('a row under itself says so, and not by way of itself', () => {
  assert.deepEqual(saidOf(file('1,1,One,,1,,,,0,,,,,')), [
    'Line 3, “1 One”: It stands under itself. Put it under another row.',
  ])
})

const words = fc
  .string({ unit: 'binary', minLength: 1, maxLength: 160 })
  .map((text) => text.toWellFormed().replaceAll('\0', '').replace(/\r/g, '').trim())
const framework = fc
  .array(
    fc.record({
      title: fc.oneof(fc.constant(''), words),
      statement: words,
      under: fc.nat(),
      html: fc.boolean(),
    }),
    { maxLength: 12 },
  )
  .map((rows): FrameworkPackage => {
    const items: Item[] = []
    rows.forEach(({ title, statement, under }, at) => {
      const itemId = `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`
      items.push({
        itemId,
        parentId: items[under % (items.length + 1)]?.itemId ?? null,
        attached: true,
        kind: 'skill',
        typeWords: '',
        code: at % 3 === 0 ? '' : `C${at},${under % 7}`,
        title,
        statement: statement || 'Says something',
        soft: false,
        legal: false,
        words: [],
        levels: [],
        retired: false,
        replacedBy: null,
        uri: null,
        rest: {},
      })
    })
    return { ...read(file()), items, associations: [] }
  })

const tree = ({ items }: FrameworkPackage) =>
  items.map(({ itemId, parentId, code, title, statement }) => ({ itemId, parentId, code, title, statement }))

test('whatever a framework says, written for Moodle and read again it has the same tree, order, codes and texts', () => {
  fc.assert(
    fc.property(framework, (pkg) => {
      const once = read(Buffer.from(writeMoodle(pkg)))
      const again = read(Buffer.from(writeMoodle(once)))
      assert.deepEqual(tree(again), tree(once))
      assert.deepEqual(
        new Map(tree(once).map((item) => [item.itemId, item])),
        new Map(tree(pkg).map((item) => [item.itemId, item])),
      )
    }),
    { numRuns: 200 },
  )
})

const SHARED = fileURLToPath(new URL('../../../../../shared/data/interop/moodle', import.meta.url))

test('the real framework of 12 columns is written with 14, and read again says the same in the same order', (t) => {
  if (!existsSync(SHARED)) return t.skip('shared data is not here')
  const pkg = read(readFileSync(`${SHARED}/moodle-competency-framework.example.csv`))
  assert.equal(pkg.items.length, 209)
  assert.equal(pkg.items.filter(({ parentId }) => parentId === null).length, 6)
  const text = writeMoodle(pkg)
  const again = read(Buffer.from(text))
  assert.deepEqual(again.items, pkg.items)
  assert.deepEqual(again.rest, pkg.rest)
  assert.equal(writeMoodle(again), text)
})
