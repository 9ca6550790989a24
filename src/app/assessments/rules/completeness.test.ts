import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fc } from '../../../../test/property.ts'
import { type Assessed, completeness } from './completeness.ts'
import { blankRating, type Rating } from './rating.ts'

const TODAY = '2026-11-17'
const IDS = ['0190aaaa-0000-7000-8000-000000000001', '0190aaaa-0000-7000-8000-000000000002'] as const
const profile = {
  roleId: 'adviser',
  version: '2026-2',
  asks: [
    { competencyId: IDS[0], title: 'Listening' },
    { competencyId: IDS[1], title: 'Data protection' },
  ],
}
const rated = (id: string, change: Partial<Rating> = {}): Rating => ({
  ...blankRating(id),
  level: 3,
  noExample: true,
  ...change,
})
const whole: Assessed = {
  roleId: 'adviser',
  version: '2026-2',
  inOn: '2026-11-10',
  ratings: [rated(IDS[0]), rated(IDS[1], { noExample: false, evidenceIds: ['e-1'] })],
}
const titles = (assessed: Assessed | null, today = TODAY) =>
  completeness(profile, assessed, today).lacking.map(({ title }) => title)

test('Amara’s is complete: each is rated, dated, and cites evidence or says that there is none yet', () => {
  assert.deepEqual(completeness(profile, whole, TODAY), {
    complete: true,
    of: 2,
    lacking: [],
    older: false,
    inOn: '2026-11-10',
  })
})

test('each competency that is not rated, or rests on nothing, is named with what it lacks', () => {
  const bare = { ...whole, ratings: [rated(IDS[0]), rated(IDS[1], { noExample: false })] }
  assert.deepEqual(completeness(profile, bare, TODAY).lacking, [
    {
      competencyId: IDS[1],
      title: 'Data protection',
      why: 'tick evidence, give an example, or tick “No example yet”',
    },
  ])
  assert.deepEqual(titles({ ...whole, ratings: [rated(IDS[0])] }), ['Data protection'])
})

test('what is not handed in, or dated after today, has no date', () => {
  assert.deepEqual(titles({ ...whole, inOn: null }), ['Listening', 'Data protection'])
  assert.deepEqual(titles({ ...whole, inOn: '2026-11-18' }), ['Listening', 'Data protection'])
  assert.deepEqual(titles({ ...whole, inOn: '2026-11-18' }, '2026-11-18'), [])
})

test('ratings against an earlier version say nothing of the profile in force, and neither does nothing', () => {
  const older = completeness(profile, { ...whole, version: '2025-1' }, TODAY)
  assert.deepEqual([older.older, older.complete, older.lacking.length], [true, false, 2])
  assert.deepEqual(titles(null), ['Listening', 'Data protection'])
})

test('it is complete exactly when nothing is lacking, and no rating more makes it less so', () => {
  const any = fc.record({
    level: fc.constantFrom(null, 1, 3, 5) as fc.Arbitrary<Rating['level']>,
    noExample: fc.boolean(),
    evidenceIds: fc.array(fc.constant('e-1'), { maxLength: 1 }),
  })
  fc.assert(
    fc.property(any, any, (one, two) => {
      const first = { ...whole, ratings: [rated(IDS[0], one)] }
      const both = { ...whole, ratings: [rated(IDS[0], one), rated(IDS[1], two)] }
      const [before, after] = [completeness(profile, first, TODAY), completeness(profile, both, TODAY)]
      assert.equal(after.complete, after.lacking.length === 0)
      assert.ok(after.lacking.length <= before.lacking.length)
    }),
  )
})
