import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fc } from '../../../../test/property.ts'
import { USUAL_RULE } from './currency.ts'
import { agreementOf, checkJudgements, LETTERS, type Letter } from './judgement.ts'
import { KINDS } from './kinds.ts'
import type { Bearing, SeenLink } from './seen-link.ts'
import { readVacsr } from './vacsr.ts'

const today = '2026-11-17'
const seen: SeenLink = {
  personName: 'Amara Okafor',
  item: {
    ref: 'E-1',
    kind: 'compliment',
    happenedOn: '2026-11-03',
    expiresOn: null,
    bearing: 'for',
    source: 'amara',
    sourceName: 'Amara Okafor',
    by: 'self',
    addedByName: 'Amara Okafor',
    standsBehind: null,
    declaredOn: '2026-11-04',
    undoneOn: null,
    sameAs: [],
    elsewhere: { words: false, file: false },
  },
  link: { reason: 'The promise was kept.', madeByName: 'Amara Okafor', madeOn: '2026-11-04' },
  competency: { title: 'Handling complaints', kind: 'skill' },
  rule: USUAL_RULE,
  others: [],
  judgements: [],
}
const bens: Bearing = {
  ref: 'E-2',
  kind: 'observation',
  happenedOn: '2026-10-01',
  expiresOn: null,
  bearing: 'for',
  source: 'ben',
  sourceName: 'Ben Hughes',
}
type Change = Partial<Omit<SeenLink, 'item'>> & { item?: Partial<SeenLink['item']> }
const read = (letter: Letter, change: Change = {}) => {
  const all = readVacsr({ ...seen, ...change, item: { ...seen.item, ...change.item } }, today)
  const one = all.find((each) => each.letter === letter)
  assert.ok(one)
  return one
}
const missing = (letter: Letter, change: Change = {}) =>
  read(letter, change)
    .sees.filter(({ there }) => !there)
    .map(({ text }) => text)

test('valid: a reason, and a kind that can show such a competency', () => {
  assert.deepEqual(missing('valid'), [])
  assert.equal(read('valid').short, 'reason given')
  const bare = read('valid', { link: { ...seen.link, reason: '' } })
  assert.deepEqual([bare.short, bare.lacks], ['reason missing', true])
  assert.match(missing('valid', { item: { kind: 'certificate' } })[0] ?? '', /not what is done at work/)
  assert.deepEqual(
    missing('valid', { item: { kind: 'certificate' }, competency: { title: 'Products', kind: 'knowledge' } }),
    [],
  )
  assert.match(read('valid', { item: { bearing: 'against' } }).asks, /speak against Handling complaints/)
})

test('authentic: who stands behind it, what they declared, and what else holds the same', () => {
  assert.deepEqual(missing('authentic'), ['Only Amara Okafor stands behind it: nobody else has said so yet'])
  assert.deepEqual(read('authentic').lacks, false)
  const undeclared = read('authentic', { item: { declaredOn: null } })
  assert.deepEqual([undeclared.short, undeclared.lacks], ['not declared', true])
  const copied = read('authentic', { item: { elsewhere: { words: false, file: true } } })
  assert.equal(copied.short, 'same as somebody else’s')
  assert.ok(copied.sees.some(({ text }) => text === 'Somebody else’s item has this file'))
  assert.equal(read('authentic', { item: { sameAs: ['E-4'] } }).short, 'same as E-4')
})

test('authentic: another’s upload of somebody’s own work asks for a witness; an observation is its observer’s', () => {
  const bens = { by: 'other', addedByName: 'Ben Hughes', declaredOn: null } as const
  const work = read('authentic', { item: { ...bens, kind: 'work product' } })
  assert.deepEqual([work.short, work.lacks], ['no witness record', true])
  assert.match(work.sees[0]?.text ?? '', /no witness says that it is Amara Okafor’s work/)
  const observed = read('authentic', { item: { ...bens, kind: 'observation' } })
  assert.equal(observed.short, 'Ben Hughes stands behind it')
  const witnessed = read('authentic', {
    item: {
      ...bens,
      kind: 'work product',
      standsBehind: { name: 'Joan Field', relationship: 'a colleague' },
    },
  })
  assert.deepEqual([witnessed.short, witnessed.lacks], ['Joan Field stands behind it', false])
})

test('current: by its own last day and the rule of the competency, turning on the very day', () => {
  assert.equal(read('current').short, '2 weeks ago')
  assert.match(read('current').sees[1]?.text ?? '', /12 months, as is usual/)
  const rule = { months: 6, reason: 'The billing system was replaced.' }
  const old = read('current', { rule, item: { happenedOn: '2026-05-17' } })
  assert.deepEqual([old.short, old.lacks], ['out of date from today', true])
  assert.match(old.sees[1]?.text ?? '', /6 months: The billing system was replaced\./)
  assert.equal(read('current', { rule, item: { happenedOn: '2026-05-18' } }).short, 'ends 18 Nov')
  assert.equal(read('current', { item: { expiresOn: '2026-11-10' } }).short, 'out of date since 10 Nov')
  const undated = read('current', { item: { happenedOn: null } })
  assert.deepEqual([undated.short, undated.lacks], ['no event date', true])
})

test('sufficient: occasions are days, and kinds of source are told apart', () => {
  assert.deepEqual([read('sufficient').short, read('sufficient').lacks], ['1 occasion, 1 kind', true])
  const more = read('sufficient', { others: [bens] })
  assert.deepEqual([more.short, more.lacks], ['2 occasions, 2 kinds', false])
  const sameDay = { ...bens, happenedOn: '2026-11-03' }
  assert.equal(read('sufficient', { others: [sameDay] }).short, '1 occasion, 2 kinds')
  assert.equal(read('sufficient', { others: [{ ...bens, bearing: 'against' }] }).short, '1 occasion, 1 kind')
  const old = { ...bens, happenedOn: '2024-10-01' }
  assert.match(
    read('sufficient', { others: [old] }).sees[2]?.text ?? '',
    /^1 of 2 items in date; beside this is E-2$/,
  )
})

test('reliable: only others count, the way they point, and whether judges agree', () => {
  assert.equal(read('reliable').short, 'one account only')
  assert.equal(read('reliable', { others: [{ ...bens, source: 'amara' }] }).short, 'one account only')
  assert.equal(
    read('reliable', { others: [bens, { ...bens, ref: 'E-3' }] }).short,
    '1 other source the same way',
  )
  const differ = read('reliable', { others: [bens, { ...bens, source: 'helpdesk', bearing: 'against' }] })
  assert.deepEqual([differ.short, differ.lacks], ['others differ: 1 with, 1 against', true])
  const chidi = { letter: 'valid', verdict: 'shown', judgedBy: 'chidi' } as const
  assert.match(missing('reliable', { judgements: [chidi] }).join(), /One person has judged it/)
  const judgements = [chidi, { ...chidi, judgedBy: 'ben', verdict: 'not yet' as const }]
  assert.match(
    missing('reliable', { judgements }).join(),
    /2 people have judged it; they agree on 0 of the 1 letter/,
  )
})

test('a judge’s newest verdict is the one that agrees or not', () => {
  const said = (judgedBy: string, verdict: 'shown' | 'not yet', letter: Letter = 'valid') => ({
    letter,
    verdict,
    judgedBy,
  })
  assert.deepEqual(
    agreementOf([
      said('chidi', 'not yet'),
      said('ben', 'shown'),
      said('chidi', 'shown'),
      said('ben', 'shown', 'current'),
    ]),
    { judges: 2, shared: 1, agreed: 1 },
  )
})

test('a judgement says which way and why, each letter by itself', () => {
  const asked = (letter: Letter, verdict: 'shown' | 'not yet' | null, words: string) => ({
    letter,
    verdict,
    words,
  })
  assert.deepEqual(
    checkJudgements([asked('valid', 'shown', 'Heard the call.'), asked('current', null, '')]),
    [],
  )
  assert.deepEqual(
    checkJudgements([asked('valid', 'shown', ''), asked('current', null, 'Old.')]).map(({ field }) => field),
    ['words-valid', 'verdict-current'],
  )
  assert.deepEqual(checkJudgements(LETTERS.map(({ letter }) => asked(letter, null, ''))).length, 1)
})

test('whatever is seen, every letter has words and a question, and none says that it is met', () => {
  const days = fc.option(fc.constantFrom('2020-02-29', '2025-11-17', '2026-11-17'))
  const change = fc.record({
    kind: fc.option(fc.constantFrom(...KINDS)),
    by: fc.constantFrom('self', 'other', 'helpdesk'),
    happenedOn: days,
    expiresOn: days,
    declaredOn: days,
    undoneOn: days,
    bearing: fc.constantFrom('for', 'against'),
    sameAs: fc.subarray(['E-7', 'E-8']),
  })
  fc.assert(
    fc.property(change, fc.subarray([bens, { ...bens, bearing: 'against' }]), (item, others) => {
      const all = readVacsr({ ...seen, others, item: { ...seen.item, ...item } } as SeenLink, today)
      assert.deepEqual(
        all.map(({ name }) => name),
        ['Valid', 'Authentic', 'Current', 'Sufficient', 'Reliable'],
      )
      for (const { short, sees, asks, lacks } of all) {
        assert.ok(short.length > 3 && short.length < 60, short)
        assert.ok(asks.endsWith('?'))
        assert.ok(
          sees.length > 0 && sees.every(({ text }) => text.length > 5 && !/undefined|null|%/.test(text)),
        )
        if (lacks)
          assert.ok(
            sees.some(({ there }) => !there),
            short,
          )
      }
    }),
  )
})
