import assert from 'node:assert/strict'
import { test } from 'node:test'
import { allAsked } from './all-asked.ts'
import { movesElsewhere } from './elsewhere.ts'
import { rolesCalled } from './find.ts'
import type { RouteStep } from './routes.ts'
import { shortestList } from './shortest.ts'

const gap = (competencyId: string, required: number, agreed: number | null, essential = true) => ({
  competencyId,
  required,
  agreed,
  essential,
  short: agreed === null ? null : Math.max(0, required - agreed),
})
const step = (roleId: string, ...gaps: RouteStep['gap']): RouteStep => ({
  roleId,
  title: roleId,
  track: 'Line',
  responsibility: 3,
  elsewhere: false,
  crosses: false,
  gains: 1,
  gap: gaps,
  total: 0,
  notAgreed: 0,
})
const names = (list: readonly { competencyId: string }[]) => list.map(({ competencyId }) => competencyId)

test('what the next step needs of Amara comes first, the heaviest first; what is met is not in the way', () => {
  const steps = [
    step(
      'senior',
      gap('complaints', 4, 3),
      gap('writing', 4, 4),
      gap('measures', 3, 1),
      gap('charts', 3, 1, false),
    ),
    step('leader', gap('coaching', 4, 2), gap('complaints', 5, 3)),
  ]
  const weight = (_: string, id: string) => ({ complaints: 2, measures: 5, coaching: 5 })[id] ?? 1
  const { first, later } = shortestList({ steps }, weight)
  assert.deepEqual(names(first), ['measures', 'complaints'])
  assert.deepEqual(names(later), ['coaching', 'charts'], 'later steps before what is only helpful')
  assert.deepEqual(
    [first[1]?.required, first[1]?.short],
    [4, 1],
    'measured against the next step, not the target',
  )
})

test('a level that nobody has agreed is in the list, and so is one that is helpful now and essential later', () => {
  const steps = [
    step('senior', gap('law', 3, null), gap('charts', 3, 1, false)),
    step('leader', gap('charts', 4, 1)),
  ]
  const { first, later } = shortestList({ steps }, () => 1)
  assert.deepEqual(names(first), ['law'])
  assert.equal(first[0]?.short, null)
  assert.deepEqual(
    later.map(({ competencyId, essential, step: at, required }) => [competencyId, essential, at, required]),
    [['charts', true, 1, 4]],
  )
})

test('everything that the way asks is asked once, as the first role that names it asks it', () => {
  const asks = (level: number, ...ids: string[]) => ({
    requirements: ids.map((competencyId) => ({ competencyId, level, essential: true })),
  })
  const all = allAsked(asks(5, 'complaints', 'coaching'), [asks(3, 'complaints', 'writing')])
  assert.deepEqual(
    new Map(all.requirements.map(({ competencyId, level }) => [competencyId, level])),
    new Map([
      ['coaching', 5],
      ['writing', 3],
      ['complaints', 3],
    ]),
  )
})

test('to a role of an advert people go straight, and from the roles here that answer for just less', () => {
  const now = { roleId: 'adviser', responsibility: 2 }
  const roles = [now, { roleId: 'senior', responsibility: 3 }, { roleId: 'leader', responsibility: 4 }]
  const from = (responsibility: number) =>
    movesElsewhere({ roleId: 'advert', responsibility }, now, roles).map((move) => move.from)
  assert.deepEqual(from(4), ['adviser', 'senior'])
  assert.deepEqual(from(6), ['adviser', 'leader'])
  assert.deepEqual(from(1), ['adviser'])
})

test('a role is found by any words of its title or other names, the nearest title first', () => {
  const roles = ['Head of billing', 'Billing lead', 'Billing', 'Team leader'].map((title) => ({
    title,
    jobs: title === 'Team leader' ? ['billing supervisor'] : [],
  }))
  const titles = (asked: string) => rolesCalled(roles, asked).map(({ title }) => title)
  assert.deepEqual(titles('billing'), ['Billing', 'Billing lead', 'Head of billing', 'Team leader'])
  assert.deepEqual(titles('LEAD billing'), ['Billing lead'])
  assert.deepEqual(titles('  '), [])
  assert.deepEqual(titles('astronaut'), [])
})
