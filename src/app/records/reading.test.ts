import assert from 'node:assert/strict'
import { test } from 'node:test'
import iconv from 'iconv-lite'
import { recordSamples } from '../../../seeds/records.ts'
import { fc } from '../../../test/property.ts'
import type { Answers } from './mapping.ts'
import { propose } from './reading.ts'
import { hashesOf } from './rules/hashing.ts'
import { RECORD_KINDS, type RecordKind } from './rules/kinds.ts'
import type { RecordRow } from './rules/record.ts'

const ZONE = 'Europe/London'
const TODAY = '2026-11-17'

const proposed = (kind: RecordKind, text: string | Uint8Array, answers: Answers = {}) => {
  const outcome = propose(kind, typeof text === 'string' ? Buffer.from(text) : text, ZONE, TODAY, answers)
  assert.ok(outcome.ok, JSON.stringify(outcome))
  return outcome.value
}

const rolesIn = (kind: RecordKind, text: string) => {
  const { columns } = proposed(kind, text)
  return Object.fromEntries(Object.entries(columns).map(([heading, { value }]) => [heading, value]))
}

test('each sample is read without a question, every column by its heading', () => {
  const samples = recordSamples()
  assert.deepEqual(rolesIn('compliment', samples['records-compliments.csv'] ?? ''), {
    'Compliment no': 'id',
    'Received on': 'happened',
    Adviser: 'person',
    Topic: 'category',
    Competency: 'competency',
    Comment: 'text',
  })
  assert.deepEqual(rolesIn('complaint', samples['records-complaints.csv'] ?? ''), {
    Case: 'id',
    'Date received': 'happened',
    'Handled by': 'person',
    Category: 'category',
    Outcome: 'upheld',
    Competency: 'competency',
  })
  assert.deepEqual(rolesIn('audit', samples['records-audits.csv'] ?? ''), {
    'Evaluation ID': 'id',
    'Evaluation date': 'happened',
    'Agent email': 'person',
    'Form name': 'sheet',
    Score: 'score',
    'Out of': 'of',
    Sections: 'lines',
    Evaluator: 'by',
  })
  assert.deepEqual(rolesIn('observation', samples['records-observations.csv'] ?? ''), {
    'Observation no': 'id',
    'Observed on': 'happened',
    Colleague: 'person',
    Observer: 'by',
    'Competency code': 'competency',
    Level: 'level',
    'What was done': 'done',
    'What was said': 'said',
  })
  for (const kind of RECORD_KINDS)
    assert.deepEqual(proposed(kind, samples[`records-${kind}s.csv`] ?? '').questions, [], kind)
})

test('a customer’s words are left out unless somebody chooses them, and then without what tells who it is', () => {
  const file =
    'Id,Adviser,Date,Comment\n1,Amara Okafor,2026-10-13,Ring Mrs Holt on 01632 960114 or j.holt@mail.example\n'
  const [plain] = proposed('compliment', file).reading.records
  assert.deepEqual(plain?.content, { category: undefined, text: undefined })
  const [kept] = proposed('compliment', file, { withText: true }).reading.records
  assert.equal(kept?.content.text, 'Ring [customer] on [phone] or [e-mail]')
})

test('a category is cleaned too: no column of the file keeps what tells who a customer is', () => {
  const file = 'Id,Adviser,Date,Category\n1,Amara Okafor,2026-10-13,j.holt@mail.example\n'
  assert.equal(proposed('complaint', file).reading.records[0]?.content.category, '[e-mail]')
})

test('a file that does not say whose or when is asked about, never guessed', () => {
  const { questions } = proposed('complaint', 'Ref;Fault\n1;x\n2;y\n')
  assert.deepEqual(
    questions.map(({ key, role }) => [key, role]),
    [
      ['columns', 'person'],
      ['columns', 'happened'],
    ],
  )
  const open = proposed(
    'complaint',
    'Id,Adviser,Date\n1,Amara Okafor,03/04/2026\n2,Amara Okafor,05/06/2026\n',
  )
  assert.deepEqual(
    open.questions.map(({ key }) => key),
    ['dateOrder'],
  )
})

test('what cannot be is rejected with its line and why', () => {
  const file = [
    'Id,Adviser,Date,Score,Out of',
    '1,Amara Okafor,2026-10-13,18,20',
    '2,Amara Okafor,2026-02-30,18,20',
    '3,,2026-10-13,18,20',
    '4,Amara Okafor,2026-12-13,18,20',
    '5,Amara Okafor,2026-10-13,21,20',
    '6,Amara Okafor,2026-10-13,good,20',
    '1,Amara Okafor,2026-10-13,17,20',
    '1,Amara Okafor,2026-10-13,18,20',
    '1.0E+9,Amara Okafor,2026-10-13,17,20',
    '7,Amara Okafor,2026-10-13,17',
    '',
  ].join('\n')
  const { reading } = proposed('audit', file)
  assert.deepEqual(
    reading.rejected.map(({ line, why }) => [line, why]),
    [
      [3, 'February 2026 has 28 days'],
      [4, 'A record needs the person it is about'],
      [5, 'This is in the future. Check the date'],
      [6, 'This is more than 20, the most it could be'],
      [7, 'This is not a score'],
      [8, 'Line 2 has the same number and says otherwise. Give each record a number of its own'],
      [10, 'A spreadsheet has shortened this number. Export the file again without opening it there'],
      [11, 'The header has 5. A line break or a separator inside a cell?'],
    ],
  )
  assert.equal(reading.duplicates, 1)
  assert.equal(reading.records.length + reading.rejected.length + reading.duplicates, reading.rows)
})

test('scores are read as they are written, and a sheet by its lines', () => {
  const score = (text: string) =>
    proposed('audit', `Id;Adviser;Date;Score;Lines\n1;Amara Okafor;2026-10-13;${text}\n`, { delimiter: ';' })
      .reading.records[0]?.content
  assert.deepEqual([score('18/20;')?.score, score('18/20;')?.of], [18, 20])
  assert.deepEqual([score('90%;')?.score, score('90%;')?.of], [90, 100])
  assert.deepEqual([score('17;')?.score, score('17;')?.of], [17, undefined])
  assert.deepEqual(score('18/20;"Greeting: 4/4; Verified the caller 3 of 4; Warm"')?.lines, [
    { item: 'Greeting', got: '4', of: '4', comment: '' },
    { item: 'Verified the caller', got: '3', of: '4', comment: '' },
    { item: 'Warm', got: '', of: '', comment: '' },
  ])
})

test('whether a complaint was upheld is read in the words that registers use', () => {
  const upheld = (text: string) =>
    proposed('complaint', `Id,Adviser,Date,Upheld\n1,Amara Okafor,2026-10-13,${text}\n`).reading
  const words = ['Upheld', 'not upheld', 'Partly upheld', 'Y', 'no', 'pending', '-']
  assert.deepEqual(
    words.map((text) => upheld(text).records[0]?.content.upheld),
    ['yes', 'no', 'partly', 'yes', 'no', undefined, undefined],
  )
  assert.equal(upheld('perhaps').rejected[0]?.why, 'This is neither upheld nor not upheld')
})

const cell = fc
  .string({ maxLength: 12 })
  .map((text) => text.replace(/[\p{Cc}"“”;]/gu, '').trim())
  .filter((text) => text !== '' && !/^[-?]+$|^\(?(null|n\/a|na|none)\)?$/i.test(text))

test('property: a row has the same hash however its file is quoted, spaced or encoded, and another where a cell differs', () => {
  fc.assert(
    fc.property(cell, cell, (name, category) => {
      const rows = (quote: (text: string) => string) =>
        ['Id;Adviser;Date;Category', `1;${quote(name)};2026-10-13;${quote(category)}`, ''].join('\n')
      const read = (bytes: Uint8Array) =>
        proposed('complaint', bytes, { delimiter: ';', quote: '"' }).reading.records[0]?.rowHash
      const plain = read(Buffer.from(rows((text) => text)))
      assert.equal(read(Buffer.from(rows((text) => `"${text}"`))), plain)
      assert.equal(read(Buffer.from(rows((text) => ` ${text} `))), plain)
      assert.equal(
        read(
          iconv.encode(
            rows((text) => text),
            'utf-16le',
            { addBOM: true },
          ),
        ),
        plain,
      )
      assert.notEqual(read(Buffer.from(rows((text) => text).replace('2026-10-13', '2026-10-14'))), plain)
    }),
    { numRuns: 200 },
  )
})

test('property: two readings have the same hash where they say the same, in whatever order, and another where they do not', () => {
  const content = fc.record(
    {
      category: fc.string(),
      score: fc.double({ noNaN: true, noDefaultInfinity: true }),
      level: fc.string(),
      met: fc.boolean(),
      text: fc.string({ minLength: 1 }),
    },
    { requiredKeys: [] },
  )
  const row = (said: RecordRow['content']): RecordRow => ({
    externalId: '1',
    rowHash: '',
    line: 2,
    name: 'Amara Okafor',
    happenedOn: '2026-10-13',
    competencies: [],
    content: said,
  })
  fc.assert(
    fc.property(content, content, (one, other) => {
      const turned = Object.fromEntries(Object.entries(one).toReversed())
      assert.deepEqual(hashesOf(row(turned)), hashesOf(row({ ...one, by: undefined })))
      const { text: a, ...facts } = one
      const { text: b, ...otherFacts } = other
      const alike =
        JSON.stringify(Object.entries(facts).toSorted()) ===
        JSON.stringify(Object.entries(otherFacts).toSorted())
      assert.equal(hashesOf(row(one)).saidHash === hashesOf(row(other)).saidHash, alike)
      assert.equal(hashesOf(row(one)).textHash === hashesOf(row(other)).textHash, a === b)
    }),
  )
})

test('property: whatever bytes a file holds, it is read or refused in words, and every row is accounted for', () => {
  const file = fc.oneof(
    fc.uint8Array({ maxLength: 400 }),
    fc
      .array(
        fc.array(fc.oneof(cell, fc.constantFrom('2026-10-13', '13/10/2026', '18/20', '"', "'", '')), {
          maxLength: 6,
        }),
        { maxLength: 8 },
      )
      .map((rows) => Buffer.from(rows.map((row) => row.join(';')).join('\n'))),
  )
  fc.assert(
    fc.property(fc.constantFrom(...RECORD_KINDS), file, (kind, bytes) => {
      const outcome = propose(kind, bytes, ZONE, TODAY, { withText: true })
      if (!outcome.ok) return assert.ok(outcome.refusals.every(({ message }) => /\.$/.test(message)))
      const { rows, records, rejected, duplicates } = outcome.value.reading
      assert.equal(records.length + rejected.length + duplicates, rows)
    }),
    { numRuns: 500 },
  )
})
