import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fc } from '../../../../test/property.ts'
import type { Case } from './case.ts'
import { CHECKS } from './checks.ts'
import { HEARING, whole } from './some-case.ts'
import { objectives, REMOVALS, without } from './some-removals.ts'

const stateOf = (all: Case, check: number) => CHECKS[check - 1]?.find(all).state
const missingOf = (all: Case, check: number) => CHECKS[check - 1]?.find(all).missing ?? ''

test('with every record in place, each check is there, and says nothing is missing', () => {
  CHECKS.forEach(({ find }, index) => {
    const { state, missing } = find(whole())
    assert.equal(state, 'there', `check ${index + 1}: ${missing}`)
    assert.equal(missing, null)
  })
})

for (const { check, without, all } of REMOVALS)
  test(`check ${check} is missing without ${without}, and says so`, () => {
    assert.equal(stateOf(whole(), check), 'there')
    assert.equal(stateOf(all, check), 'missing')
    assert.notEqual(missingOf(all, check), '')
  })

test('every check that can be there has a removal that turns it', () => {
  const turned = new Set(REMOVALS.map(({ check }) => check))
  assert.deepEqual(
    [...turned].sort((a, b) => a - b),
    [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13],
  )
})

test('whatever else is taken away with it, a check without what it rests on is never there', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...REMOVALS),
      fc.subarray([
        'agreed',
        'recognised',
        'evidence',
        'needs',
        'objectives',
        'reviews',
        'changes',
        'accounts',
      ] as const),
      ({ check, all }, emptied) => {
        const poorer = { ...all, ...Object.fromEntries(emptied.map((name) => [name, []])) }
        // What is at fault itself stays: an objective that is gone lacks no reason.
        fc.pre(emptied.every((name) => JSON.stringify(all[name]) === JSON.stringify(whole()[name])))
        assert.notEqual(stateOf(poorer, check), 'there')
      },
    ),
  )
})

test('whatever a career lacks of what check 10 asks, it is never there, and each lack is said', () => {
  const lacks = REMOVALS.filter(({ check }) => check === 10).map(({ all }) => all.career)
  fc.assert(
    fc.property(fc.subarray(lacks, { minLength: 1 }), (some) => {
      const career = { ...whole().career }
      for (const one of some)
        for (const key of Object.keys(one) as (keyof Case['career'])[])
          if (JSON.stringify(one[key]) !== JSON.stringify(whole().career[key]))
            Object.assign(career, { [key]: one[key] })
      const all = { ...whole(), career }
      assert.equal(stateOf(all, 10), 'missing')
      assert.notEqual(missingOf(all, 10), '')
    }),
  )
})

test('a third source that says nothing takes nothing from two that do', () => {
  const { career } = whole()
  const sources = [...career.sources, { title: 'A page', learnt: '?', why: 'ok' }]
  assert.equal(stateOf({ ...whole(), career: { ...career, sources } }, 10), 'there')
})

test('a SWOT is a recognised tool once each heading says something and an entry leans on something', () => {
  const tools = (swot: Case['swot'], johari: Case['johari']) => stateOf({ ...whole(), swot, johari }, 11)
  const { swot } = whole()
  assert.ok(swot)
  const nobody = { compared: 0, feedback: 0 }
  const entries = (change: (one: { quarter: string }) => object) => ({
    ...swot,
    entries: swot.entries.map((one) => ({ ...one, ...change(one) })),
  })
  assert.equal(tools(swot, nobody), 'there')
  assert.equal(
    tools(
      entries(() => ({ linked: false })),
      nobody,
    ),
    'missing',
  )
  const threat = (words: string) => entries(({ quarter }) => (quarter === 'threat' ? { words } : {}))
  assert.equal(tools(threat('n/a'), nobody), 'missing')
  assert.match(missingOf({ ...whole(), swot: threat('-') }, 11), /Nothing is said under threats/)
  assert.equal(tools(null, { compared: 8, feedback: 0 }), 'missing', 'a leader’s pass alone is no tool used')
  assert.equal(tools(null, { compared: 8, feedback: 2 }), 'there')
})

test('no check speaks of passing, scoring or failing', () => {
  for (const { all } of [...REMOVALS, { all: whole() }])
    for (const { find, means } of CHECKS) {
      const { what, missing } = find(all)
      assert.doesNotMatch(
        `${means(all)} ${what} ${missing}`,
        /\bpass(?:ed)?\b(?!es)|\bscore|\bfail|✓|undefined|null(?!$)/,
      )
    }
})

test('somebody with nothing yet is told what to begin with, thirteen times', () => {
  const nothing: Case = {
    ...whole(),
    self: null,
    complete: { lacking: [] },
    swot: null,
    johari: { compared: 0, feedback: 0 },
    agreed: [],
    evidence: [],
    needs: [],
    objectives: [],
    reviews: [],
    agreedOn: null,
    nextReviewOn: null,
    changes: [],
    accounts: [],
    aspiration: null,
    career: { target: null, route: null, sources: [], compared: [], ways: [] },
  }
  for (const { find } of CHECKS) {
    const { state, what, where } = find(nothing)
    assert.notEqual(state, 'there')
    assert.ok(what)
    assert.ok(where.length > 0)
  }
})

test('whether it was in reach is no longer asked of an objective that is closed, or whose date has passed', () => {
  const beyond = { unmet: ['Achievable'] }
  assert.equal(stateOf(objectives(beyond), 7), 'missing')
  assert.equal(stateOf(objectives({ ...beyond, closedAs: 'met' }), 7), 'there')
  assert.equal(stateOf(objectives({ ...beyond, due: '2026-11-16' }), 7), 'there')
})

test('a count of one reads as one, whether it is met or not', () => {
  const whatOf = (all: Case, check: number) => CHECKS[check - 1]?.find(all).what ?? ''
  assert.equal(whatOf(objectives({ success: '' }), 7), '0 of 1 objective is whole')
  assert.match(whatOf(objectives({ priority: null }), 13), /^0 of 1 professional objective names a priority/)
  assert.match(
    whatOf(
      without((all) => {
        all.evidence = []
      }),
      2,
    ),
    /^0 of 1 need has evidence/,
  )
})

test('soft skills that are all agreed to be met need no need', () => {
  const met = without((all) => {
    all.needs = []
    all.agreed = [{ competencyId: HEARING, level: 4 }]
  })
  assert.equal(stateOf(met, 6), 'there')
})
