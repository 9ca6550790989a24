import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isId } from '../../kernel/id.ts'
import { STARTER_ROLES, type StarterRole } from './starter.ts'

const role = (title: string): StarterRole => {
  const found = STARTER_ROLES.find((each) => each.title === title)
  assert.ok(found, title)
  return found
}
const level = (of: StarterRole, code: string) => of.asks.find((ask) => ask.code === code)?.level ?? 0

test('there are profiles for adviser, senior adviser, team leader and two specialist roles', () => {
  assert.deepEqual(
    STARTER_ROLES.map((each) => `${each.track}: ${each.title}, ${each.responsibility}`),
    [
      'Line: Customer service adviser, 2',
      'Line: Senior adviser, 3',
      'Line: Team leader, 4',
      'Resolution: Complaints specialist, 3',
      'Quality and learning: Quality analyst, 3',
    ],
  )
  assert.ok(STARTER_ROLES.every((each) => isId(each.roleId)))
})

test('a profile asks for each competency once, with a weight from 1 to 5', () => {
  for (const { title, asks } of STARTER_ROLES) {
    assert.equal(new Set(asks.map((ask) => ask.code)).size, asks.length, title)
    assert.ok(
      asks.every((ask) => ask.weight >= 1 && ask.weight <= 5),
      title,
    )
  }
})

test('the next role on the line never asks for less than the one before, and asks more somewhere', () => {
  const line = ['Customer service adviser', 'Senior adviser', 'Team leader'].map(role)
  for (const [place, next] of line.slice(1).entries()) {
    const before = line[place]
    assert.ok(before)
    for (const ask of before.asks) assert.ok(level(next, ask.code) >= ask.level, `${next.title}: ${ask.code}`)
    assert.ok(next.asks.some((ask) => ask.level > level(before, ask.code)))
    assert.ok(next.responsibility > before.responsibility)
  }
})

test('Amara as an adviser must settle complaints in hard cases, and it weighs most', () => {
  const [first] = [...role('Customer service adviser').asks].sort((a, b) => b.weight - a.weight)
  assert.deepEqual(first, { code: 'CS-07', level: 4, essential: true, weight: 5 })
})

test('every profile says what employers expect at entry and cites where its work is described', () => {
  for (const { title, entry, sources } of STARTER_ROLES) {
    assert.ok(entry.length > 60, title)
    assert.ok(sources.length > 0, title)
    assert.ok(
      sources.every((source) => source.title && /^https?:\/\//.test(source.address)),
      title,
    )
  }
})
