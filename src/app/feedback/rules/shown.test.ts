import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fc } from '../../../../test/property.ts'
import { endsOf, levelOf, type Shown, shownWords, showTogether } from './shown.ts'

/** Every way in which `n` people can answer. */
function* answers(n: number): Generator<number[]> {
  if (n === 0) yield []
  else for (const rest of answers(n - 1)) for (let level = 1; level <= 5; level += 1) yield [...rest, level]
}

function views(n: number): Map<string, number[][]> {
  const found = new Map<string, number[][]>()
  for (const given of answers(n)) {
    const view = JSON.stringify(showTogether(given))
    const known = found.get(view)
    if (known) known.push(given)
    else found.set(view, [given])
  }
  return found
}

test('no view of three to seven answers tells anybody’s answer, not even to one who knows their own', () => {
  for (let n = 3; n <= 7; n += 1)
    for (const [view, ways] of views(n))
      for (let own = 1; own <= 5; own += 1) {
        const left = ways.filter(([first]) => first === own)
        if (left.length > 0)
          assert.ok(
            new Set(left.map(([, second]) => second)).size > 1,
            `${view} tells one who answered ${own}`,
          )
      }
})

test('the ends hold as many sums for any number of answers as one own answer can reach', () => {
  for (let n = 3; n <= 60; n += 1) {
    const { upTo } = endsOf(n)
    const all = Array.from({ length: 4 * n + 1 }, (_, index) => n + index)
    const bottom = all.filter((sum) => levelOf(showTogether(spread(sum, n))) <= upTo)
    assert.ok(Math.max(...bottom) >= n + 5, `${n}`)
  }
})

/** Levels 1 to 5 of `n` answers that come to a sum. */
const spread = (sum: number, n: number) =>
  Array.from({ length: n }, (_, index) => Math.floor(sum / n) + (index < sum % n ? 1 : 0))

test('a view depends on the number and the sum of the answers alone, and is the same turned upside down', () => {
  const upside = (shown: Shown): Shown =>
    shown.kind === 'most at the top'
      ? { kind: 'most at the bottom', upTo: 6 - shown.from }
      : shown.kind === 'most at the bottom'
        ? { kind: 'most at the top', from: 6 - shown.upTo }
        : { ...shown, level: 6 - shown.level }
  const levels = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 3, maxLength: 20 })
  fc.assert(
    fc.property(levels, (given) => {
      const shown = showTogether(given)
      const sum = given.reduce((total, level) => total + level, 0)
      assert.deepEqual(showTogether(spread(sum, given.length)), shown)
      assert.deepEqual(showTogether(given.map((level) => 6 - level)), upside(shown))
    }),
  )
})

test('means are told in halves, and at the ends of the scale not at all', () => {
  assert.deepEqual(showTogether([3, 3, 3]), { kind: 'about', level: 3 })
  assert.deepEqual(showTogether([5, 5, 5]), { kind: 'most at the top', from: 3.5 })
  assert.deepEqual(showTogether([5, 5, 3]), { kind: 'most at the top', from: 3.5 })
  assert.deepEqual(showTogether([3, 3, 4, 4]), { kind: 'about', level: 3.5 })
  assert.deepEqual(showTogether([4, 4, 4, 4]), { kind: 'most at the top', from: 4 })
  assert.deepEqual(showTogether([1, 1, 1, 1]), { kind: 'most at the bottom', upTo: 2 })
  assert.deepEqual(showTogether([4, 4, 4, 4, 4, 4, 4]), { kind: 'about', level: 4 })
  assert.deepEqual(showTogether([5, 5, 5, 5, 5, 5, 5]), { kind: 'most at the top', from: 4.5 })
  assert.throws(() => showTogether([4, 4]), RangeError)
})

test('the words for an end of the scale are true of every way to have answered', () => {
  for (let n = 3; n <= 7; n += 1)
    for (const [view, ways] of views(n)) {
      const shown = JSON.parse(view) as Shown
      const words = /^most answers from (\d) to (\d), together ([\d.]+) or (?:higher|lower)$/.exec(
        shownWords(shown),
      )
      if (!words) continue
      const [low, high] = [Number(words[1]), Number(words[2])]
      for (const given of ways)
        assert.ok(
          given.filter((level) => level >= low && level <= high).length * 2 > n,
          `${given} ${words[0]}`,
        )
    }
})
