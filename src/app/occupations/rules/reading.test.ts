import assert from 'node:assert/strict'
import { test } from 'node:test'
import { escoTables, onetTables, type Tables } from '../../../../test/occupation-tables.ts'
import { readEsco } from './esco.ts'
import type { Facts, Scheme } from './facts.ts'
import { readOnet } from './onet.ts'

const ENDINGS: Record<Scheme, string> = { esco: 'csv', onet: 'txt' }

/** What a reader makes of tables, after they were changed. */
function read(scheme: Scheme, change: (tables: Tables) => void = () => {}) {
  const tables = scheme === 'onet' ? onetTables() : escoTables()
  change(tables)
  const reader = scheme === 'onet' ? readOnet() : readEsco()
  for (const [name, [columns = [], ...rows]] of Object.entries(tables))
    reader.take({ file: `${name}.${ENDINGS[scheme]}`, columns, rows, places: rows.map((_, at) => at + 2) })
  return reader.finish('9.9')
}

function facts(scheme: Scheme, change?: (tables: Tables) => void): { facts: Facts; warnings: string[] } {
  const outcome = read(scheme, change)
  assert.ok(outcome.ok, JSON.stringify(outcome))
  return outcome.value
}

function refusals(scheme: Scheme, change: (tables: Tables) => void): string[] {
  const outcome = read(scheme, change)
  return outcome.ok ? [] : outcome.refusals.map(({ message }) => message)
}

const set = (rows: string[][] | undefined, row: number, column: number, value: string) => {
  const line = rows?.[row]
  assert.ok(line)
  line[column] = value
}

test('a figure that O*NET itself recommends to suppress is not read', () => {
  const { facts: all } = facts('onet', ({ Skills }) => set(Skills, 2, 5, 'Y'))
  const [listening] = all.asks
  assert.deepEqual([listening?.importance, listening?.level], [4.12, null])
})

test('what no database can keep is named by file, row and column', () => {
  assert.deepEqual(
    refusals('onet', (tables) => set(tables['Occupation Data'], 1, 1, 'Help\u0000Line')),
    ['Occupation Data.txt, row 2, column “Title”: it holds a sign that is no text. Download the file again.'],
  )
  assert.deepEqual(
    refusals('esco', (tables) => set(tables.skills_en, 2, 4, 'half \ud800 a sign')),
    ['skills_en.csv, row 3, column “description”: it holds a sign that is no text. Download the file again.'],
  )
  for (const index of ['99999999999', '-1', '1.5'])
    assert.deepEqual(
      refusals('onet', (tables) => set(tables['Related Occupations'], 2, 3, index)),
      ['Related Occupations.txt, row 3, column “Index”: it is no whole number from 0 to 9999.'],
    )
  assert.deepEqual(
    refusals('onet', ({ Skills }) => set(Skills, 1, 2, ' ')),
    ['Skills.txt, row 2, column “Element Name”: it is empty.'],
  )
  assert.deepEqual(
    refusals('esco', (tables) => set(tables.ISCOGroups_en, 1, 2, '5'.repeat(3000))),
    ['ISCOGroups_en.csv, row 2, column “code”: it is too long to be a code.'],
  )
})

test('a table of headings alone is no version of anything', () => {
  assert.deepEqual(
    refusals('onet', (tables) => tables['Occupation Data']?.splice(1)),
    ['Its table “Occupation Data” holds no occupation.'],
  )
  assert.deepEqual(
    refusals('esco', (tables) => tables.occupations_en?.splice(1)),
    ['Its table “occupations_en” holds no occupation.'],
  )
})

test('no occupation lies near itself, and the report says that such rows were left out', () => {
  const onet = facts('onet', (tables) => set(tables['Related Occupations'], 2, 1, '43-9901.00'))
  assert.deepEqual(
    onet.facts.near.map(({ code }) => code),
    ['43-9902.00'],
  )
  assert.deepEqual(onet.warnings, ['1 row left out: it puts an occupation near itself.'])
  const esco = facts('esco', (tables) => {
    const rows = tables.broaderRelationsOccPillar_en
    set(rows, 1, 3, rows?.[1]?.[1] ?? '')
  })
  assert.deepEqual(esco.facts.near, [])
  assert.deepEqual(esco.warnings, ['1 relation left out: an occupation belongs to itself.'])
})

test('figures on a scale that is not read are counted in the report, and so are strangers', () => {
  const { facts: all, warnings } = facts('onet', (tables) => {
    tables['Work Styles'] = [
      tables.Skills?.[0] ?? [],
      ['43-9901.00', '1.C.1.a', 'Trying Hard', 'WI', '2.5', 'N', ''],
      ['43-9902.00', '1.C.1.a', 'Trying Hard', 'WI', '1.5', 'N', ''],
    ]
    tables.Skills?.push(['43-9999.00', '2.A.9.a', 'Listening Closely', 'IM', '3', 'N', ''])
  })
  assert.ok(!all.skills.some(({ title }) => title === 'Trying Hard'))
  assert.deepEqual(warnings, [
    '1 row left out: “Occupation Data” does not have their occupation.',
    '2 rows left out: “Work Styles.txt” rates them on another scale than IM or LV.',
  ])
})

test('a skill that ESCO calls essential and optional of one occupation is essential, whichever stands last', () => {
  const again = (rows: string[][] | undefined, row: number, relation: string) => {
    const [occupation = '', , type = '', skill = ''] = rows?.[row] ?? []
    rows?.push([occupation, relation, type, skill])
    return skill
  }
  const { facts: all } = facts('esco', ({ occupationSkillRelations_en: rows }) => {
    again(rows, 1, 'optional')
    again(rows, 3, 'essential')
  })
  const [agent] = all.occupations
  assert.deepEqual(
    all.asks.filter(({ occupationId }) => occupationId === agent?.occupationId).map((one) => one.relation),
    ['essential', 'essential', 'essential'],
  )
})
