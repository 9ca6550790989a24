import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  definition,
  deviations,
  EFFECTS,
  normalPeople,
  rates,
  seededPeople,
} from '../../../../bench/verdict-trial.ts'
import { randomFrom } from '../../../../seeds/random.ts'

const seeded = seededPeople(90, 3)

test('among people who did not change a week is seldom called a signal', () => {
  for (const measure of ['csat', 'fcr', 'handle_time'] as const) {
    const found = rates(seeded[measure], definition(measure).betterIs, 'all')
    assert.ok(found.weekly < 0.04, `${measure}: ${found.weekly}`)
    assert.ok(found.falseAtEnd < 0.12, `${measure}: ${found.falseAtEnd}`)
  }
})

test('a planted change is seen within three months, and hardly ever the wrong way round', () => {
  for (const [measure, least] of [
    ['csat', 0.5],
    ['fcr', 0.85],
    ['handle_time', 0.85],
  ] as const) {
    const found = rates(seeded[measure], definition(measure).betterIs, 'all')
    assert.ok(found.powerEver > least, `${measure}: ${found.powerEver}`)
    assert.ok(found.wrong < 0.04, `${measure}: ${found.wrong}`)
  }
})

test('the verdicts are about as true as the rules promise', () => {
  const effect = deviations(seeded.fcr, EFFECTS.fcr)
  const promised = rates(normalPeople(600, effect, 'higher', randomFrom(5)), 'higher', 'all')
  const found = rates(seeded.fcr, 'higher', 'all')
  assert.ok(Math.abs(found.weekly - promised.weekly) < 0.02, `${found.weekly} and ${promised.weekly}`)
  assert.ok(
    Math.abs(found.powerEver - promised.powerEver) < 0.15,
    `${found.powerEver} and ${promised.powerEver}`,
  )
})

test('limits locked at the first twelve weeks would cry wolf more often: that is why they are not', () => {
  const all = rates(seeded.fcr, 'higher', 'all')
  const locked = rates(seeded.fcr, 'higher', 'first twelve')
  assert.ok(locked.weekly > 1.5 * all.weekly, `${locked.weekly} and ${all.weekly}`)
})
