import assert from 'node:assert/strict'
import { test } from 'node:test'
import { triedGoals } from '../../../../bench/reach-trial.ts'
import { fc } from '../../../../test/property.ts'
import { callTarget } from '../../../kernel/smart.ts'
import { alternatives, basisFrom, bestRun, type Past } from './reach.ts'
import { goalRecord } from './reading.ts'
import { someObjective } from './some-objective.ts'

const week = (numerator: number, n = 10, open = false) => ({ value: numerator / n, n, numerator, open })
const weeks = (...all: number[]) => all.map((met) => week(met))
const about = { on: '2026-11-17', betterIs: 'higher', unit: 'share' } as const

/** Amara: 26 weeks around 74%, limits 44% to 104% before they are cut at the end of the scale. */
const AMARA: Past = {
  figure: { value: 0.74, low: 0.69, high: 0.79, n: 260 },
  limits: { mean: 0.74, lower: 0.44, upper: 1 },
  weeks: weeks(7, 8, 7, 7, 8, 7, 8, 8, 7, 7),
}
const colleague = (met: number, n = 80): Past => ({
  figure: { value: met / 10, low: met / 10 - 0.1, high: met / 10, n },
  limits: null,
  weeks: Array.from({ length: 8 }, () => ({ ...week(met), n: n / 8, numerator: (met * n) / 80 })),
})

test('eight weeks together swing by the root of eight less than one, and the side not cut by the scale decides', () => {
  const { reach, expected } = basisFrom(AMARA, [], about)
  assert.deepEqual(expected, { low: 0.44, high: 1 })
  assert.equal(reach?.low.toFixed(4), (0.74 - 0.3 / Math.sqrt(8)).toFixed(4))
  assert.equal(reach?.high.toFixed(4), '0.8461')
  assert.equal(basisFrom({ ...AMARA, limits: null }, [], about).reach, null)
})

test('the best eight weeks are counted together, and open weeks are left out', () => {
  const all = [...weeks(9, 9, 9, 9, 9, 9, 9, 9, 1), week(10, 10, true)]
  assert.equal(bestRun(all, 'higher')?.value, 0.9)
  assert.equal(bestRun(all, 'lower')?.value, 64 / 80)
  assert.equal(bestRun(all.slice(0, 7), 'higher'), null)
})

test('the best eight weeks of a time are the mean of its weeks by their numbers, without an interval', () => {
  const times = [300, 200, 200, 200, 200, 200, 200, 200, 280].map((value, at) => ({
    value,
    n: at === 8 ? 30 : 10,
    open: false,
    numerator: null,
  }))
  assert.deepEqual(bestRun(times, 'lower'), { value: 212.5, low: 212.5, high: 212.5, n: 80 })
})

test('the middle half of the team is shown from five colleagues on', () => {
  const team = (...met: number[]) =>
    basisFrom(
      AMARA,
      met.map((one) => colleague(one)),
      about,
    ).team
  assert.equal(team(6, 7, 8, 9), null)
  assert.deepEqual(team(9, 6, 7, 8, 5), { low: 0.6, high: 0.8, people: 5 })
})

test('of what the team has held nothing is said with fewer than three colleagues with contacts enough', () => {
  const held = (...all: Past[]) => basisFrom(AMARA, all, about).held
  assert.equal(held(colleague(9), colleague(8)), null)
  assert.equal(held(colleague(9), colleague(8), colleague(7, 24)), null)
  assert.deepEqual(held(colleague(8), colleague(7), colleague(6)), { level: 0.8, people: 3 })
})

test('the level that was held is never the best colleague’s figure, but a coarse step at or beyond it', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 3, maxLength: 12 }), (met) => {
      const others = met.map(
        (one): Past => ({
          ...colleague(0, 800),
          weeks: Array.from({ length: 8 }, () => week(one, 100)),
        }),
      )
      for (const betterIs of ['higher', 'lower'] as const) {
        const { held } = basisFrom(AMARA, others, { ...about, betterIs })
        const best = (betterIs === 'higher' ? Math.max(...met) : Math.min(...met)) / 100
        assert.ok(held)
        assert.ok(betterIs === 'higher' ? held.level >= best - 1e-9 : held.level <= best + 1e-9)
        assert.ok(Math.abs(held.level - best) < 0.05)
        const coarse = Math.abs(held.level * 20 - Math.round(held.level * 20)) < 1e-6
        assert.ok(coarse || held.level === 0.99 || held.level === 0.01)
        const end = betterIs === 'higher' ? 1 : 0
        assert.ok(held.level !== end || Math.abs(best - end) < 0.01 + 1e-9)
      }
    }),
  )
})

test('the safe target lies inside Amara’s own weeks, the stretch at what was held beyond them', () => {
  const basis = basisFrom(
    AMARA,
    [9.2, 9, 8.8, 8.6, 8.4].map((met) => colleague(met)),
    about,
  )
  assert.deepEqual(alternatives(basis, 'share', 0.74), {
    safe: { target: 0.77, because: 'inside what your own weeks come to' },
    stretch: { target: 0.9, because: 'the better edge of the team’s middle half' },
  })
  const alone = alternatives(basisFrom(AMARA, [], about), 'share', 0.74)
  assert.equal(alone.stretch, null, 'nothing on record lies beyond the edge of her own weeks')
  assert.deepEqual(alternatives({ ...basis, reach: null, now: null, expected: null }, 'share', null), {
    safe: null,
    stretch: null,
  })
})

test('whatever the past, a safe target is called within reach and a stretch one a stretch', () => {
  const figure = fc.integer({ min: 5, max: 95 })
  fc.assert(
    fc.property(
      fc.record({
        mean: figure,
        way: fc.integer({ min: 1, max: 40 }),
        others: fc.array(fc.integer({ min: 0, max: 10 }), { maxLength: 8 }),
        lower: fc.boolean(),
        now: figure,
      }),
      ({ mean, way, others, lower, now }) => {
        const betterIs = lower ? 'lower' : 'higher'
        const limits = {
          mean: mean / 100,
          lower: Math.max(0, (mean - way) / 100),
          upper: Math.min(1, (mean + way) / 100),
        }
        const own: Past = { ...AMARA, figure: { value: now / 100, low: null, high: null, n: 260 }, limits }
        const basis = basisFrom(
          own,
          others.map((met) => colleague(met)),
          { ...about, betterIs },
        )
        const { safe, stretch } = alternatives(basis, 'share', now / 100)
        const called = (target: number) =>
          callTarget(
            goalRecord(someObjective({ baseline: now / 100, target, basis }), { need: null, others: [] }),
          )
        if (safe) assert.equal(called(safe.target), 'within reach')
        if (stretch) assert.equal(called(stretch.target), 'a stretch')
        if (safe && stretch) assert.ok(lower ? stretch.target < safe.target : stretch.target > safe.target)
      },
    ),
    { numRuns: 1000 },
  )
})

test('on seeded histories, what is called within reach is met more often than a stretch, and that more than what nobody has held', () => {
  const goals = triedGoals(12, 5).filter(({ target }) => target === 'drawn')
  const rate = (calling: string) => {
    const some = goals.filter((one) => one.calling === calling)
    return some.filter((one) => one.met).length / some.length
  }
  assert.ok(rate('within reach') > rate('a stretch'))
  assert.ok(rate('a stretch') > rate('nobody has held it'))
})
