import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fc } from '../../../../test/property.ts'
import { attack } from './attack.ts'
import { type Earlier, release, type SealedAnswer } from './release.ts'
import { chanceOf, markFor, play, type SomeRound, someHistory } from './some-history.ts'

test('over 3,000 histories of rounds no attack on all that is ever shown finds what fewer than the threshold said', () => {
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const chance = chanceOf(seed)
      assert.deepEqual(attack(someHistory(chance), chance), [])
    }),
    { numRuns: 3000 },
  )
})

const FIRST: Earlier = { unknown: false, of: () => ({ sets: [], named: new Set() }) }

/** Somebody's answer to one question, and words. */
const given = (rater: string, level: number | null, more: Partial<SealedAnswer> = {}) => ({
  rater,
  group: 'peers' as const,
  named: null,
  levels: { ask: level },
  words: { keep: '', change: '' },
  marks: { ask: markFor('ask', rater), keep: markFor('keep', rater), change: markFor('change', rater) },
  ...more,
})

const round = (answers: SomeRound['answers'], threshold = 3): SomeRound => ({
  subject: 'amara',
  competencyIds: ['ask'],
  groups: [{ group: 'peers', mode: 'anonymous', threshold }],
  answers,
})

const raters = (...names: string[]) => names.map((name) => given(name, 4))

/** What the last of some rounds about Amara shows of the one question: how many answers stand together, or why none do. */
const lastOf = (...rounds: SomeRound[]) => {
  const readings =
    play(rounds)
      .at(-1)
      ?.released.readings.filter(({ question }) => question === 'ask') ?? []
  return readings.map((one) => (one.kind === 'held' ? one.why : one.kind === 'named' ? 'named' : one.n))
}

test('every way in which six people can answer, sign or keep silent in two rounds is safe', () => {
  const states = (people: number): string[] =>
    people === 0 ? [''] : states(people - 1).flatMap((rest) => ['-', 'a', 'n'].map((one) => rest + one))
  const all = states(6)
  const [sorted, names] = [
    all.filter((one) => [...one].sort().join('') === one),
    ['a', 'b', 'c', 'd', 'e', 'f'],
  ]
  const answersOf = (state: string, number: number) =>
    names.flatMap((name, index) =>
      state[index] === '-'
        ? []
        : [given(name, (index % 5) + 1, { named: state[index] === 'n' ? `${number} ${name}` : null })],
    )
  const chance = chanceOf(7)
  let shown = 0
  for (const first of sorted)
    for (const second of all) {
      const history = [round(answersOf(first, 1)), round(answersOf(second, 2))]
      shown += lastOf(...history).filter((one) => typeof one === 'number').length
      assert.deepEqual(attack(history, chance), [], `${first} then ${second}`)
    }
  assert.ok(shown > 1000, `${shown} second rounds are shown`)
})

test('two answers are held back, three are shown, and a threshold of four holds three back', () => {
  assert.deepEqual(lastOf(round(raters('a', 'b'))), ['fewer than k'])
  assert.deepEqual(lastOf(round(raters('a', 'b', 'c'))), [3])
  assert.deepEqual(lastOf(round(raters('a', 'b', 'c'), 4)), ['fewer than k'])
})

test('nobody at all and one who answers look the same', () => {
  const [none, one] = [play([round([])]), play([round(raters('a'))])]
  assert.deepEqual(none[0]?.released, one[0]?.released)
})

test('the same three again are shown again; one more, one fewer or one other is held back for good; others are shown', () => {
  const june = round(raters('a', 'b', 'c'))
  const held = ['shares raters with an earlier round']
  assert.deepEqual(lastOf(june, round(raters('a', 'b', 'c'))), [3])
  assert.deepEqual(lastOf(june, round(raters('a', 'b', 'c', 'd'))), held)
  assert.deepEqual(lastOf(round(raters('a', 'b', 'c', 'd')), june), held)
  assert.deepEqual(lastOf(june, round(raters('a', 'b', 'd'))), held)
  assert.deepEqual(
    lastOf(june, round(raters('a', 'b', 'c', 'd', 'e', 'f'))),
    held,
    'sets that hold one another',
  )
  assert.deepEqual(lastOf(june, round(raters('d', 'e', 'f'))), [3])
  assert.deepEqual(lastOf(june, round(raters('a', 'b', 'd')), round(raters('a', 'b', 'd'))), held, 'still')
  assert.deepEqual(
    lastOf(june, round(raters('a', 'b', 'd')), june),
    [3],
    'what was held back stands in nobody’s way',
  )
})

test('the same people in another group are the same people', () => {
  const june = round(raters('a', 'b', 'c', 'd'))
  const moved = round(raters('a', 'b', 'c').map((one) => ({ ...one, group: 'reports' as const })))
  moved.groups = [{ group: 'reports', mode: 'anonymous', threshold: 3 }]
  assert.deepEqual(lastOf(june, moved), ['shares raters with an earlier round'])
})

test('who signs does not count among those without a name', () => {
  const signed = round([...raters('a', 'b'), given('c', 2, { named: '1 c' })])
  assert.deepEqual(lastOf(signed), ['fewer than k', 'named'])
  assert.deepEqual(lastOf(round([...raters('a', 'b', 'd'), given('c', 2, { named: '1 c' })])), [3, 'named'])
})

test('a level by name is held back where it once stood without one, and the other way round', () => {
  const june = round(raters('a', 'b', 'c'))
  const signed = round([...raters('d', 'e', 'f'), given('a', 4, { named: '2 a' })])
  assert.deepEqual(lastOf(june, signed), [3, 'shares raters with an earlier round'])
  assert.deepEqual(lastOf(signed, june), ['shares raters with an earlier round'])
})

test('where the key of earlier marks is lost, nothing without names can be compared, and nothing is shown', () => {
  const { readings, texts } = release(
    round(raters('a', 'b', 'c')),
    raters('a', 'b', 'c').map((one) => ({ ...one, words: { keep: 'words', change: '' } })),
    { ...FIRST, unknown: true },
  )
  assert.ok(readings.every(({ kind }) => kind === 'held'))
  assert.deepEqual(texts, [])
})

test('words are shown from the threshold on, mixed, and only where the group shows a level', () => {
  const wrote = (rater: string, keep: string, level: number | null = 4) =>
    given(rater, level, { words: { keep, change: '' } })
  const wordsOf = (...answers: SomeRound['answers']) =>
    release(round(answers), answers, FIRST).texts.map(({ words }) => words)
  assert.deepEqual(wordsOf(wrote('a', 'z'), wrote('b', 'y'), wrote('c', 'x')), ['x', 'y', 'z'])
  assert.deepEqual(wordsOf(wrote('c', 'x'), wrote('b', 'y'), wrote('a', 'z')), ['x', 'y', 'z'])
  assert.deepEqual(wordsOf(wrote('a', 'z'), wrote('b', 'y'), wrote('c', '')), [])
  assert.deepEqual(wordsOf(wrote('a', 'z', null), wrote('b', 'y'), wrote('c', 'x')), [])
  const named = given('a', 4, { named: '1 a', words: { keep: 'mine', change: '' } })
  assert.deepEqual(wordsOf(named, wrote('b', 'y')), ['mine'])
})

test('where the key of earlier marks is gone a named answer is held too, but not one’s own', () => {
  const about = {
    competencyIds: ['ask'],
    groups: (['self', 'leader', 'peers'] as const).map((group) => ({
      group,
      mode: 'named' as const,
      threshold: 1,
    })),
  }
  const answers = about.groups.map(({ group }) => given(group, 4, { group, named: group }))
  const shownOf = (unknown: boolean) =>
    release(about, answers, { ...FIRST, unknown })
      .readings.filter(({ question }) => question === 'ask')
      .map((one) => [one.group, one.kind === 'held' ? one.why : one.kind])
  assert.deepEqual(shownOf(false), [
    ['self', 'named'],
    ['leader', 'named'],
    ['peers', 'named'],
  ])
  assert.deepEqual(shownOf(true), [
    ['self', 'named'],
    ['leader', 'shares raters with an earlier round'],
    ['peers', 'shares raters with an earlier round'],
  ])
})
