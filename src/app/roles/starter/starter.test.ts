import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isId } from '../../../kernel/id.ts'
import { tracksOf } from '../rules/order.ts'
import { STARTER_MOVES, STARTER_ROLES } from './starter.ts'
import type { StarterRole } from './starter-role.ts'

const role = (title: string): StarterRole => {
  const found = STARTER_ROLES.find((each) => each.title === title)
  assert.ok(found, title)
  return found
}
const level = (of: StarterRole, code: string) => of.asks.find((ask) => ask.code === code)?.level ?? 0
const titleOf = (roleId: string) => STARTER_ROLES.find((each) => each.roleId === roleId)?.title

test('there are fifteen roles on the line and four specialist tracks, from learning the work to setting direction', () => {
  assert.deepEqual(
    STARTER_ROLES.map((each) => `${each.track}: ${each.title}, ${each.responsibility}`),
    [
      'Line: Trainee adviser, 1',
      'Line: Customer service adviser, 2',
      'Line: Senior adviser, 3',
      'Line: Team leader, 4',
      'Line: Contact-centre manager, 5',
      'Line: Head of customer service, 6',
      'Resolution: Complaints handler, 3',
      'Resolution: Complaints lead, 4',
      'Quality and learning: Quality analyst, 3',
      'Quality and learning: Learning lead, 4',
      'Quality and learning: Quality manager, 5',
      'Planning and insight: Workforce planner, 3',
      'Planning and insight: Insight analyst, 4',
      'Customer relationships: Account adviser, 3',
      'Customer relationships: Customer success manager, 4',
    ],
  )
  assert.ok(STARTER_ROLES.every((each) => isId(each.roleId)))
  assert.equal(new Set(STARTER_ROLES.map(({ roleId }) => roleId)).size, 15)
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

test('the next rung of a track never asks for less than the one before, and asks more somewhere', () => {
  for (const track of tracksOf(STARTER_ROLES)) {
    const rungs = STARTER_ROLES.filter((each) => each.track === track)
    for (const [place, next] of rungs.slice(1).entries()) {
      const before = rungs[place]
      assert.ok(before)
      for (const ask of before.asks) {
        assert.ok(level(next, ask.code) >= ask.level, `${next.title}: ${ask.code}`)
        if (ask.essential)
          assert.ok(next.asks.find(({ code }) => code === ask.code)?.essential, `${next.title}: ${ask.code}`)
      }
      assert.ok(next.asks.some((ask) => ask.level > level(before, ask.code)))
      assert.ok(next.responsibility > before.responsibility)
    }
  }
})

test('Amara as an adviser must settle complaints in hard cases, and it weighs most', () => {
  const [first] = role('Customer service adviser').asks.toSorted((a, b) => b.weight - a.weight)
  assert.deepEqual(first, { code: 'CS-07', level: 4, essential: true, weight: 5 })
})

test('from an adviser five roles are one move away, and every move answers for more', () => {
  const from = (title: string) =>
    STARTER_MOVES.filter((move) => move.from === role(title).roleId).map(({ to }) => titleOf(to))
  assert.deepEqual(from('Customer service adviser'), [
    'Senior adviser',
    'Complaints handler',
    'Quality analyst',
    'Workforce planner',
    'Account adviser',
  ])
  assert.deepEqual(from('Complaints handler'), ['Complaints lead', 'Team leader'])
  assert.deepEqual(from('Quality analyst'), ['Learning lead', 'Insight analyst'])
  assert.equal(STARTER_MOVES.length, 19)
  for (const { from, to } of STARTER_MOVES)
    assert.ok(
      role(titleOf(to) ?? '').responsibility === role(titleOf(from) ?? '').responsibility + 1,
      `${titleOf(from)} to ${titleOf(to)}`,
    )
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
