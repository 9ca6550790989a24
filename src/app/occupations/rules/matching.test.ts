import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fc } from '../../../../test/property.ts'
import { type Compared, matchesFor } from './matching.ts'
import { meaningsIn } from './terms.ts'

const competency = (n: number, says: Partial<Compared>): Compared => ({
  competencyId: `00000000-0000-4000-8000-00000000000${n}`,
  title: '',
  statement: '',
  words: [],
  levels: [],
  ...says,
})
const COACHING = competency(1, { title: 'Coaching others', statement: 'You help a colleague get better.' })
const COMPLAINTS = competency(2, {
  title: 'Handling complaints',
  statement: 'You hear a customer out, and take action.',
  words: ['apolog', 'put right'],
})
const MEASURES = competency(3, { title: 'Reading measures', words: ['csat', 'trend'] })
const STANDARDS = competency(4, {
  title: 'Service standards',
  statement: 'You keep to what a customer was promised.',
  levels: [{ anchor: 'I warn a customer before a date slips, and ask a colleague to help.' }],
})
const ALL = [COACHING, COMPLAINTS, MEASURES, STANDARDS]

const match = (title: string, description = '') => matchesFor({ title, description }, ALL)
const firstOf = (title: string, description?: string) => match(title, description)[0]?.competencyId ?? null

test('other words and other forms that mean the same propose a competency, and are named', () => {
  assert.equal(firstOf('train staff'), COACHING.competencyId)
  assert.equal(firstOf('Tutoring'), COACHING.competencyId)
  assert.equal(firstOf('settle disputes with clients'), COMPLAINTS.competencyId)
  assert.equal(firstOf('statistics'), MEASURES.competencyId)
  assert.deepEqual(match('settle disputes')[0]?.because, ['disputes'])
  assert.equal(firstOf('Apologise and put right'), COMPLAINTS.competencyId)
})

test('what any skill says, and what every competency says, proposes nothing', () => {
  for (const title of ['apply techniques', 'manage business processes', 'knowledge of methods', ''])
    assert.deepEqual(match(title), [], title)
  assert.deepEqual(match('Botany', 'Knowledge of plant organisms, their tissues and cells.'), [])
  const all = ALL.map((one) => ({ ...one, title: `${one.title} for customers` }))
  assert.deepEqual(matchesFor({ title: 'customers', description: '' }, all), [])
})

test('one word of many says less: a label about something else is no strong match', () => {
  const [short] = match('coaching')
  const [long] = match('coaching of horses, falcons, dolphins and elephants')
  assert.equal(short?.strong, true)
  assert.equal(long?.strong, false)
  assert.ok((short?.strength ?? 0) > (long?.strength ?? 0))
})

test('beside one that is more than twice as strong, what would be strong by itself is not', () => {
  const alone = matchesFor({ title: 'service standards and complaints', description: '' }, [
    COMPLAINTS,
    MEASURES,
  ])
  assert.equal(alone[0]?.strong, true)
  const kept = 'Keep what was promised before a date slips.'
  const beside = match('service standards and complaints', kept)
  assert.deepEqual(
    beside.map(({ competencyId, strong }) => [competencyId, strong]),
    [
      [STANDARDS.competencyId, true],
      [COMPLAINTS.competencyId, false],
    ],
  )
  assert.ok((beside[1]?.strength ?? 0) > 0.55)
})

test('a word in a title says more than one in an anchor', () => {
  assert.equal(firstOf('service standards for dates'), STANDARDS.competencyId)
  assert.deepEqual(match('dates'), [])
})

test('a word begins where a word begins: “product” does not speak in “production”, nor “rules” in “ferrules”', () => {
  assert.ok(!meaningsIn('production').has('product'))
  assert.deepEqual([...meaningsIn('the ferrules').keys()], ['ferrul'])
  assert.deepEqual([...meaningsIn('Client orientation').keys()], ['customer-centric'])
})

test('any texts are answered: three at most, none twice, the strongest first, and the same again', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc
      .array(
        fc.constantFrom(
          'train',
          'staff',
          'complaint',
          'trend',
          'service',
          'customer',
          'of',
          'the',
          '’s',
          '-',
        ),
      )
      .map((words) => words.join(' ')),
  )
  const any = fc.record({ title: text, statement: text, words: fc.array(text, { maxLength: 3 }) })
  fc.assert(
    fc.property(text, text, fc.array(any, { maxLength: 6 }), (title, description, made) => {
      const all = made.map((says, n) => competency(n, says))
      const found = matchesFor({ title, description }, all)
      assert.ok(found.length <= 3)
      assert.equal(new Set(found.map(({ competencyId }) => competencyId)).size, found.length)
      for (const [at, { strength, because }] of found.entries()) {
        assert.ok(Number.isFinite(strength) && strength > 0 && because.length > 0)
        assert.ok(strength <= (found[at - 1]?.strength ?? Number.POSITIVE_INFINITY))
      }
      assert.deepEqual(matchesFor({ title, description }, structuredClone(all)), found)
    }),
    { numRuns: Number(process.env.RUNS ?? 200) },
  )
})
