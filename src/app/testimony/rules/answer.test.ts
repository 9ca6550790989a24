import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  type CustomerAnswer,
  checkAnswer,
  countsAs,
  type ExpertSaid,
  type WitnessAnswer,
  whyNoExpert,
} from './answer.ts'
import { itemOf } from './item.ts'

const TODAY = '2026-11-17'

const witness = (changed: Partial<WitnessAnswer> = {}): WitnessAnswer => ({
  as: 'witness',
  name: 'Femi Adeyemi',
  work: 'Field engineer, Quayside Homes',
  relationship: 'We met on that visit',
  contact: 'femi@quayside.example',
  sawOn: '2026-11-03',
  done: 'Amara rang the tenant twice while I stood at the door, and moved the visit.',
  said: '“I will ring you before noon, whatever happens.”',
  lines: [
    { competencyId: 'told', shows: 'for', words: 'She rang before noon.' },
    { competencyId: 'calm', shows: 'against', words: '' },
    { competencyId: 'law', shows: null, words: 'I heard nothing of it.' },
  ],
  declared: true,
  signature: 'femi  adeyemi',
  expert: null,
  ...changed,
})

const expert = (changed: Partial<ExpertSaid> = {}): ExpertSaid => ({
  competence: 'Eleven years in service desks',
  assessing: 'evaluates',
  assessingWords: 'Six engineers, each quarter',
  conflict: 'none',
  conflictWords: '',
  ...changed,
})

const customer = (changed: Partial<CustomerAnswer> = {}): CustomerAnswer => ({
  as: 'customer',
  words: 'She rang back when she had said she would.',
  well: 'yes',
  sawOn: null,
  firstName: null,
  ...changed,
})

const fields = (changed: Partial<WitnessAnswer>) =>
  checkAnswer(witness(changed), TODAY).map(({ field }) => field)

test('a witness says who they are, how they know the person, where they can be reached, when it was, what they saw, and signs', () => {
  assert.deepEqual(checkAnswer(witness(), TODAY), [])
  assert.deepEqual(
    fields({
      name: '',
      work: '',
      relationship: '',
      contact: '',
      sawOn: null,
      done: '',
      declared: false,
      signature: '',
    }),
    ['name', 'work', 'relationship', 'contact', 'saw', 'done', 'declared', 'signature'],
  )
})

test('the signature is the name above, whatever its case and spaces; another name signs nothing', () => {
  assert.deepEqual(fields({ signature: 'F. Adeyemi' }), ['signature'])
  assert.deepEqual(fields({ signature: 'FEMI ADEYEMI' }), [])
})

test('nobody has seen what is still to come', () => {
  assert.deepEqual(fields({ sawOn: '2026-11-18' }), ['saw'])
})

test('a character reference is not refused: what to think of it is for people', () => {
  assert.deepEqual(fields({ done: 'She is a lovely person.' }), [])
})

test('an expert witness is competent in the work, assesses or evaluates, and has no interest in the outcome', () => {
  assert.equal(whyNoExpert(expert()), null)
  assert.equal(whyNoExpert(expert({ assessing: 'qualification' })), null)
  assert.equal(whyNoExpert(expert({ competence: '' })), 'claims no competence in the work')
  assert.equal(whyNoExpert(expert({ conflict: 'some' })), 'declares a conflict of interest')
  assert.equal(
    whyNoExpert(expert({ assessing: 'neither', conflict: 'some' })),
    'neither holds an assessing qualification nor evaluates staff and declares a conflict of interest',
  )
})

test('somebody asked as an expert who is none counts as a witness, and the item says why', () => {
  const said = witness({
    as: 'expert witness',
    expert: expert({ conflict: 'some', conflictWords: 'Her uncle' }),
  })
  assert.deepEqual(countsAs(said), { as: 'witness', whyNot: 'declares a conflict of interest' })
  const item = itemOf({ about: 'A visit', happenedOn: null, competencyIds: [] }, said)
  assert.equal(item.kind, 'witness testimony')
  assert.equal(item.standsBehind.as, 'witness')
  assert.match(item.standsBehind.relationship, /counts as a witness: declares a conflict of interest/)
  assert.equal(
    itemOf(
      { about: 'A visit', happenedOn: null, competencyIds: [] },
      witness({ as: 'expert witness', expert: expert() }),
    ).kind,
    'expert testimony',
  )
})

test('an expert answers both questions, and names an interest they have', () => {
  assert.deepEqual(fields({ expert: expert({ assessing: null, conflict: null }) }), ['assessing', 'conflict'])
  assert.deepEqual(fields({ expert: expert({ conflict: 'some' }) }), ['conflict-words'])
})

test('a testimony bears on what the witness says it shows or lacks, and on nothing else', () => {
  const item = itemOf(
    { about: 'A visit', happenedOn: null, competencyIds: ['told', 'calm', 'law'] },
    witness(),
  )
  assert.deepEqual(item.links, [
    { competencyId: 'told', reason: 'She rang before noon.', bearing: 'for' },
    {
      competencyId: 'calm',
      reason:
        'In the witness’s words: Amara rang the tenant twice while I stood at the door, and moved the visit.',
      bearing: 'against',
    },
  ])
  assert.equal(item.happenedOn, '2026-11-03')
  assert.doesNotMatch(JSON.stringify(item), /femi@quayside/)
  const unasked = itemOf({ about: 'A visit', happenedOn: null, competencyIds: ['law'] }, witness())
  assert.deepEqual(unasked.links, [])
})

test('a customer gives their words, and their first name only where they allow it', () => {
  assert.deepEqual(checkAnswer(customer(), TODAY), [])
  assert.deepEqual(
    checkAnswer(customer({ words: '', firstName: '' }), TODAY).map(({ field }) => field),
    ['words', 'first-name'],
  )
  const asked = { about: 'The moved visit', happenedOn: '2026-11-03', competencyIds: ['told'] }
  const item = itemOf(asked, customer())
  assert.deepEqual(item.standsBehind, { name: 'A customer', relationship: 'Customer', as: 'customer' })
  assert.equal(item.happenedOn, '2026-11-03')
  assert.equal(itemOf(asked, customer({ firstName: 'Rosa' })).standsBehind.name, 'Rosa')
})

test('a customer who was not helped speaks against, one who was helped in part for neither', () => {
  const asked = { about: 'The moved visit', happenedOn: null, competencyIds: ['told'] }
  const bearings = (well: CustomerAnswer['well']) =>
    itemOf(asked, customer({ well })).links.map(({ bearing }) => bearing)
  assert.deepEqual(bearings('yes'), ['for'])
  assert.deepEqual(bearings('no'), ['against'])
  assert.deepEqual(bearings('partly'), [])
  assert.deepEqual(bearings(null), [])
})
