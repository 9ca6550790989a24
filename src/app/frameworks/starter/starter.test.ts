import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { parse } from 'csv-parse/sync'
import { isId } from '../../../kernel/id.ts'
import { STARTER_COMPETENCIES, STARTER_CROSSWALK, STARTER_FRAMEWORK } from './starter.ts'

const titles = STARTER_COMPETENCIES.map((each) => each.title)
const rowsOf = (competencyId: string) => STARTER_CROSSWALK.filter((row) => row.competencyId === competencyId)

test('the starter framework has the eight competencies an adviser is assessed on first, in that order', () => {
  assert.deepEqual(titles.slice(0, 8), [
    'Listening and questioning',
    'Coaching others',
    'Written communication',
    'Product and policy knowledge',
    'Organising own work',
    'Resolving at first contact',
    'Handling complaints',
    'Data protection and vulnerable customers',
  ])
  assert.deepEqual(
    STARTER_COMPETENCIES.map((each) => each.code),
    titles.map((_, place) => `CS-${String(place + 1).padStart(2, '0')}`),
  )
})

test('identifiers are lower-case UUIDs and belong to one competency each', () => {
  const ids = [STARTER_FRAMEWORK.frameworkId, ...STARTER_COMPETENCIES.map((each) => each.competencyId)]
  assert.ok(ids.every(isId))
  assert.equal(new Set(ids).size, ids.length)
})

test('the identifier of a competency never changes: other records hold it', () => {
  const digest = STARTER_COMPETENCIES.map((each) => each.competencyId.slice(0, 4)).join(' ')
  assert.equal(
    digest,
    'e3bf e2da 2ba9 41b1 f98b f570 e9f6 7850 01e6 8533 a9f3 479e 32ae eda1 d6d3 3eaf cf77 2fab',
  )
})

test('each competency has five levels, each with a behaviour of its own in the first person', () => {
  for (const each of STARTER_COMPETENCIES) {
    assert.deepEqual(
      each.levels.map(({ level, label }) => `${level} ${label}`),
      ['1 aware', '2 with help', '3 on my own', '4 in hard cases', '5 leads others'],
    )
    for (const { anchor } of each.levels) assert.match(anchor, /\b(I|my|me)\b/, `${each.code}: ${anchor}`)
  }
  const anchors = STARTER_COMPETENCIES.flatMap((each) => each.levels.map((level) => level.anchor))
  assert.equal(new Set(anchors).size, anchors.length)
})

test('the rows of the mission on practice are covered: HEAT, coaching, standards, culture, communication, service cycle', () => {
  const covers = (row: RegExp) =>
    STARTER_COMPETENCIES.some((each) => row.test(`${each.title} ${each.statement}`))
  const asked = [
    /hear.*empathise.*apologise.*action/i,
    /coaching/i,
    /service standards/i,
    /customer-centric culture/i,
    /listen/i,
    /questioning/i,
    /empathy/i,
    /moments of truth/i,
    /service cycle/i,
  ]
  for (const row of asked) assert.ok(covers(row), String(row))
})

test('soft skills and the three legal duties are marked', () => {
  const soft = STARTER_COMPETENCIES.filter((each) => each.soft).map((each) => each.title)
  for (const title of ['Listening and questioning', 'Empathy and rapport', 'Written communication'])
    assert.ok(soft.includes(title))
  assert.deepEqual(
    STARTER_COMPETENCIES.filter((each) => each.legal).map((each) => each.title),
    [
      'Data protection and vulnerable customers',
      'Equality and inclusive service',
      'Health, safety and wellbeing',
    ],
  )
})

test('every competency is linked to a British standard and to ESCO or O*NET, with at least one item seen in a source', () => {
  for (const { code, competencyId } of STARTER_COMPETENCIES) {
    const rows = rowsOf(competencyId)
    assert.ok(
      rows.some((row) => /National Occupational|units|ST0\d/.test(row.framework)),
      code,
    )
    assert.ok(
      rows.some((row) => /ESCO|O\*NET/.test(row.framework)),
      code,
    )
    assert.ok(
      rows.some((row) => row.confidence === 'seen'),
      code,
    )
  }
})

test('a crosswalk row names its publisher, version, address and source, and no row stands twice', () => {
  for (const row of STARTER_CROSSWALK) {
    for (const text of [row.framework, row.publisher, row.version, row.source, row.title]) assert.ok(text)
    assert.match(row.address, /^https?:\/\/\S+$/)
    assert.match(row.relation, /^(exactMatchOf|isPartOf|isRelatedTo)$/)
  }
  const keys = STARTER_CROSSWALK.map((row) =>
    [row.competencyId, row.framework, row.code, row.title].join('|'),
  )
  assert.equal(new Set(keys).size, keys.length)
})

test('what was only remembered is said to be: the codes and headings nobody has checked', () => {
  const remembered = STARTER_CROSSWALK.filter((row) => row.confidence === 'from memory')
  assert.deepEqual([...new Set(remembered.map((row) => row.code.split(' ')[0]))].sort(), [
    'CFACSD3',
    'CFAM&LAA2',
    'CFAM&LAA3',
    'ST0071',
  ])
})

const shared = new URL('../../../../../shared/data/interop/', import.meta.url)
type Row = {
  [column: string]: string | undefined
  skillLabel?: string
  skillUri?: string
  preferredLabel?: string
  conceptUri?: string
}
const table = (name: string) =>
  parse(readFileSync(new URL(name, shared)), { columns: true, bom: true }) as Row[]

test('every ESCO label and URI stands in the ESCO files', (t) => {
  if (!existsSync(shared)) return t.skip('shared data is not here')
  const labels = table('esco-1.2.0/occupation-skills.contact-centre.csv')
  const across = table('esco-1.2.0/transversalSkillsCollection_en.csv')
  const uris = new Map<string, string>()
  for (const row of labels) uris.set(row.skillLabel ?? '', row.skillUri ?? '')
  for (const row of across) uris.set(row.preferredLabel ?? '', row.conceptUri ?? '')
  for (const row of STARTER_CROSSWALK.filter((each) => each.framework === 'ESCO skills')) {
    assert.ok(uris.has(row.title), row.title)
    if (row.code) assert.equal(row.address, uris.get(row.title))
  }
})

test('every O*NET identifier carries the name that O*NET gives it', (t) => {
  if (!existsSync(shared)) return t.skip('shared data is not here')
  const names = new Map(
    table('onet-29.2/content-model-reference.csv').map((row) => [row['Element ID'], row['Element Name']]),
  )
  for (const row of STARTER_CROSSWALK.filter((each) => each.framework.startsWith('O*NET')))
    assert.equal(names.get(row.code), row.title)
})
