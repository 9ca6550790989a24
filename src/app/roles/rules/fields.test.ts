import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fc } from '../../../../test/property.ts'
import { readProfile } from './fields.ts'
import { sourceLines, typedOf, valuesOf } from './form.ts'
import type { ProfileFields, Responsibility } from './profile.ts'

const TYPED = {
  title: 'Knowledge manager',
  track: 'Quality and learning',
  responsibility: '4',
  sector: '',
  jobs: 'Knowledge manager\nknowledge lead, Article editor',
  entry: 'Writing that others find and use.',
  sources: [{ title: '', address: '' }],
  months: '6',
  sourceKinds: '',
  actingMonths: '3',
}

const fieldsRefused = (typed: typeof TYPED) => {
  const read = readProfile(typed)
  return read.ok ? [] : read.refusals.map(({ field }) => field)
}

test('Dana types a role: names of the job are a line or a comma apart, and what is left empty is not asked', () => {
  const read = readProfile(TYPED)
  assert.ok(read.ok)
  assert.deepEqual(read.value.jobs, ['knowledge manager', 'knowledge lead', 'article editor'])
  assert.deepEqual(read.value.mastery, { months: 6, sources: 0, actingMonths: 3 })
  assert.deepEqual([read.value.sector, read.value.sources, read.value.responsibility], [null, [], 4])
  const nothing = readProfile({ ...TYPED, months: '0', actingMonths: '' })
  assert.equal(nothing.ok && nothing.value.mastery, null)
})

test('every reason why a role cannot be so is given at once, each at its field', () => {
  assert.deepEqual(
    fieldsRefused({
      ...TYPED,
      title: ' ',
      track: '',
      responsibility: '7',
      sector: 'x'.repeat(61),
      entry: 'x'.repeat(2001),
      sources: [
        { title: 'A page', address: 'javascript:alert(1)' },
        { title: '', address: 'https://example.org' },
      ],
      months: 'six',
      actingMonths: '61',
    }).toSorted(),
    [
      'actingMonths',
      'address-0',
      'entry',
      'months',
      'responsibility',
      'sector',
      'source-1',
      'title',
      'track',
    ],
  )
  assert.deepEqual(fieldsRefused({ ...TYPED, title: 'Two\nlines' }), ['title'])
})

test('a form that nobody touched says just what the role says', () => {
  const PLAIN = { noNullPrototype: true }
  const word = fc.stringMatching(/^[a-z]{1,12}( [a-z]{1,12})?$/)
  const profile: fc.Arbitrary<ProfileFields> = fc.record(
    {
      title: word,
      track: word,
      responsibility: fc.integer({ min: 1, max: 6 }).map((level) => level as Responsibility),
      sector: fc.option(word),
      jobs: fc.uniqueArray(word, { maxLength: 6 }),
      entry: word,
      sources: fc.array(
        fc.record({ title: word, address: fc.constantFrom('', 'https://example.org/a') }, PLAIN),
        {
          maxLength: 20,
        },
      ),
      mastery: fc.option(
        fc.record(
          {
            months: fc.integer({ min: 1, max: 60 }),
            sources: fc.integer({ min: 0, max: 10 }),
            actingMonths: fc.integer({ min: 0, max: 60 }),
          },
          PLAIN,
        ),
      ),
      requirements: fc.constant([]),
    },
    PLAIN,
  )
  fc.assert(
    fc.property(profile, (role) => {
      const values = valuesOf(role)
      const read = readProfile(typedOf(values))
      assert.ok(read.ok, JSON.stringify(read))
      assert.deepEqual({ ...read.value, requirements: [] }, role)
      assert.equal(sourceLines(values), role.sources.length + 2)
    }),
  )
})
