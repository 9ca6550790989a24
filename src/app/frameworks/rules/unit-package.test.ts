import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readCase } from './case-read.ts'
import { writeCase } from './case-write.ts'
import type { FrameworkPackage } from './item.ts'
import { readMoodle } from './moodle-csv.ts'
import { writeMoodle } from './moodle-write.ts'
import { proposePlain, readPlain } from './plain-csv.ts'
import { writePlain } from './plain-write.ts'
import type { Unit } from './unit.ts'
import { packageOf, unitsIn } from './unit-package.ts'
import { beside, outcomesOf, withMissing } from './unit-text.ts'

const ORIGIN = 'https://goldthread.example'
const SPACE = '11111111-1111-4111-8111-111111111111'
const UNIT: Unit = {
  unitId: '22222222-2222-4222-8222-222222222222',
  code: 'A/123/4567',
  title: 'Look after customers',
  level: 2,
  credits: 5,
  hours: 40,
  source: 'The register',
  wordsFrom: '',
  version: 3,
  outcomes: [
    {
      outcomeId: '33333333-3333-4333-8333-333333333331',
      code: '1',
      words: 'Know what customers expect',
      criteria: [
        {
          criterionId: '44444444-4444-4444-8444-444444444411',
          code: '1.1',
          words: 'Say what they expect',
          checked: true,
        },
        {
          criterionId: '44444444-4444-4444-8444-444444444412',
          code: '1.2',
          words: 'Say why it changes',
          checked: false,
        },
      ],
    },
    {
      outcomeId: '33333333-3333-4333-8333-333333333332',
      code: '2',
      words: 'Answer them',
      criteria: [
        {
          criterionId: '44444444-4444-4444-8444-444444444421',
          code: '2.1',
          words: 'Answer in time, “in full”',
          checked: true,
        },
      ],
    },
  ],
}

const read = (
  outcome: { ok: true; value: { package: FrameworkPackage } } | { ok: false; refusals: unknown },
) => {
  assert.ok(outcome.ok, JSON.stringify(outcome))
  return outcome.value.package
}

const about = { title: UNIT.title, publisher: '', onto: null, space: SPACE }
const roundTrips: Record<string, (pkg: FrameworkPackage) => FrameworkPackage> = {
  CASE: (pkg) =>
    read(
      readCase(JSON.stringify(writeCase(pkg, { origin: ORIGIN, at: '2026-11-17T10:00:00Z' })), {
        origin: ORIGIN,
      }),
    ),
  'Moodle’s CSV': (pkg) => read(readMoodle(Buffer.from(writeMoodle(pkg)), SPACE)),
  'a plain list': (pkg) => {
    const proposal = proposePlain(Buffer.from(writePlain(pkg)))
    assert.ok(proposal.ok)
    return read(readPlain(proposal.value, about))
  },
}

for (const [format, round] of Object.entries(roundTrips))
  test(`a unit written as ${format} and read again is the same unit, with the same identifiers, codes and words`, () => {
    const pkg = round(packageOf(UNIT, 'Northgate'))
    assert.equal(pkg.kind, 'qualification')
    const [unit, ...others] = unitsIn(pkg)
    assert.deepEqual(others, [])
    assert.deepEqual([unit?.unitId, unit?.code, unit?.title], [UNIT.unitId, UNIT.code, UNIT.title])
    assert.deepEqual(
      unit?.outcomes,
      UNIT.outcomes.map(({ code, words, criteria }) => ({
        code,
        words,
        criteria: criteria.map((one) => ({ code: one.code, words: one.words })),
      })),
    )
    assert.deepEqual(
      pkg.items.map(({ itemId, kind }) => [itemId, kind]),
      packageOf(UNIT, 'Northgate').items.map(({ itemId, kind }) => [itemId, kind]),
    )
  })

test('a list of codes and words alone is a unit: 1 is an outcome, 1.1 its criterion, however the codes are dressed', () => {
  const proposal = proposePlain(Buffer.from('Code,Statement\nLO1,Know\nLO1.AC1.1,First\nLO1.AC1.2,Second\n'))
  assert.ok(proposal.ok)
  const [unit] = unitsIn(read(readPlain(proposal.value, about)))
  assert.deepEqual(unit?.outcomes, [
    {
      code: '1',
      words: 'Know',
      criteria: [
        { code: '1.1', words: 'First' },
        { code: '1.2', words: 'Second' },
      ],
    },
  ])
})

test('their text goes over ours by code: known criteria keep their identifiers, new ones come, the missing ones may stay', () => {
  const theirs = {
    ...UNIT,
    named: true,
    outcomes: [
      {
        code: '1',
        words: 'Understand expectations',
        criteria: [
          { code: '1.1', words: 'Describe expectations' },
          { code: '1.3', words: 'A third' },
        ],
      },
    ],
  }
  const rows = beside(UNIT, theirs)
  assert.deepEqual(
    rows.map(({ code, ours, theirs: text }) => [code, ours !== null, text !== null]),
    [
      ['1', true, true],
      ['1.1', true, true],
      ['1.2', true, false],
      ['1.3', false, true],
      ['2', true, false],
      ['2.1', true, false],
    ],
  )
  const [first] = outcomesOf(UNIT.unitId, { read: theirs, isTheirs: true }, UNIT.outcomes)
  assert.equal(first?.criteria[0]?.criterionId, UNIT.outcomes[0]?.criteria[0]?.criterionId)
  assert.equal(first?.criteria[0]?.checked, true)
  const kept = withMissing(
    outcomesOf(UNIT.unitId, { read: theirs, isTheirs: true }, UNIT.outcomes),
    UNIT.outcomes,
  )
  assert.deepEqual(
    kept.flatMap(({ criteria }) => criteria.map(({ code, words }) => `${code} ${words}`)),
    ['1.1 Describe expectations', '1.2 Say why it changes', '1.3 A third', '2.1 Answer in time, “in full”'],
  )
})
